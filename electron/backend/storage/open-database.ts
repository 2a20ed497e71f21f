/**
 * Opens the one database of a data folder, or says why not. A damaged file is renamed and kept; a missing one is never
 * quietly replaced while backups or damaged files tell that there was something.
 */
import { closeSync, existsSync, mkdirSync, openSync, readSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { failure, type Failure } from '../../../shared/contract/errors.ts'
import { loadSqlite } from '../runtime-guard.ts'
import { makeFolder } from '../files/make-folder.ts'
import { latestVersion, migrate, schemaVersion } from './migrate.ts'

export const databaseName = 'zhenggao.db'
export const damagedPrefix = 'zhenggao-damaged-'

export type OpenOutcome =
  | { readonly kind: 'ready'; readonly database: Database }
  /** `damagedFile` is '' where the file is missing altogether. */
  | { readonly kind: 'damaged'; readonly damagedFile: string }
  | { readonly kind: 'failed'; readonly error: Failure }

export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups')
}

const sqliteCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error)
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
}

/** A file that holds something but does not begin as SQLite files do. */
function hasForeignHeader(path: string): boolean {
  if (!existsSync(path) || statSync(path).size === 0) return false
  const head = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, 16, 0)
  } finally {
    closeSync(file)
  }
  return head.toString('latin1') !== 'SQLite format 3\0'
}

/** Settings of every connection of ours (architecture, “Storage”). */
function configure(database: Database): void {
  // Exclusive before WAL: the log then needs no shared memory, and a second program is refused at once.
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
}

function stamp(now: Date): string {
  return now.toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15)
}

/** Moves the damaged database and its log aside. @returns the new path of the database file. */
function setAside(dataFolder: string, now: Date): string {
  const path = join(dataFolder, databaseName)
  let target = join(dataFolder, `${damagedPrefix}${stamp(now)}.db`)
  for (let count = 2; existsSync(target); count += 1) target = join(dataFolder, `${damagedPrefix}${stamp(now)}-${count}.db`)
  renameSync(path, target)
  for (const suffix of ['-wal', '-shm', '-journal']) if (existsSync(path + suffix)) renameSync(path + suffix, target + suffix)
  return target
}

export function damagedFiles(dataFolder: string): string[] {
  return readdirSync(dataFolder).filter((file) => file.startsWith(damagedPrefix) && file.endsWith('.db')).sort().map((file) => join(dataFolder, file))
}

function somethingWasHere(dataFolder: string): boolean {
  const folder = backupFolder(dataFolder)
  return damagedFiles(dataFolder).length > 0 || (existsSync(folder) && readdirSync(folder).some((file) => file.endsWith('.db')))
}

/** A whole copy in the backup folder, made by SQLite itself, before the schema changes. */
function copyBeforeMigration(database: Database, dataFolder: string, now: Date): void {
  mkdirSync(backupFolder(dataFolder), { recursive: true })
  const target = join(backupFolder(dataFolder), `zhenggao-${stamp(now)}-before-v${latestVersion}.db`)
  rmSync(target, { force: true })
  database.prepare('VACUUM INTO ?').run(target)
}

/** @param create make a new, empty database where none is, whatever was here before: the writer decided so. */
export function openDatabase(dataFolder: string, now: Date, create = false): OpenOutcome {
  const path = join(dataFolder, databaseName)
  let database: Database | undefined
  try {
    makeFolder(dataFolder)
    if (!existsSync(path) && !create && somethingWasHere(dataFolder)) return { kind: 'damaged', damagedFile: damagedFiles(dataFolder).at(-1) ?? '' }
    if (hasForeignHeader(path)) return { kind: 'damaged', damagedFile: setAside(dataFolder, now) }
    const Sqlite = loadSqlite()
    database = new Sqlite(path, { timeout: 2000 })
    configure(database)
    const version = schemaVersion(database)
    if (version > latestVersion) {
      database.close()
      return { kind: 'failed', error: failure('DATABASE_NEWER') }
    }
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      database.close()
      return { kind: 'damaged', damagedFile: setAside(dataFolder, now) }
    }
    if (version > 0 && version < latestVersion) copyBeforeMigration(database, dataFolder, now)
    migrate(database)
    return { kind: 'ready', database }
  } catch (error) {
    database?.close()
    return openFailure(error, dataFolder, now)
  }
}

function openFailure(error: unknown, dataFolder: string, now: Date): OpenOutcome {
  if (isDamage(error)) return { kind: 'damaged', damagedFile: setAside(dataFolder, now) }
  const known = storageFailure(error)
  if (known) return { kind: 'failed', error: known }
  throw error
}

/** The failures of disk and database that can happen to anyone, as values; undefined for a fault of the program. */
export function storageFailure(error: unknown): Failure | undefined {
  const code = sqliteCode(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return failure('DISK_FULL')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return failure('DATABASE_LOCKED')
  if (isDamage(error)) return failure('DATABASE_DAMAGED')
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'ENOENT') {
    return failure('DATABASE_UNAVAILABLE')
  }
  return undefined
}
