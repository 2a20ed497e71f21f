/** Tables of .doc and .rtf say where each cell ends, not how many columns it spans: the columns come from all edges together. */
import { mostColumns, mostRows, type ForeignCell, type ForeignRow } from './cells.ts'

export interface EdgeCell extends ForeignCell {
  /** Right edge in twips; undefined where the file gives none. */
  readonly right: number | undefined
  /** Belongs to the cell on its left. */
  readonly merged?: boolean
}

export interface EdgeRow {
  readonly left: number
  readonly cells: readonly EdgeCell[]
  readonly header: boolean
}

/** Edges this near to each other are one: programs round, people drag. */
const tolerance = 30
/** More edges than this come from no table. */
const mostEdges = 500

function gridOf(rows: readonly EdgeRow[]): number[] {
  const all = new Set<number>()
  for (const row of rows.slice(0, mostRows)) {
    all.add(row.left)
    for (const cell of row.cells) if (cell.right !== undefined && all.size < mostEdges) all.add(cell.right)
  }
  const grid: number[] = []
  for (const edge of [...all].sort((a, b) => a - b)) if (grid.length === 0 || edge - grid.at(-1)! > tolerance) grid.push(edge)
  return grid
}

/** Number of the grid line nearest to an edge. */
function lineAt(grid: readonly number[], edge: number): number {
  let best = 0
  grid.forEach((line, index) => { if (Math.abs(line - edge) < Math.abs(grid[best]! - edge)) best = index })
  return best
}

function joinMerged(cells: readonly EdgeCell[]): EdgeCell[] {
  const joined: EdgeCell[] = []
  for (const cell of cells) {
    const last = joined.at(-1)
    if (cell.merged && last) joined[joined.length - 1] = { ...last, right: cell.right, paragraphs: cell.paragraphs.some((one) => one.text.trim() !== '') ? [...last.paragraphs, ...cell.paragraphs] : last.paragraphs }
    else joined.push(cell)
  }
  return joined
}

export function rowsByEdges(rows: readonly EdgeRow[]): ForeignRow[] {
  const grid = gridOf(rows)
  if (grid.length > mostColumns + 1) return rows.map((row) => ({ cells: joinMerged(row.cells), header: row.header }))
  return rows.map((row) => {
    let line = lineAt(grid, row.left)
    const before = line
    const cells = joinMerged(row.cells).map(({ right, merged: _, ...cell }): ForeignCell => {
      if (right === undefined) return cell
      const end = Math.max(line + 1, lineAt(grid, right))
      const columns = end - line
      line = end
      return columns > 1 ? { ...cell, columns } : cell
    })
    return { cells, header: row.header, ...(before > 0 ? { before } : {}) }
  })
}
