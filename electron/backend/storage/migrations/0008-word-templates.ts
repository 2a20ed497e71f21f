import type { Migration } from '../migrate.ts'

/** The unit's own Word templates with what was found in them. A removed one stays for a while, so that it can be taken back. */
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
        added_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT;
    `)
  },
}
