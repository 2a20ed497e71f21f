/** Plain find and replace over the text the writer typed: blocks and table cells, never computed numbers or labels. */
import { $addUpdateTag, $getNodeByKey, $getRoot, $isElementNode, $isTextNode, HISTORY_PUSH_TAG, ParagraphNode, type ElementNode, type LexicalEditor, type LexicalNode, type NodeKey, type TextNode } from 'lexical'
import { $blockOf, $isPaperBlock } from './extensions/block/paper-block-node.ts'
import { $isPlaceholder } from './extensions/placeholder/placeholder-node.ts'

export interface Hit {
  /** Key of the block, or of the line of a table cell, and the place in its text in UTF-16 units. */
  readonly key: NodeKey
  readonly from: number
  readonly to: number
  readonly before: string
  readonly match: string
  readonly after: string
}

const contextLength = 14

/** Everything that holds text directly: blocks, and the lines of table cells. */
function $textHolders(node: LexicalNode): ElementNode[] {
  if ($isPaperBlock(node) || node instanceof ParagraphNode) return [node]
  return $isElementNode(node) ? node.getChildren().flatMap($textHolders) : []
}

/** Where placeholders stand in the text of the holder. */
function $chipsIn(holder: ElementNode): { readonly from: number; readonly to: number }[] {
  const chips: { readonly from: number; readonly to: number }[] = []
  let from = 0
  for (const node of holder.getAllTextNodes()) {
    const to = from + node.getTextContentSize()
    if ($isPlaceholder(node)) chips.push({ from, to })
    from = to
  }
  return chips
}

function $hitsIn(holder: ElementNode, query: string): Hit[] {
  const text = holder.getTextContent()
  const hits: Hit[] = []
  const chips = $chipsIn(holder)
  for (let from = text.indexOf(query); from !== -1; from = text.indexOf(query, from + query.length)) {
    const to = from + query.length
    // A placeholder is found whole or not at all: half of one cannot be replaced.
    if (chips.some((chip) => (from > chip.from && from < chip.to) || (to > chip.from && to < chip.to))) continue
    hits.push({ key: holder.getKey(), from, to, before: text.slice(Math.max(0, from - contextLength), from), match: query, after: text.slice(to, to + contextLength) })
  }
  return hits
}

/** Every place the words stand, in the order of the paper; none for an empty query. */
export function findHits(editor: LexicalEditor, query: string): Hit[] {
  if (query === '') return []
  return editor.getEditorState().read(() => $getRoot().getChildren().flatMap($textHolders).flatMap((holder) => $hitsIn(holder, query)))
}

/** Replaces the range in the text of the holder; what is put in has the look of the first character taken out. */
function $replaceIn(holder: ElementNode, from: number, to: number, replacement: string): void {
  let offset = 0
  let pending: string | undefined = replacement
  const emptied: TextNode[] = []
  for (const node of holder.getAllTextNodes()) {
    const size = node.getTextContentSize()
    const start = Math.max(from - offset, 0)
    const end = Math.min(to - offset, size)
    if (start < end) {
      node.spliceText(start, end - start, pending ?? '', false)
      pending = undefined
      if (node.getTextContentSize() === 0) emptied.push(node)
    }
    offset += size
  }
  for (const node of emptied) node.remove()
}

/**
 * Replaces the hits, as one step of undo. Hits whose text has changed since they were found are left alone.
 * @returns how many were replaced.
 */
export function replaceHits(editor: LexicalEditor, hits: readonly Hit[], replacement: string): number {
  let replaced = 0
  editor.update(() => {
    $addUpdateTag(HISTORY_PUSH_TAG)
    // From the end, so that the places before stay where they are.
    for (const hit of hits.toReversed()) {
      const holder = $getNodeByKey(hit.key)
      if (!$isElementNode(holder) || holder.getTextContent().slice(hit.from, hit.to) !== hit.match) continue
      $replaceIn(holder, hit.from, hit.to, replacement)
      replaced += 1
    }
  }, { discrete: true })
  return replaced
}

/** Selects the hit and shows it. */
export function showHit(editor: LexicalEditor, hit: Hit): void {
  editor.update(() => {
    const holder = $getNodeByKey(hit.key)
    if (!$isElementNode(holder)) return
    let offset = 0
    let anchor: [TextNode, number] | undefined
    for (const node of holder.getAllTextNodes()) {
      const size = node.getTextContentSize()
      if (!anchor && hit.from <= offset + size) anchor = [node, hit.from - offset]
      if (anchor && hit.to <= offset + size) {
        const selection = anchor[0].select(anchor[1], anchor[1])
        selection.focus.set(node.getKey(), hit.to - offset, 'text')
        return
      }
      offset += size
    }
  }, { discrete: true })
  editor.getElementByKey(hit.key)?.scrollIntoView({ block: 'center' })
}

/** Keys of the holders the selection touches: for a search in the selection only. */
export function $holdersOf(nodes: readonly LexicalNode[]): Set<NodeKey> {
  const keys = new Set<NodeKey>()
  for (const node of nodes) {
    const holder = $isTextNode(node) ? node.getParent() : $blockOf(node)
    if (holder) keys.add(holder.getKey())
  }
  return keys
}
