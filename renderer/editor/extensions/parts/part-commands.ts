/** A problem's 表现 set apart from its paragraph as blocks of their own, and put back. One step of undo each. */
import { $addUpdateTag, COMMAND_PRIORITY_EDITOR, createCommand, HISTORY_PUSH_TAG, type LexicalCommand, type LexicalEditor } from 'lexical'
import type { Block } from '../../../../shared/document/draft.ts'
import { joinParts, splitParts } from '../../../../shared/document/manifestations.ts'
import { $applyDraft } from '../../apply-draft.ts'
import { newBlockId } from '../../block-ids.ts'
import { $editorToDraft } from '../../editor-to-draft.ts'

export const SPLIT_PARTS_COMMAND: LexicalCommand<{ readonly blockId: string }> = createCommand('SPLIT_PARTS')
export const JOIN_PARTS_COMMAND: LexicalCommand<{ readonly blockId: string }> = createCommand('JOIN_PARTS')

function $change(blockId: string, change: (blocks: readonly Block[], index: number) => Block[] | undefined): boolean {
  const draft = $editorToDraft()
  const blocks = change(draft.blocks, draft.blocks.findIndex((block) => block.id === blockId))
  if (!blocks) return false
  $addUpdateTag(HISTORY_PUSH_TAG)
  $applyDraft({ ...draft, blocks })
  return true
}

export function registerPartCommands(editor: LexicalEditor): () => void {
  const removes = [
    editor.registerCommand(SPLIT_PARTS_COMMAND, ({ blockId }) => $change(blockId, (blocks, index) => splitParts(blocks, index, newBlockId)), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(JOIN_PARTS_COMMAND, ({ blockId }) => $change(blockId, joinParts), COMMAND_PRIORITY_EDITOR),
  ]
  return () => { for (const remove of removes) remove() }
}
