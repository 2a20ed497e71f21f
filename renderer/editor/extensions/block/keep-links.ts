/**
 * Ids and links where blocks are cut and joined (E14): the id goes with the text it was given to, so that what answers a
 * problem still does. Enter before the first character makes an empty block above and leaves the text its id; a block
 * joined to the one before it hands its links over.
 */
import {
  $getRoot, $getSelection, $isRangeSelection, COMMAND_PRIORITY_CRITICAL, COMMAND_PRIORITY_LOW, DELETE_CHARACTER_COMMAND, DELETE_LINE_COMMAND, DELETE_WORD_COMMAND, INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { splitShape, type BlockShape } from '../../../../shared/document/edits.ts'
import { headingLevel } from '../../../../shared/document/roles.ts'
import { $getHead, $setHead } from '../../draft-to-editor.ts'
import { $blockOf, $createPaperBlock, $isAtEnd, $isPaperBlock, type PaperBlockNode } from './paper-block-node.ts'

function $caret(): { readonly block: PaperBlockNode; readonly atStart: boolean; readonly atEnd: boolean } | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined
  const block = $blockOf(selection.anchor.getNode())
  if (!block) return undefined
  const { anchor } = selection
  return { block, atStart: anchor.offset === 0 && (anchor.key === block.getKey() || block.getFirstDescendant()?.getKey() === anchor.key), atEnd: $isAtEnd(block, selection) }
}

/** Enter before the text: the new, empty block takes the place in the list, with label and start; text and id stay one. */
function $insertAbove(): boolean {
  const caret = $caret()
  if (!caret?.atStart || caret.block.isEmpty()) return false
  const { block } = caret
  const shape = block.getShape()
  const { answers: _answers, ...place } = shape
  const rest = splitShape(shape)
  // A heading or title stays one, with an empty line above it.
  const stays = rest.role !== shape.role
  block.insertBefore($createPaperBlock(!stays ? place : headingLevel(shape.role) === undefined ? { role: shape.role } : { role: 'paragraph' }), false)
  if (!stays) block.setShape(rest)
  block.selectStart()
  return true
}

function withAnswers(shape: BlockShape, answers: readonly string[]): BlockShape {
  const { answers: _answers, ...rest } = shape
  return answers.length === 0 ? rest : { ...rest, answers }
}

/** What the ledger tells of an item goes with its text, unless there is something told already where it goes. */
function $renameRecord(from: string, to: string): void {
  const head = $getHead()
  if (!head.records?.some((record) => record.item === from) || head.records.some((record) => record.item === to)) return
  $setHead({ ...head, records: head.records.map((record) => (record.item === from ? { ...record, item: to } : record)) })
}

/** After two blocks became one: links to the one that is gone point to the other, its own links are the other's too. */
function $handOver(gone: { readonly id: string; readonly shape: BlockShape }, kept: PaperBlockNode): void {
  const { role } = kept.getShape()
  if ((role === 'cause' || role === 'measure') && gone.shape.role === role && gone.shape.answers) {
    kept.setShape(withAnswers(kept.getShape(), [...new Set([...kept.getShape().answers ?? [], ...gone.shape.answers])]))
  }
  $renameRecord(gone.id, kept.getBlockId())
  if (role !== 'problem' || gone.shape.role !== 'problem') return
  for (const node of $getRoot().getChildren()) {
    if (!$isPaperBlock(node)) continue
    const { answers } = node.getShape()
    if (answers?.includes(gone.id)) node.setShape(withAnswers(node.getShape(), [...new Set(answers.map((id) => (id === gone.id ? kept.getBlockId() : id)))]))
  }
}

/** Deletes as ever, then sees which of two neighbours is left. Nothing to do but where the caret stands at their seam. */
function $deleteAtSeam(isBackward: boolean, remove: () => void): boolean {
  const caret = $caret()
  if (!caret || !(isBackward ? caret.atStart : caret.atEnd)) return false
  const other = isBackward ? caret.block.getPreviousSibling() : caret.block.getNextSibling()
  if (!$isPaperBlock(other)) return false
  const [upper, lower] = isBackward ? [other, caret.block] : [caret.block, other]
  const before = [upper, lower].map((block) => ({ block, id: block.getBlockId(), shape: block.getShape() }))
  remove()
  const [left, gone] = [before.filter(({ block }) => block.isAttached()), before.filter(({ block }) => !block.isAttached())]
  if (left.length === 1 && gone.length === 1) $handOver(gone[0]!, left[0]!.block)
  return true
}

export function registerLinkKeeping(editor: LexicalEditor): () => void {
  const onDelete = (unit: 'deleteCharacter' | 'deleteWord' | 'deleteLine') => (isBackward: boolean) => $deleteAtSeam(isBackward, () => {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) selection[unit](isBackward)
  })
  const removes = [
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => editor.isEditable() && $insertAbove(), COMMAND_PRIORITY_CRITICAL),
    // Above the editor's own, below what takes numbers and labels away first (block-commands).
    editor.registerCommand(DELETE_CHARACTER_COMMAND, onDelete('deleteCharacter'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_WORD_COMMAND, onDelete('deleteWord'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_LINE_COMMAND, onDelete('deleteLine'), COMMAND_PRIORITY_LOW),
  ]
  return () => { for (const remove of removes) remove() }
}
