import type { Migration } from '../migrate.ts'

/** What an imported draft was made from, in full, with the report of every change: nothing brought in is ever lost. */
export const migration0003: Migration = {
  version: 3,
  name: 'imports',
  up: (database) => {
    database.exec(`
      CREATE TABLE imports (
        draft_number INTEGER PRIMARY KEY REFERENCES drafts (number),
        name TEXT NOT NULL,
        format TEXT NOT NULL,
        imported_at INTEGER NOT NULL,
        source_text TEXT NOT NULL,
        report TEXT NOT NULL,
        notes TEXT NOT NULL
      ) STRICT;
    `)
  },
}
