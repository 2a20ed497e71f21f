/** 公文要素: what makes an official document of the paper. Every field is one step of undo. */
import { useState } from 'react'
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { $addUpdateTag, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../shared/document/draft.ts'
import { changeOfficial, correctedNumber, countOfficial, cutsEntries, officialLimits, type OfficialChange } from '../../../shared/document/official-edits.ts'
import { endPlaces } from '../../../shared/document/official.ts'
import { $getHead, $setHead, type DraftHead } from '../../editor/draft-to-editor.ts'
import { useDraftHead } from '../../editor/use-draft-head.ts'
import { useEditable } from '../../editor/use-editable.ts'
import { officialText as text } from '../../text/official.ts'
import { useSettings } from '../settings/use-settings.ts'
import './official-fields.css'

interface LineFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly most: number
  readonly lines?: true
  readonly disabled: boolean
  readonly onChange: (value: string) => void
}

/** Writes when it is left, or on Enter: a field is one step of undo, not one per letter. */
function LineField({ label, hint, value, most, lines, disabled, onChange }: LineFieldProps) {
  /** While the field is written in; a value that arrives meanwhile (from a click just before, from undo) never replaces it. */
  const [typed, setTyped] = useState<string>()
  const commit = () => {
    // What was taken comes back as the value; what came to nothing leaves it, and is shown again.
    if (typed !== undefined && typed !== value) onChange(typed)
    setTyped(undefined)
  }
  // Named outright: the text of a text area would count as part of its label.
  const common = { 'aria-label': label, value: typed ?? value, readOnly: disabled, placeholder: hint ?? '', spellCheck: false, maxLength: most, onBlur: commit }
  return (
    <label>{label}
      {lines
        ? <Input.TextArea {...common} className="grows" rows={1} onChange={(event) => setTyped(event.target.value)} />
        : <Input {...common} onChange={(event) => setTyped(event.target.value)} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) commit() }} />}
    </label>
  )
}

export function OfficialFields({ editor, draft }: { readonly editor: LexicalEditor; readonly draft: Draft }) {
  const { settings } = useSettings()
  const disabled = !useEditable(editor)
  const { official, meta } = useDraftHead(editor) ?? draft
  const count = countOfficial(official, meta.classification)
  const [open, setOpen] = useState(count > 0)

  // The field keeps the caret: taken back by the paper in mid-key, its Enter would begin a block there.
  const write = (update: (head: DraftHead) => DraftHead) => editor.update(() => {
    $addUpdateTag(HISTORY_PUSH_TAG)
    $setHead(update($getHead()))
  }, { discrete: true, tag: SKIP_DOM_SELECTION_TAG })
  const [cut, setCut] = useState('')
  const change = (one: OfficialChange) => {
    setCut(one.field === 'marks' && cutsEntries(one) ? text.cut(text.marks, officialLimits.marks, officialLimits.mark) : one.field === 'signers' && cutsEntries(one) ? text.cut(text.signers, officialLimits.signers, officialLimits.signer) : '')
    write(({ official: old, ...head }) => {
      const next = changeOfficial(old, one)
      return next === undefined ? head : { ...head, official: next }
    })
  }
  const setClassification = (value: string) => write((head) => {
    const { classification: _old, ...rest } = head.meta
    return { ...head, meta: value.trim() === '' ? rest : { ...rest, classification: value.trim() } }
  })

  const marks = official?.head?.marks ?? []
  const number = official?.head?.documentNumber ?? ''
  const corrected = correctedNumber(number)
  const unit = settings.unitProfile.fullName || (meta.unit ?? '')
  const place = official?.end?.place ?? 'plain'
  const lonely = marks.length === 0 && (number !== '' || (official?.head?.signers ?? []).length > 0)
  const offer = (label: string, take: () => void) => (disabled ? null : <button type="button" className="official-offer" onClick={take}>{label}</button>)
  type Lines = Extract<OfficialChange, { text: string }>['field']
  const field = (name: Lines, label: string, value: string, more: Partial<Pick<LineFieldProps, 'hint' | 'most' | 'lines'>> = {}) =>
    <LineField key={name} label={label} value={value} most={200} disabled={disabled} {...more} onChange={(typed) => change({ field: name, text: typed })} />

  return (
    <details className="official-fields" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.title}{count > 0 && <small>{text.filled(count)}</small>}</summary>
      <p className="quiet">{text.hint}</p>
      <h4>{text.groups.corner}</h4>
      <div className="official-row">
        {field('copyNumber', text.copyNumber, official?.copyNumber ?? '', { hint: text.copyNumberHint, most: officialLimits.copyNumber })}
        {field('urgency', text.urgency, official?.urgency ?? '', { hint: text.urgencyHint, most: officialLimits.urgency })}
      </div>
      <LineField label={text.classification} hint={text.classificationHint} value={meta.classification ?? ''} most={officialLimits.classification} disabled={disabled} onChange={setClassification} />
      <h4>{text.groups.head}</h4>
      {field('marks', text.marks, marks.join('\n'), { hint: text.marksHint, most: 640, lines: true })}
      {marks.length === 0 && unit !== '' && offer(text.suggest(text.usualMark(unit)), () => change({ field: 'marks', text: text.usualMark(unit) }))}
      {field('documentNumber', text.documentNumber, number, { hint: text.documentNumberHint, most: officialLimits.documentNumber })}
      {corrected !== undefined && offer(text.correct(corrected), () => change({ field: 'documentNumber', text: corrected }))}
      {field('signers', text.signers, (official?.head?.signers ?? []).join('、'), { hint: text.signersHint, most: 320 })}
      {cut !== '' && <p className="official-note" role="alert">{cut}</p>}
      {lonely && <p className="official-note">{text.noMarks}</p>}
      <h4>{text.groups.end}</h4>
      <label>{text.endPlace}
        <Select disabled={disabled} value={place} aria-label={text.endPlace} options={endPlaces.map((value) => ({ value, label: text.endPlaces[value] }))} onChange={(value) => change({ field: 'place', place: value })} />
      </label>
      {place === 'stamp' && field('post', text.post, official?.end?.post ?? '', { hint: text.postHint, most: officialLimits.post })}
      {field('remark', text.remark, official?.remark ?? '', { hint: text.remarkHint, most: officialLimits.remark })}
      <h4>{text.groups.colophon}</h4>
      {field('copies', text.copies, official?.colophon?.copies ?? '', { hint: text.copiesHint, most: officialLimits.copies, lines: true })}
      {field('printer', text.printer, official?.colophon?.printer ?? '', { most: officialLimits.printer })}
      <label>{text.printedOn}
        <DatePicker
          disabled={disabled} aria-label={text.printedOn} placeholder="" value={official?.colophon?.printedOn === undefined ? null : dayjs(official.colophon.printedOn)} format={text.dateFormat}
          onChange={(value) => change({ field: 'printedOn', date: value ? value.format('YYYY-MM-DD') : null })}
        />
      </label>
    </details>
  )
}
