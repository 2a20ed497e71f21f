/** Which columns, in which order, under which titles. The choice is the unit's; widths and 余期 are this machine's. */
import { useRef, useState, type KeyboardEvent } from 'react'
import { Alert, Button, Checkbox, Input } from 'antd'
import { HolderOutlined } from '@ant-design/icons'
import { columnSets, columnsOf } from '../../../shared/ledger/column-sets.ts'
import { ledgerFieldFacts, ledgerFields, type LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import { columnTitleLimit } from '../../../shared/settings/ledger-settings.ts'
import { ledgerText } from '../../text/ledger.ts'
import { useRowDrag } from '../settings/use-row-drag.ts'
import { setLook, useColumnEdits, useLook } from './use-ledger-columns.ts'

const text = ledgerText.column

function TitleInput({ field, title, onRename }: { readonly field: LedgerField; readonly title: string; readonly onRename: (title: string) => void }) {
  const [typed, setTyped] = useState(title)
  const [stored, setStored] = useState(title)
  if (stored !== title) {
    setStored(title)
    setTyped(title)
  }
  return (
    <Input
      size="small" value={typed} maxLength={columnTitleLimit} aria-label={text.titleOf(ledgerFieldFacts[field].title)} placeholder={ledgerFieldFacts[field].title} onChange={(event) => setTyped(event.target.value)}
      onBlur={() => { if (typed.trim() !== title) onRename(typed) }} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) event.currentTarget.blur() }}
    />
  )
}

export function ColumnChooser() {
  const { columns, failure, set, toggle, move, rename } = useColumnEdits()
  const { hidesLeft } = useLook()
  const list = useRef<HTMLDivElement>(null)
  const { drag, begin } = useRowDrag(list, move)
  const hidden = ledgerFields.filter((field) => !columns.some((one) => one.field === field))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    if (event.nativeEvent.isComposing || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1))
  }
  return (
    <div className="column-chooser">
      <div className="column-sets">{text.sets}{columnSets.map((one) => <Button key={one.id} size="small" onClick={() => set(columnsOf(one))}>{one.title}</Button>)}</div>
      {failure !== undefined && <Alert type="error" showIcon title={failure} />}
      <h3>{text.shown}<small>{text.move}</small></h3>
      <div className="column-list" ref={list}>
        {columns.map(({ field, title }, index) => (
          <div
            key={field} className="column-item" data-row={index} data-field={field} data-dragging={drag?.from === index || undefined}
            data-drop={drag && drag.to === index && drag.from !== index ? (drag.to < drag.from ? 'before' : 'after') : undefined} onKeyDown={(event) => onKeyDown(event, index)}
          >
            <span className="row-handle" onPointerDown={(event) => begin(event, index)}><HolderOutlined /></span>
            <Checkbox checked disabled={columns.length === 1} title={columns.length === 1 ? text.keepOne : ''} onChange={() => toggle(field)}>{ledgerFieldFacts[field].title}</Checkbox>
            <TitleInput field={field} title={title} onRename={(next) => rename(field, next)} />
          </div>
        ))}
      </div>
      {hidden.length > 0 && <h3>{text.hidden}</h3>}
      <div className="column-hidden">{hidden.map((field) => <Checkbox key={field} checked={false} onChange={() => toggle(field)}>{ledgerFieldFacts[field].title}</Checkbox>)}</div>
      <div className="column-look">
        <Checkbox checked={!hidesLeft} onChange={(event) => setLook({ hidesLeft: !event.target.checked })}>{text.leftSwitch}</Checkbox>
        <Button size="small" type="text" onClick={() => setLook({ widths: {} })}>{text.resetWidths}</Button>
      </div>
      <p className="quiet">{text.note}</p>
    </div>
  )
}
