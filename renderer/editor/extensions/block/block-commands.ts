/** Changes the writer makes to blocks: role, numbering, run-in. Every one is a single step of undo. */
import {
  $getRoot, $getSelection, $isRangeSelection, COMMAND_PRIORITY_EDITOR, COMMAND_PRIORITY_HIGH, createCommand, DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND,
  type LexicalCommand, type LexicalEditor, type RangeSelection,
} from 'lexical'
import { changeRole, stripBefore, type BlockShape } from '../../../../shared/document/edits.ts'
import type { ListStyle } from '../../../../shared/document/list-style.ts'
import type { TextRole } from '../../../../shared/document/roles.ts'
import { $readBlocks } from '../../editor-to-draft.ts'
import { $beginBlock } from './begin-block.ts'
import { $blockOf, $isPaperBlock, type PaperBlockNode } from './paper-block-node.ts'

/** Puts the blocks of the selection, or the named one, into a role. */
export const SET_ROLE_COMMAND: LexicalCommand<{ readonly role: TextRole; readonly blockId?: string }> = createCommand('SET_ROLE')
export const SET_LIST_COMMAND: LexicalCommand<{ readonly list: ListStyle | null; readonly blockId?: string }> = createCommand('SET_LIST')
export const TOGGLE_RUN_IN_COMMAND: LexicalCommand<{ readonly blockId?: string }> = createCommand('TOGGLE_RUN_IN')
export const SET_LABEL_COMMAND: LexicalCommand<{ readonly label: string; readonly blockId?: string }> = createCommand('SET_LABEL')

export function $blockById(blockId: string): PaperBlockNode | undefined {
  return $getRoot().getChildren().filter($isPaperBlock).find((block) => block.getBlockId() === blockId)
}

/** The blocks a command is for, in order. */
export function $chosenBlocks(blockId: string | undefined): PaperBlockNode[] {
  if (blockId !== undefined) {
    const block = $blockById(blockId)
    return block ? [block] : []
  }
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return []
  const blocks = new Set<PaperBlockNode>()
  for (const node of selection.getNodes()) {
    const block = $blockOf(node)
    if (block) blocks.add(block)
  }
  return [...blocks]
}

function $eachShape(blockId: string | undefined, change: (shape: BlockShape) => BlockShape): boolean {
  const blocks = $chosenBlocks(blockId)
  for (const block of blocks) block.setShape(change(block.getShape()))
  return blocks.length > 0
}

function without(shape: BlockShape, ...keys: readonly (keyof BlockShape)[]): BlockShape {
  return Object.fromEntries(Object.entries(shape).filter(([key]) => !keys.includes(key as keyof BlockShape))) as unknown as BlockShape
}

/** Whether the caret stands before the first character of the block. */
function $isAtStart(selection: RangeSelection, block: PaperBlockNode): boolean {
  const { anchor } = selection
  if (!selection.isCollapsed() || anchor.offset !== 0) return false
  return anchor.key === block.getKey() || block.getFirstDescendant()?.getKey() === anchor.key
}

/** Backspace takes away what is drawn before the text, one thing at a time (`stripBefore`), before it joins blocks. */
function $stripAtCaret(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const block = $blockOf(selection.anchor.getNode())
  if (!block || !$isAtStart(selection, block)) return false
  const stripped = stripBefore(block.getShape())
  if (stripped === undefined) return false
  block.setShape(stripped)
  return true
}

export function registerBlockCommands(editor: LexicalEditor): () => void {
  const removes = [
    editor.registerCommand(DELETE_CHARACTER_COMMAND, (isBackward) => isBackward && $stripAtCaret(), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $beginBlock, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(SET_ROLE_COMMAND, ({ role, blockId }) => {
      const blocks = $chosenBlocks(blockId)
      for (const block of blocks) {
        // Read anew for each: the second of two new measures takes its numbering from the first.
        const all = $readBlocks()
        block.setShape(changeRole(all, all.findIndex((one) => one.id === block.getBlockId()), role))
      }
      return blocks.length > 0
    }, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(SET_LIST_COMMAND, ({ list, blockId }) =>
      $eachShape(blockId, (shape) => (list === null ? without(shape, 'list', 'start') : { ...without(shape, 'start'), list })), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(TOGGLE_RUN_IN_COMMAND, ({ blockId }) =>
      $eachShape(blockId, (shape) => (shape.runIn ? without(shape, 'runIn') : { ...shape, runIn: true })), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(SET_LABEL_COMMAND, ({ label, blockId }) =>
      $eachShape(blockId, (shape) => (label === '' ? without(shape, 'label', 'labelAfterNumber', 'labelLine') : { ...shape, label })), COMMAND_PRIORITY_EDITOR),
  ]
  return () => { for (const remove of removes) remove() }
}
