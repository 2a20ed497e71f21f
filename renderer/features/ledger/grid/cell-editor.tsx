import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react'
import type { ListedRow } from '../../../../shared/ledger/build-ledger-table.ts'
import { itemStates, type ItemState, type LedgerField } from '../../../../shared/ledger/ledger-fields.ts'
import { storedValue } from '../../../../shared/ledger/typed-value.ts'
import { ledgerText } from '../../../text/ledger.ts'
import type { CellFault } from '../ledger-store.ts'
import { DateChoices, FileChoice, highlightedState, LimitMeaning, NameChoices, nameFields, StateChoices } from './cell-aside.tsx'
import { offeredNames, withName } from './name-completion.ts'
import { useCellEditor, type AfterCommit, type EditTarget, type OpenCell } from './use-cell-editor.ts'

export interface CellEditorHandle {
  readonly focus: () => void
  readonly open: () => void
  /** Stores what is being written; false where it is no value. */
  readonly commit: () => boolean
  readonly isOpen: () => boolean
  /** Copies the range to the clipboard, as Ctrl+C does. */
  readonly copy: () => void
  readonly reopen: (fault: CellFault, row: ListedRow) => void
  /** The text box with what belongs to it, to be put over the focused cell. */
  readonly element: () => HTMLElement | null
}

interface CellEditorProps {
  readonly ref: Ref<CellEditorHandle>
  readonly target: EditTarget | undefined
  /** The row of the cell as it is stored now. */
  readonly rowNow: (name: string) => ListedRow | undefined
  readonly label: string
  readonly today: string
  readonly revisionOf: (draftId: string) => number
  readonly namesFor: (field: LedgerField) => readonly string[]
  readonly faultOf: (name: string, field: LedgerField) => CellFault | undefined
  readonly onCommit: (cell: OpenCell, value: string, after: AfterCommit, fill: boolean) => void
  readonly onDropFault: (name: string, field: LedgerField) => void
  /** A key while nothing is written; true where it was one of the table's. */
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean
  readonly onCopy: (event: ClipboardEvent<HTMLTextAreaElement>, cut: boolean) => void
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  /** The box grew or showed itself. */
  readonly onPlace: () => void
}

export function CellEditor({ ref, target, rowNow, label, today, revisionOf, namesFor, faultOf, onCommit, onDropFault, onKey, onCopy, onPaste, onPlace }: CellEditorProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(-1)
  const composing = useRef(false)
  const editor = useCellEditor(box, { target, today, faultOf, onCommit, onDropFault })
  const { open, text, problem, note } = editor
  const targetKey = target ? `${target.name} ${target.field}` : ''
  useEffect(() => { editor.setNote(undefined) }, [targetKey])
  useEffect(() => setChosen(-1), [text, open])
  // A click anywhere else stores what stands in the box; a click in the table is the table's own.
  useEffect(() => {
    if (!open) return undefined
    const outside = (event: MouseEvent) => {
      if (event.target instanceof Element && !event.target.closest('.grid-scroller')) editor.commit('stay')
    }
    document.addEventListener('mousedown', outside, true)
    return () => document.removeEventListener('mousedown', outside, true)
  }, [open])

  /** A browser copies only where something is selected: for a moment there is. What is copied is the range of the table. */
  const offerCopy = () => {
    const element = box.current
    if (!element || editor.isOpen()) return
    element.value = ' '
    element.select()
    setTimeout(() => { if (!editor.isOpen()) element.value = '' })
  }

  useImperativeHandle(ref, () => ({
    focus: () => box.current?.focus({ preventScroll: true }),
    open: () => { editor.begin() },
    commit: () => {
      // What is being composed belongs to the text: leaving the box ends it.
      if (composing.current) {
        box.current?.blur()
        box.current?.focus({ preventScroll: true })
      }
      return editor.commit('stay')
    },
    isOpen: editor.isOpen,
    reopen: editor.reopen,
    element: () => frame.current,
    copy: () => {
      offerCopy()
      document.execCommand('copy')
    },
  }))

  // After the handle is there: placing asks it for the box.
  useLayoutEffect(() => {
    const element = box.current!
    element.style.height = ''
    if (open) element.style.height = `${Math.min(element.scrollHeight + 2, 320)}px`
    onPlace()
  }, [open, text, onPlace])

  const names = open && nameFields.includes(open.field) ? offeredNames(namesFor(open.field), text, box.current?.selectionStart ?? text.length) : []
  const takeName = (name: string) => {
    const put = withName(box.current!.value, box.current!.selectionStart, name)
    editor.write(put.text, put.caret)
  }
  const stepState = (by: number) => {
    const state = itemStates[(itemStates.indexOf(highlightedState(text, open!.row.state)) + by + itemStates.length) % itemStates.length]!
    editor.write(stateWord(state))
  }

  const onEditKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key } = event
    const lines = open!.kind === 'lines'
    const done = (after: AfterCommit, fill = false) => {
      event.preventDefault()
      editor.commit(after, fill)
    }
    if (key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      return editor.cancel()
    }
    if (key === 'Tab') return done(event.shiftKey ? 'left' : 'right')
    if (key === 'Enter') {
      if (event.ctrlKey) return done('stay', true)
      if (event.shiftKey || event.altKey) {
        event.preventDefault()
        if (lines) {
          const { value, selectionStart, selectionEnd } = box.current!
          editor.write(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`, selectionStart + 1)
        }
        return undefined
      }
      if (names[chosen] !== undefined) {
        event.preventDefault()
        return takeName(names[chosen])
      }
      return done('down')
    }
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const by = key === 'ArrowDown' ? 1 : -1
      if (open!.kind === 'state') {
        event.preventDefault()
        stepState(by)
      } else if (names.length > 0 && !(by === -1 && chosen === -1)) {
        event.preventDefault()
        setChosen(Math.min(names.length - 1, chosen + by))
      }
    }
    if (open!.kind === 'state' && /^[1-5]$/.test(key) && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      editor.pick(itemStates[Number(key) - 1]!)
    }
    return undefined
  }
  const onInput = () => {
    const { value } = box.current!
    if (editor.isOpen()) return editor.typed(value)
    if (composing.current || value === '') return
    if (!editor.begin(value)) box.current!.value = ''
    else if (/^[1-5]$/.test(value) && target?.field === 'state') editor.write('')
  }

  const current = open && rowNow(open.name)
  const elsewhere = open && current && storedValue(current, open.field) !== open.before ? storedValue(current, open.field) : undefined
  const fault = !open && target && target.field !== 'left' ? faultOf(target.name, target.field) : undefined
  return (
    <div className="cell-editor" ref={frame} data-open={open !== undefined || undefined} data-kind={open?.kind} data-problem={problem !== undefined || undefined}>
      <textarea
        ref={box} rows={1} spellCheck={false} autoComplete="off" aria-label={label} aria-invalid={problem !== undefined}
        onCompositionStart={() => {
          composing.current = true
          if (!editor.isOpen()) editor.begin('')
        }}
        onCompositionEnd={() => {
          composing.current = false
          if (editor.isOpen()) editor.typed(box.current!.value)
          else box.current!.value = ''
        }}
        onInput={onInput}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || composing.current) return
          if (!open && (event.ctrlKey || event.metaKey) && /^[cx]$/i.test(event.key)) return offerCopy()
          if (open) onEditKey(event)
          else if (onKey(event)) event.preventDefault()
        }}
        onCopy={(event) => { if (!open) onCopy(event, false) }}
        onCut={(event) => { if (!open) onCopy(event, true) }}
        onPaste={(event) => { if (!open) onPaste(event) }}
      />
      {(open || note !== undefined || fault) && (
        <div className="cell-aside">
          {problem !== undefined && <p className="aside-problem" role="alert">{problem}</p>}
          {fault && <p className="aside-problem" role="alert">{fault.message}{fault.value !== '' && <span>　{ledgerText.keptText(fault.value)}</span>}</p>}
          {note !== undefined && <p className="aside-note" role="status">{note}</p>}
          {elsewhere !== undefined && <p className="aside-note" role="status">{ledgerText.changedElsewhere(elsewhere)}</p>}
          {open?.kind === 'state' && <StateChoices text={text} current={open.row.state} onPick={(state) => editor.pick(state)} />}
          {open?.kind === 'date' && <DateChoices text={text} today={today} onPick={(iso) => editor.pick(iso)} />}
          {open?.field === 'timeLimit' && <LimitMeaning text={text} draftId={open.row.draftId} revision={revisionOf(open.row.draftId)} />}
          {open?.field === 'files' && <FileChoice onNames={(files) => editor.write([box.current!.value.trimEnd(), ...files].filter((line) => line !== '').join('\n'))} />}
          <NameChoices names={names} highlighted={chosen} onPick={takeName} />
          {open?.kind === 'lines' && names.length === 0 && <p className="aside-keys">{ledgerText.keysLines}</p>}
        </div>
      )}
    </div>
  )
}

const stateWord = (state: ItemState) => ledgerText.stateWords[state]
