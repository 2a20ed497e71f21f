/** Two versions beside each other in one text: what changed, place by place, and out to Word as tracked changes. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { Alert, Button, Checkbox, Input, Modal, Select, Spin } from 'antd'
import { DownOutlined, UpOutlined } from '@ant-design/icons'
import type { VersionSummary } from '../../../shared/contract/procedures.ts'
import { clockOf } from '../../../shared/notes/annotations.ts'
import { call } from '../../client/client.ts'
import { comparisonText } from '../../text/comparison.ts'
import { zh } from '../../text/zh.ts'
import { clockNow, keepAuthor, lastAuthor } from '../editing/notes/note-author.ts'
import { clockTime, grouped, nearTime } from '../shell/times.ts'
import { useFileExport, type AppInfo } from '../shell/use-file-export.tsx'
import { useWindowHeight } from '../shell/zoom.ts'
import { linesOf } from './compared-lines.ts'
import { ComparedBlockView } from './compared-text.tsx'
import { useComparison } from './use-comparison.ts'
import { useSliced } from './use-sliced.ts'
import './comparison.css'

interface ComparisonDialogProps {
  readonly draftId: string
  readonly info: Pick<AppInfo, 'host' | 'canChoosePath'>
  /** Newest first. */
  readonly versions: readonly VersionSummary[]
  readonly start: number
  readonly onClose: () => void
}

const versionName = (version: VersionSummary) => `${version.name ?? zh.versions.reasons[version.reason]}　${nearTime(version.savedAt, clockTime(version.savedAt))}`

/** Pixels the dialogue takes above and below the text. */
const roomAround = 196

/** Value of the present state among the versions' ids. */
const present = -1

export function ComparisonDialog({ draftId, info, versions, start, onClose }: ComparisonDialogProps) {
  const [from, setFrom] = useState(start)
  const [to, setTo] = useState<number>(present)
  const [onlyChanged, setOnlyChanged] = useState(false)
  const [at, setAt] = useState(0)
  const [author, setAuthor] = useState(lastAuthor)
  const text = useRef<HTMLDivElement>(null)
  const height = Math.max(240, useWindowHeight() - roomAround)
  const state = useComparison(draftId, from, to === present ? null : to)
  const { busy, run } = useFileExport(info)
  const comparison = state.kind === 'ready' ? state.comparison : undefined
  const lines = useMemo(() => linesOf(comparison?.blocks ?? [], onlyChanged), [comparison, onlyChanged])
  const drawn = useSliced(lines, lines.length)
  const changes = comparison?.counts.changes ?? 0
  useEffect(() => {
    setAt(0)
    text.current?.scrollTo({ top: 0 })
    // The arrow keys scroll at once; the dialogue itself would give the focus to its cross.
    if (comparison) text.current?.focus({ preventScroll: true })
  }, [comparison])

  const places = () => [...text.current?.querySelectorAll<HTMLElement>('[data-place]') ?? []]
  const go = (next: number) => {
    const all = places()
    const place = all[(next - 1 + all.length) % all.length]
    if (!place) return
    for (const one of text.current?.querySelectorAll('[data-current]') ?? []) one.removeAttribute('data-current')
    place.dataset['current'] = 'true'
    place.scrollIntoView({ block: 'center' })
    setAt(all.indexOf(place) + 1)
  }
  const step = useRef(go)
  step.current = (by) => go(at + by)
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing || event.key !== 'F8') return
      event.preventDefault()
      step.current(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  const exportWord = () => {
    keepAuthor(author.trim())
    const variant = { kind: 'changes', draftId, from, to: to === present ? null : to, author: author.trim() || comparisonText.defaultAuthor, date: clockOf(clockNow())! } as const
    return run({ done: comparisonText.exported, write: (target, ifExists, layout) => call('exports.variant', { variant, ...layout, target, ifExists }), content: (layout) => call('exports.variantContent', { variant, ...layout }) })
  }
  const options = versions.map((version) => ({ value: version.id, label: versionName(version) }))
  return (
    <Modal open width="min(1080px, calc(100vw - 48px))" style={{ top: 20 }} title={comparisonText.title} onCancel={onClose} footer={null} className="comparison-dialog">
      <div className="comparison">
        <div className="comparison-bar">
          <label>{comparisonText.older}<Select size="small" value={from} options={options} onChange={setFrom} popupMatchSelectWidth={false} aria-label={comparisonText.older} /></label>
          <label>{comparisonText.newer}<Select size="small" value={to} options={[{ value: present, label: comparisonText.current }, ...options]} onChange={setTo} popupMatchSelectWidth={false} aria-label={comparisonText.newer} /></label>
          <span className="space" />
          <Checkbox checked={onlyChanged} onChange={(event) => setOnlyChanged(event.target.checked)}>{comparisonText.onlyChanged}</Checkbox>
        </div>
        <div className="comparison-bar">
          <b className="comparison-counts" role="status">{comparison && comparisonText.counts(changes, grouped(comparison.counts.inserted), grouped(comparison.counts.deleted))}{comparison && comparison.counts.moved > 0 && comparisonText.moved(comparison.counts.moved)}</b>
          <Button size="small" icon={<UpOutlined />} disabled={changes === 0} title={comparisonText.previousKey} onClick={() => go(at - 1)}>{comparisonText.previous}</Button>
          <Button size="small" icon={<DownOutlined />} disabled={changes === 0} title={comparisonText.nextKey} onClick={() => go(at + 1)}>{comparisonText.next}</Button>
          {at > 0 && <span className="quiet">{comparisonText.position(at, changes)}</span>}
          <span className="space" />
          <label>{comparisonText.author}<Input size="small" value={author} maxLength={30} placeholder={comparisonText.authorHint} aria-label={comparisonText.author} spellCheck={false} onChange={(event) => setAuthor(event.target.value)} /></label>
          <Button size="small" type="primary" loading={busy} disabled={changes === 0} onClick={() => void exportWord()}>{comparisonText.export}</Button>
        </div>
        {state.kind === 'failed' && <Alert type="warning" title={state.failure.message} />}
        {state.kind === 'working' && <div className="comparison-wait"><Spin description={comparisonText.working} /></div>}
        {from === to && <p className="quiet">{comparisonText.same}</p>}
        <div className="comparison-text" ref={text} style={{ height }} tabIndex={0} aria-label={comparisonText.title} data-drawn={drawn === lines.length}>
          {lines.slice(0, drawn).map((line, index) => (line.kind === 'gap' ? <p className="compared-gap" key={index}>{comparisonText.unchanged(line.count)}</p> : <ComparedBlockView key={index} block={line.block} />))}
        </div>
      </div>
    </Modal>
  )
}
