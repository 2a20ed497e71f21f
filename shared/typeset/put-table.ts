/** A table's rows on the pages: rows that hold together, rows that break, the head again on every page. */
import type { PrintTable } from '../print/print-types.ts'
import { baselineShare, newPage, pageRoom, putPieces, putRule, roomLeft, type Sheets } from './open-page.ts'
import { borderWidth, rowHeight, rowPadding, type SetCell, type SetRow, type SetTable } from './set-table.ts'

/** The head and the first row, which hold together. */
export function firstRowsHeight(table: PrintTable, { rows, headers }: SetTable): number {
  const first = rows[headers]
  const head = rows.slice(0, headers).reduce((sum, row) => sum + row.height, 0)
  return head + (first === undefined ? 0 : first.mayBreak ? rowHeight(table, 1) : first.height)
}

function putRow({ current, y }: Sheets, table: PrintTable, row: SetRow, first: boolean): void {
  const { page: { left } } = current
  const bottom = y + row.height
  if (first) putRule(current, left, y, left + table.width, y, borderWidth)
  putRule(current, left, bottom, left + table.width, bottom, borderWidth)
  putRule(current, left, y, left, bottom, borderWidth)
  const texts: string[] = []
  for (const cell of row.cells) {
    putRule(current, left + cell.right, y, left + cell.right, bottom, borderWidth)
    const above = row.parted ? 0 : ((row.lines - cell.lines.length) * table.linePitch) / 2
    let top = y + borderWidth + rowPadding + above
    for (const line of cell.lines) {
      putPieces(current, line.pieces, left, top + table.linePitch * baselineShare)
      texts.push(line.text)
      top += table.linePitch
    }
  }
  current.lines.push({ text: texts.join(''), top: y, bottom })
  current.blank = false
}

const cut = (cell: SetCell, from: number, to: number): SetCell => ({ ...cell, lines: cell.lines.slice(from, to) })

/** Lines of a row's cells, as a row of its own. */
function partOfRow(table: PrintTable, row: SetRow, from: number, to: number): SetRow {
  const cells = row.cells.map((cell) => cut(cell, from, to))
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length))
  return { ...row, cells, lines, height: rowHeight(table, lines), parted: true }
}

export function putTable(sheets: Sheets, table: PrintTable, set: SetTable): void {
  const heads = set.rows.slice(0, set.headers)
  const headHeight = heads.reduce((sum, row) => sum + row.height, 0)
  let first = true
  const put = (row: SetRow) => {
    putRow(sheets, table, row, first)
    sheets.y += row.height
    first = false
  }
  const turnPage = () => {
    newPage(sheets)
    first = true
    // A head that leaves no room for a row is not repeated.
    if (headHeight < pageRoom(sheets) / 2) heads.forEach(put)
  }
  if (firstRowsHeight(table, set) > roomLeft(sheets) && firstRowsHeight(table, set) <= pageRoom(sheets)) newPage(sheets)
  sheets.current.blocks.push(table.blockId)
  heads.forEach((row) => {
    if (row.height > roomLeft(sheets) && !first) newPage(sheets)
    put(row)
  })
  for (const row of set.rows.slice(set.headers)) {
    let rest = row
    const full = pageRoom(sheets) - headHeight
    while (rest.height > roomLeft(sheets)) {
      const fit = Math.floor((roomLeft(sheets) - rowHeight(table, 0)) / table.linePitch)
      const breaks = (row.mayBreak || row.height > full) && fit >= 1
      if (breaks) {
        put(partOfRow(table, rest, 0, fit))
        rest = partOfRow(table, rest, fit, rest.lines)
      }
      turnPage()
      if (!breaks && rest.height > roomLeft(sheets) && roomLeft(sheets) < rowHeight(table, 1)) break
    }
    put(rest)
  }
}
