/** Whole copies of the database: one a day while the program is used, the last days and weeks kept. */
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { BackupSummary } from '../../../shared/contract/procedures.ts'
import { loadSqlite } from '../runtime-guard.ts'
import { backupFolder, databaseName } from './open-database.ts'

const day = 24 * 3_600_000
const keptDays = 5
const keptWeeks = 4

/** zhenggao-20231109-103205.db, by UTC. */
function backupName(now: Date): string {
  return `zhenggao-${now.toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15)}.db`
}

function backupTime(name: string): number | undefined {
  const match = /^zhenggao-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})/.exec(name)
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), Number(match[4]), Number(match[5]), Number(match[6])) : undefined
}

function backupFiles(dataFolder: string): { name: string; time: number }[] {
  const folder = backupFolder(dataFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => {
      const time = name.endsWith('.db') ? backupTime(name) : undefined
      return time === undefined ? [] : [{ name, time }]
    })
    .sort((a, b) => b.time - a.time)
}

/** How many drafts a copy holds; null where it cannot be read, so that a broken copy is seen as one. */
function countDraftsIn(path: string): number | null {
  try {
    const database = new (loadSqlite())(path, { readonly: true, fileMustExist: true })
    try {
      return (database.prepare('SELECT count(*) AS count FROM drafts').get() as { count: number }).count
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

/** The copy comes with the mode of its original; as one plain file it can be read anywhere without files beside it. */
function makeSingleFile(path: string): void {
  const copy = new (loadSqlite())(path)
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

export function listBackups(dataFolder: string): BackupSummary[] {
  return backupFiles(dataFolder).map(({ name, time }) => {
    const path = join(backupFolder(dataFolder), name)
    return { name, createdAt: new Date(time).toISOString(), size: statSync(path).size, drafts: countDraftsIn(path) }
  })
}

/** Names of backups that later ones have replaced: the newest of each of the last days and weeks stays. */
export function backupsToDrop(files: readonly { readonly name: string; readonly time: number }[]): string[] {
  const days = new Set<number>()
  const weeks = new Set<number>()
  return files.toSorted((a, b) => b.time - a.time).flatMap(({ name, time }) => {
    const ofDay = Math.floor(time / day)
    const ofWeek = Math.floor(time / (7 * day))
    const keepDay = !days.has(ofDay) && days.size < keptDays
    const keepWeek = !weeks.has(ofWeek) && weeks.size < keptWeeks
    if (keepDay) days.add(ofDay)
    if (keepWeek) weeks.add(ofWeek)
    return keepDay || keepWeek ? [] : [name]
  })
}

export function backupIsDue(dataFolder: string, now: Date): boolean {
  const newest = backupFiles(dataFolder)[0]
  return newest === undefined || now.getTime() - newest.time >= day
}

/** Copies page by page while the program goes on. The copy gets its name only when it is complete and whole. */
export async function makeBackup(database: Database, dataFolder: string, now: Date): Promise<string> {
  const folder = backupFolder(dataFolder)
  mkdirSync(folder, { recursive: true })
  const name = backupName(now)
  const partial = join(folder, `${name}.partial`)
  await database.backup(partial, { progress: () => 200 })
  makeSingleFile(partial)
  if (countDraftsIn(partial) === null) {
    rmSync(partial, { force: true })
    throw new Error('the finished backup could not be read')
  }
  renameSync(partial, join(folder, name))
  for (const old of backupsToDrop(backupFiles(dataFolder))) rmSync(join(folder, old), { force: true })
  return name
}

/** Puts a backup in the database's place. The database must be closed and its damaged file set aside. */
export function restoreBackup(dataFolder: string, name: string): boolean {
  const known = backupFiles(dataFolder).find((file) => file.name === name)
  if (!known) return false
  const target = join(dataFolder, databaseName)
  const partial = `${target}.restoring`
  copyFileSync(join(backupFolder(dataFolder), known.name), partial)
  const file = openSync(partial, 'r+')
  fsyncSync(file)
  closeSync(file)
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(target + suffix, { force: true })
  renameSync(partial, target)
  return true
}
