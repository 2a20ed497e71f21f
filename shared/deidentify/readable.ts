/**
 * A text as finders read it: every range that is taken, placeholders first, is one gap character, however long it is. So
 * a paper reads the same before and after a finding became a placeholder, and a second reading finds nothing more.
 */
import { gap } from './finding.ts'

export interface Range {
  readonly from: number
  readonly to: number
}

export interface Readable {
  readonly text: string
  /** Offset in the draft's text of each character read, and of the end. */
  readonly offsets: readonly number[]
}

/** @param taken disjoint ranges in order. */
export function readable(text: string, taken: readonly Range[]): Readable {
  let read = ''
  const offsets: number[] = []
  let at = 0
  const copy = (to: number) => {
    for (; at < to; at += 1) {
      read += text[at]!
      offsets.push(at)
    }
  }
  for (const { from, to } of taken) {
    copy(from)
    read += gap
    offsets.push(from)
    at = to
  }
  copy(text.length)
  offsets.push(text.length)
  return { text: read, offsets }
}

/** The range in the draft's text that was read as [from, to); it never holds a gap. */
export function rangeRead({ offsets }: Readable, { from, to }: Range): Range {
  return { from: offsets[from]!, to: offsets[to - 1]! + 1 }
}
