import type { ServerResponse } from 'node:http'
import type { Backend } from '../../shared/contract/backend.ts'

/** Keeps the connection alive through whatever closes idle ones, and finds out who has gone. */
const heartbeatMilliseconds = 15_000
/** A window that does not read (a suspended one) is dropped before it fills the memory; it reconnects when it wakes. */
const backlogLimit = 1024 * 1024

export interface EventStream {
  readonly open: (response: ServerResponse) => void
  readonly clients: () => number
  readonly close: () => void
}

/** Passes the back end's events to every window as Server-Sent Events. */
export function createEventStream(backend: Backend): EventStream {
  const responses = new Set<ServerResponse>()
  const send = (text: string): void => {
    for (const response of responses) {
      if (response.writableLength > backlogLimit) response.destroy()
      else response.write(text)
    }
  }
  const unsubscribe = backend.subscribe((event) => send(`data: ${JSON.stringify(event)}\n\n`))
  const heartbeat = setInterval(() => send(': heartbeat\n\n'), heartbeatMilliseconds)
  heartbeat.unref()

  return {
    open: (response) => {
      responses.add(response)
      response.on('close', () => responses.delete(response))
      response.on('error', () => responses.delete(response))
      response.write('retry: 1000\n: connected\n\n')
    },
    clients: () => responses.size,
    close: () => {
      unsubscribe()
      clearInterval(heartbeat)
      for (const response of responses) response.end()
      responses.clear()
    },
  }
}
