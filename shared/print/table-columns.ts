/** Column widths of a table by what the columns hold. */
import type { TableColumnRole } from '../document/draft.ts'
import { textWidth } from './text-width.ts'

/** Characters a column needs at least to be read at all; a date or a name broken more often is unreadable. */
const leastByRole: Readonly<Record<TableColumnRole, number>> = {
  number: 2, category: 3, problem: 5, cause: 5, measure: 5, responsible: 4, timeLimit: 5, other: 3,
}

/** Heights are weighed on this many rows; more of the same change nothing. */
const mostRowsWeighed = 200

/** Lines a cell takes in a column that is so many characters wide. */
export function cellLines(cell: string, width: number): number {
  return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0)
}

function leastWidth(role: TableColumnRole, heads: readonly string[]): number {
  // A head breaks into two lines at most.
  return Math.max(leastByRole[role], ...heads.map((head) => Math.min(4, Math.ceil(textWidth(head) / 2))))
}

/** Widths of the lines of a cell. Measured once: widening asks for them a hundred times. */
const lineWidths = (cell: string): readonly number[] => cell.split('\n').map(textWidth)

/** Lines as a fraction: half a line more of text is worth half a line, or widths would never move towards a saving. */
function demand(lines: readonly number[], width: number): number {
  return lines.reduce((sum, line) => sum + Math.max(1, line / width), 0)
}

/** Where the next character of width lowers the rows most; among equals, where a line is fullest of text. */
function neediest(widths: readonly number[], rows: readonly (readonly (readonly number[])[])[], totals: readonly number[]): number {
  const saved = widths.map(() => 0)
  for (const row of rows) {
    const demands = row.map((cell, column) => demand(cell, widths[column]!))
    const tallest = Math.max(...demands)
    row.forEach((cell, column) => {
      if (demands[column]! < tallest) return
      const others = Math.max(1, ...demands.filter((_, index) => index !== column))
      const after = demand(cell, widths[column]! + 1)
      // Two columns equally tall: neither lowers the row alone, yet one of them has to begin.
      saved[column]! += tallest - Math.max(others, after) + (tallest - after) / 1000
    })
  }
  const need = widths.map((width, column) => saved[column]! + totals[column]! / width / 1e6)
  return need.indexOf(Math.max(...need))
}

/**
 * Widens columns, a character at a time, until they fill the number of characters and the rows are as low as can be.
 * @param least the narrowest each column may be; narrower only where all of them together do not fit.
 * @param rows cells by row, one for each column.
 */
export function widenColumns(least: readonly number[], rows: readonly (readonly string[])[], available: number): number[] {
  const widths = [...least]
  const sum = widths.reduce((total, width) => total + width, 0)
  if (sum > available) return widths.map((width) => (width * available) / sum)
  const full = rows.slice(0, mostRowsWeighed)
  const totals = least.map((_, column) => full.reduce((total, row) => total + textWidth(row[column]!), 0))
  const measured = full.map((row) => row.map(lineWidths))
  for (let left = Math.floor(available - sum); left > 0; left -= 1) widths[neediest(widths, measured, totals)]! += 1
  return widths
}

/**
 * Widths in characters that fill the given number of characters, so that the rows become as low as can be.
 * @param rows cells by row; a row of one cell spans the table and says nothing of its columns.
 */
export function columnCharacters(roles: readonly TableColumnRole[], rows: readonly (readonly string[])[], headerRows: number, available: number): number[] {
  const full = rows.filter((row) => row.length === roles.length)
  const heads = rows.slice(0, headerRows).filter((row) => row.length === roles.length)
  const least = roles.map((role, column) => leastWidth(role, heads.map((row) => row[column]!)))
  return widenColumns(least, full, available)
}
