/** 存为模板: its name, what is replaced and what stays; only once everything was decided and seen. */
import { useMemo, useState } from 'react'
import { Alert, App as AntdApp, Button, Input, Select } from 'antd'
import { replacedFindings } from '../../../shared/deidentify/apply-decisions.ts'
import { clueKey } from '../../../shared/deidentify/still-identifying.ts'
import { wordsTelling } from '../../../shared/deidentify/telling-words.ts'
import { draftKinds, type DraftKind } from '../../../shared/document/draft.ts'
import { placeholderText } from '../../../shared/placeholders/catalogue.ts'
import type { UnitProfile } from '../../../shared/settings/unit-profile.ts'
import { call, clientId, newJobId, type Failure } from '../../client/client.ts'
import { deidentifyText as text } from '../../text/deidentify.ts'
import { kindNames } from '../../text/roles.ts'
import { goTo } from '../shell/route.ts'
import { decisionList, type ReviewState, type ReviewStore } from './review-store.ts'

export interface TemplateForm {
  readonly name: string
  readonly description: string
  readonly kind: DraftKind
}

interface FinishPaneProps {
  readonly draftId: string
  readonly store: ReviewStore
  readonly state: ReviewState
  readonly profile: UnitProfile
  readonly form: TemplateForm
  readonly onForm: (form: TemplateForm) => void
}

export function FinishPane({ draftId, store, state, profile, form, onForm }: FinishPaneProps) {
  const { message } = AntdApp.useApp()
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const { findings, clues, work, stale, base } = state
  const replaced = useMemo(() => replacedFindings(findings, work.decisions), [findings, work.decisions])
  const kept = findings.filter(({ id }) => work.decisions.get(id)?.do === 'keep')
  const undecided = findings.filter(({ id }) => !work.decisions.has(id)).length
  const unseen = clues.filter((clue) => !work.seen.has(clueKey(clue))).length
  const { name, description } = form
  const tellingName = useMemo(() => wordsTelling(name, replaced, profile), [name, replaced, profile])
  const tellingDescription = useMemo(() => wordsTelling(description, replaced, profile), [description, replaced, profile])
  const waiting = undecided > 0 ? text.waiting.found(undecided)
    : stale || state.phase !== 'ready' ? text.waiting.computing
    : unseen > 0 ? text.waiting.clues(unseen)
    : name.trim() === '' ? text.waiting.name
    : tellingName.length + tellingDescription.length > 0 ? text.waiting.telling : undefined
  const keys = [...new Set(replaced.map(({ key }) => key))]
  const keptTexts = [...new Set(kept.map((one) => one.text))]
  const seenTexts = [...new Set(clues.filter((clue) => work.seen.has(clueKey(clue))).map((clue) => clue.text))]

  const save = async () => {
    if (waiting !== undefined || !base || saving) return
    setSaving(true)
    setFailure(undefined)
    const result = await call('deidentify.make', { jobId: newJobId(), draftId, token: base.token, decisions: decisionList(work.decisions), marks: [...work.marks], name, description, kind: form.kind, clientId })
    setSaving(false)
    if (!result.ok) return setFailure(result.error)
    void message.success(text.saved(name.trim()), 6)
    store.forget()
    goTo({ page: 'templates', section: 'templates' })
  }
  return (
    <div className="finish-pane">
      <label>{text.name}<Input value={name} maxLength={200} placeholder={text.namePlaceholder} status={tellingName.length > 0 ? 'error' : ''} onChange={(event) => onForm({ ...form, name: event.target.value })} /></label>
      {tellingName.length > 0 && <p className="field-problem">{text.telling(tellingName)}</p>}
      <label>{text.kind}<Select<DraftKind> value={form.kind} options={draftKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))} onChange={(kind) => onForm({ ...form, kind })} aria-label={text.kind} /></label>
      <label>{text.description}<Input.TextArea value={description} maxLength={500} rows={3} placeholder={text.descriptionPlaceholder} status={tellingDescription.length > 0 ? 'error' : ''} onChange={(event) => onForm({ ...form, description: event.target.value.replaceAll('\n', ' ') })} /></label>
      {tellingDescription.length > 0 && <p className="field-problem">{text.telling(tellingDescription)}</p>}
      <h3>{text.summary}</h3>
      <p>{text.replaced(keys.length, replaced.length)}{kept.length > 0 && `，${text.keptCount(kept.length)}`}</p>
      <p className="finish-keys">{keys.map((key) => <span key={key} className="found" data-state="replaced">{placeholderText(key)}</span>)}</p>
      <h3>{text.keptList}</h3>
      <p>{keptTexts.length === 0 ? text.none : keptTexts.join('、')}</p>
      <h3>{text.seenList}</h3>
      <p>{seenTexts.length === 0 ? text.none : seenTexts.join('、')}</p>
      <p className="finish-note">{text.notGoing}</p>
      {failure && <Alert type="error" showIcon title={failure.message} action={failure.code === 'DEIDENTIFY_CHANGED' ? <Button size="small" onClick={() => void store.read()}>{text.retry}</Button> : undefined} />}
      <div className="finish-save">
        <Button type="primary" loading={saving} disabled={waiting !== undefined} onClick={() => void save()}>{text.save}</Button>
        {waiting !== undefined && <span className="doubtful" role="status">{waiting}</span>}
      </div>
    </div>
  )
}
