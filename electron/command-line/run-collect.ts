/** `collect`: packages of many units as one ledger. Nothing is stored; a package is only ever read. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, extname, relative, resolve, sep } from 'node:path'
import { collectedTables } from '../../shared/collect/collected-tables.ts'
import type { Collected } from '../../shared/collect/collect-types.ts'
import { fail, ok, type Result } from '../../shared/contract/errors.ts'
import { skipByName } from '../../shared/importing/batch-files.ts'
import { standardLayoutId } from '../../shared/print/layout-names.ts'
import { addPackage, createRun, noteUnread, sumUp, writeRun, type CollectRun } from '../backend/collect/collect-run.ts'
import { readInputFile } from '../backend/files/read-input-file.ts'
import { isOwnOfficeFile } from '../backend/files/is-own-office-file.ts'
import { sha256, writeExport } from '../backend/files/write-export.ts'
import { usualTitle } from '../backend/handlers/collect.ts'
import { localDay } from '../backend/handlers/ledger.ts'
import { createWorkerPool, type WorkerPool } from '../backend/jobs/worker-pool.ts'
import type { CollectCommand } from './collect-arguments.ts'
import { findLayoutFor } from './find-layout.ts'
import { libraryOnce, type Installation } from './library.ts'
import { findFiles } from './run-import.ts'
import { passphraseOf } from './run-package.ts'
import { json, report, type Streams } from './run.ts'

/** Lines of a text file in UTF-8, with or without its mark. */
function linesOf(file: string | undefined): Result<string[]> {
  if (file === undefined) return ok([])
  const read = readInputFile(file)
  if (!read.ok) return read
  return ok(new TextDecoder().decode(read.value.bytes).split(/\r?\n/u).map((line) => line.slice(0, 400)))
}

/** As the lists show it: within the folder that was named. */
function shownName(path: string, sources: readonly string[]): string {
  const folder = sources.find((source) => resolve(path).startsWith(`${resolve(source)}${sep}`))
  return (folder === undefined ? basename(path) : relative(folder, path)).slice(-300)
}

interface Walked { readonly failed: number; readonly others: number }

/** Of a folder only .zgx files are read; a file named by itself is read whatever it is called. */
async function readAll(run: CollectRun, pool: WorkerPool, command: CollectCommand, passphrase: string | null, streams: Streams): Promise<Walked> {
  const { found, unreadable, empty } = findFiles(command.sources)
  const wanted = found.filter(({ path, inFolder }) => !inFolder || (/\.zgx$/iu.test(path) && skipByName(path) === undefined))
  let failed = 0
  for (const folder of [...unreadable, ...empty]) {
    const isEmpty = empty.includes(folder)
    noteUnread(run, folder, '', { code: isEmpty ? 'FOLDER_EMPTY' : 'FILE_NOT_READABLE', message: isEmpty ? '文件夹里没有文件。' : '没有权限查看，或层次太深、文件太多。' })
    failed += 1
  }
  for (const [index, { path }] of wanted.entries()) {
    if (wanted.length > 1 && process.stderr.isTTY) streams.err(`${index + 1}/${wanted.length}\r`)
    const file = readInputFile(path)
    const name = shownName(path, command.sources)
    const added = file.ok ? await addPackage(run, pool, { name, bytes: new Uint8Array(file.value.bytes), passphrase }) : ok(noteUnread(run, name, '', file.error))
    const fault = !added.ok ? noteUnread(run, name, '', added.error) : added.value
    if (fault.outcome !== 'unread') continue
    failed += 1
    streams.err(`${path}：${fault.message}（${fault.code}）\n`)
  }
  return { failed, others: found.length - wanted.length }
}

function said(collected: Collected, run: CollectRun, path: string) {
  const tables = collectedTables(collected, [...run.unread.values()], run.sameFiles)
  return {
    path, items: collected.total.total, overdue: collected.total.overdue, files: run.files.length, total: collected.total,
    units: collected.units.map(({ name, total, byState, overdue, done }) => ({ name, total, byState, overdue, done })),
    classes: collected.classes.map(({ name, total, units }) => ({ name, total, units })),
    missing: collected.missing.map(({ name }) => name), unexpected: collected.unexpected,
    unread: [...run.unread.values()], doubts: tables.find(({ id }) => id === 'doubts')!.rows,
  }
}

export async function runCollect(command: CollectCommand, { installation, streams }: { readonly installation: Installation; readonly streams: Streams }): Promise<number> {
  const failedWith = (error: Parameters<typeof report>[0]) => report(error, command.json, streams)
  const expected = linesOf(command.expectFile)
  if (!expected.ok) return failedWith(expected.error)
  const passphrase = passphraseOf(command.passphraseFile)
  if (!passphrase.ok) return failedWith(passphrase.error)
  const library = libraryOnce(installation, command.data)
  const layout = await findLayoutFor(command.layout ?? standardLayoutId, installation, command.data !== undefined && existsSync(command.data) ? library : undefined)
  await library.close()
  if (!layout.ok) return failedWith(layout.error)
  const pool = createWorkerPool(installation.workerUrl)
  try {
    const run = createRun('collect')
    const { failed } = await readAll(run, pool, command, passphrase.value, streams)
    if (run.files.length === 0) return failedWith([...run.unread.values()].length === 0 ? fail('COLLECT_EMPTY').error : { code: 'COLLECT_EMPTY', message: '没有一个交换包读得出来，没有写出文件。' })
    const collected = await sumUp(run, pool, { today: localDay(new Date()), expected: expected.value, choices: {} })
    if (!collected.ok) return failedWith(collected.error)
    const bytes = await writeRun(run, pool, { title: usualTitle(''), creator: '', format: extname(command.to).toLowerCase() === '.xlsx' ? 'xlsx' : 'docx', layout: layout.value })
    if (!bytes.ok) return failedWith(bytes.error)
    const path = resolve(command.to)
    const there = existsSync(path) ? readFileSync(path) : undefined
    const ours = there && (isOwnOfficeFile(there) || sha256(there) === sha256(bytes.value)) ? sha256(there) : undefined
    const written = await writeExport(path, bytes.value, command.replace ? 'replace' : 'ask', ours)
    if (!written.ok) return failedWith(written.error)
    if (command.json) streams.out(json(said(collected.value, run, written.value.path)))
    else {
      const { total, units, missing } = collected.value
      streams.out(`${written.value.path}\n`)
      streams.err(`读入 ${run.files.length} 个包，${units.length} 个单位，${total.total} 项，逾期 ${total.overdue} 项${expected.value.length > 0 ? `，未报 ${missing.length} 个单位` : ''}${failed > 0 ? `，未读出 ${failed} 个` : ''}。\n`)
    }
    return failed > 0 ? 1 : 0
  } finally {
    await pool.close()
  }
}
