/**
 * One back end, three ways to reach it. A contract suite runs over all of them:
 *
 *   describe.each(hostNames)('drafts over %s', (hostName) => {
 *     const host = await openHost(hostName, () => createBackend({ … }))
 *     await host.call('drafts.create', { kind: 'team-plan' })
 *     await host.close()
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registerIpc, type IpcHandler, type IpcMainLike, type Receiver } from '../../electron/desktop/ipc-host.ts'
import { callChannel, eventChannel } from '../../electron/desktop/channels.ts'
import { startLocalHost } from '../../electron/local-host/start-local-host.ts'
import type { Backend } from '../../shared/contract/backend.ts'
import { envelopeSchema, type Envelope } from '../../shared/contract/envelope.ts'
import { eventSchema, type BackendEvent } from '../../shared/contract/events.ts'

export const hostNames = ['in-process', 'local-host', 'desktop-ipc'] as const
export type HostName = (typeof hostNames)[number]

export interface OpenHost {
  readonly call: (name: string, input: unknown) => Promise<Envelope>
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void
  /** Closes the host and its back end. */
  readonly close: () => Promise<void>
}

export const silentLog = { info: () => {}, error: () => {} }

export async function openHost(name: HostName, openBackend: () => Promise<Backend>): Promise<OpenHost> {
  const backend = await openBackend()
  switch (name) {
    case 'in-process': return backend
    case 'local-host': return openOverHttp(backend)
    case 'desktop-ipc': return openOverIpc(backend)
  }
}

/** A folder that looks like a built renderer. @returns its path and how to remove it. */
export async function writeRendererFolder(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'zhenggao-renderer-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><script nonce="__NONCE__">1</script>')
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

async function openOverHttp(backend: Backend): Promise<OpenHost> {
  const renderer = await writeRendererFolder()
  const host = await startLocalHost({ backend, rendererFolder: renderer.folder, log: silentLog })
  const origin = `http://127.0.0.1:${host.port}`
  const welcome = await fetch(host.address, { redirect: 'manual' })
  const cookie = (welcome.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? ''
  const streams = new Set<AbortController>()
  return {
    call: async (name, input) => {
      const response = await fetch(`${origin}/rpc`, {
        method: 'POST',
        headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' },
        body: JSON.stringify({ name, input }),
      })
      return envelopeSchema.parse(await response.json())
    },
    subscribe: (listener) => {
      const stream = new AbortController()
      streams.add(stream)
      readEvents(`${origin}/events`, cookie, stream.signal, listener).catch((error: unknown) => {
        if (!stream.signal.aborted) throw error
      })
      return () => stream.abort()
    },
    close: async () => {
      for (const stream of streams) stream.abort()
      await host.close()
      await backend.close()
      await renderer.remove()
    },
  }
}

async function readEvents(address: string, cookie: string, signal: AbortSignal, listener: (event: BackendEvent) => void): Promise<void> {
  const response = await fetch(address, { headers: { Cookie: cookie }, signal })
  if (response.body === null) return
  let text = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const messages = (text + chunk).split('\n\n')
    text = messages.pop() ?? ''
    for (const message of messages) {
      if (message.startsWith('data: ')) listener(eventSchema.parse(JSON.parse(message.slice('data: '.length))))
    }
  }
}

/** What travels between processes is a structured clone. */
function openOverIpc(backend: Backend): OpenHost {
  const listeners = new Set<(event: BackendEvent) => void>()
  const ipc = createStandInIpcMain()
  const receiver: Receiver = {
    isDestroyed: () => false,
    send: (channel, event) => {
      if (channel === eventChannel) for (const listener of listeners) listener(eventSchema.parse(structuredClone(event)))
    },
  }
  const dispose = registerIpc(ipc, backend, () => true, () => [receiver])
  return {
    call: async (name, input) => envelopeSchema.parse(structuredClone(await ipc.invoke(callChannel, {}, structuredClone({ name, input })))),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      dispose()
      await backend.close()
    },
  }
}

export interface StandInIpcMain extends IpcMainLike<object> {
  readonly invoke: (channel: string, event: object, message: unknown) => Promise<unknown>
  readonly channels: () => readonly string[]
}

/** What Electron's ipcMain does with handlers, and nothing else. */
export function createStandInIpcMain(): StandInIpcMain {
  const handlers = new Map<string, IpcHandler<object>>()
  return {
    handle: (channel, handler) => {
      if (handlers.has(channel)) throw new Error(`a second handler for ${channel}`)
      handlers.set(channel, handler)
    },
    removeHandler: (channel) => { handlers.delete(channel) },
    invoke: async (channel, event, message) => {
      const handler = handlers.get(channel)
      if (handler === undefined) throw new Error(`no handler for ${channel}`)
      return handler(event, message)
    },
    channels: () => [...handlers.keys()],
  }
}
