/** A paragraph with a number and text of its own: one entry of the record, or a heading run into what it heads. */
import { leadSentence } from '../../document/outline.ts'
import type { RecordRole } from '../../document/roles.ts'
import { isAspect, namesProblem, tellsShortcoming } from '../section-context.ts'
import { allAs, behindLead, headingRunIn, type HeadingLevel, type Part } from './parts.ts'
import { answersNamedProblem, contextRole, labelContinues, noteList, noteRole, type Place } from './state.ts'
import { firstText, hasRunIns, headingLike, labelLater, recordLabel, startRank, type Ahead } from './unit-facts.ts'

/** The lead sentence; or, where items follow at once, the whole of the text before them. */
function titleOf({ unit }: Place): string | undefined {
  const text = firstText(unit)
  return leadSentence(text) ?? (hasRunIns(unit) && headingLike(text) ? text : undefined)
}

export function numberedParagraph(place: Place, level: HeadingLevel, ahead: Ahead): Part[] {
  const { unit, state } = place
  if (labelContinues(place)) return allAs(unit, state.labelled as RecordRole, state)
  if (answersNamedProblem(place)) return allAs(unit, 'measure', state)
  // Beside a heading of its own level what that heading said no longer holds.
  if (level <= state.headingRank) state.context = state.part
  if (state.context === 'plan' || state.context === 'progress') return planParagraph(place, level, ahead)
  const role = contextRole(state.context)
  return role === undefined || state.aside ? narrativeParagraph(place, level) : recordParagraph(place, level, ahead, role)
}

/** In a part of problems, causes or measures (rule R6 of docs/behaviour.md). */
function recordParagraph(place: Place, level: HeadingLevel, ahead: Ahead, role: RecordRole): Part[] {
  const { unit, state } = place
  const title = titleOf(place)
  if (title === undefined) return allAs(unit, role, state)
  const rest = firstText(unit).slice(title.length)
  const connects = rest === '' || (rest.length <= 24 && /[：:]$/u.test(rest))
  const holdsItems = hasRunIns(unit) && connects && startRank(unit)! <= state.groupRank
  const holdsGroup = holdsItems || ahead.deeper || (isAspect(title) && (hasRunIns(unit) || rest !== ''))
  return holdsGroup ? headingRunIn(place, level, title, () => contextRole(state.context) ?? role) : allAs(unit, role, state)
}

/** What stands behind “（一）理论学习方面。” in its own paragraph. */
function aspectRole({ unit, state }: Place, rest: string): RecordRole | undefined {
  if (state.context === 'progress') return tellsShortcoming(rest) && !/已|完成/u.test(rest) ? 'problem' : 'measure'
  return unit.segments.slice(1).some((segment) => segment.label?.role === 'problem') ? undefined : 'problem'
}

/** In a plan or a report on one: a group, or a problem with its measures. */
function planParagraph(place: Place, level: HeadingLevel, ahead: Ahead): Part[] {
  const { units, index, unit, state } = place
  const first = unit.segments[0]!
  const text = firstText(unit)
  const title = titleOf(place)
  const labelsInside = unit.segments.slice(1).some((segment) => recordLabel(segment) !== undefined)
  if (title !== undefined && isAspect(title)) return headingRunIn(place, level, title, () => aspectRole(place, text.slice(title.length)))
  if (title !== undefined && (namesProblem(title) || (state.context === 'progress' && tellsShortcoming(title)))) {
    const end = first.textFrom + title.length
    noteRole(state, 'problem')
    noteList(state, unit, 0, 'problem')
    // What follows the problem's name in its own paragraph is what is done about it.
    return [{ role: 'problem', segment: first, from: first.textFrom, to: end }, ...behindLead(place, end, labelsInside ? undefined : 'measure')]
  }
  if (ahead.deeper && title !== undefined && !labelsInside) return headingRunIn(place, level, title, () => undefined)
  const answered = labelsInside || ahead.nextLabel !== undefined || labelLater(units, index)
  return answered || tellsShortcoming(text) ? allAs(unit, 'problem', state) : narrativeParagraph(place, level)
}

/** Outside the record: a heading run into its text, or a list entry. */
function narrativeParagraph(place: Place, level: HeadingLevel): Part[] {
  const { unit, state } = place
  const title = titleOf(place)
  if (title === undefined || startRank(unit)! > 3) return allAs(unit, 'paragraph', state)
  const outer = state.context
  return headingRunIn(place, level, title, () => {
    state.context ??= outer
    return contextRole(state.context)
  })
}
