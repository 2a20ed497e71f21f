/** Keys of the outline: Alt+↑ and Alt+↓ move the entry's section as in the text, ↑ and ↓ go from entry to entry. */
import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import type { LexicalEditor } from 'lexical'
import type { OutlineEntry } from '../../../shared/document/outline.ts'
import { MOVE_COMMAND } from '../../editor/extensions/block/move-commands.ts'
import { blockElement } from './block-element.ts'

/** @param outline the entries shown; after each change of them the focus is put back to the entry that was moved. */
export function useOutlineKeys(editor: LexicalEditor, list: RefObject<HTMLElement | null>, outline: readonly OutlineEntry[]): (event: KeyboardEvent) => void {
  const moved = useRef<string>(undefined)
  useLayoutEffect(() => {
    // An entry that went over into another part was made anew and lost the focus.
    const { activeElement } = document
    if (moved.current === undefined || (activeElement !== document.body && activeElement !== null)) return
    list.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(moved.current)}"]`)?.focus()
  }, [list, outline])

  return (event) => {
    const entry = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-entry]') : null
    if (!entry || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const blockId = entry.dataset['entry']!
    if (!event.altKey) {
      const entries = [...(list.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])]
      entries[entries.indexOf(entry) + (event.key === 'ArrowUp' ? -1 : 1)]?.focus()
      return
    }
    if (!editor.isEditable()) return
    moved.current = blockId
    editor.dispatchCommand(MOVE_COMMAND, { direction: event.key === 'ArrowUp' ? 'up' : 'down', blockId })
    requestAnimationFrame(() => blockElement(editor, blockId)?.scrollIntoView({ block: 'nearest' }))
  }
}
