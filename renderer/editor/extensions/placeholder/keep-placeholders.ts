/** Keeps 待填项 whole at every step: what is no longer one is text, and cells of tables have them as text only. */
import { $createTextNode, type LexicalEditor } from 'lexical'
import { $isPaperBlock } from '../block/paper-block-node.ts'
import { PlaceholderNode } from './placeholder-node.ts'

/** Bold and underline. */
const kept = 1 | 8

function $keepPlaceholder(node: PlaceholderNode): void {
  if (!node.isWhole() || !$isPaperBlock(node.getParent())) {
    const text = $createTextNode(node.getTextContent()).setFormat(node.getFormat() & kept)
    node.replace(text)
    return
  }
  if (!node.isToken()) node.setMode('token')
  const format = node.getFormat() & kept
  if (format !== node.getFormat()) node.setFormat(format)
  if (node.getStyle() !== '') node.setStyle('')
}

/** @returns a function that takes the transform away. */
export function registerPlaceholderKeeping(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(PlaceholderNode, $keepPlaceholder)
}
