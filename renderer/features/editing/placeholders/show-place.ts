/** Shows a place of the paper, in a block or a cell: scrolled to and highlighted, while the focus stays where it is. */
import type { LexicalEditor } from 'lexical'
import type { TextPlace } from '../../../../shared/placeholders/placeholder-places.ts'
import { $nodeOfBlock, $rangeOf } from '../../../editor/extensions/notes/note-ranges.ts'
import { $isPaperTable, $readPaperTable } from '../../../editor/extensions/table/paper-table.ts'

const highlightName = 'placeholder-shown'
const shownMs = 4000
let timer: ReturnType<typeof setTimeout> | undefined

/** Where a cell begins in the text of its table (`blockText`). */
function cellStart(rows: readonly (readonly string[])[], row: number, column: number): number {
  const lines = rows.slice(0, row).reduce((sum, cells) => sum + cells.join('\t').length + 1, 0)
  return lines + (rows[row]?.slice(0, column) ?? []).reduce((sum, cell) => sum + cell.length + 1, 0)
}

/** @returns whether the place is there. */
export function showPlace(editor: LexicalEditor, place: TextPlace, from: number, to: number): boolean {
  const range = editor.getEditorState().read(() => {
    const node = $nodeOfBlock(place.blockId)
    if (!node) return undefined
    const start = place.in === 'cell' && $isPaperTable(node) ? cellStart($readPaperTable(node).rows, place.row, place.column) : 0
    return $rangeOf(editor, node, start + from, start + to)
  })
  if (!range) return false
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  CSS.highlights.set(highlightName, new Highlight(range))
  clearTimeout(timer)
  timer = setTimeout(() => CSS.highlights.delete(highlightName), shownMs)
  return true
}
