/** One review: what is found under the writer's marks, and what still tells of the unit under their decisions. */
import type { Draft } from '../document/draft.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'
import { replacedFindings, templateOf } from './apply-decisions.ts'
import { findIdentifying } from './find-identifying.ts'
import type { Decision, Finding } from './finding.ts'
import { placeName, withOwnMarks, type OwnMark } from './own-marks.ts'
import { placeBefore } from './places-before.ts'
import { stillIdentifying, type Clue } from './still-identifying.ts'

export interface Decided {
  /** By the id of a finding or a mark. */
  readonly decisions: ReadonlyMap<string, Decision>
  readonly marks: readonly OwnMark[]
}

export interface Review {
  readonly findings: readonly Finding[]
  /** Their places are those of the draft as it is, not of the template. */
  readonly clues: readonly Clue[]
}

const rangeName = ({ place, from, to }: Pick<Finding, 'place' | 'from' | 'to'>) => `${placeName(place)} ${from} ${to}`

/** What the writer keeps is decided: it is no clue a second time. */
export function reviewOf(draft: Draft, profile: UnitProfile, { decisions, marks }: Decided, progress: (done: number) => void = () => {}): Review {
  const findings = withOwnMarks(draft, findIdentifying(draft, profile), marks)
  progress(0.5)
  const replaced = replacedFindings(findings, decisions)
  const byPlace = Map.groupBy(replaced, ({ place }) => placeName(place))
  const kept = new Set(findings.filter(({ id }) => decisions.get(id)?.do === 'keep').map(rangeName))
  const clues = stillIdentifying(templateOf(draft, findings, decisions), profile).flatMap((clue): Clue[] => {
    if (clue.inLabel) return [clue]
    const places = clue.places.map((one) => placeBefore(one, byPlace.get(placeName(one.place)) ?? [])).filter((one) => !kept.has(rangeName(one)))
    return places.length === 0 ? [] : [{ ...clue, count: places.length, places }]
  })
  return { findings, clues }
}
