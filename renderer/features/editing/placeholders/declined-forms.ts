/** Masked forms the writer said are none. Kept for the draft in this window, through a reload, never written into the paper. */
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const held = new Map<string, ReadonlySet<string>>()
const nameOf = (draftId: string) => `zhenggao-declined-forms-${draftId}`

function read(draftId: string): ReadonlySet<string> {
  const known = held.get(draftId)
  if (known) return known
  let stored: unknown
  try {
    stored = JSON.parse(sessionStorage.getItem(nameOf(draftId)) ?? '[]')
  } catch {
    stored = []
  }
  const set = new Set(Array.isArray(stored) ? stored.filter((name): name is string => typeof name === 'string') : [])
  held.set(draftId, set)
  return set
}

function write(draftId: string, set: ReadonlySet<string>): void {
  held.set(draftId, set)
  try {
    sessionStorage.setItem(nameOf(draftId), JSON.stringify([...set]))
  } catch {
    // A full or closed store: the window still remembers.
  }
  for (const listener of listeners) listener()
}

/** Names of what was declined in the draft. */
export function declinedForms(draftId: string): ReadonlySet<string> {
  return read(draftId)
}

/** Whether one of the names of a place (`maskedNames`) was declined. */
export function isDeclined(declined: ReadonlySet<string>, names: readonly string[]): boolean {
  return names.some((name) => declined.has(name))
}

/** @param names see `maskedNames`. */
export function declineForms(draftId: string, names: readonly string[]): void {
  write(draftId, new Set([...read(draftId), ...names]))
}

export function bringBackForms(draftId: string, names: readonly string[]): void {
  const gone = new Set(names)
  write(draftId, new Set([...read(draftId)].filter((name) => !gone.has(name))))
}

export function useDeclinedForms(draftId: string): ReadonlySet<string> {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => read(draftId))
}
