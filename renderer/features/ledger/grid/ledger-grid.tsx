/** The table: rows drawn only where they are seen, heads and the first columns always in sight, one cell written at a time. */
import { useCallback, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type Ref } from 'react'
import { App as AntdApp } from 'antd'
import { useVirtualizer } from '@tanstack/react-virtual'
import { rowName, type ListedRow } from '../../../../shared/ledger/build-ledger-table.ts'
import type { LedgerField } from '../../../../shared/ledger/ledger-fields.ts'
import type { ViewField } from '../../../../shared/ledger/ledger-view.ts'
import { ledgerText } from '../../../text/ledger.ts'
import { faultKey, type CellFault, type CellPlace, type LedgerState, type LedgerStore } from '../ledger-store.ts'
import { resetColumnWidth, setColumnWidth, type GridColumn } from '../use-ledger-columns.ts'
import type { LedgerViewState } from '../use-ledger-view.ts'
import { CellEditor, type CellEditorHandle } from './cell-editor.tsx'
import type { ContentContext } from './cell-content.tsx'
import { createEstimate, groupHeight, headHeight } from './estimate-row.ts'
import { GridHeader } from './grid-header.tsx'
import { GroupRow, GridRow, isSticky } from './grid-row.tsx'
import { HeadMenu } from './head-menu.tsx'
import { RowMenu, type MenuPlace } from './row-menu.tsx'
import type { OpenCell } from './use-cell-editor.ts'
import { useGridActions } from './use-grid-actions.tsx'
import { movedBy, useGridFocus } from './use-grid-focus.ts'
import { placeOver, usePeek } from './place-editor.ts'
import type { RowSelection } from './use-row-selection.ts'
import './ledger-grid.css'

export interface LedgerGridHandle {
  readonly focus: () => void
  /** Puts the focus on the cell; false where the row is not shown. */
  readonly goTo: (place: CellPlace) => boolean
  readonly commit: () => boolean
}

interface LedgerGridProps {
  readonly ref: Ref<LedgerGridHandle>
  readonly store: LedgerStore
  readonly state: LedgerState
  readonly view: LedgerViewState
  readonly columns: readonly GridColumn[]
  readonly context: ContentContext
  readonly isExpanded: boolean
  readonly selection: RowSelection
  readonly draftTitles: ReadonlyMap<string, string>
  readonly namesFor: (field: LedgerField) => readonly string[]
  readonly revisionOf: (draftId: string) => number
  readonly onHide: (field: ViewField) => (() => void) | undefined
  readonly onOpenDraft: (row: ListedRow) => void
  readonly onUndo: (direction: 'undo' | 'redo') => void
}

const cellOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>('.grid-cell') : null)

export function LedgerGrid({ ref, store, state, view, columns, context, isExpanded, selection, draftTitles, namesFor, revisionOf, onHide, onOpenDraft, onUndo }: LedgerGridProps) {
  const { message } = AntdApp.useApp()
  const { entries, query, byName } = view
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const editor = useRef<CellEditorHandle>(null)
  const [head, setHead] = useState<{ readonly field: ViewField; readonly anchor: HTMLElement }>()
  const [menu, setMenu] = useState<MenuPlace>()
  const dragging = useRef(false)

  const estimate = useMemo(() => createEstimate(columns, isExpanded), [columns, isExpanded])
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const entry = entries[index]!
      return entry.kind === 'group' ? groupHeight : estimate(entry.row)
    },
    getItemKey: (index) => entries[index]!.id,
    measureElement: (element) => (element as HTMLElement).offsetHeight,
    overscan: 6, scrollMargin: headHeight, scrollPaddingStart: headHeight, useFlushSync: false,
  })
  const widths = columns.map(({ width }) => width).join(' ')
  useLayoutEffect(() => virtual.measure(), [virtual, widths, isExpanded])

  const focus = useGridFocus(entries, columns)
  const { at, entry, range } = focus
  const target = at && entry?.kind === 'row' ? { row: entry.row, name: entry.name, field: columns[at.column]!.field } : undefined
  const faultOf = useCallback((name: string, field: LedgerField) => state.faults.get(faultKey(name, field)), [state.faults])
  const faultsByRow = useMemo(() => Map.groupBy(state.faults.values(), ({ row }) => row), [state.faults])

  const onFaults = useCallback((faults: readonly CellFault[]) => {
    const first = faults[0]!
    const row = byName.get(first.row)
    if (!row) return void message.error(ledgerText.goneRow(first.message, first.value), 12)
    if (faults.length > 1) return void message.error(`${ledgerText.notSaved(faults.length)}${first.message}`, 8)
    if (editor.current?.isOpen()) return
    if (focus.goToRow(first.row, first.field) !== -1) editor.current?.reopen(first, row)
  }, [byName, focus.goToRow, message])
  const actions = useGridActions({ store, focus, columns, context, onFaults })

  const see = useCallback((row: number, column: number) => {
    virtual.scrollToIndex(row)
    const element = scroller.current
    const field = columns[column]?.field
    if (!element || field === undefined || isSticky(field)) return
    const [before, held] = columns.slice(0, column).reduce(([sum, sticky], one) => [sum + one.width, sticky + (isSticky(one.field) ? one.width : 0)], [0, 0])
    const end = before! + columns[column]!.width
    if (before! - held! < element.scrollLeft) element.scrollLeft = before! - held!
    else if (end > element.scrollLeft + element.clientWidth) element.scrollLeft = end - element.clientWidth
  }, [virtual, columns])
  const go = (row: number, column: number, extend = false) => {
    const [toRow, toColumn] = [Math.max(0, Math.min(entries.length - 1, row)), Math.max(0, Math.min(columns.length - 1, column))]
    focus.go(toRow, toColumn, extend)
    see(toRow, toColumn)
  }

  const peek = usePeek(scroller, body)
  const place = useCallback(() => {
    placeOver(scroller.current, body.current, editor.current?.element() ?? null)
    if (editor.current?.isOpen()) peek('', true)
  }, [peek])
  useLayoutEffect(() => {
    place()
    peek(target === undefined ? '' : `${target.name} ${target.field}`, editor.current?.isOpen() ?? false)
  })
  useImperativeHandle(ref, () => ({
    focus: () => editor.current?.focus(),
    goTo: ({ row, field }) => {
      const column = columns.findIndex((one) => one.field === field)
      const index = focus.goToRow(row, column === -1 ? columns[0]!.field : field)
      if (index === -1) return false
      see(index, Math.max(0, column))
      editor.current?.focus()
      return true
    },
    commit: () => editor.current?.commit() ?? true,
  }))

  const onCommit = (cell: OpenCell, value: string, after: 'down' | 'up' | 'right' | 'left' | 'stay', fill: boolean) => {
    const current = byName.get(cell.name) ?? cell.row
    if (fill && focus.isRange && range) actions.fill(focus.rowsIn(range), (field) => (field === cell.field ? value : undefined), [cell.field])
    else if (value !== cell.before || (cell.field === 'state' && current.stateInferred) || state.faults.has(faultKey(cell.name, cell.field))) actions.store([{ draftId: current.draftId, key: current.key, field: cell.field, value }], { row: cell.name, field: cell.field })
    if (!at || after === 'stay') return
    const [down, right] = after === 'down' ? [1, 0] : after === 'up' ? [-1, 0] : after === 'right' ? [0, 1] : [0, -1]
    go(at.row + down, at.column + right)
  }

  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const { key, shiftKey, altKey } = event
    const ctrl = event.ctrlKey || event.metaKey
    if (ctrl && !altKey) {
      switch (key.toLowerCase()) {
        case 'z': onUndo(shiftKey ? 'redo' : 'undo'); return true
        case 'y': onUndo('redo'); return true
        case 'a': selection.set(view.view.rows.map(rowName)); return true
        case 'd': actions.fillDown(); return true
      }
    }
    if (!at) {
      if (key.startsWith('Arrow')) go(0, 0)
      return key.startsWith('Arrow')
    }
    if (entry?.kind === 'group' && (key === 'Enter' || key === ' ' || (key === 'ArrowLeft' && !entry.folded) || (key === 'ArrowRight' && entry.folded))) {
      view.fold(entry.key)
      return true
    }
    const page = Math.max(1, (virtual.range?.endIndex ?? 10) - (virtual.range?.startIndex ?? 0) - 1)
    const to = altKey ? undefined : movedBy(key, ctrl, at, { row: entries.length - 1, column: columns.length - 1 }, page)
    if (to) {
      go(to.row, to.column, shiftKey)
      return true
    }
    switch (key) {
      case 'Tab': go(at.row, at.column + (shiftKey ? -1 : 1)); return true
      case 'Enter': case 'F2': if (target) editor.current?.open(); return true
      case 'F4': if (target) onOpenDraft(target.row); return true
      case 'Delete': case 'Backspace':
        if (actions.clear() && target) editor.current?.open()
        return true
      case ' ':
        if (!shiftKey || !range) return false
        selection.toggle(focus.rowsIn(range).map(rowName))
        return true
      case 'Escape':
        if (target && target.field !== 'left' && faultOf(target.name, target.field)) store.forgetFault(target.name, target.field)
        else if (focus.isRange) focus.narrow()
        else selection.set([])
        return true
    }
    return false
  }

  const onMouseDown = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (!cell || (event.target instanceof Element && event.target.closest('.cell-editor'))) return
    event.preventDefault()
    if (!(editor.current?.commit() ?? true)) return
    editor.current?.focus()
    const [row, column] = [Number(cell.parentElement!.dataset['index']), Number(cell.dataset['column'])]
    if (cell.dataset['field'] === 'number' && event.button === 0) {
      const name = cell.parentElement!.dataset['row']!
      focus.go(row, column)
      return selection.click(name, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }, entries.flatMap((one) => (one.kind === 'row' ? [one.name] : [])))
    }
    if (event.button === 2 && range && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right) return
    dragging.current = event.button === 0
    focus.go(row, column, event.shiftKey && event.button === 0)
  }
  const onMouseOver = (event: MouseEvent) => {
    if (!dragging.current || event.buttons !== 1) return
    const cell = cellOf(event.target)
    if (cell) focus.go(Number(cell.parentElement!.dataset['index']), Number(cell.dataset['column']), true)
  }
  const onContextMenu = (event: MouseEvent) => {
    if (!cellOf(event.target)) return
    event.preventDefault()
    const frame = scroller.current!.parentElement!
    const box = frame.getBoundingClientRect()
    const zoom = box.width / frame.offsetWidth || 1
    setMenu({ x: Math.min((event.clientX - box.left) / zoom, frame.offsetWidth - 220), y: Math.min((event.clientY - box.top) / zoom, frame.offsetHeight - 130) })
  }
  const onResize = useCallback((field: ViewField, width: number, done: boolean) => {
    if (done) return setColumnWidth(field, width)
    const index = columns.findIndex((one) => one.field === field)
    scroller.current?.style.setProperty('--columns', columns.map((one, at) => `${at === index ? Math.max(48, Math.round(width)) : one.width}px`).join(' '))
  }, [columns])

  const onMenu = useCallback((field: ViewField, anchor: HTMLElement) => setHead((before) => (before?.field === field ? undefined : { field, anchor })), [])
  const closeHead = useCallback(() => {
    setHead(undefined)
    editor.current?.focus()
  }, [])
  const closeMenu = useCallback(() => {
    setMenu(undefined)
    editor.current?.focus()
  }, [])
  const items = virtual.getVirtualItems()
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const numberWidth = columns.find(({ field }) => field === 'number')?.width ?? 0
  return (
    <div className="ledger-grid">
      <div
        className="grid-scroller" ref={scroller} role="grid" aria-label={ledgerText.title} aria-rowcount={entries.length + 1} aria-colcount={columns.length} data-expanded={isExpanded || undefined}
        style={{ '--columns': columns.map(({ width }) => `${width}px`).join(' '), '--total': `${total}px`, '--number': `${numberWidth}px` } as React.CSSProperties}
        onScroll={place} onMouseDown={onMouseDown} onMouseOver={onMouseOver} onMouseUp={() => { dragging.current = false }} onContextMenu={onContextMenu}
        onClick={(event) => {
          if (!(event.target instanceof Element) || !event.target.closest('.source-link')) return
          const opened = byName.get(event.target.closest<HTMLElement>('.grid-row')?.dataset['row'] ?? '')
          if (opened) onOpenDraft(opened)
        }}
        onDoubleClick={(event) => { if (cellOf(event.target)) editor.current?.open() }}
      >
        <GridHeader columns={columns} query={query} onResize={onResize} onReset={resetColumnWidth} onMenu={onMenu} />
        <div className="grid-body" ref={body} style={{ height: virtual.getTotalSize() }}>
          <div className="grid-rows" style={{ transform: `translateY(${(items[0]?.start ?? headHeight) - headHeight}px)` }}>
            {items.map(({ index, key }) => {
              const one = entries[index]!
              if (one.kind === 'group') return <GroupRow key={key} entry={one} index={index} field={query.group!} today={context.today} isFocused={at?.row === index} measure={virtual.measureElement} onFold={view.fold} />
              const inRange = range !== undefined && focus.isRange && index >= range.top && index <= range.bottom
              return (
                <GridRow
                  key={key} entry={one} index={index} columns={columns} context={context} isSelected={selection.names.has(one.name)} focus={at?.row === index ? at.column : -1}
                  rangeFrom={inRange ? range.left : -1} rangeTo={inRange ? range.right : -2} faults={faultsByRow.get(one.name)} measure={virtual.measureElement}
                />
              )
            })}
          </div>
          <CellEditor
            ref={editor} target={target} rowNow={(name) => byName.get(name)} today={context.today} revisionOf={revisionOf} namesFor={namesFor} faultOf={faultOf}
            label={target ? ledgerText.cellLabel(columns[at!.column]!.title, target.row.number) : ledgerText.title}
            onCommit={onCommit} onDropFault={(name, field) => store.forgetFault(name, field)} onKey={onKey} onPlace={place}
            onCopy={(event, cut) => { event.preventDefault(); actions.copy(event.clipboardData, cut) }}
            onPaste={(event) => { event.preventDefault(); actions.paste(event.clipboardData.getData('text/plain')) }}
          />
        </div>
      </div>
      {head && <HeadMenu field={head.field} anchor={head.anchor} query={query} counts={view.view.counts} draftTitles={draftTitles} onChange={view.change} onHide={onHide(head.field)} onClose={closeHead} />}
      {menu && target && (
        <RowMenu
          place={menu} onClose={closeMenu} onOpenDraft={() => onOpenDraft(target.row)} onSelect={() => selection.toggle([target.name])}
          onCopy={() => { focus.go(at!.row, 0); focus.go(at!.row, columns.length - 1, true); requestAnimationFrame(() => editor.current?.copy()) }}
        />
      )}
    </div>
  )
}
