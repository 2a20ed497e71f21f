/** What was stored by opening packages, for undoing it. */
import type { Database } from 'better-sqlite3'

export interface StoredContent {
  readonly kind: string
  readonly storedId: string
  readonly act: 'add' | 'restore' | 'replace' | 'addBeside'
  /** A draft's revision or a layout's JSON as it was stored. */
  readonly after: string
  /** The JSON that was replaced. */
  readonly before: string | null
  readonly beforeTrashedAt: number | null
}

export interface Opening {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly sha256: string
  readonly openedAt: number
}

const contentColumns = 'kind, stored_id AS storedId, act, after, before, before_trashed_at AS beforeTrashedAt'

/** Part of the transaction that stores the contents. */
export function insertOpening(database: Database, { id, name, unit, sha256, openedAt }: Opening, contents: readonly StoredContent[]): void {
  database.prepare('INSERT INTO openings (id, name, unit, sha256, opened_at) VALUES (?, ?, ?, ?, ?)').run(id, name, unit, sha256, openedAt)
  const insert = database.prepare('INSERT INTO opening_contents (opening_id, position, kind, stored_id, act, after, before, before_trashed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const [position, one] of contents.entries()) insert.run(id, position, one.kind, one.storedId, one.act, one.after, one.before, one.beforeTrashedAt)
}

/** @returns what an opening that still stands has stored; undefined where there is none. */
export function readOpening(database: Database, id: string): readonly StoredContent[] | undefined {
  if (!database.prepare('SELECT 1 FROM openings WHERE id = ? AND undone_at IS NULL').get(id)) return undefined
  return database.prepare<[string], StoredContent>(`SELECT ${contentColumns} FROM opening_contents WHERE opening_id = ? ORDER BY position`).all(id)
}

export function markUndone(database: Database, id: string, now: number): void {
  database.prepare('UPDATE openings SET undone_at = ? WHERE id = ?').run(now, id)
}

export interface OpeningRow extends Opening {
  readonly undoneAt: number | null
}

const openingColumns = 'id, name, unit, sha256, opened_at AS openedAt, undone_at AS undoneAt'

/** The newest first. */
export function listOpenings(database: Database, offset: number, limit: number): { readonly openings: readonly OpeningRow[]; readonly total: number } {
  return {
    openings: database.prepare<[number, number], OpeningRow>(`SELECT ${openingColumns} FROM openings ORDER BY opened_at DESC, rowid DESC LIMIT ? OFFSET ?`).all(limit, offset),
    total: database.prepare<[], { count: number }>('SELECT count(*) AS count FROM openings').get()!.count,
  }
}

/** @returns an opening, undone or not, with what it stored. */
export function findOpening(database: Database, id: string): { readonly opening: OpeningRow; readonly contents: readonly StoredContent[] } | undefined {
  const opening = database.prepare<[string], OpeningRow>(`SELECT ${openingColumns} FROM openings WHERE id = ?`).get(id)
  return opening && { opening, contents: database.prepare<[string], StoredContent>(`SELECT ${contentColumns} FROM opening_contents WHERE opening_id = ? ORDER BY position`).all(id) }
}

/** How many contents of each kind an opening stored. */
export function openingCounts(database: Database, id: string): Readonly<Record<string, number>> {
  const rows = database.prepare<[string], { kind: string; count: number }>('SELECT kind, count(*) AS count FROM opening_contents WHERE opening_id = ? GROUP BY kind ORDER BY kind').all(id)
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

/** Whether the text is just what a package of another unit, one that gave its name, brought under this id. */
export function cameFromAnother(database: Database, { kind, id, text }: { readonly kind: string; readonly id: string; readonly text: string }, ownUnit: string): boolean {
  return database.prepare(`SELECT 1 FROM opening_contents JOIN openings ON openings.id = opening_contents.opening_id
    WHERE kind = ? AND stored_id = ? AND after = ? AND act <> 'restore' AND unit <> '' AND unit <> ? LIMIT 1`).get(kind, id, text, ownUnit) !== undefined
}
