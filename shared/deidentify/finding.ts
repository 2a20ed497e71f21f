/** What is found in a draft that tells of its unit, and what the writer decides about it. */
import type { PlaceRange } from '../placeholders/placeholder-places.ts'

/** In the order a review lists them; `own`: marked by the writer. */
export const findingKinds = ['unit', 'unitKind', 'trade', 'level', 'person', 'place', 'date', 'amount', 'count', 'fileNumber', 'inspection', 'contact', 'fileName', 'masked', 'own'] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Finding extends PlaceRange {
  readonly id: string
  readonly kind: FindingKind
  readonly text: string
  /** The same text everywhere has the same key; different texts of one kind are numbered. */
  readonly key: string
  /** In the writer's words: why this is taken for something of the unit's. */
  readonly reason: string
  /** False: looks like it; the writer should look twice. */
  readonly sure: boolean
}

/** A find before keys are numbered. Offsets in the text that is read (see `readable.ts`). */
export interface Candidate {
  readonly from: number
  readonly to: number
  readonly kind: FindingKind
  readonly base: string
  readonly reason: string
  readonly sure: boolean
  /** What the text counts (个, 本): equal figures of different things are different values. */
  readonly of?: string
}

export type Decision =
  | { readonly do: 'replace'; readonly key?: string }
  | { readonly do: 'keep' }

/** Words learned from profile, properties and the paper itself; they are found wherever they stand. */
export interface LearnedWord {
  readonly kind: 'unit' | 'trade' | 'person' | 'place'
  readonly base: string
  readonly reason: string
  readonly sure: boolean
}

export interface Learned {
  readonly words: ReadonlyMap<string, LearnedWord>
  /** 局, 馆, … of the paper's own unit. */
  readonly ownKinds: ReadonlySet<string>
  /** The year the paper speaks from; years around it keep their relation. */
  readonly baseYear: number | undefined
}

/** One text of the paper as finders read it. */
export interface ReadText {
  /** What is taken already, placeholders among it, is one `gap` character each. */
  readonly text: string
  readonly role: string
  readonly label: string
}

export type Finder = (read: ReadText, learned: Learned) => Candidate[]

export const gap = '\uFFFC'

/** Candidates from all matches of a pattern; group “at” marks the range where the whole match is not it. */
export function fromPattern(text: string, pattern: RegExp, candidate: (match: RegExpMatchArray) => Omit<Candidate, 'from' | 'to'> | undefined): Candidate[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const found = candidate(match)
    const at = match.groups?.['at']
    const from = match.index + (at === undefined ? 0 : match[0].indexOf(at))
    return found === undefined ? [] : [{ ...found, from, to: from + (at ?? match[0]).length }]
  })
}
