/** What the view and the inspector show of the links of a paper, and what they are called there. */
import { useMemo } from 'react'
import type { Block } from '../../../shared/document/draft.ts'
import type { LinkEntry } from '../../../shared/document/link-entries.ts'
import { rateLinks, suggestFrom, type LinkSuggestion } from '../../../shared/document/link-suggestions.ts'
import { deriveLinks, type Link, type Links } from '../../../shared/document/links.ts'
import { linkText, type LinkCounts } from '../../text/links.ts'
import { roleNames } from '../../text/roles.ts'
import { pairKey, useRejected } from './rejected-suggestions.ts'

export interface LinkModel {
  readonly links: Links
  /** What each entry is called, without its role: “（三）2”. */
  readonly names: ReadonlyMap<string, string>
  readonly byId: ReadonlyMap<string, LinkEntry>
  /** Links of a problem or an answer. */
  readonly linksOf: ReadonlyMap<string, readonly Link[]>
  /** Suggestions not rejected, of a problem or an answer. */
  readonly suggestionsOf: ReadonlyMap<string, readonly LinkSuggestion[]>
  readonly suggestions: readonly LinkSuggestion[]
  readonly rejected: number
}

function byEnds<T extends { readonly answerId: string; readonly problemId: string }>(list: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const result = new Map<string, T[]>()
  for (const one of list) for (const id of [one.answerId, one.problemId]) {
    const known = result.get(id)
    if (known) known.push(one)
    else result.set(id, [one])
  }
  return result
}

const nameWords = 8

/** The number with that of its heading, or the first words where nothing is numbered. */
function plainName(entry: LinkEntry): string {
  const own = entry.number.replace(/[.．、：，]$/u, '')
  if (own === '') return linkText.firstWords(entry.lead, nameWords)
  return entry.group.level >= 2 ? entry.group.number.replace(/[.．、]$/u, '') + own : own
}

/** Where a list begins anew below each problem several are called the same: those are told apart by their first words. */
function nameEntries(entries: readonly LinkEntry[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const list of Map.groupBy(entries, (entry) => entry.role + plainName(entry)).values()) {
    for (const entry of list) names.set(entry.id, list.length === 1 || entry.number === '' ? plainName(entry) : `${plainName(entry)} ${linkText.firstWords(entry.lead, nameWords)}`)
  }
  return names
}

/** “措施（三）2”. */
export function entryName(model: Pick<LinkModel, 'names'>, entry: LinkEntry): string {
  return roleNames[entry.role] + (model.names.get(entry.id) ?? '')
}

export function useLinkModel(draftId: string, blocks: readonly Block[]): LinkModel {
  const rejected = useRejected(draftId)
  const links = useMemo(() => deriveLinks({ blocks }), [blocks])
  // Wording is compared anew only when words changed: a link changes none.
  const words = useMemo(() => JSON.stringify([...links.problems, ...links.answers].map((entry) => [entry.id, entry.text, entry.group.id, entry.group.text])), [links])
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const rated = useMemo(() => rateLinks(links), [words])
  return useMemo(() => {
    const all = suggestFrom(links, rated)
    const suggestions = all.filter((one) => !rejected.has(pairKey(one)))
    const entries = [...links.problems, ...links.answers]
    return {
      links, suggestions, names: nameEntries(entries), byId: new Map(entries.map((entry) => [entry.id, entry])),
      linksOf: byEnds(links.links), suggestionsOf: byEnds(suggestions), rejected: all.length - suggestions.length,
    }
  }, [links, rated, rejected])
}

export function countLinks(links: Links): LinkCounts {
  const loose = new Set(links.withoutProblem)
  return {
    problems: links.problems.length, withoutMeasure: links.withoutMeasure.length, causes: links.causes.length, withoutCause: links.withoutCause.length, measures: links.measures.length,
    looseCauses: links.causes.filter(({ id }) => loose.has(id)).length, looseMeasures: links.measures.filter(({ id }) => loose.has(id)).length,
  }
}

export function reasonsText(suggestion: LinkSuggestion): string {
  return suggestion.reasons.map(linkText.reason).join('，')
}

/** The end of a link or suggestion that is not the one asked from. */
export function otherEnd(pair: { readonly answerId: string; readonly problemId: string }, id: string): string {
  return pair.answerId === id ? pair.problemId : pair.answerId
}
