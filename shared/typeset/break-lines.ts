/** Where the lines of a paragraph end. Linear: each line is filled to its first sign that does not fit, and steps back from there. */
import { partsInWestern } from './break-opportunities.ts'
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

const character = ({ segments, segment, from, to }: Glyphs, at: number) => segments[segment[at]!]!.text.slice(from[at]!, to[at]!)

/**
 * LibreOffice steps back by the rules of the script that does not fit: forbidden marks in Chinese; UAX #14 in Western text, and
 * where Chinese steps back as far as Western text.
 */
function backByScript(glyphs: Glyphs, first: number, overflow: number): number {
  const { sign: signs, western } = glyphs
  const held = (at: number) => (signs[at]! & (sign.notFirst | sign.joined)) !== 0 || (signs[at - 1]! & sign.notLast) !== 0
    || ((signs[at]! & signs[at - 1]! & sign.pair) !== 0 && !endsPair(glyphs, first, at))
  let at = overflow
  while (at > first && western[at] === 0 && held(at)) {
    at -= 1
    // At the edge of Western text: an opening mark may part from it, a closing one not.
    if (at > first && western[at] === 0 && western[at - 1] === 1 && !held(at)) return at
    if (western[at] === 1) {
      at += 1
      break
    }
  }
  if (at > first && (western[at] === 1 || western[at - 1] === 1)) while (at > first && !partsInWestern(character(glyphs, at - 1), character(glyphs, at))) at -= 1
  return at
}

/** Where nothing may break LibreOffice ends the line with its first stretch of one script. */
function firstStretch({ western }: Glyphs, first: number, overflow: number): number {
  let at = first + 1
  while (at < overflow && western[at] === western[first]) at += 1
  return at
}

function breakAt(glyphs: Glyphs, first: number, overflow: number, hanging: boolean, byScript: boolean): { readonly to: number; readonly hangs: boolean } {
  const { sign: signs, count } = glyphs
  let to = overflow
  if ((signs[to]! & sign.space) !== 0) {
    while (to < count && (signs[to]! & sign.space) !== 0) to += 1
    // A mark behind the blanks would begin the next line: what stands before them goes with it.
    if (byScript || to >= count || (signs[to]! & sign.notFirst) === 0) return { to, hangs: false }
    to = overflow
  }
  const free = (at: number) => at >= count || (signs[at]! & (sign.notFirst | sign.joined | sign.joins)) === 0
  if (hanging && (signs[to]! & sign.hanging) !== 0 && to > first && free(to + 1)) {
    to += 1
    while (to < count && (signs[to]! & sign.space) !== 0) to += 1
    return { to, hangs: true }
  }
  if (byScript) to = backByScript(glyphs, first, to)
  else while (to > first && !mayBreak(glyphs, to, endsPair(glyphs, first, to)) && !behindHyphen(glyphs, to)) to -= 1
  if (to > first) return { to, hangs: false }
  // Nothing gives way: a word longer than the line, or a row of closing marks. It breaks where it must.
  to = Math.max(byScript ? firstStretch(glyphs, first, overflow) : overflow, first + 1)
  while (to < count && (signs[to]! & sign.joined) !== 0) to += 1
  return { to, hangs: false }
}

/**
 * @param room of the first line and of the others, twips.
 * @returns at least one line.
 */
export function breakLines(glyphs: Glyphs, setting: TextSetting, firstRoom: number, otherRoom: number): BrokenLine[] {
  const { count, width, gap, slack, sign: signs } = glyphs
  const hanging = setting.hangingPunctuation === (setting.flavour.hangs === 'file')
  // What the last sign of a line is wider by where spacing stands between signs only; at the end of a stretch it is so already.
  const { segment, western } = glyphs
  const behind = setting.flavour.spacing === 'between' ? Math.max(0, -setting.characterSpacing) : 0
  const withoutSpacing = (at: number) => (at + 1 < count && segment[at + 1] === segment[at] && western[at + 1] === western[at] ? behind : 0)
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
      if (next - give + (behind === 0 ? 0 : withoutSpacing(at)) > room) break
      used = next
    }
    const { to, hangs } = at >= count ? { to: count, hangs: false } : breakAt(glyphs, from, at, hanging, setting.flavour.faceBy === 'context')
    end(from, to, hangs)
    from = to
  }
  if (lines.length === 0) end(0, 0, false)
  return lines
}
