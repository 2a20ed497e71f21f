/** Every change of an edited sheet, shown before anything is merged. */
import { useMemo, useState, type ReactNode } from 'react'
import { Alert, Button, Modal, Progress, Table, Tag, type TableColumnsType } from 'antd'
import { leadSentence } from '../../../../shared/document/outline.ts'
import { rowName } from '../../../../shared/ledger/build-ledger-table.ts'
import { ledgerFieldFacts } from '../../../../shared/ledger/ledger-fields.ts'
import type { MergeChange } from '../../../../shared/ledger/merge-sheet.ts'
import { ledgerActionText } from '../../../text/ledger-actions.ts'
import type { SheetPlan, SheetReading } from './use-sheet-merge.ts'

const text = ledgerActionText.dialog

type Listed = MergeChange & { readonly id: string }

const canMerge = (change: MergeChange) => change.kind === 'change' || change.kind === 'conflict'

/** What the change is of: the problem in a few words. */
function itemNames(plan: SheetPlan): ReadonlyMap<string, string> {
  return new Map(plan.rows.map((row) => {
    const first = (row.values.problem ?? row.values.measure ?? '').split('\n')[0]!
    return [rowName(row), leadSentence(first) ?? first]
  }))
}

function Words({ value, muted }: { readonly value: string; readonly muted?: boolean }) {
  return value === '' ? <span className="merge-empty">{text.empty}</span> : <span className={muted ? 'merge-words muted' : 'merge-words'}>{value}</span>
}

/** Why a change is not chosen from the start, or cannot be. */
function remark(change: MergeChange): ReactNode {
  switch (change.kind) {
    case 'change': return null
    case 'conflict': return <div className="merge-remark"><Tag color="orange">{text.conflict}</Tag><Words value={change.base} muted /></div>
    case 'unclear': return <div className="merge-remark">{text.unclear}</div>
    case 'derived': return <div className="merge-remark">{text.derived}</div>
  }
}

function columns(names: ReadonlyMap<string, string>): TableColumnsType<Listed> {
  return [
    { title: text.columns.item, key: 'item', width: 200, render: (_, { name }) => <span className="merge-item" title={names.get(name)}>{names.get(name)}</span> },
    { title: text.columns.field, key: 'field', width: 96, render: (_, { field }) => ledgerFieldFacts[field].title },
    { title: text.columns.now, key: 'now', render: (_, { current }) => <Words value={current} muted /> },
    { title: text.columns.then, key: 'then', render: (_, change) => <><Words value={change.incoming === '' ? change.value : change.incoming} />{remark(change)}</> },
  ]
}

function Remarks({ plan }: { readonly plan: SheetPlan }) {
  const { unknown, absent, unchanged, notes } = plan
  return (
    <div className="merge-remarks">
      {unknown.length > 0 && <details><summary>{text.unknown(unknown.length)}</summary>{unknown.map(({ line, text: words }) => <p key={line}>{text.line(line, words)}</p>)}</details>}
      {absent.length > 0 && <p>{text.absent(absent.length)}</p>}
      {notes.length > 0 && <details><summary>{text.notes}</summary>{notes.map((note) => <p key={note}>{note}</p>)}</details>}
      <p>{text.unchanged(unchanged)}</p>
    </div>
  )
}

interface MergeDialogProps {
  readonly reading: SheetReading
  readonly busy: boolean
  readonly onCancel: () => void
  readonly onMerge: (changes: readonly MergeChange[]) => void
}

export function MergeDialog({ reading, busy, onCancel, onMerge }: MergeDialogProps) {
  const plan = reading.kind === 'read' ? reading.plan : undefined
  const changes = useMemo(() => (plan?.changes ?? []).map((change, index): Listed => ({ ...change, id: String(index) })), [plan])
  // Where both sides changed the writer decides; nothing is taken over by a click too few.
  const [chosen, setChosen] = useState<readonly string[]>()
  const taken = chosen ?? changes.filter((change) => change.kind === 'change').map((change) => change.id)
  const names = useMemo(() => (plan ? itemNames(plan) : new Map<string, string>()), [plan])
  const selected = changes.filter((change) => canMerge(change) && taken.includes(change.id))
  return (
    <Modal
      open width={980} title={text.title(reading.name)} onCancel={onCancel} mask={{ closable: false }}
      footer={[
        <Button key="cancel" onClick={onCancel}>{text.cancel}</Button>,
        <Button key="apply" type="primary" loading={busy} disabled={selected.length === 0} onClick={() => onMerge(selected)}>{text.apply(selected.length)}</Button>,
      ]}
    >
      {plan === undefined ? (
        <div className="merge-reading"><p>{ledgerActionText.reading(reading.name)}</p><Progress percent={Math.round((reading.kind === 'reading' ? reading.done : 1) * 100)} showInfo={false} /></div>
      ) : (
        <>
          {changes.length === 0 ? <Alert type="info" showIcon title={text.nothing} /> : (
            <>
              <p>{text.intro(changes.length)}</p>
              <Table<Listed>
                className="merge-table" rowKey="id" size="small" pagination={false} virtual={changes.length > 100} columns={columns(names)} dataSource={changes} scroll={{ y: 360, x: 900 }}
                rowSelection={{ selectedRowKeys: selected.map((change) => change.id), onChange: (keys) => setChosen(keys as string[]), getCheckboxProps: (change) => ({ disabled: !canMerge(change) }), columnWidth: 40 }}
              />
            </>
          )}
          <Remarks plan={plan} />
        </>
      )}
    </Modal>
  )
}
