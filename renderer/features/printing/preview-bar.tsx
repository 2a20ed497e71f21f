/** Above the pages: which page, how large, how arranged, how many. */
import { useEffect, useState } from 'react'
import { Button, Input, Select } from 'antd'
import { BorderlessTableOutlined, LeftOutlined, MinusOutlined, PlusOutlined, ReadOutlined, RightOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { printingText } from '../../text/printing.ts'
import { percentOf, stepZoom, zoomSteps, type PageZoom } from './page-zoom.ts'

interface PreviewBarProps {
  readonly pages: number
  readonly lines: number
  readonly characters: number
  readonly current: number
  readonly zoom: PageZoom
  readonly scale: number
  readonly facing: boolean
  readonly grid: boolean
  readonly thumbnails: boolean
  readonly working: boolean
  readonly onShow: (page: number) => void
  readonly onZoom: (zoom: PageZoom) => void
  readonly onFacing: () => void
  readonly onGrid: () => void
  readonly onThumbnails: () => void
}

/** The page in the window, and a field to go to another. */
function PageField({ pages, current, onShow }: Pick<PreviewBarProps, 'pages' | 'current' | 'onShow'>) {
  const [typed, setTyped] = useState<string>()
  useEffect(() => setTyped(undefined), [current])
  const go = () => {
    const page = Number(typed)
    if (typed !== undefined && Number.isInteger(page) && page >= 1) onShow(Math.min(page, pages))
    setTyped(undefined)
  }
  return (
    <span className="page-field">
      <Button type="text" size="small" icon={<LeftOutlined />} disabled={current <= 1} aria-label={printingText.previous} title={printingText.previous} onClick={() => onShow(current - 1)} />
      {printingText.page}
      <Input size="small" inputMode="numeric" value={typed ?? String(current)} aria-label={printingText.pageNumber} onFocus={(event) => event.target.select()} onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))} onPressEnter={go} onBlur={go} />
      {printingText.ofPages(pages)}
      <Button type="text" size="small" icon={<RightOutlined />} disabled={current >= pages} aria-label={printingText.next} title={printingText.next} onClick={() => onShow(current + 1)} />
    </span>
  )
}

export function PreviewBar(props: PreviewBarProps) {
  const { pages, lines, characters, current, zoom, scale, facing, grid, thumbnails, working, onShow, onZoom, onFacing, onGrid, onThumbnails } = props
  const options = [
    { value: 'page', label: printingText.zoom.page }, { value: 'width', label: printingText.zoom.width },
    ...zoomSteps.map((step) => ({ value: String(step), label: `${step}%` })),
  ]
  return (
    <div className="preview-bar" role="toolbar">
      <Button type="text" size="small" icon={<UnorderedListOutlined />} aria-pressed={thumbnails} onClick={onThumbnails}>{printingText.thumbnails}</Button>
      <PageField pages={pages} current={current} onShow={onShow} />
      <span className="zoom-field">
        <Button type="text" size="small" icon={<MinusOutlined />} aria-label={printingText.zoom.out} title={printingText.zoom.out} onClick={() => onZoom(stepZoom(scale, -1))} />
        <Select size="small" value={String(zoom)} options={options} aria-label={printingText.zoom.name} popupMatchSelectWidth={false} onChange={(value) => onZoom(value === 'page' || value === 'width' ? value : Number(value))} />
        <Button type="text" size="small" icon={<PlusOutlined />} aria-label={printingText.zoom.in} title={printingText.zoom.in} onClick={() => onZoom(stepZoom(scale, 1))} />
        {typeof zoom !== 'number' && <span className="quiet">{percentOf(scale)}%</span>}
      </span>
      <Button type="text" size="small" icon={<ReadOutlined />} aria-pressed={facing} title={printingText.facingHint} onClick={onFacing}>{printingText.facing}</Button>
      <Button type="text" size="small" icon={<BorderlessTableOutlined />} aria-pressed={grid} title={printingText.gridHint} onClick={onGrid}>{printingText.grid}</Button>
      <span className="space" />
      <span className="preview-counts" role="status">{working ? printingText.working : printingText.counts(pages, lines, characters)}</span>
    </div>
  )
}
