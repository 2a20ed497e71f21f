/** Puts blocks computed by the pure rules (moves, items) into the editor: nodes are moved, never made anew. */
import { $getRoot, type LexicalNode } from 'lexical'
import type { Block } from '../../../../shared/document/draft.ts'
import { shapeOf } from '../../../../shared/document/edits.ts'
import { isTextBlock } from '../../../../shared/document/runs.ts'
import { $nodeOf } from '../../draft-to-editor.ts'
import { $isPaperTable, $tableId } from '../table/paper-table.ts'
import { $isPaperBlock } from './paper-block-node.ts'

/** The blocks without their text: all a move needs to know. Reading a long paper's texts would be most of the work. */
export function $outlineBlocks(): Block[] {
  return $getRoot().getChildren().map((node): Block => {
    if ($isPaperBlock(node)) return { ...node.getShape(), id: node.getBlockId(), runs: [] } as Block
    return { role: 'table', id: $isPaperTable(node) ? $tableId(node) : '', columns: ['other'], headerRows: 0, rows: [['']] }
  })
}

/** Puts the nodes in the order, the fewer of those that change places passing over the others. */
function $order(nodes: readonly LexicalNode[], wanted: readonly LexicalNode[]): void {
  const root = $getRoot()
  let start = 0
  while (start < wanted.length && nodes[start]?.is(wanted[start])) start += 1
  let end = 0
  while (end < Math.min(wanted.length, nodes.length) - start && nodes.at(-1 - end)?.is(wanted.at(-1 - end))) end += 1
  const middle = wanted.slice(start, wanted.length - end)
  const keys = new Set(middle.map((node) => node.getKey()))
  const old = nodes.slice(start, nodes.length - end)
  for (const node of old) if (!keys.has(node.getKey())) node.remove()
  const following = wanted[wanted.length - end]
  // Few that sink past many are taken from the end, few that rise past many from the start.
  const passed = middle.findIndex((node) => old[0]?.is(node))
  if (passed <= middle.length / 2) {
    let cursor = old.find((node) => keys.has(node.getKey())) ?? following
    for (const node of middle) {
      if (cursor?.is(node)) cursor = cursor.getNextSibling() ?? undefined
      else if (cursor) cursor.insertBefore(node, false)
      else root.append(node)
    }
    return
  }
  let cursor: LexicalNode | undefined = following
  for (const node of middle.toReversed()) {
    const before: LexicalNode | null = cursor ? cursor.getPreviousSibling() : root.getLastChild()
    if (!before?.is(node)) {
      if (cursor) cursor.insertBefore(node, false)
      else root.append(node)
    }
    cursor = node
  }
}

/**
 * Makes the paper hold the blocks in their order. Blocks are told by id and object: one that is the same object as in
 * `before` is left as it is, one with another shape takes it, one that is new is made; what is left out goes.
 */
export function $arrange(before: readonly Block[], after: readonly Block[]): void {
  const nodes = $getRoot().getChildren()
  const known = new Map(before.map((block, index) => [block.id, { block, node: nodes[index]! }]))
  const wanted = after.map((block) => {
    const own = known.get(block.id)
    if (!own) return $nodeOf(block)
    if (own.block !== block && isTextBlock(block) && $isPaperBlock(own.node)) {
      const shape = shapeOf(block)
      if (JSON.stringify(shape) !== JSON.stringify(own.node.getShape())) own.node.setShape(shape)
    }
    return own.node
  })
  $order(nodes, wanted)
}
