/** Drawing a link with the pointer: from a card's knob to a card of the other side. Esc, or letting go elsewhere, cancels. */
import { useCallback, useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'
import type { Columns } from './use-line-frame.ts'

export interface DragState {
  readonly id: string
  readonly side: 'problem' | 'answer'
  /** The pointer, in the layout's pixels from the corner the lines are drawn from. */
  readonly x: number
  readonly y: number
  /** The card under the pointer that the line would tie. */
  readonly over: string | undefined
}

const edge = 56
const fastest = 16

/** How far to scroll a column whose edge the pointer is near, in pixels for a frame. */
function scrollStep(column: HTMLElement, clientY: number): number {
  const box = column.getBoundingClientRect()
  if (clientY < box.top + edge) return -Math.min(1, (box.top + edge - clientY) / edge) * fastest
  if (clientY > box.bottom - edge) return Math.min(1, (clientY - box.bottom + edge) / edge) * fastest
  return 0
}

export function useLinkDrag(area: RefObject<HTMLDivElement | null>, columns: Columns, onJoin: (from: string, to: string) => void): { readonly drag: DragState | undefined; readonly begin: (id: string, event: ReactPointerEvent) => void } {
  const [drag, setDrag] = useState<DragState>()
  const stop = useRef<(() => void) | undefined>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const begin = useCallback((id: string, event: ReactPointerEvent) => {
    const card = (event.currentTarget as HTMLElement).closest<HTMLElement>('[data-entry]')
    const box = area.current
    if (event.button !== 0 || !card || !box) return
    event.preventDefault()
    stop.current?.()
    const side = card.dataset['side'] as 'problem' | 'answer'
    const target = side === 'problem' ? columns.answer : columns.problem
    let pointer = { x: event.clientX, y: event.clientY }
    let over: string | undefined
    const follow = () => {
      const outer = box.getBoundingClientRect()
      // The page may be zoomed: what the pointer measures in is not what the layout is drawn in.
      const scale = outer.width / box.offsetWidth
      const found = document.elementFromPoint(pointer.x, pointer.y)?.closest<HTMLElement>('[data-entry]')
      over = found && found.dataset['side'] !== side ? found.dataset['entry'] : undefined
      const top = (columns.problem.current ?? box).getBoundingClientRect().top
      setDrag({ id, side, x: (pointer.x - outer.left) / scale, y: (pointer.y - top) / scale, over })
    }
    const move = (moved: PointerEvent) => {
      pointer = { x: moved.clientX, y: moved.clientY }
      follow()
    }
    let frame = requestAnimationFrame(function scroll() {
      const column = target.current
      const step = column ? scrollStep(column, pointer.y) : 0
      if (column && step !== 0) {
        column.scrollTop += step
        follow()
      }
      frame = requestAnimationFrame(scroll)
    })
    const end = () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('blur', end)
      window.removeEventListener('keydown', key, true)
      stop.current = undefined
      setDrag(undefined)
    }
    const drop = (dropped: PointerEvent) => {
      move(dropped)
      const to = over
      end()
      if (to !== undefined) onJoin(id, to)
    }
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return
      pressed.preventDefault()
      pressed.stopPropagation()
      end()
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', end)
    window.addEventListener('blur', end)
    window.addEventListener('keydown', key, true)
    stop.current = end
    follow()
  }, [area, columns, onJoin])
  return { drag, begin }
}
