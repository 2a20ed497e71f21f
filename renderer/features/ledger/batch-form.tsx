/** One state, date and piece of evidence for several items: one gesture, one step of undo. */
import { useState } from 'react'
import { Alert, DatePicker, Input, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import type { ListedRow } from '../../../shared/ledger/build-ledger-table.ts'
import { itemStateNames, itemStates, type ItemState } from '../../../shared/ledger/ledger-fields.ts'
import { ledgerText } from '../../text/ledger.ts'
import type { LedgerEdit } from './ledger-rows-state.ts'

const text = ledgerText.batch

/** @param evidence stands behind what each item already has. */
export function batchEdits(rows: readonly ListedRow[], state: ItemState, date: string, evidence: string): readonly LedgerEdit[] {
  const added = evidence.trim()
  return rows.flatMap(({ draftId, key, values }) => {
    const one = (field: LedgerEdit['field'], value: string): LedgerEdit => ({ draftId, key, field, value })
    return [
      one('state', state), one('stateSince', date),
      ...(state === 'closed' ? [one('closedOn', date)] : []),
      ...(added === '' ? [] : [one('evidence', values.evidence === undefined ? added : `${values.evidence}\n${added}`)]),
    ]
  })
}

interface BatchFormProps {
  readonly rows: readonly ListedRow[]
  readonly first: ItemState
  readonly today: string
  readonly onDone: (edits: readonly LedgerEdit[]) => void
  readonly onCancel: () => void
}

export function BatchForm({ rows, first, today, onDone, onCancel }: BatchFormProps) {
  const [state, setState] = useState(first)
  const [date, setDate] = useState<string | null>(today)
  const [evidence, setEvidence] = useState('')
  const closed = rows.filter((row) => row.state === 'closed').length
  return (
    <Modal
      open width={460} title={text.title(rows.length)} okText={text.ok} cancelText={ledgerText.cancel} okButtonProps={{ disabled: date === null }} onCancel={onCancel}
      onOk={() => { if (date !== null) onDone(batchEdits(rows, state, date, evidence)) }}
    >
      <div className="batch-form">
        <label>{text.state}<Select<ItemState> value={state} options={itemStates.map((one) => ({ value: one, label: itemStateNames[one] }))} onChange={setState} /></label>
        <label>{text.date}<DatePicker value={date === null ? null : dayjs(date)} allowClear={false} onChange={(value) => setDate(value ? value.format('YYYY-MM-DD') : null)} /></label>
        <label>{text.evidence}<Input.TextArea rows={2} spellCheck={false} value={evidence} placeholder={text.evidenceHint} onChange={(event) => setEvidence(event.target.value)} /></label>
        {state === 'closed' && closed > 0 && <Alert type="info" showIcon title={text.note(closed)} />}
      </div>
    </Modal>
  )
}
