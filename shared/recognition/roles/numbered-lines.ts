/** A short line with a number: a heading, or an entry of a list. */
import { isPartLabel } from '../../document/label-words.ts'
import { leadSentence } from '../../document/outline.ts'
import type { RecordRole } from '../../document/roles.ts'
import { isAspect, isClosingLine, namesProblem, tellsShortcoming } from '../section-context.ts'
import { allAs, headingLine, headingRunIn, type HeadingLevel, type Part } from './parts.ts'
import { answersNamedProblem, contextRole, labelContinues, type Place } from './state.ts'
import { endsSentence, firstText, hasRunIns, headingLike, maxHeadingLength, measuresLabelled, recordLabel, startRank, type Ahead } from './unit-facts.ts'

/** 一、: a part of the paper, on its own line or run into its paragraph. */
export function outermost(place: Place): Part[] {
  const { unit, state } = place
  const text = firstText(unit)
  const oneSentence = !endsSentence(text.slice(0, -1)) && (!endsSentence(text) || text.length <= 46)
  if (!hasRunIns(unit) && text.length <= maxHeadingLength + 20 && oneSentence) return headingLine(place, 1)
  const lead = leadSentence(text) ?? (hasRunIns(unit) && headingLike(text) ? text : undefined)
  if (lead === undefined) return allAs(unit, 'paragraph', state)
  return headingRunIn(place, 1, lead, () => contextRole(state.context))
}

export function numberedLine(place: Place, level: HeadingLevel, ahead: Ahead): Part[] {
  const { unit, state } = place
  const text = firstText(unit)
  if (labelContinues(place)) return allAs(unit, state.labelled as RecordRole, state)
  if (isPartLabel(text)) return headingLine(place, level)
  if (answersNamedProblem(place)) return allAs(unit, 'measure', state)
  const record = contextRole(state.context)
  if (state.aside || state.context === 'narrative' || state.context === undefined) return narrativeLine(place, level, ahead, text)
  return record === undefined ? planLine(place, level, ahead, text) : recordLine(place, level, ahead, text, record)
}

function narrativeLine(place: Place, level: HeadingLevel, ahead: Ahead, text: string): Part[] {
  const rank = startRank(place.unit)!
  const listEntry = rank > 4 || (endsSentence(text) && !ahead.any && rank >= 3)
  return listEntry ? allAs(place.unit, 'paragraph', place.state) : headingLine(place, level)
}

/** In a part of problems, causes or measures: a group where something stands below it, else an entry. */
function recordLine(place: Place, level: HeadingLevel, ahead: Ahead, text: string, record: RecordRole): Part[] {
  const { units, index, unit, state } = place
  const complete = endsSentence(text) && startRank(unit)! > state.groupRank
  const closes = units[index + 1] !== undefined && isClosingLine(units[index + 1]!.paragraph.text)
  const holds = ahead.deeper || (ahead.nextLoose && !complete && !closes) || (isAspect(text) && ahead.any)
  if (holds || (ahead.nextLabel !== undefined && record !== 'problem')) return headingLine(place, level)
  return allAs(unit, record, state)
}

/** In a plan or a report on one: a group, or a problem with its measures below. */
function planLine(place: Place, level: HeadingLevel, ahead: Ahead, text: string): Part[] {
  const { units, index, unit, state } = place
  const rank = startRank(unit)!
  const asProblem = () => allAs(unit, 'problem', state)
  const asHeading = () => headingLine(place, level)
  if (isAspect(text) || ahead.nextLabel === 'problem') return asHeading()
  if (state.context === 'progress' && namesProblem(text) && ahead.any) return asProblem()
  const next = units[index + 1]
  const measuresBelow = rank >= 3 && next !== undefined && recordLabel(next.segments[0]!) !== undefined
  if (namesProblem(text) && ahead.deeper && next !== undefined && next.segments[0]!.label === undefined && !isPartLabel(firstText(next)) && !tellsShortcoming(firstText(next).slice(0, 24)) && !measuresLabelled(units, index)) {
    state.namedProblem = rank
    return asProblem()
  }
  if (ahead.deeper && !measuresBelow) return asHeading()
  if (ahead.nextLabel !== undefined) return asProblem()
  if (ahead.nextLoose) return namesProblem(text) ? asProblem() : asHeading()
  if (namesProblem(text) || (rank > state.headingRank && state.headingRank > 0 && tellsShortcoming(text))) return asProblem()
  return ahead.any || rank <= 2 ? asHeading() : asProblem()
}

