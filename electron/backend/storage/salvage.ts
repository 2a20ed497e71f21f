/** Reads what can still be read from a damaged database, row by row. The file itself is never written to. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { readDraft, type Draft } from '../../../shared/document/draft.ts'
import { loadSqlite } from '../runtime-guard.ts'
import { listSettings, type SettingRow } from './settings-table.ts'

export interface Salvaged {
  readonly draft: Draft
  readonly trashedAt: number | null
}

const mostRows = 200_000
/** So many unreadable numbers in a row mean the end of the table. */
const patience = 2000

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

function parseDraft(json: string | undefined): Draft | undefined {
  if (json === undefined) return undefined
  const read = attempt(() => readDraft(JSON.parse(json)))
  return read?.ok ? read.draft : undefined
}

/** The newest version of a draft that still unpacks. */
function fromVersions(database: Database, number: number): Draft | undefined {
  const ids = attempt(() => database.prepare<[number], { id: number }>('SELECT id FROM versions WHERE draft_number = ? ORDER BY saved_at DESC').all(number)) ?? []
  for (const { id } of ids) {
    const packed = attempt(() => database.prepare<[number], { packed: Buffer }>('SELECT packed FROM versions WHERE id = ?').get(id)?.packed)
    const draft = packed && parseDraft(attempt(() => inflateRawSync(packed).toString('utf8')))
    if (draft) return draft
  }
  return undefined
}

function readRow(database: Database, number: number): Salvaged | undefined {
  const row = attempt(() => database.prepare<[number], { trashed_at: number | null }>('SELECT trashed_at FROM drafts WHERE number = ?').get(number))
  const content = attempt(() => database.prepare<[number], { content: string }>('SELECT content FROM draft_contents WHERE number = ?').get(number)?.content)
  const draft = parseDraft(content) ?? (row || content === undefined ? fromVersions(database, number) : undefined)
  return draft ? { draft, trashedAt: row?.trashed_at ?? null } : undefined
}

function readRows(database: Database): Salvaged[] {
  const found = new Map<string, Salvaged>()
  const highest = attempt(() => database.prepare<[], { most: number }>('SELECT max(number) AS most FROM drafts').get()?.most)
  for (let number = 1, missed = 0; number <= (highest ?? mostRows) && missed < patience; number += 1) {
    const salvaged = readRow(database, number)
    missed = salvaged || highest !== undefined ? 0 : missed + 1
    if (salvaged) found.set(salvaged.draft.id, salvaged)
  }
  return [...found.values()]
}

/** Reads from a copy. @param damagedFile as set aside by `openDatabase`; its log beside it is used where it still fits. */
function readDamaged<T>(damagedFile: string, read: (database: Database) => T[]): T[] {
  if (damagedFile === '' || !existsSync(damagedFile)) return []
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-salvage-'))
  try {
    const copy = join(folder, 'damaged.db')
    copyFileSync(damagedFile, copy)
    if (existsSync(`${damagedFile}-wal`)) copyFileSync(`${damagedFile}-wal`, `${copy}-wal`)
    return attempt(() => {
      const database = new (loadSqlite())(copy)
      try {
        return read(database)
      } finally {
        attempt(() => database.close())
      }
    }) ?? []
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function salvageDrafts(damagedFile: string): Salvaged[] {
  return readDamaged(damagedFile, readRows)
}

/** The settings that can still be read, those set aside included. */
export function salvageSettings(damagedFile: string): SettingRow[] {
  return readDamaged(damagedFile, (database) => attempt(() => listSettings(database)) ?? [])
}

/** The unit's own layouts and Word templates that can still be read, row by row, into the new database. */
export function salvageTables(damagedFile: string): readonly SalvagedTable[] {
  return readDamaged(damagedFile, (database) => (['layouts', 'word_templates'] as const).map((table): SalvagedTable => {
    const ids = attempt(() => database.prepare<[], { id: string }>(`SELECT id FROM ${table}`).all().map((row) => row.id)) ?? []
    return { table, rows: ids.flatMap((id): SalvagedRow[] => { const row = attempt(() => database.prepare<[string], SalvagedRow>(`SELECT * FROM ${table} WHERE id = ?`).get(id)); return row ? [row] : [] }) }
  }))
}

type SalvagedRow = Readonly<Record<string, unknown>>

export interface SalvagedTable {
  readonly table: 'layouts' | 'word_templates'
  readonly rows: readonly SalvagedRow[]
}

/** A row that does not fit is passed over: the damaged file is kept. */
export function putSalvaged(database: Database, tables: readonly SalvagedTable[]): void {
  for (const { table, rows } of tables) {
    for (const row of rows) {
      const columns = Object.keys(row).filter((name) => /^[a-z0-9_]+$/u.test(name))
      attempt(() => database.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...columns.map((name) => row[name])))
    }
  }
}
