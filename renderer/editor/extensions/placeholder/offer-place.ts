/** Where a placeholder is being written: a bracket before the caret, and what was typed since. */
import { $addUpdateTag, $getNodeByKey, $getSelection, $isRangeSelection, $isTextNode, HISTORY_PUSH_TAG, type LexicalEditor, type NodeKey } from 'lexical'
import { INSERT_PLACEHOLDER_COMMAND } from './placeholder-commands.ts'
import { $isPlaceholder } from './placeholder-node.ts'

export interface OfferPlace {
  readonly nodeKey: NodeKey
  /** From the bracket to the caret, in the text node. */
  readonly from: number
  readonly to: number
  /** A square bracket asks for a placeholder; 【, which Chinese input methods give for the same key, may as well begin a label. */
  readonly sure: boolean
  readonly typed: string
  /** Closed by its bracket. */
  readonly closed: boolean
}

const longest = 34
const begun = /([[［【])([\p{Script=Han}A-Za-z0-9（）·]{0,30})([\]］]?)$/u

/** Call inside a read. Looks at a few characters of one text node. */
export function $offerPlace(): OfferPlace | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return undefined
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || $isPlaceholder(node)) return undefined
  const to = selection.anchor.offset
  const match = begun.exec(node.getTextContent().slice(Math.max(0, to - longest), to))
  if (!match || (match[3] !== '' && match[1] === '【')) return undefined
  return { nodeKey: node.getKey(), from: to - match[0].length, to, sure: match[1] !== '【', typed: match[2]!, closed: match[3] !== '' }
}

/** Puts the placeholder in the place of what was typed; a step of undo of its own. */
export function takeKey(editor: LexicalEditor, place: OfferPlace, key: string): void {
  editor.update(() => {
    const node = $getNodeByKey(place.nodeKey)
    if (!$isTextNode(node) || node.getTextContentSize() < place.to) return
    $addUpdateTag(HISTORY_PUSH_TAG)
    node.select(place.from, place.to)
    editor.dispatchCommand(INSERT_PLACEHOLDER_COMMAND, { key })
  })
}
