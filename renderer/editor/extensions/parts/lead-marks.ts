/**
 * The lead sentence of a problem whose 表现 stand in the same paragraph, underlined on screen through the browser's
 * highlights: the text nodes, and with them caret and input method, never know of it. Browsers without highlights show none.
 */
import { $getNodeByKey, $getRoot, type LexicalEditor, type NodeKey } from 'lexical'
import { leadLength } from '../../../../shared/document/manifestations.ts'
import { watchNearBlocks } from '../../near-blocks.ts'
import { structureChanged } from '../numbering/show-numbers.ts'
import { $isPaperBlock, type PaperBlockNode } from '../block/paper-block-node.ts'

const name = 'problem-lead'

/** The range of the first so many characters of the element's text. */
function rangeOf(element: HTMLElement, length: number): Range | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let rest = length
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const size = node.nodeValue?.length ?? 0
    if (rest === length) range.setStart(node, 0)
    if (rest <= size) {
      range.setEnd(node, rest)
      return range
    }
    rest -= size
  }
  return undefined
}

function $leadOf(block: PaperBlockNode): number {
  const shape = block.getShape()
  if (shape.role !== 'problem') return 0
  const next = block.getNextSibling()
  const nextShape = $isPaperBlock(next) ? next.getShape() : undefined
  const followed = nextShape?.role === 'problem' && nextShape.runIn === true && nextShape.label === undefined
  return leadLength(block.getTextContent(), followed)
}

/** @returns a function that takes the marks away. */
export function registerLeadMarks(editor: LexicalEditor): () => void {
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return () => {}
  const highlight = new Highlight()
  CSS.highlights.set(name, highlight)
  const ranges = new Map<NodeKey, Range>()
  const $mark = (block: PaperBlockNode) => {
    const key = block.getKey()
    const old = ranges.get(key)
    if (old) highlight.delete(old)
    ranges.delete(key)
    // A part of the problem before it has no lead of its own.
    const element = editor.getElementByKey(key)
    const length = element === null || !near.has(key) || element.hasAttribute('data-sub') ? 0 : $leadOf(block)
    const range = element && length > 0 ? rangeOf(element, length) : undefined
    if (!range) return
    ranges.set(key, range)
    highlight.add(range)
  }
  const $markKey = (key: NodeKey) => {
    const node = $getNodeByKey(key)
    if ($isPaperBlock(node)) $mark(node)
  }
  const near = watchNearBlocks(editor, $markKey)
  /** Each is told of anew, and so marked anew. */
  const markAll = () => editor.getEditorState().read(() => {
    const problems = new Map<NodeKey, Element>()
    for (const node of $getRoot().getChildren()) {
      const element = $isPaperBlock(node) && node.getShape().role === 'problem' ? editor.getElementByKey(node.getKey()) : null
      if (element) problems.set(node.getKey(), element)
    }
    for (const [key, range] of ranges) {
      if (problems.has(key)) continue
      highlight.delete(range)
      ranges.delete(key)
    }
    near.watch(problems)
  })
  const removes = [
    editor.registerUpdateListener((update) => {
      if (structureChanged(update)) return markAll()
      update.editorState.read(() => {
        for (const key of update.dirtyElements.keys()) $markKey(key)
      })
    }),
    editor.registerRootListener((root) => { if (root) markAll() }),
  ]
  return () => {
    for (const remove of removes) remove()
    near.stop()
    highlight.clear()
    CSS.highlights.delete(name)
  }
}
