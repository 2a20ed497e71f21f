/** Entries of the outline dragged to another place: the section moves in the paper with all it holds (E12). */
import { useEffect, type RefObject } from 'react'
import type { LexicalEditor } from 'lexical'
import { outlineDrops, outlineRows, type OutlineDrop, type OutlineRow } from '../../../shared/document/outline-drops.ts'
import { dropAt, type OutlinePointer } from '../../../shared/document/outline-gaps.ts'
import { deriveOutline } from '../../../shared/document/outline.ts'
import type { Block } from '../../../shared/document/draft.ts'
import { $readBlocks } from '../../editor/editor-to-draft.ts'
import { MOVE_BLOCKS_COMMAND } from '../../editor/extensions/block/move-commands.ts'
import { createDragNote, zoomOf, type DragNote } from '../../editor/extensions/drag/drag-note.ts'
import { endComposition } from '../../editor/extensions/drag/end-composition.ts'
import { showLanded } from '../../editor/extensions/drag/show-landed.ts'
import { trackDrag, type DragHandlers, type DragPoint } from '../../editor/extensions/drag/track-drag.ts'
import { gestureText } from '../../text/gestures.ts'
import { blockElement } from './block-element.ts'

/** Of each level in the list, in pixels of the layout (outline-panel). */
export const outlineIndent = 18
const firstIndent = 14

interface Drag {
  readonly blocks: readonly Block[]
  readonly rows: readonly OutlineRow[]
  readonly own: number
  readonly drops: readonly OutlineDrop[]
  readonly note: DragNote
  readonly start: DragPoint
  drop: OutlineDrop | undefined
}

const entryElement = (list: HTMLElement, blockId: string) => list.querySelector<HTMLElement>(`[data-entry="${CSS.escape(blockId)}"]`)

/** Over the middle of an entry it is meant; towards its edges the gap beside it. */
function pointerAt(list: HTMLElement, rows: readonly OutlineRow[], y: number): OutlinePointer {
  for (const [row, { entry }] of rows.entries()) {
    const box = entryElement(list, entry.blockId)?.getBoundingClientRect()
    if (!box || y > box.bottom) continue
    const part = (y - box.top) / box.height
    return part < 0.3 ? { kind: 'gap', above: row - 1 } : part <= 0.7 ? { kind: 'row', row } : { kind: 'gap', above: row }
  }
  return { kind: 'gap', above: rows.length - 1 }
}

function describe(drag: Drag, drop: OutlineDrop): string {
  const { entry } = drag.rows[drop.row]!
  const name = (entry.number + entry.text).replace(/[。：:]$/u, '')
  const short = name.length > 14 ? `${name.slice(0, 14)}…` : name
  const where = drop.kind === 'before' ? gestureText.outlineBefore(short) : drop.kind === 'after' ? gestureText.outlineAfter(short) : gestureText.outlineInto(short)
  return drop.by === 0 ? where : `${where}，${gestureText.outlineLevel(drag.rows[drag.own]!.entry.level + drop.by)}`
}

/** Draws where the entry would go: a line in a gap, indented as deep as it would stand, or the entry it would go into. */
function showDrop(list: HTMLElement, line: HTMLElement, drag: Drag): void {
  const { drop, rows } = drag
  list.querySelector('[data-drop-into]')?.removeAttribute('data-drop-into')
  line.hidden = drop === undefined || drop.kind === 'into'
  if (!drop) return
  const row = entryElement(list, rows[drop.row]!.entry.blockId)
  if (drop.kind === 'into') return void row?.setAttribute('data-drop-into', '')
  // After a section is after the last row in it.
  const last = rows.findLast((_, at) => at === drop.row || rows[at]!.parents.includes(drop.row))!
  const box = (drop.kind === 'before' ? row : entryElement(list, last.entry.blockId))?.getBoundingClientRect()
  if (!box) return
  const zoom = zoomOf(list)
  const edge = drop.kind === 'before' ? box.top : box.bottom
  line.style.transform = `translateY(${(edge - list.getBoundingClientRect().top) / zoom + list.scrollTop}px)`
  line.style.left = `${firstIndent + drop.depth * outlineIndent}px`
}

function handlersFor(editor: LexicalEditor, list: HTMLElement, line: HTMLElement, blockId: string): DragHandlers {
  let drag: Drag | undefined
  return {
    begin: (start) => {
      if (!editor.isEditable()) return false
      endComposition(editor)
      const blocks = editor.getEditorState().read($readBlocks)
      const rows = outlineRows(blocks, deriveOutline({ blocks }))
      const own = rows.findIndex((row) => row.entry.blockId === blockId)
      if (own === -1) return false
      drag = { blocks, rows, own, drops: outlineDrops(blocks, rows, own), note: createDragNote(), start, drop: undefined }
      for (const row of rows) if (row === rows[own] || row.parents.includes(own)) entryElement(list, row.entry.blockId)?.setAttribute('data-moving', 'true')
      return true
    },
    move: (point) => {
      if (!drag) return
      const depth = drag.rows[drag.own]!.depth + (point.x - drag.start.x) / zoomOf(list) / outlineIndent
      drag.drop = dropAt(drag.rows, drag.drops, pointerAt(list, drag.rows, point.y), depth)
      showDrop(list, line, drag)
      const { entry, from, to } = drag.rows[drag.own]!
      drag.note.show(point, gestureText.dragged(entry.number + entry.text, to - from), drag.drop ? describe(drag, drag.drop) : '')
    },
    end: (dropped) => {
      if (!drag) return
      const { blocks, rows, own, drop, note } = drag
      note.remove()
      drag = undefined
      line.hidden = true
      for (const element of list.querySelectorAll('[data-moving], [data-drop-into]')) {
        element.removeAttribute('data-moving')
        element.removeAttribute('data-drop-into')
      }
      if (!dropped || !drop) return
      const blockIds = blocks.slice(rows[own]!.from, rows[own]!.to).map((block) => block.id)
      if (!editor.dispatchCommand(MOVE_BLOCKS_COMMAND, { blockIds, before: blocks[drop.target]?.id ?? null, by: drop.by })) return
      // A moment later, when the paper shows the new order.
      requestAnimationFrame(() => {
        blockElement(editor, blockId)?.scrollIntoView({ block: 'nearest' })
        showLanded(blockIds.flatMap((id) => blockElement(editor, id) ?? []))
      })
    },
  }
}

/** @param list the element that holds the entries and scrolls; each entry tells its block in `data-entry`. */
export function useOutlineDrag(editor: LexicalEditor, list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const area = list.current
    if (!area) return
    const line = document.createElement('div')
    line.className = 'drop-line'
    line.hidden = true
    area.append(line)
    const onDown = (event: PointerEvent) => {
      const entry = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-entry]') : null
      if (event.button === 0 && entry) trackDrag(event, area, handlersFor(editor, area, line, entry.dataset['entry']!))
    }
    area.addEventListener('pointerdown', onDown)
    return () => {
      area.removeEventListener('pointerdown', onDown)
      line.remove()
    }
  }, [editor, list])
}
