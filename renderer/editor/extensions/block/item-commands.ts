/** “拆成两项” and “与上一项合并” (E13). Each is one step of undo; the rules are in shared/document/item-edits. */
import { $addUpdateTag, $getSelection, $isRangeSelection, $onUpdate, COMMAND_PRIORITY_EDITOR, createCommand, HISTORY_PUSH_TAG, type LexicalCommand, type LexicalEditor } from 'lexical'
import type { RecordRole } from '../../../../shared/document/roles.ts'
import { mergeItem, splitItem, type ItemRefusal } from '../../../../shared/document/item-edits.ts'
import { newBlockId } from '../../block-ids.ts'
import { $readBlocks } from '../../editor-to-draft.ts'
import { $arrange } from './arrange.ts'
import { $blockById } from './block-commands.ts'

interface AtBlock {
  /** The block the item is told by; without it the block of the caret. */
  readonly blockId?: string
}

export const SPLIT_ITEM_COMMAND: LexicalCommand<AtBlock> = createCommand('SPLIT_ITEM')
export const MERGE_ITEM_COMMAND: LexicalCommand<AtBlock> = createCommand('MERGE_ITEM')

/** What came of it, for the screen to say. */
export type ItemNotice =
  | { readonly kind: 'split'; readonly lacks: readonly RecordRole[] }
  | { readonly kind: 'merged'; readonly dropped: readonly string[] }
  | { readonly kind: 'refused'; readonly what: 'split' | 'merge'; readonly reason: ItemRefusal }
export const ITEM_NOTICE_COMMAND: LexicalCommand<ItemNotice> = createCommand('ITEM_NOTICE')

function $indexOf(blocks: readonly { readonly id: string }[], blockId: string | undefined): number {
  if (blockId !== undefined) return blocks.findIndex((block) => block.id === blockId)
  const selection = $getSelection()
  return $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement()?.getIndexWithinParent() ?? -1 : -1
}

function $edit(editor: LexicalEditor, what: 'split' | 'merge', { blockId }: AtBlock): boolean {
  const blocks = $readBlocks()
  const index = $indexOf(blocks, blockId)
  const edit = what === 'split' ? splitItem(blocks, index, newBlockId()) : mergeItem(blocks, index)
  // Said once the paper shows it.
  const say = (notice: ItemNotice) => $onUpdate(() => { editor.dispatchCommand(ITEM_NOTICE_COMMAND, notice) })
  if (!edit.ok) {
    say({ kind: 'refused', what, reason: edit.reason })
    return true
  }
  $addUpdateTag(HISTORY_PUSH_TAG)
  const selection = $getSelection()
  const caret = $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement() : null
  $arrange(blocks, edit.blocks)
  const block = $blockById(edit.caret)
  if (block && !block.is(caret)) block.selectEnd()
  say(what === 'split' ? { kind: 'split', lacks: edit.lacks } : { kind: 'merged', dropped: edit.dropped })
  return true
}

export function registerItemCommands(editor: LexicalEditor): () => void {
  const removes = [
    editor.registerCommand(SPLIT_ITEM_COMMAND, (at) => $edit(editor, 'split', at), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(MERGE_ITEM_COMMAND, (at) => $edit(editor, 'merge', at), COMMAND_PRIORITY_EDITOR),
  ]
  return () => { for (const remove of removes) remove() }
}
