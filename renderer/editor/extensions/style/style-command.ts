/** One change of style for the whole draft: shapes are set on the blocks as they stand, so the caret stays; one step of undo. */
import { $addUpdateTag, $getRoot, COMMAND_PRIORITY_EDITOR, createCommand, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG, type LexicalCommand, type LexicalEditor } from 'lexical'
import { applyStyle, type StyleChange } from '../../../../shared/document/draft-style.ts'
import { shapeOf } from '../../../../shared/document/edits.ts'
import { isTextBlock } from '../../../../shared/document/runs.ts'
import { $readBlocks } from '../../editor-to-draft.ts'
import { $isPaperBlock } from '../block/paper-block-node.ts'

export const APPLY_STYLE_COMMAND: LexicalCommand<StyleChange> = createCommand('APPLY_STYLE')

function $applyStyle(change: StyleChange): boolean {
  const blocks = $readBlocks()
  const styled = applyStyle(blocks, change).blocks
  if (styled === blocks) return true
  for (const tag of [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG]) $addUpdateTag(tag)
  // Nodes and blocks stand one to one: the root holds nothing else (E1).
  $getRoot().getChildren().forEach((node, index) => {
    const wanted = styled[index]
    if (wanted && wanted !== blocks[index] && isTextBlock(wanted) && $isPaperBlock(node)) node.setShape(shapeOf(wanted))
  })
  return true
}

export function registerStyle(editor: LexicalEditor): () => void {
  return editor.registerCommand(APPLY_STYLE_COMMAND, $applyStyle, COMMAND_PRIORITY_EDITOR)
}
