/** Columns and empty rows of a table of a template. */
import { Button, Input, InputNumber, Select } from 'antd'
import { tableColumnRoles, type TableBlock, type TableColumnRole } from '../../../../shared/document/draft.ts'
import { setColumns, setRowCount } from '../../../../shared/paper-templates/edit-template.ts'
import { paperTemplatesText } from '../../../text/paper-templates.ts'

const text = paperTemplatesText.editor
const mostColumns = 12

interface Column {
  readonly role: TableColumnRole
  readonly title: string
  readonly keep: number
}

export function TableForm({ block, onChange }: { readonly block: TableBlock; readonly onChange: (edit: (before: TableBlock) => TableBlock) => void }) {
  const head = block.rows[Math.max(block.headerRows, 1) - 1] ?? []
  const columns: readonly Column[] = block.columns.map((role, keep) => ({ role, keep, title: head[keep] ?? '' }))
  const set = (next: readonly Column[]) => onChange((before) => setColumns(before, next))
  return (
    <fieldset className="table-form">
      <legend>{text.columns}</legend>
      {columns.map(({ role, title, keep }) => (
        <div key={keep} className="table-column">
          <Input value={title} aria-label={text.columnTitle} maxLength={60} onChange={(event) => set(columns.map((one) => (one.keep === keep ? { ...one, title: event.target.value } : one)))} />
          <Select value={role} aria-label={text.columnRole} options={tableColumnRoles.map((one) => ({ value: one, label: text.columnNames[one] }))} onChange={(next) => set(columns.map((one) => (one.keep === keep ? { ...one, role: next } : one)))} />
          <button type="button" className="row-remove" disabled={columns.length === 1} title={text.removeColumn(title)} aria-label={text.removeColumn(title)} onClick={() => set(columns.filter((one) => one.keep !== keep))}>✕</button>
        </div>
      ))}
      <div className="form-line">
        <Button size="small" disabled={columns.length >= mostColumns} onClick={() => set([...columns, { role: 'other', title: '', keep: -1 }])}>{text.addColumn}</Button>
        <label>{text.emptyRows} <InputNumber min={0} max={50} value={block.rows.length - block.headerRows} onChange={(count) => { if (count !== null) onChange((before) => setRowCount(before, count)) }} /></label>
      </div>
    </fieldset>
  )
}
