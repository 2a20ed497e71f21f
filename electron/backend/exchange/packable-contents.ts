/** What of the library may go into a package, kind by kind, page by page. Titles are searched as they are listed. */
import type { Database } from 'better-sqlite3'
import { knownKinds, type KnownKind } from '../../../shared/exchange/content-kinds.ts'

export interface PackableRow {
  readonly id: string
  readonly title: string
  readonly size: number
  readonly updatedAt: number
}

/** Rows of a kind as (id, title, updated_at) with the text they are packed from; `number` joins a draft's. */
function sourceOf(kind: KnownKind): { readonly from: string; readonly title: string; readonly text: string; readonly values: readonly string[] } {
  switch (kind) {
    case 'draft': return { from: 'drafts s WHERE s.trashed_at IS NULL', title: 's.title', text: '(SELECT content FROM draft_contents c WHERE c.number = s.number)', values: [] }
    case 'layout': return { from: 'layouts s WHERE 1', title: 's.name', text: 's.content', values: [] }
    default: return { from: 'contents s WHERE s.kind = ? AND s.trashed_at IS NULL', title: 's.title', text: 's.content', values: [kind] }
  }
}

/** @param words each of them stands in the title. */
export function listPackable(database: Database, kind: KnownKind, words: readonly string[], offset: number, limit: number): { readonly rows: readonly PackableRow[]; readonly total: number } {
  const { from, title, text, values } = sourceOf(kind)
  const where = `${from}${words.map(() => ` AND instr(lower(${title}), lower(?)) > 0`).join('')}`
  const bound = [...values, ...words]
  // The text is measured for the rows of the page only.
  const rows = database.prepare<(string | number)[], PackableRow>(`SELECT s.id, ${title} AS title, octet_length(${text}) AS size, s.updated_at AS updatedAt FROM ${from.split(' WHERE ')[0]}
    WHERE s.rowid IN (SELECT s.rowid FROM ${where} ORDER BY s.updated_at DESC, s.rowid DESC LIMIT ? OFFSET ?) ORDER BY s.updated_at DESC, s.rowid DESC`).all(...bound, limit, offset)
  return { rows, total: database.prepare<string[], { count: number }>(`SELECT count(*) AS count FROM ${where}`).get(...bound)!.count }
}

export function packableCounts(database: Database): Readonly<Record<KnownKind, number>> {
  return Object.fromEntries(knownKinds.map((kind) => {
    const { from, values } = sourceOf(kind)
    return [kind, database.prepare<string[], { count: number }>(`SELECT count(*) AS count FROM ${from}`).get(...values)!.count]
  })) as Record<KnownKind, number>
}
