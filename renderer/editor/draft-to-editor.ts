/** Law D2, one way: a draft becomes the content of the editor. Call inside an update. */
import { $createTextNode, $getRoot, $getState, $setState, createState, type TextNode } from 'lexical'
import type { Block, Draft, Run } from '../../shared/document/draft.ts'
import { shapeOf } from '../../shared/document/edits.ts'
import { isTextBlock } from '../../shared/document/runs.ts'
import { $createPaperBlock, placeholderState } from './extensions/block/paper-block-node.ts'
import { $createPaperTable } from './extensions/table/paper-table.ts'

/** All of the draft but its blocks. It is kept in the editor's root, so that undo covers it as well. */
export type DraftHead = Omit<Draft, 'blocks'>

const headState = createState('draftHead', {
  parse: (value): DraftHead | null => (typeof value === 'object' && value !== null && 'kind' in value ? (value as DraftHead) : null),
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
})

/** Null while nothing is loaded. */
export function $findHead(): DraftHead | null {
  return $getState($getRoot(), headState)
}

export function $getHead(): DraftHead {
  const head = $findHead()
  if (head === null) throw new Error('the editor holds no draft')
  return head
}

export function $setHead(head: DraftHead): void {
  $setState($getRoot(), headState, head)
}

export function $textOf(run: Run): TextNode {
  const text = $createTextNode(run.text)
  if (run.bold) text.toggleFormat('bold')
  if (run.underline) text.toggleFormat('underline')
  if (run.placeholder !== undefined) $setState(text, placeholderState, run.placeholder)
  return text
}

export function $nodeOf(block: Block) {
  return isTextBlock(block) ? $createPaperBlock(shapeOf(block), block.id).append(...block.runs.map($textOf)) : $createPaperTable(block)
}

export function $draftToEditor(draft: Draft): void {
  const { blocks, ...head } = draft
  const root = $getRoot()
  root.clear()
  $setHead(head)
  root.append(...blocks.map($nodeOf))
}
