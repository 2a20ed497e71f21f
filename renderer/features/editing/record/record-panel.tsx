/** The tab 台账: the item the caret stands in as a form, the way from item to item, and what the item lacks. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button, Checkbox, Empty } from 'antd'
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import type { PlacedItem } from '../../../../shared/ledger/item-places.ts'
import { ledgerFieldFacts } from '../../../../shared/ledger/ledger-fields.ts'
import type { LedgerRow } from '../../../../shared/ledger/ledger-rows.ts'
import { spotOf, type OfferSpot } from '../../../../shared/ledger/offers.ts'
import type { PartField } from '../../../../shared/ledger/part-place.ts'
import { daysLeft, limitColour } from '../../../../shared/ledger/time-left.ts'
import { paperTimeContext } from '../../../../shared/time-limit/paper-context.ts'
import { INSERT_PART_COMMAND } from '../../../editor/extensions/offers/offer-commands.ts'
import { useEditable } from '../../../editor/use-editable.ts'
import { recordText } from '../../../text/record.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { setLeadMarks, useLeadMarksShown } from '../lead-marks-setting.ts'
import { draftRecord } from './draft-record.ts'
import { goToItem } from './go-to-item.ts'
import { ItemForm } from './item-form.tsx'
import { today } from './item-edits.ts'
import { useCaretPlace, type CaretPlace } from './use-caret-place.ts'
import './record.css'

interface RecordPanelProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
}

/** Index of the item the place belongs to; -1 for none. What is only linked to an item is not of it alone. */
function itemAt(items: readonly PlacedItem[], place: CaretPlace | undefined): number {
  if (!place) return -1
  return items.findIndex((placed) => (placed.place ? placed.place.table.id === place.blockId && placed.place.row === place.row : placed.anchors.includes(place.blockId)))
}

function Missing({ editor, row, spot }: { readonly editor: LexicalEditor; readonly row: LedgerRow; readonly spot: OfferSpot | undefined }) {
  const editable = useEditable(editor)
  const parts = row.missing.map((part) => ({ field: part === 'responsible' ? spot?.responsible[0] ?? 'person' : part, name: part === 'responsible' ? recordText.addResponsible : recordText.add(part) }))
  if (parts.length === 0 || !editable) return null
  const insert = (field: PartField) => {
    if (spot) {
      editor.dispatchCommand(INSERT_PART_COMMAND, { field, blockId: spot.afterId })
      editor.focus()
    } else {
      // No place in the text: the field of the form is where it goes.
      document.querySelector<HTMLElement>(`.item-form [aria-label="${CSS.escape(field === 'timeLimit' ? ledgerFieldFacts.timeLimit.title : field === 'measure' ? recordText.measure : field === 'problem' ? recordText.problemLead : recordText.partNames[field])}"]`)?.focus()
    }
  }
  return <p className="record-missing">{recordText.missing}{parts.map(({ field, name }) => <Button key={field} size="small" type="dashed" onClick={() => insert(field)}>{name}</Button>)}</p>
}

export function RecordPanel({ editor, draft }: RecordPanelProps) {
  const caret = useCaretPlace(editor)
  const { settings } = useSettings()
  const marksShown = useLeadMarksShown()
  const { items, ledger, spots } = draftRecord(draft)
  const context = useMemo(() => paperTimeContext(draft), [draft])
  const [key, setKey] = useState<string>()
  const seen = useRef<CaretPlace | undefined>(undefined)
  // The form follows the caret; where the caret is in no item it stays with the last one.
  useEffect(() => {
    if (caret === seen.current) return
    const index = itemAt(items, caret)
    // A block just begun is in the draft a moment later.
    if (index === -1 && caret && !draft.blocks.some((block) => block.id === caret.blockId)) return
    seen.current = caret
    if (index !== -1) setKey(items[index]!.key)
  }, [caret, items, draft])

  const index = items.findIndex((placed) => placed.key === key)
  const [row, placed] = [ledger.rows[index], items[index]]
  const go = (to: number) => {
    const next = items[to]
    if (!next) return
    setKey(next.key)
    goToItem(editor, next, false)
  }
  const foot = (
    <div className="record-foot">
      {ledger.loose > 0 && <p>{recordText.loose(ledger.loose)}</p>}
      {ledger.orphans > 0 && <p>{recordText.orphans(ledger.orphans)}</p>}
      <Checkbox checked={marksShown} onChange={(event) => setLeadMarks(event.target.checked)}>{recordText.leadMarks}</Checkbox>
    </div>
  )
  if (items.length === 0) return <><Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={recordText.noItems} />{foot}</>
  if (!row || !placed) return <div className="record"><p className="quiet">{recordText.noItem}</p><Button onClick={() => go(0)}>{recordText.first}</Button>{foot}</div>
  const days = daysLeft(row, today())
  return (
    <div className="record">
      <div className="record-head">
        <Button size="small" type="text" icon={<LeftOutlined />} disabled={index === 0} aria-label={recordText.previous} title={recordText.previous} onClick={() => go(index - 1)} />
        <button type="button" className="record-position" title={recordText.goTo} onClick={() => goToItem(editor, placed, true)}>{recordText.position(index + 1, items.length)}</button>
        <Button size="small" type="text" icon={<RightOutlined />} disabled={index === items.length - 1} aria-label={recordText.next} title={recordText.next} onClick={() => go(index + 1)} />
        {days !== undefined && <span className="record-left" data-colour={limitColour(days, settings.ledgerDays)}>{recordText.left(days)}</span>}
      </div>
      <Missing editor={editor} row={row} spot={spots.find((spot) => placed.anchors.some((id) => spotOf([spot], id)))} />
      <ItemForm key={row.key} editor={editor} draft={draft} rows={ledger.rows} row={row} placed={placed} context={context} onKey={setKey} />
      {foot}
    </div>
  )
}
