/** Templates, aspect sets, snippets and received ledgers as JSON, by kind and id. What reads them checks them. */
import type { Database } from 'better-sqlite3'

export type ContentKindName = 'template' | 'aspects' | 'snippet' | 'ledger'

export interface ContentRow {
  readonly id: string
  readonly title: string
  /** JSON */
  readonly content: string
  readonly created_at: number
  readonly updated_at: number
  readonly trashed_at: number | null
}

const columns = 'id, title, content, created_at, updated_at, trashed_at'

/** In the order they were made; those in the trash are left out. */
export function listContents(database: Database, kind: ContentKindName): ContentRow[] {
  return database.prepare<[string], ContentRow>(`SELECT ${columns} FROM contents WHERE kind = ? AND trashed_at IS NULL ORDER BY created_at, id`).all(kind)
}

/** The titles of those not in the trash, without what they say. */
export function contentTitles(database: Database, kind: ContentKindName): string[] {
  return database.prepare<[string], { title: string }>('SELECT title FROM contents WHERE kind = ? AND trashed_at IS NULL').all(kind).map(({ title }) => title)
}

/** Also one in the trash. */
export function findContent(database: Database, kind: ContentKindName, id: string): ContentRow | undefined {
  return database.prepare<[string, string], ContentRow>(`SELECT ${columns} FROM contents WHERE kind = ? AND id = ?`).get(kind, id)
}

/** Stores a content, over the one of its id if there is one, which comes back from the trash. */
export function storeContent(database: Database, kind: ContentKindName, { id, title, content }: Pick<ContentRow, 'id' | 'title' | 'content'>, now: number): void {
  database
    .prepare(`INSERT INTO contents (kind, id, title, content, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (kind, id) DO UPDATE SET title = excluded.title, content = excluded.content, updated_at = excluded.updated_at, trashed_at = NULL`)
    .run(kind, id, title, content, now, now)
}

/** @param trashedAt null brings it back. @returns whether there was one. */
export function setContentTrashed(database: Database, kind: ContentKindName, id: string, trashedAt: number | null): boolean {
  return database.prepare(`UPDATE contents SET trashed_at = ? WHERE kind = ? AND id = ? AND trashed_at IS ${trashedAt === null ? 'NOT NULL' : 'NULL'}`).run(trashedAt, kind, id).changes > 0
}

/** Ids of the templates set in a layout, those in the trash included. */
export function templatesWithLayout(database: Database, layoutId: string): string[] {
  return database.prepare<[string], { id: string }>(
    "SELECT id FROM contents WHERE kind = 'template' AND CASE WHEN json_valid(content) THEN json_extract(content, '$.layout') END = ? ORDER BY created_at, id",
  ).all(layoutId).map((row) => row.id)
}
