/** Notes are part of the draft's head: changing them is editing, each change one step of undo. */
import { $isTableCellNode, $isTableRowNode } from '@lexical/table'
import { $addUpdateTag, $getSelection, $isRangeSelection, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, type LexicalEditor, type LexicalNode, type RangeSelection } from 'lexical'
import type { DraftNote } from '../../../../shared/document/draft-note.ts'
import { noteQuote, withNotes } from '../../../../shared/notes/edit-notes.ts'
import { $getHead, $setHead } from '../../draft-head.ts'
import { $blockOf } from '../block/paper-block-node.ts'
import { $isPaperTable, $readPaperTable, $tableId } from '../table/paper-table.ts'

/** What a note is put at. */
export type NoteAnchor = Pick<DraftNote, 'blockId' | 'quote' | 'at'>

/** @returns whether anything changed. The paper keeps caret and focus as they are. */
export function changeNotes(editor: LexicalEditor, change: (notes: readonly DraftNote[]) => readonly DraftNote[]): boolean {
  if (!editor.isEditable()) return false
  let changed = false
  editor.update(() => {
    const head = $getHead()
    const next = withNotes(head, change(head.notes ?? []))
    if (next === head || (head.notes === undefined && next.notes === undefined)) return
    $addUpdateTag(HISTORY_PUSH_TAG)
    $addUpdateTag(SKIP_DOM_SELECTION_TAG)
    $setHead(next)
    changed = true
  }, { discrete: true })
  return changed
}

/** Where the line of a cell begins in the text of its table (`blockText`). */
function $lineStart(line: LexicalNode): number | undefined {
  const cell = line.getParents().find($isTableCellNode)
  const row = line.getParents().find($isTableRowNode)
  const table = line.getParents().find($isPaperTable)
  if (!cell || !row || !table) return undefined
  const { rows } = $readPaperTable(table)
  const [rowIndex, cellIndex] = [row.getIndexWithinParent(), cell.getIndexWithinParent()]
  const above = rows.slice(0, rowIndex).reduce((sum, cells) => sum + cells.join('\t').length + 1, 0)
  const before = (rows[rowIndex] ?? []).slice(0, cellIndex).reduce((sum, text) => sum + text.length + 1, 0)
  return above + before + line.getPreviousSiblings().reduce((sum, other) => sum + other.getTextContentSize() + 1, 0)
}

/** The element that holds text directly: a block, or a line of a cell. */
function $holderOf(node: LexicalNode): LexicalNode | null {
  const block = $blockOf(node)
  if (block) return block
  let current: LexicalNode | null = node
  while (current !== null && !$isTableCellNode(current.getParent())) current = current.getParent()
  return current
}

function $offsetIn(holder: LexicalNode, { key, offset, type }: RangeSelection['anchor']): number {
  if (!('getAllTextNodes' in holder)) return 0
  let sum = 0
  const texts = (holder as ReturnType<typeof $blockOf> & object).getAllTextNodes()
  for (const text of texts) {
    if (type === 'text' && text.getKey() === key) return sum + offset
    sum += text.getTextContentSize()
  }
  // A caret of the block itself: before its first piece, or behind its last.
  return type === 'element' && offset === 0 ? 0 : sum
}

/** Words of the selection in the block it begins in; a caret alone means the whole block. */
export function $selectedAnchor(): NoteAnchor | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return undefined
  const [start, end] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus]
  const holder = $holderOf(start.getNode())
  if (!holder) return undefined
  const block = $blockOf(holder)
  const table = holder.getParents().find($isPaperTable)
  const blockId = block ? block.getBlockId() : table ? $tableId(table) : undefined
  if (blockId === undefined) return undefined
  if (selection.isCollapsed()) return { blockId }
  const text = holder.getTextContent()
  const from = $offsetIn(holder, start)
  const to = $holderOf(end.getNode())?.is(holder) ? $offsetIn(holder, end) : text.length
  const quote = noteQuote(text.slice(from, to))
  const lineStart = block ? 0 : $lineStart(holder) ?? 0
  return quote.trim() === '' ? { blockId } : { blockId, quote, at: lineStart + from + text.slice(from, to).indexOf(quote) }
}

/** Where the caret stands, in a block or table that is asked about. */
export function $caretPlace(wanted: (blockId: string) => boolean): { readonly blockId: string; readonly at: number } | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return undefined
  const node = selection.focus.getNode()
  const block = $blockOf(node)
  const table = block ? undefined : node.getParents().find($isPaperTable)
  const blockId = block ? block.getBlockId() : table ? $tableId(table) : undefined
  if (blockId === undefined || !wanted(blockId)) return undefined
  const holder = $holderOf(node)
  return holder ? { blockId, at: (block ? 0 : $lineStart(holder) ?? 0) + $offsetIn(holder, selection.focus) } : undefined
}
