import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import type { VersionSummary } from '../../../shared/contract/procedures.ts'
import { versionsToDrop, type VersionAge } from './thin-versions.ts'

interface VersionRow {
  readonly id: number
  readonly revision: number
  readonly saved_at: number
  readonly name: string | null
  readonly reason: VersionSummary['reason']
  readonly characters: number
}

export interface NewVersion {
  readonly draftNumber: number
  readonly revision: number
  readonly savedAt: number
  readonly name?: string
  readonly reason: VersionSummary['reason']
  readonly characters: number
  /** The draft as JSON. */
  readonly content: string
}

export function insertVersion(database: Database, version: NewVersion): number {
  // Level 1: a save must be quick, and the text packs to a third at any level.
  const packed = deflateRawSync(version.content, { level: 1 })
  return Number(database
    .prepare('INSERT INTO versions (draft_number, revision, saved_at, name, reason, characters, packed) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(version.draftNumber, version.revision, version.savedAt, version.name ?? null, version.reason, version.characters, packed).lastInsertRowid)
}

export function listVersions(database: Database, draftNumber: number): VersionSummary[] {
  return database
    .prepare<[number], VersionRow>('SELECT id, revision, saved_at, name, reason, characters FROM versions WHERE draft_number = ? ORDER BY saved_at DESC, id DESC')
    .all(draftNumber)
    .map(({ saved_at, ...row }) => ({ ...row, savedAt: new Date(saved_at).toISOString() }))
}

/** The draft's JSON as saved then; undefined where the version is gone. */
export function readVersion(database: Database, draftNumber: number, versionId: number): string | undefined {
  const row = database.prepare<[number, number], { packed: Buffer }>('SELECT packed FROM versions WHERE id = ? AND draft_number = ?').get(versionId, draftNumber)
  return row ? inflateRawSync(row.packed).toString('utf8') : undefined
}

/** What was kept last, whatever for. */
export function newestContent(database: Database, draftNumber: number): string | undefined {
  const row = database.prepare<[number], { packed: Buffer }>('SELECT packed FROM versions WHERE draft_number = ? ORDER BY id DESC LIMIT 1').get(draftNumber)
  return row ? inflateRawSync(row.packed).toString('utf8') : undefined
}

/** The draft's JSON as of a revision; undefined where no version of it is kept. */
export function readRevision(database: Database, draftNumber: number, revision: number): string | undefined {
  const row = database.prepare<[number, number], { packed: Buffer }>("SELECT packed FROM versions WHERE draft_number = ? AND revision = ? AND reason <> 'conflict' ORDER BY id DESC LIMIT 1").get(draftNumber, revision)
  return row ? inflateRawSync(row.packed).toString('utf8') : undefined
}

/** Drops what age has made superfluous. @returns how many. */
export function thinVersions(database: Database, draftNumber: number, now: number): number {
  const old = database
    .prepare<[number], VersionAge>('SELECT id, saved_at AS savedAt, name, reason FROM versions WHERE draft_number = ?')
    .all(draftNumber)
  const drop = versionsToDrop(old, now)
  const remove = database.prepare('DELETE FROM versions WHERE id = ?')
  database.transaction(() => { for (const id of drop) remove.run(id) }).immediate()
  return drop.length
}
