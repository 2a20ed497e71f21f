/** Blocks to be: roles with the parts of their paragraph. */
import { headingRole, type RecordRole, type TextRole } from '../../document/roles.ts'
import type { Unit } from '../front-and-end.ts'
import { isIntroduction, tellsShortcoming } from '../section-context.ts'
import type { Segment } from '../segments.ts'
import { enterHeading, noteList, noteRole, type Place, type State } from './state.ts'
import { hasRunIns } from './unit-facts.ts'

export interface Part {
  readonly role: TextRole
  readonly segment: Segment
  /** Text range in the paragraph; a part behind a lead sentence has no number and no label. */
  readonly from: number
  readonly to: number
  readonly bare?: true
}

export type HeadingLevel = 1 | 2 | 3 | 4

/** The whole paragraph, number and label as plain text. */
export function wholeParagraph(unit: Unit, role: TextRole): Part {
  const to = unit.paragraph.text.length
  return { role, segment: { from: 0, textFrom: 0, to }, from: 0, to }
}

/** The segments from the index on: items in the given role, labelled ones (and those after them) in the role of the label. */
export function itemsFrom(unit: Unit, index: number, state: State, role: TextRole): Part[] {
  let current = role
  return unit.segments.slice(index).map((segment, offset) => {
    const label = segment.label?.role
    if (label !== undefined) {
      current = label === 'other' ? 'paragraph' : label
      // Who and when behind a measure (“（责任人：…）”) do not end the run of measures.
      if (index + offset === 0 || label === 'problem' || label === 'cause' || label === 'measure') {
        state.labelled = label
        state.labelledList = undefined
      }
    } else if (current === 'timeLimit' || current === 'responsible') current = role
    if (segment.marker) state.groupNumbered = true
    noteRole(state, current)
    noteList(state, unit, index + offset, current)
    return { role: current, segment, from: segment.textFrom, to: segment.to }
  })
}

/** Every segment of the paragraph in one role, labelled ones by their label. */
export function allAs(unit: Unit, role: TextRole, state: State): Part[] {
  const first = unit.segments[0]!
  noteRole(state, role)
  noteList(state, unit, 0, role)
  return [{ role, segment: first, from: first.textFrom, to: first.to }, ...itemsFrom(unit, 1, state, role)]
}

/** A paragraph that begins with a label. */
export function labelledParts(unit: Unit, state: State): Part[] {
  const { role } = unit.segments[0]!.label!
  state.aside = false
  state.labelled = role
  state.labelledList = undefined
  return itemsFrom(unit, 0, state, role === 'other' ? 'paragraph' : role)
}

/** Text between a lead sentence and its items says little by itself unless it stands alone. */
function restRole(rest: string, role: RecordRole, runIns: boolean): TextRole {
  if (!runIns) return role
  if (role === 'problem' && !tellsShortcoming(rest)) return 'paragraph'
  return rest.length > 24 ? role : 'paragraph'
}

/** What follows a lead sentence in its paragraph: text of its own, then the items, in the role or as plain text. */
export function behindLead({ unit, state }: Place, from: number, role: RecordRole | undefined): Part[] {
  const first = unit.segments[0]!
  const rest = unit.paragraph.text.slice(from, first.to)
  const items = () => itemsFrom(unit, 1, state, role ?? 'paragraph')
  if (rest === '') return items()
  const own = role === undefined || state.aside || isIntroduction(rest) ? 'paragraph' : restRole(rest, role, hasRunIns(unit))
  noteRole(state, own)
  return [{ role: own, segment: first, from, to: first.to, bare: true }, ...items()]
}

/** A heading on a line of its own. */
export function headingLine(place: Place, level: HeadingLevel): Part[] {
  const segment = place.unit.segments[0]!
  enterHeading(place, level, place.unit.paragraph.text.slice(segment.textFrom, segment.to))
  return [{ role: headingRole(level), segment, from: segment.textFrom, to: segment.to }]
}

/** A heading run into its paragraph; what follows it has the role `behind` gives once the heading is entered. */
export function headingRunIn(place: Place, level: HeadingLevel, title: string, behind: () => RecordRole | undefined): Part[] {
  const segment = place.unit.segments[0]!
  const end = segment.textFrom + title.length
  enterHeading(place, level, title)
  return [{ role: headingRole(level), segment, from: segment.textFrom, to: end }, ...behindLead(place, end, behind())]
}
