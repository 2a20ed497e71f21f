import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

/** Rows chosen to be changed together, by name: they stay chosen however the table is sorted. What is no longer shown is no longer chosen. */
export function useRowSelection(known: ReadonlySet<string>) {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string>(undefined)
  useEffect(() => setNames((before) => {
    const kept = [...before].filter((name) => known.has(name))
    return kept.length === before.size ? before : new Set(kept)
  }), [known])
  const set = useCallback((next: readonly string[]) => setNames((before) => (next.length === 0 && before.size === 0 ? before : new Set(next))), [])
  const toggle = useCallback((some: readonly string[]) => setNames((before) => {
    const next = new Set(before)
    const all = some.every((name) => next.has(name))
    for (const name of some) {
      if (all) next.delete(name)
      else next.add(name)
    }
    return next
  }), [])
  /** @param order all rows as shown, for a run of them. */
  const click = useCallback((name: string, { shift, ctrl }: { readonly shift: boolean; readonly ctrl: boolean }, order: readonly string[]) => {
    const from = last.current === undefined ? -1 : order.indexOf(last.current)
    if (shift && from !== -1) {
      const to = order.indexOf(name)
      const run = order.slice(Math.min(from, to), Math.max(from, to) + 1)
      return setNames((before) => new Set(ctrl ? [...before, ...run] : run))
    }
    last.current = name
    if (ctrl) return toggle([name])
    return setNames((before) => (before.size === 1 && before.has(name) ? new Set() : new Set([name])))
  }, [toggle])
  return useMemo(() => ({ names, set, toggle, click }), [names, set, toggle, click])
}

export type RowSelection = ReturnType<typeof useRowSelection>
