/** A run of 汇总: what was read so far. Packages come one at a time; of each only the rows are kept. */
import { fail, failure, ok, type ErrorCode, type Failure, type Result } from '../../../shared/contract/errors.ts'
import type { AddedPackage } from '../../../shared/contract/collect-procedures.ts'
import type { Collected, CollectOptions, SourceContent, SourceFile, UnreadFile } from '../../../shared/collect/collect-types.ts'
import type { CollectedToWrite } from '../../../shared/collect/collected-output.ts'
import type { SameFile } from '../../../shared/collect/collected-tables.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import { sha256 } from '../files/write-export.ts'
import type { RunOptions, WorkerPool } from '../jobs/worker-pool.ts'

/** All rows of a run together: some 500 MB at the very most. */
export const mostCollectedRows = 200_000

/** Twenty thousand rows take a slow machine some minutes to set in Word. */
const patience = 15 * 60_000

export interface CollectRun {
  readonly id: string
  readonly files: SourceFile[]
  /** Names of files by the hash of their bytes. */
  readonly known: Map<string, string>
  readonly sameFiles: SameFile[]
  /** By name and hash: one that is read later, with the right passphrase, leaves the list. */
  readonly unread: Map<string, UnreadFile>
  rows: number
  collected?: Collected
}

export function createRun(id: string): CollectRun {
  return { id, files: [], known: new Map(), sameFiles: [], unread: new Map(), rows: 0 }
}

const stopping: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CANCELLED', 'INTERNAL'])

function keepFile(run: CollectRun, name: string, unit: string, madeAt: string, contents: readonly SourceContent[]): number {
  const rows = contents.reduce((sum, content) => sum + content.rows.length, 0)
  run.files.push({ id: run.files.length + 1, name, unit, madeAt, contents })
  run.rows += rows
  delete run.collected
  return rows
}

/** Listed as not read, for whoever could not even read its bytes. */
export function noteUnread(run: CollectRun, name: string, key: string, { code, message }: Pick<Failure, 'code' | 'message'>): AddedPackage {
  run.unread.set(`${name}\n${key}`, { name, code, message })
  delete run.collected
  return { outcome: 'unread', code, message }
}

/** What cannot be read is listed, and is no failure; only a cancelled reading is one. */
export async function addPackage(run: CollectRun, jobs: Pick<WorkerPool, 'run'>, { name, bytes, passphrase }: { readonly name: string; readonly bytes: Uint8Array; readonly passphrase: string | null }, options: RunOptions = {}): Promise<Result<AddedPackage>> {
  if (bytes.length === 0) return ok(noteUnread(run, name, '', failure('FILE_EMPTY', { name })))
  const hash = sha256(bytes)
  const as = run.known.get(hash)
  if (as !== undefined) {
    if (as !== name) run.sameFiles.push({ name, as })
    return ok({ outcome: 'same', as })
  }
  const read = await jobs.run('collect-read', { name, bytes, passphrase }, { ...options, name })
  if (!read.ok) return stopping.has(read.error.code) ? read : ok(noteUnread(run, name, hash, read.error))
  const { unit, madeAt, contents } = read.value
  const rows = contents.reduce((sum, content) => sum + content.rows.length, 0)
  if (run.rows + rows > mostCollectedRows) return ok(noteUnread(run, name, hash, failure('COLLECT_TOO_LARGE', { name, limit: mostCollectedRows })))
  run.unread.delete(`${name}\n${hash}`)
  run.known.set(hash, name)
  keepFile(run, name, unit, madeAt, contents)
  return ok({ outcome: 'read', rows, units: [...new Set(contents.flatMap((content) => (content.rows.length === 0 ? [content.unit] : content.rows.map((row) => row.unit))))].slice(0, 20) })
}

/** A ledger the library has. @returns its rows; 0 where it is in the run already. */
export function addLedger(run: CollectRun, id: string, content: SourceContent): number {
  if (run.known.has(`ledger ${id}`)) return 0
  run.known.set(`ledger ${id}`, content.title)
  return keepFile(run, content.title, content.unit, content.madeAt, [content])
}

/** Adds up all that was read. */
export async function sumUp(run: CollectRun, jobs: Pick<WorkerPool, 'run'>, options: CollectOptions, job: RunOptions = {}): Promise<Result<Collected>> {
  const summed = await jobs.run('collect-sum', { files: run.files, options }, { ...job, timeoutMs: patience })
  if (summed.ok) run.collected = summed.value
  return summed
}

export function outputOf(run: CollectRun, title: string, creator: string): CollectedToWrite | undefined {
  return run.collected && { title, creator, collected: run.collected, unread: [...run.unread.values()], sameFiles: run.sameFiles }
}

/** @param layout of the Word list. */
export async function writeRun(run: CollectRun, jobs: Pick<WorkerPool, 'run'>, { title, creator, format, layout }: { readonly title: string; readonly creator: string; readonly format: 'xlsx' | 'docx'; readonly layout: Layout }): Promise<Result<Uint8Array>> {
  const output = outputOf(run, title, creator)
  if (output === undefined || (output.collected.rows.length === 0 && output.collected.units.length === 0 && output.unread.length === 0)) return fail('COLLECT_EMPTY')
  const written = await (format === 'xlsx' ? jobs.run('collect-sheet', output, { timeoutMs: patience }) : jobs.run('collect-word', { ...output, layout }, { timeoutMs: patience }))
  return !written.ok && (written.error.code === 'FILE_LIMITS' || written.error.code === 'FILE_TIMEOUT') ? fail('COLLECT_OUTPUT_TOO_LARGE', { count: output.collected.rows.length }) : written
}
