/** Moving blocks and changing their level. Every one is a single step of undo; the rules are in shared/document/moves. */
import { $getRoot, $getSelection, $isRangeSelection, COMMAND_PRIORITY_EDITOR, createCommand, HISTORY_PUSH_TAG, $addUpdateTag, type LexicalCommand, type LexicalEditor } from 'lexical'
import { shapeOf } from '../../../../shared/document/edits.ts'
import { changeLevel, moveStep } from '../../../../shared/document/moves.ts'
import { moveBlocks } from '../../../../shared/document/move-blocks.ts'
import { isTextBlock } from '../../../../shared/document/runs.ts'
import { $readBlocks } from '../../editor-to-draft.ts'
import { $blockOf, $isPaperBlock, type PaperBlockNode } from './paper-block-node.ts'

export const MOVE_COMMAND: LexicalCommand<{ readonly direction: 'up' | 'down' }> = createCommand('MOVE')
export const CHANGE_LEVEL_COMMAND: LexicalCommand<{ readonly by: 1 | -1 }> = createCommand('CHANGE_LEVEL')

function $caretBlock(): PaperBlockNode | undefined {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? $blockOf(selection.anchor.getNode()) ?? undefined : undefined
}

function $move(direction: 'up' | 'down'): boolean {
  const block = $caretBlock()
  if (!block) return false
  const nodes = $getRoot().getChildren()
  const blocks = $readBlocks()
  // Nodes and blocks stand one to one: the root holds nothing else (E1).
  const move = moveStep(blocks, block.getIndexWithinParent(), direction)
  if (!move) return true
  $addUpdateTag(HISTORY_PUSH_TAG)
  const moved = nodes.slice(move.from, move.to)
  const anchor = nodes[move.target]
  for (const node of moved) {
    if (anchor) anchor.insertBefore(node, false)
    else $getRoot().append(node)
  }
  const after = moveBlocks(blocks, move)
  $getRoot().getChildren().forEach((node, index) => {
    const wanted = after[index]
    if (!$isPaperBlock(node) || !wanted || !isTextBlock(wanted)) return
    const shape = shapeOf(wanted)
    if (JSON.stringify(shape) !== JSON.stringify(node.getShape())) node.setShape(shape)
  })
  return true
}

function $changeLevel(by: 1 | -1): boolean {
  const block = $caretBlock()
  if (!block) return false
  const shapes = changeLevel($readBlocks(), block.getIndexWithinParent(), by)
  if (!shapes) return true
  $addUpdateTag(HISTORY_PUSH_TAG)
  const nodes = $getRoot().getChildren()
  for (const [index, shape] of shapes) {
    const node = nodes[index]
    if ($isPaperBlock(node)) node.setShape(shape)
  }
  return true
}

export function registerMoveCommands(editor: LexicalEditor): () => void {
  const removes = [
    editor.registerCommand(MOVE_COMMAND, ({ direction }) => $move(direction), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(CHANGE_LEVEL_COMMAND, ({ by }) => $changeLevel(by), COMMAND_PRIORITY_EDITOR),
  ]
  return () => { for (const remove of removes) remove() }
}
