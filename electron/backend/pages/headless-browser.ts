/**
 * An installed Chromium without a window, spoken to over two pipes that nobody else can reach (DevTools protocol). It has a
 * passing profile, no network, and ends with us.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { silentSwitches } from './find-browser.ts'

export interface HeadlessBrowser {
  /** A folder for files it is to open; goes with it. */
  readonly folder: string
  readonly isOpen: () => boolean
  /** @throws where the browser refuses, ends or does not answer in time. */
  readonly send: (method: string, parameters?: object, session?: string) => Promise<Record<string, unknown>>
  /** Resolves at the next such event of the session. */
  readonly waitFor: (method: string, session: string) => Promise<void>
  readonly close: () => Promise<void>
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message?: string }
}

interface Waiting {
  readonly resolve: (result: Record<string, unknown>) => void
  readonly reject: (error: Error) => void
}

const answerLimit = 60_000

function switches(profileFolder: string): readonly string[] {
  return [
    '--headless', '--remote-debugging-pipe', `--user-data-dir=${profileFolder}`,
    ...silentSwitches,
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-gpu', '--hide-scrollbars', '--mute-audio', '--disable-dev-shm-usage',
    // Its usual name tells the system it runs on, and every PDF repeats it.
    '--user-agent=Zhenggao',
    '--lang=zh-CN',
    // A document in a passing folder takes its fonts from the program's.
    '--allow-file-access-from-files',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ]
}

/** @throws where it cannot be started. */
export async function openHeadlessBrowser(program: string): Promise<HeadlessBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'zhenggao-pages-'))
  const child = spawn(program, switches(join(folder, 'profile')), { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const input = child.stdio[3] as Writable
  const output = child.stdio[4] as Readable
  const waiting = new Map<number, Waiting>()
  const events = new Set<{ readonly method: string; readonly session: string; readonly resolve: () => void; readonly reject: (error: Error) => void }>()
  let next = 0
  let open = true

  const end = (error: Error) => {
    open = false
    for (const one of waiting.values()) one.reject(error)
    for (const one of events) one.reject(error)
    waiting.clear()
    events.clear()
  }
  const take = (message: Message) => {
    if (message.id === undefined) {
      for (const one of events) {
        if (one.method !== message.method || one.session !== message.sessionId) continue
        events.delete(one)
        one.resolve()
      }
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) asked?.reject(new Error(message.error.message ?? 'refused'))
    else asked?.resolve(message.result ?? {})
  }
  let parts: Buffer[] = []
  output.on('data', (chunk: Buffer) => {
    let from = 0
    for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, from)) {
      const text = Buffer.concat([...parts, chunk.subarray(from, at)]).toString('utf8')
      parts = []
      from = at + 1
      take(JSON.parse(text) as Message)
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
  })
  // A pipe that breaks means that the browser ended, which is told below.
  for (const pipe of [input, output]) pipe.on('error', () => {})
  const ended = new Promise<void>((resolve) => {
    child.on('error', (error) => { end(error); resolve() })
    child.on('exit', (code) => { end(new Error(`the browser ended (${String(code)})`)); resolve() })
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)

  const limited = <T>(what: string, promise: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error(`no answer to ${what}`)), answerLimit) })
    return Promise.race([promise, late]).finally(() => clearTimeout(timer))
  }

  return {
    folder,
    isOpen: () => open,
    send: (method, parameters = {}, session) => limited(method, new Promise((resolve, reject) => {
      if (!open) return reject(new Error('the browser has ended'))
      const id = (next += 1)
      waiting.set(id, { resolve, reject })
      input.write(`${JSON.stringify({ id, method, params: parameters, ...(session === undefined ? {} : { sessionId: session }) })}\0`)
    })),
    waitFor: (method, session) => limited(method, new Promise((resolve, reject) => {
      if (open) events.add({ method, session, resolve, reject })
      else reject(new Error('the browser has ended'))
    })),
    close: async () => {
      process.off('exit', kill)
      kill()
      await ended
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}
