import { useCallback, useSyncExternalStore } from 'react'
import type { LexicalEditor } from 'lexical'

/** Whether the paper may be changed at this moment: the trash and a lease elsewhere forbid it. */
export function useEditable(editor: LexicalEditor | undefined): boolean {
  return useSyncExternalStore(useCallback((listener: () => void) => editor?.registerEditableListener(listener) ?? (() => {}), [editor]), () => editor?.isEditable() ?? false)
}
