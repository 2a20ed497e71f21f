import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from 'better-sqlite3'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { latestVersion, migrate, migrations, schemaVersion } from '../../electron/backend/storage/migrate.ts'
import { databaseName, openDatabase } from '../../electron/backend/storage/open-database.ts'
import { makeTempFolder } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

const create = (path: string): Database => new (loadSqlite())(path)
const now = new Date('2023-11-09T02:30:00Z')

/** A draft in the tables as they were in the version, written with plain SQL: no code of today helps it along. */
function fill(database: Database, version: number): void {
  if (version >= 1) {
    database.prepare("INSERT INTO drafts (id, kind, title, unit, characters, revision, created_at, updated_at) VALUES ('d1', 'team-plan', '青禾县水务局整改方案', '', 9, 3, 1, 2)").run()
    database.prepare("INSERT INTO draft_contents (number, content) VALUES (1, '{\"text\":\"内容\"}')").run()
  }
  if (version >= 2) database.prepare("INSERT INTO versions (draft_number, revision, saved_at, reason, characters, packed) VALUES (1, 3, 2, 'saved', 9, x'00')").run()
  if (version >= 3) database.prepare("INSERT INTO imports (draft_number, name, format, imported_at, source_text, report, notes) VALUES (1, '原.txt', 'txt', 1, '原文', '[]', '[]')").run()
  if (version >= 6) database.prepare("INSERT INTO settings VALUES ('unitProfile', '{\"fullName\":\"青禾县水务局\"}', 2)").run()
  if (version >= 7) database.prepare("INSERT INTO layouts VALUES ('l1', '局用版式', '{}', 'common', 1, 2)").run()
}

describe('S4 migrations', () => {
  it('are numbered in order, each once', () => {
    const versions = migrations.map((migration) => migration.version)
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
    expect(latestVersion).toBe(versions.at(-1))
  })

  it.each([0, ...migrations.map((migration) => migration.version)].slice(0, -1))('S4 from version %i to the newest keeps what is there', (from) => {
    const database = create(join(temp.folder, 'old.db'))
    migrate(database, from)
    expect(schemaVersion(database)).toBe(from)
    fill(database, from)
    migrate(database)
    expect(schemaVersion(database)).toBe(latestVersion)
    if (from >= 1) expect(database.prepare('SELECT d.title, d.indexed_revision, c.content FROM drafts d JOIN draft_contents c USING (number)').get()).toEqual({ title: '青禾县水务局整改方案', indexed_revision: -1, content: '{"text":"内容"}' })
    if (from >= 3) expect(database.prepare('SELECT source_text FROM imports').get()).toEqual({ source_text: '原文' })
    if (from >= 6) expect(database.prepare('SELECT value FROM settings').get()).toEqual({ value: '{"fullName":"青禾县水务局"}' })
    if (from >= 7) expect(database.prepare('SELECT name, copied_from FROM layouts').get()).toEqual({ name: '局用版式', copied_from: 'common' })
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
  })

  it('S4 every table is strict', () => {
    const database = create(join(temp.folder, 'new.db'))
    migrate(database)
    const loose = database.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'draft_search%'").all()
    expect(loose).toEqual([])
    database.close()
  })

  it('S4 a copy is made before an old database is changed', () => {
    const database = create(join(temp.folder, databaseName))
    migrate(database, 2)
    fill(database, 2)
    database.close()
    const opened = openDatabase(temp.folder, now)
    expect(opened.kind).toBe('ready')
    if (opened.kind === 'ready') opened.database.close()
    const copies = readdirSync(join(temp.folder, 'backups'))
    expect(copies).toEqual([`zhenggao-20231109-023000-before-v${latestVersion}.db`])
    const copy = create(join(temp.folder, 'backups', copies[0]!))
    expect(schemaVersion(copy)).toBe(2)
    expect(copy.prepare('SELECT id FROM drafts').all()).toEqual([{ id: 'd1' }])
    copy.close()
  })

  it('S4 a failing step leaves everything as before it', () => {
    const database = create(join(temp.folder, 'fail.db'))
    migrate(database, 1)
    fill(database, 1)
    database.exec('CREATE TABLE versions (something TEXT)')
    expect(() => migrate(database)).toThrow()
    expect(schemaVersion(database)).toBe(1)
    expect(database.prepare('SELECT count(*) AS count FROM drafts').get()).toEqual({ count: 1 })
    database.close()
  })

  it('S4 a database of a newer program is refused and not touched', () => {
    mkdirSync(temp.folder, { recursive: true })
    const database = create(join(temp.folder, databaseName))
    migrate(database)
    database.pragma(`user_version = ${latestVersion + 1}`)
    database.close()
    expect(openDatabase(temp.folder, now)).toMatchObject({ kind: 'failed', error: { code: 'DATABASE_NEWER' } })
    const again = create(join(temp.folder, databaseName))
    expect(schemaVersion(again)).toBe(latestVersion + 1)
    again.close()
  })
})
