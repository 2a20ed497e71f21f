/** Rows of the ledger as they are handed out: Word, Excel, JSON. */
import type { TextField } from './item-places.ts'
import { itemStateNames, ledgerFieldFacts, type LedgerField } from './ledger-fields.ts'
import type { LedgerRow } from './ledger-rows.ts'
import { writtenDate } from './written-dates.ts'
import type { LedgerCell, LedgerTable, LedgerTableColumn } from './ledger-table.ts'

/** The row with what only the list it stands in can tell. */
export interface ListedRow extends LedgerRow {
  readonly number: number
  /** Title of its draft. */
  readonly source: string
}

function dateCell(iso: string | null | undefined): LedgerCell {
  return iso ? { text: writtenDate(iso), date: iso } : { text: '' }
}

/** Several problems, causes or measures of one item are counted on paper; one alone is not. */
function counted(text: string): string {
  const lines = text.split('\n')
  return lines.length < 2 ? text : lines.map((line, index) => `${index + 1}.${line}`).join('\n')
}

/** What a cell of the row says. */
export function ledgerCell(row: ListedRow, field: LedgerField): LedgerCell {
  switch (field) {
    case 'number': return { text: String(row.number) }
    case 'source': return { text: row.source }
    case 'due': return dateCell(row.due)
    case 'stateSince': return dateCell(row.stateSince)
    case 'closedOn': return dateCell(row.closedOn)
    case 'state': return { text: itemStateNames[row.state], state: row.state }
    default: return { text: row.values[field satisfies TextField] ?? '' }
  }
}

/** The same as printed and handed out: entries counted. */
export function printedCell(row: ListedRow, field: LedgerField): LedgerCell {
  const cell = ledgerCell(row, field)
  return field === 'problem' || field === 'cause' || field === 'measure' ? { text: counted(cell.text) } : cell
}

/** Names a row in any list: `draftId/key`. */
export const rowName = (row: Pick<LedgerRow, 'draftId' | 'key'>): string => `${row.draftId}/${row.key}`

export interface TableOptions {
  readonly title: string
  readonly notes?: readonly string[]
  readonly summary?: string
  /** Titles of the unit's own for columns. */
  readonly titles?: Readonly<Partial<Record<LedgerField, string>>>
}

export function buildLedgerTable(rows: readonly ListedRow[], fields: readonly LedgerField[], { title, notes = [], summary = '', titles = {} }: TableOptions): LedgerTable {
  const columns: LedgerTableColumn[] = fields.map((field) => ({ field, title: titles[field] ?? ledgerFieldFacts[field].title }))
  return { title, notes, columns, rows: rows.map((row) => ({ key: rowName(row), cells: fields.map((field) => printedCell(row, field)) })), summary }
}
