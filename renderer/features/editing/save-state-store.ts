/** How saving stands, beside React's state: each keystroke may change it, and only what shows it is to be drawn again. */
import { useSyncExternalStore } from 'react'
import type { SaveState } from '../../editor/autosave.ts'

export interface SaveStateStore {
  readonly get: () => SaveState
  readonly set: (state: SaveState) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createSaveStateStore(first: SaveState): SaveStateStore {
  const listeners = new Set<() => void>()
  let state = first
  return {
    get: () => state,
    set: (next) => {
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useSaveState(store: SaveStateStore): SaveState {
  return useSyncExternalStore(store.subscribe, store.get)
}
