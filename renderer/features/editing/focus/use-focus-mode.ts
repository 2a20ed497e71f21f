/** 专注: nothing but the paper, and of the paper what one is at. F9 and a button switch it, Esc leaves it. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LexicalEditor } from 'lexical'
import { isDialogOpen, useFreeEscape } from '../open-layers.ts'
import { dimOthers } from './dim-others.ts'
import { keepCaretInMiddle } from './typewriter.ts'
import './focus.css'

export interface FocusMode {
  readonly on: boolean
  readonly toggle: () => void
}

/** F9 is free in Chromium and in the common Chinese input methods; Ctrl+Shift+F switches 简繁 in 微软拼音. */
const isFocusKey = (event: KeyboardEvent) => event.key === 'F9' && !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey

export function useFocusMode(editor: LexicalEditor | undefined): FocusMode {
  const [on, setOn] = useState(false)
  const toggle = useCallback(() => setOn((was) => !was), [])

  useLayoutEffect(() => {
    if (!editor || !on) return
    const stops = [dimOthers(editor), keepCaretInMiddle(editor)]
    return () => { for (const stop of stops) stop() }
  }, [editor, on])
  // Button or key: one goes on writing where one was.
  const before = useRef(on)
  useEffect(() => {
    if (before.current !== on) editor?.focus(undefined, { defaultSelection: 'rootStart' })
    before.current = on
  }, [editor, on])

  useFreeEscape(on, () => setOn(false))
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat || !isFocusKey(event)) return
      event.preventDefault()
      if (!isDialogOpen()) toggle()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [toggle])
  return { on, toggle }
}
