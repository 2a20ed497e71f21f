import type { Migration } from '../migrate.ts'

/** Files we wrote, with what we wrote: one that has changed since is somebody else's work and is not overwritten unasked. */
export const migration0005: Migration = {
  version: 5,
  name: 'exports',
  up: (database) => {
    database.exec(`
      CREATE TABLE exports (
        path TEXT PRIMARY KEY,
        draft_id TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        written_at INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
