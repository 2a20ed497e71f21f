import { $createRangeSelectionFromDom, $setSelection, type LexicalEditor } from 'lexical'
import type { NoteThread } from '../../../../shared/notes/place-notes.ts'
import { $nodeOfBlock, $rangeOf, elementOf } from '../../../editor/extensions/notes/note-ranges.ts'

/** Shows the words a note is about in the middle of the desk, with the caret behind them. */
export function showNote(editor: LexicalEditor, { note, place }: NoteThread): void {
  const found = editor.getEditorState().read(() => {
    const node = $nodeOfBlock(note.blockId)
    if (!node) return undefined
    const range = place?.kind === 'quote' ? $rangeOf(editor, node, place.from, place.to) : place?.kind === 'point' ? $rangeOf(editor, node, Math.max(0, place.at - 1), Math.max(1, place.at)) : undefined
    return { element: elementOf(editor, node), range }
  })
  if (!found?.element) return
  const target = found.range?.startContainer.parentElement ?? found.element
  target.scrollIntoView({ block: 'center' })
  editor.update(() => {
    const node = $nodeOfBlock(note.blockId)
    const selection = getSelection()
    if (found.range && selection) {
      selection.setBaseAndExtent(found.range.endContainer, found.range.endOffset, found.range.endContainer, found.range.endOffset)
      const next = $createRangeSelectionFromDom(selection, editor)
      if (next) $setSelection(next)
    } else if (node && 'selectEnd' in node) (node as { selectEnd: () => void }).selectEnd()
  }, { discrete: true })
  editor.focus()
}
