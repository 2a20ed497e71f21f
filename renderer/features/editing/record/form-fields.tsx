/** The fields the form of an item is made of: text that grows with what is in it, names with completion, dates. */
import { useId, useMemo, type ReactNode } from 'react'
import { AutoComplete, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import type { LexicalEditor } from 'lexical'
import { completions } from '../../../../shared/ledger/known-responsible.ts'
import type { ResponsibleField } from '../../../../shared/ledger/responsible-field.ts'
import { suggestResponsible } from '../../../../shared/settings/responsible-suggestions.ts'
import type { UnitProfile } from '../../../../shared/settings/unit-profile.ts'
import { recordText } from '../../../text/record.ts'
import { useField, type Commit } from './use-field.ts'

interface FieldProps {
  readonly editor: LexicalEditor
  readonly label: ReactNode
  /** What the field is called for those who cannot see where it stands. */
  readonly name: string
  readonly value: string
  readonly commit: Commit
  readonly disabled: boolean
  /** Said below: where the value is kept, what it is understood as. */
  readonly note?: ReactNode
  /** Stands behind the label. */
  readonly extra?: ReactNode
  readonly inRecord?: boolean
}

/** Stands in an empty field whose value would be kept beside the text. */
export const recordHint = (inRecord: boolean): string => (inRecord ? recordText.onlyRecord : '')

/** Label, field and what is said of it. */
export function Labelled({ id, label, note, extra, inRecord, children }: { readonly id?: string; readonly label: ReactNode; readonly note?: ReactNode; readonly extra?: ReactNode; readonly inRecord?: boolean; readonly children: ReactNode }) {
  return (
    <div className="record-field">
      <div className="record-label"><label htmlFor={id}>{label}</label>{extra}</div>
      {children}
      {inRecord && <small className="in-record">{recordText.inRecord}</small>}
      {note !== undefined && <small>{note}</small>}
    </div>
  )
}

export function TextField({ editor, label, name, value, commit, disabled, note, extra, inRecord = false }: FieldProps) {
  const id = useId()
  const { typed, change, input } = useField(editor, value, commit)
  return (
    <Labelled id={id} label={label} note={note} extra={extra} inRecord={inRecord && value !== ''}>
      <Input.TextArea id={id} aria-label={name} placeholder={recordHint(inRecord)} rows={1} spellCheck={false} disabled={disabled} value={typed} onChange={(event) => change(event.target.value)} {...input} />
    </Labelled>
  )
}

interface BareFieldProps extends Pick<FieldProps, 'editor' | 'name' | 'value' | 'commit' | 'disabled'> {
  readonly autoFocus?: boolean
  /** Written when it is left, not while the writer is in it. */
  readonly onlyWhenLeft?: boolean
  readonly inRecord?: boolean
}

/** A field alone, for one entry of a list: emptied it is taken away when it is left, lines pasted become entries. */
export function BareField({ editor, name, value, commit, disabled, autoFocus = false, onlyWhenLeft = false, inRecord = false }: BareFieldProps) {
  const { typed, change, input } = useField(editor, value, commit, { entry: true, onlyWhenLeft })
  return <Input.TextArea aria-label={name} placeholder={recordHint(inRecord)} autoFocus={autoFocus} rows={1} spellCheck={false} disabled={disabled} value={typed} onChange={(event) => change(event.target.value)} {...input} />
}

interface NamesFieldProps extends FieldProps {
  readonly field: ResponsibleField
  readonly known: readonly string[]
  readonly profile: UnitProfile
}

/** Names parted by 、: those of this paper are offered for the one being typed, then those of the unit. */
export function NamesField({ editor, label, name, value, commit, disabled, inRecord = false, field, known, profile }: NamesFieldProps) {
  const id = useId()
  const { typed, change, choose, input } = useField(editor, value, commit)
  const options = useMemo(() => {
    const own = completions(typed, known).map((one) => ({ value: one.text, label: one.name }))
    const unit = suggestResponsible({ profile, label: field, text: typed, caret: typed.length }).suggestions.map((one) => ({ value: typed.slice(0, one.from) + one.text, label: one.note === '' ? one.text : `${one.text}　${one.note}` }))
    return [...own, ...unit.filter((one) => own.every(({ value: taken }) => taken !== one.value))].slice(0, 12)
  }, [typed, known, profile, field])
  return (
    <Labelled id={id} label={label} inRecord={inRecord && value !== ''}>
      <AutoComplete className="record-names" value={typed} options={options} disabled={disabled} onChange={change} onSelect={(text: string) => choose(text)} defaultActiveFirstOption={false} popupMatchSelectWidth={false}>
        <Input.TextArea id={id} aria-label={name} placeholder={recordHint(inRecord)} rows={1} spellCheck={false} {...input} />
      </AutoComplete>
    </Labelled>
  )
}

interface DateFieldProps extends Pick<FieldProps, 'label' | 'name' | 'disabled'> {
  readonly value: string | undefined
  readonly onChange: (iso: string) => void
}

export function DateField({ label, name, value, disabled, onChange }: DateFieldProps) {
  const id = useId()
  return (
    <Labelled id={id} label={label}>
      <DatePicker id={id} aria-label={name} disabled={disabled} value={value === undefined ? null : dayjs(value)} placeholder="" onChange={(date) => onChange(date ? date.format('YYYY-MM-DD') : '')} />
    </Labelled>
  )
}
