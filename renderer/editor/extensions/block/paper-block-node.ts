/**
 * One block of the paper as an editor node: its text as children, everything else (`BlockShape`, id) as node state.
 * Numbers, labels and role names are drawn from attributes by the style sheet, so that they are never part of the text
 * an input method or a selection works on.
 */
import {
  $create, $getRoot, $getState, $getStateChange, $setState, createState, ElementNode,
  type EditorConfig, type LexicalNode, type LexicalUpdateJSON, type NodeKey, type RangeSelection, type SerializedElementNode,
} from 'lexical'
import { followingShape, splitShape, type BlockShape } from '../../../../shared/document/edits.ts'
import { headingLevel } from '../../../../shared/document/roles.ts'
import { newBlockId } from '../../block-ids.ts'
import { $draftId } from '../../draft-head.ts'

const shapeState = createState('shape', {
  parse: (value): BlockShape => (typeof value === 'object' && value !== null && 'role' in value ? (value as BlockShape) : { role: 'paragraph' }),
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
})

const idState = createState('blockId', { parse: (value) => (typeof value === 'string' ? value : '') })

export class PaperBlockNode extends ElementNode {
  override $config() {
    return this.config('paper-block', { extends: ElementNode, stateConfigs: [{ stateConfig: shapeState, flat: true }, { stateConfig: idState, flat: true }] })
  }

  getShape(): BlockShape {
    return $getState(this, shapeState)
  }

  setShape(shape: BlockShape): this {
    return $setState(this, shapeState, shape)
  }

  getBlockId(): string {
    return $getState(this, idState)
  }

  setBlockId(id: string): this {
    return $setState(this, idState, id)
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const element = document.createElement('p')
    drawShape(element, this.getShape())
    element.dataset['blockId'] = this.getBlockId()
    return element
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    const change = $getStateChange(this, previous, shapeState)
    if (change) drawShape(element, change[0])
    if ($getStateChange(this, previous, idState)) element.dataset['blockId'] = this.getBlockId()
    return false
  }

  /** The clipboard carries which paper a block is of: links mean nothing elsewhere. */
  override exportJSON(): SerializedElementNode & { readonly paperId: string } {
    return { ...super.exportJSON(), paperId: $draftId() }
  }

  /**
   * What comes in from elsewhere, or from this paper once more, is a block of its own. One cut here and pasted here was
   * moved: it stays the same, and what is linked to it stays linked.
   */
  override updateFromJSON(serialized: LexicalUpdateJSON<SerializedElementNode & { readonly paperId?: string }>): this {
    const block = super.updateFromJSON(serialized)
    const atHome = serialized.paperId !== undefined && serialized.paperId !== '' && serialized.paperId === $draftId()
    if (!atHome && block.getShape().answers !== undefined) block.setShape(withoutAnswers(block.getShape()))
    return atHome && !$hasBlock(block.getBlockId()) ? block : block.setBlockId(newBlockId())
  }

  override insertNewAfter(selection: RangeSelection | null, restoreSelection = true): PaperBlockNode {
    const shape = this.getShape()
    const atEnd = selection === null || this.isEmpty() || $isAtEnd(this, selection)
    // Enter on an empty item ends the list, as in Word.
    if (this.isEmpty() && (shape.list !== undefined || shape.role !== 'paragraph') && headingLevel(shape.role) === undefined && shape.role !== 'title') {
      this.setShape({ role: 'paragraph' })
      return this
    }
    const next = $createPaperBlock(atEnd ? followingShape(shape) : splitShape(shape))
    this.insertAfter(next, restoreSelection)
    return next
  }
}

/** Whether the caret stands behind the last character of the block, which may be of several runs. */
export function $isAtEnd(block: PaperBlockNode, { anchor }: RangeSelection): boolean {
  if (anchor.key === block.getKey()) return anchor.offset === block.getChildrenSize()
  return block.getLastDescendant()?.getKey() === anchor.key && anchor.offset === anchor.getNode().getTextContentSize()
}

function withoutAnswers(shape: BlockShape): BlockShape {
  const { answers: _answers, ...rest } = shape
  return rest
}

function $hasBlock(id: string): boolean {
  return $getRoot().getChildren().some((node) => $isPaperBlock(node) && node.getBlockId() === id)
}

/** Attributes for the style sheet. The printed number comes later, from position (`show-numbers`). */
function drawShape(element: HTMLElement, shape: BlockShape): void {
  const level = headingLevel(shape.role)
  element.className = 'block'
  element.dataset['role'] = shape.role
  toggle(element, 'data-run-in', shape.runIn ? '' : undefined)
  toggle(element, 'data-label', shape.label)
  toggle(element, 'data-label-after', shape.labelAfterNumber ? '' : undefined)
  toggle(element, 'data-label-line', shape.labelLine ? '' : undefined)
  toggle(element, 'role', level === undefined ? undefined : 'heading')
  toggle(element, 'aria-level', level === undefined ? undefined : String(level))
}

function toggle(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name)
  else element.setAttribute(name, value)
}

export function $createPaperBlock(shape: BlockShape, id: string = newBlockId()): PaperBlockNode {
  return $create(PaperBlockNode).setShape(shape).setBlockId(id)
}

export function $isPaperBlock(node: LexicalNode | null | undefined): node is PaperBlockNode {
  return node instanceof PaperBlockNode
}

/** The block a node stands in; null inside a table and at the root. */
export function $blockOf(node: LexicalNode): PaperBlockNode | null {
  let current: LexicalNode | null = node
  while (current !== null && !$isPaperBlock(current)) current = current.getParent()
  return current
}

export type { NodeKey }
