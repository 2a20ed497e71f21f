/** One server per data folder: a window where there is a browser to show it, an address where there is none. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Backend } from '../../shared/contract/backend.ts'
import type { Failure } from '../../shared/contract/errors.ts'
import { createBackend, StartError } from '../backend/create-backend.ts'
import { createOfferedFiles, type OfferedFiles } from '../backend/files/offered-files.ts'
import type { Log } from '../backend/ports.ts'
import { openAppWindow } from './browser.ts'
import { createFailedBackend } from './failed-backend.ts'
import { createLocalPorts } from './local-ports.ts'
import { findRunningHost, readHostNote, removeHostNote, writeHostNote } from './running-host.ts'
import { handOver } from './hand-over.ts'
import { startLocalHost, type LocalHost, type LocalHostOptions } from './start-local-host.ts'
import { untilWindowsClosed } from './window-life.ts'

export interface HostRun {
  readonly dataFolder: string
  readonly port: number | undefined
  /** Files to show as soon as there is a window. */
  readonly packages: readonly string[]
  /** Undefined: no window is opened, the address is said instead. */
  readonly browser: string | undefined
  readonly rendererFolder: string
  readonly resourcesFolder: string
  readonly version: string
  readonly workerUrl: URL
  readonly log: Log
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

/** @returns the exit code, once the last window is closed or the program was told to stop. */
export async function runHost(run: HostRun): Promise<number> {
  const running = await findRunningHost(run.dataFolder)
  if (running !== undefined) return joinRunning(run, running)
  const offered = createOfferedFiles(run.packages)
  const backend = await openBackend(run, offered)
  if (backend instanceof StartError) return reportFailure(run, backend.failure)
  try {
    await serve(run, backend, offered)
  } finally {
    await backend.close()
    run.log.info('stopped')
  }
  return 0
}

/** Another start with the same data: one more window on the host that runs, and the files it was given. */
async function joinRunning(run: HostRun, address: string): Promise<number> {
  if (run.packages.length > 0 && !(await handOver(run.dataFolder, run.packages))) run.complain('没能把交换包交给正在运行的整稿。请在窗口里用“交换”打开它。')
  if (run.browser === undefined) run.say(`整稿已在运行：${address}`)
  else openAppWindow(run.browser, address, profileOf(run)).unref()
  return 0
}

async function openBackend(run: HostRun, offered: OfferedFiles): Promise<Backend | StartError> {
  const { dataFolder, resourcesFolder, version, log, workerUrl } = run
  try {
    return await createBackend({
      dataFolder, resourcesFolder, version, log, workerUrl, clock: () => new Date(), ids: randomUUID, ports: createLocalPorts(run.rendererFolder, offered),
    })
  } catch (error) {
    if (error instanceof StartError) return error
    throw error
  }
}

async function serve(run: HostRun, backend: Backend, offered: OfferedFiles): Promise<void> {
  const site = { backend, offer: offered.offer }
  const host = await takeUp(run, site) ?? await startLocalHost({ ...placeOf(run), ...site })
  await writeHostNote(run.dataFolder, { pid: process.pid, port: host.port, token: host.token })
  try {
    await untilDone(run, host, profileOf(run))
  } finally {
    await removeHostNote(run.dataFolder, host.token)
    await host.close()
  }
}

type Served = Pick<LocalHostOptions, 'backend' | 'offer'>

const placeOf = ({ rendererFolder, log, port }: HostRun): Omit<LocalHostOptions, 'backend'> => ({ rendererFolder, log, ...(port === undefined ? {} : { port }) })

/**
 * After a crash a window may still be open, with words that were not saved. Under the old port and token it finds us again and
 * saves them. Never the old token under another port: whoever has the old port now may have been shown it.
 */
async function takeUp(run: HostRun, site: Served): Promise<LocalHost | undefined> {
  const note = await readHostNote(run.dataFolder)
  if (note === undefined || (run.port !== undefined && run.port !== note.port)) return undefined
  try {
    return await startLocalHost({ ...placeOf(run), ...site, port: note.port, token: note.token })
  } catch (error) {
    run.log.info('port of the last run is taken', { error })
    return undefined
  }
}

/** Until the program is told to stop, which closes its window, or the last window is closed. */
async function untilDone(run: HostRun, host: LocalHost, profileFolder: string): Promise<void> {
  const stop = new AbortController()
  await Promise.race([untilSignal(), untilNotNeeded(run, host, profileFolder, stop.signal)])
  stop.abort()
}

async function untilNotNeeded(run: HostRun, host: LocalHost, profileFolder: string, stop: AbortSignal): Promise<void> {
  if (run.browser !== undefined) {
    const end = await untilWindowsClosed(openAppWindow(run.browser, host.address, profileFolder, stop), host.clients)
    run.log.info('window ended', { end })
    if (end === 'closed') return
    run.complain('浏览器没能打开窗口。请在本机的浏览器中打开下面的地址，按 Ctrl+C 结束。')
  }
  run.say(`整稿已启动：${host.address}`)
  return new Promise(() => {})
}

async function reportFailure(run: HostRun, failure: Failure): Promise<number> {
  run.log.error('no start', { code: failure.code })
  // Two starts at the same moment: the other one holds the library and will answer in an instant.
  const other = failure.code === 'DATABASE_LOCKED' ? await waitForRunningHost(run.dataFolder) : undefined
  if (other !== undefined) return joinRunning(run, other)
  run.complain(`整稿没能启动：${failure.message}`)
  if (run.browser !== undefined) await showFailure({ ...run, port: undefined }, failure)
  return 1
}

/** The window says why; its profile is a passing one, because the data folder cannot be counted on. */
async function showFailure(run: HostRun, failure: Failure): Promise<void> {
  const host = await startLocalHost({ ...placeOf(run), backend: createFailedBackend(failure) })
  const profileFolder = await mkdtemp(join(tmpdir(), 'zhenggao-'))
  await untilDone(run, host, profileFolder)
  await host.close()
  await rm(profileFolder, { recursive: true, force: true, maxRetries: 3 })
}

async function waitForRunningHost(dataFolder: string): Promise<string | undefined> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const running = await findRunningHost(dataFolder)
    if (running !== undefined) return running
    await new Promise((resolve) => { setTimeout(resolve, 300) })
  }
  return undefined
}

/** One signal ends it cleanly. The same key press may arrive twice, from the terminal and from npm; a later one means impatience. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined
    const onSignal = (): void => {
      if (first !== undefined && Date.now() - first > 1500) process.exit(130)
      first ??= Date.now()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  })
}

const profileOf = (run: HostRun): string => join(run.dataFolder, 'browser-profile')
