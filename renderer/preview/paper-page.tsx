import { memo, useMemo } from 'react'
import type { Layout } from '../../shared/print/layout.ts'
import { pageSketch, pageSvg } from '../../shared/typeset/page-svg.ts'
import type { PlacedText, TypesetPage } from '../../shared/typeset/typeset-types.ts'

/** Lines and characters of the layout over an upright page. */
function GridOverlay({ page, layout }: { readonly page: TypesetPage; readonly layout: Layout }) {
  const { left, top, right, bottom } = layout.page
  const { linesPerPage, charactersPerLine, linePitch } = layout.grid
  if (page.width !== layout.page.width || page.height !== layout.page.height) return null
  const width = page.width - left - right
  const cell = width / charactersPerLine
  const height = Math.min(linesPerPage * linePitch, page.height - top - bottom + linePitch)
  const rows = Array.from({ length: linesPerPage + 1 }, (_, index) => `M${left} ${top + index * linePitch}h${width}`)
  const columns = Array.from({ length: charactersPerLine + 1 }, (_, index) => `M${Math.round(left + index * cell)} ${top}v${height}`)
  return <svg className="page-grid" viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden="true"><path d={[...rows, ...columns].join('')} /></svg>
}

/** The block printed at a place of the page, in twips: that of the line there, or of the nearest line. */
export function blockAt(page: TypesetPage, x: number, y: number): string | undefined {
  const texts = page.items.filter((item): item is PlacedText & { blockId: string } => item.kind === 'text' && item.blockId !== undefined)
  const distance = (item: PlacedText) => {
    // A line reaches from about its type's height above the baseline to a little below it.
    const [above, below] = [item.y - item.size * 10, item.y + item.size * 2.5]
    const down = y < above ? above - y : y > below ? y - below : 0
    const aside = x < item.x ? item.x - x : x > item.x + item.width ? x - item.x - item.width : 0
    return down * 20 + aside
  }
  return texts.reduce<(typeof texts)[number] | undefined>((best, item) => (best === undefined || distance(item) < distance(best) ? item : best), undefined)?.blockId
}

interface PaperPageProps {
  readonly page: TypesetPage
  readonly layout: Layout | undefined
  readonly showGrid: boolean
  readonly onPick?: ((blockId: string) => void) | undefined
}

/** One page, as large as the element it stands in. */
export const PaperPage = memo(function PaperPage({ page, layout, showGrid, onPick }: PaperPageProps) {
  const markup = useMemo(() => ({ __html: pageSvg(page) }), [page])
  return (
    <>
      <div
        className="page-drawing" dangerouslySetInnerHTML={markup}
        onClick={(event) => {
          // Text that was just selected for copying is no click on a line.
          if (!onPick || getSelection()?.isCollapsed === false) return
          const box = event.currentTarget.getBoundingClientRect()
          const block = blockAt(page, ((event.clientX - box.left) / box.width) * page.width, ((event.clientY - box.top) / box.height) * page.height)
          if (block !== undefined) onPick(block)
        }}
      />
      {showGrid && layout && <GridOverlay page={page} layout={layout} />}
    </>
  )
})

/** A page in small: where its lines stand, not their words. */
export const PageSketch = memo(function PageSketch({ page }: { readonly page: TypesetPage }) {
  return <div className="page-drawing" dangerouslySetInnerHTML={useMemo(() => ({ __html: pageSketch(page) }), [page])} />
})
