/** A table's rows, each as high as its highest cell; electron/backend/word/table-element.ts writes the same. */
import type { PrintCell, PrintRow, PrintTable } from '../print/print-types.ts'
import type { Segment, TextSetting } from './glyphs.ts'
import type { SetLine } from './place-line.ts'
import { setText } from './set-text.ts'

export const rowPadding = 28
/** Half a point. */
export const borderWidth = 10

export interface SetCell {
  /** Its left and right edges, from the table's left edge. */
  readonly left: number
  readonly right: number
  readonly lines: readonly SetLine[]
}

export interface SetRow {
  readonly header: boolean
  readonly mayBreak: boolean
  readonly cells: readonly SetCell[]
  /** Of its highest cell. */
  readonly lines: number
  readonly height: number
  /** Part of a row that breaks across pages: its cells begin at its top. */
  readonly parted?: true
}

export interface SetTable {
  readonly rows: readonly SetRow[]
  /** Rows that head it, repeated on every page. */
  readonly headers: number
}

function setCell(cell: PrintCell, table: PrintTable, header: boolean, left: number, right: number, setting: TextSetting): SetCell {
  const type = header ? table.head : table.text
  const lines = cell.lines.flatMap((text) => {
    const segment: Segment = { text, font: type.font, size: type.size, bold: type.bold, underline: false, colour: 'black', blockId: table.blockId }
    const edge = left + table.cellPadding
    return setText([[segment]], { alignment: cell.alignment, firstLeft: edge, left: edge, right: right - table.cellPadding }, setting).lines
  })
  return { left, right, lines }
}

function setRow(row: PrintRow, table: PrintTable, setting: TextSetting): SetRow {
  let column = 0
  let left = 0
  const cells = row.cells.map((cell) => {
    const right = left + table.columns.slice(column, column + cell.span).reduce((sum, one) => sum + one.width, 0)
    column += cell.span
    const set = setCell(cell, table, row.header, left, right, setting)
    left = right
    return set
  })
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length))
  return { header: row.header, mayBreak: row.mayBreak, cells, lines, height: rowHeight(table, lines) }
}

export function rowHeight(table: PrintTable, lines: number): number {
  return lines * table.linePitch + 2 * rowPadding + borderWidth
}

export function setTable(table: PrintTable, setting: TextSetting): SetTable {
  const rows = table.rows.map((row) => setRow(row, table, setting))
  const body = rows.findIndex((row) => !row.header)
  // Heads that are the whole table are rows like others.
  return { rows, headers: body === -1 ? 0 : body }
}
