/** 汇总: packages of many units read one after another, added up, shown page by page, handed out and kept. */
import { contentOfLedger } from '../../../shared/collect/package-rows.ts'
import { collectedTables } from '../../../shared/collect/collected-tables.ts'
import { ledgerContentSchema, type LedgerContent } from '../../../shared/collect/ledger-content.ts'
import { ledgerHead, mostLedgerRows, rowValues } from '../../../shared/collect/ledger-content-of.ts'
import type { CollectedView } from '../../../shared/contract/collect-procedures.ts'
import { fail, failure, ok, type Result } from '../../../shared/contract/errors.ts'
import type { ProcedureInput } from '../../../shared/contract/procedures.ts'
import { summarise, summaryText } from '../../../shared/ledger/ledger-summary.ts'
import { addLedger, addPackage, createRun, noteUnread, sumUp, writeRun, type CollectRun } from '../collect/collect-run.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { megabytes, mostBytes } from '../files/read-input-file.ts'
import { safeFileName } from '../files/safe-path.ts'
import { standardLayout } from '../layouts.ts'
import { findContent } from '../storage/contents-table.ts'
import { keepLedgerContent, unitOfProfile } from './ledger-contents.ts'
import { localDay } from './ledger.ts'
import { writeTo } from './write-target.ts'

type CollectProcedures = 'collect.begin' | 'collect.add' | 'collect.addLedgers' | 'collect.run' | 'collect.last' | 'collect.read' | 'collect.export' | 'collect.content' | 'collect.keep'

/** A run of a thousand packages takes some 50 MB: more than the last few are not held. */
const mostRuns = 3

export const usualTitle = (unit: string) => `${unit}整改台账汇总`

function viewOf(context: Context, run: CollectRun): CollectedView | undefined {
  const { collected } = run
  if (collected === undefined) return undefined
  const unread = [...run.unread.values()]
  return {
    runId: run.id, title: usualTitle(unitOfProfile(context)), today: collected.today, files: run.files.length, rows: collected.rows.length, units: collected.units.length, overdue: collected.total.overdue, missing: collected.missing.length,
    summary: summaryText(summarise(collected.rows.map(({ row }) => row), collected.today)),
    tables: collectedTables(collected, unread, run.sameFiles), conflicts: collected.conflicts, unread,
  }
}

/** The collected rows with their units, as a ledger of this unit. */
function ledgerOf(context: Context, { collected }: CollectRun, title: string): LedgerContent | undefined {
  return collected && {
    ...ledgerHead({ id: context.options.ids(), title, unit: unitOfProfile(context), madeAt: new Date(context.now()).toISOString() }),
    rows: collected.rows.map(({ unit, draft, kind, row }) => ({ name: `${row.draftId}/${row.key}`.slice(0, 140), draft, kind, values: rowValues(row, collected.units[unit]!.name) })),
  }
}

export function collectHandlers(context: Context): { readonly [N in CollectProcedures]: Handler<N> } {
  const { options, jobs } = context
  const runs = new Map<string, CollectRun>()
  const runOf = (runId: string): Result<CollectRun> => {
    const run = runs.get(runId)
    return run ? ok(run) : fail('COLLECT_RUN_GONE')
  }
  const summed = (runId: string) => {
    const run = runOf(runId)
    return run.ok && run.value.collected === undefined ? fail('COLLECT_EMPTY') : run
  }
  const bytesOf = async ({ runId, title, format }: ProcedureInput<'collect.content'>) => {
    const run = summed(runId)
    if (!run.ok) return run
    const bytes = await writeRun(run.value, jobs, { title, format, creator: unitOfProfile(context), layout: standardLayout(context) })
    return bytes.ok ? ok({ fileName: `${safeFileName(title)}.${format}`, bytes: bytes.value }) : bytes
  }
  return {
    'collect.begin': () => {
      const run = createRun(options.ids())
      runs.set(run.id, run)
      while (runs.size > mostRuns) runs.delete(runs.keys().next().value!)
      return ok({ runId: run.id })
    },
    'collect.add': async ({ runId, jobId, name, contentBase64, passphrase }) => {
      const run = runOf(runId)
      if (!run.ok) return run
      const bytes = Uint8Array.from(Buffer.from(contentBase64, 'base64'))
      if (bytes.length > mostBytes) return ok(noteUnread(run.value, name, '', failure('FILE_TOO_LARGE', { name, size: megabytes(bytes.length), limit: megabytes(mostBytes) })))
      return addPackage(run.value, jobs, { name, bytes, passphrase }, { jobId, onProgress: (done) => context.emit({ type: 'job-progress', jobId, done }) })
    },
    'collect.addLedgers': ({ runId, ledgerIds }) => {
      const run = runOf(runId)
      if (!run.ok) return run
      const found = ledgerIds.map((id) => findContent(context.database(), 'ledger', id))
      if (found.some((row) => row === undefined || row.trashed_at !== null)) return fail('LEDGER_CONTENT_NOT_FOUND')
      let rows = 0
      for (const row of found) rows += addLedger(run.value, row!.id, contentOfLedger(ledgerContentSchema.parse(JSON.parse(row!.content)), ''))
      return ok({ rows })
    },
    'collect.run': async ({ runId, jobId, expected, choices }) => {
      const run = runOf(runId)
      if (!run.ok) return run
      const done = await sumUp(run.value, jobs, { today: localDay(options.clock()), expected, choices }, { jobId })
      return done.ok ? ok(viewOf(context, run.value)!) : done
    },
    'collect.last': () => ok({ view: [...runs.values()].reverse().map((run) => viewOf(context, run)).find((view) => view !== undefined) ?? null }),
    'collect.read': ({ runId, offset, limit }) => {
      const run = summed(runId)
      if (!run.ok) return run
      const { rows, units } = run.value.collected!
      return ok({ total: rows.length, rows: rows.slice(offset, offset + limit).map(({ number, unit, draft, file, row }) => ({ number, unit: units[unit]!.name, draft, file, row })) })
    },
    'collect.export': async ({ target, ifExists, ...wanted }) => {
      const file = await bytesOf(wanted)
      return file.ok ? writeTo(context, { ...file.value, about: 'collect' }, target, ifExists) : file
    },
    'collect.content': async (wanted) => {
      const file = await bytesOf(wanted)
      return file.ok ? ok({ fileName: file.value.fileName, contentBase64: Buffer.from(file.value.bytes).toString('base64') }) : file
    },
    'collect.keep': ({ runId, title }) => {
      const run = summed(runId)
      if (!run.ok) return run
      const count = run.value.collected!.rows.length
      if (count === 0) return fail('COLLECT_EMPTY')
      return count > mostLedgerRows ? fail('LEDGER_CONTENT_TOO_LARGE', { limit: mostLedgerRows, count }) : ok(keepLedgerContent(context, ledgerOf(context, run.value, title)!))
    },
  }
}
