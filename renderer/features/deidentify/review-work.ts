/** What the writer has decided in a review. Pure: every act gives the next state, one step of undo. */
import type { Decision, Finding } from '../../../shared/deidentify/finding.ts'
import { markId, placesOfText, type OwnMark } from '../../../shared/deidentify/own-marks.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import type { PlaceRange } from '../../../shared/placeholders/placeholder-places.ts'

export interface Work {
  /** By the id of a finding or mark; what has none is not decided yet. */
  readonly decisions: ReadonlyMap<string, Decision>
  readonly marks: readonly OwnMark[]
  /** Keys of clues (`clueKey`) that were seen and are kept. */
  readonly seen: ReadonlySet<string>
}

export const noWork: Work = { decisions: new Map(), marks: [], seen: new Set() }

const sameDecision = (a: Decision | undefined, b: Decision) => a?.do === b.do && (a.do === 'replace' && b.do === 'replace' ? a.key === b.key : true)

/** The same work where all of it is decided so already: no step of undo does nothing. */
export function decide(work: Work, ids: readonly string[], decision: Decision): Work {
  if (ids.every((id) => sameDecision(work.decisions.get(id), decision))) return work
  return { ...work, decisions: new Map([...work.decisions, ...ids.map((id) => [id, decision] as const)]) }
}

/** Marks that overlap new ones give way: the writer marks more of the text, or less. */
export function addMarks(work: Work, ranges: readonly PlaceRange[], key: string): Work {
  const marks = ranges.map(({ place, from, to }): OwnMark => ({ place, from, to, key }))
  const samePlace = (a: PlaceRange, b: PlaceRange) => JSON.stringify(a.place) === JSON.stringify(b.place)
  const others = work.marks.filter((one) => !marks.some((mark) => samePlace(one, mark) && one.from < mark.to && mark.from < one.to))
  return decide({ ...work, marks: [...others, ...marks] }, marks.map(markId), { do: 'replace' })
}

export function removeMarks(work: Work, ids: ReadonlySet<string>): Work {
  return { ...work, marks: work.marks.filter((mark) => !ids.has(markId(mark))), decisions: new Map([...work.decisions].filter(([id]) => !ids.has(id))) }
}

export function see(work: Work, keys: readonly string[], isSeen: boolean): Work {
  const seen = new Set(work.seen)
  for (const key of keys) {
    if (isSeen) seen.add(key)
    else seen.delete(key)
  }
  return { ...work, seen }
}

/** A key for marked text that stands for nothing else yet. */
export function freeKey(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  for (let number = 2; ; number += 1) if (!taken.has(`${base}${number}`)) return `${base}${number}`
}

const sameThing = ({ kind, text }: Pick<Finding, 'kind' | 'text'>) => `${kind}\n${text}`

/**
 * The work for a draft that was read again: what was decided the same way for all places of a text holds for that text
 * again, marked text is marked wherever it stands now, and clues that were seen stay seen.
 */
export function carriedOver(work: Work, before: readonly Finding[], draft: Draft, after: readonly Finding[], textOfMark: (mark: OwnMark) => string): Work {
  const bySame = Map.groupBy(before, sameThing)
  const decided = new Map<string, Decision>()
  for (const [same, list] of bySame) {
    const decisions = list.map(({ id }) => work.decisions.get(id))
    if (decisions[0] !== undefined && decisions.every((one) => JSON.stringify(one) === JSON.stringify(decisions[0]))) decided.set(same, decisions[0])
  }
  const decisions = new Map(after.flatMap((one) => {
    const decision = decided.get(sameThing(one))
    return decision ? [[one.id, decision] as const] : []
  }))
  const keyOfText = new Map(work.marks.map((mark) => [textOfMark(mark), mark.key] as const))
  return [...keyOfText].reduce((now, [text, key]) => addMarks(now, placesOfText(draft, text, now.marks), key), { decisions, marks: [], seen: work.seen } as Work)
}
