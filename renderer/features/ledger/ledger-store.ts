/** The ledger of a selection of drafts, beside React: reading, edits in their order, undo, and what other windows do. */
import { rowName, type ListedRow } from '../../../shared/ledger/build-ledger-table.ts'
import type { LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import { call, clientId, newJobId, subscribe, type Failure } from '../../client/client.ts'
import { ledgerText } from '../../text/ledger.ts'
import { createSaveStateStore } from '../editing/save-state-store.ts'
import { createHistory, type DraftStep } from './ledger-history.ts'
import { createLister, keepObjects, type DraftRows, type LedgerEdit } from './ledger-rows-state.ts'

export interface CellFault {
  readonly row: string
  readonly field: LedgerField
  readonly message: string
  /** What was typed: it is kept. */
  readonly value: string
}

/** A cell by row and field. */
export interface CellPlace {
  readonly row: string
  readonly field: LedgerField
}

export interface LedgerState {
  readonly phase: 'loading' | 'ready' | 'failed'
  /** Of reading, 0 to 1. */
  readonly progress: number
  readonly failure: Failure | undefined
  readonly drafts: readonly DraftRows['draft'][]
  readonly failed: readonly { readonly id: string; readonly title: string; readonly message: string }[]
  readonly today: string
  readonly rows: readonly ListedRow[]
  /** By cell, see {@link faultKey}. */
  readonly faults: ReadonlyMap<string, CellFault>
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export const faultKey = (row: string, field: string): string => `${row} ${field}`

/** Most edits of one call; more are sent one call after another and are still one step. */
const mostEdits = 20_000

export type LedgerStore = ReturnType<typeof createLedgerStore>

export function createLedgerStore(draftIds: readonly string[] | null) {
  const listeners = new Set<() => void>()
  const saving = createSaveStateStore({ kind: 'saved', at: '' })
  const history = createHistory<CellPlace>()
  const lister = createLister()
  let drafts = new Map<string, DraftRows>()
  let pending: readonly (readonly LedgerEdit[])[] = []
  let faults: ReadonlyMap<string, CellFault> = new Map()
  let queue: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let jobId = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Counts starts: what an earlier one was told of its end is of no interest. */
  let round = 0
  let stale: Set<string> | 'all' = new Set()
  let state: LedgerState = { phase: 'loading', progress: 0, failure: undefined, drafts: [], failed: [], today: '', rows: [], faults, canUndo: false, canRedo: false }

  const publish = (patch: Partial<LedgerState> = {}) => {
    state = { ...state, ...patch, faults, canUndo: history.can('undo'), canRedo: history.can('redo') }
    for (const listener of listeners) listener()
  }
  const publishRows = (patch: Partial<LedgerState> = {}) =>
    publish({ drafts: [...drafts.values()].map(({ draft }) => draft), rows: lister(drafts.values(), pending.flat()), ...patch })

  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    waiting += 1
    const run = queue.then(work).finally(() => { waiting -= 1 })
    queue = run.catch(() => undefined)
    return run
  }

  const take = (changed: readonly DraftRows[]) => {
    for (const { draft, rows } of changed) {
      const before = drafts.get(draft.id)
      if (before && before.draft.revision > draft.revision) continue
      drafts.set(draft.id, { draft, rows: keepObjects(before?.rows ?? [], rows) })
    }
  }

  const read = async (ids: readonly string[] | null): Promise<void> => {
    jobId = newJobId()
    const mine = round
    const result = await call('ledger.rows', { jobId, draftIds: ids === null ? null : [...ids] })
    if (!result.ok) {
      if (state.phase === 'loading' && mine === round) publish({ phase: 'failed', failure: result.error })
      return
    }
    const { value } = result
    const own = Map.groupBy(value.rows, (row) => row.draftId)
    const found = value.drafts.map((draft) => ({ draft, rows: own.get(draft.id) ?? [] }))
    if (ids === draftIds) {
      const before = drafts
      drafts = new Map()
      for (const one of found) drafts.set(one.draft.id, before.get(one.draft.id) ?? one)
      take(found)
      return publishRows({ phase: 'ready', failed: value.failed, today: value.today, progress: 1 })
    }
    take(found)
    const gone = (ids ?? []).filter((id) => !value.drafts.some((draft) => draft.id === id) && !value.failed.some((one) => one.id === id))
    for (const id of gone) drafts.delete(id)
    publishRows({ failed: [...state.failed.filter((one) => !(ids ?? []).includes(one.id)), ...value.failed], today: value.today })
  }

  const reread = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const what = stale
      stale = new Set()
      void enqueue(() => read(what === 'all' ? draftIds : [...what]))
    }, 120)
  }
  const onEvent: Parameters<typeof subscribe>[0] = (event) => {
    if (event.type === 'job-progress' && event.jobId === jobId && state.phase === 'loading') publish({ progress: event.done })
    if (event.type === 'library-changed') {
      stale = 'all'
      reread()
    }
    // Its own saves are known by their revision: the editor of this window saves as it is left, under the same name.
    if (event.type === 'draft-saved' && (draftIds === null || draftIds.includes(event.draftId))) {
      void queue.then(() => {
        if ((drafts.get(event.draftId)?.draft.revision ?? -1) >= event.revision) return
        if (stale !== 'all') stale.add(event.draftId)
        reread()
      })
    }
  }
  let stopEvents = () => {}

  const forget = (edits: readonly LedgerEdit[]) => {
    const gone = edits.map((edit) => faultKey(rowName(edit), edit.field)).filter((key) => faults.has(key))
    if (gone.length > 0) faults = new Map([...faults].filter(([key]) => !gone.includes(key)))
  }
  const savedNow = () => saving.set({ kind: 'saved', at: new Date().toISOString() })

  /** Saves the edits of one gesture. @returns those that could not be made. */
  const edit = (edits: readonly LedgerEdit[], place?: CellPlace): Promise<readonly CellFault[]> => {
    forget(edits)
    pending = [...pending, edits]
    saving.set({ kind: 'saving' })
    publishRows()
    return enqueue(async () => {
      const refused: CellFault[] = []
      const steps = new Map<string, DraftStep>()
      let failure: Failure | undefined
      for (let from = 0; from < edits.length; from += mostEdits) {
        const some = edits.slice(from, from + mostEdits)
        const result = failure ? undefined : await call('ledger.edit', { edits: some, clientId })
        if (result && !result.ok) failure = result.error
        if (!result?.ok) {
          refused.push(...some.map((one) => ({ row: rowName(one), field: one.field, value: one.value, message: failure!.message })))
          continue
        }
        take(result.value.changed)
        for (const { draft, before } of result.value.changed) steps.set(draft.id, { draftId: draft.id, before: steps.get(draft.id)?.before ?? before, after: draft.revision })
        refused.push(...result.value.faults.map(({ index, message }) => ({ row: rowName(some[index]!), field: some[index]!.field, value: some[index]!.value, message })))
      }
      pending = pending.filter((one) => one !== edits)
      history.done({ drafts: [...steps.values()], place })
      if (refused.length > 0) faults = new Map([...faults, ...refused.map((fault) => [faultKey(fault.row, fault.field), fault] as const)])
      if (failure) saving.set({ kind: 'failed', failure })
      else if (pending.length === 0) {
        if (steps.size > 0 || refused.length === 0) savedNow()
        else saving.set({ kind: 'failed', failure: { code: 'LEDGER_ITEM_GONE', message: ledgerText.notSaved(refused.length) } })
      }
      publishRows()
      return refused
    })
  }

  /** @returns where the step was made, or why it cannot be taken; undefined where there is none. */
  const step = (direction: 'undo' | 'redo'): Promise<{ readonly place: CellPlace | undefined; readonly failure: Failure | undefined } | undefined> =>
    enqueue(async () => {
      const next = history.next(direction)
      if (!next) return undefined
      saving.set({ kind: 'saving' })
      const result = next.reverts === undefined ? undefined : await call('ledger.revert', { steps: next.reverts, clientId })
      if (result?.ok) {
        history.taken(direction, new Map(result.value.changed.map(({ draft }) => [draft.id, draft.revision])))
        take(result.value.changed)
      } else if (result === undefined || result.error.code !== 'INTERNAL') history.drop(direction)
      savedNow()
      publishRows()
      return { place: next.step.place, failure: result === undefined ? { code: 'LEDGER_CHANGED' as const, message: ledgerText.changedSince } : result.ok ? undefined : result.error }
    })

  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    saving,
    /** Begins reading and listening; again after a stop. */
    start: () => {
      round += 1
      stopEvents()
      stopEvents = subscribe(onEvent)
      if (state.phase !== 'ready') publish({ phase: 'loading', failure: undefined })
      void enqueue(() => read(draftIds))
    },
    cancel: () => void call('jobs.cancel', { jobId }),
    edit, step,
    forgetFault: (row: string, field: LedgerField) => {
      if (!faults.has(faultKey(row, field))) return
      faults = new Map([...faults].filter(([key]) => key !== faultKey(row, field)))
      publish()
    },
    setToday: (today: string) => { if (today !== state.today && state.phase === 'ready') publish({ today }) },
    hasUnsaved: () => pending.length > 0,
    isBusy: () => waiting > 0,
    stop: () => {
      round += 1
      clearTimeout(timer)
      stopEvents()
      if (state.phase === 'loading') void call('jobs.cancel', { jobId })
    },
  }
}
