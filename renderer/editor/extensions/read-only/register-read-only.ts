/** A paper that may only be read: whatever asks for a change, a key, a menu or a button, is not passed on. */
import { COMMAND_PRIORITY_CRITICAL, CUT_COMMAND, DELETE_CHARACTER_COMMAND, DROP_COMMAND, INSERT_PARAGRAPH_COMMAND, PASTE_COMMAND, REDO_COMMAND, UNDO_COMMAND, type LexicalCommand, type LexicalEditor } from 'lexical'
import { SET_LABEL_COMMAND, SET_LIST_COMMAND, SET_ROLE_COMMAND, TOGGLE_RUN_IN_COMMAND } from '../block/block-commands.ts'
import { MERGE_ITEM_COMMAND, SPLIT_ITEM_COMMAND } from '../block/item-commands.ts'
import { CHANGE_LEVEL_COMMAND, MOVE_BLOCKS_COMMAND, MOVE_COMMAND } from '../block/move-commands.ts'
import { INSERT_PART_COMMAND } from '../offers/offer-commands.ts'
import { JOIN_PARTS_COMMAND, SPLIT_PARTS_COMMAND } from '../parts/part-commands.ts'
import { INSERT_SNIPPET_COMMAND } from '../snippets/insert-snippet.ts'
import { CONVERT_MASKED_COMMAND, FILL_PLACEHOLDERS_COMMAND, INSERT_PLACEHOLDER_COMMAND } from '../placeholder/placeholder-commands.ts'
import { APPLY_STYLE_COMMAND } from '../style/style-command.ts'

const changes = [
  SET_ROLE_COMMAND, SET_LIST_COMMAND, TOGGLE_RUN_IN_COMMAND, SET_LABEL_COMMAND, MOVE_COMMAND, MOVE_BLOCKS_COMMAND, CHANGE_LEVEL_COMMAND,
  SPLIT_ITEM_COMMAND, MERGE_ITEM_COMMAND, APPLY_STYLE_COMMAND, INSERT_PART_COMMAND, SPLIT_PARTS_COMMAND, JOIN_PARTS_COMMAND, INSERT_SNIPPET_COMMAND,
  INSERT_PLACEHOLDER_COMMAND, FILL_PLACEHOLDERS_COMMAND, CONVERT_MASKED_COMMAND,
  UNDO_COMMAND, REDO_COMMAND, PASTE_COMMAND, CUT_COMMAND, DROP_COMMAND, INSERT_PARAGRAPH_COMMAND, DELETE_CHARACTER_COMMAND,
] as const

/** @returns a function that takes the guard away. */
export function registerReadOnly(editor: LexicalEditor): () => void {
  const guard = <P>(command: LexicalCommand<P>) => editor.registerCommand(command, () => !editor.isEditable(), COMMAND_PRIORITY_CRITICAL)
  // What a command carries does not matter to who stops it.
  const removes = (changes as readonly unknown[] as readonly LexicalCommand<unknown>[]).map(guard)
  return () => { for (const remove of removes) remove() }
}
