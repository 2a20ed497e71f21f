/** Where the writer is in the table: one cell, and the range drawn out from it. Held by row and field, whatever is sorted or comes in. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { ListedRow } from '../../../../shared/ledger/build-ledger-table.ts'
import type { ViewField } from '../../../../shared/ledger/ledger-view.ts'
import type { GridColumn } from '../use-ledger-columns.ts'
import type { ViewEntry } from '../use-ledger-view.ts'

interface Place {
  readonly id: string
  readonly field: ViewField
}

export interface CellIndex {
  readonly row: number
  readonly column: number
}

export interface GridRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))

export function useGridFocus(entries: readonly ViewEntry[], columns: readonly GridColumn[]) {
  const [focus, setFocus] = useState<Place>()
  const [anchor, setAnchor] = useState<Place>()
  const indexes = useMemo(() => new Map(entries.map((entry, index) => [entry.id, index])), [entries])
  /** Where the focus was last: what takes the place of a row that is gone is there. */
  const last = useRef<CellIndex>({ row: 0, column: 0 })
  const held = useRef<{ readonly name: string }>(undefined)

  const find = (place: Place | undefined): CellIndex | undefined => {
    if (!place || entries.length === 0 || columns.length === 0) return undefined
    const column = columns.findIndex(({ field }) => field === place.field)
    let row = indexes.get(place.id) ?? -1
    // Grouped otherwise, the same row stands under another name.
    if (row === -1 && held.current) row = entries.findIndex((entry) => entry.kind === 'row' && entry.name === held.current!.name)
    return { row: row === -1 ? clamp(last.current.row, entries.length - 1) : row, column: column === -1 ? clamp(last.current.column, columns.length - 1) : column }
  }
  const at = find(focus)
  const from = find(anchor)
  const entry = at ? entries[at.row] : undefined
  if (at) last.current = at
  if (entry?.kind === 'row') held.current = { name: entry.name }

  const range: GridRange | undefined = at && {
    top: Math.min(at.row, from?.row ?? at.row), bottom: Math.max(at.row, from?.row ?? at.row), left: Math.min(at.column, from?.column ?? at.column), right: Math.max(at.column, from?.column ?? at.column),
  }

  const go = useCallback((row: number, column: number, extend = false) => {
    if (entries.length === 0 || columns.length === 0) return
    const place = { id: entries[clamp(row, entries.length - 1)]!.id, field: columns[clamp(column, columns.length - 1)]!.field }
    setFocus((before) => {
      setAnchor((start) => (extend ? start ?? before : undefined))
      return place
    })
  }, [entries, columns])
  const goToRow = useCallback((name: string, field: ViewField): number => {
    const row = entries.findIndex((one) => one.kind === 'row' && one.name === name)
    if (row !== -1) {
      setAnchor(undefined)
      setFocus({ id: entries[row]!.id, field })
    }
    return row
  }, [entries])
  const narrow = useCallback(() => setAnchor(undefined), [])

  const rowsIn = (some: GridRange): readonly ListedRow[] => entries.slice(some.top, some.bottom + 1).flatMap((one) => (one.kind === 'row' ? [one.row] : []))
  return { at, entry, range, isRange: range !== undefined && (range.top !== range.bottom || range.left !== range.right), go, goToRow, narrow, rowsIn }
}

export type GridFocus = ReturnType<typeof useGridFocus>

/** Where a key leads; undefined for a key that does not move. @param page rows of a screenful. */
export function movedBy(key: string, ctrl: boolean, at: CellIndex, most: CellIndex, page: number): CellIndex | undefined {
  const { row, column } = at
  switch (key) {
    case 'ArrowUp': return { row: ctrl ? 0 : row - 1, column }
    case 'ArrowDown': return { row: ctrl ? most.row : row + 1, column }
    case 'ArrowLeft': return { row, column: ctrl ? 0 : column - 1 }
    case 'ArrowRight': return { row, column: ctrl ? most.column : column + 1 }
    case 'PageUp': return { row: row - page, column }
    case 'PageDown': return { row: row + page, column }
    case 'Home': return { row: ctrl ? 0 : row, column: 0 }
    case 'End': return { row: ctrl ? most.row : row, column: most.column }
    default: return undefined
  }
}
