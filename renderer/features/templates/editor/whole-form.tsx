/** What holds for the whole template: its name, kind, time, layout, aspects and length; and what a check of it tells. */
import { Input, Select } from 'antd'
import type { ListedAspectSet } from '../../../../shared/contract/paper-template-procedures.ts'
import { draftKinds } from '../../../../shared/document/draft.ts'
import type { TemplateFinding } from '../../../../shared/paper-templates/check-template.ts'
import { limited } from '../../../../shared/paper-templates/edit-template.ts'
import type { PaperTemplate } from '../../../../shared/paper-templates/paper-template.ts'
import type { Layout } from '../../../../shared/print/layout.ts'
import { paperTemplatesText } from '../../../text/paper-templates.ts'
import { kindNames } from '../../../text/roles.ts'
import type { ChangeTemplate } from './block-form.tsx'
import { LimitFields } from './limit-fields.tsx'

const text = paperTemplatesText.editor

interface WholeFormProps {
  readonly template: PaperTemplate
  readonly sets: readonly ListedAspectSet[]
  readonly layouts: readonly Layout[]
  readonly findings: readonly TemplateFinding[]
  readonly onChange: ChangeTemplate
  readonly onChoose: (id: string) => void
}

export function WholeForm({ template, sets, layouts, findings, onChange, onChoose }: WholeFormProps) {
  const { aspects } = template
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const line = (value: string) => value.replaceAll(/[\u0000-\u001f\u007f]/gu, ' ').toWellFormed()
  const field = (name: 'name' | 'year' | 'batch' | 'source', most: number) => (
    <label className="form-field"><span>{text[name]}</span><Input value={template[name]} maxLength={most} aria-label={text[name]} status={name === 'name' && template.name === '' ? 'error' : ''} onChange={(event) => onChange((before) => ({ ...before, [name]: line(event.target.value) }), name)} /></label>
  )
  return (
    <div className="block-form">
      {field('name', 200)}
      <div className="form-columns">
        <label className="form-field"><span>{text.kind}</span><Select value={template.kind} aria-label={text.kind} options={draftKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))} onChange={(kind) => onChange((before) => ({ ...before, kind }))} /></label>
        <label className="form-field"><span>{text.layout}</span><Select value={template.layout} aria-label={text.layout} options={layouts.map(({ id, name }) => ({ value: id, label: name }))} onChange={(layout) => onChange((before) => ({ ...before, layout }))} /></label>
        {field('year', 20)}
        {field('batch', 60)}
      </div>
      <label className="form-field"><span>{text.description}</span><Input.TextArea autoSize={{ minRows: 1, maxRows: 3 }} maxLength={500} value={template.description} aria-label={text.description} onChange={(event) => onChange((before) => ({ ...before, description: line(event.target.value) }), 'description')} /></label>
      {field('source', 500)}
      {aspects && <label className="form-field"><span>{text.aspectSet}</span><Select value={aspects.set} aria-label={text.aspectSet} options={sets.map(({ set }) => ({ value: set.id, label: set.name }))} onChange={(set) => onChange((before) => (before.aspects ? { ...before, aspects: { ...before.aspects, set } } : before))} /></label>}
      <LimitFields label={text.limit} limit={template.limits?.whole} onChange={(limit) => onChange((before) => limited(before, 'whole', limit))} />
      <div className="pt-findings" aria-live="polite">
        <b data-errors={errors > 0}>{findings.length === 0 ? text.sound : text.findings(errors, findings.length - errors)}</b>
        <ul>{findings.map(({ message, block, severity }) => (
          <li key={message} data-severity={severity}>{block === undefined ? message : <button type="button" onClick={() => onChoose(block)}>{message}</button>}</li>
        ))}</ul>
      </div>
    </div>
  )
}
