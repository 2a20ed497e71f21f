import type { Migration } from '../migrate.ts'

/** What the bytes of an imported file were: the same file is known again under any name. Imports of before have none. */
export const migration0009: Migration = {
  version: 9,
  name: 'import-hashes',
  up: (database) => {
    database.exec(`
      ALTER TABLE imports ADD COLUMN sha256 TEXT;
      CREATE INDEX imports_by_sha256 ON imports (sha256) WHERE sha256 IS NOT NULL;
    `)
  },
}
