/** What the screen shows of the rows: the query, groups folded away, and places held while the writer edits. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { rowName, type ListedRow } from '../../../shared/ledger/build-ledger-table.ts'
import { emptyQuery, holdPlaces, viewLedger, type LedgerQuery, type LedgerView, type ViewOptions } from '../../../shared/ledger/ledger-view.ts'

export type ViewEntry =
  | { readonly kind: 'group'; readonly id: string; readonly key: string; readonly rows: readonly ListedRow[]; readonly folded: boolean }
  | { readonly kind: 'row'; readonly id: string; readonly name: string; readonly row: ListedRow }

function listEntries(view: LedgerView, isGrouped: boolean, folded: ReadonlySet<string>): readonly ViewEntry[] {
  const entries: ViewEntry[] = []
  for (const { key, rows } of view.groups) {
    if (isGrouped) entries.push({ kind: 'group', id: `group ${key}`, key, rows, folded: folded.has(key) })
    if (isGrouped && folded.has(key)) continue
    for (const row of rows) {
      const name = rowName(row)
      entries.push({ kind: 'row', id: isGrouped ? `${name} ${key}` : name, name, row })
    }
  }
  return entries
}

export function useLedgerView(rows: readonly ListedRow[], options: ViewOptions) {
  const [query, setQuery] = useState<LedgerQuery>(emptyQuery)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [round, setRound] = useState(0)
  const held = useRef<{ readonly for: string; readonly names: string; readonly view: LedgerView }>(undefined)

  const byName = useMemo(() => new Map(rows.map((row) => [rowName(row), row])), [rows])
  const { view, stale } = useMemo(() => {
    const fresh = viewLedger(rows, query, options)
    const asked = JSON.stringify([query, options, round])
    const names = [...byName.keys()].join('\n')
    const earlier = held.current
    // Rows that came or went are shown at their places at once; an edit of those that stay moves nothing.
    const kept = earlier && earlier.for === asked && earlier.names === names ? holdPlaces(earlier.view, fresh, byName) : undefined
    const result = kept ?? { view: fresh, stale: false }
    held.current = { for: asked, names, view: result.view }
    return result
  }, [rows, byName, query, options, round])
  const entries = useMemo(() => listEntries(view, query.group !== null, folded), [view, query.group, folded])

  const change = useCallback((patch: Partial<LedgerQuery>) => {
    setQuery((before) => ({ ...before, ...patch }))
    if (patch.group !== undefined) setFolded(new Set())
  }, [])
  const fold = useCallback((key: string) => setFolded((before) => {
    const next = new Set(before)
    if (!next.delete(key)) next.add(key)
    return next
  }), [])
  const foldAll = useCallback((keys: readonly string[]) => setFolded(new Set(keys)), [])
  const resort = useCallback(() => setRound((count) => count + 1), [])
  return { query, change, view, stale, entries, byName, fold, foldAll, resort }
}

export type LedgerViewState = ReturnType<typeof useLedgerView>
