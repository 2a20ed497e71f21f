/** Marks what the writer is at, so that the style sheet can dim the rest. Attributes only: the text is never touched. */
import { $getRoot, $getSelection, $isRangeSelection, type EditorState, type LexicalEditor, type NodeKey } from 'lexical'
import { focusRange } from '../../../../shared/document/focus-range.ts'
import { $isPaperBlock } from '../../../editor/extensions/block/paper-block-node.ts'

function toggle(element: HTMLElement, name: string, on: boolean): void {
  if (element.hasAttribute(name) !== on) element.toggleAttribute(name, on)
}

/** Key of the block or table the caret is in. */
function $caretTop(): NodeKey | undefined {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? selection.focus.getNode().getTopLevelElement()?.getKey() : undefined
}

function $markLit(editor: LexicalEditor, caret: NodeKey): void {
  const nodes = $getRoot().getChildren()
  const index = nodes.findIndex((node) => node.getKey() === caret)
  if (index === -1) return
  const range = focusRange(nodes.map((node) => ($isPaperBlock(node) ? node.getShape().role : 'table')), index)
  const litBlocks = new Set<string>()
  nodes.forEach((node, at) => {
    const lit = (at >= range.from && at < range.to) || at === range.heading
    const element = editor.getElementByKey(node.getKey())
    if (element) toggle(element, 'data-lit', lit)
    if (lit && $isPaperBlock(node)) litBlocks.add(node.getBlockId())
  })
  editor.getRootElement()?.setAttribute('data-dim', '')
  for (const chip of editor.getRootElement()?.parentElement?.querySelectorAll<HTMLElement>('[data-limit-of]') ?? []) toggle(chip, 'data-lit', litBlocks.has(chip.dataset['limitOf']!))
}

/** Dims all but what the caret is at until told to stop. Typing inside a block costs nothing. */
export function dimOthers(editor: LexicalEditor): () => void {
  let caret: NodeKey | undefined
  const mark = (state: EditorState) => state.read(() => {
    caret = $caretTop() ?? caret
    if (caret !== undefined) $markLit(editor, caret)
  })
  mark(editor.getEditorState())
  const stop = editor.registerUpdateListener(({ editorState, dirtyElements }) => {
    const now = editorState.read($caretTop)
    if ((now !== undefined && now !== caret) || [...dirtyElements.values()].includes(true)) mark(editorState)
  })
  // The chips of time limits are drawn a moment after the text they belong to.
  const layer = editor.getRootElement()?.parentElement?.querySelector('.limit-layer')
  const chips = new MutationObserver(() => mark(editor.getEditorState()))
  if (layer) chips.observe(layer, { childList: true })
  return () => {
    stop()
    chips.disconnect()
    const root = editor.getRootElement()
    root?.removeAttribute('data-dim')
    for (const element of root?.parentElement?.querySelectorAll('[data-lit]') ?? []) element.removeAttribute('data-lit')
  }
}
