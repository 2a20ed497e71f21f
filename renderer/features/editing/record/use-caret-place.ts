import { useEffect, useState } from 'react'
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { $blockOf } from '../../../editor/extensions/block/paper-block-node.ts'
import { $isPaperTable, $tableId } from '../../../editor/extensions/table/paper-table.ts'
import { $isTableRowNode } from '@lexical/table'

export interface CaretPlace {
  readonly blockId: string
  /** Of a table: the row, counted from 0. */
  readonly row?: number
}

/** Where the caret of the paper stands, in a block or in a row of a table. */
export function useCaretPlace(editor: LexicalEditor): CaretPlace | undefined {
  const [place, setPlace] = useState<CaretPlace>()
  useEffect(() => {
    const read = (): CaretPlace | undefined => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return undefined
      const node = selection.focus.getNode()
      const block = $blockOf(node)
      if (block) return { blockId: block.getBlockId() }
      const row = node.getParents().find($isTableRowNode)
      const table = node.getParents().find($isPaperTable)
      return row && table ? { blockId: $tableId(table), row: row.getIndexWithinParent() } : undefined
    }
    const follow = () => {
      const now = editor.getEditorState().read(read)
      setPlace((old) => (old?.blockId === now?.blockId && old?.row === now?.row ? old : now))
    }
    follow()
    return editor.registerUpdateListener(follow)
  }, [editor])
  return place
}
