/** Suggestions the writer said no to. Kept for the session, through a reload of the window, never written into the paper. */
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const held = new Map<string, ReadonlySet<string>>()
const nameOf = (draftId: string) => `zhenggao-rejected-links-${draftId}`

export function pairKey({ answerId, problemId }: { readonly answerId: string; readonly problemId: string }): string {
  return `${answerId}\n${problemId}`
}

function read(draftId: string): ReadonlySet<string> {
  const known = held.get(draftId)
  if (known) return known
  let stored: unknown
  try {
    stored = JSON.parse(sessionStorage.getItem(nameOf(draftId)) ?? '[]')
  } catch {
    stored = []
  }
  const set = new Set(Array.isArray(stored) ? stored.filter((key): key is string => typeof key === 'string') : [])
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

export function rejectSuggestion(draftId: string, pair: { readonly answerId: string; readonly problemId: string }): void {
  write(draftId, new Set([...read(draftId), pairKey(pair)]))
}

export function bringBackSuggestions(draftId: string): void {
  write(draftId, new Set())
}

export function useRejected(draftId: string): ReadonlySet<string> {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => read(draftId))
}
