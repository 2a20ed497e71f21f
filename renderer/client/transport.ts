/** How the page reaches its back end: through the desktop's preload, or over http to the local host. Chosen once. */
import { envelopeSchema, type Envelope } from '../../shared/contract/envelope.ts'
import { fail } from '../../shared/contract/errors.ts'
import { eventSchema, type BackendEvent } from '../../shared/contract/events.ts'
import { zh } from '../text/zh.ts'
import { clientId } from './client-id.ts'

export interface Transport {
  readonly call: (name: string, input: unknown) => Promise<Envelope>
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void
}

interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<unknown>
  readonly subscribe: (listener: (event: unknown) => void) => () => void
}

declare global {
  interface Window {
    readonly zhenggao?: Bridge
  }
}

function parseEnvelope(value: unknown): Envelope {
  const parsed = envelopeSchema.safeParse(value)
  return parsed.success ? (parsed.data as Envelope) : fail('INTERNAL', { id: 'answer' })
}

function pass(value: unknown, listener: (event: BackendEvent) => void): void {
  const parsed = eventSchema.safeParse(value)
  if (parsed.success) listener(parsed.data)
}

function desktopTransport(bridge: Bridge): Transport {
  window.addEventListener('pagehide', () => void bridge.call('leases.leave', { clientId }))
  return {
    call: async (name, input) => parseEnvelope(await bridge.call(name, input)),
    subscribe: (listener) => bridge.subscribe((event) => pass(event, listener)),
  }
}

/** The program behind the page does not answer: nothing was stored, and nothing typed is lost while the page is open. */
const unreachable = (): Envelope => ({ ok: false, error: { code: 'INTERNAL', message: zh.app.unreachable } })

/** One stream for the whole page: browsers allow six connections to a host over all windows. Opened at once, for the host counts windows by it. */
function eventStream(): Transport['subscribe'] {
  const listeners = new Set<(event: BackendEvent) => void>()
  const source = new EventSource(`/events?client=${encodeURIComponent(clientId)}`)
  // The program may have been started anew meanwhile: it knows nothing of what is edited here until it is told.
  source.onopen = () => { for (const listener of listeners) listener({ type: 'lease-check' }) }
  source.onmessage = (message) => {
    let value: unknown
    try {
      value = JSON.parse(String(message.data))
    } catch {
      // A torn message is no event.
      return
    }
    for (const listener of listeners) pass(value, listener)
  }
  return (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
}

function httpTransport(): Transport {
  return {
    call: async (name, input) => {
      try {
        const response = await fetch('/rpc', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name, input }), credentials: 'same-origin' })
        return parseEnvelope(await response.json())
      } catch {
        return unreachable()
      }
    },
    subscribe: eventStream(),
  }
}

export const transport: Transport = window.zhenggao ? desktopTransport(window.zhenggao) : httpTransport()
