/** What changed between two states of a table of the same number of columns: rows that came and went, texts of cells. */
import { alignUnits, type Unit } from './align.ts'
import { diffText, type TextChange, type TextPiece } from './text-diff.ts'

export interface RowSource {
  /** A cell for each column, or one for all. */
  readonly cells: readonly string[]
  readonly id?: string | undefined
}

export interface ChangedCells {
  readonly change?: TextChange
  readonly old?: number
  readonly now?: number
  readonly cells: readonly (readonly TextPiece[])[]
}

const unitOf = ({ cells, id }: RowSource): Unit => ({ ids: id === undefined ? [] : [id], kind: String(cells.length), words: cells.join('\t') })

export function wholeRow(cells: readonly string[], change: TextChange): readonly (readonly TextPiece[])[] {
  return cells.map((text) => (text === '' ? [] : [{ text, change }]))
}

export function diffRows(old: readonly RowSource[], now: readonly RowSource[]): ChangedCells[] {
  return alignUnits(old.map(unitOf), now.map(unitOf)).map((pair): ChangedCells => {
    if (pair.now === undefined) return { change: 'deleted', old: pair.old, cells: wholeRow(old[pair.old]!.cells, 'deleted') }
    if (pair.old === undefined) return { change: 'inserted', now: pair.now, cells: wholeRow(now[pair.now]!.cells, 'inserted') }
    const before = old[pair.old]!.cells
    return { ...pair, cells: now[pair.now]!.cells.map((text, column) => diffText(before[column] ?? '', text)) }
  })
}
