/** Before anything is stored: the source beside what was recognised, every change of the text shown and revocable. */
import { useMemo, useRef, useState } from 'react'
import { App as AntdApp, Button, Dropdown, Modal, Progress, Space } from 'antd'
import { DownOutlined } from '@ant-design/icons'
import { draftKinds, type DraftKind } from '../../../shared/document/draft.ts'
import { deriveItems } from '../../../shared/document/items.ts'
import { countCharacters } from '../../../shared/document/print-text.ts'
import { maskedPlaces } from '../../../shared/placeholders/convert-masked.ts'
import { isTrifle } from '../../../shared/recognition/report.ts'
import { sourceText } from '../../../shared/recognition/source.ts'
import { deidentifyText } from '../../text/deidentify.ts'
import { formatNames } from '../../text/formats.ts'
import { kindNames } from '../../text/roles.ts'
import { readingTexts } from '../../text/reading.ts'
import { zh } from '../../text/zh.ts'
import { showPlaceholdersOnArrival } from '../editing/placeholders/use-placeholders-request.ts'
import { grouped } from '../shell/times.ts'
import { RecognisedPane } from './recognised-pane.tsx'
import { ReportPane } from './report-pane.tsx'
import { RevisionChoice } from './revision-choice.tsx'
import { SourcePane } from './source-pane.tsx'
import { useImport, type PendingImport } from './use-import.ts'
import './importing.css'

export type { PendingImport }

interface ImportScreenProps {
  readonly pending: PendingImport
  readonly onCancel: () => void
  readonly onStored: (draftId: string, then?: 'deidentify') => void
}

function Working({ title, done, onCancel }: { readonly title: string; readonly done: number; readonly onCancel: () => void }) {
  return (
    <Modal open closable={false} footer={<Button onClick={onCancel}>{zh.app.cancel}</Button>} width={420}>
      <p style={{ marginTop: 0 }}>{title}</p>
      <Progress percent={Math.round(done * 100)} status="active" />
    </Modal>
  )
}

export function ImportScreen({ pending, onCancel, onStored }: ImportScreenProps) {
  const { modal } = AntdApp.useApp()
  const then = useRef<'deidentify'>(undefined)
  const work = useImport(pending, {
    onFailed: (failure) => {
      onCancel()
      if (failure.code !== 'CANCELLED') modal.error({ title: failure.message, okText: zh.app.confirm })
    },
    onStored: (draftId, draft) => {
      const masked = maskedPlaces(draft).length
      if (masked > 0) showPlaceholdersOnArrival(draftId, masked)
      onStored(draftId, then.current)
    },
  })
  const [showsReport, setShowsReport] = useState(false)
  const [activeLine, setActiveLine] = useState<number>()
  const source = useRef<HTMLDivElement>(null)
  const { preview, corrections } = work
  const text = useMemo(() => (preview ? sourceText(preview.source.paragraphs) : ''), [preview])

  if (!preview) return work.busy ? <div className="screen"><Working title={zh.importing.reading(work.name)} done={work.done} onCancel={work.cancel} /></div> : <div className="screen" />
  const items = deriveItems(preview.draft)
  const count = (field: 'problems' | 'causes' | 'measures' | 'timeLimits') => items.reduce((sum, item) => sum + item[field].length, 0)
  const parts = preview.draft.blocks.filter((block) => block.role === 'heading1').length
  const groups = new Set(items.filter((item) => item.problems.length > 0 && item.groupId !== undefined).map((item) => item.groupId)).size
  const cleaned = preview.report.filter((entry) => entry.kind !== 'renumbered')
  const renumbered = preview.report.length - cleaned.length
  const putBack = new Set(corrections.keep)
  const changes = Object.keys(corrections.roles).length

  const showLine = (line: number) => {
    setActiveLine(line)
    source.current?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }
  return (
    <div className="screen">
      <header className="top-bar">
        <h1>{zh.importing.title}</h1>
        <span className="tag" title={preview.source.name}>{preview.source.name}</span>
        {preview.source.format !== 'paste' && <span className="tag">{formatNames[preview.source.format]}</span>}
        <Dropdown trigger={['click']} menu={{ selectedKeys: [preview.draft.kind], items: draftKinds.map((kind) => ({ key: kind, label: kindNames[kind] })), onClick: ({ key }) => work.setKind(key as DraftKind) }}>
          <Button size="small">{zh.importing.kindIs}：{kindNames[preview.draft.kind]} <DownOutlined /></Button>
        </Dropdown>
        <span className="space" />
        <Button onClick={onCancel}>{zh.app.cancel}</Button>
        <Space.Compact>
          <Button type="primary" loading={work.storing} onClick={() => { then.current = undefined; work.store() }}>{zh.importing.store}</Button>
          <Dropdown trigger={['click']} placement="bottomRight" disabled={work.storing} menu={{ items: [{ key: 'deidentify', label: deidentifyText.storeAnd }], onClick: () => { then.current = 'deidentify'; work.store() } }}>
            <Button type="primary" icon={<DownOutlined />} aria-label={deidentifyText.storeMore} title={deidentifyText.storeMore} disabled={work.storing} />
          </Dropdown>
        </Space.Compact>
      </header>
      <main className="import-main">
        <div className="import-summary">
          {preview.understood ? <b className="good">✓ {zh.importing.whole(grouped(countCharacters(text)))}</b> : <b className="doubtful">{zh.importing.linewise}</b>}
          <span>{zh.importing.found(parts, groups, count('problems'), count('causes'), count('measures'), count('timeLimits'))}</span>
          <button type="button" className="summary-link doubtful" aria-expanded={showsReport} onClick={() => setShowsReport(!showsReport)}>
            {cleaned.length > 0 || putBack.size > 0 ? zh.importing.cleaned(cleaned.length) : zh.importing.nothingCleaned}
          </button>
          {renumbered > 0 && <button type="button" className="summary-link bad" onClick={() => setShowsReport(true)}>{zh.importing.renumbered(renumbered)}</button>}
          {preview.source.notes.length > 0 && <button type="button" className="summary-link" onClick={() => setShowsReport(true)}>{readingTexts.told(preview.source.notes.length)}</button>}
          {preview.draft.notes && <span>{readingTexts.notesKept(preview.draft.notes.length)}</span>}
          {changes > 0 && <span>{zh.importing.edited(changes)}</span>}
          {work.busy && <span>…</span>}
        </div>
        {preview.source.revisions && <RevisionChoice revisions={preview.source.revisions} busy={work.busy || work.storing} onChoose={work.setRevisions} />}
        <div className="import-panes" data-report={showsReport}>
          <SourcePane ref={source} text={text} report={preview.report} activeLine={activeLine} onPutBack={work.putBack} />
          <RecognisedPane preview={preview} onRole={work.setRole} onShow={showLine} activeLine={activeLine} />
          {showsReport && (
            <ReportPane
              report={preview.report.filter((entry) => !isTrifle(entry))} trifles={preview.report.filter(isTrifle).length} kept={work.keptEntries}
              notes={preview.source.notes} onPutBack={work.putBack} onTakeOut={work.takeOut} onShow={showLine} onClose={() => setShowsReport(false)}
            />
          )}
        </div>
      </main>
      {work.storing && <Working title={zh.importing.storing} done={work.done} onCancel={work.cancel} />}
    </div>
  )
}
