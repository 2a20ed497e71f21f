/** What RTF says of a row before or behind its cells: edges, merged cells, heads. */
import { startRowMark, type RowMark } from './story.ts'

export interface RowMarks {
  /** @returns whether the word was one of a row's. */
  readonly word: (word: string, value: number | undefined, nested: boolean) => boolean
  readonly mark: (nested: boolean) => RowMark
}

const mostCells = 1000

export function startRowMarks(): RowMarks {
  let outer = startRowMark()
  let inner = startRowMark()
  let cell = { continues: false, merged: false }
  return {
    mark: (nested) => (nested ? inner : outer),
    word: (word, value, nested) => {
      const mark = nested ? inner : outer
      switch (word) {
        case 'trowd':
          if (nested) inner = startRowMark()
          else outer = startRowMark()
          return true
        case 'trleft': mark.left = value ?? 0; return true
        case 'trhdr': mark.header = true; return true
        case 'clvmrg': cell.continues = true; return true
        case 'clmrg': cell.merged = true; return true
        case 'cellx':
          if (mark.cells.length < mostCells) mark.cells.push({ right: value ?? 0, ...cell })
          cell = { continues: false, merged: false }
          return true
        default: return false
      }
    },
  }
}
