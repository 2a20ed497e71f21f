/** A table of numbers or notes, drawn only where it is seen. */
import { useRef } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { CollectedView } from '../../../shared/contract/collect-procedures.ts'

type PlainTable = CollectedView['tables'][number]

/** Texts share what is left over by the width they ask for; numbers keep theirs. */
const columnsOf = ({ columns }: PlainTable) => columns.map(({ title, width, align }) => (align === 'centre' ? `${Math.max(58, Math.min(6, title.length) * 15 + 22)}px` : `minmax(${width * 9}px, ${width}fr)`)).join(' ')

export function PlainTableView({ table, empty }: { readonly table: PlainTable; readonly empty: string }) {
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, columns, hasTotal, title } = table
  const virtual = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => 35, overscan: 12, measureElement: (element) => (element as HTMLElement).offsetHeight, useFlushSync: false,
  })
  if (rows.length === 0) return <p className="collect-empty">{empty}</p>
  const items = virtual.getVirtualItems()
  return (
    <div className="plain-table" ref={scroller} role="table" aria-label={title} aria-rowcount={rows.length + 1} tabIndex={0} style={{ '--columns': columnsOf(table) } as React.CSSProperties}>
      <div className="plain-head" role="row">{columns.map((column) => <span role="columnheader" key={column.title} data-align={column.align}>{column.title}</span>)}</div>
      <div className="plain-body" style={{ height: virtual.getTotalSize() }}>
        <div style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}>
          {items.map(({ index, key }) => (
            <div role="row" className="plain-row" key={key} data-index={index} ref={virtual.measureElement} data-total={(hasTotal && index === rows.length - 1) || undefined}>
              {columns.map((column, at) => <span role="cell" key={column.title} data-align={column.align}>{rows[index]![at]}</span>)}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
