/** 脱敏成模板: the paper with all that was found on one side, the decisions on the other. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { App as AntdApp, Button, Progress, Result, Segmented } from 'antd'
import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import type { Finding } from '../../../shared/deidentify/finding.ts'
import { markId } from '../../../shared/deidentify/own-marks.ts'
import { groupFindings } from '../../../shared/deidentify/review-groups.ts'
import { clueKey } from '../../../shared/deidentify/still-identifying.ts'
import { placeholderCatalogue, placeholderText } from '../../../shared/placeholders/catalogue.ts'
import { openPlaceholders } from '../../../shared/placeholders/placeholder-places.ts'
import { subscribe } from '../../client/client.ts'
import { deidentifyText as text } from '../../text/deidentify.ts'
import { zh } from '../../text/zh.ts'
import { useJobProgress } from '../printing/use-job-progress.ts'
import { useSettings } from '../settings/use-settings.ts'
import { goTo } from '../shell/route.ts'
import type { AppInfo } from '../shell/use-file-export.tsx'
import { ClueList } from './clue-list.tsx'
import { FindingList, focusGroup } from './finding-list.tsx'
import { FinishPane, type TemplateForm } from './finish-pane.tsx'
import { MarkedPaper } from './marked-paper.tsx'
import { OwnSelection } from './own-selection.tsx'
import { keyNow, reviewStore } from './review-store.ts'
import { addMarks, decide, freeKey, see } from './review-work.ts'
import { ShownListDialog } from './shown-list-dialog.tsx'
import './deidentify.css'

type Step = 'found' | 'clues' | 'finish'

export function DeidentifyScreen({ draftId }: { readonly info: AppInfo; readonly draftId: string }) {
  const { message } = AntdApp.useApp()
  const store = reviewStore(draftId)
  const state = useSyncExternalStore(store.subscribe, store.get)
  const done = useJobProgress(state.jobId)
  const { settings } = useSettings()
  const [step, setStep] = useState<Step>('found')
  const [form, setForm] = useState<TemplateForm>()
  const [asking, setAsking] = useState<'suggest' | 'see'>()
  const desk = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const { base, findings, clues, work } = state

  const read = useCallback(async () => { if (await store.read()) void message.info(text.changed, 6) }, [store, message])
  useEffect(() => { void read() }, [read])
  useEffect(() => subscribe((event) => {
    if ((event.type === 'draft-saved' && event.draftId === draftId) || (event.type === 'settings-changed' && event.name === 'unitProfile')) void read()
  }), [draftId, read])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || (event.target as HTMLElement).closest('input, textarea')) return
      const key = event.key.toLowerCase()
      if (key === 'z' && !event.shiftKey) { event.preventDefault(); store.undo() }
      if (key === 'y' || (key === 'z' && event.shiftKey)) { event.preventDefault(); store.redo() }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [store])

  const groups = useMemo(() => groupFindings(findings), [findings])
  const latest = useRef(groups)
  latest.current = groups
  const showElement = useCallback((find: (element: HTMLElement) => boolean, turn = 0) => {
    requestAnimationFrame(() => {
      const found = [...desk.current?.querySelectorAll<HTMLElement>('[data-finding], [data-clues]') ?? []].filter(find)
      found[turn % Math.max(1, found.length)]?.scrollIntoView({ block: 'center' })
    })
  }, [])
  const showFinding = useCallback((finding: Finding) => showElement((element) => element.dataset['finding'] === finding.id), [showElement])
  const showClue = useCallback((index: number, turn: number) => showElement((element) => (element.dataset['clues'] ?? '').split(' ').includes(String(index)), turn), [showElement])
  const chooseFinding = useCallback((finding: Finding, field = false) => {
    const group = latest.current.find((one) => one.findings.some(({ id }) => id === finding.id))
    if (!group) return
    setStep('found')
    store.activate(group.findings.map(({ id }) => id))
    focusGroup(list.current, group.id, field)
  }, [store])
  const takenKeys = useMemo(() => new Set([
    ...(base ? openPlaceholders(base.draft).map(({ key }) => key) : []), ...findings.map((finding) => keyNow(finding, work.decisions.get(finding.id))),
  ]), [base, findings, work.decisions])

  if (state.phase === 'failed' && state.failure) {
    const { code, message: title } = state.failure
    return <Result status="warning" title={code === 'CANCELLED' ? text.cancelled : title} extra={[<Button key="again" type="primary" onClick={() => void read()}>{text.retry}</Button>, <Button key="back" onClick={() => goTo({ page: 'library' })}>{zh.app.back}</Button>]} />
  }
  if (!base) {
    return <div className="center"><div className="review-working"><p>{text.working}</p><Progress percent={Math.round(done * 100)} status="active" /><Button onClick={store.cancel}>{zh.app.cancel}</Button></div></div>
  }
  const undecided = groups.filter((group) => group.findings.some(({ id }) => !work.decisions.has(id)))
  const unseen = clues.filter((clue) => !work.seen.has(clueKey(clue)))
  const decidedCount = findings.filter(({ id }) => work.decisions.has(id)).length
  const steps: readonly { readonly value: Step; readonly label: string }[] = [
    { value: 'found', label: text.stepLeft(text.steps.found, findings.length - decidedCount) },
    { value: 'clues', label: text.stepLeft(text.steps.clues, unseen.length) },
    { value: 'finish', label: text.steps.finish },
  ]
  const after: Step | undefined = step === 'found' ? 'clues' : step === 'clues' ? 'finish' : undefined
  return (
    <div className="screen deidentify">
      <header className="top-bar">
        <h1 title={base.title}>{base.title === '' ? zh.library.untitled : base.title}</h1>
        <span className="tag">{text.title}</span>
        <span className="space" />
        <Button type="text" icon={<UndoOutlined />} disabled={state.past.length === 0} title={`${text.undo} Ctrl+Z`} aria-label={text.undo} onClick={store.undo} />
        <Button type="text" icon={<RedoOutlined />} disabled={state.future.length === 0} title={`${text.redo} Ctrl+Y`} aria-label={text.redo} onClick={store.redo} />
        <Button onClick={() => goTo({ page: 'draft', draftId })}>{text.back}</Button>
      </header>
      <div className="deidentify-body">
        <div className="deidentify-desk" ref={desk}>
          <p className="deidentify-lead">{text.lead}</p>
          <MarkedPaper store={store} state={state} onChoose={chooseFinding} />
          <OwnSelection
            desk={desk} draft={base.draft} findings={findings}
            onMark={(_words, ranges) => {
              store.change((before) => addMarks(before, ranges, freeKey(text.markKey, takenKeys)))
              const mark = store.get().findings.find(({ id }) => id === markId(ranges[0]!))
              if (mark) requestAnimationFrame(() => chooseFinding(mark, true))
            }}
          />
        </div>
        <aside className="deidentify-panel" aria-label={text.panel}>
          <Segmented<Step> block value={step} options={[...steps]} onChange={setStep} />
          {step === 'found' && <FindingList store={store} state={state} groups={groups} list={list} onShow={showFinding} onSuggest={() => setAsking('suggest')} />}
          {step === 'clues' && <ClueList store={store} state={state} takenKeys={takenKeys} list={list} onShow={showClue} onSeeAll={() => setAsking('see')} />}
          {step === 'finish' && <FinishPane draftId={draftId} store={store} state={state} profile={settings.unitProfile} form={form ?? { name: '', description: '', kind: base.draft.kind }} onForm={setForm} />}
          {after !== undefined && <div className="review-foot"><Button type={(step === 'found' ? undecided.length : unseen.length) === 0 ? 'primary' : 'default'} onClick={() => setStep(after)}>{text.next}</Button></div>}
        </aside>
      </div>
      <datalist id="placeholder-keys">{placeholderCatalogue.map(({ key }) => <option key={key} value={key} />)}</datalist>
      {asking === 'suggest' && (
        <ShownListDialog
          title={text.suggestTitle(undecided.length)} lead={text.suggestLead} okText={text.suggestOk} onCancel={() => setAsking(undefined)}
          rows={undecided.map((group) => ({ text: group.text, becomes: placeholderText(group.key), reason: group.reasons.join('；') }))}
          onOk={() => {
            setAsking(undefined)
            store.change((before) => decide(before, findings.filter(({ id }) => !before.decisions.has(id)).map(({ id }) => id), { do: 'replace' }))
          }}
        />
      )}
      {asking === 'see' && (
        <ShownListDialog
          title={text.seeAllTitle(unseen.length)} lead={text.suggestLead} okText={text.seeAllOk} onCancel={() => setAsking(undefined)}
          rows={unseen.map((clue) => ({ text: clue.text, becomes: text.times(clue.count), reason: clue.reason }))}
          onOk={() => {
            setAsking(undefined)
            store.change((before) => see(before, unseen.map(clueKey), true))
          }}
        />
      )}
    </div>
  )
}
