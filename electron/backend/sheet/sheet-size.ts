/** Widths of columns and heights of rows. A library cannot measure text: Excel shows what we reckon here, until a cell is edited. */
import { headLines, leastLedgerWidths, ledgerWidths } from '../../../shared/ledger/column-widths.ts'
import { ledgerFieldFacts } from '../../../shared/ledger/ledger-fields.ts'
import type { LedgerTable } from '../../../shared/ledger/ledger-table.ts'
import { textWidth } from '../../../shared/print/text-width.ts'
import { bodyLineHeight } from './sheet-style.ts'

/** Characters a sheet is wide: fits a screen of 1366 pixels, and at this width A4 prints at about 8 points. */
const mostCharacters = 96
const fewestCharacters = 60

/** Excel's own limit is 409.5 points. */
export const tallestRow = 409
const mostLines = Math.floor((tallestRow - 6) / bodyLineHeight)

/** A column is widened no further than this for a cell that would be taller than a row can be. */
const widestColumn = 60

function linesOf(text: string, width: number): number {
  // Marks that may not begin a line and whole Latin words push text on: half a character a line.
  return text.split('\n').map(textWidth).reduce((sum, line) => sum + (line <= width ? 1 : Math.ceil(line / Math.max(1, width - 0.5))), 0)
}

/** Widths in characters of the columns of the table. @param texts cells by row as they are exported. */
export function sheetWidths(table: LedgerTable, texts: readonly (readonly string[])[]): number[] {
  const wished = table.columns.reduce((sum, { field }) => sum + ledgerFieldFacts[field].width, 0)
  const least = leastLedgerWidths(table, false).reduce((sum, width) => sum + width, 0)
  // A short title stays on its line: the arrow of the filter takes the rest of the cell.
  const heads = table.columns.map(({ title }) => Math.min(4, textWidth(title)) + 0.1)
  const widths = ledgerWidths(table, Math.max(least, Math.min(mostCharacters, Math.max(fewestCharacters, wished))), false)
  return widths.map((width, column) => {
    let wide = Math.max(width, heads[column]!)
    for (const row of texts) while (wide < widestColumn && linesOf(row[column]!, wide) > mostLines) wide += 1
    return wide
  })
}

/** Excel counts widths in digits of its standard face, half a character each; the rest is the space it keeps at both sides. */
export const columnWidth = (characters: number) => Math.round((characters * 2 + 0.8) * 100) / 100

export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = Math.max(1, ...texts.map((text, column) => linesOf(text, widths[column]!)))
  return Math.min(tallestRow, Math.ceil(lines * bodyLineHeight + 6))
}

export function headHeight(titles: readonly string[], widths: readonly number[]): number {
  return Math.max(...titles.map((title, column) => headLines(title, widths[column]!).length)) * bodyLineHeight + 10
}

/** Height of a line over all columns, in type of so many points. */
export function spanHeight(text: string, widths: readonly number[], size: number): number {
  const width = (widths.reduce((sum, one) => sum + one, 0) * 11) / size
  return Math.min(tallestRow, linesOf(text, width) * size * 1.4 + 6)
}
