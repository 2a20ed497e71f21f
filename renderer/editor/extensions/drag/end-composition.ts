import type { LexicalEditor } from 'lexical'

/**
 * Ends what an input method has in hand, with its text kept: the block it stands in is about to move. Leaving the field
 * is the one way a page can ask for that.
 */
export function endComposition(editor: LexicalEditor): void {
  const root = editor.getRootElement()
  if (!root || !editor.isComposing()) return
  root.blur()
  root.focus({ preventScroll: true })
}
