/**
 * Suggestions for causes and measures that belong to no problem yet. They are only shown: the writer decides. A wrong one
 * costs more than a missing one, so wording must speak for a pair, and for that pair before any other.
 */
import type { Draft } from './draft.ts'
import type { LinkEntry } from './link-entries.ts'
import { aspects } from './link-words.ts'
import { deriveLinks, type Links } from './links.ts'
import { commonWords, indexWords, wordWeight, type WordIndex } from './shared-words.ts'

export type LinkReason =
  /** Words both have, the weightiest first. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'aspect'; readonly aspect: string }
  | { readonly kind: 'place'; readonly place: number }

export interface LinkSuggestion {
  readonly answerId: string
  readonly problemId: string
  /** 0 to 1, for the order in which they are shown. */
  readonly score: number
  /** The strongest first, one at least. */
  readonly reasons: readonly LinkReason[]
}

interface Pair {
  readonly answer: LinkEntry
  readonly problem: LinkEntry
  readonly words: readonly string[]
  /** What the words weigh. */
  readonly wording: number
  readonly aspect: string | undefined
  readonly samePlace: boolean
}

/** What must be reached, and by how much the best pair of an answer must lead. Tuned on the corpora, see docs/measurements.md. */
export const limits = {
  /** Words alone. */
  wording: 2.1,
  /** Words where aspect or place speak for the pair as well. */
  supported: 1.2,
  lead: 1.35,
  /** A second problem for the same answer. */
  further: 2.4,
  aspectBonus: 0.7,
  placeBonus: 0.7,
}

/** The aspects a heading or lead sentence names. */
function aspectsOf(text: string): ReadonlySet<string> {
  return new Set(aspects.filter(({ words }) => words.some((word) => text.includes(word))).map(({ name }) => name))
}

const aspectText = (entry: LinkEntry, groups: number) => (groups > 1 ? entry.group.text : entry.lead)

function groupSizes(entries: readonly LinkEntry[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const { group } of entries) sizes.set(group.id, (sizes.get(group.id) ?? 0) + 1)
  return sizes
}

interface Side {
  readonly entries: readonly LinkEntry[]
  readonly index: WordIndex
  readonly sizes: ReadonlyMap<string, number>
  readonly aspects: readonly ReadonlySet<string>[]
}

function sideOf(entries: readonly LinkEntry[]): Side {
  const sizes = groupSizes(entries)
  return { entries, sizes, index: indexWords(entries.map(({ text }) => text)), aspects: entries.map((entry) => aspectsOf(aspectText(entry, sizes.size))) }
}

/** Problems that share a pair of characters with the answer which is not in half the paper. */
function candidates(answerRuns: readonly string[], problems: Side): number[] {
  const most = Math.max(2, problems.entries.length / 3)
  const found = new Set<number>()
  for (const run of answerRuns) {
    const keys = run.codePointAt(0)! >= 0x3400 ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)) : [run]
    for (const key of keys) {
      const places = problems.index.places.get(key)
      if (places && places.length <= most) for (const place of places) found.add(place)
    }
  }
  return [...found].sort((a, b) => a - b)
}

function comparePair(answers: Side, at: number, problems: Side, against: number): Pair {
  const [answer, problem] = [answers.entries[at]!, problems.entries[against]!]
  const weighed = commonWords(answers.index.runs[at]!, problems.index.joined[against]!)
    .map((word) => ({ word, weight: wordWeight(word, problems.index.count(word), answers.index.count(word)) }))
    .sort((a, b) => b.weight - a.weight)
  const shared = [...answers.aspects[at]!].filter((name) => problems.aspects[against]!.has(name))
  return {
    answer, problem, words: weighed.map(({ word }) => word), wording: weighed.reduce((sum, { weight }) => sum + weight, 0), aspect: shared[0],
    samePlace: answer.place === problem.place && answer.group.level === problem.group.level && answers.sizes.get(answer.group.id) === problems.sizes.get(problem.group.id) && (answers.sizes.get(answer.group.id) ?? 0) > 1,
  }
}

const total = (pair: Pair) => pair.wording + (pair.aspect === undefined ? 0 : limits.aspectBonus) + (pair.samePlace ? limits.placeBonus : 0)

function choose(pairs: readonly Pair[]): Pair[] {
  const [best, second, ...rest] = pairs.toSorted((a, b) => total(b) - total(a) || a.problem.place - b.problem.place)
  if (!best) return []
  const needed = best.aspect !== undefined || best.samePlace ? limits.supported : limits.wording
  if (best.wording < needed) return []
  // In lists that run side by side one answers one; elsewhere a measure often takes two problems up.
  const further = (best.samePlace ? [] : rest).concat(best.samePlace || !second ? [] : second).filter((pair) => pair.wording >= limits.further)
  if (second && total(best) < total(second) * limits.lead && !further.includes(second)) return []
  return [best, ...further.toSorted((a, b) => total(b) - total(a))]
}

function toSuggestion(pair: Pair): LinkSuggestion {
  const reasons: LinkReason[] = [
    ...(pair.words.length > 0 ? [{ kind: 'words' as const, words: pair.words.slice(0, 3) }] : []),
    ...(pair.aspect === undefined ? [] : [{ kind: 'aspect' as const, aspect: pair.aspect }]),
    ...(pair.samePlace ? [{ kind: 'place' as const, place: pair.answer.place }] : []),
  ]
  return { answerId: pair.answer.id, problemId: pair.problem.id, score: 1 - 1 / (1 + total(pair) / 2), reasons }
}

/** Groups of one size whose entries answer each other place by place, as far as wording tells: answer's group → problems' group. */
function parallelGroups(chosen: readonly Pair[], answers: Side, problems: Side): ReadonlyMap<string, string> {
  const result = new Map<string, string>()
  for (const [group, pairs] of Map.groupBy(chosen, (pair) => pair.answer.group.id)) {
    const [first] = pairs
    const target = first!.problem.group.id
    const size = answers.sizes.get(group) ?? 0
    if (size < 2 || size !== problems.sizes.get(target)) continue
    if (pairs.every((pair) => pair.problem.group.id === target && pair.samePlace) && pairs.length * 2 >= size) result.set(group, target)
  }
  return result
}

/** An answer without telling words, between others that answer the problems of a group one by one, answers the one of its place. */
function fillIn(chosen: readonly Pair[], open: readonly LinkEntry[], answers: Side, problems: Side): Pair[] {
  const groups = parallelGroups(chosen, answers, problems)
  const done = new Set(chosen.map((pair) => pair.answer.id))
  return open.flatMap((answer): Pair[] => {
    const target = groups.get(answer.group.id)
    if (target === undefined || done.has(answer.id)) return []
    const against = problems.entries.findIndex((entry) => entry.group.id === target && entry.place === answer.place)
    return against === -1 ? [] : [comparePair(answers, answers.entries.indexOf(answer), problems, against)]
  })
}

/** Suggestions for every cause and measure, linked or not: what changes only with the text. In the order of the paper, the best of an answer first. */
export function rateLinks(links: Pick<Links, 'problems' | 'causes' | 'measures'>): LinkSuggestion[] {
  const problems = sideOf(links.problems.filter((entry) => !entry.inTable))
  return (['causes', 'measures'] as const).flatMap((kind) => {
    const answers = sideOf(links[kind].filter((entry) => !entry.inTable))
    const chosen = answers.entries.flatMap((_, at) => choose(candidates(answers.index.runs[at]!, problems).map((against) => comparePair(answers, at, problems, against))))
    // Measures are told in the order of the problems, causes are not.
    const all = kind === 'causes' ? chosen : [...chosen, ...fillIn(chosen, answers.entries, answers, problems)]
    const byAnswer = Map.groupBy(all, (pair) => pair.answer.id)
    return answers.entries.flatMap(({ id }) => (byAnswer.get(id) ?? []).map(toSuggestion))
  })
}

/** The suggestions for what belongs to no problem yet. @param rated of the same text, where it is at hand. */
export function suggestFrom(links: Links, rated: readonly LinkSuggestion[] = rateLinks(links)): LinkSuggestion[] {
  const unlinked = new Set(links.withoutProblem)
  return rated.filter(({ answerId }) => unlinked.has(answerId))
}

/** For each cause and measure without a problem those it seems to belong to, with reasons. Deterministic; may be empty. */
export function suggestLinks(draft: Pick<Draft, 'blocks'>): LinkSuggestion[] {
  return suggestFrom(deriveLinks(draft))
}
