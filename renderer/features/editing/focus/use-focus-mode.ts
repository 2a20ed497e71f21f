/** 专注: nothing but the paper, and of the paper what one is at. F9 and a button switch it, Esc leaves it. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LexicalEditor } from 'lexical'
import { isLayerOpen } from '../open-layers.ts'
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
  const escapeIsFree = useRef(false)
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

  // Asked before anybody answers the key: what closes by it is gone when the event arrives here a second time.
  useEffect(() => {
    const look = (event: KeyboardEvent) => { if (event.key === 'Escape') escapeIsFree.current = !event.isComposing && !isLayerOpen() }
    window.addEventListener('keydown', look, true)
    return () => window.removeEventListener('keydown', look, true)
  }, [])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat) return
      if (isFocusKey(event)) {
        event.preventDefault()
        if (!document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) toggle()
      } else if (event.key === 'Escape' && on && escapeIsFree.current) {
        event.preventDefault()
        setOn(false)
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [on, toggle])
  return { on, toggle }
}
