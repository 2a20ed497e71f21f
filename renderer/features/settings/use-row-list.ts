/** Rows that are edited in place: adding, removing with undo, moving, pasting. Every row has a key of its own while it is shown. */
import { useRef, useState } from 'react'
import { pastedRows } from './pasted-rows.ts'

export type Row<K extends string> = Readonly<Record<K, string>>

export interface RowListOptions<K extends string> {
  readonly rows: readonly Row<K>[]
  readonly columns: readonly K[]
  readonly onChange: (rows: readonly Row<K>[]) => void
}

/** What the last step of removing or pasting was, so that it can be taken back whatever was typed since. */
export type RowUndo<K extends string> =
  | { readonly kind: 'removed'; readonly row: Row<K>; readonly index: number; readonly key: number }
  | { readonly kind: 'pasted'; readonly keys: readonly number[]; readonly replaced: { readonly key: number; readonly row: Row<K> } | undefined }

/** The row and column the caret goes to once the rows are drawn. */
export interface RowFocus {
  readonly key: number
  readonly column: string
}

let nextKey = 0
const isBlank = (row: Row<string>) => Object.values(row).every((text) => text.trim() === '')

export function useRowList<K extends string>({ rows, columns, onChange }: RowListOptions<K>) {
  const keys = useRef<number[]>([])
  const focus = useRef<RowFocus | undefined>(undefined)
  const [undos, setUndos] = useState<readonly RowUndo<K>[]>([])
  while (keys.current.length < rows.length) keys.current.push((nextKey += 1))
  keys.current.length = rows.length

  const blank = () => Object.fromEntries(columns.map((column) => [column, ''])) as Row<K>
  const put = (nextRows: readonly Row<K>[], nextKeys: readonly number[]) => {
    keys.current = [...nextKeys]
    onChange(nextRows)
  }
  const focusRow = (index: number, column: string = columns[0]!) => {
    const key = keys.current[index]
    if (key !== undefined) focus.current = { key, column }
  }

  const insert = (index: number, added: readonly Row<K>[]): number[] => {
    const addedKeys = added.map(() => (nextKey += 1))
    put(rows.toSpliced(index, 0, ...added), keys.current.toSpliced(index, 0, ...addedKeys))
    return addedKeys
  }
  const add = (index: number) => {
    // A blank row that is there already is the new one.
    const at = rows[index] && isBlank(rows[index]) ? index : rows[index - 1] && isBlank(rows[index - 1]!) ? index - 1 : undefined
    if (at === undefined) insert(index, [blank()])
    focusRow(at ?? index)
    if (at !== undefined) onChange([...rows])
  }
  const remove = (index: number) => {
    const row = rows[index]
    if (!row) return
    if (!isBlank(row)) setUndos([...undos, { kind: 'removed', row, index, key: keys.current[index]! }])
    put(rows.toSpliced(index, 1), keys.current.toSpliced(index, 1))
    focusRow(Math.min(index, keys.current.length - 1))
  }
  const move = (from: number, to: number, column?: string) => {
    if (from === to || to < 0 || to >= rows.length) return
    const key = keys.current[from]!
    put(rows.toSpliced(from, 1).toSpliced(to, 0, rows[from]!), keys.current.toSpliced(from, 1).toSpliced(to, 0, key))
    if (column !== undefined) focus.current = { key, column }
  }
  const edit = (index: number, column: K, text: string) => onChange(rows.with(index, { ...rows[index]!, [column]: text }))

  /** @returns whether the text was rows, and is dealt with. */
  const paste = (index: number, column: K, text: string): boolean => {
    const found = pastedRows(text, columns.slice(columns.indexOf(column)))
    const row = rows[index]
    if (!found || !row) return false
    const added = found.map((cells) => ({ ...blank(), ...cells }))
    const before = keys.current[index]!
    const replaces = isBlank(row)
    const addedKeys = added.map(() => (nextKey += 1))
    put(rows.toSpliced(replaces ? index : index + 1, replaces ? 1 : 0, ...added), keys.current.toSpliced(replaces ? index : index + 1, replaces ? 1 : 0, ...addedKeys))
    setUndos([...undos, { kind: 'pasted', keys: addedKeys, replaced: replaces ? { key: before, row } : undefined }])
    focus.current = { key: addedKeys.at(-1)!, column }
    return true
  }

  const undo = () => {
    const last = undos.at(-1)
    if (!last) return
    setUndos(undos.slice(0, -1))
    if (last.kind === 'removed') {
      const at = Math.min(last.index, rows.length)
      put(rows.toSpliced(at, 0, last.row), keys.current.toSpliced(at, 0, last.key))
      focus.current = { key: last.key, column: columns[0]! }
      return
    }
    const kept = rows.flatMap((row, index) => (last.keys.includes(keys.current[index]!) ? [] : [{ row, key: keys.current[index]! }]))
    put(kept.map(({ row }) => row), kept.map(({ key }) => key))
    focusRow(kept.length - 1)
  }

  return { keys: keys.current, lastUndo: undos.at(-1), takeFocus: () => { const wanted = focus.current; focus.current = undefined; return wanted }, add, remove, move, edit, paste, undo }
}
