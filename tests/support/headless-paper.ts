/** A paper editor without a screen: the same nodes, transforms and commands as in the window. */
import { registerHistory } from '@lexical/history'
import { createHeadlessEditor } from '@lexical/headless'
import { registerRichText } from '@lexical/rich-text'
import { $getRoot, $getSelection, $isRangeSelection, REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical'
import type { Draft } from '../../shared/document/draft.ts'
import { setBlockIdSource } from '../../renderer/editor/block-ids.ts'
import { paperEditorConfig } from '../../renderer/editor/create-paper-editor.ts'
import { $draftToEditor } from '../../renderer/editor/draft-to-editor.ts'
import { $editorToDraft } from '../../renderer/editor/editor-to-draft.ts'
import { $isPaperBlock } from '../../renderer/editor/extensions/block/paper-block-node.ts'
import { historyFromHere, registerPaperCore } from '../../renderer/editor/register-paper.ts'

export interface HeadlessPaper {
  readonly editor: LexicalEditor
  readonly draft: () => Draft
  /** Runs changes in one update and waits for it. */
  readonly update: (change: () => void) => void
  /** Puts the caret into a block, by its place in the paper and an offset in its text. */
  readonly caret: (block: number, offset: number | 'end') => void
  readonly undo: () => void
  readonly redo: () => void
}

let counter = 0
setBlockIdSource(() => `new${(counter += 1)}`)

export function headlessPaper(draft: Draft): HeadlessPaper {
  const editor = createHeadlessEditor(paperEditorConfig)
  registerRichText(editor)
  registerPaperCore(editor)
  editor.update(() => $draftToEditor(draft), { discrete: true })
  let now = 0
  // Every change is a step of its own: tests count them.
  registerHistory(editor, historyFromHere(editor), 0, () => (now += 10_000))
  const update = (change: () => void) => editor.update(change, { discrete: true })
  const flush = () => editor.update(() => {}, { discrete: true })
  return {
    editor, update,
    draft: () => editor.getEditorState().read($editorToDraft),
    caret: (index, offset) => update(() => {
      const block = $getRoot().getChildAtIndex(index)
      if (!$isPaperBlock(block)) throw new Error('no block there')
      if (offset === 'end') block.selectEnd()
      else placeCaret(block, offset)
    }),
    undo: () => { editor.dispatchCommand(UNDO_COMMAND, undefined); flush() },
    redo: () => { editor.dispatchCommand(REDO_COMMAND, undefined); flush() },
  }
}

function placeCaret(block: { selectStart: () => unknown; getAllTextNodes: () => { getTextContentSize: () => number; select: (a: number, b: number) => unknown }[] }, offset: number): void {
  let rest = offset
  for (const text of block.getAllTextNodes()) {
    if (rest <= text.getTextContentSize()) return void text.select(rest, rest)
    rest -= text.getTextContentSize()
  }
  block.selectStart()
}

/** The selection as a range; tests put it there first. */
export function $range() {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) throw new Error('no caret')
  return selection
}
