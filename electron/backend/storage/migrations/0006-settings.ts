import type { Migration } from '../migrate.ts'

/** What the unit has set: one JSON value a name. Values set aside because they could not be read stand under names of their own. */
export const migration0006: Migration = {
  version: 6,
  name: 'settings',
  up: (database) => {
    database.exec(`
      CREATE TABLE settings (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
