/** The ledger handed out: lists to Word and Excel, reports; and Excel lists that come back. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { LedgerDraft, LedgerList } from '../../../shared/contract/ledger-procedures.ts'
import { buildLedgerTable, rowName, type ListedRow } from '../../../shared/ledger/build-ledger-table.ts'
import { sourceOf } from '../../../shared/ledger/ledger-rows.ts'
import { summarise, summaryText } from '../../../shared/ledger/ledger-summary.ts'
import type { LedgerTable } from '../../../shared/ledger/ledger-table.ts'
import { planMerge } from '../../../shared/ledger/merge-sheet.ts'
import { progressReport } from '../../../shared/ledger/progress-report.ts'
import { rowIdsOf } from '../../../shared/ledger/table-fields.ts'
import { writtenDate } from '../../../shared/ledger/written-dates.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { safeFileName } from '../files/safe-path.ts'
import { layoutOfDraft, standardLayout } from '../layouts.ts'
import { mostCellCharacters } from '../sheet/sheet-marks.ts'
import { findDraft, readContent } from '../storage/drafts-table.ts'
import { storeNew } from '../store-new.ts'
import { openContent, saveDraft } from './drafts.ts'
import { collectRows, localDay } from './ledger.ts'
import { writeTo } from './write-target.ts'

type ListHandlers = 'ledger.export' | 'ledger.content' | 'ledger.readSheet' | 'ledger.report'

/** Rows numbered as they are listed, with the titles of their drafts. */
function listed(rows: readonly Omit<ListedRow, 'number' | 'source'>[], drafts: readonly LedgerDraft[]): ListedRow[] {
  const titles = new Map(drafts.map((draft) => [draft.id, draft.title]))
  return rows.map((row, index) => ({ ...row, number: index + 1, source: sourceOf(titles.get(row.draftId) ?? '', row) }))
}

interface Chosen {
  readonly rows: readonly ListedRow[]
  readonly drafts: readonly LedgerDraft[]
}

/** The rows named, in that order; LEDGER_EMPTY where there are none. */
async function chosenRows(context: Context, draftIds: readonly string[] | null, names: readonly string[] | null): Promise<Result<Chosen>> {
  const collected = await collectRows(context, draftIds)
  if (!collected.ok) return collected
  const { rows, drafts } = collected.value
  const byName = new Map(rows.map((row) => [rowName(row), row]))
  const wanted = names === null ? rows : names.flatMap((name) => byName.get(name) ?? [])
  if (wanted.length === 0) return fail('LEDGER_EMPTY')
  const used = new Set(wanted.map((row) => row.draftId))
  return ok({ rows: listed(wanted, drafts), drafts: drafts.filter((draft) => used.has(draft.id)) })
}

/** “某某局党组班子整改方案” and 问题清单 → “某某局党组班子整改问题清单”. */
export function listTitle(drafts: readonly Pick<LedgerDraft, 'title' | 'unit'>[], list: string): string {
  if (drafts.length === 1) {
    const stem = drafts[0]!.title.replace(/(?:的)?(?:整改)?(?:方案|台账|措施|清单|材料|提纲|报告)$/u, '')
    return /整改/u.test(list) || stem === '' ? `${stem}${list}` : `${stem}整改${list}`
  }
  const units = new Set(drafts.map((draft) => draft.unit).filter((unit) => unit !== ''))
  return units.size === 1 ? `${[...units][0]!}${list}` : list
}

export function tableOf({ rows, drafts }: { readonly rows: readonly ListedRow[]; readonly drafts: readonly Pick<LedgerDraft, 'title' | 'unit'>[] }, list: Pick<LedgerList, 'fields' | 'titles' | 'list'>, today: string): LedgerTable {
  const units = [...new Set(drafts.map((draft) => draft.unit).filter((unit) => unit !== ''))]
  return buildLedgerTable(rows, list.fields, {
    title: listTitle(drafts, list.list), titles: list.titles,
    notes: [...(units.length === 1 ? [`填报单位：${units[0]!}`] : []), `填报日期：${writtenDate(today)}`],
    summary: summaryText(summarise(rows, today)),
  })
}

/**
 * Rows of tables get ids before their list leaves: without them a row is known by its place only, and rows that come or
 * go meanwhile would be taken for others when the list comes back.
 */
function nameRows(context: Context, drafts: readonly LedgerDraft[]): void {
  for (const { id } of drafts) {
    const row = findDraft(context.database(), id)
    const content = row && readContent(context.database(), row.number)
    if (!row || row.trashed_at !== null || !content?.includes('"role":"table"')) continue
    const draft = openContent(content)
    if (!draft.ok || !draft.value.blocks.some((block) => block.role === 'table' && block.rowIds === undefined)) continue
    const blocks = draft.value.blocks.map((block) => (block.role === 'table' ? { ...block, rowIds: [...rowIdsOf(block)] } : block))
    const saved = saveDraft(context, row, { ...draft.value, blocks }, row.revision, 'saved')
    if (saved.ok) context.emit({ type: 'draft-saved', draftId: id, revision: saved.value.revision, clientId: '' })
  }
}

/** The layout of the draft the list is of; of several drafts that of the first. @param chosen another in its place. */
function layoutFor(context: Context, drafts: readonly LedgerDraft[], chosen: string | undefined): Result<Layout> {
  const row = drafts[0] && findDraft(context.database(), drafts[0].id)
  const draft = row && openContent(readContent(context.database(), row.number))
  return draft?.ok ? layoutOfDraft(context, draft.value, chosen) : ok(standardLayout(context))
}

async function listBytes(context: Context, list: LedgerList): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  const chosen = await chosenRows(context, list.draftIds, list.names)
  if (!chosen.ok) return chosen
  const told = tableOf(chosen.value, list, localDay(context.options.clock()))
  const long = list.format === 'xlsx' ? told.rows.reduce((sum, row) => sum + row.cells.filter((cell) => cell.text.length > mostCellCharacters).length, 0) : 0
  const table = long === 0 ? told : { ...told, notes: [...told.notes, `有${long}格文字超过Excel一格能容的${mostCellCharacters}字，表中只列到此为止，全文见文稿。`] }
  const creator = chosen.value.drafts[0]?.unit ?? ''
  const fileName = `${safeFileName(table.title)}.${list.format}`
  const layout = layoutFor(context, chosen.value.drafts, list.layout)
  if (list.format === 'docx' && !layout.ok) return layout
  if (list.format === 'xlsx') nameRows(context, chosen.value.drafts)
  const source = chosen.value.drafts.length === 1 ? chosen.value.drafts[0]!.id : 'selection'
  const bytes = list.format === 'xlsx' || !layout.ok
    ? await context.jobs.run('write-sheet', { table, options: { creator, merge: { source } } })
    : await context.jobs.run('write-ledger-word', { table, layout: layout.value, creator })
  return bytes.ok ? ok({ fileName, bytes: bytes.value }) : bytes
}

export function ledgerListHandlers(context: Context): { readonly [N in ListHandlers]: Handler<N> } {
  const { options } = context
  return {
    'ledger.export': async ({ target, ifExists, ...list }) => {
      const file = await listBytes(context, list)
      return file.ok ? writeTo(context, { ...file.value, about: 'ledger' }, target, ifExists) : file
    },
    'ledger.content': async (list) => {
      const file = await listBytes(context, list)
      return file.ok ? ok({ fileName: file.value.fileName, contentBase64: Buffer.from(file.value.bytes).toString('base64') }) : file
    },
    'ledger.readSheet': async ({ jobId, name, contentBase64 }) => {
      const onProgress = (done: number) => context.emit({ type: 'job-progress', jobId, done })
      const read = await context.jobs.run('read-sheet', { name, bytes: new Uint8Array(Buffer.from(contentBase64, 'base64')) }, { jobId, name, onProgress })
      if (!read.ok) return read
      const { rows: sheet, base, notes } = read.value
      const draftIds = [...new Set([...base.keys()].map((key) => key.split('/')[0]!))]
      const collected = await collectRows(context, draftIds, jobId)
      if (!collected.ok) return collected
      const plan = planMerge(listed(collected.value.rows, collected.value.drafts), sheet, base)
      const touched = new Set(plan.changes.map((change) => change.name))
      return ok({ ...plan, notes: [...notes], rows: collected.value.rows.filter((row) => touched.has(rowName(row))), drafts: collected.value.drafts })
    },
    'ledger.report': async ({ draftIds, names }) => {
      const chosen = await chosenRows(context, draftIds, names)
      if (!chosen.ok) return chosen
      const { rows, drafts } = chosen.value
      const units = new Set(drafts.map((draft) => draft.unit).filter((unit) => unit !== ''))
      const draft = progressReport(rows, {
        draftId: options.ids(), layout: standardLayout(context).id,
        unit: units.size === 1 ? [...units][0]! : '', sources: drafts.map((one) => one.title), today: localDay(options.clock()),
      })
      const draftId = storeNew(context, draft, 'created')
      context.emit({ type: 'library-changed' })
      return ok({ draftId })
    },
  }
}
