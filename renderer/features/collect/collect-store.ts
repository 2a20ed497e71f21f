/**
 * The collecting of this window. It goes on while the writer looks at other screens: packages one after another, one
 * file's bytes in memory at a time. What was read stays in the back end until another run or the end of the program.
 */
import { useSyncExternalStore } from 'react'
import type { CollectedListRow, CollectedView } from '../../../shared/contract/collect-procedures.ts'
import { fail, type Failure, type Result } from '../../../shared/contract/errors.ts'
import type { ProcedureInput } from '../../../shared/contract/procedures.ts'
import { skipByName, stopsBatch } from '../../../shared/importing/batch-files.ts'
import { call, newJobId } from '../../client/client.ts'
import { readBase64 } from '../../client/read-file.ts'
import type { BatchFile, GatheredFiles } from '../importing/batch/batch-files.ts'
import { currentSettings, loadSettings } from '../settings/use-settings.ts'

export const mostPackages = 5_000
const pageSize = 2_000

type Choices = ProcedureInput<'collect.run'>['choices']

export interface CollectState {
  readonly phase: 'idle' | 'reading' | 'stopping' | 'summing' | 'loading' | 'ready'
  readonly done: number
  readonly all: number
  /** The file that is being read. */
  readonly at: string
  readonly view: CollectedView | undefined
  readonly rows: readonly CollectedListRow[]
  readonly choices: Choices
  /** Files not read because the writer stopped. */
  readonly left: number
  /** Files of the folder that are no packages. */
  readonly others: number
  readonly gathered: Pick<GatheredFiles, 'found' | 'cut' | 'unreadable'> | undefined
  readonly failure: Failure | undefined
}

const idle: CollectState = { phase: 'idle', done: 0, all: 0, at: '', view: undefined, rows: [], choices: {}, left: 0, others: 0, gathered: undefined, failure: undefined }

let state: CollectState = idle
let runId = ''
let job = ''
let queue: BatchFile[] = []
let passphrase: string | null = null
/** By name, for those that need another passphrase. */
const sources = new Map<string, BatchFile>()
const listeners = new Set<() => void>()

function publish(patch: Partial<CollectState>): void {
  state = { ...state, ...patch }
  for (const listener of listeners) listener()
}

/** The end of the path says more than its beginning. */
const shownName = (path: string) => path.slice(-300)

async function addFile(file: BatchFile): Promise<Result<unknown>> {
  const name = shownName(file.path)
  let bytes: File
  try {
    bytes = await file.open()
  } catch {
    return fail('FILE_NOT_READABLE', { name })
  }
  // A file without bytes is listed as such by the back end.
  const content = bytes.size === 0 ? { ok: true as const, value: '' } : await readBase64(bytes)
  if (!content.ok) return content
  job = newJobId()
  return call('collect.add', { runId, jobId: job, name, contentBase64: content.value, passphrase })
}

async function loadRows(view: CollectedView): Promise<void> {
  publish({ phase: 'loading', view })
  const rows: CollectedListRow[] = []
  while (rows.length < view.rows) {
    const page = await call('collect.read', { runId: view.runId, offset: rows.length, limit: pageSize })
    if (!page.ok) return publish({ phase: 'idle', view: undefined, failure: page.error })
    if (page.value.rows.length === 0) break
    rows.push(...page.value.rows)
  }
  publish({ phase: 'ready', rows })
}

async function sumUp(): Promise<void> {
  publish({ phase: 'summing' })
  job = newJobId()
  await loadSettings()
  const summed = await call('collect.run', { runId, jobId: job, expected: [...currentSettings().expectedUnits.lines], choices: state.choices })
  job = ''
  if (!summed.ok) return publish({ phase: 'idle', failure: summed.error })
  await loadRows(summed.value)
}

async function readQueue(): Promise<void> {
  publish({ phase: 'reading', left: 0, failure: undefined })
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    publish({ at: file.path })
    const added = await addFile(file)
    job = ''
    if (!added.ok && (added.error.code === 'CANCELLED' || added.error.code === 'COLLECT_RUN_GONE' || stopsBatch(added.error.code))) {
      queue.unshift(file)
      if (added.error.code !== 'CANCELLED') publish({ failure: added.error })
      break
    }
    publish({ done: state.done + 1 })
    if (state.phase === 'stopping') break
  }
  publish({ left: queue.length })
  await sumUp()
}

async function begin(): Promise<boolean> {
  const begun = await call('collect.begin', {})
  if (!begun.ok) {
    publish({ failure: begun.error })
    return false
  }
  runId = begun.value.runId
  queue = []
  sources.clear()
  publish({ ...idle })
  return true
}

const isPackage = (file: BatchFile) => /\.zgx$/iu.test(file.path) && skipByName(file.path) === undefined

/** Of one folder the name says nothing: files are shown by where they are within it. */
function withinFolder(files: readonly BatchFile[]): readonly BatchFile[] {
  const top = files[0]?.path.split('/')[0]
  if (top === undefined || !files.every(({ path }) => path.startsWith(`${top}/`))) return files
  return files.map((file) => ({ ...file, path: file.path.slice(top.length + 1) }))
}

/** Files that are packages, and how many others there are; files chosen by themselves are taken whatever they are called. */
export function packagesOf({ files, folders }: Pick<GatheredFiles, 'files' | 'folders'>): { readonly packages: readonly BatchFile[]; readonly others: number } {
  const packages = folders > 0 ? files.filter(isPackage) : files
  return { packages, others: files.filter((file) => skipByName(file.path) === undefined).length - packages.filter((file) => skipByName(file.path) === undefined).length }
}

export async function startCollecting(found: GatheredFiles, word: string): Promise<void> {
  if (isBusy() || !await begin()) return
  const { packages: given, others } = packagesOf(found)
  const packages = withinFolder(given)
  passphrase = word === '' ? null : word
  queue = [...packages]
  for (const file of packages) sources.set(shownName(file.path), file)
  const { cut, unreadable } = found
  publish({ all: packages.length, others, gathered: { found: found.found, cut, unreadable } })
  await readQueue()
}

export async function collectStored(ledgerIds: readonly string[]): Promise<void> {
  if (isBusy() || !await begin()) return
  const added = await call('collect.addLedgers', { runId, ledgerIds: [...ledgerIds] })
  if (!added.ok) return publish({ failure: added.error })
  await sumUp()
}

export function isBusy(): boolean {
  return state.phase !== 'idle' && state.phase !== 'ready'
}

export function stopCollecting(): void {
  if (state.phase !== 'reading') return
  publish({ phase: 'stopping' })
  if (job !== '') void call('jobs.cancel', { jobId: job })
}

export function goOnCollecting(): void {
  if (!isBusy() && queue.length > 0) void readQueue()
}

/** Names of packages that another passphrase may open, and whose files this window still has. */
export function lockedNames(): string[] {
  return (state.view?.unread ?? []).filter(({ code, name }) => (code === 'PACKAGE_ENCRYPTED' || code === 'PACKAGE_PASSPHRASE') && sources.has(name)).map(({ name }) => name)
}

export function unlock(word: string): void {
  if (isBusy()) return
  const files = lockedNames().map((name) => sources.get(name)!)
  passphrase = word
  const before = queue
  queue = [...files, ...before]
  publish({ done: 0, all: queue.length })
  void readQueue()
}

export function choose(key: string, choice: Choices[string]): void {
  if (isBusy()) return
  publish({ choices: { ...state.choices, [key]: choice } })
  void sumUp()
}

/** Adds up again, as after another list of units was written. */
export function sumAgain(): void {
  if (state.phase === 'ready') void sumUp()
}

/** The last run of the program, where this window has none: after a reload, or begun in another window. */
export async function lastView(): Promise<CollectedView | null> {
  const last = await call('collect.last', {})
  return last.ok ? last.value.view : null
}

export async function openView(view: CollectedView): Promise<void> {
  runId = view.runId
  queue = []
  sources.clear()
  publish({ ...idle, choices: Object.fromEntries(view.conflicts.map((one) => [one.key, one.choice])) })
  await loadRows(view)
}

export function leaveResult(): void {
  if (!isBusy()) publish({ ...idle })
}

export function useCollect(): CollectState {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => state)
}
