/** Links are part of the blocks, so changing them is editing: undo, autosave and other windows need nothing further. */
import { $addUpdateTag, $getRoot, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, type LexicalEditor } from 'lexical'
import { shapeOf } from '../../../../shared/document/edits.ts'
import { setLinks, type LinkChange } from '../../../../shared/document/links.ts'
import { isTextBlock } from '../../../../shared/document/runs.ts'
import { $readBlocks } from '../../editor-to-draft.ts'
import { $isPaperBlock } from '../block/paper-block-node.ts'

/** Makes and takes away links as one step of undo. @returns whether anything changed. */
export function changeLinks(editor: LexicalEditor, changes: readonly LinkChange[]): boolean {
  let changed = false
  editor.update(() => {
    const blocks = $readBlocks()
    const after = setLinks(blocks, changes)
    if (after === blocks) return
    $addUpdateTag(HISTORY_PUSH_TAG)
    $addUpdateTag(SKIP_DOM_SELECTION_TAG)
    // Nodes and blocks stand one to one: the root holds nothing else (E1).
    $getRoot().getChildren().forEach((node, index) => {
      const block = after[index]
      if (block === undefined || block === blocks[index] || !isTextBlock(block) || !$isPaperBlock(node)) return
      node.setShape(shapeOf(block))
      changed = true
    })
  }, { discrete: true })
  return changed
}
