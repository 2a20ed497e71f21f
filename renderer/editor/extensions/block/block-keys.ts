/** Keys of the paper. Enter and Backspace are the block's own (`paper-block-node`); these choose roles. */
import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, COMMAND_PRIORITY_LOW, INSERT_LINE_BREAK_COMMAND, INSERT_PARAGRAPH_COMMAND, INSERT_TAB_COMMAND, KEY_DOWN_COMMAND, KEY_TAB_COMMAND, type LexicalEditor } from 'lexical'
import type { TextRole } from '../../../../shared/document/roles.ts'
import { SET_ROLE_COMMAND, TOGGLE_RUN_IN_COMMAND } from './block-commands.ts'
import { MERGE_ITEM_COMMAND, SPLIT_ITEM_COMMAND } from './item-commands.ts'
import { CHANGE_LEVEL_COMMAND, MOVE_COMMAND } from './move-commands.ts'
import { $blockOf } from './paper-block-node.ts'

export interface RoleKey {
  readonly role: TextRole
  /** The key with Ctrl, by its place on the keyboard. */
  readonly code: string
  readonly alt: boolean
  readonly shown: string
}

/** In an app window Ctrl+digit belongs to the page; in a browser tab it switches tabs, so Alt+Shift does the same. */
export const roleKeys: readonly RoleKey[] = [
  { role: 'problem', code: 'Digit1', alt: false, shown: 'Ctrl+1' },
  { role: 'cause', code: 'Digit2', alt: false, shown: 'Ctrl+2' },
  { role: 'measure', code: 'Digit3', alt: false, shown: 'Ctrl+3' },
  { role: 'timeLimit', code: 'Digit4', alt: false, shown: 'Ctrl+4' },
  { role: 'responsible', code: 'Digit5', alt: false, shown: 'Ctrl+5' },
  { role: 'paragraph', code: 'Digit0', alt: false, shown: 'Ctrl+0' },
  { role: 'heading1', code: 'Digit1', alt: true, shown: 'Ctrl+Alt+1' },
  { role: 'heading2', code: 'Digit2', alt: true, shown: 'Ctrl+Alt+2' },
  { role: 'heading3', code: 'Digit3', alt: true, shown: 'Ctrl+Alt+3' },
  { role: 'heading4', code: 'Digit4', alt: true, shown: 'Ctrl+Alt+4' },
  { role: 'title', code: 'Digit0', alt: true, shown: 'Ctrl+Alt+0' },
]

function roleOf(event: KeyboardEvent): TextRole | undefined {
  const control = event.ctrlKey || event.metaKey
  if (control && !event.shiftKey) return roleKeys.find((key) => key.code === event.code && key.alt === event.altKey)?.role
  if (!control && event.altKey && event.shiftKey) return roleKeys.find((key) => key.code === event.code && !key.alt)?.role
  return undefined
}

/** @param openMenu shows the role menu of the block the caret is in. */
export function registerBlockKeys(editor: LexicalEditor, openMenu: () => void): () => void {
  const removes = [
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => {
      if (event.isComposing) return false
      const role = roleOf(event)
      if (role !== undefined) {
        event.preventDefault()
        return editor.dispatchCommand(SET_ROLE_COMMAND, { role })
      }
      const control = event.ctrlKey || event.metaKey
      if (control && !event.altKey && event.code === 'Period') {
        event.preventDefault()
        openMenu()
        return true
      }
      if (control && !event.altKey && event.code === 'KeyJ') {
        event.preventDefault()
        return editor.dispatchCommand(TOGGLE_RUN_IN_COMMAND, {})
      }
      if (!control && event.altKey && !event.shiftKey && (event.code === 'ArrowUp' || event.code === 'ArrowDown')) {
        event.preventDefault()
        return editor.dispatchCommand(MOVE_COMMAND, { direction: event.code === 'ArrowUp' ? 'up' : 'down' })
      }
      if (!control && event.altKey && !event.shiftKey && (event.key === 'Enter' || event.key === 'Backspace')) {
        event.preventDefault()
        return editor.dispatchCommand(event.key === 'Enter' ? SPLIT_ITEM_COMMAND : MERGE_ITEM_COMMAND, {})
      }
      return false
    }, COMMAND_PRIORITY_HIGH),
    // Below the tables' own Tab, which goes from cell to cell.
    editor.registerCommand(KEY_TAB_COMMAND, (event) => {
      const selection = $getSelection()
      if (event.isComposing || event.ctrlKey || event.altKey || !$isRangeSelection(selection) || !$blockOf(selection.anchor.getNode())) return false
      event.preventDefault()
      return editor.dispatchCommand(CHANGE_LEVEL_COMMAND, { by: event.shiftKey ? -1 : 1 })
    }, COMMAND_PRIORITY_LOW),
    // A line break inside a block has no place in such papers: Shift+Enter begins a block as Enter does.
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_TAB_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
  ]
  return () => { for (const remove of removes) remove() }
}
