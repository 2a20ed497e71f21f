import { memo } from 'react'
import { itemStateNames, type ItemState } from '../../../../shared/ledger/ledger-fields.ts'
import type { ListedRow } from '../../../../shared/ledger/build-ledger-table.ts'
import type { GroupField } from '../../../../shared/ledger/ledger-view.ts'
import { summarise } from '../../../../shared/ledger/ledger-summary.ts'
import { ledgerText } from '../../../text/ledger.ts'
import type { CellFault } from '../ledger-store.ts'
import type { GridColumn } from '../use-ledger-columns.ts'
import type { ViewEntry } from '../use-ledger-view.ts'
import { CellContent, type ContentContext } from './cell-content.tsx'

interface RowProps {
  readonly entry: Extract<ViewEntry, { kind: 'row' }>
  readonly index: number
  readonly columns: readonly GridColumn[]
  readonly context: ContentContext
  readonly isSelected: boolean
  /** The focused column, -1 for none. */
  readonly focus: number
  /** Columns of the selected range, -1 for none. */
  readonly rangeFrom: number
  readonly rangeTo: number
  readonly faults: readonly CellFault[] | undefined
  readonly measure: (element: HTMLElement | null) => void
}

/** Columns that stay in sight while the others pass below them. */
export const isSticky = (field: string): boolean => field === 'number' || field === 'problem'

export const GridRow = memo(function GridRow({ entry, index, columns, context, isSelected, focus, rangeFrom, rangeTo, faults, measure }: RowProps) {
  return (
    <div className="grid-row" role="row" ref={measure} data-index={index} data-row={entry.name} aria-rowindex={index + 2} aria-selected={isSelected} data-state={entry.row.state}>
      {columns.map(({ field }, column) => {
        const fault = faults?.find((one) => one.field === field)
        return (
          <div
            key={field} role="gridcell" className="grid-cell" data-field={field} data-column={column} aria-colindex={column + 1}
            data-focus={column === focus || undefined} data-range={(column >= rangeFrom && column <= rangeTo) || undefined} data-fault={fault !== undefined || undefined} title={fault?.message}
          >
            <div className="cell-text"><CellContent row={entry.row} field={field} context={context} /></div>
          </div>
        )
      })}
    </div>
  )
})

interface GroupRowProps {
  readonly entry: Extract<ViewEntry, { kind: 'group' }>
  readonly index: number
  readonly field: GroupField
  readonly today: string
  readonly isFocused: boolean
  readonly measure: (element: HTMLElement | null) => void
  readonly onFold: (key: string) => void
}

export function groupTitle(field: GroupField, key: string, source: string): string {
  if (field === 'source') return source === '' ? ledgerText.untitled : source
  if (key === '') return ledgerText.groupEmpty[field]
  return field === 'state' ? itemStateNames[key as ItemState] : field === 'due' ? ledgerText.month(key) : key
}

/** Without whose the item was: the group is of the whole draft. */
const draftTitle = (row: ListedRow | undefined) => (row?.origin === undefined ? row?.source ?? '' : row.source.slice(0, -`（${row.origin}）`.length))

export const GroupRow = memo(function GroupRow({ entry, index, field, today, isFocused, measure, onFold }: GroupRowProps) {
  const { total, done, byColour } = summarise(entry.rows, today)
  return (
    <div className="grid-row group-row" role="row" ref={measure} data-index={index} aria-rowindex={index + 2} data-focus={isFocused || undefined}>
      <button type="button" role="gridcell" tabIndex={-1} aria-expanded={!entry.folded} onMouseDown={(event) => event.preventDefault()} onClick={() => onFold(entry.key)}>
        <span className="fold" aria-hidden="true">{entry.folded ? '▸' : '▾'}</span>
        <b>{groupTitle(field, entry.key, draftTitle(entry.rows[0]))}</b>
        <span>{ledgerText.groupCount(total)}</span>
        <span className="quiet">{ledgerText.groupDone(done, total)}</span>
        {byColour.red > 0 && <span className="days" data-colour="red">{ledgerText.groupOverdue(byColour.red)}</span>}
      </button>
    </div>
  )
})
