import { useEffect, useState } from 'react'
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { $blockOf } from '../../editor/extensions/block/paper-block-node.ts'

/** Id of the block the caret is in. The element is marked as well, so that the style sheet can show it. */
export function useCaretBlock(editor: LexicalEditor | undefined): string | undefined {
  const [blockId, setBlockId] = useState<string>()
  useEffect(() => {
    if (!editor) return
    let marked: HTMLElement | null = null
    let shown: string | undefined
    return editor.registerUpdateListener(({ editorState }) => {
      const block = editorState.read(() => {
        const selection = $getSelection()
        const found = $isRangeSelection(selection) ? $blockOf(selection.focus.getNode()) : null
        return found ? { key: found.getKey(), id: found.getBlockId() } : undefined
      })
      const element = block ? editor.getElementByKey(block.key) : null
      if (element !== marked) {
        if (marked) delete marked.dataset['current']
        if (element) element.dataset['current'] = 'true'
        marked = element
      }
      if (block?.id !== shown) {
        shown = block?.id
        setBlockId(shown)
      }
    })
  }, [editor])
  return blockId
}
