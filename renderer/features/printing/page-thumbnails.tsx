import { useEffect, useRef } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { TypesetPage } from '../../../shared/typeset/typeset-types.ts'
import { PageSketch } from '../../preview/paper-page.tsx'
import { printingText } from '../../text/printing.ts'

const width = 108
const room = 34

interface PageThumbnailsProps {
  readonly pages: readonly TypesetPage[]
  readonly current: number
  readonly onShow: (page: number) => void
}

export function PageThumbnails({ pages, current, onShow }: PageThumbnailsProps) {
  const scroller = useRef<HTMLElement>(null)
  const heightOf = (index: number) => Math.round(((pages[index]?.height ?? 1) / (pages[index]?.width ?? 1)) * width)
  const virtualizer = useVirtualizer({ count: pages.length, getScrollElement: () => scroller.current, estimateSize: (index) => heightOf(index) + room, overscan: 2, paddingStart: 10 })
  useEffect(() => virtualizer.measure(), [pages, virtualizer])
  useEffect(() => { if (current >= 1 && current <= pages.length) virtualizer.scrollToIndex(current - 1, { align: 'auto' }) }, [current, pages.length, virtualizer])
  return (
    <nav ref={scroller} className="page-thumbnails" aria-label={printingText.thumbnails}>
      <div style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const page = pages[index]
          return page && (
            <button key={index} type="button" className="page-thumbnail" style={{ top: start }} aria-current={page.number === current ? 'page' : undefined} aria-label={printingText.pageName(page.number)} onClick={() => onShow(page.number)}>
              <span className="thumbnail-sheet" style={{ width, height: heightOf(index) }}><PageSketch page={page} /></span>
              <span>{page.number}</span>
            </button>
          )
        })}
      </div>
    </nav>
  )
}
