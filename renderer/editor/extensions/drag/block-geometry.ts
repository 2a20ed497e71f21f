/** Where the blocks of the paper lie on its sheet. */
import { $getRoot, type LexicalEditor } from 'lexical'
import { zoomOf } from './drag-note.ts'

export interface BlockBox {
  readonly element: HTMLElement
  /** From the upper edge of the sheet, in pixels of the layout. */
  readonly top: number
  readonly bottom: number
}

/** The boxes of all blocks and tables, in order. Read once for a drag: nothing moves while it lasts. */
export function blockBoxes(editor: LexicalEditor, sheet: HTMLElement): BlockBox[] {
  const zoom = zoomOf(sheet)
  const origin = sheet.getBoundingClientRect().top
  const keys = editor.getEditorState().read(() => $getRoot().getChildrenKeys())
  return keys.flatMap((key) => {
    const element = editor.getElementByKey(key)
    if (!element) return []
    const box = element.getBoundingClientRect()
    return [{ element, top: (box.top - origin) / zoom, bottom: (box.bottom - origin) / zoom }]
  })
}

/** The height on the sheet that lies at y in the window. */
export function onSheet(sheet: HTMLElement, y: number): number {
  return (y - sheet.getBoundingClientRect().top) / zoomOf(sheet)
}

/** Where the line is drawn for what would go before the block at the index. */
export function edgeAbove(boxes: readonly BlockBox[], index: number): number {
  const [above, below] = [boxes[index - 1], boxes[index]]
  if (above && below) return below.top - above.bottom > 16 ? above.bottom + 5 : (above.bottom + below.top) / 2
  return above ? above.bottom + 3 : below ? below.top - 3 : 0
}

/** The child of the text at a height in the window: found by halves, so that a long paper costs no more than a short one. */
export function childAt(root: HTMLElement, y: number): HTMLElement | undefined {
  const { children } = root
  let [low, high] = [0, children.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const element = children[middle]
    if (!(element instanceof HTMLElement)) return undefined
    const box = element.getBoundingClientRect()
    if (y < box.top) high = middle - 1
    else if (y >= box.bottom) low = middle + 1
    else return element
  }
  return undefined
}
