import type { Migration } from '../migrate.ts'

/** The unit's own Word templates, as they were added, with what was found in them. */
export const migration0008: Migration = {
  version: 8,
  name: 'word templates',
  up: (database) => {
    database.exec(`
      CREATE TABLE word_templates (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        bytes BLOB NOT NULL,
        sha256 TEXT NOT NULL,
        findings TEXT NOT NULL,
        added_at INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
