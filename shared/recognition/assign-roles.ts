/**
 * Which block each part of the body is. One pass from top to bottom, with a look ahead for what a heading holds.
 * Kept apart from the text: the result names places in paragraphs, `build-draft` makes blocks of them.
 */
import type { DraftKind } from '../document/draft.ts'
import type { RecordRole } from '../document/roles.ts'
import type { Unit } from './front-and-end.ts'
import { itemLine, looseParagraph } from './roles/loose-paragraphs.ts'
import { numberedLine, outermost } from './roles/numbered-lines.ts'
import { numberedParagraph } from './roles/numbered-paragraphs.ts'
import { allAs, headingLine, labelledParts, wholeParagraph, type HeadingLevel, type Part } from './roles/parts.ts'
import { noteRole, startState, type Place } from './roles/state.ts'
import { firstText, hasRunIns, headingLike, isTable, lookAhead, maxHeadingLength, outermostRank, startRank } from './roles/unit-facts.ts'

export type { Part }

export interface AssignedUnit {
  readonly unit: Unit
  readonly parts: readonly Part[]
  /** A label on a line of its own that belongs to the next unit's first block. */
  readonly labelForNext?: RecordRole
}

/** @param hasProblemPart the paper has a part for problems alone, so that 整改措施 is one for measures. */
export function assignRoles(units: readonly Unit[], kind: DraftKind, hasProblemPart: boolean, title: string): AssignedUnit[] {
  const state = startState(units, kind, hasProblemPart, title)
  return units.map((unit, index) => {
    const place = { units, index, unit, state }
    return unit.segments[0]!.labelOnly ? labelLine(place) : { unit, parts: partsOf(place) }
  })
}

function partsOf(place: Place): Part[] {
  const { unit, state } = place
  const first = unit.segments[0]!
  if (isTable(unit)) return []
  if (unit.paragraph.text === '') return [wholeParagraph(unit, 'paragraph')]
  const rank = startRank(unit)
  const level = unit.paragraph.hint?.level
  if (level !== undefined && first.label === undefined && !hasRunIns(unit) && unit.paragraph.text.length <= maxHeadingLength && rank !== 6) return headingLine(place, level)
  if (first.label !== undefined) return labelledParts(unit, state)
  const { expected } = state
  state.expected = undefined
  if ((expected === 'timeLimit' || expected === 'responsible') && (rank === undefined || rank > 2)) return allAs(unit, expected, state)
  if (rank !== undefined) state.groupNumbered = true
  if (rank === undefined) return looseParagraph(place)
  return rank === 6 ? itemLine(place) : numbered(place, rank)
}

/** A paragraph that begins 一、（一）1.（1）①. */
function numbered(place: Place, rank: number): Part[] {
  const outer = outermostRank(place.units)
  if (rank === outer) return outermost(place)
  const level = Math.min(outer === 0 ? rank + 1 : rank, 4) as HeadingLevel
  const ahead = lookAhead(place.units, place.index, rank)
  const line = !hasRunIns(place.unit) && headingLike(firstText(place.unit))
  return line ? numberedLine(place, level, ahead) : numberedParagraph(place, level, ahead)
}

/** “整改措施：” on a line of its own: says what follows. With nothing to attach to, it is a block to be filled in. */
function labelLine(place: Place): AssignedUnit {
  const { units, index, unit, state } = place
  const first = unit.segments[0]!
  const { role } = first.label!
  state.labelled = role
  state.labelledList = undefined
  state.aside = false
  if (role === 'other') return { unit, parts: [wholeParagraph(unit, 'paragraph')] }
  noteRole(state, role)
  if (!followedByText(units[index + 1])) return { unit, parts: [{ role, segment: first, from: first.to, to: first.to }] }
  state.expected = role
  return { unit, parts: [], labelForNext: role }
}

function followedByText(next: Unit | undefined): boolean {
  if (next === undefined || isTable(next) || next.paragraph.text === '' || next.paragraph.hint?.level) return false
  return next.segments[0]!.label === undefined && (startRank(next) ?? 6) >= 3
}
