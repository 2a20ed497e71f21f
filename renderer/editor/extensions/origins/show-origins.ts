/**
 * Whose a block was, in a draft put together from several: in the margin of problems and of the first block of each that
 * differs from the one before, and as a tooltip. Attributes of the elements as numbers are: never content, never printed.
 */
import { $getRoot, type EditorState, type LexicalEditor } from 'lexical'
import { collectText } from '../../../text/collect.ts'
import { $findHead } from '../../draft-head.ts'
import { $isPaperBlock } from '../block/paper-block-node.ts'
import { structureChanged } from '../numbering/show-numbers.ts'
import './origins.css'

function mark(element: HTMLElement, from: string | undefined, shown: boolean): void {
  if (from === undefined || !shown) element.removeAttribute('data-origin')
  else if (element.getAttribute('data-origin') !== from) element.setAttribute('data-origin', from)
  const title = from === undefined ? '' : collectText.origin(from)
  if (element.title !== title) element.title = title
}

function drawOrigins(editor: LexicalEditor, state: EditorState): void {
  state.read(() => {
    const origins = new Map(($findHead()?.origins ?? []).map(({ block, from }) => [block, from]))
    let before: string | undefined
    for (const node of $getRoot().getChildren()) {
      if (!$isPaperBlock(node)) {
        before = undefined
        continue
      }
      const from = origins.get(node.getBlockId())
      const element = editor.getElementByKey(node.getKey())
      if (element) mark(element, from, from !== before || node.getShape().role === 'problem')
      before = from
    }
  })
}

/** Costs nothing in drafts that were not put together from others. */
export function registerOrigins(editor: LexicalEditor): () => void {
  let had = false
  const draw = (state: EditorState) => {
    const has = state.read(() => $findHead()?.origins !== undefined)
    if (has || had) drawOrigins(editor, state)
    had = has
  }
  const removes = [
    editor.registerUpdateListener((update) => {
      if (!structureChanged(update) && update.editorState.read($findHead)?.origins === update.prevEditorState.read($findHead)?.origins) return
      draw(update.editorState)
    }),
    editor.registerRootListener((root) => { if (root) draw(editor.getEditorState()) }),
  ]
  return () => { for (const remove of removes) remove() }
}
