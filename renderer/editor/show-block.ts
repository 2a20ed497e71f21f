import { $getRoot, type LexicalEditor } from 'lexical'
import { $isPaperBlock } from './extensions/block/paper-block-node.ts'
import { $isPaperTable, $tableId } from './extensions/table/paper-table.ts'

/** Shows a block or table in the middle of the desk and puts the caret at its end. */
export function showBlock(editor: LexicalEditor, blockId: string): void {
  let key: string | undefined
  editor.update(() => {
    const node = $getRoot().getChildren().find((child) => ($isPaperBlock(child) ? child.getBlockId() === blockId : $isPaperTable(child) && $tableId(child) === blockId))
    if (!$isPaperBlock(node) && !$isPaperTable(node)) return
    key = node.getKey()
    node.selectEnd()
  }, { discrete: true })
  if (key !== undefined) editor.getElementByKey(key)?.scrollIntoView({ block: 'center' })
  editor.focus()
}
