import type { Database } from 'better-sqlite3'
import { fail, failure, ok, type ErrorCode, type Failure, type Result } from '../../../shared/contract/errors.ts'
import type { LedgerDraft } from '../../../shared/contract/ledger-procedures.ts'
import type { ProcedureInput, ProcedureOutput } from '../../../shared/contract/procedures.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import { deriveLedger, type DraftLedger, type LedgerRow } from '../../../shared/ledger/ledger-rows.ts'
import { setLedgerValue, type EditFault } from '../../../shared/ledger/set-ledger-value.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { cachedLedger, keepLedger } from '../jobs/ledger-cache.ts'
import { draftColumns, findDraft, readContent, type DraftRow } from '../storage/drafts-table.ts'
import { readRevision } from '../storage/versions-table.ts'
import { localDay } from '../local-day.ts'
import { openContent, saveDraft } from './drafts.ts'
import { samePaper } from './final.ts'

type LedgerHandlers = 'ledger.rows' | 'ledger.edit' | 'ledger.revert'
type Edits = ProcedureInput<'ledger.edit'>['edits']
type Changed = ProcedureOutput<'ledger.edit'>['changed'][number]

const faultCodes: Readonly<Record<EditFault, ErrorCode>> = {
  'item-gone': 'LEDGER_ITEM_GONE', 'field-derived': 'LEDGER_FIELD_DERIVED', 'value-needed': 'LEDGER_VALUE_NEEDED',
  'date-invalid': 'LEDGER_DATE_INVALID', 'state-invalid': 'LEDGER_STATE_INVALID',
}

/** Contents sent to the worker at a time: some megabytes. */
const batch = 200

export { localDay }

/** Drafts in the order asked for; all that are not in the trash, oldest first, where none are named. */
export function ledgerDrafts(database: Database, draftIds: readonly string[] | null): DraftRow[] {
  if (draftIds !== null) return draftIds.flatMap((id) => findDraft(database, id) ?? [])
  return database.prepare<[], DraftRow>(`SELECT ${draftColumns} FROM drafts d WHERE d.trashed_at IS NULL ORDER BY d.number`).all()
}

const summaryOf = (row: DraftRow, revision: number, { loose, orphans }: DraftLedger): LedgerDraft =>
  ({ id: row.id, title: row.title, kind: row.kind, unit: row.unit, revision, loose, orphans })

interface Rows {
  readonly drafts: LedgerDraft[]
  readonly rows: LedgerRow[]
  readonly failed: { id: string; title: string; message: string }[]
}

/** Rows of stored drafts, read in a worker a batch at a time. */
export async function collectRows(context: Context, draftIds: readonly string[] | null, jobId?: string): Promise<Result<Rows>> {
  const found = ledgerDrafts(context.database(), draftIds)
  const result: Rows = { drafts: [], rows: [], failed: [] }
  const database = context.database()
  const known = new Map(found.flatMap((row) => {
    const ledger = cachedLedger(database, row)
    return ledger ? [[row.id, ledger] as const] : []
  }))
  const unread = found.filter((row) => !known.has(row.id))
  for (let from = 0; from < unread.length; from += batch) {
    const some = unread.slice(from, from + batch)
    const contents = some.flatMap(({ id, number }) => {
      const content = readContent(database, number)
      return content === undefined ? [] : [{ id, content }]
    })
    const onProgress = (done: number) => { if (jobId !== undefined) context.emit({ type: 'job-progress', jobId, done: (from + done * some.length) / unread.length }) }
    const derived = await context.jobs.run('ledger-rows', { drafts: contents }, { ...(jobId === undefined ? {} : { jobId }), onProgress })
    if (!derived.ok) return derived
    const revisions = new Map(some.map((row) => [row.id, row.revision]))
    for (const one of derived.value) {
      known.set(one.id, one)
      keepLedger(database, revisions.get(one.id)!, one)
    }
  }
  for (const row of found) {
    const one = known.get(row.id)
    if (one === undefined) continue
    if ('fault' in one) result.failed.push({ id: row.id, title: row.title, message: failure(one.fault).message })
    else if (one.ledger.rows.length + one.ledger.loose + one.ledger.orphans > 0) {
      result.drafts.push(summaryOf(row, row.revision, one.ledger))
      result.rows.push(...one.ledger.rows)
    }
  }
  return ok(result)
}

/** The edits of one draft, one after another; those that cannot be made are told of. */
function editDraft(draft: Draft, edits: readonly { edit: Edits[number]; index: number }[], options: { today: string; newId: () => string; final: boolean }): { draft: Draft; faults: { index: number; error: Failure }[] } {
  const faults: { index: number; error: Failure }[] = []
  /** Names items go by since an edit before changed what names them. */
  const renamed = new Map<string, string>()
  let current = draft
  for (const { edit, index } of edits) {
    const key = renamed.get(edit.key) ?? edit.key
    const result = setLedgerValue(current, { key, field: edit.field, value: edit.value }, options)
    if (!result.ok) {
      faults.push({ index, error: failure(faultCodes[result.fault]) })
      continue
    }
    // In a 定稿 how items stand goes on; what the paper says does not.
    if (options.final && !samePaper(current, result.draft)) {
      faults.push({ index, error: failure('DRAFT_FINAL') })
      continue
    }
    current = result.draft
    if (result.key !== key) renamed.set(edit.key, result.key)
  }
  return { draft: current, faults }
}

/** A draft that may be changed from the ledger. */
function editable(context: Context, draftId: string): Result<{ row: DraftRow; draft: Draft }> {
  const row = findDraft(context.database(), draftId)
  if (!row) return fail('DRAFT_NOT_FOUND')
  if (row.trashed_at !== null) return fail('DRAFT_TRASHED')
  const draft = openContent(readContent(context.database(), row.number))
  return draft.ok ? ok({ row, draft: draft.value }) : draft
}

function saved(context: Context, row: DraftRow, draft: Draft): Result<Changed> {
  const done = saveDraft(context, row, draft, row.revision, 'saved')
  if (!done.ok) return done
  const ledger = deriveLedger(draft)
  return ok({ draft: summaryOf(row, done.value.revision, ledger), rows: ledger.rows, before: row.revision })
}

export function ledgerHandlers(context: Context): { readonly [N in LedgerHandlers]: Handler<N> } {
  const { options } = context
  const told = (changed: readonly Changed[], clientId: string) => {
    for (const { draft, rows } of changed) keepLedger(context.database(), draft.revision, { id: draft.id, ledger: { rows, loose: draft.loose, orphans: draft.orphans } })
    for (const { draft } of changed) context.emit({ type: 'draft-saved', draftId: draft.id, revision: draft.revision, clientId })
  }
  return {
    'ledger.rows': async ({ jobId, draftIds }) => {
      const rows = await collectRows(context, draftIds, jobId)
      return rows.ok ? ok({ ...rows.value, today: localDay(options.clock()) }) : rows
    },
    'ledger.edit': ({ edits, clientId }) => {
      const changed: Changed[] = []
      const faults: { index: number; error: Failure }[] = []
      const byDraft = Map.groupBy(edits.map((edit, index) => ({ edit, index })), ({ edit }) => edit.draftId)
      context.database().transaction(() => {
        for (const [draftId, own] of byDraft) {
          const opened = editable(context, draftId)
          if (!opened.ok) {
            faults.push(...own.map(({ index }) => ({ index, error: opened.error })))
            continue
          }
          const edited = editDraft(opened.value.draft, own, { today: localDay(options.clock()), newId: options.ids, final: opened.value.row.final_at !== null })
          faults.push(...edited.faults)
          if (edited.draft === opened.value.draft) continue
          const done = saved(context, opened.value.row, edited.draft)
          if (done.ok) changed.push(done.value)
          else faults.push(...own.map(({ index }) => ({ index, error: done.error })))
        }
      }).immediate()
      told(changed, clientId)
      return ok({ changed, faults: faults.map(({ index, error }) => ({ index, code: error.code, message: error.message })) })
    },
    'ledger.revert': ({ steps, clientId }) => {
      const database = context.database()
      const plans: { row: DraftRow; draft: Draft }[] = []
      for (const { draftId, from, to } of steps) {
        const opened = editable(context, draftId)
        if (!opened.ok) return opened
        const content = readRevision(database, opened.value.row.number, to)
        if (opened.value.row.revision !== from || content === undefined) return fail('LEDGER_CHANGED')
        const draft = openContent(content)
        if (!draft.ok) return draft
        if (opened.value.row.final_at !== null && !samePaper(opened.value.draft, draft.value)) return fail('DRAFT_FINAL')
        plans.push({ row: opened.value.row, draft: draft.value })
      }
      const changed: Changed[] = []
      database.transaction(() => {
        for (const { row, draft } of plans) {
          const done = saved(context, row, draft)
          if (!done.ok) throw new Error(`revert: ${done.error.code}`)
          changed.push(done.value)
        }
      }).immediate()
      told(changed, clientId)
      return ok({ changed })
    },
  }
}
