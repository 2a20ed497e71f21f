import { useEffect, useState } from 'react'
import type { LexicalEditor } from 'lexical'
import type { Block } from '../../../shared/document/draft.ts'
import { $readBlocks } from '../../editor/editor-to-draft.ts'

/** The blocks of the editor as they are, without the moment the outline lags behind: a click must show at once. */
export function useLiveBlocks(editor: LexicalEditor): readonly Block[] {
  const [blocks, setBlocks] = useState(() => editor.getEditorState().read($readBlocks))
  useEffect(() => {
    setBlocks(editor.getEditorState().read($readBlocks))
    return editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0 || tags.has('historic')) setBlocks(editorState.read($readBlocks))
    })
  }, [editor])
  return blocks
}
