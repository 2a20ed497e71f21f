/** How wide the columns of a ledger are, in characters of the table's type: on paper and in a spreadsheet by one rule. */
import { widenColumns } from '../print/table-columns.ts'
import { spacedTextWidth, textWidth } from '../print/text-width.ts'
import { ledgerFieldFacts, type LedgerField } from './ledger-fields.ts'
import type { LedgerTable } from './ledger-table.ts'

/** What a column needs to be read with ease, and what it can be squeezed to where there are too many of them. */
const leastByField: Readonly<Record<LedgerField, readonly [easy: number, tight: number]>> = {
  number: [2, 1.5], source: [5, 3], category: [3, 2], problem: [8, 5], cause: [6.5, 4.5], measure: [9.5, 5.5], leader: [3, 3], person: [3, 3], office: [4, 3],
  support: [4, 3], timeLimit: [5.8, 4.5], due: [4.8, 4.8], progress: [4.5, 4], result: [4.5, 4], evidence: [4.5, 4], files: [4.5, 4], state: [3, 3],
  stateSince: [4.8, 4.8], closedOn: [4.8, 4.8],
}

/** A frame and rounding take a little: what must not break is given a tenth of a character more than it measures. */
const room = 0.1

/** Widest of the cells, line by line; a date is measured with the blanks that some programs set beside its digits. */
function widest(texts: readonly string[], most: number): number {
  return texts.reduce((width, text) => text.split('\n').reduce((found, line) => Math.max(found, Math.min(most, spacedTextWidth(line))), width), 0)
}

/** Names, offices and categories of up to four characters stay whole. */
const wholeWords: ReadonlySet<LedgerField> = new Set<LedgerField>(['category', 'leader', 'person', 'office', 'support'])

function leastWidth(field: LedgerField, title: string, texts: readonly string[], tight: boolean): number {
  const [easy, squeezed] = leastByField[field]
  const head = Math.min(4, Math.ceil(textWidth(title) / 2))
  const least = Math.max(tight ? squeezed : easy, head)
  switch (ledgerFieldFacts[field].kind) {
    case 'number': return Math.max(least, widest(texts, 4) + (tight ? 0 : room))
    // A date on one line; squeezed, it is set on two, the year above.
    case 'date': return tight ? least : Math.max(least, widest(texts, 9) + room)
    case 'state': return tight ? least : Math.max(least, widest(texts, 5) + room)
    case 'line': case 'lines': return tight || !wholeWords.has(field) ? least : Math.max(least, widest(texts.flatMap((text) => text.split('\n').filter((line) => textWidth(line) <= 4)), 4) + room)
  }
}

/** The narrowest widths at which the table can be read. @param tight for more columns than a sheet holds with ease. */
export function leastLedgerWidths(table: LedgerTable, tight: boolean): number[] {
  return table.columns.map(({ field, title }, column) => leastWidth(field, title, table.rows.map((row) => row.cells[column]?.text ?? ''), tight))
}

/** Widths that fill so many characters, rows as low as can be. */
export function ledgerWidths(table: LedgerTable, available: number, tight: boolean): number[] {
  const texts = table.rows.map((row) => table.columns.map((_, column) => row.cells[column]?.text ?? ''))
  return widenColumns(leastLedgerWidths(table, tight), texts, available)
}

/** A title over one line where it fits, else over two of equal length: 责任 above 领导, never 责任领 above 导. */
export function headLines(title: string, width: number): string[] {
  if (textWidth(title) <= width || title.includes('\n')) return title.split('\n')
  const characters = [...title]
  const lines = Math.max(2, Math.ceil(textWidth(title) / Math.max(1, Math.floor(width))))
  const each = Math.ceil(characters.length / lines)
  return Array.from({ length: Math.ceil(characters.length / each) }, (_, index) => characters.slice(index * each, (index + 1) * each).join(''))
}
