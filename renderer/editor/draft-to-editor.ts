/** Law D2, one way: a draft becomes the content of the editor. Call inside an update. */
import { $createTextNode, $getRoot, type TextNode } from 'lexical'
import type { Block, Draft, Run } from '../../shared/document/draft.ts'
import { shapeOf } from '../../shared/document/edits.ts'
import { isTextBlock } from '../../shared/document/runs.ts'
import { $setHead } from './draft-head.ts'
import { $createPaperBlock } from './extensions/block/paper-block-node.ts'
import { $createPlaceholder } from './extensions/placeholder/placeholder-node.ts'
import { $createPaperTable } from './extensions/table/paper-table.ts'

export { $findHead, $getHead, $setHead, type DraftHead } from './draft-head.ts'

export function $textOf(run: Run): TextNode {
  const text = run.placeholder === undefined ? $createTextNode(run.text) : $createPlaceholder(run.placeholder, run.text)
  if (run.bold) text.toggleFormat('bold')
  if (run.underline) text.toggleFormat('underline')
  return text
}

export function $nodeOf(block: Block) {
  return isTextBlock(block) ? $createPaperBlock(shapeOf(block), block.id).append(...block.runs.map($textOf)) : $createPaperTable(block)
}

export function $draftToEditor(draft: Draft): void {
  const { blocks, ...head } = draft
  const root = $getRoot()
  root.clear()
  // Said once for the paper. Left open, each block gets dir="auto", and every undo makes the browser style them all anew.
  root.setDirection('ltr')
  $setHead(head)
  root.append(...blocks.map($nodeOf))
}
