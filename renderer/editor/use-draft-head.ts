import { useCallback, useSyncExternalStore } from 'react'
import type { LexicalEditor } from 'lexical'
import { $findHead, type DraftHead } from './draft-head.ts'

/**
 * The draft without its blocks as it is at this moment. Snapshots of the whole draft come a moment after the last key: a
 * field that showed those would show its old value again after it was left.
 * @returns null before a draft was opened.
 */
export function useDraftHead(editor: LexicalEditor): DraftHead | null {
  return useSyncExternalStore(useCallback((listener: () => void) => editor.registerUpdateListener(listener), [editor]), () => editor.getEditorState().read($findHead))
}
