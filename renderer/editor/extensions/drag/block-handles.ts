/**
 * The handles beside the role names: one at the block under the pointer, one at the block of the caret. They lie over the
 * sheet, not in the text, so that typing, selecting and input methods never meet them.
 */
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { gestureText } from '../../../text/gestures.ts'
import { $blockOf } from '../block/paper-block-node.ts'
import { structureChanged } from '../numbering/show-numbers.ts'
import { childAt, onSheet } from './block-geometry.ts'
import { zoomOf } from './drag-note.ts'

export interface BlockHandles {
  /** The block or table a handle stands at. */
  readonly blockOf: (handle: Element) => HTMLElement | undefined
  /** While something is dragged there are no handles. */
  readonly hide: (hidden: boolean) => void
  readonly remove: () => void
}

interface Handle {
  readonly element: HTMLElement
  block: HTMLElement | undefined
}

function createHandle(sheet: HTMLElement, kind: 'hover' | 'caret'): Handle {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'block-handle'
  element.dataset['kind'] = kind
  // Alt+↑ and Alt+↓ are the way by keyboard.
  element.tabIndex = -1
  element.hidden = true
  sheet.append(element)
  return { element, block: undefined }
}

/** How high the first line of the block is, where the handle stands. */
const lineOf = (block: HTMLElement) => (block.dataset['role'] === 'title' ? 40 : 31)

/** Title and addressee, signature and date stay where they are. */
const fixedRoles = new Set(['title', 'subtitle', 'byline', 'addressee', 'attachment', 'signature', 'date'])

export function createBlockHandles(editor: LexicalEditor, sheet: HTMLElement): BlockHandles {
  const [hover, caret] = [createHandle(sheet, 'hover'), createHandle(sheet, 'caret')]
  let hidden = false

  const place = (handle: Handle, block: HTMLElement | undefined) => {
    const shown = block?.isConnected && !fixedRoles.has(block.dataset['role'] ?? '') ? block : undefined
    handle.block = shown
    handle.element.hidden = hidden || shown === undefined || (handle === hover && shown === caret.block) || !editor.isEditable()
    if (!shown || handle.element.hidden) return
    const box = shown.getBoundingClientRect()
    const top = onSheet(sheet, box.top) + (lineOf(shown) - 22) / 2
    const left = (box.left - sheet.getBoundingClientRect().left) / zoomOf(sheet) - 16
    handle.element.style.transform = `translate(${left}px, ${top}px)`
    handle.element.title = shown.matches('.block') ? gestureText.handle : gestureText.handleMoveOnly
    handle.element.setAttribute('aria-label', handle.element.title)
  }
  const renew = () => {
    place(caret, caret.block)
    place(hover, hover.block)
  }
  const onMove = (event: PointerEvent) => {
    const root = editor.getRootElement()
    if (!root || event.buttons !== 0) return
    const found = childAt(root, event.clientY)
    if (found !== hover.block) place(hover, found)
  }
  const onLeave = () => place(hover, undefined)
  sheet.addEventListener('pointermove', onMove)
  sheet.addEventListener('pointerleave', onLeave)

  let frame = 0
  const later = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(renew)
  }
  const observer = new ResizeObserver(later)
  const stopRoot = editor.registerRootListener((root) => {
    observer.disconnect()
    if (root) observer.observe(root)
  })
  const stopUpdates = editor.registerUpdateListener((update) => {
    const { editorState } = update
    const key = editorState.read(() => {
      const selection = $getSelection()
      return $isRangeSelection(selection) ? $blockOf(selection.focus.getNode())?.getKey() : undefined
    })
    const block = (key === undefined ? null : editor.getElementByKey(key)) ?? undefined
    const moved = structureChanged(update)
    if (block === caret.block && !moved) return
    caret.block = block
    later()
  })
  const stopEditable = editor.registerEditableListener(later)
  return {
    blockOf: (handle) => (handle === hover.element ? hover.block : handle === caret.element ? caret.block : undefined),
    hide: (now) => {
      hidden = now
      renew()
    },
    remove: () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      for (const stop of [stopRoot, stopUpdates, stopEditable]) stop()
      sheet.removeEventListener('pointermove', onMove)
      sheet.removeEventListener('pointerleave', onLeave)
      hover.element.remove()
      caret.element.remove()
    },
  }
}
