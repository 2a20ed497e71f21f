/** New parts of an item put in where the caret stands: what the offers under the item, the menu and Ctrl+Enter do. */
import {
  $addUpdateTag, $getSelection, $isRangeSelection, COMMAND_PRIORITY_EDITOR, COMMAND_PRIORITY_HIGH, createCommand, HISTORY_PUSH_TAG, KEY_DOWN_COMMAND,
  type LexicalCommand, type LexicalEditor,
} from 'lexical'
import { insertPart, offerSpots, spotOf, type OfferSpot } from '../../../../shared/ledger/offers.ts'
import type { PartField } from '../../../../shared/ledger/part-place.ts'
import { $applyDraft } from '../../apply-draft.ts'
import { newBlockId } from '../../block-ids.ts'
import { $editorToDraft } from '../../editor-to-draft.ts'
import { $blockById } from '../block/block-commands.ts'
import { $blockOf } from '../block/paper-block-node.ts'

/** Puts a new block of the part, or of the next one missing, into the item of the block, or of the caret. */
export const INSERT_PART_COMMAND: LexicalCommand<{ readonly field: PartField | 'next'; readonly blockId?: string }> = createCommand('INSERT_PART')
/** Told after a part was put in, for what the screen does then: it comes into view, a limit shows its picker. */
export const PART_INSERTED_COMMAND: LexicalCommand<{ readonly field: PartField; readonly blockId: string }> = createCommand('PART_INSERTED')

export function $caretBlockId(): string | undefined {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? $blockOf(selection.focus.getNode())?.getBlockId() : undefined
}

/** The place for offers the block belongs to. Call inside a read. */
export function $spotAt(blockId: string | undefined): OfferSpot | undefined {
  return blockId === undefined ? undefined : spotOf(offerSpots($editorToDraft()), blockId)
}

function $insert(editor: LexicalEditor, field: PartField | 'next', blockId: string | undefined): boolean {
  const spot = $spotAt(blockId ?? $caretBlockId())
  if (!spot) return false
  const part = field === 'next' ? spot.next : field
  const id = newBlockId()
  $addUpdateTag(HISTORY_PUSH_TAG)
  $applyDraft(insertPart($editorToDraft(), spot, part, id))
  $blockById(id)?.selectEnd()
  editor.dispatchCommand(PART_INSERTED_COMMAND, { field: part, blockId: id })
  return true
}

/** The key of the next missing part, as shown. */
export const nextPartKey = 'Ctrl+Enter'

export function registerOfferCommands(editor: LexicalEditor): () => void {
  const removes = [
    editor.registerCommand(INSERT_PART_COMMAND, ({ field, blockId }) => $insert(editor, field, blockId), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => {
      if (event.isComposing || editor.isComposing() || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key !== 'Enter') return false
      event.preventDefault()
      if (editor.isEditable()) editor.dispatchCommand(INSERT_PART_COMMAND, { field: 'next' })
      return true
    }, COMMAND_PRIORITY_HIGH),
  ]
  return () => { for (const remove of removes) remove() }
}
