import type { Envelope } from './envelope.ts'
import type { BackendEvent } from './events.ts'

/** One back end, whatever the host. `call` never throws: every failure is an envelope. */
export interface Backend {
  readonly call: (name: string, input: unknown) => Promise<Envelope>
  /** @returns a function that ends the subscription. */
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void
  readonly close: () => Promise<void>
}
