import { memo, useRef, type PointerEvent } from 'react'
import { FilterFilled } from '@ant-design/icons'
import type { LedgerQuery, ViewField } from '../../../../shared/ledger/ledger-view.ts'
import { ledgerText } from '../../../text/ledger.ts'
import type { GridColumn } from '../use-ledger-columns.ts'

interface HeaderProps {
  readonly columns: readonly GridColumn[]
  readonly query: LedgerQuery
  /** Width while it is dragged, and as it is let go. */
  readonly onResize: (field: ViewField, width: number, done: boolean) => void
  /** Back to the usual width. */
  readonly onReset: (field: ViewField) => void
  readonly onMenu: (field: ViewField, anchor: HTMLElement) => void
}

/** Pixels of the layout to a pixel of the screen. */
const zoomOf = (element: HTMLElement) => element.getBoundingClientRect().width / element.offsetWidth || 1

function Grip({ column, onResize, onReset }: { readonly column: GridColumn } & Pick<HeaderProps, 'onResize' | 'onReset'>) {
  const begin = useRef<{ readonly x: number; readonly width: number; readonly zoom: number }>(undefined)
  const widthAt = (event: PointerEvent) => begin.current!.width + (event.clientX - begin.current!.x) / begin.current!.zoom
  return (
    <span
      className="grip" aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault()
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        begin.current = { x: event.clientX, width: column.width, zoom: zoomOf(event.currentTarget.parentElement!) }
      }}
      onPointerMove={(event) => { if (begin.current) onResize(column.field, widthAt(event), false) }}
      onPointerUp={(event) => {
        if (!begin.current) return
        const width = widthAt(event)
        if (width !== begin.current.width) onResize(column.field, width, true)
        begin.current = undefined
      }}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => onReset(column.field)}
    />
  )
}

export const GridHeader = memo(function GridHeader({ columns, query, onResize, onReset, onMenu }: HeaderProps) {
  return (
    <div className="grid-head" role="row" aria-rowindex={1}>
      {columns.map((column, index) => {
        const { field, title } = column
        const sort = query.sort?.field === field ? query.sort : undefined
        const filtered = (query.filters[field as keyof typeof query.filters]?.length ?? 0) > 0
        return (
          <div key={field} role="columnheader" className="head-cell" data-field={field} aria-colindex={index + 1} aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
            <button type="button" title={ledgerText.headMenu(title)} aria-haspopup="menu" data-active={filtered || undefined} onMouseDown={(event) => event.preventDefault()} onClick={(event) => onMenu(field, event.currentTarget)}>
              <span>{title}</span>{filtered && <FilterFilled />}<i aria-hidden="true">{sort ? (sort.descending ? '↓' : '↑') : '▾'}</i>
            </button>
            <Grip column={column} onResize={onResize} onReset={onReset} />
          </div>
        )
      })}
    </div>
  )
})
