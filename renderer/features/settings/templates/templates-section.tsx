import { useEffect, useRef, useState } from 'react'
import { Button, Input, Result, Spin } from 'antd'
import type { WordTemplate } from '../../../../shared/contract/template-procedures.ts'
import { bodyField, groupFields, itemFields, loops, paperFields, type TemplateField } from '../../../../shared/template/template-fields.ts'
import { templatesText as text } from '../../../text/templates.ts'
import { zh } from '../../../text/zh.ts'
import type { AppInfo } from '../../shell/use-file-export.tsx'
import { nearTime } from '../../shell/times.ts'
import { loadTemplates, useTemplates } from './template-store.ts'
import { useTemplateActions } from './use-template-actions.tsx'
import './templates.css'

type Actions = ReturnType<typeof useTemplateActions>

function NameField({ template, actions }: { readonly template: WordTemplate; readonly actions: Actions }) {
  const [name, setName] = useState(template.name)
  useEffect(() => setName(template.name), [template.name])
  const commit = () => {
    if (name.trim() === '' || name.trim() === template.name) return setName(template.name)
    void actions.rename(template.id, name)
  }
  return <Input className="template-name" aria-label={text.list.rename} value={name} maxLength={60} spellCheck={false} onChange={(event) => setName(event.target.value)} onBlur={commit} onPressEnter={(event) => event.currentTarget.blur()} />
}

/** Each field once, at its first place. */
function distinct(fields: WordTemplate['findings']['fields']): readonly (WordTemplate['findings']['fields'][number] & { readonly count: number })[] {
  const key = (field: (typeof fields)[number]) => `${field.kind} ${field.name}`
  return fields.filter((field, index) => fields.findIndex((one) => key(one) === key(field)) === index).map((field) => ({ ...field, count: fields.filter((one) => key(one) === key(field)).length }))
}

function FoundFields({ template }: { readonly template: WordTemplate }) {
  const { notes } = template.findings
  const fields = distinct(template.findings.fields)
  return (
    <div className="template-found">
      {notes.map((note) => <p key={note} className="field-note">{note}</p>)}
      {fields.length > 0 && (
        <table aria-label={text.found.title}>
          <thead><tr><th scope="col">{text.found.name}</th><th scope="col">{text.found.kind}</th><th scope="col">{text.found.place}</th></tr></thead>
          <tbody>{fields.map((field, index) => <tr key={`${field.name} ${index}`} data-kind={field.kind}><td>{text.help.field(field.name)}</td><td>{text.found.kinds[field.kind]}</td><td>{field.place}{field.count > 1 && <span className="quiet">{text.found.times(field.count)}</span>}</td></tr>)}</tbody>
        </table>
      )}
    </div>
  )
}

function TemplateRow({ template, open, actions, onToggle }: { readonly template: WordTemplate; readonly open: boolean; readonly actions: Actions; readonly onToggle: () => void }) {
  const { fields, notes } = template.findings
  const unknown = fields.filter((field) => field.kind === 'unknown').length
  return (
    <li data-template={template.id}>
      <div className="template-row">
        <NameField template={template} actions={actions} />
        <button type="button" className="text-link" aria-expanded={open} onClick={onToggle}>{open ? text.list.hide : text.list.show}</button>
        <span data-unknown={unknown > 0}>{text.list.fieldCount(fields.length, unknown)}</span>
        {notes.length > 0 && <span data-unknown="true">{text.list.notes(notes.length)}</span>}
        <span className="quiet">{nearTime(template.addedAt)}</span>
        <span className="template-actions">
          <Button size="small" disabled={actions.busy} onClick={() => actions.tryOut(template.id)}>{text.list.tryOut}</Button>
          <Button size="small" type="text" disabled={actions.busy} onClick={() => actions.exportFile(template.id)}>{text.list.exportFile}</Button>
          <Button size="small" type="text" danger onClick={() => void actions.remove(template)}>{text.list.remove}</Button>
        </span>
      </div>
      {open && <FoundFields template={template} />}
    </li>
  )
}

function FieldList({ title, fields }: { readonly title: string; readonly fields: readonly TemplateField[] }) {
  return (
    <div className="template-help">
      <h4>{title}</h4>
      <dl>{fields.map(({ name, also, hint }) => <div key={name}><dt>{text.help.field(name)}</dt><dd>{hint}{also && <small>{text.help.also(also.map(text.help.field).join('、'))}</small>}</dd></div>)}</dl>
    </div>
  )
}

export function TemplatesSection({ info }: { readonly info: AppInfo }) {
  const { loaded, failure, templates } = useTemplates()
  const actions = useTemplateActions(info)
  const [openId, setOpenId] = useState<string>()
  const picker = useRef<HTMLInputElement>(null)
  if (!loaded) return failure
    ? <Result status="warning" title={failure.message} extra={<Button type="primary" onClick={() => void loadTemplates()}>{zh.app.retry}</Button>} />
    : <div className="center"><Spin description={zh.app.loading} /></div>
  return (
    <div className="settings-sheet">
      <h2>{text.title}</h2>
      <p className="settings-lead">{text.lead}</p>
      <ul className="template-list" aria-label={text.title}>
        {templates.map((template) => <TemplateRow key={template.id} template={template} open={template.id === openId} actions={actions} onToggle={() => setOpenId(template.id === openId ? undefined : template.id)} />)}
      </ul>
      {templates.length === 0 && <p className="quiet">{text.list.empty}</p>}
      <div className="row-foot template-foot">
        <Button type="primary" loading={actions.adding} onClick={() => picker.current?.click()}>{actions.adding ? text.adding : text.add}</Button>
        <input
          ref={picker} type="file" accept=".docx,.dotx,.docm,.dotm" hidden
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void actions.add(file).then((id) => { if (id !== undefined) setOpenId(id) })
          }}
        />
      </div>
      <h3>{text.help.title}</h3>
      <p className="template-note">{text.help.body(bodyField)}<br />{text.help.condition}</p>
      <FieldList title={text.help.paper} fields={paperFields} />
      <FieldList title={text.help.items(loops.items)} fields={itemFields} />
      <FieldList title={text.help.groups(loops.groups)} fields={groupFields} />
    </div>
  )
}
