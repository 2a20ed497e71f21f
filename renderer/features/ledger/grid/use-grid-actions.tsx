/** What the table does to cells: store, clear, fill, copy, paste. Each is one step of undo. */
import { useCallback, useRef } from 'react'
import { App as AntdApp } from 'antd'
import { rowName, type ListedRow } from '../../../../shared/ledger/build-ledger-table.ts'
import { readCells, writeCells } from '../../../../shared/ledger/cell-block.ts'
import type { LedgerField } from '../../../../shared/ledger/ledger-fields.ts'
import { planPaste, type PastePlan } from '../../../../shared/ledger/paste-plan.ts'
import { copiedText, isDerived, storedValue } from '../../../../shared/ledger/typed-value.ts'
import { ledgerText } from '../../../text/ledger.ts'
import type { CellFault, CellPlace, LedgerStore } from '../ledger-store.ts'
import type { LedgerEdit } from '../ledger-rows-state.ts'
import type { GridColumn } from '../use-ledger-columns.ts'
import { leftOf, type ContentContext } from './cell-content.tsx'
import type { GridFocus, GridRange } from './use-grid-focus.ts'

interface ActionOptions {
  readonly store: LedgerStore
  readonly focus: GridFocus
  readonly columns: readonly GridColumn[]
  readonly context: ContentContext
  /** Faults of an edit of one cell: the writer goes on there. */
  readonly onFaults: (faults: readonly CellFault[]) => void
}

const wordOf = (row: ListedRow, field: GridColumn['field'], { today, days }: ContentContext) => (field === 'left' ? leftOf(row, today, days).text : copiedText(row, field))

function PasteNote({ plan }: { readonly plan: PastePlan }) {
  const text = ledgerText.paste
  return (
    <div className="paste-note">
      <p>{text.body(plan.rows, plan.columns, plan.edits.length)}</p>
      {plan.replaced > 0 && <p>{text.replaced(plan.replaced)}</p>}
      {plan.derived > 0 && <p>{text.derived(plan.derived)}</p>}
      {plan.wrong.length > 0 && <p className="warn">{text.wrong(plan.wrong.length, plan.wrong[0]!.slice(0, 20))}</p>}
      {plan.beyond > 0 && <p className="warn">{text.beyond(plan.beyond)}</p>}
    </div>
  )
}

export function useGridActions(options: ActionOptions) {
  const { message, modal } = AntdApp.useApp()
  const latest = useRef(options)
  latest.current = options

  const store = useCallback((edits: readonly LedgerEdit[], place: CellPlace | undefined) => {
    if (edits.length === 0) return
    void latest.current.store.edit(edits, place).then((faults) => { if (faults.length > 0) latest.current.onFaults(faults) })
  }, [])
  const here = (): CellPlace | undefined => {
    const { focus, columns } = latest.current
    const field = focus.at && columns[focus.at.column]!.field
    return focus.entry?.kind === 'row' && field !== undefined && field !== 'left' ? { row: focus.entry.name, field } : undefined
  }
  const fieldsIn = (range: GridRange) => latest.current.columns.slice(range.left, range.right + 1).map(({ field }) => field)

  /** The same value in every cell of the range that can hold it. */
  const fill = (rows: readonly ListedRow[], valueOf: (field: LedgerField, row: ListedRow) => string | undefined, fields: readonly GridColumn['field'][]) => {
    const seen = new Set<string>()
    const edits: LedgerEdit[] = []
    for (const row of rows) {
      for (const field of fields) {
        const cell = `${rowName(row)} ${field}`
        if (isDerived(field) || seen.has(cell)) continue
        seen.add(cell)
        const value = valueOf(field, row)
        // A state nobody has set reads as one, yet there is nothing to take away, and the same may be set in earnest.
        const before = field === 'state' && row.stateInferred ? '' : storedValue(row, field)
        if (value !== undefined && value !== before) edits.push({ draftId: row.draftId, key: row.key, field, value })
      }
    }
    store(edits, here())
    return edits.length
  }

  const clear = () => {
    const { focus } = latest.current
    if (!focus.range) return
    const fields = fieldsIn(focus.range)
    const derived = fields.every(isDerived)
    const count = derived ? 0 : fill(focus.rowsIn(focus.range), () => '', fields)
    if (count > 1) void message.info(ledgerText.cleared(count), 2)
    return derived
  }
  const fillDown = () => {
    const { focus } = latest.current
    const range = focus.range
    if (!range) return
    const [first, ...rest] = focus.rowsIn(range)
    if (first) fill(rest, (field) => (field === 'state' ? first.state : storedValue(first, field)), fieldsIn(range))
  }

  const copy = (data: DataTransfer, cut: boolean) => {
    const { focus, context } = latest.current
    if (!focus.range) return
    const fields = fieldsIn(focus.range)
    const rows = focus.rowsIn(focus.range)
    data.setData('text/plain', writeCells(rows.map((row) => fields.map((field) => wordOf(row, field, context)))))
    const count = rows.length * fields.length
    if (cut) clear()
    else if (count > 1) void message.info(ledgerText.copied(count), 2)
  }
  const paste = (text: string) => {
    const { focus, columns, context } = latest.current
    const range = focus.range
    if (!range || text === '') return
    const rows = focus.rowsIn({ ...range, bottom: Number.MAX_SAFE_INTEGER })
    const block = readCells(text)
    const plan = planPaste(block, {
      rows, fields: columns.slice(range.left).map(({ field }) => field), height: focus.rowsIn(range).length, width: range.right - range.left + 1,
    }, context.today)
    if (plan.edits.length === 0) return void message.info(plan.derived + plan.wrong.length + plan.beyond > 0 ? ledgerText.paste.nothing : ledgerText.paste.same, 4)
    const place = here()
    const simple = plan.edits.length === 1 && plan.derived + plan.wrong.length + plan.beyond === 0
    if (simple) return store(plan.edits, place)
    modal.confirm({ title: ledgerText.paste.title, content: <PasteNote plan={plan} />, okText: ledgerText.paste.ok, cancelText: ledgerText.cancel, onOk: () => store(plan.edits, place) })
  }
  return { store, fill, clear, fillDown, copy, paste }
}

export type GridActions = ReturnType<typeof useGridActions>
