/** The pages on the desk. Only those near the window are drawn, however many there are. */
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type Ref } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
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
  const shownScale = useRef(0)

  const heightOf = useCallback((index: number) => rowHeight(rows[index], scale), [rows, scale])
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: heightOf, overscan: 1, paddingStart: deskMargin, paddingEnd: deskMargin - pageGap })

  useLayoutEffect(() => {
    const element = scroller.current!
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const startOf = useCallback((row: number) => {
    let top = deskMargin
    for (let index = 0; index < row; index += 1) top += rowHeight(rows[index], scale)
    return top
  }, [rows, scale])

  const scrollTo = useCallback(({ page, within }: PreviewPlace) => {
    const row = rowOfPage(Math.min(Math.max(1, page), Math.max(1, pages.length)), facing)
    // At the very top of a page its edge is shown as well.
    const into = within <= 0.01 ? -pageGap / 2 : within * rowHeight(rows[row], scale)
    scroller.current!.scrollTop = Math.max(0, startOf(row) + into)
  }, [pages.length, facing, rows, scale, startOf])

  // Another size or arrangement keeps the place.
  useLayoutEffect(() => {
    if (scale === 0 || rows.length === 0) return
    virtualizer.measure()
    if (shownScale.current !== scale || shownScale.current === 0) scrollTo(place.current)
    shownScale.current = scale
    onScale(scale)
  }, [scale, rows.length === 0, facing]) // eslint-disable-line

  const showPage = useCallback((page: number) => {
    place.current = { page, within: 0 }
    scrollTo(place.current)
    onPlace(place.current)
  }, [scrollTo, onPlace])
  useImperativeHandle(ref, () => ({ showPage }), [showPage])

  const readPlace = () => {
    const top = scroller.current!.scrollTop + pageGap
    let row = 0
    let start = deskMargin
    while (row < rows.length - 1 && start + heightOf(row) <= top) {
      start += heightOf(row)
      row += 1
    }
    const shown = rows[row]?.pages.find((page) => page !== undefined)
    if (!shown) return
    place.current = { page: shown.number, within: Math.max(0, top - pageGap - start) / heightOf(row) }
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

  return (
    <div ref={scroller} className="page-desk" tabIndex={0} role="region" aria-label={printingText.title} onScroll={readPlace}>
      <div className="page-rows" style={{ height: virtualizer.getTotalSize() }}>
        {scale > 0 && virtualizer.getVirtualItems().map(({ index, start }) => (
          <div key={index} className="page-row" style={{ top: start }}>
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
