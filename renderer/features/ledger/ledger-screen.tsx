import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Alert, App as AntdApp, Button, Empty, Progress, Result } from 'antd'
import { rowName, type ListedRow } from '../../../shared/ledger/build-ledger-table.ts'
import { knownResponsible } from '../../../shared/ledger/known-responsible.ts'
import type { ItemState, LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import { isResponsible } from '../../../shared/ledger/part-place.ts'
import type { ViewField } from '../../../shared/ledger/ledger-view.ts'
import { ledgerText } from '../../text/ledger.ts'
import { useSettings } from '../settings/use-settings.ts'
import { goTo } from '../shell/route.ts'
import type { AppInfo } from '../shell/use-file-export.tsx'
import { useWindowWidth } from '../shell/zoom.ts'
import { BatchForm } from './batch-form.tsx'
import { DueCalendar } from './due-calendar.tsx'
import type { ContentContext } from './grid/cell-content.tsx'
import { LedgerGrid, type LedgerGridHandle } from './grid/ledger-grid.tsx'
import { useRowSelection } from './grid/use-row-selection.ts'
import { LedgerBar } from './ledger-bar.tsx'
import { isFiltered, LedgerFilters } from './ledger-filters.tsx'
import { LedgerFoot } from './ledger-foot.tsx'
import { useLedger, useLedgerState } from './use-ledger.ts'
import { useColumnEdits, useLedgerColumns, useLook } from './use-ledger-columns.ts'
import { useLedgerView } from './use-ledger-view.ts'
import './ledger.css'

/** What lies beside the table in the window: the rail, the margins, a scroll bar. */
const besideTable = 64 + 36 + 18

interface LedgerScreenProps {
  readonly info: Pick<AppInfo, 'host' | 'canChoosePath'>
  /** Null is all drafts with items. */
  readonly draftIds: readonly string[] | null
}

export function LedgerScreen({ info, draftIds }: LedgerScreenProps) {
  const { message } = AntdApp.useApp()
  const store = useLedger(draftIds)
  const state = useLedgerState(store)
  const { settings } = useSettings()
  const { expands } = useLook()
  const [mode, setMode] = useState<'table' | 'calendar'>('table')
  const [batch, setBatch] = useState<ItemState>()
  const several = state.drafts.length > 1
  const columns = useLedgerColumns(several, useWindowWidth() - besideTable)
  const columnEdits = useColumnEdits()
  const fields = useMemo(() => columns.shown.flatMap(({ field }) => (field === 'left' ? [] : [field])), [columns])
  const days = settings.ledgerDays
  const options = useMemo(() => ({ today: state.today, days, fields }), [state.today, days, fields])
  const view = useLedgerView(state.rows, options)
  const shownNames = useMemo(() => new Set(view.view.rows.map(rowName)), [view.view.rows])
  const selection = useRowSelection(shownNames)
  const grid = useRef<LedgerGridHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const titles = useMemo(() => new Map(state.drafts.map(({ id, title }) => [id, title])), [state.drafts])
  const context = useMemo((): ContentContext => ({
    today: state.today, days, words: view.query.search.split(/\s+/u).filter((word) => word !== ''),
    responsibleColumn: (['leader', 'person', 'office', 'support'] as const).find((field) => fields.includes(field)),
  }), [state.today, days, view.query.search, fields])

  const rowsNow = useRef(state.rows)
  rowsNow.current = state.rows
  const namesFor = useCallback((field: LedgerField) => isResponsible(field) ? knownResponsible(rowsNow.current, field, settings.unitProfile) : [], [settings.unitProfile])
  const revisionOf = useCallback((draftId: string) => state.drafts.find(({ id }) => id === draftId)?.revision ?? 0, [state.drafts])

  // The table has the keyboard from the start, and again when it comes back.
  useEffect(() => { if (state.phase === 'ready' && mode === 'table') grid.current?.focus() }, [state.phase, mode])

  const onUndo = useCallback((direction: 'undo' | 'redo') => {
    void store.step(direction).then((taken) => {
      if (taken?.failure) void message.warning(taken.failure.message, 6)
      else if (taken?.place) grid.current?.goTo(taken.place)
    })
  }, [store, message])
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'f') {
        event.preventDefault()
        if (grid.current?.commit() === false) return
        search.current?.focus()
        search.current?.select()
      } else if ((key === 'z' || key === 'y') && event.target instanceof Element && !event.target.closest('input, textarea, .ant-modal')) {
        // The keyboard may be with a pill or a button: the steps are still those of the screen.
        event.preventDefault()
        onUndo(key === 'y' || event.shiftKey ? 'redo' : 'undo')
      }
    }
    window.addEventListener('keydown', keys)
    return () => window.removeEventListener('keydown', keys)
  }, [onUndo])
  const onOpenDraft = useCallback((row: ListedRow) => goTo({ page: 'draft', draftId: row.draftId, blockId: row.key }), [])
  const onHide = useCallback((field: ViewField) => (field === 'left' || field === 'source' || columnEdits.columns.length === 1 ? undefined : () => columnEdits.toggle(field)), [columnEdits])
  const goToRow = (name: string) => {
    setMode('table')
    // The table is drawn first.
    requestAnimationFrame(() => requestAnimationFrame(() => grid.current?.goTo({ row: name, field: 'problem' })))
  }

  if (state.phase === 'failed') return <Result status="warning" title={state.failure?.code === 'CANCELLED' ? ledgerText.cancelled : state.failure?.message} extra={<Button type="primary" onClick={() => store.start()}>{ledgerText.retry}</Button>} />
  const bar = (
    <LedgerBar
      draftIds={draftIds} titles={titles} store={store} canUndo={state.canUndo} canRedo={state.canRedo} onUndo={onUndo} search={view.query.search} searchRef={search} onSearch={(text) => view.change({ search: text })}
      onLeaveSearch={() => grid.current?.focus()}
      actions={{ info, edit: (edits) => store.edit(edits, undefined), draftIds, rowNames: () => view.view.rows.map(rowName), fields, titles: Object.fromEntries(columns.shown.flatMap(({ field, title }) => (field === 'left' ? [] : [[field, title]]))) }}
    />
  )
  if (state.phase === 'loading') {
    return <div className="screen">{bar}<div className="center"><div className="ledger-loading"><p>{ledgerText.loading}</p><Progress percent={Math.round(state.progress * 100)} size="small" /><Button onClick={store.cancel}>{ledgerText.cancel}</Button></div></div></div>
  }
  const rows = view.view.rows
  const chosen = [...selection.names].flatMap((name) => view.byName.get(name) ?? [])
  const filtered = isFiltered(view.query)
  const allFolded = view.query.group !== null && view.entries.every((entry) => entry.kind === 'group' && entry.folded)
  return (
    <div className="screen">
      {bar}
      <main className="ledger-main">
        {state.rows.length === 0 ? (
          <div className="ledger-empty">
            <h2>{ledgerText.empty.title}</h2>
            <p>{draftIds === null ? ledgerText.empty.noDrafts : ledgerText.empty.body}</p>
            {state.failed.map(({ id, title, message: why }) => <Alert key={id} type="warning" showIcon title={`${title}：${why}`} />)}
            <Button type="primary" onClick={() => (draftIds?.length === 1 ? goTo({ page: 'draft', draftId: draftIds[0]! }) : goTo({ page: 'library' }))}>{draftIds?.length === 1 ? ledgerText.menu.openDraft : ledgerText.empty.library}</Button>
          </div>
        ) : (
          <>
            <LedgerFilters query={view.query} counts={view.view.counts} days={days} several={several} mode={mode} allFolded={allFolded} onFoldAll={() => view.foldAll(allFolded ? [] : view.view.groups.map(({ key }) => key))} onMode={setMode} onChange={view.change} />
            {mode === 'table' ? (
              <LedgerGrid
                ref={grid} store={store} state={state} view={view} columns={columns.shown} context={context} isExpanded={expands} selection={selection} draftTitles={titles} namesFor={namesFor} revisionOf={revisionOf}
                onHide={onHide} onOpenDraft={onOpenDraft} onUndo={onUndo}
              />
            ) : <DueCalendar rows={rows} today={state.today} days={days} several={several} onGo={goToRow} />}
            {mode === 'table' && rows.length === 0 && <Empty className="ledger-nothing" image={Empty.PRESENTED_IMAGE_SIMPLE} description={ledgerText.empty.filtered} />}
            {chosen.length > 0 && (
              <div className="selection-bar" role="toolbar" aria-label={ledgerText.selected(chosen.length)}>
                <b>{ledgerText.selected(chosen.length)}</b>
                <Button size="small" type="primary" onClick={() => setBatch('closed')}>{ledgerText.batchClose}</Button>
                <Button size="small" onClick={() => setBatch('under-way')}>{ledgerText.batchState}</Button>
                {chosen.length === 1 && <Button size="small" onClick={() => onOpenDraft(chosen[0]!)}>{ledgerText.menu.open}</Button>}
                <Button size="small" type="text" onClick={() => { selection.set([]); grid.current?.focus() }}>{ledgerText.unselect}</Button>
              </div>
            )}
            <LedgerFoot state={state} shown={rows} filtered={filtered} stale={view.stale} onResort={view.resort} />
          </>
        )}
      </main>
      {batch !== undefined && (
        <BatchForm
          rows={chosen} first={batch} today={state.today} onCancel={() => setBatch(undefined)}
          onDone={(edits) => {
            setBatch(undefined)
            const [first] = chosen
            void store.edit(edits, first && { row: rowName(first), field: 'state' }).then((faults) => { if (faults.length > 0) void message.error(`${ledgerText.notSaved(faults.length)}${faults[0]!.message}`, 8) })
            grid.current?.focus()
          }}
        />
      )}
    </div>
  )
}
