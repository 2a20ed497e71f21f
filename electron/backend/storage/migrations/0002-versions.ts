import type { Migration } from '../migrate.ts'

/** Every save keeps what was saved, packed (raw deflate of the JSON); thinned as time passes, named ones stay. */
export const migration0002: Migration = {
  version: 2,
  name: 'versions',
  up: (database) => {
    database.exec(`
      CREATE TABLE versions (
        id INTEGER PRIMARY KEY,
        draft_number INTEGER NOT NULL REFERENCES drafts (number),
        revision INTEGER NOT NULL,
        saved_at INTEGER NOT NULL,
        name TEXT,
        reason TEXT NOT NULL CHECK (reason IN ('created', 'saved', 'imported', 'conflict', 'restored', 'named')),
        characters INTEGER NOT NULL,
        packed BLOB NOT NULL
      ) STRICT;
      CREATE INDEX versions_by_draft ON versions (draft_number, saved_at);
    `)
  },
}
