/**
 * Another state of the draft put into the editor with the fewest changes: only nodes of blocks that changed, came or went
 * are touched, so that caret, scroll and undo of the rest of the paper stay. Call inside an update.
 */
import {
  $getRoot, $getSelection, $isRangeSelection, $isTextNode, type LexicalNode, type RangeSelection, type TextNode,
} from 'lexical'
import type { Draft, TextBlock } from '../../shared/document/draft.ts'
import { shapeOf } from '../../shared/document/edits.ts'
import { isTextBlock } from '../../shared/document/runs.ts'
import { $getHead, $nodeOf, $setHead, $textOf } from './draft-to-editor.ts'
import { $readBlock } from './editor-to-draft.ts'
import { $isPaperBlock, type PaperBlockNode } from './extensions/block/paper-block-node.ts'
import { $changePaperTable, $isPaperTable, $readPaperTable, $tableId } from './extensions/table/paper-table.ts'

/** Equality of plain data, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, index) => same(one, b[index]))
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key as keyof typeof a], b[key as keyof typeof b]))
}

/** Where a place in the old text is in the new one: what stayed at both ends keeps its places. */
function placeIn(before: string, after: string, offset: number): number {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  if (offset <= head) return offset
  return Math.max(head, Math.min(after.length, offset >= before.length - tail ? after.length - (before.length - offset) : after.length - tail))
}

/** Carets and ends of the selection that stand in the node's text. */
function $pointsIn(node: LexicalNode): RangeSelection['anchor'][] {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? [selection.anchor, selection.focus].filter((point) => point.key === node.getKey()) : []
}

function $changeText(node: TextNode, text: string): void {
  const before = node.getTextContent()
  if (before === text) return
  const places = $pointsIn(node).map((point) => ({ point, offset: placeIn(before, text, point.offset) }))
  node.setTextContent(text)
  for (const { point, offset } of places) point.set(node.getKey(), offset, 'text')
}

/** Offset in the text of the block of a point in it. */
function $offsetIn(block: PaperBlockNode, point: RangeSelection['anchor']): number {
  const nodes = block.getAllTextNodes()
  const at = point.type === 'element' ? point.offset : nodes.findIndex((node) => node.getKey() === point.key)
  return nodes.slice(0, Math.max(0, at)).reduce((sum, node) => sum + node.getTextContentSize(), 0) + (point.type === 'text' ? point.offset : 0)
}

function $placeAt(block: PaperBlockNode, point: RangeSelection['anchor'], offset: number): void {
  let rest = offset
  for (const node of block.getAllTextNodes()) {
    if (rest <= node.getTextContentSize()) return point.set(node.getKey(), rest, 'text')
    rest -= node.getTextContentSize()
  }
  point.set(block.getKey(), block.getChildrenSize(), 'element')
}

function $changeRuns(node: PaperBlockNode, block: TextBlock, before: TextBlock): void {
  const children = node.getChildren()
  const alike = children.length === block.runs.length && before.runs.length === block.runs.length && children.every((child, index) => {
    const [old, now] = [before.runs[index]!, block.runs[index]!]
    return $isTextNode(child) && old.bold === now.bold && old.underline === now.underline && old.placeholder === now.placeholder && (old.placeholder === undefined || old.text === now.text) && child.getTextContent() === old.text
  })
  if (alike) {
    children.forEach((child, index) => { if ($isTextNode(child)) $changeText(child, block.runs[index]!.text) })
    return
  }
  const selection = $getSelection()
  const own = $isRangeSelection(selection) ? [selection.anchor, selection.focus].filter((point) => point.key === node.getKey() || children.some((child) => child.getKey() === point.key)) : []
  const text = before.runs.map((run) => run.text).join('')
  const after = block.runs.map((run) => run.text).join('')
  const places = own.map((point) => ({ point, offset: placeIn(text, after, $offsetIn(node, point)) }))
  node.splice(0, children.length, block.runs.map($textOf))
  for (const { point, offset } of places) $placeAt(node, point, offset)
}

function $changeBlock(node: PaperBlockNode, block: TextBlock): void {
  const before = $readBlock(node)
  const shape = shapeOf(block)
  if (!same(shapeOf(before), shape)) node.setShape(shape)
  if (!same(before.runs, block.runs)) $changeRuns(node, block, before)
}

const $idOf = (node: LexicalNode): string => ($isPaperBlock(node) ? node.getBlockId() : $isPaperTable(node) ? $tableId(node) : '')

/** Makes the editor hold exactly this draft. */
export function $applyDraft(next: Draft): void {
  const { blocks, ...head } = next
  if (!same($getHead(), head)) $setHead(head)
  const root = $getRoot()
  const known = new Map(root.getChildren().map((node) => [$idOf(node), node]))
  const nodes = blocks.map((block): LexicalNode => {
    const node = known.get(block.id)
    if (isTextBlock(block) && $isPaperBlock(node)) {
      $changeBlock(node, block)
      return node
    }
    if (!isTextBlock(block) && $isPaperTable(node) && (same($readPaperTable(node), block) || $changePaperTable(node, block))) return node
    return $nodeOf(block)
  })
  // New ones are put in before old ones go: the paper is never empty, and the caret always has a neighbour to go to.
  const keep = new Set(nodes.map((node) => node.getKey()))
  let cursor: LexicalNode | null = root.getFirstChild()
  for (const node of nodes) {
    while (cursor && !keep.has(cursor.getKey())) cursor = cursor.getNextSibling()
    if (cursor?.is(node)) cursor = cursor.getNextSibling()
    else if (cursor) cursor.insertBefore(node, false)
    else root.append(node)
  }
  for (const node of root.getChildren()) if (!keep.has(node.getKey())) node.remove()
}
