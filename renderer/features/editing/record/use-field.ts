/**
 * A field of the form that writes when it is left or when typing has stopped for a moment, never while an input method
 * composes. What the paper says meanwhile is shown unless the writer has something unwritten in the field.
 */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical'
import type { EditSession } from './item-edits.ts'

const quietMs = 600

/** Writes the text; the value as the paper then shows it, or undefined where it was refused. */
export type Commit = (text: string, session: EditSession) => string | undefined

export interface FieldOptions {
  /** One entry of a list: never taken away while the writer is in it, and cut where it has become several. */
  readonly entry?: boolean
  readonly onlyWhenLeft?: boolean
}

export function useField(editor: LexicalEditor, value: string, commit: Commit, { entry = false, onlyWhenLeft = false }: FieldOptions = {}) {
  const [typed, setTyped] = useState(value)
  const latest = useRef({ typed, value, commit })
  latest.current = { typed: latest.current.typed, value, commit }
  const state = useRef<{ base: string; echo?: string | undefined; focused: boolean; composing: boolean; timer?: ReturnType<typeof setTimeout>; session: EditSession }>({ base: value, focused: false, composing: false, session: {} })

  const show = (text: string) => {
    latest.current.typed = text
    setTyped(text)
  }
  const write = () => {
    const now = state.current
    clearTimeout(now.timer)
    const { typed: text, value: shown } = latest.current
    // Another window has the paper just now: what was typed stays in the field until it may be written.
    if (now.composing || text === now.base || !editor.isEditable()) return
    const result = latest.current.commit(text, now.session)
    if (result === undefined) {
      now.base = shown
      show(shown)
      return
    }
    const cut = entry && text.includes('\n')
    now.base = cut ? result : text
    now.echo = result
    if (cut) show(result)
  }
  const later = () => {
    clearTimeout(state.current.timer)
    if (state.current.composing || onlyWhenLeft) return
    state.current.timer = setTimeout(() => { if (!entry || latest.current.typed.trim() !== '') write() }, quietMs)
  }

  useEffect(() => {
    const now = state.current
    // Something is unwritten in the field: the writer's words stay. Its own edit coming back is no news either, while
    // the caret is in it: a line just begun must not vanish.
    if (latest.current.typed !== now.base || (now.focused && value === now.echo)) return
    now.base = value
    now.echo = undefined
    show(value)
  }, [value])
  const writeNow = useRef(write)
  writeNow.current = write
  // Leaving the item, the tab or the window writes what is unwritten.
  useEffect(() => {
    const leave = () => writeNow.current()
    window.addEventListener('beforeunload', leave, true)
    return () => {
      window.removeEventListener('beforeunload', leave, true)
      leave()
    }
  }, [])

  const undo = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    const command = key === 'z' && !event.shiftKey ? UNDO_COMMAND : key === 'y' || (key === 'z' && event.shiftKey) ? REDO_COMMAND : undefined
    // With something unwritten in the field Ctrl+Z is the field's own.
    if (!(event.ctrlKey || event.metaKey) || event.altKey || command === undefined || latest.current.typed !== state.current.base) return
    event.preventDefault()
    const field = event.currentTarget as HTMLElement
    state.current.echo = undefined
    editor.dispatchCommand(command, undefined)
    // The paper takes the focus as it shows the state before; the writer is still here.
    setTimeout(() => field.focus({ preventScroll: true }), 0)
  }
  return {
    typed, write,
    /** Puts a text in and writes it at once: chosen from a list or a picker. */
    choose: (text: string) => {
      show(text)
      write()
    },
    change: (text: string) => {
      show(text)
      later()
    },
    input: {
      onFocus: () => {
        state.current.focused = true
        state.current.session = {}
      },
      onBlur: () => {
        const now = state.current
        now.composing = false
        now.focused = false
        write()
        if (latest.current.typed !== now.base) return
        const shown = now.echo ?? latest.current.value
        now.base = shown
        show(shown)
      },
      onCompositionStart: () => {
        state.current.composing = true
        clearTimeout(state.current.timer)
      },
      onCompositionEnd: () => {
        state.current.composing = false
        later()
      },
      onKeyDown: (event: KeyboardEvent) => { if (!event.nativeEvent.isComposing) undo(event) },
    },
  }
}
