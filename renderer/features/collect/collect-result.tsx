/** What a run gave: the ledger and the tables beside it, each in a tab; handed out and kept from here. */
import { useState } from 'react'
import { Alert, App as AntdApp, Button, Input, Modal } from 'antd'
import type { CollectedView } from '../../../shared/contract/collect-procedures.ts'
import type { TableId } from '../../../shared/collect/collected-tables.ts'
import { call } from '../../client/client.ts'
import { collectText as text } from '../../text/collect.ts'
import { zh } from '../../text/zh.ts'
import { useFileExport, type AppInfo } from '../shell/use-file-export.tsx'
import { goOnCollecting, leaveResult, mostPackages, sumAgain, type CollectState } from './collect-store.ts'
import { CollectedGrid } from './collected-grid.tsx'
import { ConflictChoices } from './conflict-choices.tsx'
import { ExpectedUnits } from './expected-units.tsx'
import { PlainTableView } from './plain-table.tsx'
import { UnlockForm } from './unlock-form.tsx'

const tabs = ['ledger', 'units', 'classes', 'missing', 'doubts', 'unread'] as const
export type ResultTab = (typeof tabs)[number]

/** What a tab has to say, as a number beside its name. */
function countOf(tab: ResultTab, view: CollectedView): number {
  if (tab === 'ledger') return view.rows
  if (tab === 'missing') return view.missing
  const table = view.tables.find(({ id }) => id === tab)!
  return table.rows.length - (table.hasTotal ? 1 : 0)
}

function Told({ state }: { readonly state: CollectState }) {
  const { left, others, gathered, done } = state
  return (
    <>
      {left > 0 && <Alert type="warning" showIcon title={text.stopped(done, left)} action={<Button size="small" type="primary" onClick={goOnCollecting}>{text.goOn}</Button>} />}
      {gathered && gathered.found > mostPackages && <Alert type="warning" showIcon title={text.tooMany(gathered.found, mostPackages)} />}
      {gathered?.cut && <Alert type="warning" showIcon title={text.tooDeep} />}
      {gathered && gathered.unreadable.length > 0 && <Alert type="warning" showIcon title={text.unreadableFolders(gathered.unreadable.join('、'))} />}
      {others > 0 && <p className="collect-others">{text.others(others)}</p>}
    </>
  )
}

function KeepDialog({ view, onClose }: { readonly view: CollectedView; readonly onClose: () => void }) {
  const { message, modal } = AntdApp.useApp()
  const [title, setTitle] = useState(`${view.title} ${view.today}`)
  const keep = async () => {
    const kept = await call('collect.keep', { runId: view.runId, title: title.trim() })
    if (!kept.ok) return void modal.error({ title: kept.error.message })
    onClose()
    void message.success(text.kept(kept.value.title), 6)
  }
  return (
    <Modal open title={text.keepTitle} okText={text.keep} cancelText={zh.app.cancel} okButtonProps={{ disabled: title.trim() === '' }} onCancel={onClose} onOk={() => void keep()}>
      <Input value={title} maxLength={200} aria-label={text.keepName} onChange={(event) => setTitle(event.target.value)} onPressEnter={(event) => { if (!event.nativeEvent.isComposing && title.trim() !== '') void keep() }} />
    </Modal>
  )
}

interface ResultProps {
  readonly info: AppInfo
  readonly state: CollectState
  readonly view: CollectedView
  readonly tab: ResultTab
  readonly onTab: (tab: ResultTab) => void
}

export function CollectResult({ info, state, view, tab, onTab }: ResultProps) {
  const [keeping, setKeeping] = useState(false)
  const { busy, run } = useFileExport(info)
  const exportAs = (format: 'xlsx' | 'docx') => {
    const file = { runId: view.runId, title: view.title, format }
    void run({ done: format === 'xlsx' ? text.doneExcel : text.doneWord, write: (target, ifExists) => call('collect.export', { ...file, target, ifExists }), content: () => call('collect.content', file) })
  }
  const table = (id: TableId) => view.tables.find((one) => one.id === id)!
  return (
    <div className="collect-result">
      <header>
        <span className="collect-facts">{text.facts(view.units, view.rows, view.overdue)}</span>
        <span className="space" />
        <Button onClick={() => exportAs('xlsx')} disabled={busy}>{text.excel}</Button>
        <Button type="primary" loading={busy} onClick={() => exportAs('docx')}>{text.word}</Button>
        <Button disabled={view.rows === 0} onClick={() => setKeeping(true)}>{text.keep}</Button>
        <Button onClick={leaveResult}>{text.anew}</Button>
      </header>
      <Told state={state} />
      <div className="library-filters" role="tablist" aria-label={text.title}>
        {tabs.map((one) => <button type="button" key={one} role="tab" className="pill" aria-selected={tab === one} aria-pressed={tab === one} onClick={() => onTab(one)}>{text.tabs[one]} {countOf(one, view)}</button>)}
      </div>
      {tab === 'ledger' ? <CollectedGrid rows={state.rows} today={view.today} /> : (
        <div className="collect-table" role="tabpanel">
          {tab === 'missing' && <details><summary>{text.expected.edit}</summary><ExpectedUnits onSaved={sumAgain} /></details>}
          {tab === 'doubts' && view.conflicts.length > 0 && <ConflictChoices conflicts={view.conflicts} />}
          {tab === 'unread' && <UnlockForm />}
          <PlainTableView table={table(tab)} empty={tab === 'doubts' ? text.noDoubts : tab === 'unread' ? text.noUnread : text.empty} />
        </div>
      )}
      <footer>{view.summary}</footer>
      {keeping && <KeepDialog view={view} onClose={() => setKeeping(false)} />}
    </div>
  )
}
