import { useEffect, useId, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { CloseOutlined, HolderOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { settingsText } from '../../text/settings.ts'
import { useRowDrag } from './use-row-drag.ts'
import { useRowList, type Row } from './use-row-list.ts'

export interface RowColumn<K extends string> {
  readonly key: K
  readonly label: string
  readonly placeholder: string
  /** Share of the width. */
  readonly share: number
  readonly options?: readonly string[]
}

interface RowListProps<K extends string> {
  readonly what: string
  /** What the button adds. */
  readonly one: string
  readonly columns: readonly RowColumn<K>[]
  readonly rows: readonly Row<K>[]
  readonly onChange: (rows: readonly Row<K>[]) => void
  /** What is wrong with a cell, counting rows that are not blank. */
  readonly problemAt: (row: number, column: K) => string | undefined
  /** What the writer may want to look at, counted in the same way. It is stored all the same. */
  readonly noteAt?: (row: number, column: K) => string | undefined
  readonly problem?: string | undefined
}

const text = settingsText.list
const isBlank = (row: Row<string>) => Object.values(row).every((cell) => cell.trim() === '')

export function RowList<K extends string>({ what, one, columns, rows, onChange, problemAt, noteAt, problem }: RowListProps<K>) {
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const edits = useRowList({ rows, columns: columns.map((column) => column.key), onChange })
  const { drag, begin } = useRowDrag(list, edits.move)
  useEffect(() => {
    const wanted = edits.takeFocus()
    if (wanted) list.current?.querySelector<HTMLElement>(`[data-key="${wanted.key}"] [data-column="${wanted.column}"]`)?.focus()
  })

  const neighbour = (index: number, column: K): boolean => {
    const field = list.current?.querySelector<HTMLElement>(`[data-key="${edits.keys[index]}"] [data-column="${column}"]`)
    field?.focus()
    return field !== null && field !== undefined
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, index: number, column: RowColumn<K>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return
    const up = event.key === 'ArrowUp'
    if (event.altKey) {
      if (!up && event.key !== 'ArrowDown') return
      event.preventDefault()
      return edits.move(index, index + (up ? -1 : 1), column.key)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      edits.add(index + 1)
    } else if ((up || event.key === 'ArrowDown') && column.options === undefined) {
      if (neighbour(index + (up ? -1 : 1), column.key)) event.preventDefault()
    } else if (event.key === 'Backspace' && isBlank(rows[index]!) && column.key === columns[0]!.key) {
      event.preventDefault()
      edits.remove(index)
    }
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, index: number, column: K) => {
    if (edits.paste(index, column, event.clipboardData.getData('text/plain'))) event.preventDefault()
  }

  const undo = edits.lastUndo
  let filled = 0
  const template = { gridTemplateColumns: `24px ${columns.map((column) => `minmax(0, ${column.share}fr)`).join(' ')} 28px` }
  return (
    <div className="row-list" ref={list} role="group" aria-label={what}>
      {rows.length > 0 && columns.length > 1 && <div className="row-heads" style={template}><span />{columns.map((column) => <span key={column.key}>{column.label}</span>)}<span /></div>}
      {rows.map((row, index) => {
        const cleanIndex = isBlank(row) ? -1 : filled++
        const faults = columns.map((column) => (cleanIndex === -1 ? undefined : problemAt(cleanIndex, column.key)))
        const fault = faults.find((one) => one !== undefined)
        const note = fault === undefined && cleanIndex !== -1 ? columns.map((column) => noteAt?.(cleanIndex, column.key)).find((one) => one !== undefined) : undefined
        const name = columns.map((column) => row[column.key]).find((cell) => cell.trim() !== '') ?? text.row(index + 1)
        const place = drag && drag.to === index && drag.from !== index ? (drag.to < drag.from ? 'before' : 'after') : undefined
        return (
          <div className="row" key={edits.keys[index]} data-row data-key={edits.keys[index]} data-dragging={drag?.from === index || undefined} data-drop={place}>
            <div className="row-cells" style={template}>
              <span className="row-handle" title={text.drag} onPointerDown={(event) => begin(event, index)}><HolderOutlined /></span>
              {columns.map((column, at) => (
                <input
                  key={column.key} data-column={column.key} value={row[column.key]} placeholder={column.placeholder} aria-label={`${column.label} ${index + 1}`} spellCheck={false} autoComplete="off"
                  aria-invalid={faults[at] !== undefined} list={column.options ? `${id}-${column.key}` : undefined}
                  onChange={(event) => edits.edit(index, column.key, event.target.value)} onKeyDown={(event) => onKeyDown(event, index, column)} onPaste={(event) => onPaste(event, index, column.key)}
                />
              ))}
              <button type="button" className="row-remove" title={text.remove} aria-label={`${text.remove} ${name}`} onClick={() => edits.remove(index)}><CloseOutlined /></button>
            </div>
            {fault !== undefined && <p className="field-problem">{fault}</p>}
            {note !== undefined && <p className="field-note">{note}</p>}
          </div>
        )
      })}
      {columns.filter((column) => column.options).map((column) => (
        <datalist key={column.key} id={`${id}-${column.key}`}>{column.options!.map((option) => <option key={option} value={option} />)}</datalist>
      ))}
      {problem !== undefined && <p className="field-problem">{problem}</p>}
      <div className="row-foot">
        <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => edits.add(rows.length)}>{text.add(one)}</Button>
        {undo && (
          <span role="status">
            {undo.kind === 'removed' ? text.removed(Object.values<string>(undo.row).find((cell) => cell.trim() !== '') ?? '') : text.pasted(undo.keys.length)}
            <button type="button" className="text-link" onClick={edits.undo}>{undo.kind === 'removed' ? text.undo : text.takeBack}</button>
          </span>
        )}
      </div>
    </div>
  )
}
