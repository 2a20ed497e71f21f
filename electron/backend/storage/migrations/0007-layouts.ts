import type { Migration } from '../migrate.ts'

/** Layouts of the unit's own; those that ship stand in files. `name` is kept beside the content for one that cannot be read. */
export const migration0007: Migration = {
  version: 7,
  name: 'layouts',
  up: (database) => {
    database.exec(`
      CREATE TABLE layouts (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        content TEXT NOT NULL,
        copied_from TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
