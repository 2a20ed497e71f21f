/** How a note's place follows an edit of the text it stands in, or goes along to other text. Offsets in UTF-16 units. */
import { commonEnds } from '../comparison/common-ends.ts'
import { occurrences } from './place-notes.ts'

/** Further away words say nothing of which of two equal places is meant. */
const contextLength = 24

function alike(a: string, b: string, aAt: number, bAt: number, step: 1 | -1): number {
  let count = 0
  while (count < contextLength) {
    const [one, other] = [a[aAt], b[bAt]]
    // The beginning or the end of both is a likeness too.
    if (one === undefined || other === undefined) return one === other ? count + 2 : count
    if (one !== other) return count
    count += 1
    aAt += step
    bAt += step
  }
  return count
}

/** How much of what stood around a range stands around the place in the other text. */
export function contextScore(before: string, from: number, to: number, after: string, at: number): number {
  return alike(before, after, from - 1, at - 1, -1) + alike(before, after, to, at + to - from, 1)
}

/** A place after an edit of the text around it; inside what was exchanged it goes to where that begins. */
export function followPoint(before: string, after: string, at: number): number {
  const { head, tail } = commonEnds(before, after)
  if (at <= head) return at
  return at >= before.length - tail ? after.length - (before.length - at) : head
}

export interface Found {
  readonly at: number
  readonly score: number
}

/** Where the words of a range stand after an edit: the place most like the old one, of those alike the nearest. */
export function findWords(before: string, from: number, to: number, after: string): Found | undefined {
  const expected = followPoint(before, after, from)
  let best: Found | undefined
  for (const at of occurrences(after, before.slice(from, to))) {
    const score = contextScore(before, from, to, after, at)
    if (best === undefined || score > best.score || (score === best.score && Math.abs(at - expected) < Math.abs(best.at - expected))) best = { at, score }
  }
  return best
}

/** Where a mark between two characters stands after an edit: between what is most like that which stood beside it. */
export function findPoint(before: string, at: number, after: string): Found {
  const expected = followPoint(before, after, at)
  let best: Found = { at: expected, score: contextScore(before, at, at, after, expected) }
  for (let one = 0; one <= after.length; one += 1) {
    const score = contextScore(before, at, at, after, one)
    if (score > best.score) best = { at: one, score }
  }
  return best
}

/** Whether what is left of a mark's surroundings is too little to say that it still stands there. */
export function isTorn(before: string, at: number, found: Found): boolean {
  return found.score * 2 < contextScore(before, at, at, before, at)
}
