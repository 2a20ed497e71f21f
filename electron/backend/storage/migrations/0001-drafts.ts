import type { Migration } from '../migrate.ts'

/**
 * The library. Contents stand in a table of their own: lists of thousands of drafts then read small rows only.
 * Times are milliseconds since 1970.
 */
export const migration0001: Migration = {
  version: 1,
  name: 'drafts',
  up: (database) => {
    database.exec(`
      CREATE TABLE drafts (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        unit TEXT NOT NULL,
        characters INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        trashed_at INTEGER
      ) STRICT;
      CREATE INDEX drafts_by_time ON drafts (trashed_at, updated_at DESC, number DESC);
      CREATE INDEX drafts_by_kind ON drafts (trashed_at, kind, updated_at DESC, number DESC);
      CREATE TABLE draft_contents (
        number INTEGER PRIMARY KEY REFERENCES drafts (number),
        content TEXT NOT NULL
      ) STRICT;
    `)
  },
}
