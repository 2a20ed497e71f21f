/** 新建文稿: kind, template, aspects, the few questions; then the draft opens. Enter makes it from any field. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { App as AntdApp, Modal, Select } from 'antd'
import { draftKinds, type DraftKind } from '../../../shared/document/draft.ts'
import { templateFields } from '../../../shared/paper-templates/questions.ts'
import { call } from '../../client/client.ts'
import { paperTemplatesText } from '../../text/paper-templates.ts'
import { kindNames } from '../../text/roles.ts'
import { useSettings } from '../settings/use-settings.ts'
import { AspectChoice } from './aspect-choice.tsx'
import { aspectsOf, takenNames, type ChosenAspect } from './chosen-aspects.ts'
import { FieldGrid } from './field-grid.tsx'
import { usePaperTemplates } from './template-store.ts'
import { fitsTime, timeKey, timesOf } from './template-times.ts'
import { useTemplate } from './use-template.ts'
import './begin.css'

const text = paperTemplatesText.begin

export function localToday(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

interface NewDraftDialogProps {
  readonly kind: DraftKind
  /** The template to begin with; the usual one of the kind where none is named. */
  readonly templateId?: string | undefined
  readonly onClose: () => void
  readonly onMade: (draftId: string) => void
}

export function NewDraftDialog({ kind: startKind, templateId, onClose, onMade }: NewDraftDialogProps) {
  const { modal } = AntdApp.useApp()
  const { settings } = useSettings()
  const view = usePaperTemplates()
  const [kind, setKind] = useState(startKind)
  const [time, setTime] = useState('')
  const [chosenId, setChosenId] = useState(templateId)
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [ofSet, setOfSet] = useState<{ readonly setId: string | undefined; readonly aspects: readonly ChosenAspect[] }>()
  const busy = useRef(false)

  const ofKind = view.templates.filter((one) => one.kind === kind && fitsTime(one, time))
  const id = ofKind.some((one) => one.id === chosenId) ? chosenId : ofKind[0]?.id
  const { template, failure } = useTemplate(id, view.state)
  const shown = template?.id === id ? template : undefined
  const sets = view.sets.filter(({ set }) => fitsTime(set, time))
  const times = timesOf([...view.templates.filter((one) => one.kind === kind), ...view.sets.map(({ set }) => set)])
  const fields = useMemo(() => (template ? templateFields(template, { profile: settings.unitProfile, today: localToday() }) : { asked: [], known: [] }), [template, settings.unitProfile])

  // The set of the template, unless the writer chose one; of those that fit year and batch.
  const proposed = shown?.aspects && (sets.find(({ set }) => set.id === shown.aspects!.set) ?? sets[0] ?? view.sets[0])?.set
  useEffect(() => setOfSet(undefined), [id, time])
  const setId = ofSet ? ofSet.setId : proposed?.id
  const aspects = ofSet ? ofSet.aspects : aspectsOf(proposed)

  // Nothing to type in: Enter makes the draft at once.
  const asksNothing = shown !== undefined && fields.asked.length === 0
  useEffect(() => { if (asksNothing) document.querySelector<HTMLElement>('.begin-dialog .ant-btn-primary')?.focus() }, [asksNothing, id])

  const create = async () => {
    if (!shown || busy.current) return
    busy.current = true
    const answers = Object.fromEntries([...fields.asked, ...fields.known].map(({ key, value }) => [key, (values[key] ?? value).trim()]))
    const result = await call('paperTemplates.begin', { id: shown.id, values: answers, ...(shown.aspects ? { aspects: takenNames(aspects) } : {}) })
    busy.current = false
    if (result.ok) onMade(result.value.draftId)
    else modal.error({ title: result.error.message })
  }
  return (
    <Modal open width={620} title={text.title} okText={text.create} cancelText={text.cancel} okButtonProps={{ disabled: !shown }} onOk={() => void create()} onCancel={onClose} className="begin-dialog" style={{ top: 32 }} destroyOnHidden>
      <form
        className="begin-form"
        onSubmit={(event) => { event.preventDefault(); void create() }}
        onKeyDown={(event) => {
          // A field that shows choices takes Enter for itself; a composing input method does too.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement) || event.target.type === 'checkbox' || event.target.getAttribute('aria-expanded') === 'true') return
          event.preventDefault()
          void create()
        }}
      >
        <div className="begin-head" data-times={times.length > 0}>
          <label className="begin-field"><span>{text.kind}</span><Select value={kind} aria-label={text.kind} options={draftKinds.map((one) => ({ value: one, label: kindNames[one] }))} onChange={(next) => { setKind(next); setChosenId(undefined) }} /></label>
          {times.length > 0 && <label className="begin-field"><span>{text.time}</span><Select value={time} aria-label={text.time} options={[{ value: '', label: text.anyTime }, ...times.map((one) => ({ value: timeKey(one), label: paperTemplatesText.yearAndBatch(one.year, one.batch) }))]} onChange={setTime} /></label>}
        </div>
        {ofKind.length > 1 && (
          <div className="begin-templates" role="radiogroup" aria-label={text.template}>
            {ofKind.map((one) => (
              <label key={one.id} className="begin-template" data-chosen={one.id === id}>
                <input type="radio" name="template" value={one.id} checked={one.id === id} onChange={() => setChosenId(one.id)} />
                <b>{one.name}</b><span className="quiet">{paperTemplatesText.yearAndBatch(one.year, one.batch)}</span><small>{one.description}</small>
              </label>
            ))}
          </div>
        )}
        {ofKind.length === 0 && view.loaded && <p>{text.none}</p>}
        {failure && <p className="field-problem" role="alert">{failure.message}</p>}
        {shown?.aspects && <AspectChoice sets={sets.length === 0 ? view.sets : sets} setId={setId} aspects={aspects} onChange={(next, list) => setOfSet({ setId: next, aspects: list })} />}
        {template && <FieldGrid key={template.id} fields={fields} values={values} onChange={(key, value) => setValues((all) => ({ ...all, [key]: value }))} />}
      </form>
    </Modal>
  )
}
