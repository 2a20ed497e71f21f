import type { Migration } from '../migrate.ts'

/**
 * Templates, aspect sets, snippets and received ledgers: JSON that is checked when it is read, by kind and id. Which draft
 * a snippet went into and when. When a draft became 定稿.
 */
export const migration0011: Migration = {
  version: 11,
  name: 'contents',
  up: (database) => {
    database.exec(`
      CREATE TABLE contents (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        title TEXT NOT NULL,
        content TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        trashed_at INTEGER,
        PRIMARY KEY (kind, id)
      ) STRICT;
      CREATE TABLE snippet_uses (
        snippet_id TEXT NOT NULL,
        draft_id TEXT NOT NULL,
        used_at INTEGER NOT NULL,
        PRIMARY KEY (snippet_id, draft_id, used_at)
      ) STRICT;
      ALTER TABLE drafts ADD COLUMN final_at INTEGER;
    `)
  },
}
