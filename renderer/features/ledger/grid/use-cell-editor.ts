/**
 * Writing into the focused cell. One text box is always there and always has the focus; it shows itself when something is
 * written. So the first letter of an input method goes to the same box as the last, and nothing composed is lost.
 */
import { useEffect, useRef, useState, type RefObject } from 'react'
import { rowName, type ListedRow } from '../../../../shared/ledger/build-ledger-table.ts'
import { ledgerFieldFacts, type LedgerField, type LedgerFieldKind } from '../../../../shared/ledger/ledger-fields.ts'
import type { ViewField } from '../../../../shared/ledger/ledger-view.ts'
import { isDerived, readTypedValue, storedValue } from '../../../../shared/ledger/typed-value.ts'
import { ledgerText } from '../../../text/ledger.ts'
import type { CellFault } from '../ledger-store.ts'

export interface EditTarget {
  readonly row: ListedRow
  readonly name: string
  readonly field: ViewField
}

export interface OpenCell {
  readonly row: ListedRow
  readonly name: string
  readonly field: LedgerField
  readonly kind: LedgerFieldKind
  /** What the cell held as it was opened. */
  readonly before: string
}

export type AfterCommit = 'down' | 'up' | 'right' | 'left' | 'stay'

interface EditorOptions {
  readonly target: EditTarget | undefined
  readonly today: string
  readonly faultOf: (name: string, field: LedgerField) => CellFault | undefined
  readonly onCommit: (cell: OpenCell, value: string, after: AfterCommit, fill: boolean) => void
  readonly onDropFault: (name: string, field: LedgerField) => void
}

export function useCellEditor(box: RefObject<HTMLTextAreaElement | null>, options: EditorOptions) {
  const [open, setOpen] = useState<OpenCell>()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  /** Why the focused cell cannot be written. */
  const [note, setNote] = useState<string>()
  /** The same as `open`, known at once: two events may come before React draws. */
  const now = useRef<OpenCell>(undefined)
  const latest = useRef(options)
  latest.current = options

  const show = (value: string) => {
    setText(value)
    setProblem(undefined)
  }
  const write = (value: string, caret = value.length) => {
    const element = box.current
    if (!element) return
    element.value = value
    element.setSelectionRange(caret, caret)
    show(value)
  }
  const close = () => {
    now.current = undefined
    setOpen(undefined)
    setNote(undefined)
    write('')
  }

  /** @param typed what already stands in the box; undefined puts the cell's text there. */
  const begin = (typed?: string, problemBefore?: string): boolean => {
    const { target, faultOf } = latest.current
    if (!target || now.current) return now.current !== undefined
    if (isDerived(target.field)) {
      setNote(ledgerText.derived[target.field])
      return false
    }
    const { row, name, field } = target
    const before = storedValue(row, field)
    const kind = ledgerFieldFacts[field].kind
    const cell: OpenCell = { row, name, field, kind, before }
    now.current = cell
    setOpen(cell)
    setNote(undefined)
    const fault = faultOf(name, field)
    if (typed === undefined) write(fault?.value ?? (kind === 'state' ? '' : before))
    else show(typed)
    setProblem(problemBefore ?? fault?.message)
    return true
  }

  /** @returns false where what stands in the box is no value; the box stays open then. */
  const commit = (after: AfterCommit, fill = false): boolean => {
    const cell = now.current
    const element = box.current
    if (!cell || !element) return true
    // A menu of states that is only left behind chose nothing; Enter chooses what it stands on.
    if (cell.kind === 'state' && element.value.trim() === '' && after === 'stay' && !fill) {
      close()
      return true
    }
    const typed = cell.kind === 'state' && element.value.trim() === '' ? cell.row.state : element.value
    const read = readTypedValue(cell.field, typed, latest.current.today)
    if (!read.ok) {
      setProblem(read.fault === 'date' ? ledgerText.dateWrong : ledgerText.stateWrong)
      return false
    }
    close()
    latest.current.onCommit(cell, read.value, after, fill)
    return true
  }
  const pick = (value: string, after: AfterCommit = 'stay') => {
    const cell = now.current
    if (!cell) return
    close()
    latest.current.onCommit(cell, value, after, false)
  }
  const cancel = () => {
    const cell = now.current
    if (cell) latest.current.onDropFault(cell.name, cell.field)
    close()
  }
  // What is being written when the screen is left is stored.
  useEffect(() => {
    const element = box.current
    return () => {
      const cell = now.current
      if (!cell || !element || (cell.kind === 'state' && element.value.trim() === '')) return
      const read = readTypedValue(cell.field, element.value, latest.current.today)
      now.current = undefined
      if (read.ok) latest.current.onCommit(cell, read.value, 'stay', false)
    }
  }, [box])
  /** The cell after an edit that could not be made, with what was typed. */
  const reopen = (fault: CellFault, row: ListedRow) => {
    if (now.current || isDerived(fault.field)) return
    const cell: OpenCell = { row, name: rowName(row), field: fault.field, kind: ledgerFieldFacts[fault.field].kind, before: storedValue(row, fault.field) }
    now.current = cell
    setOpen(cell)
    setNote(undefined)
    write(cell.kind === 'state' ? '' : fault.value)
    setProblem(fault.message)
  }
  return { open, text, problem, note, isOpen: () => now.current !== undefined, begin, commit, pick, cancel, reopen, write, typed: show, setNote }
}

export type CellEditorState = ReturnType<typeof useCellEditor>
