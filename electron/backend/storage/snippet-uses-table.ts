/** Which draft a snippet went into, and when. Uses stay when a draft goes: what was once sent out was sent out. */
import type { Database } from 'better-sqlite3'

/** Of all snippets that were ever used. */
export function countUses(database: Database): ReadonlyMap<string, number> {
  return new Map(database.prepare<[], [string, number]>('SELECT snippet_id, count(*) FROM snippet_uses GROUP BY snippet_id').raw().all())
}

export interface UseRow {
  readonly draftId: string
  readonly title: string
  /** Milliseconds since 1970, the last time. */
  readonly usedAt: number
}

/** The drafts of the library outside the trash that a snippet was used in, newest first. @param but a draft that is not meant. */
export function usesOf(database: Database, snippetId: string, but: string | null): UseRow[] {
  return database
    .prepare<[string, string], UseRow>(`SELECT u.draft_id AS draftId, d.title, max(u.used_at) AS usedAt FROM snippet_uses u JOIN drafts d ON d.id = u.draft_id
      WHERE u.snippet_id = ? AND d.trashed_at IS NULL AND u.draft_id <> ? GROUP BY u.draft_id ORDER BY usedAt DESC, u.draft_id`)
    .all(snippetId, but ?? '')
}

/** @returns the time it is stored under: two uses in one millisecond are told apart. */
export function insertUse(database: Database, snippetId: string, draftId: string, now: number): number {
  const last = database.prepare<[string, string], { last: number | null }>('SELECT max(used_at) AS last FROM snippet_uses WHERE snippet_id = ? AND draft_id = ?').get(snippetId, draftId)?.last ?? -1
  const usedAt = Math.max(now, last + 1)
  database.prepare('INSERT INTO snippet_uses (snippet_id, draft_id, used_at) VALUES (?, ?, ?)').run(snippetId, draftId, usedAt)
  return usedAt
}

export function deleteUse(database: Database, snippetId: string, draftId: string, usedAt: number): void {
  database.prepare('DELETE FROM snippet_uses WHERE snippet_id = ? AND draft_id = ? AND used_at = ?').run(snippetId, draftId, usedAt)
}
