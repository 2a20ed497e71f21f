import { useState } from 'react'
import { Input, Select } from 'antd'
import { SKIP_DOM_SELECTION_TAG, type LexicalEditor } from 'lexical'
import { draftKinds, type Draft, type DraftMeta } from '../../../shared/document/draft.ts'
import { $getHead, $setHead, type DraftHead } from '../../editor/draft-to-editor.ts'
import { kindNames } from '../../text/roles.ts'
import { zh } from '../../text/zh.ts'
import { LayoutChoice } from '../settings/layouts/layout-choice.tsx'
import { OfficialFields } from './official-fields.tsx'
import { LimitsTable } from './lengths/limits-table.tsx'
import { useDraftHead } from '../../editor/use-draft-head.ts'
import { useEditable } from '../../editor/use-editable.ts'

const metaFields = ['unit', 'author', 'post', 'meeting', 'period', 'date'] as const satisfies readonly (keyof DraftMeta)[]

/** A field that writes when it is left, so that a property is one step of undo, not one per letter. */
function Field({ label, value, disabled, onChange }: { readonly label: string; readonly value: string; readonly disabled: boolean; readonly onChange: (value: string) => void }) {
  /** While the field is written in; a value that arrives meanwhile never replaces it. */
  const [typed, setTyped] = useState<string>()
  const commit = () => {
    if (typed !== undefined && typed.trim() !== value) onChange(typed.trim())
    setTyped(undefined)
  }
  return <label>{label}<Input readOnly={disabled} value={typed ?? value} maxLength={200} spellCheck={false} onChange={(event) => setTyped(event.target.value)} onBlur={commit} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) commit() }} /></label>
}

export function PropertiesPanel({ editor, draft }: { readonly editor: LexicalEditor; readonly draft: Draft }) {
  // The field keeps the caret: taken back by the paper in mid-key, its Enter would begin a block there.
  const change = (update: (head: DraftHead) => DraftHead) => editor.update(() => $setHead(update($getHead())), { tag: SKIP_DOM_SELECTION_TAG })
  const setMeta = (field: keyof DraftMeta, value: string) => change((head) => {
    const { [field]: _old, ...rest } = head.meta
    return { ...head, meta: value === '' ? rest : { ...rest, [field]: value } }
  })
  const disabled = !useEditable(editor)
  const { kind, layout, meta } = useDraftHead(editor) ?? draft
  return (
    <div className="properties">
      <label>{zh.properties.kind}<Select disabled={disabled} value={kind} options={draftKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))} onChange={(chosen) => change((head) => ({ ...head, kind: chosen }))} /></label>
      <LayoutChoice label={zh.properties.layout} disabled={disabled} value={layout} onChange={(chosen) => change((head) => ({ ...head, layout: chosen }))} />
      <LimitsTable editor={editor} draft={draft} />
      {metaFields.map((field) => <Field key={field} disabled={disabled} label={zh.properties[field]} value={meta[field] ?? ''} onChange={(value) => setMeta(field, value)} />)}
      <OfficialFields editor={editor} draft={draft} />
      <p className="quiet">{zh.properties.hint}</p>
    </div>
  )
}
