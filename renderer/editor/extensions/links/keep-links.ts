/** Two problems joined by Backspace or Delete are one, and what answered either answers it; two measures joined answer what both did. */
import { $getRoot, $getSelection, $isRangeSelection, COMMAND_PRIORITY_NORMAL, DELETE_CHARACTER_COMMAND, type LexicalEditor, type RangeSelection } from 'lexical'
import { isLinkedRole } from '../../../../shared/document/link-entries.ts'
import { $blockOf, $isAtEnd, $isPaperBlock, type PaperBlockNode } from '../block/paper-block-node.ts'

/** The block of the caret and the one the key would join it with; undefined anywhere but at the edge between two. */
function $joining(selection: RangeSelection, isBackward: boolean): readonly [PaperBlockNode, PaperBlockNode] | undefined {
  const block = selection.isCollapsed() ? $blockOf(selection.anchor.getNode()) : null
  if (!block) return undefined
  const { anchor } = selection
  const atStart = anchor.offset === 0 && (anchor.key === block.getKey() || block.getFirstDescendant()?.getKey() === anchor.key)
  if (isBackward ? !atStart : !$isAtEnd(block, selection)) return undefined
  const other = isBackward ? block.getPreviousSibling() : block.getNextSibling()
  return $isPaperBlock(other) && other.getShape().role === block.getShape().role && isLinkedRole(block.getShape().role) ? [block, other] : undefined
}

interface Before {
  readonly node: PaperBlockNode
  readonly id: string
  readonly answers: readonly string[]
}

function $inherit(kept: Before, gone: Before): void {
  const shape = kept.node.getShape()
  if (shape.role !== 'problem') {
    const answers = [...new Set([...kept.answers, ...gone.answers])]
    if (answers.length > kept.answers.length) kept.node.setShape({ ...shape, answers })
    return
  }
  for (const node of $getRoot().getChildren()) {
    if (!$isPaperBlock(node)) continue
    const own = node.getShape()
    if (own.answers?.includes(gone.id)) node.setShape({ ...own, answers: [...new Set(own.answers.map((id) => (id === gone.id ? kept.id : id)))] })
  }
}

export function registerLinkKeeping(editor: LexicalEditor): () => void {
  // Below the key's other meanings at the start of a block (numbers and labels go first), above the deletion itself.
  return editor.registerCommand(DELETE_CHARACTER_COMMAND, (isBackward) => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return false
    const pair = $joining(selection, isBackward)
    if (!pair) return false
    const [a, b] = pair.map((node): Before => ({ node, id: node.getBlockId(), answers: node.getShape().answers ?? [] })) as [Before, Before]
    selection.deleteCharacter(isBackward)
    if (a.node.isAttached() && !b.node.isAttached()) $inherit(a, b)
    else if (b.node.isAttached() && !a.node.isAttached()) $inherit(b, a)
    return true
  }, COMMAND_PRIORITY_NORMAL)
}
