/** The note that goes with the pointer while something is dragged: what it is, and where it would go. */
import type { DragPoint } from './track-drag.ts'

export interface DragNote {
  readonly show: (point: DragPoint, what: string, where: string) => void
  readonly remove: () => void
}

/** How many window pixels a pixel of the layout is: the screens may be drawn larger (设置, 125 %). */
export function zoomOf(element: HTMLElement): number {
  return element.offsetWidth === 0 ? 1 : element.getBoundingClientRect().width / element.offsetWidth
}

export function createDragNote(): DragNote {
  const note = document.createElement('div')
  const [what, where] = [document.createElement('b'), document.createElement('span')]
  note.className = 'drag-note'
  note.setAttribute('role', 'status')
  note.append(what, where)
  document.body.append(note)
  return {
    show: (point, whatText, whereText) => {
      if (what.textContent !== whatText) what.textContent = whatText
      if (where.textContent !== whereText) where.textContent = whereText
      note.dataset['offered'] = String(whereText !== '')
      const zoom = zoomOf(note)
      const [width, height] = [note.offsetWidth, note.offsetHeight]
      const left = Math.min(point.x / zoom + 14, window.innerWidth / zoom - width - 8)
      const top = Math.min(point.y / zoom + 16, window.innerHeight / zoom - height - 8)
      note.style.transform = `translate(${left}px, ${top}px)`
    },
    remove: () => note.remove(),
  }
}
