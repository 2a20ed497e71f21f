/** The database of a closed data folder: filled with contents as they are, and read out as a whole. */
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { storeContent } from '../../electron/backend/storage/contents-table.ts'
import { draftCharacters, insertDraft } from '../../electron/backend/storage/drafts-table.ts'
import { storeLayout } from '../../electron/backend/storage/layouts-table.ts'
import { databaseName, openDatabase } from '../../electron/backend/storage/open-database.ts'
import { insertVersion } from '../../electron/backend/storage/versions-table.ts'
import type { Draft } from '../../shared/document/draft.ts'
import type { KnownKind } from '../../shared/exchange/content-kinds.ts'
import { contentKey } from '../../shared/exchange/manifest.ts'
import type { TheirContent } from '../../shared/exchange/plan.ts'
import type { Layout } from '../../shared/print/layout.ts'

export function onDatabase<T>(dataFolder: string, work: (database: Database) => T): T {
  const database = new (loadSqlite())(join(dataFolder, databaseName))
  try {
    return work(database)
  } finally {
    database.close()
  }
}

function put(database: Database, { kind, id, title, text }: TheirContent, now: number): void {
  const content: unknown = JSON.parse(text)
  switch (kind) {
    case 'draft': {
      const draft = content as Draft
      const characters = draftCharacters(draft)
      const draftNumber = insertDraft(database, draft, text, characters, now)
      return void insertVersion(database, { draftNumber, revision: 1, savedAt: now, reason: 'imported', characters, content: text })
    }
    case 'layout': return storeLayout(database, content as Layout, null, now)
    default: return storeContent(database, kind, { id, title, content: text }, now)
  }
}

/** Puts contents into the library of a folder, which is made where there is none. */
export function fillLibrary(dataFolder: string, contents: readonly TheirContent[], now = Date.UTC(2024, 0, 2)): void {
  const opened = openDatabase(dataFolder, new Date(now))
  if (opened.kind !== 'ready') throw new Error(`no database: ${opened.kind}`)
  opened.database.transaction(() => { for (const content of contents) put(opened.database, content, now) })()
  opened.database.close()
}

/** The JSON of every content by `contentKey`, with whether it lies in the trash. */
export type Held = Readonly<Record<string, { readonly text: string; readonly trashed: boolean }>>

export function heldIn(database: Database): Held {
  type Row = { kind: KnownKind; id: string; text: string; trashed_at: number | null }
  const rows = database.prepare<[], Row>(`
    SELECT 'draft' AS kind, d.id, c.content AS text, d.trashed_at FROM drafts d JOIN draft_contents c USING (number)
    UNION ALL SELECT 'layout', id, content, NULL FROM layouts UNION ALL SELECT kind, id, content, trashed_at FROM contents`).all()
  return Object.fromEntries(rows.map((row) => [contentKey(row), { text: row.text, trashed: row.trashed_at !== null }]))
}

export const heldContents = (dataFolder: string): Held => onDatabase(dataFolder, heldIn)

/** Every row of every table of our own, as JSON lines in order. */
export function dumpTables(dataFolder: string): Readonly<Record<string, readonly string[]>> {
  return onDatabase(dataFolder, (database) => {
    const tables = database.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name").all()
    return Object.fromEntries(tables.map(({ name }) => [name, database.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all()
      .map((row) => JSON.stringify(row, (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value))).sort()]))
  })
}
