/** The caret goes around a 待填项, never into it; one Backspace or Delete takes it away whole; a click chooses it. */
import {
  $getNodeByKey, $getPreviousSelection, $getSelection, $isElementNode, $isRangeSelection, $isTextNode, $setSelection, CLICK_COMMAND, COMMAND_PRIORITY_EDITOR, COMMAND_PRIORITY_HIGH, COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND, DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND, KEY_ARROW_LEFT_COMMAND, KEY_ARROW_RIGHT_COMMAND, mergeRegister, PASTE_COMMAND, SELECTION_CHANGE_COMMAND,
  $getNearestNodeFromDOMNode,
  type LexicalEditor, type LexicalNode, type RangeSelection,
} from 'lexical'
import { $isPlaceholder, type PlaceholderNode } from './placeholder-node.ts'

type Point = RangeSelection['anchor']

/** The placeholder that begins or ends where the point stands, in that direction; one the point stands inside as well. */
export function $placeholderBeside(point: Point, backward: boolean): PlaceholderNode | undefined {
  const node = point.getNode()
  let beside: LexicalNode | null
  if (point.type === 'element') beside = $isElementNode(node) ? node.getChildAtIndex(backward ? point.offset - 1 : point.offset) : null
  else if (backward ? point.offset > 0 : point.offset < node.getTextContentSize()) beside = $isPlaceholder(node) ? node : null
  else beside = backward ? node.getPreviousSibling() : node.getNextSibling()
  return $isPlaceholder(beside) ? beside : undefined
}

/** The placeholder that is selected, and nothing beside it. */
export function $chosenPlaceholder(): PlaceholderNode | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return undefined
  const [first, last] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus]
  const node = $placeholderBeside(first, false)
  return node !== undefined && $placeholderBeside(last, true)?.is(node) ? node : undefined
}

const inside = (point: Point) => {
  const node = point.getNode()
  return point.type === 'text' && $isPlaceholder(node) && point.offset > 0 && point.offset < node.getTextContentSize() ? node : undefined
}

/** A caret that came to stand inside is put to the edge it was going to, else the nearer one. @returns whether it was. */
function $leaveInside(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const node = inside(selection.anchor)
  if (!node) return false
  const size = node.getTextContentSize()
  const before = $getPreviousSelection()
  const from = $isRangeSelection(before) && before.isCollapsed() && $getNodeByKey(before.anchor.key) !== null && !inside(before.anchor) ? before.anchor : undefined
  const cameFromStart = from !== undefined && $placeholderBeside(from, false)?.is(node)
  const cameFromEnd = from !== undefined && $placeholderBeside(from, true)?.is(node)
  const atEnd = cameFromStart ? true : cameFromEnd ? false : selection.anchor.offset * 2 >= size
  const offset = atEnd ? size : 0
  selection.anchor.set(node.getKey(), offset, 'text')
  selection.focus.set(node.getKey(), offset, 'text')
  return true
}

/** The caret where the node stood. */
function $remove(node: PlaceholderNode): void {
  const [before, after, parent] = [node.getPreviousSibling(), node.getNextSibling(), node.getParent()]
  node.remove()
  if ($isTextNode(before)) before.select()
  else if ($isTextNode(after)) after.select(0, 0)
  else parent?.select(0, 0)
}

function $delete(backward: boolean): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const node = $placeholderBeside(selection.anchor, backward)
  if (!node) return false
  $remove(node)
  return true
}

function step(backward: boolean) {
  return (event: KeyboardEvent): boolean => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false
    const selection = $getSelection()
    if (!$isRangeSelection(selection) || (!event.shiftKey && !selection.isCollapsed())) return false
    const node = $placeholderBeside(selection.focus, backward)
    if (!node) return false
    event.preventDefault()
    const next = selection.clone()
    next.focus.set(node.getKey(), backward ? 0 : node.getTextContentSize(), 'text')
    if (!event.shiftKey) next.anchor.set(node.getKey(), next.focus.offset, 'text')
    $setSelection(next)
    return true
  }
}

/** The caret is put right first, then the command goes on. */
const $first = () => {
  $leaveInside()
  return false
}

/** A press on what is selected makes the browser let go of it after the click: one that is chosen stays so. On screen only. */
export function registerPlaceholderPress(editor: LexicalEditor): () => void {
  const press = (event: MouseEvent) => {
    if (event.button !== 0 || event.shiftKey || !(event.target instanceof Element)) return
    const chip = event.target.closest('.placeholder-chip')
    if (chip === null) return
    const chosen = editor.getEditorState().read(() => $chosenPlaceholder()?.getKey())
    if (chosen !== undefined && editor.getElementByKey(chosen) === chip && document.activeElement === editor.getRootElement()) event.preventDefault()
  }
  return editor.registerRootListener((root, before) => {
    before?.removeEventListener('mousedown', press)
    root?.addEventListener('mousedown', press)
  })
}

/** @returns a function that takes it away. */
export function registerAroundPlaceholders(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $delete, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, step(true), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, step(false), COMMAND_PRIORITY_LOW),
    editor.registerCommand(SELECTION_CHANGE_COMMAND, $first, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $first, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $first, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(PASTE_COMMAND, $first, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CLICK_COMMAND, (event) => {
      if (event.detail > 2 || event.shiftKey || !(event.target instanceof Element) || event.target.closest('.placeholder-chip') === null) return false
      const node = $getNearestNodeFromDOMNode(event.target)
      if (!$isPlaceholder(node)) return false
      node.select(0, node.getTextContentSize())
      return false
    }, COMMAND_PRIORITY_LOW),
  )
}

