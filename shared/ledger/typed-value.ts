/** Between what is typed or pasted into a cell and what is stored. */
import { ledgerCell, type ListedRow } from './build-ledger-table.ts'
import { readState } from './item-states.ts'
import { itemStates, ledgerFieldFacts, type LedgerField } from './ledger-fields.ts'
import { readTypedDate } from './typed-date.ts'
import type { ViewField } from './ledger-view.ts'

export type TypedFault = 'derived' | 'date' | 'state'
export type TypedValue = { readonly ok: true; readonly field: LedgerField; readonly value: string } | { readonly ok: false; readonly fault: TypedFault }

export const isDerived = (field: ViewField): field is 'left' | 'number' | 'source' | 'due' => field === 'left' || ledgerFieldFacts[field].derived === true

/** @param today ISO. @returns lines of text, an ISO date or a state as `ledger.edit` takes them; '' for an empty cell. */
export function readTypedValue(field: ViewField, text: string, today: string): TypedValue {
  if (isDerived(field)) return { ok: false, fault: 'derived' }
  const typed = text.trim()
  const { kind } = ledgerFieldFacts[field]
  if (typed === '') return { ok: true, field, value: '' }
  if (kind === 'date') {
    const date = readTypedDate(typed, today)
    return date === undefined ? { ok: false, fault: 'date' } : { ok: true, field, value: date }
  }
  if (kind === 'state') {
    const state = /^[1-5]$/.test(typed) ? itemStates[Number(typed) - 1] : readState(typed)
    return state === undefined ? { ok: false, fault: 'state' } : { ok: true, field, value: state }
  }
  return { ok: true, field, value: kind === 'line' ? typed.replaceAll(/\s*\n\s*/gu, ' ') : typed }
}

/** What is stored in the cell, in the form {@link readTypedValue} gives. */
export function storedValue(row: ListedRow, field: LedgerField): string {
  if (field === 'state') return row.state
  const { text, date } = ledgerCell(row, field)
  return date ?? text
}

/** What the cell gives to the clipboard: a spreadsheet knows 2024-06-30 for a date. */
export function copiedText(row: ListedRow, field: LedgerField): string {
  const { text, date } = ledgerCell(row, field)
  return date ?? text
}
