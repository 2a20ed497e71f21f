/** What can be said of a paragraph, and of those after it, without knowing where in the paper it stands. */
import { listRank, type ListStyle } from '../../document/list-style.ts'
import type { RecordRole } from '../../document/roles.ts'
import type { Unit } from '../front-and-end.ts'
import { isClosingLine } from '../section-context.ts'
import type { Segment } from '../segments.ts'

export const maxHeadingLength = 60

export interface ListNumber {
  readonly style: ListStyle
  readonly value: number
}

export function segmentText(unit: Unit, segment: Segment): string {
  return unit.paragraph.text.slice(segment.textFrom, segment.to)
}

/** The text behind the number or label the paragraph begins with, up to its first item. */
export function firstText(unit: Unit): string {
  return segmentText(unit, unit.segments[0]!)
}

export function hasRunIns(unit: Unit): boolean {
  return unit.segments.length > 1
}

/** The number the paragraph itself begins with; one behind a label belongs to the label's list. */
export function startMarker(unit: Unit): ListNumber | undefined {
  const first = unit.segments[0]!
  return first.label !== undefined && !first.labelAfterNumber ? undefined : first.marker
}

/** Rank of that number: 0 for 第一部分, 1 for 一、 to 6 for 一是. */
export function startRank(unit: Unit): number | undefined {
  const marker = startMarker(unit)
  return marker ? listRank(marker.style) : undefined
}

export function isTable(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.paragraph.table !== undefined || unit.paragraph.hint?.table !== undefined)
}

export const endsSentence = (text: string) => /[。；！？]$/u.test(text)

/** Text that can stand on a line of its own as a heading. */
export function headingLike(text: string): boolean {
  if (text === '' || text.length > maxHeadingLength || /[；！？]$/u.test(text)) return false
  const sentences = text.match(/[。！？；]/gu)?.length ?? 0
  return sentences === 0 || (sentences === 1 && text.endsWith('。') && text.length <= 46)
}

/** A label of the record, not one that only stands beside it (备注：, 整改目标：). */
export function recordLabel(segment: Segment): RecordRole | undefined {
  const role = segment.label?.role
  return role === 'other' ? undefined : role
}

export interface Ahead {
  /** Something is numbered deeper before the next number of the same or a higher rank. */
  readonly deeper: boolean
  /** The label the next paragraph begins with. */
  readonly nextLabel: RecordRole | undefined
  /** The next paragraph has neither number nor label. */
  readonly nextLoose: boolean
  /** The next paragraph belongs under this one. */
  readonly any: boolean
}

/** What follows a paragraph numbered with the rank. */
export function lookAhead(units: readonly Unit[], index: number, rank: number): Ahead {
  const next = units[index + 1]
  const nextRank = next ? startRank(next) : undefined
  const belongs = next !== undefined && !(nextRank !== undefined && nextRank <= rank) && !next.paragraph.hint?.level
  const nextLabel = belongs ? recordLabel(next.segments[0]!) : undefined
  const nextLoose = belongs && next.segments[0]!.label === undefined && nextRank === undefined && !isClosingLine(next.paragraph.text) && next.paragraph.text !== '' && !isTable(next)
  return { deeper: deeperFollows(units, index, rank), nextLabel, nextLoose, any: belongs }
}

function deeperFollows(units: readonly Unit[], index: number, rank: number): boolean {
  for (const unit of units.slice(index + 1)) {
    if (unit.paragraph.hint?.level) return false
    const own = startRank(unit)
    if (own !== undefined) return own > rank
  }
  return false
}

/** Before the next number of the same or a higher rank a label says what problems or measures are. */
export function measuresLabelled(units: readonly Unit[], index: number): boolean {
  const rank = startRank(units[index]!) ?? 6
  for (const unit of units.slice(index + 1)) {
    const own = startRank(unit)
    if (own !== undefined && own <= rank) return false
    if (unit.segments.some((segment) => recordLabel(segment) === 'measure' || recordLabel(segment) === 'problem')) return true
  }
  return false
}

/** A label of the record stands between here and the next number of a higher rank: what stands here is what it answers. */
export function labelLater(units: readonly Unit[], index: number): boolean {
  const rank = startRank(units[index]!) ?? 6
  for (const unit of units.slice(index + 1)) {
    const label = recordLabel(unit.segments[0]!)
    if (label) return label !== 'problem'
    const own = startRank(unit)
    if (own !== undefined && own < rank) return false
  }
  return false
}

/** Something numbered follows in the same outermost part. */
export function numberFollowsInPart(units: readonly Unit[], index: number): boolean {
  const outer = outermostRank(units)
  for (const unit of units.slice(index + 1)) {
    const rank = startRank(unit)
    if (rank === outer || unit.paragraph.hint?.level === 1) return false
    if (rank !== undefined) return true
  }
  return false
}

/** Rank of the numbers of the paper's parts: 0 where it has a 第一部分, 1 otherwise. */
export function outermostRank(units: readonly Unit[]): number {
  const known = outermostRanks.get(units)
  if (known !== undefined) return known
  const rank = units.some((unit) => startRank(unit) === 0) ? 0 : 1
  outermostRanks.set(units, rank)
  return rank
}

/** Asked of the same paper again and again. */
const outermostRanks = new WeakMap<readonly Unit[], number>()

/** The outermost rank of numbers, deeper than the parts', in the part that begins after the index: its groups. */
export function groupRankFrom(units: readonly Unit[], index: number): number {
  const outer = outermostRank(units)
  let rank = Infinity
  for (const unit of units.slice(index + 1)) {
    const own = startRank(unit)
    if (own === outer) break
    if (own !== undefined && own <= 5) rank = Math.min(rank, own)
  }
  return rank
}
