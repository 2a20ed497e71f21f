/** Finds and reads the hidden sheet of an exported ledger. */
import { ledgerFields, type LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import { dataRows, sheetFormat } from './sheet-marks.ts'
import type { SheetCells, SheetRow } from './sheet-cells.ts'

export interface SheetData {
  readonly source: string
  readonly fields: readonly LedgerField[]
  readonly titles: ReadonlyMap<LedgerField, string>
  readonly base: Map<string, Partial<Record<LedgerField, string>>>
}

export type DataSheet = { readonly kind: 'none' } | { readonly kind: 'newer' } | { readonly kind: 'data'; readonly data: SheetData }

const known = new Set<string>(ledgerFields)
const isField = (text: string | undefined): text is LedgerField => text !== undefined && known.has(text)
const textAt = (row: SheetRow | undefined, column: number) => row?.cells.get(column)?.text ?? ''

/** @returns 'none' where the sheet is no such sheet, or was spoilt. */
export function readDataSheet({ rows }: SheetCells): DataSheet {
  const [first, ...others] = rows
  if (textAt(first, 0) !== sheetFormat.name) return { kind: 'none' }
  const version = Number(textAt(first, 1))
  if (Number.isInteger(version) && version > sheetFormat.version) return { kind: 'newer' }
  const fieldRow = others.find((row) => textAt(row, 0) === dataRows.fields)
  if (version !== sheetFormat.version || fieldRow === undefined) return { kind: 'none' }
  const columns = [...fieldRow.cells].flatMap(([column, { text }]) => (column > 0 && isField(text) ? [{ column, field: text }] : []))
  const titleRow = others.find((row) => textAt(row, 0) === dataRows.titles)
  const base: SheetData['base'] = new Map()
  for (const row of others) {
    const key = textAt(row, 0)
    if (row.line <= fieldRow.line || row === titleRow || key === '' || base.has(key)) continue
    base.set(key, Object.fromEntries(columns.map(({ column, field }) => [field, textAt(row, column)])))
  }
  return {
    kind: 'data',
    data: { source: textAt(first, 2), fields: columns.map(({ field }) => field), titles: new Map(columns.map(({ column, field }) => [field, textAt(titleRow, column)])), base },
  }
}
