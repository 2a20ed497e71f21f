/**
 * Draws the computed numbers (law D4). They are attributes of the elements, not part of the content: nothing to edit,
 * nothing to undo, nothing an input method could fall over.
 */
import { $getRoot, $isElementNode, type EditorState, type LexicalEditor } from 'lexical'
import { formatNumber } from '../../../../shared/document/list-style.ts'
import { startNumbering } from '../../../../shared/document/numbering.ts'
import { roleNames } from '../../../text/roles.ts'
import { $isPaperBlock } from '../block/paper-block-node.ts'

function setAttribute(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

function drawNumbers(editor: LexicalEditor, state: EditorState): void {
  state.read(() => {
    const number = startNumbering()
    for (const node of $getRoot().getChildren()) {
      if (!$isPaperBlock(node)) {
        number(undefined)
        continue
      }
      const shape = node.getShape()
      const { value } = number(shape)
      const element = editor.getElementByKey(node.getKey())
      if (!element) continue
      const printed = shape.list === undefined ? '' : formatNumber(shape.list, value)
      const label = shape.label ?? ''
      setAttribute(element, 'data-prefix', shape.labelLine ? `${label}\n${printed}` : shape.labelAfterNumber ? printed + label : label + printed)
      setAttribute(element, 'data-role-name', roleNames[shape.role])
      setAttribute(element, 'data-empty', node.isEmpty() ? 'true' : 'false')
    }
  })
}

/** Redraws whenever the blocks or what they are changed; typing inside a block costs nothing. */
export function registerNumbers(editor: LexicalEditor): () => void {
  drawNumbers(editor, editor.getEditorState())
  return editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements }) => {
    const changed = dirtyElements.size > 0 && [...dirtyElements].some(([key, intentional]) => {
      if (!intentional) return false
      const now = editorState._nodeMap.get(key)
      const before = prevEditorState._nodeMap.get(key)
      if (!$isElementNode(now)) return false
      return before === undefined || !$isPaperBlock(now) || !$isPaperBlock(before) || editorState.read(() => now.getShape()) !== prevEditorState.read(() => before.getShape()) || now.__size !== before.__size
    })
    if (changed || editorState._nodeMap.size !== prevEditorState._nodeMap.size) drawNumbers(editor, editorState)
  })
}
