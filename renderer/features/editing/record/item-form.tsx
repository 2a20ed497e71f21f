/** One item of the ledger beside the paper: what the paper says of it, and what is told of it beside the paper. */
import { App as AntdApp, Select } from 'antd'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { keptInRecord, textsOf, type PlacedItem, type TextField as Field } from '../../../../shared/ledger/item-places.ts'
import { itemStateNames, itemStates, ledgerFieldFacts, type LedgerField } from '../../../../shared/ledger/ledger-fields.ts'
import { knownResponsible } from '../../../../shared/ledger/known-responsible.ts'
import { deriveLedger, type LedgerRow } from '../../../../shared/ledger/ledger-rows.ts'
import { responsibleFields } from '../../../../shared/ledger/responsible-field.ts'
import type { TimeLimitContext } from '../../../../shared/time-limit/parse-time-limit.ts'
import { $editorToDraft } from '../../../editor/editor-to-draft.ts'
import { useEditable } from '../../../editor/use-editable.ts'
import { fieldNames, recordText } from '../../../text/record.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { EntryList } from './entry-list.tsx'
import { DateField, Labelled, NamesField, TextField } from './form-fields.tsx'
import { addItemEntry, editItem } from './item-edits.ts'
import { LimitField } from './limit-field.tsx'
import type { Commit } from './use-field.ts'

interface ItemFormProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly rows: readonly LedgerRow[]
  readonly row: LedgerRow
  readonly placed: PlacedItem
  readonly context: TimeLimitContext
  /** The item goes by another key now. */
  readonly onKey: (key: string) => void
}

const shownValue = (row: LedgerRow | undefined, field: LedgerField): string => row?.values[field as Field] ?? ''

export function ItemForm({ editor, rows, row, placed, context, onKey }: ItemFormProps) {
  const { message } = AntdApp.useApp()
  const disabled = !useEditable(editor)
  const { settings } = useSettings()
  const set = (field: LedgerField): Commit => (value, session) => {
    const outcome = editItem(editor, { key: row.key, field, value }, session)
    if (!outcome.ok) {
      void message.warning(recordText.faults[outcome.fault])
      return undefined
    }
    if (outcome.key !== row.key) onKey(outcome.key)
    return shownValue(outcome.row, field)
  }
  const setNow = (field: LedgerField, value: string) => void set(field)(value, {})
  const titleOf = (field: Field) => fieldNames[field] ?? ledgerFieldFacts[field].title
  const facts = (field: Field) => ({ editor, disabled, name: titleOf(field), label: titleOf(field), value: row.values[field] ?? '', commit: set(field), inRecord: keptInRecord(placed, field) })
  const current = (field: 'problem' | 'cause' | 'measure') => () => {
    const value = shownValue(deriveLedger(editor.read($editorToDraft)).rows.find((one) => one.key === row.key), field)
    return value === '' ? [] : value.split('\n')
  }
  const entries = (field: 'problem' | 'cause' | 'measure') => (
    <Labelled label={titleOf(field)} inRecord={keptInRecord(placed, field) && row.values[field] !== undefined}>
      <EntryList
        editor={editor} field={field} texts={placed.place ? [] : textsOf(placed.item, field)} value={row.values[field] ?? ''} disabled={disabled} inRecord={keptInRecord(placed, field)} commit={set(field)} current={current(field)}
        addEntry={(after, text, part) => addItemEntry(editor, after, text, part)}
      />
    </Labelled>
  )
  return (
    <div className="item-form">
      <TextField {...facts('category')} inRecord={false} />
      {entries('problem')}
      {entries('cause')}
      {entries('measure')}
      <LimitField editor={editor} disabled={disabled} value={row.values.timeLimit ?? ''} context={context} inRecord={keptInRecord(placed, 'timeLimit')} commit={set('timeLimit')} />
      <div className="record-pair">
        {responsibleFields.map((field) => <NamesField key={field} {...facts(field)} field={field} profile={settings.unitProfile} known={knownResponsible(rows, field)} />)}
      </div>
      <h3>{recordText.progressHead}</h3>
      <div className="record-pair">
        <Labelled label={recordText.state}>
          <Select
            aria-label={recordText.state} disabled={disabled} value={row.stateInferred ? null : row.state} allowClear placeholder={itemStateNames[row.state]} title={row.stateInferred ? recordText.stateHint : ''}
            options={itemStates.map((state) => ({ value: state, label: itemStateNames[state] }))} onChange={(state) => setNow('state', state ?? '')}
          />
        </Labelled>
        <DateField label={ledgerFieldFacts.stateSince.title} name={ledgerFieldFacts.stateSince.title} disabled={disabled} value={row.stateSince} onChange={(iso) => setNow('stateSince', iso)} />
        <DateField label={ledgerFieldFacts.closedOn.title} name={ledgerFieldFacts.closedOn.title} disabled={disabled} value={row.closedOn} onChange={(iso) => setNow('closedOn', iso)} />
      </div>
      {(['progress', 'result', 'evidence', 'files'] as const).map((field) => <TextField key={field} {...facts(field)} inRecord={false} />)}
    </div>
  )
}
