/** Changes the writer makes to a table as a whole. Every one is a single step of undo. */
import { $addUpdateTag, $getRoot, COMMAND_PRIORITY_EDITOR, createCommand, HISTORY_PUSH_TAG, type LexicalCommand, type LexicalEditor } from 'lexical'
import { $isPaperTable, $isOnSide, $setOnSide, $tableId } from './paper-table.ts'

/** Prints the table on sheets on their side, or upright again. */
export const SET_TABLE_ON_SIDE_COMMAND: LexicalCommand<{ readonly tableId: string; readonly onSide: boolean }> = createCommand('SET_TABLE_ON_SIDE')

export function registerTableCommands(editor: LexicalEditor): () => void {
  return editor.registerCommand(SET_TABLE_ON_SIDE_COMMAND, ({ tableId, onSide }) => {
    const table = $getRoot().getChildren().filter($isPaperTable).find((one) => $tableId(one) === tableId)
    if (table === undefined || $isOnSide(table) === onSide) return false
    $addUpdateTag(HISTORY_PUSH_TAG)
    $setOnSide(table, onSide)
    return true
  }, COMMAND_PRIORITY_EDITOR)
}
