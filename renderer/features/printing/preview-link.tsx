/** From the paper to its pages: button and Ctrl+P. What is unsaved is saved first, for the preview shows what is stored. */
import { useCallback, useEffect, useRef } from 'react'
import { Button } from 'antd'
import type { LexicalEditor } from 'lexical'
import { printingText } from '../../text/printing.ts'
import { goTo } from '../shell/route.ts'
import { pickedOf } from './preview-places.ts'

interface PreviewLinkProps {
  readonly draftId: string
  readonly editor: LexicalEditor
  readonly caretBlockId: string | undefined
  readonly flush: () => Promise<boolean>
}

export function PreviewLink({ draftId, editor, caretBlockId, flush }: PreviewLinkProps) {
  const latest = useRef(caretBlockId)
  latest.current = caretBlockId
  const open = useCallback(async () => {
    await flush()
    // Left for one line, the preview comes back where it was; else it begins at the caret.
    const moved = latest.current !== undefined && latest.current !== pickedOf(draftId)
    goTo({ page: 'preview', draftId, ...(moved ? { blockId: latest.current } : {}) })
  }, [draftId, flush])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'p') return
      // Never the browser's print of the screen itself, and never in the midst of a composition.
      event.preventDefault()
      if (!event.isComposing && !editor.isComposing() && !document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) void open()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [editor, open])
  return <Button title={printingText.openHint} onClick={() => void open()}>{printingText.open}</Button>
}
