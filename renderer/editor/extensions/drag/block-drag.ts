/** Dragging blocks in the paper, by their handle or by their role's name in the margin (E11). */
import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import type { Block } from '../../../../shared/document/draft.ts'
import { draggedRange, dropTargets, type BlockRange } from '../../../../shared/document/drop-places.ts'
import { gestureText } from '../../../text/gestures.ts'
import { $outlineBlocks } from '../block/arrange.ts'
import { MOVE_BLOCKS_COMMAND } from '../block/move-commands.ts'
import { blockBoxes, edgeAbove, onSheet, type BlockBox } from './block-geometry.ts'
import { createBlockHandles } from './block-handles.ts'
import { createDragNote, type DragNote } from './drag-note.ts'
import { endComposition } from './end-composition.ts'
import { showLanded } from './show-landed.ts'
import { trackDrag, type DragHandlers, type DragPoint } from './track-drag.ts'
import './drag.css'

/** Blocks the selection touches, as indexes of the root's children. */
function $selectedRange(): BlockRange | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return undefined
  const indexes = [selection.anchor, selection.focus].map((point) => point.getNode().getTopLevelElement()?.getIndexWithinParent() ?? -1)
  return indexes.includes(-1) ? undefined : { from: Math.min(...indexes), to: Math.max(...indexes) + 1 }
}

interface Drag {
  readonly blocks: readonly Block[]
  readonly range: BlockRange
  readonly targets: readonly number[]
  readonly words: string
  readonly note: DragNote
  boxes: readonly BlockBox[]
  target: number | undefined
}

const longestNote = 18

function $wordsOf(index: number): string {
  const node = $getRoot().getChildAtIndex(index)
  if (node?.getType() === 'table') return gestureText.table
  const text = node?.getTextContent().trim() ?? ''
  return text === '' ? gestureText.emptyBlock : text.length > longestNote ? `${text.slice(0, longestNote)}…` : text
}

/** The nearest place it may go to, where that is in sight; none over what is dragged itself. */
function targetAt(drag: Drag, y: number, visible: { readonly top: number; readonly bottom: number }): number | undefined {
  const { boxes, range, targets } = drag
  if (y >= boxes[range.from]!.top && y <= boxes[range.to - 1]!.bottom) return undefined
  const distance = (target: number) => Math.abs(edgeAbove(boxes, target) - y)
  const nearest = [range.from, range.to, ...targets].reduce((best, target) => (distance(target) < distance(best) ? target : best))
  const edge = edgeAbove(boxes, nearest)
  return nearest >= range.from && nearest <= range.to || edge < visible.top || edge > visible.bottom ? undefined : nearest
}

/** @param openMenu shows the menu of a block: a press on its role name or handle without a drag. */
export function registerBlockDrag(editor: LexicalEditor, sheet: HTMLElement, openMenu: (blockId: string) => void): () => void {
  const handles = createBlockHandles(editor, sheet)
  const desk = sheet.closest<HTMLElement>('.desk')
  const line = document.createElement('div')
  line.className = 'drop-line'
  line.hidden = true
  sheet.append(line)

  const handlersFor = (element: HTMLElement): DragHandlers => {
    let drag: Drag | undefined
    let stopUpdates = () => {}
    return {
      begin: () => {
        const root = editor.getRootElement()
        if (!root || !editor.isEditable()) return false
        endComposition(editor)
        drag = editor.getEditorState().read(() => {
          const blocks = $outlineBlocks()
          const index = [...root.children].indexOf(element)
          const range = draggedRange(blocks, index, $selectedRange())
          return range && { blocks, range, targets: dropTargets(blocks, range), words: $wordsOf(range.from), note: createDragNote(), boxes: blockBoxes(editor, sheet), target: undefined }
        })
        if (!drag) return false
        for (const { element: moved } of drag.boxes.slice(drag.range.from, drag.range.to)) moved.dataset['moving'] = 'true'
        handles.hide(true)
        // The text an input method had in hand comes in a moment later and may make its block higher.
        stopUpdates = editor.registerUpdateListener(() => { if (drag) drag.boxes = blockBoxes(editor, sheet) })
        return true
      },
      move: (point: DragPoint) => {
        if (!drag || drag.boxes.length !== drag.blocks.length) return
        const box = (desk ?? sheet).getBoundingClientRect()
        drag.target = targetAt(drag, onSheet(sheet, point.y), { top: onSheet(sheet, box.top), bottom: onSheet(sheet, box.bottom) })
        line.hidden = drag.target === undefined
        if (drag.target !== undefined) line.style.transform = `translateY(${edgeAbove(drag.boxes, drag.target)}px)`
        drag.note.show(point, gestureText.dragged(drag.words, drag.range.to - drag.range.from), drag.target === undefined ? '' : gestureText.release)
      },
      end: (dropped) => {
        stopUpdates()
        if (!drag) return
        const { blocks, range, target, boxes, note } = drag
        note.remove()
        line.hidden = true
        for (const { element: moved } of boxes.slice(range.from, range.to)) delete moved.dataset['moving']
        handles.hide(false)
        if (!dropped || target === undefined) return
        const blockIds = blocks.slice(range.from, range.to).map((block) => block.id)
        if (editor.dispatchCommand(MOVE_BLOCKS_COMMAND, { blockIds, before: blocks[target]?.id ?? null, takeCaret: true })) showLanded(boxes.slice(range.from, range.to).map((moved) => moved.element))
      },
      click: () => {
        const id = element.dataset['blockId']
        if (id !== undefined) openMenu(id)
      },
    }
  }

  const onDown = (event: PointerEvent) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || event.button !== 0) return
    const block = target.closest<HTMLElement>('.block')
    const inMargin = block !== null && event.clientX < block.getBoundingClientRect().left ? block : undefined
    const element = handles.blockOf(target) ?? inMargin
    if (element) trackDrag(event, desk, handlersFor(element))
  }
  sheet.addEventListener('pointerdown', onDown)
  return () => {
    sheet.removeEventListener('pointerdown', onDown)
    handles.remove()
    line.remove()
  }
}
