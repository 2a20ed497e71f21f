import type { Migration } from '../migrate.ts'

/**
 * Full text. Words are indexed as overlapping pairs of characters so that a word of two characters is found, which the
 * trigram tokenizer alone never does. `indexed_revision` says which state of a draft the index knows.
 */
export const migration0004: Migration = {
  version: 4,
  name: 'search',
  up: (database) => {
    database.exec(`
      ALTER TABLE drafts ADD COLUMN indexed_revision INTEGER NOT NULL DEFAULT -1;
      CREATE INDEX drafts_to_index ON drafts (updated_at) WHERE indexed_revision <> revision;
      CREATE VIRTUAL TABLE draft_search USING fts5 (title, body, content='', contentless_delete=1, tokenize='unicode61');
    `)
  },
}
