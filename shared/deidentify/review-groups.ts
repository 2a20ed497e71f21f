/** The findings of a review as a writer goes through them: one line for each distinct text, by kind. */
import { findingKinds, type Finding, type FindingKind } from './finding.ts'

/** Kinds that one heading of the list holds together, in its order. */
export const reviewSections = [
  { name: 'unit', kinds: ['unit', 'unitKind', 'trade', 'level'] },
  { name: 'person', kinds: ['person'] },
  { name: 'place', kinds: ['place'] },
  { name: 'date', kinds: ['date'] },
  { name: 'amount', kinds: ['amount'] },
  { name: 'count', kinds: ['count'] },
  { name: 'fileNumber', kinds: ['fileNumber'] },
  { name: 'inspection', kinds: ['inspection'] },
  { name: 'contact', kinds: ['contact', 'fileName'] },
  { name: 'masked', kinds: ['masked'] },
  { name: 'own', kinds: ['own'] },
] as const satisfies readonly { readonly name: string; readonly kinds: readonly FindingKind[] }[]
export type ReviewSection = (typeof reviewSections)[number]['name']

type Listed = (typeof reviewSections)[number]['kinds'][number]
// The compiler objects when a kind of finding is in no section.
const everyKindIsListed: Exclude<FindingKind, Listed> extends never ? true : FindingKind = true
void everyKindIsListed
void findingKinds

/** All places of one text that get one proposed key. */
export interface FindingGroup {
  /** Its first finding's id. */
  readonly id: string
  readonly section: ReviewSection
  readonly text: string
  readonly key: string
  /** Each reason once. */
  readonly reasons: readonly string[]
  readonly sure: boolean
  readonly findings: readonly Finding[]
}

const sectionOf = new Map<FindingKind, ReviewSection>(reviewSections.flatMap(({ name, kinds }) => kinds.map((kind) => [kind, name] as const)))
const sectionOrder = new Map<ReviewSection, number>(reviewSections.map(({ name }, index) => [name, index]))

/** By section, within one in the order of the paper. The same figure of different things (2 个, 2 次) is two lines. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = Map.groupBy(findings, ({ kind, text, key }) => `${sectionOf.get(kind)!}\n${text}\n${key}`)
  return [...groups.values()].map((list): FindingGroup => {
    const first = list[0]!
    return { id: first.id, section: sectionOf.get(first.kind)!, text: first.text, key: first.key, reasons: [...new Set(list.map(({ reason }) => reason))], sure: list.every(({ sure }) => sure), findings: list }
  }).toSorted((a, b) => sectionOrder.get(a.section)! - sectionOrder.get(b.section)!)
}
