/** What is selected in the paper, as the pure rules name it: indexes of blocks and offsets in their texts. */
import { $isTableCellNode, $isTableRowNode, $isTableSelection, type TableCellNode } from '@lexical/table'
import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, type ElementNode, type LexicalNode, type PointType } from 'lexical'
import type { SnippetSelection } from '../../../../shared/snippets/selection-blocks.ts'
import { $isPaperBlock } from '../block/paper-block-node.ts'
import { $isPaperTable } from '../table/paper-table.ts'

interface Place {
  readonly index: number
  readonly offset: number
  readonly cell?: { readonly node: TableCellNode; readonly row: number; readonly column: number; readonly offset: number }
}

/** The block or table a node stands in or is; a cell is a root of its own to the editor. Undefined for the paper itself. */
export function $topOf(node: LexicalNode): LexicalNode | undefined {
  return [node, ...node.getParents()].find((one) => one.getParent()?.is($getRoot()))
}

/** Size of what stands before the point in the element that holds text directly. */
function $offsetIn(holder: ElementNode, { key, offset, type }: PointType): number {
  const before = (nodes: readonly LexicalNode[]) => nodes.reduce((sum, node) => sum + node.getTextContentSize(), 0)
  if (type === 'element') return key === holder.getKey() ? before(holder.getChildren().slice(0, offset)) : 0
  let sum = 0
  for (const text of holder.getAllTextNodes()) {
    if (text.getKey() === key) return sum + offset
    sum += text.getTextContentSize()
  }
  return sum
}

function $cellPlace(node: LexicalNode, point: PointType): Place['cell'] {
  const cell = [node, ...node.getParents()].find($isTableCellNode)
  const row = cell?.getParent()
  if (!cell || !$isTableRowNode(row)) return undefined
  const column = cell.getPreviousSiblings().filter($isTableCellNode).reduce((sum, before) => sum + before.getColSpan(), 0)
  const line = cell.getChildren().find((child): child is ElementNode => $isElementNode(child) && (child.is(node) || child.isParentOf(node)))
  const above = line ? line.getPreviousSiblings().reduce((sum, before) => sum + before.getTextContentSize() + 1, 0) : 0
  return { node: cell, row: row.getIndexWithinParent(), column, offset: above + (line ? $offsetIn(line, point) : 0) }
}

/** @param isEnd a point of the paper itself, between two blocks, is the end of the one or the start of the other. */
function $placeOf(point: PointType, isEnd: boolean): Place | undefined {
  const node = point.getNode()
  const root = $getRoot()
  if (node.is(root)) {
    const index = isEnd ? point.offset - 1 : point.offset
    const child = root.getChildAtIndex(index)
    return child ? { index, offset: isEnd ? child.getTextContentSize() : 0 } : undefined
  }
  const top = $topOf(node)
  if (!top) return undefined
  const index = top.getIndexWithinParent()
  if ($isPaperBlock(top)) return { index, offset: $offsetIn(top, point) }
  const cell = $cellPlace(node, point)
  return $isPaperTable(top) ? { index, offset: 0, ...(cell ? { cell } : {}) } : undefined
}

function between(a: number, b: number): { readonly from: number; readonly to: number } {
  return { from: Math.min(a, b), to: Math.max(a, b) + 1 }
}

/** Undefined where nothing is selected. Call inside a read. */
export function $snippetSelection(): SnippetSelection | undefined {
  const selection = $getSelection()
  if ($isTableSelection(selection)) {
    const table = $topOf(selection.anchor.getNode())
    if (!table) return undefined
    const { fromX, fromY, toX, toY } = selection.getShape()
    return { kind: 'cells', table: table.getIndexWithinParent(), rows: between(fromY, toY), columns: between(fromX, toX) }
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return undefined
  const [first, last] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus]
  const [start, end] = [$placeOf(first, false), $placeOf(last, true)]
  if (!start || !end) return undefined
  if (start.index === end.index && start.cell && end.cell) {
    const { row, column } = start.cell
    if (start.cell.node.is(end.cell.node)) return { kind: 'words', table: start.index, row, column, from: start.cell.offset, to: end.cell.offset }
    return { kind: 'cells', table: start.index, rows: between(row, end.cell.row), columns: between(column, end.cell.column) }
  }
  return { kind: 'text', first: start.index, from: start.offset, last: end.index, to: end.offset }
}

/** The whole of the block or table with the id; of the one the caret stands in where none is named. */
export function $blockSelection(blockId?: string): SnippetSelection | undefined {
  const selection = $getSelection()
  const node = blockId === undefined
    ? $isRangeSelection(selection) ? $topOf(selection.focus.getNode()) : undefined
    : $getRoot().getChildren().find((child) => $isPaperBlock(child) && child.getBlockId() === blockId)
  if (!node) return undefined
  const index = node.getIndexWithinParent()
  return { kind: 'text', first: index, from: 0, last: index, to: node.getTextContentSize() }
}

/** Index of the block the caret stands in; -1 where there is none. */
export function $caretIndex(): number {
  const selection = $getSelection()
  const top = $isRangeSelection(selection) ? $topOf(selection.focus.getNode()) : undefined
  return top ? top.getIndexWithinParent() : -1
}
