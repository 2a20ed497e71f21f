/** What a new draft asks and what is known of it, as fields. */
import { useState } from 'react'
import { AutoComplete } from 'antd'
import type { TemplateField, TemplateFields } from '../../../shared/paper-templates/questions.ts'
import { paperTemplatesText } from '../../text/paper-templates.ts'

const text = paperTemplatesText.begin

interface FieldGridProps {
  readonly fields: TemplateFields
  /** By key; what was not touched has the proposed value. */
  readonly values: Readonly<Record<string, string>>
  readonly onChange: (key: string, value: string) => void
}

function Field({ field: { key, value, choices }, values, onChange, first }: Omit<FieldGridProps, 'fields'> & { readonly field: TemplateField; readonly first: boolean }) {
  return (
    <label className="begin-field"><span>{key}</span>
      <AutoComplete
        value={values[key] ?? value} options={choices.map((choice) => ({ value: choice }))} placeholder={text.example(key)} maxLength={200} autoFocus={first} aria-label={key}
        onChange={(next: string) => onChange(key, next)}
      />
    </label>
  )
}

export function FieldGrid({ fields: { asked, known }, values, onChange }: FieldGridProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      {asked.length > 0 && <div className="begin-fields">{asked.map((field, index) => <Field key={field.key} field={field} values={values} onChange={onChange} first={index === 0} />)}</div>}
      {known.length > 0 && (open
        ? <div className="begin-fields">{known.map((field) => <Field key={field.key} field={field} values={values} onChange={onChange} first={false} />)}</div>
        : <p className="begin-known">{text.known}：{known.map(({ key, value }) => `${key} ${values[key] ?? value}`).join('；')}<button type="button" className="text-link" onClick={() => setOpen(true)}>{text.change}</button></p>)}
      {asked.length + known.length > 0 && <p className="quiet begin-leave">{text.leave}</p>}
    </>
  )
}
