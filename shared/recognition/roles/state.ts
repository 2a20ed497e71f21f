/** What the pass over the paper remembers, and how a heading changes it. */
import type { DraftKind } from '../../document/draft.ts'
import { isPartLabel, labelRole } from '../../document/label-words.ts'
import { listRank } from '../../document/list-style.ts'
import { leadSentence } from '../../document/outline.ts'
import { isRecordRole, type RecordRole, type TextRole } from '../../document/roles.ts'
import type { Unit } from '../front-and-end.ts'
import { classifyHeading, isAspect, namesProblem, type SectionContext } from '../section-context.ts'
import { firstText, groupRankFrom, outermostRank, recordLabel, startMarker, startRank, type ListNumber } from './unit-facts.ts'

export interface State {
  readonly kind: DraftKind
  readonly hasProblemPart: boolean
  /** What the outermost part is for, and the nearest heading that says something itself. */
  part: SectionContext | undefined
  context: SectionContext | undefined
  /** What the last label said; holds until a heading or a label. */
  labelled: RecordRole | 'other' | undefined
  /** The last number printed for a problem and in the labelled run, to tell 二是 of the one from 二是 of the other. */
  problemList: ListNumber | undefined
  labelledList: ListNumber | undefined
  /** The group has a problem; it has a measure, limit or name behind it. */
  hasProblem: boolean
  answered: boolean
  /** Level of the outermost headings so far: the paper's parts. */
  outerLevel: number
  /** Rank of the innermost heading open. */
  headingRank: number
  /** Nothing of the record has followed the last heading yet. */
  afterHeading: boolean
  /** Rank of the groups of the present part. */
  groupRank: number
  /** Numbered entries have come since the last heading: loose paragraphs between them are asides. */
  groupNumbered: boolean
  /** Rank of a problem named by its own line (“针对…的问题”): numbers below it are its measures. */
  namedProblem: number | undefined
  /** The line before was a label alone: this role is due next. */
  expected: RecordRole | undefined
  /** A remark (“需要说明的情况：”) closed the record until the next heading. */
  aside: boolean
}

/** A paragraph in its place. */
export interface Place {
  readonly units: readonly Unit[]
  readonly index: number
  readonly unit: Unit
  readonly state: State
}

const isPlanKind = (kind: DraftKind) => kind === 'individual-plan' || kind === 'team-plan' || kind === 'inspection-plan'

export function startState(units: readonly Unit[], kind: DraftKind, hasProblemPart: boolean, title: string): State {
  const flatPlan = isPlanKind(kind) && !units.some((unit) => (startRank(unit) ?? 6) <= 1)
  // “个人整改措施” without a word of problems is a list of measures.
  const onlyMeasures = flatPlan && /措施$/u.test(title) && !units.some((unit) => unit.segments.some((segment) => recordLabel(segment) !== undefined) || namesProblem(firstText(unit)))
  const context = kind === 'progress-report' ? 'progress' : onlyMeasures ? 'measure' : flatPlan ? 'plan' : undefined
  return {
    kind, hasProblemPart, part: context, context, labelled: undefined, problemList: undefined, labelledList: undefined, hasProblem: false, answered: false,
    outerLevel: Infinity, headingRank: 0, afterHeading: false, groupRank: groupRankFrom(units, -1), groupNumbered: false, namedProblem: undefined, expected: undefined, aside: false,
  }
}

/** The role that items and loose paragraphs of a context have. */
export function contextRole(context: SectionContext | undefined): RecordRole | undefined {
  if (context === 'outlook') return 'measure'
  return context === 'problem' || context === 'cause' || context === 'measure' ? context : undefined
}

export function noteRole(state: State, role: TextRole): void {
  if (role === 'problem') {
    state.answered = false
    state.hasProblem = true
  } else if (role === 'measure' || role === 'timeLimit' || role === 'responsible') state.answered = true
  if (isRecordRole(role)) state.afterHeading = false
}

/** Remembers the number of a segment under the role it got. */
export function noteList(state: State, unit: Unit, index: number, role: TextRole): void {
  const { marker } = unit.segments[index]!
  if (!marker) return
  if (role === 'problem') state.problemList = marker
  if (role === state.labelled) state.labelledList = marker
}

function goesOn(next: Unit | undefined, marker: ListNumber): boolean {
  const own = next && startMarker(next)
  return own?.style === marker.style && own.value > marker.value && own.value <= marker.value + 2
}

/** Whether a numbered paragraph is the next entry of the labelled run: “整改措施：1.…” then “2.…”. */
export function labelContinues({ units, index, state, unit }: Place): boolean {
  const marker = startMarker(unit)
  const { labelled, labelledList: list, problemList } = state
  if (!marker || (labelled !== 'problem' && labelled !== 'cause' && labelled !== 'measure')) return false
  // A number given twice (1. 1. 3.) is a slip where the list goes on after it.
  if (list?.style === marker.style) return (marker.value > list.value || goesOn(units[index + 1], marker)) && marker.value >= list.value && marker.value <= list.value + 2
  if (list !== undefined && listRank(marker.style) < listRank(list.style)) return false
  const problemNext = labelled !== 'problem' && problemList?.style === marker.style && marker.value === problemList.value + 1
  return !problemNext && (marker.value === 1 || list !== undefined) && listRank(marker.style) > state.headingRank
}

/** A number deeper than “（一）针对…的问题” is what is done about it. */
export function answersNamedProblem({ state, unit }: Place): boolean {
  const rank = startRank(unit)
  return state.namedProblem !== undefined && rank !== undefined && rank > state.namedProblem
}

/** What a part is for whose heading does not say: labels of the record make it a plan, “关于…问题” tells what was done. */
function partByContent(units: readonly Unit[], index: number, kind: DraftKind): SectionContext | undefined {
  let labels = 0
  let problems = 0
  for (const unit of units.slice(index + 1)) {
    if (startRank(unit) === outermostRank(units)) break
    labels += unit.segments.filter((segment) => recordLabel(segment) !== undefined).length
    const text = firstText(unit)
    if (startRank(unit) !== undefined && /^(?:关于|针对)/u.test(text) && namesProblem(leadSentence(text) ?? text)) problems += 1
  }
  if (labels >= 2) return 'plan'
  return problems === 0 ? undefined : kind === 'inspection-plan' ? 'plan' : 'progress'
}

/** Enters a heading of the level with the text. */
export function enterHeading({ units, index, state }: Place, level: number, text: string): void {
  const partLabel = isPartLabel(text)
  const label = partLabel && level > 1 ? labelRole(text.replace(/[。：:]$/u, '')) : undefined
  const own = label === 'measure' ? label : isAspect(text) && level > 1 ? undefined : classifyHeading(text, state.kind, state.hasProblemPart)
  if (level === 1) {
    state.groupRank = groupRankFrom(units, index)
    state.part = own ?? (isAspect(text) && isPlanKind(state.kind) ? 'plan' : partByContent(units, index, state.kind))
    state.context = state.part
  } else if (level <= state.outerLevel) {
    state.part = own ?? state.part
    state.context = state.part
  } else state.context = partLabel ? own : (own ?? state.part)
  if (own === 'plan' && state.part === 'progress') state.context = 'progress'
  if (!partLabel || level === 1) {
    state.hasProblem = false
    state.answered = false
  }
  state.labelled = undefined
  state.namedProblem = undefined
  state.labelledList = undefined
  state.problemList = undefined
  state.outerLevel = Math.min(state.outerLevel, level)
  state.headingRank = level
  state.afterHeading = true
  state.groupNumbered = false
  state.expected = undefined
  state.aside = false
}
