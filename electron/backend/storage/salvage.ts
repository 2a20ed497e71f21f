/** Reads what can still be read from a damaged database, row by row. The file itself is never written to. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { readDraft, type Draft } from '../../../shared/document/draft.ts'
import type { SalvagedContents } from '../../../shared/contract/procedures.ts'
import { contentKinds, isKnownKind, type KnownKind } from '../../../shared/exchange/content-kinds.ts'
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

/** Tables brought along as they are. What reads their rows checks them. */
const salvagedTables = ['layouts', 'word_templates', 'contents', 'known_keys', 'snippet_uses'] as const
type SalvagedTableName = (typeof salvagedTables)[number]

/** By number, not by name: what of the table itself is whole is found even where its index is not. */
function salvageTable(database: Database, table: SalvagedTableName): SalvagedTable {
  const highest = attempt(() => database.prepare<[], { most: number | null }>(`SELECT max(rowid) AS most FROM ${table}`).get()?.most)
  const rows: SalvagedRow[] = []
  for (let number = 1, missed = 0; number <= (highest ?? (highest === null ? 0 : mostRows)) && missed < patience; number += 1) {
    const row = attempt(() => database.prepare<[number], SalvagedRow>(`SELECT * FROM ${table} WHERE rowid = ?`).get(number))
    missed = row || highest !== undefined ? 0 : missed + 1
    if (row && isWhole(table, row)) rows.push(row)
  }
  return { table, rows }
}

/** A content that damage has made unreadable would only be in the way; one of a newer form is kept for a newer program. */
function isWhole(table: SalvagedTableName, { kind, id, content }: SalvagedRow): boolean {
  if (table !== 'contents') return true
  if (typeof kind !== 'string' || typeof content !== 'string') return false
  if (!isKnownKind(kind)) return true
  const read = contentKinds[kind].read(content)
  return read.ok ? read.id === id : read.fault === 'newer'
}

/** What of the unit's own can still be read beside drafts and settings, row by row. */
export function salvageTables(damagedFile: string): readonly SalvagedTable[] {
  return readDamaged(damagedFile, (database) => salvagedTables.map((table) => salvageTable(database, table)))
}

type SalvagedRow = Readonly<Record<string, unknown>>

export interface SalvagedTable {
  readonly table: SalvagedTableName
  readonly rows: readonly SalvagedRow[]
}

/** How many contents of each kind were read. */
export function salvagedContents(tables: readonly SalvagedTable[]): SalvagedContents {
  const counts: Partial<Record<KnownKind, number>> = {}
  const count = (kind: unknown) => { if (typeof kind === 'string' && isKnownKind(kind)) counts[kind] = (counts[kind] ?? 0) + 1 }
  for (const { table, rows } of tables) for (const row of rows) if (table === 'layouts') count('layout'); else if (table === 'contents') count(row['kind'])
  return counts
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
