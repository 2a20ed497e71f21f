import type { ServerResponse } from 'node:http'
import type { Backend } from '../../shared/contract/backend.ts'

/** Keeps the connection alive through whatever closes idle ones, and finds out who has gone. */
const heartbeatMilliseconds = 15_000
/** A window that does not read (a suspended one) is dropped before it fills the memory; it reconnects when it wakes. */
const backlogLimit = 1024 * 1024

/** A reload, or a connection that broke, comes back within this time; a window that was closed or crashed does not. */
const returnMilliseconds = 2500

export interface EventStream {
  /** @param clientId the window that listens, where it has said so. */
  readonly open: (response: ServerResponse, clientId?: string) => void
  readonly clients: () => number
  readonly close: () => void
}

/** Passes the back end's events to every window as Server-Sent Events. */
export function createEventStream(backend: Backend): EventStream {
  const responses = new Map<ServerResponse, string | undefined>()
  const leaving = new Map<string, NodeJS.Timeout>()
  const send = (text: string): void => {
    for (const response of responses.keys()) {
      if (response.writableLength > backlogLimit) response.destroy()
      else response.write(text)
    }
  }
  const unsubscribe = backend.subscribe((event) => send(`data: ${JSON.stringify(event)}\n\n`))
  const heartbeat = setInterval(() => send(': heartbeat\n\n'), heartbeatMilliseconds)
  heartbeat.unref()

  const ended = (response: ServerResponse) => {
    const clientId = responses.get(response)
    responses.delete(response)
    if (clientId === undefined || [...responses.values()].includes(clientId)) return
    clearTimeout(leaving.get(clientId))
    const timer = setTimeout(() => {
      leaving.delete(clientId)
      void backend.call('leases.leave', { clientId })
    }, returnMilliseconds)
    timer.unref()
    leaving.set(clientId, timer)
  }

  return {
    open: (response, clientId) => {
      responses.set(response, clientId)
      if (clientId !== undefined) {
        clearTimeout(leaving.get(clientId))
        leaving.delete(clientId)
      }
      response.on('close', () => ended(response))
      response.on('error', () => ended(response))
      response.write('retry: 1000\n: connected\n\n')
    },
    clients: () => responses.size,
    close: () => {
      unsubscribe()
      clearInterval(heartbeat)
      const open = [...responses.keys()]
      responses.clear()
      for (const timer of leaving.values()) clearTimeout(timer)
      for (const response of open) response.end()
    },
  }
}
