/**
 * Snippets found by words in any order, each anywhere: Chinese words of two characters and more as they stand, letters as
 * they stand or as first letters of the pinyin (“llxx” finds 理论学习). What was made ready once is searched at once.
 */
import { initialsOf } from '../settings/pinyin-initials.ts'
import { sameAspect } from './aspect-at.ts'
import type { Snippet, SnippetRole } from './snippet.ts'

export type SnippetFacts = Pick<Snippet, 'id' | 'title' | 'aspect' | 'role' | 'tags' | 'source'> & {
  /** As printed (`snippetText`). */
  readonly text: string
  /** Milliseconds since 1970. */
  readonly updatedAt: number
}

/** A bit for each letter a character may begin with; 0 for what is no letter. */
type Letters = Uint32Array

interface Field {
  readonly text: string
  readonly letters: Letters
}

export interface ReadySnippet {
  readonly facts: SnippetFacts
  readonly title: Field
  /** 方面 and tags. */
  readonly names: readonly Field[]
  readonly body: Field
  readonly source: string
}

export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** By UTF-16 unit; -1 where it was not asked for yet. Halves of rare characters have no letters and part words. */
const bits = new Int32Array(0x10000).fill(-1)

function bitsOf(unit: number): number {
  const known = bits[unit]!
  if (known !== -1) return known
  const made = [...initialsOf(String.fromCharCode(unit))].reduce((sum, letter) => (letter >= 'a' && letter <= 'z' ? sum | (1 << (letter.charCodeAt(0) - 97)) : sum), 0)
  bits[unit] = made
  return made
}

function field(text: string): Field {
  const folded = fold(text)
  const letters = new Uint32Array(folded.length)
  for (let at = 0; at < folded.length; at += 1) letters[at] = bitsOf(folded.charCodeAt(at))
  return { text: folded, letters }
}

export function readySnippet(facts: SnippetFacts): ReadySnippet {
  return { facts, title: field(facts.title), names: [facts.aspect, ...facts.tags].filter((name) => name !== '').map(field), body: field(facts.text), source: fold(facts.source) }
}

/** Where the letters begin the characters one after another; -1 where they do not. */
function letterPlace({ letters }: Field, wanted: readonly number[]): number {
  const last = letters.length - wanted.length
  for (let start = 0; start <= last; start += 1) {
    let at = 0
    while (at < wanted.length && (letters[start + at]! & wanted[at]!) !== 0) at += 1
    if (at === wanted.length) return start
  }
  return -1
}

interface Word {
  readonly text: string
  /** Where it may be first letters. */
  readonly letters: readonly number[] | undefined
}

export function queryWords(query: string): string[] {
  return fold(query).split(/[\s,，、；;]+/u).filter((word) => word !== '')
}

function words(query: string): Word[] {
  return queryWords(query).map((text) => ({ text, letters: /^[a-z]{2,12}$/u.test(text) ? [...text].map((letter) => 1 << (letter.charCodeAt(0) - 97)) : undefined }))
}

/** Two letters would be found in almost any text: there they count in names alone. */
const leastInBody = 3

/** How well the word is met; 0 where it is not. */
function matchOf(snippet: ReadySnippet, { text, letters }: Word): number {
  const inTitle = snippet.title.text.indexOf(text)
  if (inTitle === 0) return 8
  if (snippet.names.some((name) => name.text === text)) return 7
  if (inTitle > 0) return 6
  if (snippet.names.some((name) => name.text.includes(text))) return 5
  if (snippet.body.text.includes(text)) return 4
  if (letters !== undefined) {
    const place = letterPlace(snippet.title, letters)
    if (place !== -1) return place === 0 ? 3 : 2
    if (snippet.names.some((name) => letterPlace(name, letters) !== -1)) return 2
    if (letters.length >= leastInBody && letterPlace(snippet.body, letters) !== -1) return 1
  }
  return snippet.source.includes(text) ? 1 : 0
}

function rankOf(snippet: ReadySnippet, query: readonly Word[]): number | undefined {
  let sum = 0
  for (const word of query) {
    const match = matchOf(snippet, word)
    if (match === 0) return undefined
    sum += match
  }
  return sum
}

export interface SnippetQuery {
  readonly query: string
  /** '' for those that serve any; null for all. */
  readonly aspect: string | null
  readonly role: SnippetRole | null
  readonly tag: string | null
  /** The 方面 the caret stands under: of equal matches its own come first. */
  readonly near: string
}

export interface Facet {
  readonly name: string
  readonly count: number
}

export interface FoundSnippets {
  readonly found: readonly SnippetFacts[]
  /** Of each kind all there are to choose from, counted with the other filters in place. */
  readonly facets: { readonly aspects: readonly Facet[]; readonly roles: readonly { readonly name: SnippetRole; readonly count: number }[]; readonly tags: readonly Facet[] }
}

function tally<N extends string>() {
  const counts = new Map<N, number>()
  return {
    add: (name: N): void => { counts.set(name, (counts.get(name) ?? 0) + 1) },
    /** The most first. */
    list: () => [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
  }
}

/** Best first: by match, then by the 方面 of the caret, then by use, then the newest. @param uses how often each was used. */
export function searchSnippets(all: Iterable<ReadySnippet>, { query, aspect, role, tag, near }: SnippetQuery, uses: (id: string) => number): FoundSnippets {
  const wanted = words(query)
  const nearby = new Map<string, number>()
  const nearness = (name: string) => {
    let known = nearby.get(name)
    if (known === undefined) nearby.set(name, known = sameAspect(name, near) ? 1 : 0)
    return known
  }
  const [aspects, roles, tags] = [tally<string>(), tally<SnippetRole>(), tally<string>()]
  const rows: { readonly facts: SnippetFacts; readonly rank: number; readonly uses: number }[] = []
  for (const snippet of all) {
    const rank = rankOf(snippet, wanted)
    if (rank === undefined) continue
    const { facts } = snippet
    const [ofAspect, ofRole, ofTag] = [aspect === null || facts.aspect === aspect, role === null || facts.role === role, tag === null || facts.tags.includes(tag)]
    if (ofRole && ofTag) aspects.add(facts.aspect)
    if (ofAspect && ofTag) roles.add(facts.role)
    if (ofAspect && ofRole) for (const one of facts.tags) tags.add(one)
    if (ofAspect && ofRole && ofTag) rows.push({ facts, rank: rank * 2 + nearness(facts.aspect), uses: uses(facts.id) })
  }
  rows.sort((a, b) => b.rank - a.rank || b.uses - a.uses || b.facts.updatedAt - a.facts.updatedAt || (a.facts.id < b.facts.id ? -1 : 1))
  return { found: rows.map((row) => row.facts), facets: { aspects: aspects.list(), roles: roles.list(), tags: tags.list() } }
}

/** Places in the text that hold words of the query as they stand, in order, none over another: for marking them. */
export function wordPlaces(text: string, query: string): { readonly from: number; readonly to: number }[] {
  const folded = text.toLowerCase()
  if (folded.length !== text.length) return []
  const places = queryWords(query).flatMap((word) => {
    const found: { from: number; to: number }[] = []
    for (let from = folded.indexOf(word); from !== -1; from = folded.indexOf(word, from + word.length)) found.push({ from, to: from + word.length })
    return found
  }).sort((a, b) => a.from - b.from || b.to - a.to)
  let end = 0
  return places.filter(({ from, to }) => {
    if (from < end) return false
    end = to
    return true
  })
}

/** What two snippets have alike where they say the same: their words, blanks apart. */
export function sameWords(text: string): string {
  return fold(text).replaceAll(/\s+/gu, '')
}
