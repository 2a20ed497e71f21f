/** Where the caret stands when somebody responsible is being named: a block of that role, or a cell of such a column. */
import { $isTableCellNode, $isTableRowNode, type TableCellNode } from '@lexical/table'
import { $addUpdateTag, $getNodeByKey, $getSelection, $isElementNode, $isRangeSelection, HISTORY_PUSH_TAG, type ElementNode, type LexicalNode, type NodeKey, type RangeSelection } from 'lexical'
import { responsibleKind } from '../../../../shared/document/responsible-kind.ts'
import { $blockOf, $isPaperBlock, type PaperBlockNode } from '../block/paper-block-node.ts'
import { $columnAt, $isPaperTable } from '../table/paper-table.ts'

export interface ResponsiblePlace {
  /** What holds the text: the block, or the line of a cell. */
  readonly key: NodeKey
  readonly text: string
  readonly caret: number
  readonly label: string | undefined
  /** What the same item says of offices responsible. */
  readonly named: readonly string[]
}

function $caretIn(holder: ElementNode, { anchor }: RangeSelection): number {
  if (anchor.key === holder.getKey()) return holder.getChildren().slice(0, anchor.offset).reduce((sum, child) => sum + child.getTextContentSize(), 0)
  let offset = 0
  for (const text of holder.getAllTextNodes()) {
    if (text.getKey() === anchor.key) return offset + anchor.offset
    offset += text.getTextContentSize()
  }
  return offset
}

/** The label printed before the block: its own, or that of the first of the run it belongs to. */
function $labelOf(block: PaperBlockNode): string | undefined {
  let current: LexicalNode | null = block
  while ($isPaperBlock(current) && current.getShape().role === 'responsible') {
    const { label } = current.getShape()
    if (label !== undefined) return label
    current = current.getPreviousSibling()
  }
  return undefined
}

/** The blocks beside this one that name who is responsible for the same item. */
function $beside(block: PaperBlockNode): PaperBlockNode[] {
  const found: PaperBlockNode[] = []
  for (const step of ['getPreviousSibling', 'getNextSibling'] as const) {
    let current: LexicalNode | null = block[step]()
    while ($isPaperBlock(current) && ['responsible', 'timeLimit'].includes(current.getShape().role)) {
      if (current.getShape().role === 'responsible') found.push(current)
      current = current[step]()
    }
  }
  return found
}

function $blockPlace(block: PaperBlockNode, selection: RangeSelection): ResponsiblePlace | undefined {
  if (block.getShape().role !== 'responsible') return undefined
  const named = $beside(block).filter((other) => responsibleKind($labelOf(other)) === 'office').map((other) => other.getTextContent())
  return { key: block.getKey(), text: block.getTextContent(), caret: $caretIn(block, selection), label: $labelOf(block), named }
}

function $columnOf(cell: TableCellNode): number {
  return cell.getPreviousSiblings().filter($isTableCellNode).reduce((sum, before) => sum + before.getColSpan(), 0)
}

function $cellPlace(node: LexicalNode, selection: RangeSelection): ResponsiblePlace | undefined {
  const cell = node.getParents().concat($isElementNode(node) ? [node] : []).find($isTableCellNode)
  const row = cell?.getParent()
  const table = row?.getParent()
  if (!cell || !$isTableRowNode(row) || !$isPaperTable(table)) return undefined
  const rowIndex = row.getIndexWithinParent()
  const column = $columnAt(table, rowIndex, $columnOf(cell))
  const line = cell.getChildren().find((child): child is ElementNode => $isElementNode(child) && (child.is(node) || child.isParentOf(node)))
  if (column?.role !== 'responsible' || !line) return undefined
  const named = row.getChildren().filter($isTableCellNode).flatMap((other) => {
    const beside = other.is(cell) ? undefined : $columnAt(table, rowIndex, $columnOf(other))
    return beside?.role === 'responsible' && responsibleKind(beside.title) === 'office' ? [other.getTextContent()] : []
  })
  // The other lines of the cell name people too: before the caret's line they stand as text before it.
  const before = line.getPreviousSiblings().map((sibling) => sibling.getTextContent()).join(' ')
  const offset = before === '' ? 0 : before.length + 1
  return { key: line.getKey(), text: (before === '' ? '' : `${before} `) + line.getTextContent(), caret: offset + $caretIn(line, selection), label: column.title, named }
}

/** Call inside a read. Undefined where the caret names nobody. */
export function $responsiblePlace(): ResponsiblePlace | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined
  const node = selection.anchor.getNode()
  const block = $blockOf(node)
  return block ? $blockPlace(block, selection) : $cellPlace(node, selection)
}

/** Puts the words in the place of so many characters before the caret; a step of undo of its own. */
export function $completeAtCaret(place: ResponsiblePlace, length: number, words: string): void {
  const holder = $getNodeByKey(place.key)
  const selection = $getSelection()
  if (!$isElementNode(holder) || !$isRangeSelection(selection)) return
  $addUpdateTag(HISTORY_PUSH_TAG)
  const end = $caretIn(holder, selection)
  let offset = 0
  for (const text of holder.getAllTextNodes()) {
    const size = text.getTextContentSize()
    if (end - length >= offset && end - length <= offset + size && length > 0) {
      selection.anchor.set(text.getKey(), end - length - offset, 'text')
      break
    }
    offset += size
  }
  selection.insertText(words)
}
