/** A table as two versions have it: rows that came, went and changed, in the sheet of the newer one. */
import { diffRows, wholeRow } from '../comparison/table-diff.ts'
import type { TextChange, TextPiece } from '../comparison/text-diff.ts'
import { rowTexts } from './changed-groups.ts'
import type { ChangedLine, ChangedRow, ChangedTable } from './changed-types.ts'
import type { PrintRow, PrintTable } from './print-types.ts'

/** The lines of a cell: a break put in or taken out ends its line as such. */
function linesOf(pieces: readonly TextPiece[]): ChangedLine[] {
  const lines: { pieces: TextPiece[]; end?: TextChange }[] = [{ pieces: [] }]
  for (const { text, change } of pieces) {
    text.split('\n').forEach((line, index) => {
      if (index > 0) {
        if (change !== undefined) lines.at(-1)!.end = change
        lines.push({ pieces: [] })
      }
      if (line !== '') lines.at(-1)!.pieces.push({ text: line, ...(change === undefined ? {} : { change }) })
    })
  }
  return lines
}

/** @param like the row whose look it has. */
function changedRow(like: PrintRow, cells: readonly (readonly TextPiece[])[], change?: TextChange): ChangedRow {
  return {
    ...like, ...(change === undefined ? {} : { change }),
    cells: like.cells.map((cell, index) => {
      const changed = linesOf(cells[index] ?? [])
      return { ...cell, changed, lines: changed.map((line) => line.pieces.map((piece) => piece.text).join('')) }
    }),
  }
}

export function wholeTable(table: PrintTable, change: TextChange): ChangedTable {
  return { ...table, rows: table.rows.map((row) => changedRow(row, wholeRow(rowTexts(row), change), change)) }
}

export function changedTable(old: PrintTable, now: PrintTable): ChangedTable {
  const source = (row: PrintRow) => ({ cells: rowTexts(row) })
  return {
    ...now,
    rows: diffRows(old.rows.map(source), now.rows.map(source)).map(({ change, cells, ...at }) => changedRow(at.now === undefined ? old.rows[at.old!]! : now.rows[at.now]!, cells, change)),
  }
}

/** A table that was taken out stands on the sheet its place is on now: its columns share that width as they shared theirs. */
export function fitted(table: ChangedTable, width: number): ChangedTable {
  if (table.width === width || table.rows.some((row) => row.change !== 'deleted')) return table
  let end = 0
  const columns = table.columns.map((column) => {
    const from = Math.round((end * width) / table.width)
    end += column.width
    return { ...column, width: Math.round((end * width) / table.width) - from }
  })
  // Narrower cells are taller than the row was reckoned with.
  return { ...table, width, columns, rows: table.rows.map((row) => ({ ...row, mayBreak: true })) }
}
