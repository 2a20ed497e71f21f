/** A snippet put in at the caret: one step of undo, and one use of it, which undo takes back with the words. */
import { $isTableSelection } from '@lexical/table'
import {
  $addUpdateTag, $createRangeSelection, $getRoot, $getSelection, $isElementNode, $isRangeSelection, $setSelection, COMMAND_PRIORITY_EDITOR, createCommand, HISTORY_PUSH_TAG,
  type LexicalCommand, type LexicalEditor, type RangeSelection,
} from 'lexical'
import { endRoles, frontRoles } from '../../../../shared/document/moves.ts'
import type { Block } from '../../../../shared/document/draft.ts'
import { headingLevel } from '../../../../shared/document/roles.ts'
import { blockText, isTextBlock } from '../../../../shared/document/runs.ts'
import { insertBlocks, type InsertPlace } from '../../../../shared/snippets/insert-blocks.ts'
import { snippetText } from '../../../../shared/snippets/propose.ts'
import { isPiece } from '../../../../shared/snippets/selection-blocks.ts'
import type { Snippet } from '../../../../shared/snippets/snippet.ts'
import { newBlockId } from '../../block-ids.ts'
import { $textOf } from '../../draft-to-editor.ts'
import { $arrange, $outlineBlocks } from '../block/arrange.ts'
import { $blockOf, $isAtEnd, $isPaperBlock, type PaperBlockNode } from '../block/paper-block-node.ts'
import { $isPaperTable } from '../table/paper-table.ts'
import { $topOf } from './selected-snippet.ts'
import { $addUse } from './snippet-uses.ts'

/** @param as 'words': only its words, at the caret; otherwise as it fits: words into a sentence, blocks as blocks. */
export const INSERT_SNIPPET_COMMAND: LexicalCommand<{ readonly snippet: Pick<Snippet, 'id' | 'blocks'>; readonly as: 'fitting' | 'words' }> = createCommand('INSERT_SNIPPET')

/** The caret, after what was selected is taken away; without one the end of the text, above signature and date. */
function $caretForInsert(): RangeSelection {
  const selection = $getSelection()
  if ($isRangeSelection(selection) && $topOf(selection.anchor.getNode()) !== undefined) {
    if (!selection.isCollapsed()) selection.removeText()
    return selection
  }
  const cell = $isTableSelection(selection) ? selection.anchor.getNode() : undefined
  const children = $getRoot().getChildren()
  const last = children.findLast((node) => !($isPaperBlock(node) && endRoles.has(node.getShape().role))) ?? children.at(-1)!
  const target = cell ?? last
  if ($isElementNode(target)) return target.selectEnd()
  const made = $createRangeSelection()
  $setSelection(made)
  return made
}

function $insertWords(selection: RangeSelection, blocks: readonly Block[]): void {
  const runs = blocks.flatMap((block) => (isTextBlock(block) ? block.runs : [{ text: blockText(block).replaceAll(/[\n\t]+/g, ' ') }]))
  selection.insertNodes(runs.filter((run) => run.text !== '').map($textOf))
}

/** Where the blocks go. A block of text is cut in two at the caret; headings, front and end of the paper stay whole. */
function $placeAt(block: PaperBlockNode, selection: RangeSelection): InsertPlace {
  const nodes = $getRoot().getChildren()
  const roleAt = (at: number) => { const node = nodes[at]; return $isPaperBlock(node) ? node.getShape().role : undefined }
  const index = block.getIndexWithinParent()
  const { role } = block.getShape()
  if (frontRoles.has(role)) {
    let target = index + 1
    while (frontRoles.has(roleAt(target) ?? 'paragraph')) target += 1
    return { target }
  }
  if (endRoles.has(role)) {
    let target = index
    while (endRoles.has(roleAt(target - 1) ?? 'paragraph')) target -= 1
    return { target }
  }
  if (block.isEmpty()) return { target: index + 1, empty: index }
  if ($isAtEnd(block, selection) || headingLevel(role) !== undefined) return { target: index + 1 }
  const { anchor } = selection
  const atStart = anchor.offset === 0 && (anchor.key === block.getKey() || block.getFirstDescendant()?.getKey() === anchor.key)
  if (atStart) return { target: index }
  selection.insertParagraph()
  return { target: index + 1 }
}

function $insertBlocksAt(place: InsertPlace, snippet: readonly Block[]): void {
  const before = $outlineBlocks()
  const { blocks, ids, filled } = insertBlocks(before, place, snippet, newBlockId)
  $arrange(before, blocks)
  const nodes = $getRoot().getChildren()
  const nodeOf = (id: string | undefined) => nodes[blocks.findIndex((block) => block.id === id)]
  const first = nodeOf(filled?.id)
  // The empty block stays itself: what is linked to it, and what the template says of it, stays with it.
  if (filled && $isPaperBlock(first)) first.append(...filled.runs.map($textOf))
  const last = nodeOf(ids.at(-1))
  if ($isPaperBlock(last) || $isPaperTable(last)) last.selectEnd()
}

export function $insertSnippet({ id, blocks }: Pick<Snippet, 'id' | 'blocks'>, as: 'fitting' | 'words'): void {
  $addUpdateTag(HISTORY_PUSH_TAG)
  const selection = $caretForInsert()
  const block = $blockOf(selection.anchor.getNode())
  // Cells hold text alone.
  if (block === null) selection.insertRawText(isPiece(blocks) ? blockText(blocks[0]!) : snippetText(blocks))
  else if (as === 'words' || isPiece(blocks)) $insertWords(selection, blocks)
  else $insertBlocksAt($placeAt(block, selection), blocks)
  $addUse(id)
}

export function registerSnippets(editor: LexicalEditor): () => void {
  return editor.registerCommand(INSERT_SNIPPET_COMMAND, ({ snippet, as }) => {
    $insertSnippet(snippet, as)
    return true
  }, COMMAND_PRIORITY_EDITOR)
}
