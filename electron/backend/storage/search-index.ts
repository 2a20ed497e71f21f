/**
 * Full-text search over pairs of characters: “整改” is the pair 整改, “整改方案” the phrase 整改 改方 方案, so every word of two
 * characters and more is found exactly. Latin words and figures are indexed as they are.
 */
import type { Database } from 'better-sqlite3'
import type { Draft } from '../../../shared/document/draft.ts'
import { printText } from '../../../shared/document/print-text.ts'
import { draftColumns, filterSql, type DraftRow, type ListFilter } from './drafts-table.ts'

const runs = /[\p{Script=Han}〇]+|(?:(?![\p{Script=Han}〇])[\p{L}\p{N}])+/gu
const han = /^[\p{Script=Han}〇]/u

/** Pairs of a run of Chinese characters; its last character stands alone as well, so that a search for one finds it. */
function pairs(run: string): string[] {
  const characters = [...run]
  return characters.map((character, index) => character + (characters[index + 1] ?? ''))
}

/** Text as words for the index. */
export function indexText(text: string): string {
  return [...text.normalize('NFKC').toLowerCase().matchAll(runs)].flatMap(([run]) => (han.test(run) ? pairs(run) : [run])).join(' ')
}

/** One typed word as an FTS5 query; undefined where it holds nothing that is indexed. */
function termQuery(term: string): string | undefined {
  const parts = [...term.normalize('NFKC').toLowerCase().matchAll(runs)].map(([run]) => {
    if (!han.test(run)) return `"${run}" *`
    const characters = [...run]
    if (characters.length === 1) return `"${run}" *`
    return `"${pairs(run).slice(0, -1).join(' ')}"`
  })
  return parts.length === 0 ? undefined : parts.join(' AND ')
}

export function searchTerms(query: string): string[] {
  return query.split(/\s+/u).filter((term) => term !== '')
}

/** Brings the index up to date for drafts that changed, newest first. @returns whether more wait. */
export function indexChanged(database: Database, most: number): boolean {
  const waiting = database
    .prepare<[number], { number: number; revision: number; title: string; content: string }>(
      'SELECT d.number, d.revision, d.title, c.content FROM drafts d JOIN draft_contents c USING (number) WHERE d.indexed_revision <> d.revision ORDER BY d.updated_at DESC LIMIT ?')
    .all(most + 1)
  const remove = database.prepare('DELETE FROM draft_search WHERE rowid = ?')
  const insert = database.prepare('INSERT INTO draft_search (rowid, title, body) VALUES (?, ?, ?)')
  const done = database.prepare('UPDATE drafts SET indexed_revision = ? WHERE number = ?')
  database.transaction(() => {
    for (const { number, revision, title, content } of waiting.slice(0, most)) {
      remove.run(number)
      insert.run(number, indexText(title), indexText(printText(JSON.parse(content) as Draft)))
      done.run(revision, number)
    }
  }).immediate()
  return waiting.length > most
}

/** Drafts that hold every term, in the title first, then by time. The index must be up to date. */
export function searchDrafts(database: Database, terms: readonly string[], filter: ListFilter, offset: number, limit: number): { rows: DraftRow[]; total: number } {
  const query = terms.map(termQuery).filter((part) => part !== undefined).join(' AND ')
  if (query === '') return { rows: [], total: 0 }
  const where = `draft_search MATCH @query AND ${filterSql(filter)}`
  const values = { query, ...(filter.kind === null ? {} : { kind: filter.kind }) }
  const from = 'FROM draft_search JOIN drafts d ON d.number = draft_search.rowid'
  const rows = database
    .prepare<[object], DraftRow>(`SELECT ${draftColumns} ${from} WHERE ${where} ORDER BY bm25(draft_search, 8.0, 1.0), d.updated_at DESC LIMIT @limit OFFSET @offset`)
    .all({ ...values, limit, offset })
  const total = database.prepare<[object], { total: number }>(`SELECT count(*) AS total ${from} WHERE ${where}`).get(values)!.total
  return { rows, total }
}

export interface Hit {
  readonly before: string
  readonly match: string
  readonly after: string
}

/** Where the text holds one of the terms, with a little of what stands around it. */
export function findHit(text: string, terms: readonly string[]): Hit | null {
  const folded = text.toLowerCase()
  const places = terms.map((term) => ({ term, at: folded.indexOf(term.toLowerCase()) })).filter((place) => place.at >= 0)
  const first = places.sort((a, b) => a.at - b.at)[0]
  if (!first) return null
  const from = Math.max(0, first.at - 16)
  const end = first.at + first.term.length
  const line = (part: string) => part.replaceAll('\n', ' ')
  return {
    before: (from > 0 ? '…' : '') + line(text.slice(from, first.at)),
    match: text.slice(first.at, end),
    after: line(text.slice(end, end + 40)) + (end + 40 < text.length ? '…' : ''),
  }
}
