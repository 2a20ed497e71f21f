import type { Backend } from '../../shared/contract/backend.ts'
import type { Failure } from '../../shared/contract/errors.ts'

/** Stands in where the data folder cannot be used: the window opens all the same and says why, and what to do. */
export function createFailedBackend(error: Failure): Backend {
  return {
    call: async () => ({ ok: false, error }),
    subscribe: () => () => {},
    close: async () => {},
  }
}
