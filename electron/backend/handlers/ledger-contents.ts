/** Ledgers as content of the library: made of drafts, received in packages, kept of a run of 汇总. */
import { ledgerContentSchema, type LedgerContent } from '../../../shared/collect/ledger-content.ts'
import { ledgerContentOf, mostLedgerRows } from '../../../shared/collect/ledger-content-of.ts'
import { fail, ok } from '../../../shared/contract/errors.ts'
import { readSettings } from '../../../shared/settings/settings.ts'
import type { UnitProfile } from '../../../shared/settings/unit-profile.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { listContents, setContentTrashed, storeContent } from '../storage/contents-table.ts'
import { listSettings } from '../storage/settings-table.ts'
import { collectRows } from './ledger.ts'

type LedgerContentProcedures = 'ledgers.pack' | 'ledgers.list' | 'ledgers.trash' | 'ledgers.restore'

const clientId = 'ledgers'

export function profileOf(context: Context): UnitProfile {
  return readSettings(new Map(listSettings(context.database()).map((row) => [row.name, row.value]))).settings.unitProfile
}

export const unitOfProfile = (context: Context): string => profileOf(context).fullName.trim()

export function keepLedgerContent(context: Context, ledger: LedgerContent): { readonly ledgerId: string; readonly title: string; readonly rows: number } {
  const valid = ledgerContentSchema.parse(ledger)
  storeContent(context.database(), 'ledger', { id: valid.id, title: valid.title, content: JSON.stringify(valid) }, context.now())
  context.emit({ type: 'contents-changed', kind: 'ledger', clientId })
  return { ledgerId: valid.id, title: valid.title, rows: valid.rows.length }
}

export function ledgerContentHandlers(context: Context): { readonly [N in LedgerContentProcedures]: Handler<N> } {
  const move = (ids: readonly string[], trashedAt: number | null) => {
    const database = context.database()
    const moved = database.transaction(() => ids.filter((id) => setContentTrashed(database, 'ledger', id, trashedAt)).length).immediate()
    if (moved > 0) context.emit({ type: 'contents-changed', kind: 'ledger', clientId })
    return ok({ moved })
  }
  return {
    'ledgers.pack': async ({ jobId, draftIds, title }) => {
      const collected = await collectRows(context, draftIds, jobId)
      if (!collected.ok) return collected
      const { drafts, rows } = collected.value
      if (rows.length === 0) return fail('LEDGER_EMPTY')
      const byDraft = Map.groupBy(rows, (row) => row.draftId)
      const units = new Set(drafts.map(({ unit }) => unit.trim()).filter((unit) => unit !== ''))
      const unit = units.size === 1 ? [...units][0]! : unitOfProfile(context)
      const ledger = ledgerContentOf(
        drafts.map((draft) => ({ ...draft, rows: byDraft.get(draft.id) ?? [], ...(units.size > 1 && draft.unit.trim() !== '' ? { unit: draft.unit.trim() } : { unit: undefined }) })),
        { id: context.options.ids(), title, unit, madeAt: new Date(context.now()).toISOString() },
      )
      return ledger ? ok(keepLedgerContent(context, ledger)) : fail('LEDGER_CONTENT_TOO_LARGE', { limit: mostLedgerRows, count: rows.length })
    },
    'ledgers.list': () => ok({
      ledgers: listContents(context.database(), 'ledger').map((row) => {
        const { id, title, unit, rows, madeAt } = JSON.parse(row.content) as LedgerContent
        return { id, title, unit, rows: rows.length, madeAt }
      }).reverse(),
    }),
    'ledgers.trash': ({ ledgerIds }) => move(ledgerIds, context.now()),
    'ledgers.restore': ({ ledgerIds }) => move(ledgerIds, null),
  }
}
