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
    return {
      links, suggestions, byId: new Map([...links.problems, ...links.answers].map((entry) => [entry.id, entry])),
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

/** “（三）2”, or the first words where nothing is numbered. */
export function placeName(entry: LinkEntry): string {
  const own = entry.number.replace(/[.．、：，]$/u, '')
  if (own === '') return `“${entry.lead.slice(0, 8)}”`
  return entry.group.level >= 2 ? entry.group.number.replace(/[.．、]$/u, '') + own : own
}

/** “措施（三）2”. */
export function entryName(entry: LinkEntry): string {
  return `${roleNames[entry.role]}${placeName(entry)}`
}

export function reasonsText(suggestion: LinkSuggestion): string {
  return suggestion.reasons.map(linkText.reason).join('，')
}

/** The end of a link or suggestion that is not the one asked from. */
export function otherEnd(pair: { readonly answerId: string; readonly problemId: string }, id: string): string {
  return pair.answerId === id ? pair.problemId : pair.answerId
}
