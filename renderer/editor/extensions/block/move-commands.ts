/** Moving blocks and changing their level. Every one is a single step of undo; the rules are in shared/document. */
import { $getRoot, $getSelection, $isRangeSelection, COMMAND_PRIORITY_EDITOR, createCommand, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SELECTION_FOCUS_TAG, $addUpdateTag, type LexicalCommand, type LexicalEditor } from 'lexical'
import type { Block } from '../../../../shared/document/draft.ts'
import { moveBlocks } from '../../../../shared/document/move-blocks.ts'
import { changeLevel, moveStep } from '../../../../shared/document/moves.ts'
import { relevel } from '../../../../shared/document/outline-drops.ts'
import { $arrange, $outlineBlocks } from './arrange.ts'
import { $blockOf, $isPaperBlock, type PaperBlockNode } from './paper-block-node.ts'

/** One place up or down: the block of the caret, or the named one, without the caret going there. */
export const MOVE_COMMAND: LexicalCommand<{ readonly direction: 'up' | 'down'; readonly blockId?: string }> = createCommand('MOVE')
export const CHANGE_LEVEL_COMMAND: LexicalCommand<{ readonly by: 1 | -1 }> = createCommand('CHANGE_LEVEL')
/** Blocks that stand together go before another, or to the end; headings among them change level by so many. */
export const MOVE_BLOCKS_COMMAND: LexicalCommand<MoveBlocks> = createCommand('MOVE_BLOCKS')

export interface MoveBlocks {
  /** Ids of the blocks, in order and one after another. */
  readonly blockIds: readonly string[]
  /** Id of the block they go before; null is the end of the paper. */
  readonly before: string | null
  readonly by?: number
  /** The caret goes to the moved blocks; otherwise it, and the focus of the window, stay. */
  readonly takeCaret?: boolean
}

function $caretBlock(): PaperBlockNode | undefined {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? $blockOf(selection.anchor.getNode()) ?? undefined : undefined
}

/** Leaves the window's focus where it is: the paper was changed from beside it. */
function $keepFocus(): void {
  $addUpdateTag(SKIP_SELECTION_FOCUS_TAG)
  $addUpdateTag(SKIP_DOM_SELECTION_TAG)
}

function $move(direction: 'up' | 'down', blockId: string | undefined): boolean {
  const blocks = $outlineBlocks()
  const index = blockId === undefined ? $caretBlock()?.getIndexWithinParent() ?? -1 : blocks.findIndex((block) => block.id === blockId)
  if (index === -1) return false
  const move = moveStep(blocks, index, direction)
  if (blockId !== undefined) $keepFocus()
  if (!move) return true
  $addUpdateTag(HISTORY_PUSH_TAG)
  $arrange(blocks, moveBlocks(blocks, move))
  return true
}

function $moveBlocks({ blockIds, before, by = 0, takeCaret = false }: MoveBlocks): boolean {
  const blocks = $outlineBlocks()
  const from = blocks.findIndex((block) => block.id === blockIds[0])
  const target = before === null ? blocks.length : blocks.findIndex((block) => block.id === before)
  const to = from + blockIds.length
  // What was dragged is no longer there as it was: another window saved meanwhile.
  if (from === -1 || target === -1 || blockIds.some((id, offset) => blocks[from + offset]?.id !== id)) return false
  const stays = target >= from && target <= to
  const levelled = by === 0 ? blocks : relevel(blocks, { from, to }, by)
  if (!levelled || (stays && by === 0)) return false
  $addUpdateTag(HISTORY_PUSH_TAG)
  if (!takeCaret) $keepFocus()
  const first = $getRoot().getChildAtIndex(from)
  $arrange(blocks, moveBlocks(levelled, { from, to, target }))
  if (takeCaret && $isPaperBlock(first) && !$isSelectedWithin(blocks, from, to)) first.selectStart()
  return true
}

/** Whether the caret or selection already lies in the blocks, so that it goes along by itself. */
function $isSelectedWithin(blocks: readonly Block[], from: number, to: number): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const ids = new Set(blocks.slice(from, to).map((block) => block.id))
  return [selection.anchor, selection.focus].every((point) => ids.has($blockOf(point.getNode())?.getBlockId() ?? ''))
}

function $changeLevel(by: 1 | -1): boolean {
  const block = $caretBlock()
  if (!block) return false
  const index = block.getIndexWithinParent()
  const shapes = changeLevel($outlineBlocks(), index, by)
  if (!shapes) return true
  $addUpdateTag(HISTORY_PUSH_TAG)
  const nodes = $getRoot().getChildren()
  for (const [at, shape] of shapes) {
    const node = nodes[at]
    if ($isPaperBlock(node)) node.setShape(shape)
  }
  return true
}

export function registerMoveCommands(editor: LexicalEditor): () => void {
  const removes = [
    editor.registerCommand(MOVE_COMMAND, ({ direction, blockId }) => $move(direction, blockId), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(MOVE_BLOCKS_COMMAND, $moveBlocks, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(CHANGE_LEVEL_COMMAND, ({ by }) => $changeLevel(by), COMMAND_PRIORITY_EDITOR),
  ]
  return () => { for (const remove of removes) remove() }
}
