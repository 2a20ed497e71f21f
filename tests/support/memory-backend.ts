/** A back end of a few lines, for tests of the hosts themselves. */
import type { Backend } from '../../shared/contract/backend.ts'
import type { Envelope } from '../../shared/contract/envelope.ts'
import { fail } from '../../shared/contract/errors.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'

export interface MemoryBackend extends Backend {
  readonly calls: readonly { readonly name: string; readonly input: unknown }[]
  readonly emit: (event: BackendEvent) => void
  readonly listeners: () => number
  readonly isClosed: () => boolean
}

/** Answers `echo` with its input, `throws` by throwing, anything else with INPUT_INVALID. */
export function createMemoryBackend(): MemoryBackend {
  const calls: { name: string; input: unknown }[] = []
  const listeners = new Set<(event: BackendEvent) => void>()
  let closed = false
  const answer = (name: string, input: unknown): Envelope => {
    if (name === 'echo') return { ok: true, value: input ?? null }
    if (name === 'throws') throw new Error('a fault of the program')
    return fail('INPUT_INVALID')
  }
  return {
    calls,
    call: async (name, input) => {
      calls.push({ name, input })
      return answer(name, input)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    emit: (event) => { for (const listener of listeners) listener(event) },
    listeners: () => listeners.size,
    isClosed: () => closed,
    close: async () => { closed = true },
  }
}
