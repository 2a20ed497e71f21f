/**
 * Draws the computed numbers (law D4). They are attributes of the elements, not part of the content: nothing to edit,
 * nothing to undo, nothing an input method could fall over.
 */
import { $getRoot, $isElementNode, HISTORIC_TAG, type EditorState, type LexicalEditor, type UpdateListenerPayload } from 'lexical'
import { formatNumber } from '../../../../shared/document/list-style.ts'
import { startNumbering } from '../../../../shared/document/numbering.ts'
import { startSubs } from '../../../../shared/document/sub-entries.ts'
import { recordText } from '../../../text/record.ts'
import { roleNames } from '../../../text/roles.ts'
import { $isPaperBlock } from '../block/paper-block-node.ts'

function setAttribute(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

function drawNumbers(editor: LexicalEditor, state: EditorState): void {
  state.read(() => {
    const number = startNumbering()
    const isSub = startSubs()
    for (const node of $getRoot().getChildren()) {
      if (!$isPaperBlock(node)) {
        number(undefined)
        isSub(undefined)
        continue
      }
      const shape = node.getShape()
      const { value } = number(shape)
      const sub = isSub(shape)
      const element = editor.getElementByKey(node.getKey())
      if (!element) continue
      const printed = shape.list === undefined ? '' : formatNumber(shape.list, value)
      const label = shape.label ?? ''
      setAttribute(element, 'data-prefix', shape.labelLine ? `${label}\n${printed}` : shape.labelAfterNumber ? printed + label : label + printed)
      setAttribute(element, 'data-role-name', sub && (shape.role === 'problem' || shape.role === 'measure') ? recordText.subNames[shape.role] : roleNames[shape.role])
      if (sub !== element.hasAttribute('data-sub')) element.toggleAttribute('data-sub', sub)
      setAttribute(element, 'data-empty', node.isEmpty() ? 'true' : 'false')
    }
  })
}

/** Whether blocks came, went, moved or changed what they are; typing inside a block is none of it. */
export function structureChanged({ editorState, prevEditorState, dirtyElements, tags }: UpdateListenerPayload): boolean {
  if (editorState._nodeMap.size !== prevEditorState._nodeMap.size) return true
  // Another state was set, by undo or redo: what differs in it is not told.
  if (tags.has(HISTORIC_TAG)) return true
  // Lexical names the root with every key; its children came, went or moved only where it is another object.
  if (editorState._nodeMap.get('root') !== prevEditorState._nodeMap.get('root')) return true
  return [...dirtyElements].some(([key, intentional]) => {
    if (!intentional || key === 'root') return false
    const now = editorState._nodeMap.get(key)
    const before = prevEditorState._nodeMap.get(key)
    if (!$isElementNode(now)) return false
    return before === undefined || !$isPaperBlock(now) || !$isPaperBlock(before) || editorState.read(() => now.getShape()) !== prevEditorState.read(() => before.getShape()) || now.__size !== before.__size
  })
}

/** Redraws whenever the blocks or what they are changed; typing inside a block costs nothing. */
export function registerNumbers(editor: LexicalEditor): () => void {
  drawNumbers(editor, editor.getEditorState())
  return editor.registerUpdateListener((update) => { if (structureChanged(update)) drawNumbers(editor, update.editorState) })
}
