import type { Migration } from '../migrate.ts'

/**
 * What opening a package stored and what it replaced, so that it is undone as one; and whose signatures were confirmed.
 * `after` is how the content is known to be as it was stored: a draft's revision, a layout's JSON. `before` is the JSON
 * that was replaced.
 */
export const migration0010: Migration = {
  version: 10,
  name: 'exchange',
  up: (database) => {
    database.exec(`
      CREATE TABLE openings (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        unit TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        opened_at INTEGER NOT NULL,
        undone_at INTEGER
      ) STRICT;
      CREATE TABLE opening_contents (
        opening_id TEXT NOT NULL REFERENCES openings (id),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        stored_id TEXT NOT NULL,
        act TEXT NOT NULL,
        after TEXT NOT NULL,
        before TEXT,
        before_trashed_at INTEGER,
        PRIMARY KEY (opening_id, position)
      ) STRICT;
      CREATE TABLE known_keys (
        public_key TEXT NOT NULL,
        unit TEXT NOT NULL,
        confirmed_at INTEGER NOT NULL,
        PRIMARY KEY (public_key, unit)
      ) STRICT;
    `)
  },
}
