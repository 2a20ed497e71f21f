/** Where the text box lies: over the focused cell, wherever that is drawn. Read from the page, for only the page knows the height of a row. */
import { useCallback, useEffect, useRef, type RefObject } from 'react'

const leastWritingWidth = 260
const peekDelay = 450

/** @param frame the text box with what belongs to it; it stays where it was while its cell is scrolled out of sight. */
export function placeOver(scroller: HTMLElement | null, body: HTMLElement | null, frame: HTMLElement | null): void {
  const cell = scroller?.querySelector<HTMLElement>('.grid-cell[data-focus]')
  if (!scroller || !body || !frame || !cell) return
  const zoom = scroller.getBoundingClientRect().width / scroller.offsetWidth || 1
  const [own, origin] = [cell.getBoundingClientRect(), body.getBoundingClientRect()]
  const open = frame.dataset['open'] !== undefined
  const left = (own.left - origin.left) / zoom
  const room = scroller.scrollLeft + scroller.clientWidth - left - 4
  const width = open && frame.dataset['kind'] !== 'state' ? Math.max(cell.offsetWidth, Math.min(leastWritingWidth, room)) : cell.offsetWidth
  const style = frame.style
  style.left = `${left}px`
  style.top = `${(own.top - origin.top) / zoom}px`
  style.width = `${width}px`
  style.setProperty('--cell-height', `${cell.offsetHeight}px`)
  const aside = frame.querySelector<HTMLElement>('.cell-aside')
  if (!aside) return
  // What belongs to the box stands above it where there is no room below.
  const view = scroller.getBoundingClientRect()
  const bottom = own.top + (frame.querySelector('textarea')?.offsetHeight ?? 0) * zoom
  const needed = aside.offsetHeight * zoom
  const above = bottom + needed > view.bottom && own.top - needed > view.top
  frame.toggleAttribute('data-above', above)
  style.setProperty('--aside-shift', `${Math.min(0, Math.round(scroller.scrollLeft + scroller.clientWidth - left - aside.offsetWidth - 6))}px`)
}

/** The whole text of a clamped cell is shown over its neighbours when the focus rests on it. */
export function usePeek(scroller: RefObject<HTMLElement | null>, body: RefObject<HTMLElement | null>) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const shown = useRef('')
  const hide = useCallback(() => {
    clearTimeout(timer.current)
    body.current?.querySelector('.cell-peek')?.remove()
  }, [body])
  useEffect(() => hide, [hide])
  return useCallback((place: string, isOpen: boolean) => {
    const text = scroller.current?.querySelector<HTMLElement>('.grid-cell[data-focus] .cell-text')
    // The text may have changed under the same focus.
    const now = isOpen || !text ? '' : `${place} ${text.textContent ?? ''}`
    if (now === shown.current) return
    shown.current = now
    hide()
    if (now === '') return
    timer.current = setTimeout(() => {
      const [frame, cell] = [scroller.current, scroller.current?.querySelector<HTMLElement>('.grid-cell[data-focus]')]
      const content = cell?.querySelector<HTMLElement>('.cell-text')
      if (!frame || !body.current || !cell || !content || content.scrollHeight <= content.clientHeight + 2) return
      const zoom = frame.getBoundingClientRect().width / frame.offsetWidth || 1
      const [own, origin] = [cell.getBoundingClientRect(), body.current.getBoundingClientRect()]
      const whole = document.createElement('div')
      whole.className = 'cell-peek'
      whole.setAttribute('aria-hidden', 'true')
      whole.dataset['field'] = cell.dataset['field'] ?? ''
      whole.append(...Array.from(content.cloneNode(true).childNodes))
      whole.style.left = `${(own.left - origin.left) / zoom}px`
      whole.style.top = `${(own.top - origin.top) / zoom}px`
      whole.style.width = `${cell.offsetWidth}px`
      body.current.append(whole)
    }, peekDelay)
  }, [scroller, body, hide])
}
