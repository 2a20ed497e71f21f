/** Names the writer said something of, by draft: kept for this window, through a reload, never written into the paper. */
import { useSyncExternalStore } from 'react'

export interface SessionNames {
  readonly read: (draftId: string) => ReadonlySet<string>
  readonly write: (draftId: string, names: Iterable<string>) => void
  readonly use: (draftId: string) => ReadonlySet<string>
}

/** @param word tells what the names are of from other such stores: “declined-forms”. */
export function sessionNames(word: string): SessionNames {
  const listeners = new Set<() => void>()
  const held = new Map<string, ReadonlySet<string>>()
  const keyOf = (draftId: string) => `zhenggao-${word}-${draftId}`

  const read = (draftId: string): ReadonlySet<string> => {
    const known = held.get(draftId)
    if (known) return known
    let stored: unknown
    try {
      stored = JSON.parse(sessionStorage.getItem(keyOf(draftId)) ?? '[]')
    } catch {
      stored = []
    }
    const names = new Set(Array.isArray(stored) ? stored.filter((name): name is string => typeof name === 'string') : [])
    held.set(draftId, names)
    return names
  }
  const write = (draftId: string, names: Iterable<string>): void => {
    const set = new Set(names)
    held.set(draftId, set)
    try {
      sessionStorage.setItem(keyOf(draftId), JSON.stringify([...set]))
    } catch {
      // A full or closed store: the window still remembers.
    }
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { read, write, use: (draftId) => useSyncExternalStore(subscribe, () => read(draftId)) }
}
