/**
 * Which block each part of the body is. One pass from top to bottom, with a look ahead for what a heading holds.
 * Kept apart from the text: the result names places in paragraphs, `build-draft` makes blocks of them.
 */
import { isPartLabel } from '../document/label-words.ts'
import { listRank, type ListStyle } from '../document/list-style.ts'
import { leadSentence } from '../document/outline.ts'
import { headingRole, isRecordRole, type RecordRole, type TextRole } from '../document/roles.ts'
import type { DraftKind } from '../document/draft.ts'
import { isTimeLimitOnly } from '../time-limit/parse-time-limit.ts'
import type { Unit } from './front-and-end.ts'
import { classifyHeading, isAspect, isClosingLine, isIntroduction, namesProblem, tellsShortcoming, type SectionContext } from './section-context.ts'
import type { Segment } from './segments.ts'

/** A block to be: its role and the parts of its paragraph. */
export interface Part {
  readonly role: TextRole
  readonly segment: Segment
  /** Text range in the paragraph; a part behind a lead sentence has no number and no label. */
  readonly from: number
  readonly to: number
  readonly bare?: true
}

export interface AssignedUnit {
  readonly unit: Unit
  readonly parts: readonly Part[]
  /** A label on a line of its own that belongs to the next unit's first block. */
  readonly labelForNext?: RecordRole
}

const maxHeadingLength = 60

function segmentText(unit: Unit, segment: Segment): string {
  return unit.paragraph.text.slice(segment.textFrom, segment.to)
}

function startMarker(unit: Unit): { style: ListStyle; value: number } | undefined {
  const first = unit.segments[0]!
  return first.label !== undefined && !first.labelAfterNumber ? undefined : first.marker
}

function startRank(unit: Unit): number | undefined {
  const marker = startMarker(unit)
  return marker ? listRank(marker.style) : undefined
}

const isTable = (unit: Unit | undefined) => unit !== undefined && (unit.paragraph.table !== undefined || unit.paragraph.hint?.table !== undefined)

const endsSentence = (text: string) => /[。；！？]$/u.test(text)

/** Text that can stand on a line of its own as a heading. */
function headingLike(text: string): boolean {
  if (text === '' || text.length > maxHeadingLength) return false
  if (/[；！？]$/u.test(text)) return false
  const sentences = text.match(/[。！？；]/gu)?.length ?? 0
  return sentences === 0 || (sentences === 1 && text.endsWith('。') && text.length <= 46)
}

interface State {
  readonly kind: DraftKind
  readonly hasProblemPart: boolean
  /** Of the outermost heading, and of the nearest heading that says something itself. */
  part: SectionContext | undefined
  context: SectionContext | undefined
  /** What the last label said; holds until a heading or a label. */
  labelled: RecordRole | 'other' | undefined
  /** The last number printed for a problem and for the labelled run, to tell 二是 of the one from 二是 of the other. */
  problemList: { style: ListStyle; value: number } | undefined
  labelledList: { style: ListStyle; value: number } | undefined
  /** The group has a problem; it has a measure, limit or name behind it. */
  hasProblem: boolean
  answered: boolean
  /** Rank of the innermost heading open. */
  headingRank: number
  /** The last heading was a 方面 on a line of its own and nothing has followed it yet. */
  afterHeading: boolean
  /** Lowest rank of numbers inside the present part below its heading: its groups. */
  groupRank: number
  /** Numbered entries have come since the last heading: loose paragraphs between them are asides. */
  groupNumbered: boolean
  /** The line before was a label alone: this role is due next. */
  expected: RecordRole | undefined
  /** A remark (“需要说明的情况：”) closed the record until the next heading. */
  aside: boolean
}

/** The role that items and loose paragraphs of a context have. */
function contextRole(context: SectionContext | undefined): RecordRole | undefined {
  return context === 'problem' || context === 'cause' || context === 'measure' ? context : undefined
}

export function assignRoles(units: readonly Unit[], kind: DraftKind, hasProblemPart: boolean): AssignedUnit[] {
  const state: State = {
    kind, hasProblemPart, part: undefined, context: undefined, labelled: undefined, problemList: undefined, labelledList: undefined,
    hasProblem: false, answered: false, headingRank: 0, afterHeading: false, groupRank: 2, aside: false, groupNumbered: false, expected: undefined,
  }
  const recordKind = kind === 'individual-plan' || kind === 'team-plan' || kind === 'inspection-plan'
  if (recordKind && !units.some((unit) => startRank(unit) === 1)) state.part = state.context = 'plan'
  if (kind === 'progress-report') state.part = state.context = 'progress'
  state.groupRank = groupRankFrom(units, -1)
  return units.map((unit, index) => assignUnit(units, index, unit, state))
}

/** The outermost rank of numbers, 2 or deeper, in the part that begins after the index. */
function groupRankFrom(units: readonly Unit[], index: number): number {
  let rank = Infinity
  for (let at = index + 1; at < units.length; at += 1) {
    const own = startRank(units[at]!)
    if (own === undefined) continue
    if (own === 1) break
    if (own <= 5) rank = Math.min(rank, own)
  }
  return rank
}

function assignUnit(units: readonly Unit[], index: number, unit: Unit, state: State): AssignedUnit {
  const first = unit.segments[0]!
  const text = unit.paragraph.text
  if (isTable(unit)) return { unit, parts: [] }
  if (text === '') return { unit, parts: [{ role: 'paragraph', segment: first, from: 0, to: 0 }] }
  if (first.labelOnly) return labelLine(units, index, unit, state)
  const hintLevel = unit.paragraph.hint?.level
  const rank = startRank(unit)
  if (hintLevel !== undefined && first.label === undefined && unit.segments.length === 1 && text.length <= maxHeadingLength && !(rank !== undefined && rank > 5)) {
    return heading(units, index, unit, state, hintLevel, first.to)
  }
  if (first.label !== undefined) return { unit, parts: labelledParts(unit, 0, state) }
  const expected = state.expected
  state.expected = undefined
  if ((expected === 'timeLimit' || expected === 'responsible') && (rank === undefined || rank > 2)) return { unit, parts: allAs(unit, expected, state) }
  if (rank !== undefined) state.groupNumbered = true
  if (rank !== undefined && rank <= 5) return numbered(units, index, unit, state, rank)
  return { unit, parts: rank === 6 ? itemLine(unit, state) : looseParagraph(units, index, unit, state) }
}

/** “整改措施：” on a line of its own: says what follows. */
function labelLine(units: readonly Unit[], index: number, unit: Unit, state: State): AssignedUnit {
  const label = unit.segments[0]!.label!
  state.labelled = label.role
  state.labelledList = undefined
  state.aside = false
  if (label.role === 'other') return { unit, parts: [whole(unit, 'paragraph')] }
  const next = units[index + 1]
  const followed = next !== undefined && !isTable(next) && next.paragraph.text !== '' && !next.segments[0]!.labelOnly && next.segments[0]!.label === undefined &&
    (startRank(next) ?? 6) >= 3 && !next.paragraph.hint?.level
  noteRole(state, label.role)
  if (followed) state.expected = label.role
  // With nothing below to attach to, the label is a block of its own, to be filled in.
  return followed ? { unit, parts: [], labelForNext: label.role } : { unit, parts: [{ role: label.role, segment: unit.segments[0]!, from: unit.paragraph.text.length, to: unit.paragraph.text.length }] }
}

function whole(unit: Unit, role: TextRole): Part {
  const segment = unit.segments[0]!
  return { role, segment: { from: 0, textFrom: 0, to: unit.paragraph.text.length }, from: 0, to: segment.to }
}

function noteRole(state: State, role: TextRole): void {
  if (role === 'problem') {
    if (state.answered) state.answered = false
    state.hasProblem = true
  } else if (role === 'measure' || role === 'timeLimit' || role === 'responsible') state.answered = true
  if (isRecordRole(role)) state.afterHeading = false
}

function enterHeading(units: readonly Unit[], index: number, state: State, level: number, text: string): void {
  const part = isPartLabel(text)
  const own = isAspect(text) && level > 1 ? undefined : classifyHeading(text, state.kind, state.hasProblemPart)
  if (level === 1 || state.headingRank === 0 || (level <= state.headingRank && state.part === undefined)) {
    if (level === 1) {
      state.groupRank = groupRankFrom(units, index)
      const plans = state.kind === 'individual-plan' || state.kind === 'team-plan' || state.kind === 'inspection-plan'
      state.part = own ?? (isAspect(text) && plans ? 'plan' : partByLabels(units, index, state))
    } else state.part = own ?? state.part
    state.context = state.part
  } else state.context = part ? own : (own ?? state.part)
  if (own === 'plan' && state.part === 'progress') state.context = 'progress'
  if (!part || level === 1) {
    state.hasProblem = false
    state.answered = false
  }
  state.labelled = undefined
  state.labelledList = undefined
  state.problemList = undefined
  state.headingRank = level
  state.afterHeading = true
  state.groupNumbered = false
  state.expected = undefined
  state.aside = false
}

/** A part whose heading says nothing is a plan if labels of the record stand in it. */
function partByLabels(units: readonly Unit[], index: number, state: State): SectionContext | undefined {
  let labels = 0
  let problems = 0
  for (let at = index + 1; at < units.length && startRank(units[at]!) !== 1; at += 1) {
    const unit = units[at]!
    labels += unit.segments.filter((segment) => segment.label !== undefined && segment.label.role !== 'other').length
    const text = segmentText(unit, unit.segments[0]!)
    if (startRank(unit) !== undefined && /^(?:关于|针对)/u.test(text) && namesProblem(leadSentence(text) ?? text)) problems += 1
  }
  if (labels >= 2) return 'plan'
  return problems === 0 ? undefined : state.kind === 'inspection-plan' ? 'plan' : 'progress'
}

function heading(units: readonly Unit[], index: number, unit: Unit, state: State, level: 1 | 2 | 3 | 4, to: number): AssignedUnit {
  const segment = unit.segments[0]!
  const text = unit.paragraph.text.slice(segment.textFrom, to)
  enterHeading(units, index, state, level, text)
  return { unit, parts: [{ role: headingRole(level), segment, from: segment.textFrom, to }] }
}

interface Ahead {
  /** Numbered deeper before the next number of the same or a higher rank. */
  readonly deeper: boolean
  /** The very next unit. */
  readonly nextLabel: RecordRole | 'other' | undefined
  /** A loose paragraph follows directly. */
  readonly nextLoose: boolean
  readonly any: boolean
}

function lookAhead(units: readonly Unit[], index: number, rank: number): Ahead {
  let deeper = false
  const next = units[index + 1]
  const nextRank = next ? startRank(next) : undefined
  const belongs = next !== undefined && !(nextRank !== undefined && nextRank <= rank) && !next.paragraph.hint?.level
  for (let at = index + 1; at < units.length; at += 1) {
    const own = startRank(units[at]!)
    if (units[at]!.paragraph.hint?.level) break
    if (own === undefined) continue
    if (own <= rank) break
    deeper = true
    break
  }
  const label = belongs ? next.segments[0]!.label?.role : undefined
  const loose = belongs && label === undefined && nextRank === undefined && !isClosingLine(next.paragraph.text) && next.paragraph.text !== '' && !isTable(next)
  return { deeper, nextLabel: label, nextLoose: loose, any: belongs }
}

/** A paragraph that begins 一、（一）1.（1）①. */
function numbered(units: readonly Unit[], index: number, unit: Unit, state: State, rank: number): AssignedUnit {
  const first = unit.segments[0]!
  const text = segmentText(unit, first)
  const ahead = lookAhead(units, index, rank)
  const level = Math.min(rank, 4) as 1 | 2 | 3 | 4
  const runIns = unit.segments.length > 1
  const role = contextRole(state.context)
  if (rank === 1) return outermost(units, index, unit, state, ahead)
  if (!runIns && headingLike(text)) {
    if (isPartLabel(text) && !labelContinues(state, unit)) return heading(units, index, unit, state, level, first.to)
    return ownLine(units, index, unit, state, level, ahead, text)
  }
  if (labelContinues(state, unit)) return { unit, parts: allAs(unit, state.labelled as RecordRole, state) }
  const lead = leadSentence(text)
  const rest = lead === undefined ? '' : text.slice(lead.length)
  if (state.context === 'plan' || state.context === 'progress') return planParagraph(units, index, unit, state, level, lead, rest, ahead)
  if (role !== undefined && !state.aside) return recordParagraph(units, index, unit, state, level, role, lead, rest, ahead)
  return narrativeParagraph(units, index, unit, state, level, lead)
}

function outermost(units: readonly Unit[], index: number, unit: Unit, state: State, ahead: Ahead): AssignedUnit {
  const first = unit.segments[0]!
  const text = segmentText(unit, first)
  if (unit.segments.length === 1 && text.length <= maxHeadingLength + 20 && !endsSentence(text.slice(0, -1)) && (!endsSentence(text) || text.length <= 46)) {
    // A list of problems numbered 一、二、 without anything below is no list of parts.
    const role = contextRole(state.context)
    if (role !== undefined && state.headingRank === 1 && !ahead.any && endsSentence(text) && classifyHeading(text, state.kind, state.hasProblemPart) === undefined && state.afterHeading) {
      return heading(units, index, unit, state, 1, first.to)
    }
    return heading(units, index, unit, state, 1, first.to)
  }
  const lead = leadSentence(text) ?? (unit.segments.length > 1 && headingLike(text) ? text : undefined)
  if (lead === undefined) return { unit, parts: allAs(unit, 'paragraph', state) }
  const head: Part = { role: 'heading1', segment: first, from: first.textFrom, to: first.textFrom + lead.length }
  enterHeading(units, index, state, 1, lead)
  return { unit, parts: [head, ...behindLead(unit, state, first.textFrom + lead.length, contextRole(state.context))] }
}

/** Whether a numbered paragraph is the next entry of the labelled run: “整改措施：1.…” then “2.…”. */
function labelContinues(state: State, unit: Unit): boolean {
  const marker = startMarker(unit)
  if (!marker || state.labelled === undefined || state.labelled === 'other') return false
  if (state.labelled === 'timeLimit' || state.labelled === 'responsible') return false
  const list = state.labelledList
  if (list?.style === marker.style) return marker.value === list.value + 1 || (marker.value > list.value && marker.value <= list.value + 2)
  if (list !== undefined && listRank(marker.style) < listRank(list.style)) return false
  const problemNext = state.problemList?.style === marker.style && marker.value === state.problemList.value + 1 && state.labelled !== 'problem'
  return !problemNext && (marker.value === 1 || list !== undefined) && listRank(marker.style) > state.headingRank
}

/** A short numbered line. */
function ownLine(units: readonly Unit[], index: number, unit: Unit, state: State, level: 1 | 2 | 3 | 4, ahead: Ahead, text: string): AssignedUnit {
  const first = unit.segments[0]!
  const rank = startRank(unit)!
  const asHeading = () => heading(units, index, unit, state, level, first.to)
  if (labelContinues(state, unit)) return { unit, parts: allAs(unit, state.labelled as RecordRole, state) }
  if (state.aside || state.context === 'narrative' || state.context === undefined) {
    const listItem = endsSentence(text) && !ahead.any && rank >= 3
    return listItem ? { unit, parts: allAs(unit, 'paragraph', state) } : rank <= 4 ? asHeading() : { unit, parts: allAs(unit, 'paragraph', state) }
  }
  const record = contextRole(state.context)
  if (record !== undefined) {
    const complete = endsSentence(text) && rank > state.groupRank
    if (ahead.deeper || (ahead.nextLoose && !complete && !isIntroductionToNothing(units, index)) || (isAspect(text) && ahead.any)) return asHeading()
    if (ahead.nextLabel !== undefined && ahead.nextLabel !== 'other') return record === 'problem' ? { unit, parts: allAs(unit, 'problem', state) } : asHeading()
    return { unit, parts: allAs(unit, record, state) }
  }
  // Problems with their measures, group by group.
  if (isAspect(text) || ahead.nextLabel === 'problem') return asHeading()
  if (state.context === 'progress' && namesProblem(text) && (ahead.nextLoose || ahead.any)) return asProblem(unit, state)
  if (ahead.deeper && !(rank >= 3 && deeperIsMeasures(units, index))) return asHeading()
  const labelNext = ahead.nextLabel !== undefined && ahead.nextLabel !== 'other'
  if (labelNext) return asProblem(unit, state)
  if (ahead.nextLoose) return namesProblem(text) ? asProblem(unit, state) : asHeading()
  if (namesProblem(text) || rank > state.headingRank && state.headingRank > 0 && tellsShortcoming(text)) return asProblem(unit, state)
  return ahead.any || rank <= 2 ? asHeading() : asProblem(unit, state)
}

/** After “…问题” in a plan the deeper numbers are its measures when a label says so. */
function deeperIsMeasures(units: readonly Unit[], index: number): boolean {
  const next = units[index + 1]
  const label = next?.segments[0]!.label
  return label !== undefined && label.role !== 'problem' && label.role !== 'other'
}

function isIntroductionToNothing(units: readonly Unit[], index: number): boolean {
  const next = units[index + 1]
  return next !== undefined && isClosingLine(next.paragraph.text)
}

function asProblem(unit: Unit, state: State): AssignedUnit {
  return { unit, parts: allAs(unit, 'problem', state) }
}

/** A numbered paragraph with text of its own in a part of problems, causes or measures. */
function recordParagraph(units: readonly Unit[], index: number, unit: Unit, state: State, level: 1 | 2 | 3 | 4, role: RecordRole, lead: string | undefined, rest: string, ahead: Ahead): AssignedUnit {
  const first = unit.segments[0]!
  const text = segmentText(unit, first)
  const runIns = unit.segments.length > 1
  const title = lead ?? (runIns && headingLike(text) ? text : undefined)
  const restBare = title === undefined ? '' : text.slice(title.length)
  const connective = restBare === '' || (restBare.length <= 24 && /[：:]$/u.test(restBare))
  const groups = startRank(unit)! <= state.groupRank
  const holdsGroup = title !== undefined && ((runIns && connective && groups) || (isAspect(title) && (runIns || restBare !== '')) || ahead.deeper)
  if (!holdsGroup) {
    void rest
    return { unit, parts: allAs(unit, role, state) }
  }
  enterHeading(units, index, state, level, title)
  const head: Part = { role: headingRole(level), segment: first, from: first.textFrom, to: first.textFrom + title.length }
  return { unit, parts: [head, ...behindLead(unit, state, first.textFrom + title.length, contextRole(state.context) ?? role)] }
}

/** A numbered paragraph in a plan or a progress report: a problem with its measures, or a group. */
function planParagraph(units: readonly Unit[], index: number, unit: Unit, state: State, level: 1 | 2 | 3 | 4, lead: string | undefined, rest: string, ahead: Ahead): AssignedUnit {
  const first = unit.segments[0]!
  const text = segmentText(unit, first)
  const runIns = unit.segments.length > 1
  const title = lead ?? (runIns && headingLike(text) ? text : undefined)
  if (title !== undefined && isAspect(title)) {
    enterHeading(units, index, state, level, title)
    const head: Part = { role: headingRole(level), segment: first, from: first.textFrom, to: first.textFrom + title.length }
    return { unit, parts: [head, ...behindLead(unit, state, first.textFrom + title.length, planRole(unit, state, rest))] }
  }
  const labelsInside = unit.segments.slice(1).some((segment) => segment.label !== undefined && segment.label.role !== 'other')
  if (title !== undefined && (namesProblem(title) || (state.context === 'progress' && tellsShortcoming(title)))) {
    const head: Part = { role: 'problem', segment: first, from: first.textFrom, to: first.textFrom + title.length }
    noteRole(state, 'problem')
    noteList(state, unit, 0, 'problem')
    // What follows the problem's name in its own paragraph is what is done about it.
    return { unit, parts: [head, ...behindLead(unit, state, first.textFrom + title.length, labelsInside ? undefined : 'measure')] }
  }
  if (ahead.deeper && title !== undefined && !labelsInside) {
    enterHeading(units, index, state, level, title)
    const head: Part = { role: headingRole(level), segment: first, from: first.textFrom, to: first.textFrom + title.length }
    return { unit, parts: [head, ...behindLead(unit, state, first.textFrom + title.length, undefined)] }
  }
  const expectsAnswer = labelsInside || (ahead.nextLabel !== undefined && ahead.nextLabel !== 'other') || labelLater(units, index)
  if (expectsAnswer || tellsShortcoming(text)) return { unit, parts: allAs(unit, 'problem', state) }
  return narrativeParagraph(units, index, unit, state, level, lead)
}

/** Before the next heading of this part a label of the record follows: what stands here is what it answers. */
function labelLater(units: readonly Unit[], index: number): boolean {
  const rank = startRank(units[index]!) ?? 6
  for (let at = index + 1; at < units.length; at += 1) {
    const label = units[at]!.segments[0]!.label
    if (label && label.role !== 'other') return label.role !== 'problem'
    const own = startRank(units[at]!)
    if (own !== undefined && own < rank) return false
  }
  return false
}

function planRole(unit: Unit, state: State, rest: string): RecordRole | undefined {
  const progress = state.context === 'progress'
  if (progress) return tellsShortcoming(rest) && !/已|完成/u.test(rest) ? 'problem' : 'measure'
  const answered = unit.segments.slice(1).some((segment) => segment.label?.role === 'problem')
  return answered ? undefined : 'problem'
}

function narrativeParagraph(units: readonly Unit[], index: number, unit: Unit, state: State, level: 1 | 2 | 3 | 4, lead: string | undefined): AssignedUnit {
  const first = unit.segments[0]!
  const text = segmentText(unit, first)
  const title = lead ?? (unit.segments.length > 1 && headingLike(text) ? text : undefined)
  if (title === undefined || startRank(unit)! > 3) return { unit, parts: allAs(unit, 'paragraph', state) }
  const context = state.context
  enterHeading(units, index, state, level, title)
  if (state.context === undefined) state.context = context
  const head: Part = { role: headingRole(level), segment: first, from: first.textFrom, to: first.textFrom + title.length }
  return { unit, parts: [head, ...behindLead(unit, state, first.textFrom + title.length, contextRole(state.context))] }
}

/** What follows a lead sentence in its paragraph: text of its own, then the items. */
function behindLead(unit: Unit, state: State, from: number, role: RecordRole | undefined): Part[] {
  const first = unit.segments[0]!
  const parts: Part[] = []
  const rest = unit.paragraph.text.slice(from, first.to)
  const runIns = unit.segments.length > 1
  if (rest !== '') {
    const own = role !== undefined && !isIntroduction(rest) && !state.aside ? restRole(rest, role, runIns) : 'paragraph'
    parts.push({ role: own, segment: first, from, to: first.to, bare: true })
    noteRole(state, own)
  }
  return [...parts, ...itemsFrom(unit, 1, state, role ?? 'paragraph')]
}

/** Text between a lead sentence and its items says little by itself unless it stands alone. */
function restRole(rest: string, role: RecordRole, runIns: boolean): TextRole {
  if (!runIns) return role
  return role === 'problem' && !tellsShortcoming(rest) ? 'paragraph' : rest.length > 24 ? role : 'paragraph'
}

/** Every segment of the unit in one role, labelled ones by their label. */
function allAs(unit: Unit, role: TextRole, state: State): Part[] {
  const first = unit.segments[0]!
  noteRole(state, role)
  noteList(state, unit, 0, role)
  return [{ role, segment: first, from: first.textFrom, to: first.to }, ...itemsFrom(unit, 1, state, role)]
}

/** The segments from the index on: items in the given role, labelled ones (and those after them) in the role of the label. */
function itemsFrom(unit: Unit, index: number, state: State, role: TextRole): Part[] {
  const parts: Part[] = []
  let current = role
  for (let at = index; at < unit.segments.length; at += 1) {
    const segment = unit.segments[at]!
    const label = segment.label?.role
    if (label !== undefined) {
      current = label === 'other' ? 'paragraph' : label
      // Who and when behind a measure (“（责任人：…）”) do not end the run of measures.
      if (at === 0 || (label !== 'timeLimit' && label !== 'responsible' && label !== 'other')) {
        state.labelled = label
        state.labelledList = undefined
      }
    } else if (current === 'timeLimit' || current === 'responsible') current = role
    parts.push({ role: current, segment, from: segment.textFrom, to: segment.to })
    if (segment.marker) state.groupNumbered = true
    noteRole(state, current)
    noteList(state, unit, at, current)
  }
  return parts
}

function noteList(state: State, unit: Unit, index: number, role: TextRole): void {
  const { marker } = unit.segments[index]!
  if (!marker) return
  if (role === 'problem') state.problemList = { style: marker.style, value: marker.value }
  if (role === state.labelled) state.labelledList = { style: marker.style, value: marker.value }
}

function labelledParts(unit: Unit, index: number, state: State): Part[] {
  state.aside = false
  const label = unit.segments[index]!.label!
  state.labelled = label.role
  state.labelledList = undefined
  return itemsFrom(unit, index, state, label.role === 'other' ? 'paragraph' : label.role)
}

/** A paragraph that begins 一是, 第一，. */
function itemLine(unit: Unit, state: State): Part[] {
  if (state.aside) return allAs(unit, 'paragraph', state)
  if (labelContinues(state, unit)) return allAs(unit, state.labelled as RecordRole, state)
  const role = contextRole(state.context)
  if (role !== undefined) return allAs(unit, role, state)
  if (state.context === 'plan') {
    if (state.answered || !state.hasProblem || state.problemList !== undefined) return allAs(unit, 'problem', state)
  }
  if (state.context === 'progress') return allAs(unit, state.hasProblem ? 'measure' : 'paragraph', state)
  return allAs(unit, 'paragraph', state)
}

/** A paragraph without number or label. */
function looseParagraph(units: readonly Unit[], index: number, unit: Unit, state: State): Part[] {
  const first = unit.segments[0]!
  const text = segmentText(unit, first)
  const runIns = unit.segments.length > 1
  const asParagraph = () => [{ role: 'paragraph' as const, segment: first, from: 0, to: first.to }, ...itemsFrom(unit, 1, state, 'paragraph')]
  if (isClosingLine(unit.paragraph.text)) {
    state.aside = true
    return asParagraph()
  }
  const remark = !runIns && text.length <= 24 && /[：:]$/u.test(text) && /说明|其他|有关情况|报告的事项/u.test(text)
  if (remark) state.aside = true
  if (state.aside || remark) return asParagraph()
  const role = contextRole(state.context) ?? (state.labelled === 'problem' || state.labelled === 'cause' || state.labelled === 'measure' ? state.labelled : undefined)
  if (runIns) {
    const inPlan = state.context === 'plan' && (state.labelled !== undefined || labelLater(units, index) || state.afterHeading) && tellsShortcoming(unit.paragraph.text)
    const itemRole = role ?? (state.context === 'progress' && state.hasProblem ? 'measure' : inPlan ? 'problem' : 'paragraph')
    const leadRole: TextRole = itemRole !== 'paragraph' && !isIntroduction(text) && text.length > 40 && (state.afterHeading || state.hasProblem) ? itemRole : 'paragraph'
    const parts: Part[] = [{ role: leadRole, segment: first, from: 0, to: first.to }]
    noteRole(state, leadRole)
    return [...parts, ...itemsFrom(unit, 1, state, itemRole)]
  }
  if (isTimeLimitOnly(text) && text.length <= 40 && (state.context === 'plan' || state.labelled !== undefined)) return allAs(unit, 'timeLimit', state)
  if (isIntroduction(text)) return asParagraph()
  if (state.labelled !== 'other' && state.labelled !== undefined && role !== undefined && state.labelledList === undefined) return allAs(unit, role, state)
  if (contextRole(state.context) !== undefined) return looseRecord(units, index, unit, state, contextRole(state.context)!)
  if (state.context === 'plan' && (state.labelled === undefined || state.answered)) {
    const fits = (state.afterHeading || state.answered) && labelLater(units, index) && tellsShortcoming(text) && state.headingRank > 0
    if (fits) return allAs(unit, 'problem', state)
  }
  if (state.context === 'progress' && state.hasProblem && !tellsShortcoming(text.slice(0, 20))) return allAs(unit, 'measure', state)
  return asParagraph()
}

/** A loose paragraph in a part of problems, causes or measures. */
function looseRecord(units: readonly Unit[], index: number, unit: Unit, state: State, role: RecordRole): Part[] {
  const first = unit.segments[0]!
  const asParagraph = () => [{ role: 'paragraph' as const, segment: first, from: 0, to: first.to }]
  const numberedAhead = nextInPart(units, index)
  // Directly under the part's heading, before its numbered entries, it leads up to them.
  if (state.headingRank === 1 && state.afterHeading && numberedAhead) return asParagraph()
  if (state.headingRank > 1 && state.afterHeading && deeperAhead(units, index, state.headingRank)) return asParagraph()
  if (state.headingRank === 1 && numberedAhead) return asParagraph()
  return state.groupNumbered ? asParagraph() : allAs(unit, role, state)
}

function nextInPart(units: readonly Unit[], index: number): boolean {
  for (let at = index + 1; at < units.length; at += 1) {
    const rank = startRank(units[at]!)
    if (rank === 1 || units[at]!.paragraph.hint?.level === 1) return false
    if (rank !== undefined) return true
  }
  return false
}

function deeperAhead(units: readonly Unit[], index: number, headingRank: number): boolean {
  const rank = units[index + 1] ? startRank(units[index + 1]!) : undefined
  return rank !== undefined && rank > headingRank
}
