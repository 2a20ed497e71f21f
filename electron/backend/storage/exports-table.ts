import type { Database } from 'better-sqlite3'

/** The hash of what we last wrote to the path, undefined where we wrote nothing there. */
export function writtenHash(database: Database, path: string): string | undefined {
  return database.prepare<[string], { sha256: string }>('SELECT sha256 FROM exports WHERE path = ?').get(path)?.sha256
}

export function noteWritten(database: Database, path: string, draftId: string, sha256: string, now: number): void {
  database
    .prepare('INSERT INTO exports (path, draft_id, sha256, written_at) VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET draft_id = excluded.draft_id, sha256 = excluded.sha256, written_at = excluded.written_at')
    .run(path, draftId, sha256, now)
}
