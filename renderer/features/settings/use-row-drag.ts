/** Dragging a row by its handle: the place it would go to is shown while the pointer moves; letting go moves it, Esc does not. */
import { useState, type PointerEvent, type RefObject } from 'react'

export interface RowDrag {
  readonly from: number
  readonly to: number
}

const edge = 36
const step = 14

function scrollNearEdges(list: HTMLElement, y: number): void {
  const pane = list.closest<HTMLElement>('.settings-pane')
  if (!pane) return
  const box = pane.getBoundingClientRect()
  if (y < box.top + edge) pane.scrollBy(0, -step)
  else if (y > box.bottom - edge) pane.scrollBy(0, step)
}

/** @param list holds the rows as `[data-row]` elements in their order. */
export function useRowDrag(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<RowDrag>()
  const begin = (event: PointerEvent<HTMLElement>, from: number) => {
    if (event.button !== 0 || !list.current) return
    event.preventDefault()
    const handle = event.currentTarget
    const element = list.current
    let to = from
    handle.setPointerCapture(event.pointerId)
    setDrag({ from, to })
    const follow = ({ clientY }: globalThis.PointerEvent) => {
      scrollNearEdges(element, clientY)
      const rows = [...element.querySelectorAll('[data-row]')]
      const above = rows.filter((row, index) => {
        const box = row.getBoundingClientRect()
        return index !== from && clientY > box.top + box.height / 2
      }).length
      to = Math.min(above, rows.length - 1)
      setDrag({ from, to })
    }
    const end = (keep: boolean) => {
      handle.removeEventListener('pointermove', follow)
      handle.removeEventListener('pointerup', drop)
      handle.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', escape, true)
      setDrag(undefined)
      if (keep) onMove(from, to)
    }
    const drop = () => end(true)
    const cancel = () => end(false)
    const escape = (key: KeyboardEvent) => { if (key.key === 'Escape') end(false) }
    handle.addEventListener('pointermove', follow)
    handle.addEventListener('pointerup', drop)
    handle.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', escape, true)
  }
  return { drag, begin }
}
