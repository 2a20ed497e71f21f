/**
 * The batch of this window. It goes on while the writer looks at other screens: files one after another, one file's bytes
 * in memory at a time. What is stored stays stored whatever happens to the rest.
 */
import { useSyncExternalStore } from 'react'
import { fail, type Failure, type Result } from '../../../../shared/contract/errors.ts'
import type { StoredFile } from '../../../../shared/contract/import-batch-procedures.ts'
import { isNoDocument, skipByName, stopsBatch, type SkipReason } from '../../../../shared/importing/batch-files.ts'
import { call, newJobId, subscribe } from '../../../client/client.ts'
import { readBase64 } from '../../../client/read-file.ts'
import { nameOf, type BatchFile, type GatheredFiles } from './batch-files.ts'

type Stored = Extract<StoredFile, { outcome: 'stored' }>
type Known = Extract<StoredFile, { outcome: 'known' }>

export type FileOutcome =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly done: number }
  | { readonly state: 'stored'; readonly stored: Stored; readonly undone: boolean }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'skipped'; readonly reason: SkipReason; readonly known?: Known; readonly failure?: Failure }

export interface BatchEntry {
  readonly id: number
  readonly path: string
  readonly outcome: FileOutcome
  /** Store it also where the library has the same file. */
  readonly again: boolean
}

export interface Batch {
  readonly entries: readonly BatchEntry[]
  readonly folders: number
  readonly phase: 'running' | 'stopping' | 'stopped' | 'done'
  /** Why it stopped where nobody stopped it. */
  readonly broken: Failure | undefined
  /** What was left out before anything was read. */
  readonly gathered: Pick<GatheredFiles, 'found' | 'cut' | 'unreadable'>
}

let batch: Batch | undefined
/** Where the files of the batch come from, by entry. */
let sources: BatchFile[] = []
let job = ''
const listeners = new Set<() => void>()

function change(next: Batch | undefined): void {
  batch = next
  for (const listener of listeners) listener()
}

function setEntry(id: number, patch: Partial<BatchEntry>): void {
  if (batch) change({ ...batch, entries: batch.entries.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry)) })
}

subscribe((event) => {
  if (event.type !== 'job-progress' || event.jobId !== job || !batch) return
  const running = batch.entries.find(({ outcome }) => outcome.state === 'running')
  if (running) setEntry(running.id, { outcome: { state: 'running', done: event.done } })
})

async function storeFile(source: BatchFile, again: boolean): Promise<Result<StoredFile>> {
  const name = nameOf(source.path)
  let file: File
  try {
    file = await source.open()
  } catch {
    return fail('FILE_NOT_READABLE', { name })
  }
  if (file.size === 0) return fail('FILE_EMPTY', { name })
  const content = await readBase64(file)
  if (!content.ok) return content
  job = newJobId()
  return call('imports.storeFile', { jobId: job, name: name.slice(-300), contentBase64: content.value, again })
}

function outcomeOf(result: Result<StoredFile>): FileOutcome {
  if (!result.ok) return isNoDocument(result.error.code) ? { state: 'skipped', reason: 'not-document', failure: result.error } : { state: 'failed', failure: result.error }
  return result.value.outcome === 'stored' ? { state: 'stored', stored: result.value, undone: false } : { state: 'skipped', reason: 'known', known: result.value }
}

/** One file after another until none waits; starts only where none runs. */
async function run(): Promise<void> {
  for (;;) {
    const next = batch?.entries.find(({ outcome }) => outcome.state === 'waiting')
    if (!batch) return
    if (!next || batch.phase === 'stopping') return change({ ...batch, phase: next ? 'stopped' : 'done' })
    const reason = next.again ? undefined : skipByName(next.path)
    if (reason !== undefined) {
      setEntry(next.id, { outcome: { state: 'skipped', reason } })
      continue
    }
    setEntry(next.id, { outcome: { state: 'running', done: 0 } })
    const result = await storeFile(sources[next.id]!, next.again)
    job = ''
    if (!result.ok && (result.error.code === 'CANCELLED' || stopsBatch(result.error.code))) {
      const broken = result.error.code === 'CANCELLED' ? undefined : result.error
      setEntry(next.id, { outcome: { state: 'waiting' } })
      return change(batch && { ...batch, phase: 'stopped', broken })
    }
    setEntry(next.id, { outcome: outcomeOf(result) })
  }
}

const isBusy = () => batch?.phase === 'running' || batch?.phase === 'stopping'

function goOn(): void {
  if (!batch || isBusy()) return
  change({ ...batch, phase: 'running', broken: undefined })
  void run()
}

/** Puts the files into the batch that runs, else begins a new one. */
export function startBatch({ files, folders, ...gathered }: GatheredFiles): void {
  const before = batch && isBusy() ? batch : undefined
  if (!before) sources = []
  const first = sources.length
  sources.push(...files)
  const entries = files.map(({ path }, index): BatchEntry => ({ id: first + index, path, outcome: { state: 'waiting' }, again: false }))
  if (before) {
    const { found, cut, unreadable } = before.gathered
    return change({ ...before, entries: [...before.entries, ...entries], folders: before.folders + folders, gathered: { found: found + gathered.found, cut: cut || gathered.cut, unreadable: [...unreadable, ...gathered.unreadable] } })
  }
  change({ entries, folders, phase: 'done', broken: undefined, gathered })
  goOn()
}

/** Ends the file that is being read, with nothing of it stored. */
export function stopBatch(): void {
  if (batch?.phase !== 'running') return
  change({ ...batch, phase: 'stopping' })
  if (job !== '') void call('jobs.cancel', { jobId: job })
}

export const resumeBatch = goOn

/** The files wait anew; of one that is in the library already another draft is made where `again` is set. */
export function retry(ids: readonly number[], again = false): void {
  for (const id of ids) setEntry(id, { outcome: { state: 'waiting' }, ...(again ? { again } : {}) })
  goOn()
}

export function storedIds({ entries }: Batch, undone = false): string[] {
  return entries.flatMap(({ outcome }) => (outcome.state === 'stored' && outcome.undone === undone ? [outcome.stored.draftId] : []))
}

/** Moves what the batch stored to the trash, or back from it. */
export async function undoBatch(undone: boolean): Promise<Result<number>> {
  const draftIds = batch ? storedIds(batch, !undone) : []
  if (draftIds.length === 0) return { ok: true, value: 0 }
  const moved = await call(undone ? 'drafts.trash' : 'drafts.restore', { draftIds })
  if (!moved.ok) return moved
  const ids = new Set(draftIds)
  if (batch) change({ ...batch, entries: batch.entries.map((entry) => (entry.outcome.state === 'stored' && ids.has(entry.outcome.stored.draftId) ? { ...entry, outcome: { ...entry.outcome, undone } } : entry)) })
  return { ok: true, value: draftIds.length }
}

/** Forgets the list; the drafts stay. */
export function closeBatch(): void {
  if (isBusy()) return
  sources = []
  change(undefined)
}

export function useBatch(): Batch | undefined {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => batch)
}
