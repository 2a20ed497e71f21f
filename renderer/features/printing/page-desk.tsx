/** The pages on the desk. Only those near the window are drawn, however many there are. */
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type Ref } from 'react'
import type { Layout } from '../../../shared/print/layout.ts'
import type { TypesetPage } from '../../../shared/typeset/typeset-types.ts'
import { PaperPage } from '../../preview/paper-page.tsx'
import { printingText } from '../../text/printing.ts'
import { rowHeight, rowOfPage, rowsOf } from './page-rows.ts'
import { deskMargin, pageGap, scaleOf, stepZoom, type DeskSize, type PageZoom } from './page-zoom.ts'
import type { PreviewPlace } from './preview-places.ts'

export interface DeskHandle {
  readonly showPage: (page: number) => void
}

interface PageDeskProps {
  readonly ref: Ref<DeskHandle>
  readonly pages: readonly TypesetPage[]
  readonly layout: Layout | undefined
  readonly zoom: PageZoom
  readonly facing: boolean
  readonly showGrid: boolean
  readonly first: PreviewPlace
  readonly onPick: (blockId: string) => void
  readonly onPlace: (place: PreviewPlace) => void
  readonly onScale: (scale: number) => void
  readonly onZoom: (percent: number) => void
}

export function PageDesk({ ref, pages, layout, zoom, facing, showGrid, first, onPick, onPlace, onScale, onZoom }: PageDeskProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<DeskSize>()
  const rows = useMemo(() => rowsOf(pages, facing), [pages, facing])
  const scale = size === undefined ? 0 : scaleOf(zoom, size, pages, facing && pages.length > 1 ? 2 : 1)
  const place = useRef(first)

  /** Where each row begins, and at last where they end; exact, for every page's size is known. */
  const starts = useMemo(() => {
    const found = [deskMargin]
    for (const row of rows) found.push(found.at(-1)! + rowHeight(row, scale))
    return found
  }, [rows, scale])
  const total = starts.at(-1)! - pageGap + deskMargin
  const [top, setTop] = useState(0)

  useLayoutEffect(() => {
    const element = scroller.current!
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const scrollTo = useCallback(({ page, within }: PreviewPlace) => {
    const row = rowOfPage(Math.min(Math.max(1, page), Math.max(1, pages.length)), facing)
    // At the very top of a page its edge is shown as well.
    const start = starts[row] ?? deskMargin
    const into = within <= 0.01 ? -pageGap / 2 : within * ((starts[row + 1] ?? start) - start)
    scroller.current!.scrollTop = Math.max(0, start + into)
    setTop(scroller.current!.scrollTop)
  }, [pages.length, facing, starts])

  // Another size or arrangement keeps the place.
  useLayoutEffect(() => {
    if (scale === 0 || rows.length === 0) return
    scrollTo(place.current)
    onScale(scale)
  }, [scale, rows.length === 0, facing]) // eslint-disable-line

  const showPage = useCallback((page: number) => {
    place.current = { page, within: 0 }
    scrollTo(place.current)
    onPlace(place.current)
  }, [scrollTo, onPlace])
  useImperativeHandle(ref, () => ({ showPage }), [showPage])

  const readPlace = () => {
    const { scrollTop } = scroller.current!
    setTop(scrollTop)
    const row = Math.max(0, starts.findLastIndex((start, index) => index < rows.length && start <= scrollTop + pageGap))
    const shown = rows[row]?.pages.find((page) => page !== undefined)
    if (!shown) return
    place.current = { page: shown.number, within: Math.max(0, scrollTop - starts[row]!) / (starts[row + 1]! - starts[row]!) }
    onPlace(place.current)
  }

  // The wheel with Ctrl makes pages larger; the window's own size stays.
  const zooming = useRef({ scale, onZoom })
  zooming.current = { scale, onZoom }
  useEffect(() => {
    const element = scroller.current!
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      zooming.current.onZoom(stepZoom(zooming.current.scale, event.deltaY < 0 ? 1 : -1))
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [])

  // One window's height above and below what is seen is drawn as well.
  const reach = size?.height ?? 0
  const near = rows.map((_, index) => index).filter((index) => starts[index + 1]! > top - reach && starts[index]! < top + 2 * reach)
  return (
    <div ref={scroller} className="page-desk" tabIndex={0} role="region" aria-label={printingText.title} onScroll={readPlace}>
      <div className="page-rows" style={{ height: total }}>
        {scale > 0 && near.map((index) => (
          <div key={index} className="page-row" style={{ top: starts[index] }}>
            {rows[index]?.pages.map((page, side) => page
              ? (
                <article key={page.number} className="page-sheet" data-page={page.number} aria-label={printingText.pageName(page.number)} title={printingText.lineHint} style={{ width: page.width * scale, height: page.height * scale }}>
                  <PaperPage page={page} layout={layout} showGrid={showGrid} onPick={onPick} />
                </article>
              )
              : <span key={`empty-${side}`} className="page-empty" style={{ width: (rows[index]!.pages.find((one) => one)?.width ?? 0) * scale }} />)}
          </div>
        ))}
      </div>
    </div>
  )
}
