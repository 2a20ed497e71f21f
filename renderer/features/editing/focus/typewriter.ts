/** Keeps the caret's line in the middle third of the desk while one writes; the eye stays where it is. */
import type { LexicalEditor } from 'lexical'

/** Where the caret is drawn, in the window's own pixels. An empty block has no text to ask; the block itself answers. */
function caretBox(root: HTMLElement): { readonly top: number; readonly bottom: number } | undefined {
  const selection = root.ownerDocument.getSelection()
  const node = selection?.focusNode
  if (!selection || !node || !root.contains(node)) return undefined
  const range = root.ownerDocument.createRange()
  range.setStart(node, selection.focusOffset)
  const box = range.getBoundingClientRect()
  if (box.height > 0) return box
  const element = node instanceof HTMLElement ? node : node.parentElement
  return element === root ? undefined : element?.getBoundingClientRect()
}

function bring(editor: LexicalEditor, upper: number, lower: number): void {
  const root = editor.getRootElement()
  const desk = root?.closest<HTMLElement>('.desk')
  const caret = root && caretBox(root)
  if (!desk || !caret) return
  const box = desk.getBoundingClientRect()
  const [top, bottom] = [box.top + box.height * upper, box.top + box.height * lower]
  const middle = (caret.top + caret.bottom) / 2
  const off = middle < top ? middle - top : middle > bottom ? middle - bottom : 0
  // Boxes are told in pixels of the window, scrolling in those of the zoomed page.
  if (Math.abs(off) > 1) desk.scrollTop += off * (desk.offsetHeight / box.height)
}

/** @returns a function that ends it. A click or a selection with the mouse never moves the paper under the pointer. */
export function keepCaretInMiddle(editor: LexicalEditor): () => void {
  let byMouse = false
  let frame = 0
  const keep = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      // The candidates of an input method hang at the caret: nothing moves until the word is chosen.
      if (!byMouse && !editor.isComposing()) bring(editor, 1 / 3, 2 / 3)
    })
  }
  const mouse = () => { byMouse = true }
  const keys = () => { byMouse = false }
  const composed = () => setTimeout(keep)
  const stop = editor.registerUpdateListener(keep)
  window.addEventListener('pointerdown', mouse, true)
  window.addEventListener('keydown', keys, true)
  window.addEventListener('compositionend', composed, true)
  frame = requestAnimationFrame(() => bring(editor, 1 / 2, 1 / 2))
  return () => {
    stop()
    cancelAnimationFrame(frame)
    window.removeEventListener('pointerdown', mouse, true)
    window.removeEventListener('keydown', keys, true)
    window.removeEventListener('compositionend', composed, true)
    // Where the paper gets its bars back, the line stays in sight.
    requestAnimationFrame(() => bring(editor, 1 / 3, 2 / 3))
  }
}
