/** The collected ledger, to be read, searched and sorted: the table of the ledger without its editing. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Input } from 'antd'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { ListedRow } from '../../../shared/ledger/build-ledger-table.ts'
import type { CollectedListRow } from '../../../shared/contract/collect-procedures.ts'
import { collectedFields, collectedTitles } from '../../../shared/collect/collected-tables.ts'
import { itemStateNames, itemStates, ledgerFieldFacts, type LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import { defaultColourDays } from '../../../shared/ledger/time-left.ts'
import type { ViewField } from '../../../shared/ledger/ledger-view.ts'
import { collectText as text } from '../../text/collect.ts'
import { CellContent, marked, type ContentContext } from '../ledger/grid/cell-content.tsx'
import { createEstimate, groupHeight, headHeight } from '../ledger/grid/estimate-row.ts'
import { GridHeader } from '../ledger/grid/grid-header.tsx'
import { GroupRow } from '../ledger/grid/grid-row.tsx'
import { HeadMenu } from '../ledger/grid/head-menu.tsx'
import { useLedgerView } from '../ledger/use-ledger-view.ts'
import type { GridColumn } from '../ledger/use-ledger-columns.ts'
import '../ledger/grid/ledger-grid.css'

const widths: Readonly<Partial<Record<LedgerField, number>>> = { number: 58, source: 150, category: 110, problem: 240, measure: 240, leader: 90, person: 90, office: 100, timeLimit: 120, due: 108, progress: 170, state: 108 }
const usualColumns = collectedFields.map((field): GridColumn => ({ field, title: field in collectedTitles ? collectedTitles.source : ledgerFieldFacts[field].title, width: widths[field] ?? 120 }))

/** Of two units the same draft may be known: here a row is named by its number, and its unit stands for its draft. */
function listed(rows: readonly CollectedListRow[]): { readonly rows: readonly ListedRow[]; readonly units: ReadonlyMap<string, string>; readonly files: ReadonlyMap<number, CollectedListRow> } {
  const keys = new Map<string, string>()
  for (const { unit } of rows) if (!keys.has(unit)) keys.set(unit, `u${keys.size}`)
  return {
    rows: rows.map(({ number, unit, row }) => ({ ...row, number, source: unit, draftId: keys.get(unit)!, key: String(number) })),
    units: new Map([...keys].map(([unit, key]) => [key, unit])), files: new Map(rows.map((row) => [row.number, row])),
  }
}

export function CollectedGrid({ rows: given, today }: { readonly rows: readonly CollectedListRow[]; readonly today: string }) {
  const { rows, units, files } = useMemo(() => listed(given), [given])
  const options = useMemo(() => ({ today, days: defaultColourDays, fields: collectedFields }), [today])
  const view = useLedgerView(rows, options)
  const { entries, query, change } = view
  const [sizes, setSizes] = useState<Readonly<Partial<Record<ViewField, number>>>>({})
  const [head, setHead] = useState<{ readonly field: ViewField; readonly anchor: HTMLElement }>()
  const columns = useMemo(() => usualColumns.map((column) => ({ ...column, width: sizes[column.field] ?? column.width })), [sizes])
  const scroller = useRef<HTMLDivElement>(null)
  const estimate = useMemo(() => createEstimate(columns, false), [columns])
  const context = useMemo((): ContentContext => ({ today, days: defaultColourDays, words: query.search.split(/\s+/u).filter((word) => word !== ''), responsibleColumn: undefined }), [today, query.search])
  const virtual = useVirtualizer({
    count: entries.length, getScrollElement: () => scroller.current, estimateSize: (index) => { const entry = entries[index]!; return entry.kind === 'group' ? groupHeight : estimate(entry.row) },
    getItemKey: (index) => entries[index]!.id, measureElement: (element) => (element as HTMLElement).offsetHeight, overscan: 6, scrollMargin: headHeight, useFlushSync: false,
  })
  useLayoutEffect(() => virtual.measure(), [virtual, columns])
  const onResize = useCallback((field: ViewField, width: number, done: boolean) => { if (done) setSizes((before) => ({ ...before, [field]: Math.max(48, Math.round(width)) })) }, [])
  const onReset = useCallback((field: ViewField) => setSizes(({ [field]: _before, ...rest }) => rest), [])
  const onMenu = useCallback((field: ViewField, anchor: HTMLElement) => setHead((before) => (before?.field === field ? undefined : { field, anchor })), [])
  const items = virtual.getVirtualItems()
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const { counts } = view.view
  return (
    <div className="collected" role="tabpanel">
      <div className="library-filters" role="toolbar" aria-label={text.states}>
        <Input className="collect-search" allowClear value={query.search} placeholder={text.search} aria-label={text.search} onChange={(event) => change({ search: event.target.value })} />
        <button type="button" className="pill" aria-pressed={query.state === null && query.colour === null} onClick={() => change({ state: null, colour: null })}>{text.all} {counts.anyState}</button>
        {itemStates.filter((state) => counts.states[state] > 0 || query.state === state).map((state) => (
          <button type="button" key={state} className="pill" aria-pressed={query.state === state} onClick={() => change({ state: query.state === state ? null : state })}>{itemStateNames[state]} {counts.states[state]}</button>
        ))}
        {(counts.colours.red > 0 || query.colour === 'red') && <button type="button" className="pill" aria-pressed={query.colour === 'red'} onClick={() => change({ colour: query.colour === 'red' ? null : 'red' })}>{text.overdue} {counts.colours.red}</button>}
        <span className="space" />
        <span className="quiet" role="status">{text.shown(view.view.rows.length, rows.length)}</span>
      </div>
      <div className="ledger-grid">
        <div
          className="grid-scroller" ref={scroller} role="grid" aria-readonly="true" aria-label={text.tabs.ledger} aria-rowcount={entries.length + 1} aria-colcount={columns.length} tabIndex={0}
          style={{ '--columns': columns.map(({ width }) => `${width}px`).join(' '), '--total': `${total}px`, '--number': `${columns[0]!.width}px` } as React.CSSProperties}
        >
          <GridHeader columns={columns} query={query} onResize={onResize} onReset={onReset} onMenu={onMenu} />
          <div className="grid-body" style={{ height: virtual.getTotalSize() }}>
            <div className="grid-rows" style={{ transform: `translateY(${(items[0]?.start ?? headHeight) - headHeight}px)` }}>
              {items.map(({ index, key }) => {
                const entry = entries[index]!
                if (entry.kind === 'group') return <GroupRow key={key} entry={entry} index={index} field={query.group!} today={today} isFocused={false} measure={virtual.measureElement} onFold={view.fold} />
                const from = files.get(entry.row.number)
                return (
                  <div className="grid-row" role="row" key={key} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2} data-state={entry.row.state}>
                    {columns.map(({ field }) => (
                      <div key={field} role="gridcell" className="grid-cell" data-field={field} title={field === 'source' && from ? `${from.draft}\n${text.file(from.file)}` : undefined}>
                        <div className="cell-text">{field === 'source' ? marked(entry.row.source, context.words) : <CellContent row={entry.row} field={field} context={context} />}</div>
                      </div>
                    ))}
                  </div>
                )
              })}
            </div>
          </div>
        </div>
        {head && <HeadMenu field={head.field} anchor={head.anchor} query={query} counts={counts} draftTitles={units} onChange={change} onHide={undefined} onClose={() => setHead(undefined)} />}
      </div>
    </div>
  )
}
