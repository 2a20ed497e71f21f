/**
 * One drag with the pointer, from the button down to its release: what the text and the outline have in common.
 * Pointer events of our own, not the browser's drag and drop: that one cannot start at a role name drawn by the style
 * sheet, is taken for a drop of text by the editor, and hides the keys while it runs.
 */
export interface DragPoint {
  /** In the window's own pixels, as pointer events and bounding rectangles tell them. */
  readonly x: number
  readonly y: number
}

export interface DragHandlers {
  /** The pointer has moved far enough to mean it. False where there is nothing to drag. */
  readonly begin: (start: DragPoint) => boolean
  /** The pointer moved, or what lies under it did because the area scrolled. */
  readonly move: (point: DragPoint) => void
  /** Called once at the end of what began: dropped, or cancelled (Esc, another button, the window losing the focus). */
  readonly end: (dropped: boolean) => void
  /** The button was released without a drag. */
  readonly click?: () => void
}

/** Further than a hand trembles in a click. */
const threshold = 5
/** So near the edge of the area it scrolls, faster the nearer. Pixels, and pixels a second. */
const edge = 56
const topSpeed = 1500

/** How fast to scroll an area for a pointer at y: below 0 upwards, 0 away from the edges. */
export function scrollSpeed(y: number, top: number, bottom: number): number {
  const reach = Math.min(edge, (bottom - top) / 4)
  if (y < top + reach) return -topSpeed * Math.min(1, (top + reach - y) / reach) ** 1.5
  if (y > bottom - reach) return topSpeed * Math.min(1, (y - bottom + reach) / reach) ** 1.5
  return 0
}

/** Scrolls the area while the pointer is near its edges. @returns a function that ends it. */
function scrollAtEdges(area: HTMLElement, point: () => DragPoint): () => void {
  let last = performance.now()
  let frame = requestAnimationFrame(function step(now) {
    const passed = Math.min(50, now - last)
    last = now
    const box = area.getBoundingClientRect()
    const speed = scrollSpeed(point().y, box.top, box.bottom)
    if (speed !== 0) area.scrollTop += (speed < 0 ? Math.floor : Math.ceil)((speed * passed) / 1000)
    frame = requestAnimationFrame(step)
  })
  return () => cancelAnimationFrame(frame)
}

/**
 * Lies over the window while something is held: the pointer keeps its shape wherever it goes and nothing under it reacts.
 * One element, not a rule for all: that would have the style of every element of a long paper worked out again.
 */
function coverWindow(area: HTMLElement | null): HTMLElement {
  const cover = document.createElement('div')
  cover.className = 'drag-cover'
  // The wheel scrolls what it would have scrolled.
  cover.addEventListener('wheel', (event) => { area?.scrollBy(event.deltaX, event.deltaY) }, { passive: true })
  document.body.append(cover)
  return cover
}

/** The release at the end of a drag is no click on what lies under it. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => { event.stopPropagation(); event.preventDefault() }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}

/** Follows the pointer that went down with the event. @param area scrolls by itself while the pointer is near its edges. */
export function trackDrag(down: PointerEvent, area: HTMLElement | null, handlers: DragHandlers): void {
  const start: DragPoint = { x: down.clientX, y: down.clientY }
  const stop = new AbortController()
  const listening = { capture: true, signal: stop.signal }
  let point = start
  let dragging = false
  let stopScrolling = () => {}
  let cover: HTMLElement | undefined
  const scrolled = () => handlers.move(point)

  const finish = (dropped: boolean) => {
    stop.abort()
    stopScrolling()
    if (!dragging) return
    cover?.remove()
    swallowClick()
    handlers.end(dropped)
  }
  const begin = (): boolean => {
    if (!handlers.begin(start)) {
      finish(false)
      return false
    }
    dragging = true
    cover = coverWindow(area)
    // Outside the window too. A pointer that went up meanwhile cannot be held; its release is on its way.
    try { cover.setPointerCapture(down.pointerId) } catch { /* the release ends the drag */ }
    if (area) {
      stopScrolling = scrollAtEdges(area, () => point)
      area.addEventListener('scroll', scrolled, { signal: stop.signal })
    }
    return true
  }
  window.addEventListener('pointermove', (event) => {
    if (event.pointerId !== down.pointerId) return
    point = { x: event.clientX, y: event.clientY }
    if (!dragging && Math.hypot(point.x - start.x, point.y - start.y) < threshold) return
    if (event.buttons === 0) return finish(false)
    if (dragging || begin()) handlers.move(point)
  }, listening)
  window.addEventListener('pointerup', (event) => {
    if (event.pointerId !== down.pointerId) return
    const clicked = !dragging
    finish(true)
    if (clicked) handlers.click?.()
  }, listening)
  window.addEventListener('pointercancel', () => finish(false), listening)
  window.addEventListener('blur', () => finish(false), { signal: stop.signal })
  window.addEventListener('pointerdown', () => finish(false), listening)
  window.addEventListener('keydown', (event) => {
    if (!dragging) return
    // While something is held, keys mean nothing but to let go of it.
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.key === 'Escape') finish(false)
  }, listening)
}
