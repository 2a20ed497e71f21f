/** A table over the full width of the type area. */
import type { TableBlock, TableColumnRole } from '../document/draft.ts'
import type { Layout } from './layout.ts'
import type { PrintCell, PrintRow, PrintTable } from './print-types.ts'
import { cellLines, columnCharacters } from './table-columns.ts'
import { textWidth } from './text-width.ts'

/** 1.2 mm: the usual 1.9 mm of Word costs a table of seven columns two characters a line. */
const cellPadding = 70

const short: ReadonlySet<TableColumnRole> = new Set<TableColumnRole>(['number', 'category', 'responsible', 'timeLimit'])

function cellAlignment(role: TableColumnRole, header: boolean, text: string): PrintCell['alignment'] {
  if (header || role === 'number') return 'centre'
  return short.has(role) && textWidth(text) <= 24 ? 'centre' : 'left'
}

/** Lines of the frame and rounding take a little of each cell: without this a name of three characters breaks. */
const tolerance = 20

export function typeAreaWidth(layout: Layout): number {
  return layout.page.width - layout.page.left - layout.page.right
}

/** Characters that a table of so many columns holds in its width. */
export function charactersAcross(columns: number, characterWidth: number, total: number, padding: number): number {
  return (total - (2 * padding + tolerance) * columns) / characterWidth
}

/** Whole twips that add up to the width; what rounding leaves goes to the widest column. */
export function toTwips(widths: readonly number[], characterWidth: number, total: number, padding: number): number[] {
  const result = widths.map((width) => Math.round(width * characterWidth) + 2 * padding + tolerance)
  const widest = result.indexOf(Math.max(...result))
  result[widest]! += total - result.reduce((sum, width) => sum + width, 0)
  return result
}

function printRow(row: readonly string[], roles: readonly TableColumnRole[], widths: readonly number[], header: boolean, tallest: number): PrintRow {
  // One cell alone heads the rows below it (“（一）学习方面”) and takes the whole width.
  if (row.length === 1 && roles.length > 1) {
    return { header, mayBreak: false, cells: [{ lines: row[0]!.split('\n'), span: roles.length, alignment: header ? 'centre' : 'left' }] }
  }
  const cells = row.map((text, column): PrintCell => ({ lines: text.split('\n'), span: 1, alignment: cellAlignment(roles[column]!, header, text) }))
  const height = Math.max(...row.map((text, column) => cellLines(text, widths[column]!)))
  return { header, mayBreak: height > tallest, cells }
}

export function printTable(table: TableBlock, layout: Layout): PrintTable {
  const { grid, styles, page } = layout
  const roles = table.columns
  const width = typeAreaWidth(layout)
  const characterWidth = styles.table.size * 10 + grid.characterSpacing
  const available = charactersAcross(roles.length, characterWidth, width, cellPadding)
  const widths = columnCharacters(roles, table.rows, table.headerRows, available)
  const tallest = (page.height - page.top - page.bottom) / 3 / styles.table.linePitch
  const twips = toTwips(widths, characterWidth, width, cellPadding)
  const { linePitch, ...text } = styles.table
  return {
    kind: 'table',
    blockId: table.id,
    width,
    columns: roles.map((role, index) => ({ role, width: twips[index]! })),
    rows: table.rows.map((row, index) => printRow(row, roles, widths, index < table.headerRows, tallest)),
    text,
    head: styles.tableHead,
    linePitch,
    cellPadding,
  }
}
