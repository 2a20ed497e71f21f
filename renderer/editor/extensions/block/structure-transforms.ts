/**
 * Keeps the paper's structure while it is edited: the root holds blocks and tables only, each block has an id of its own
 * and holds plain text, a block is run in only where it may be. Node transforms, so that no state without structure is
 * ever seen, saved or undone to.
 */
import { $isTableNode, TableNode } from '@lexical/table'
import {
  $createParagraphNode, $createTextNode, $isElementNode, $isLineBreakNode, $isTabNode, $isTextNode,
  ParagraphNode, RootNode, TextNode,
  type ElementNode, type LexicalEditor, type LexicalNode,
} from 'lexical'
import { canRunIn, splitShape } from '../../../../shared/document/edits.ts'
import { newBlockId } from '../../block-ids.ts'
import { $keepRowIds, $tableId, $setTableId } from '../table/paper-table.ts'
import { $shapeAfter } from './begin-block.ts'
import { $createPaperBlock, $isPaperBlock, PaperBlockNode } from './paper-block-node.ts'

/** Text of anything that is no text node of ours: pasted links, lists, images say what they say and no more. */
function $inlineNodes(node: LexicalNode): LexicalNode[] {
  if ($isTabNode(node)) return [$createTextNode('\u3000')]
  if ($isTextNode(node) || $isLineBreakNode(node)) return [node]
  if ($isElementNode(node)) return node.getChildren().flatMap($inlineNodes)
  const text = node.getTextContent()
  return text === '' ? [] : [$createTextNode(text)]
}

function $wrapForeign(node: LexicalNode): void {
  const block = $createPaperBlock({ role: 'paragraph' })
  node.insertBefore(block)
  block.append(...($isElementNode(node) ? node.getChildren().flatMap($inlineNodes) : $inlineNodes(node)))
  if (node.isAttached() && !block.is(node.getParent())) node.remove()
  // What is begun below a table goes on with what its part is made of.
  if (block.isEmpty() && $isTableNode(block.getPreviousSibling())) $shapeAfter(block)
}

function $keepRoot(root: RootNode): void {
  for (const child of root.getChildren()) if (!$isPaperBlock(child) && !$isTableNode(child)) $wrapForeign(child)
  if (root.isEmpty()) root.append($createPaperBlock({ role: 'paragraph' }))
  const ids = new Set<string>()
  let previous: { role: ReturnType<PaperBlockNode['getShape']>['role'] | 'table' } | undefined
  for (const child of root.getChildren()) {
    if ($isTableNode(child)) {
      if ($tableId(child) === '' || ids.has($tableId(child))) $setTableId(child, newBlockId())
      ids.add($tableId(child))
      previous = { role: 'table' }
      continue
    }
    if (!$isPaperBlock(child)) continue
    if (child.getBlockId() === '' || ids.has(child.getBlockId())) child.setBlockId(newBlockId())
    ids.add(child.getBlockId())
    $keepRunIn(child, previous)
    previous = { role: child.getShape().role }
  }
}

function $keepRunIn(block: PaperBlockNode, previous: { role: ReturnType<PaperBlockNode['getShape']>['role'] | 'table' } | undefined): void {
  const shape = block.getShape()
  if (!shape.runIn || (canRunIn(shape.role, previous) && !shape.labelLine)) return
  const { runIn: _runIn, ...rest } = shape
  block.setShape(rest)
}

function $keepBlock(block: PaperBlockNode): void {
  const previous = block.getPreviousSibling()
  $keepRunIn(block, $isPaperBlock(previous) ? previous.getShape() : previous === null ? undefined : { role: 'table' })
  const next = block.getNextSibling()
  if ($isPaperBlock(next)) $keepRunIn(next, block.getShape())
  const children = block.getChildren()
  if (children.every((child) => $isTextNode(child) && !$isTabNode(child))) return
  let current: ElementNode = block
  for (const node of children.flatMap($inlineNodes)) {
    if ($isLineBreakNode(node)) {
      const rest = $createPaperBlock(splitShape(block.getShape()))
      current.insertAfter(rest)
      current = rest
    } else if (!node.getParent()?.is(current) || current !== block) current.append(node)
  }
  for (const child of block.getChildren()) if (!$isTextNode(child) || $isTabNode(child)) child.remove()
}

/** Formats a paper has: bold and underline. Everything else pasted text brings along goes. */
const kept = 1 | 8

function $keepText(text: TextNode): void {
  const format = text.getFormat() & kept
  if (format !== text.getFormat()) text.setFormat(format)
  if (text.getStyle() !== '') text.setStyle('')
  const content = text.getTextContent()
  const clean = content.replaceAll('\t', '\u3000').replaceAll(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g, '')
  if (clean !== content) text.setTextContent(clean)
}

/** Paragraphs of Lexical's own stand in table cells only. */
function $keepParagraph(paragraph: ParagraphNode): void {
  if (paragraph.getParent()?.getType() === 'root') $wrapForeign(paragraph)
  else for (const child of paragraph.getChildren()) {
    if (!$isLineBreakNode(child)) continue
    const rest = $createParagraphNode()
    rest.append(...child.getNextSiblings())
    child.remove()
    paragraph.insertAfter(rest)
  }
}

/** @returns a function that takes the transforms away. */
export function registerStructure(editor: LexicalEditor): () => void {
  const removes = [
    editor.registerNodeTransform(RootNode, $keepRoot),
    editor.registerNodeTransform(PaperBlockNode, $keepBlock),
    editor.registerNodeTransform(TextNode, $keepText),
    editor.registerNodeTransform(ParagraphNode, $keepParagraph),
    editor.registerNodeTransform(TableNode, $keepRowIds),
  ]
  return () => { for (const remove of removes) remove() }
}
