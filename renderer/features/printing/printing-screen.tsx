/** 预览与打印: the pages of a draft as they will lie on the desk, and what can be done with them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { App as AntdApp, Button, Empty, Result, Select, Spin } from 'antd'
import { ArrowLeftOutlined } from '@ant-design/icons'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { paperLengths } from '../../../shared/document/paper-lengths.ts'
import { wholePaper, type PrintSelection } from '../../../shared/print/print-selection.ts'
import { call, newJobId } from '../../client/client.ts'
import { loadPageFonts } from '../../preview/page-fonts.ts'
import { layoutsText } from '../../text/layouts.ts'
import { printingText } from '../../text/printing.ts'
import { kindNames } from '../../text/roles.ts'
import { zh } from '../../text/zh.ts'
import { goTo } from '../shell/route.ts'
import { useFileExport } from '../shell/use-file-export.tsx'
import { useWindowWidth } from '../shell/zoom.ts'
import { FlavourField } from './flavour-field.tsx'
import { useFlavour } from './flavour-setting.ts'
import { MissingFonts } from './missing-fonts.tsx'
import { PageDesk, type DeskHandle } from './page-desk.tsx'
import { PageThumbnails } from './page-thumbnails.tsx'
import { keepZoom, readZoom, type PageZoom } from './page-zoom.ts'
import { PreviewBar } from './preview-bar.tsx'
import { keepPicked, keepPlace, placeOf, type PreviewPlace } from './preview-places.ts'
import { PrintDialog } from './print-dialog.tsx'
import { layoutOf, useLayouts } from './use-layouts.ts'
import '../settings/layouts/layout-choice.css'
import { usePages } from './use-pages.ts'
import { usePreviewDraft } from './use-preview-draft.ts'
import { usePreviewKeys } from './use-preview-keys.ts'
import { usePrinting } from './use-printing.ts'
import './printing.css'

/** Thumbnails begin hidden in a narrower window, CSS pixels. */
const roomForThumbnails = 1150

interface PrintingScreenProps {
  readonly draftId: string
  /** Where the caret was in the editor: the preview begins at its page, unless it was left at another. */
  readonly blockId: string | undefined
  readonly info: ProcedureOutput<'app.info'>
}

export function PrintingScreen({ draftId, blockId, info }: PrintingScreenProps) {
  const { message, modal } = AntdApp.useApp()
  const { draft, trashed, failure, keepLayout } = usePreviewDraft(draftId)
  const layouts = useLayouts()
  const [tried, setTried] = useState<string>()
  const layout = draft && layoutOf(layouts, tried ?? draft.layout)
  const flavour = useFlavour()
  const pages = usePages(draft, layout, flavour)
  const list = pages.document?.pages ?? []
  const [zoom, setZoom] = useState<PageZoom>(readZoom)
  const [scale, setScale] = useState(0.06)
  const [facing, setFacing] = useState(false)
  const [grid, setGrid] = useState(false)
  const wide = useWindowWidth() >= roomForThumbnails
  const [thumbnails, setThumbnails] = useState(wide)
  const [current, setCurrent] = useState(1)
  const [printOpen, setPrintOpen] = useState(false)
  const desk = useRef<DeskHandle>(null)
  const printing = usePrinting()
  const word = useFileExport(info)
  const pdf = useFileExport(info)
  useEffect(loadPageFonts, [])

  const first = useMemo((): PreviewPlace | undefined => {
    if (!pages.document) return undefined
    const page = blockId === undefined ? undefined : pages.document.pages.findLast((one) => one.blocks.includes(blockId))?.number
    const left = placeOf(draftId)
    return page === undefined || page === left?.page ? left ?? { page: 1, within: 0 } : { page, within: 0 }
    // Only where the preview begins.
  }, [pages.document === undefined]) // eslint-disable-line
  const changeZoom = useCallback((next: PageZoom) => {
    setZoom(next)
    keepZoom(next)
  }, [])
  const moved = useCallback((place: PreviewPlace) => {
    keepPlace(draftId, place)
    setCurrent(place.page)
  }, [draftId])
  const show = useCallback((page: number) => desk.current?.showPage(page), [])
  const back = useCallback(() => goTo({ page: 'draft', draftId }), [draftId])
  const pick = useCallback((picked: string) => {
    keepPicked(draftId, picked)
    goTo({ page: 'draft', draftId, blockId: picked })
  }, [draftId])
  const openPrint = useCallback(() => setPrintOpen(true), [])
  usePreviewKeys({ current, pages: list.length, show, back, print: openPrint })
  useEffect(() => { if (first) setCurrent(Math.min(first.page, Math.max(1, list.length))) }, [first]) // eslint-disable-line
  const counts = useMemo(() => ({ lines: list.reduce((sum, page) => sum + page.lines.filter((line) => line.text.trim() !== '').length, 0), characters: draft ? paperLengths(draft).whole : 0 }), [list, draft])

  if (failure) return <Result status="warning" title={failure.message} extra={<Button type="primary" onClick={() => goTo({ page: 'library' })}>{printingText.backToLibrary}</Button>} />
  if (pages.failed && !pages.document) return <Result status="warning" title={printingText.failedToSet} extra={<Button type="primary" onClick={back}>{printingText.back}</Button>} />
  if (!draft || !layout || !pages.document || !first) return <div className="center"><Spin description={printingText.working} /></div>

  const trial = layout.id === draft.layout ? null : layout.id
  const useLayout = async () => {
    const fault = await keepLayout(layout.id)
    if (fault) return void modal.error({ title: fault.message })
    setTried(undefined)
    void message.success(printingText.layoutUsed)
  }
  const exportPdf = (selection: PrintSelection) => void pdf.run({
    done: printingText.pdfDone,
    write: (target, ifExists) => call('exports.pdf', { jobId: newJobId(), draftId, layout: trial, flavour, selection, target, ifExists }),
    content: () => call('exports.pdfContent', { jobId: newJobId(), draftId, layout: trial, flavour, selection }),
  })
  const named = trial === null ? {} : { layout: trial }
  const exportWord = () => void word.run({
    done: printingText.wordDone,
    write: (target, ifExists) => call('exports.word', { draftId, ...named, target, ifExists }),
    content: () => call('exports.content', { draftId, ...named }),
  })
  const title = draft.title === '' ? zh.library.untitled : draft.title
  return (
    <div className="screen preview">
      <header className="top-bar">
        <Button type="text" icon={<ArrowLeftOutlined />} title={printingText.backHint} onClick={back}>{printingText.back}</Button>
        <h1 title={title}>{title}</h1>
        <span className="tag">{kindNames[draft.kind]}</span>
        <span className="space" />
        <Select
          className="layout-field" value={layout.id} aria-label={printingText.layout} title={layout.source} popupMatchSelectWidth={false}
          options={layouts.map((one) => ({ value: one.id, label: one.name }))} onChange={(id) => setTried(id === draft.layout ? undefined : id)}
        />
        <FlavourField />
        {trial !== null && <Button disabled={trashed} title={printingText.layoutTried} onClick={() => void useLayout()}>{printingText.useLayout}</Button>}
        <Button onClick={openPrint}>{printingText.print}</Button>
        <Button loading={pdf.busy} onClick={() => exportPdf(wholePaper)}>{printingText.exportPdf}</Button>
        <Button type="primary" loading={word.busy} onClick={exportWord}>{printingText.exportWord}</Button>
      </header>
      <PreviewBar
        pages={list.length} lines={counts.lines} characters={counts.characters} current={current} zoom={zoom} scale={scale} facing={facing} grid={grid} thumbnails={thumbnails} working={pages.working}
        onShow={show} onZoom={changeZoom} onFacing={() => setFacing(!facing)} onGrid={() => setGrid(!grid)} onThumbnails={() => setThumbnails(!thumbnails)}
      />
      <div className="preview-notices">
        {tried === undefined && layout.id !== draft.layout && <p className="layout-gone" role="alert">{layoutsText.gone.previewed(layout.name)}</p>}
        <MissingFonts document={pages.document} />
      </div>
      <main className="preview-body" data-thumbnails={thumbnails}>
        {thumbnails && <PageThumbnails pages={list} current={current} onShow={show} />}
        {list.length === 0
          ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={printingText.empty} />
          : <PageDesk ref={desk} pages={list} layout={pages.layout} zoom={zoom} facing={facing} showGrid={grid} first={first} onPick={pick} onPlace={moved} onScale={setScale} onZoom={changeZoom} />}
      </main>
      {printOpen && (
        <PrintDialog
          pages={list.length} current={current} busy={printing.busy} onClose={() => setPrintOpen(false)}
          onPdf={(selection) => { setPrintOpen(false); exportPdf(selection) }}
          onPrint={(selection) => void printing.print({ draftIds: [draftId], layout: trial, selection }).then((done) => { if (done && selection.sides !== 'fronts' && selection.sides !== 'backs') setPrintOpen(false) })}
        />
      )}
    </div>
  )
}
