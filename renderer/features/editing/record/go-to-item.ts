/** Goes to where an item stands in the paper: its first block, or its row of a table. */
import { $getRoot, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG, type LexicalEditor } from 'lexical'
import type { PlacedItem } from '../../../../shared/ledger/item-places.ts'
import { $blockById } from '../../../editor/extensions/block/block-commands.ts'
import { $isPaperTable, $tableId } from '../../../editor/extensions/table/paper-table.ts'

/** @param focus whether the writer goes there, or only looks: then the caret moves and the focus of the window stays. */
export function goToItem(editor: LexicalEditor, placed: PlacedItem, focus: boolean): void {
  let key: string | undefined
  editor.update(() => {
    const { place } = placed
    if (place) {
      const row = $getRoot().getChildren().filter($isPaperTable).find((table) => $tableId(table) === place.table.id)?.getChildAtIndex(place.row)
      row?.selectStart()
      key = row?.getKey()
      return
    }
    const block = placed.anchors.map($blockById).find((one) => one !== undefined)
    block?.selectEnd()
    key = block?.getKey()
  }, { discrete: true, tag: focus ? [SKIP_SCROLL_INTO_VIEW_TAG] : [SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] })
  if (key !== undefined) editor.getElementByKey(key)?.scrollIntoView({ block: 'center' })
  if (focus) editor.focus()
}
