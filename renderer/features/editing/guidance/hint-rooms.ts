/** How many lines the guidance under an empty block gets. */
import type { Hint } from '../../../../shared/document/draft-guide.ts'

/** Characters of a line of guidance under a block of the paper. */
const perLine = 31
const mostLines = 4
/** What is said for each aspect differs in its name alone: the end is the same. */
const tail = 24

export interface HintRoom extends Hint {
  /** Less than the text needs where the same was said above: the rest is shown on demand. */
  readonly lines: number
  readonly whole: boolean
}

/** @param hints of empty blocks, in the order of the paper. */
export function hintRooms(hints: readonly Hint[]): HintRoom[] {
  const said = new Set<string>()
  return hints.map((hint) => {
    const end = hint.text.slice(-tail)
    const needed = hint.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / perLine)), 0)
    const lines = said.has(end) ? 1 : Math.min(needed, mostLines)
    said.add(end)
    return { ...hint, lines, whole: lines >= needed }
  })
}
