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

/** Whole twips that add up to the width; what rounding leaves goes to the widest column. */
function toTwips(widths: readonly number[], characterWidth: number, total: number): number[] {
  const result = widths.map((width) => Math.round(width * characterWidth) + 2 * cellPadding + tolerance)
  const widest = result.indexOf(Math.max(...result))
  result[widest]! += total - result.reduce((sum, width) => sum + width, 0)
  return result
}

function printRow(row: readonly string[], roles: readonly TableColumnRole[], widths: readonly number[], header: boolean, tallest: number): PrintRow {
  const wide = roles.length
  const cell = (text: string, column: number, span: number): PrintCell => ({
    lines: text.split('\n'), span, filler: false,
    alignment: span > 1 ? (header ? 'centre' : 'left') : cellAlignment(roles[column] ?? 'other', header, text),
  })
  const filler = (span: number): PrintCell => ({ lines: [''], span, filler: true, alignment: 'left' })
  // One cell alone heads the rows below it (“（一）学习方面”) and takes the whole width.
  const cells = row.length === 0 ? [filler(wide)]
    : row.length === 1 ? [cell(row[0]!, 0, wide)]
      : [...row.map((text, column) => cell(text, column, 1)), ...Array.from({ length: wide - row.length }, () => filler(1))]
  const height = Math.max(1, ...row.map((text, column) => cellLines(text, row.length === 1 ? Infinity : widths[column]!)))
  return { header, mayBreak: height > tallest, cells }
}

export function printTable(table: TableBlock, layout: Layout): PrintTable {
  const { grid, styles, page } = layout
  const width = typeAreaWidth(layout)
  const count = Math.max(1, table.columns.length, ...table.rows.map((row) => row.length))
  const roles = Array.from({ length: count }, (_, index) => table.columns[index] ?? 'other')
  const characterWidth = styles.table.size * 10 + grid.characterSpacing
  const available = (width - (2 * cellPadding + tolerance) * count) / characterWidth
  const widths = columnCharacters(roles, table.rows, table.headerRows, available)
  const tallest = (page.height - page.top - page.bottom) / 3 / styles.table.linePitch
  const twips = toTwips(widths, characterWidth, width)
  const { linePitch, ...text } = styles.table
  return {
    kind: 'table',
    blockId: table.id,
    width,
    columns: roles.map((role, index) => ({ role, width: twips[index]! })),
    columnRoles: table.columns,
    rows: table.rows.map((row, index) => printRow(row, roles, widths, index < table.headerRows, tallest)),
    text,
    head: styles.tableHead,
    linePitch,
    cellPadding,
  }
}
