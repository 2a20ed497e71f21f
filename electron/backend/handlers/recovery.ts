import { fail, ok } from '../../../shared/contract/errors.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { restoreBackup } from '../storage/backup.ts'
import { setTrashed } from '../storage/drafts-table.ts'
import { putSalvaged, salvagedContents, salvageSettings, salvageTables } from '../storage/salvage.ts'
import { writeSetting } from '../storage/settings-table.ts'
import { storeNew } from '../store-new.ts'

/** No window's own. */
const clientId = 'recovery'

type RecoveryProcedures = 'recovery.restoreBackup' | 'recovery.salvage' | 'recovery.startEmpty'

/** After damage: the writer decides what comes in the database's place. The damaged file stays in every case. */
export function recoveryHandlers(context: Context): { readonly [N in RecoveryProcedures]: Handler<N> } {
  const { holder } = context
  const settled = () => {
    context.emit({ type: 'library-changed' })
    context.emit({ type: 'layouts-changed', clientId })
    for (const kind of ['template', 'aspects', 'snippet', 'ledger'] as const) context.emit({ type: 'contents-changed', kind, clientId })
    return ok({})
  }
  return {
    'recovery.restoreBackup': ({ name }) => {
      if (!holder.recovery()) return settled()
      if (!restoreBackup(context.options.dataFolder, name)) return fail('BACKUP_NOT_FOUND')
      const failed = holder.reopen(false)
      if (failed) return { ok: false, error: failed }
      return holder.recovery() ? fail('DATABASE_DAMAGED') : settled()
    },
    'recovery.salvage': () => {
      const recovery = holder.recovery()
      if (!recovery) return ok({ drafts: 0, contents: {} })
      const salvaged = holder.salvaged()
      const settings = salvageSettings(recovery.damagedFile)
      const tables = salvageTables(recovery.damagedFile)
      const failed = holder.reopen(true)
      if (failed) return { ok: false, error: failed }
      for (const { draft, trashedAt } of salvaged) {
        storeNew(context, draft, 'restored')
        if (trashedAt !== null) setTrashed(context.database(), [draft.id], trashedAt)
      }
      for (const { name, value, updated_at } of settings) writeSetting(context.database(), name, value, updated_at)
      putSalvaged(context.database(), tables)
      settled()
      return ok({ drafts: salvaged.length, contents: salvagedContents(tables) })
    },
    'recovery.startEmpty': () => {
      if (!holder.recovery()) return settled()
      const failed = holder.reopen(true)
      return failed ? { ok: false, error: failed } : settled()
    },
  }
}
