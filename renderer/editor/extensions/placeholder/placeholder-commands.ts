/** What is done with 待填项: put in, filled everywhere, made of masked text. Each is one step of undo. */
import { $addUpdateTag, $getSelection, $isRangeSelection, COMMAND_PRIORITY_EDITOR, createCommand, HISTORY_PUSH_TAG, mergeRegister, type LexicalCommand, type LexicalEditor } from 'lexical'
import { isPlaceholderKey, placeholderText } from '../../../../shared/placeholders/catalogue.ts'
import { convertMasked, type Conversion } from '../../../../shared/placeholders/convert-masked.ts'
import { fillPlaceholders } from '../../../../shared/placeholders/fill-placeholders.ts'
import { $applyDraft } from '../../apply-draft.ts'
import { $editorToDraft } from '../../editor-to-draft.ts'
import { $blockOf } from '../block/paper-block-node.ts'
import { $createPlaceholder } from './placeholder-node.ts'

/** Puts a placeholder in the place of the selection; the caret stands behind it. */
export const INSERT_PLACEHOLDER_COMMAND: LexicalCommand<{ readonly key: string }> = createCommand('INSERT_PLACEHOLDER')
/** Fills every place of the keys. */
export const FILL_PLACEHOLDERS_COMMAND: LexicalCommand<ReadonlyMap<string, string>> = createCommand('FILL_PLACEHOLDERS')
export const CONVERT_MASKED_COMMAND: LexicalCommand<readonly Conversion[]> = createCommand('CONVERT_MASKED')

function $insert(key: string): boolean {
  const selection = $getSelection()
  if (!isPlaceholderKey(key) || !$isRangeSelection(selection)) return false
  $addUpdateTag(HISTORY_PUSH_TAG)
  const text = placeholderText(key)
  if ($blockOf(selection.anchor.getNode()) === null) {
    selection.insertText(text)
    return true
  }
  const node = $createPlaceholder(key, text).setFormat(selection.format)
  selection.insertNodes([node])
  if (node.isAttached()) node.selectEnd()
  return true
}

/** @returns a function that takes the commands away. */
export function registerPlaceholderCommands(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(INSERT_PLACEHOLDER_COMMAND, ({ key }) => $insert(key), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(FILL_PLACEHOLDERS_COMMAND, (values) => {
      $addUpdateTag(HISTORY_PUSH_TAG)
      $applyDraft(fillPlaceholders($editorToDraft(), values))
      return true
    }, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(CONVERT_MASKED_COMMAND, (conversions) => {
      $addUpdateTag(HISTORY_PUSH_TAG)
      $applyDraft(convertMasked($editorToDraft(), conversions))
      return true
    }, COMMAND_PRIORITY_EDITOR),
  )
}
