/** Where the lines of a paragraph end. Linear: each line is filled to its first sign that does not fit, and steps back from there. */
import type { Glyphs, TextSetting } from './glyphs.ts'
import { sign } from './signs.ts'

export interface BrokenLine {
  readonly from: number
  /** Behind its last sign, blanks at the end included. */
  readonly to: number
  /** Behind its last sign that takes room: blanks at the end and a mark that hangs left out. */
  readonly filled: number
  /** Its last sign hangs outside the type area. */
  readonly hangs: boolean
  /** Natural width up to `filled`. */
  readonly width: number
}

/** Whether a line may begin at the sign, which is not the first. */
function mayBreak({ sign: signs }: Glyphs, at: number, pairBefore: boolean): boolean {
  const [before, after] = [signs[at - 1]!, signs[at]!]
  if ((after & (sign.notFirst | sign.joined | sign.joins | sign.space)) !== 0 || (before & (sign.notLast | sign.joins)) !== 0) return false
  if ((before & after & sign.pair) !== 0 && !pairBefore) return false
  return (before & after & sign.word) === 0
}

/** Whether the pair sign before the place ends a pair: of four dashes in a row the first two are one sign. */
function endsPair({ sign: signs }: Glyphs, start: number, at: number): boolean {
  let first = at
  while (first > start && (signs[first - 1]! & sign.pair) !== 0) first -= 1
  return (at - first) % 2 === 0
}

/** Behind a hyphen a word may part. */
function behindHyphen({ segments, segment, from, sign: signs }: Glyphs, at: number): boolean {
  if ((signs[at]! & sign.westernLetter) === 0 || at < 2 || (signs[at - 2]! & sign.westernLetter) === 0) return false
  return segments[segment[at - 1]!]!.text.charCodeAt(from[at - 1]!) === 0x2d
}

function breakAt(glyphs: Glyphs, first: number, overflow: number, hanging: boolean): { readonly to: number; readonly hangs: boolean } {
  const { sign: signs, count } = glyphs
  let to = overflow
  if ((signs[to]! & sign.space) !== 0) {
    while (to < count && (signs[to]! & sign.space) !== 0) to += 1
    return { to, hangs: false }
  }
  const free = (at: number) => at >= count || (signs[at]! & (sign.notFirst | sign.joined | sign.joins)) === 0
  if (hanging && (signs[to]! & sign.hanging) !== 0 && to > first && free(to + 1)) {
    to += 1
    while (to < count && (signs[to]! & sign.space) !== 0) to += 1
    return { to, hangs: true }
  }
  while (to > first && !mayBreak(glyphs, to, endsPair(glyphs, first, to)) && !behindHyphen(glyphs, to)) to -= 1
  if (to > first) return { to, hangs: false }
  // Nothing gives way: a word longer than the line, or a row of closing marks. It breaks where it must.
  to = Math.max(overflow, first + 1)
  while (to < count && (signs[to]! & sign.joined) !== 0) to += 1
  return { to, hangs: false }
}

/**
 * @param room of the first line and of the others, twips.
 * @returns at least one line.
 */
export function breakLines(glyphs: Glyphs, setting: TextSetting, firstRoom: number, otherRoom: number): BrokenLine[] {
  const { count, width, gap, slack, sign: signs } = glyphs
  const lines: BrokenLine[] = []
  const end = (from: number, to: number, hangs: boolean) => {
    let filled = to
    while (filled > from && (signs[filled - 1]! & sign.space) !== 0) filled -= 1
    if (hangs) filled -= 1
    let sum = 0
    for (let at = from; at < filled; at += 1) sum += width[at]! + (at === from ? 0 : gap[at]!)
    lines.push({ from, to, filled, hangs, width: sum })
  }
  let from = 0
  while (from < count) {
    // A hundredth of a twip for what adding up rounds.
    const room = (lines.length === 0 ? firstRoom : otherRoom) + 0.01
    let at = from
    let used = 0
    let give = 0
    for (; at < count; at += 1) {
      const next = used + width[at]! + (at === from ? 0 : gap[at]!)
      give += slack[at]!
      if (next - give > room) break
      used = next
    }
    const { to, hangs } = at >= count ? { to: count, hangs: false } : breakAt(glyphs, from, at, setting.hangingPunctuation)
    end(from, to, hangs)
    from = to
  }
  if (lines.length === 0) end(0, 0, false)
  return lines
}
