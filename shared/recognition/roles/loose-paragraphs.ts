/** Paragraphs that begin with no number of a heading: items (一是…), loose text, remarks, closing lines. */
import type { RecordRole, TextRole } from '../../document/roles.ts'
import { isTimeLimitOnly } from '../../time-limit/parse-time-limit.ts'
import { isClosingLine, isIntroduction, tellsShortcoming } from '../section-context.ts'
import { allAs, itemsFrom, type Part } from './parts.ts'
import { contextRole, labelContinues, noteRole, type Place } from './state.ts'
import { firstText, hasRunIns, labelLater, numberFollowsInPart, startRank } from './unit-facts.ts'

/** A paragraph that begins 一是, 第一，. */
export function itemLine(place: Place): Part[] {
  const { unit, state } = place
  if (state.aside) return allAs(unit, 'paragraph', state)
  if (labelContinues(place)) return allAs(unit, state.labelled as RecordRole, state)
  const role = contextRole(state.context)
  if (role !== undefined) return allAs(unit, role, state)
  const newProblem = state.answered || !state.hasProblem || state.problemList !== undefined
  if (state.context === 'plan' && newProblem) return allAs(unit, 'problem', state)
  return allAs(unit, state.context === 'progress' && state.hasProblem ? 'measure' : 'paragraph', state)
}

function asParagraph({ unit, state }: Place): Part[] {
  const first = unit.segments[0]!
  return [{ role: 'paragraph', segment: first, from: 0, to: first.to }, ...itemsFrom(unit, 1, state, 'paragraph')]
}

/** “需要说明的有关情况：”: what follows is not of the record. */
function isRemark(place: Place): boolean {
  const text = firstText(place.unit)
  return !hasRunIns(place.unit) && text.length <= 24 && /[：:]$/u.test(text) && /说明|其他|有关情况|报告的事项/u.test(text)
}

export function looseParagraph(place: Place): Part[] {
  const { unit, state } = place
  if (isClosingLine(unit.paragraph.text) || isRemark(place)) state.aside = true
  if (state.aside) return asParagraph(place)
  const { labelled } = state
  const labelRole = labelled === 'problem' || labelled === 'cause' || labelled === 'measure' ? labelled : undefined
  const role = contextRole(state.context) ?? labelRole
  if (hasRunIns(unit)) return withItems(place, role)
  const text = firstText(unit)
  if (isTimeLimitOnly(text) && text.length <= 40 && (state.context === 'plan' || labelled !== undefined)) return allAs(unit, 'timeLimit', state)
  if (isIntroduction(text)) return asParagraph(place)
  if (labelRole !== undefined && role !== undefined && state.labelledList === undefined) return allAs(unit, role, state)
  const context = contextRole(state.context)
  if (context !== undefined) return looseRecord(place, context)
  if (state.context === 'plan' && isProblemOfPlan(place, text)) return allAs(unit, 'problem', state)
  if (state.context === 'progress' && state.hasProblem && labelled !== 'other' && !tellsShortcoming(text.slice(0, 20))) return allAs(unit, 'measure', state)
  return asParagraph(place)
}

function isProblemOfPlan({ units, index, state }: Place, text: string): boolean {
  const due = state.headingRank > 0 && (state.afterHeading || state.answered)
  return due && labelLater(units, index) && tellsShortcoming(text)
}

/** “…主要表现在：一是…二是…” and the like. */
function withItems(place: Place, role: RecordRole | undefined): Part[] {
  const { units, index, unit, state } = place
  const first = unit.segments[0]!
  const text = firstText(unit)
  const planProblem = state.context === 'plan' && (state.labelled !== undefined || labelLater(units, index) || state.afterHeading) && tellsShortcoming(unit.paragraph.text)
  const items: TextRole = role ?? (state.context === 'progress' && state.hasProblem ? 'measure' : planProblem ? 'problem' : 'paragraph')
  const leads = items === 'paragraph' || isIntroduction(text) || text.length <= 40 || !(state.afterHeading || state.hasProblem)
  const lead: TextRole = leads ? 'paragraph' : items
  noteRole(state, lead)
  return [{ role: lead, segment: first, from: 0, to: first.to }, ...itemsFrom(unit, 1, state, items)]
}

/** A loose paragraph in a part of problems, causes or measures. */
function looseRecord(place: Place, role: RecordRole): Part[] {
  const { units, index, unit, state } = place
  const next = units[index + 1]
  const nextRank = next ? startRank(next) : undefined
  // Before the numbered entries of the part or group it leads up to them; between them it is an aside.
  const leadsUp = state.headingRank === 1 ? numberFollowsInPart(units, index) : state.afterHeading && nextRank !== undefined && nextRank > state.headingRank
  // In a group that is told by labels, text behind its answers is no further problem.
  const behindAnswers = role === 'problem' && state.answered
  return leadsUp || behindAnswers || state.groupNumbered || state.context === 'outlook' ? asParagraph(place) : allAs(unit, role, state)
}
