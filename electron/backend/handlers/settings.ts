import { failure, ok } from '../../../shared/contract/errors.ts'
import { readSettings, type NamedSetting } from '../../../shared/settings/settings.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { listSettings, nameForSetAside, writeSetting } from '../storage/settings-table.ts'

type SettingsProcedures = 'settings.read' | 'settings.write'

export function settingsHandlers(context: Context): { readonly [N in SettingsProcedures]: Handler<N> } {
  const read = () => {
    const rows = listSettings(context.database())
    return { rows, ...readSettings(new Map(rows.map((row) => [row.name, row.value]))) }
  }
  return {
    'settings.read': () => {
      const { rows, settings, unreadable } = read()
      const latest = rows.reduce((time, row) => Math.max(time, row.updated_at), 0)
      return ok({
        settings,
        unreadable: unreadable.map((name) => ({ name, message: failure('SETTING_UNREADABLE').message })),
        savedAt: latest === 0 ? null : new Date(latest).toISOString(),
      })
    },
    'settings.write': ({ setting, clientId }) => {
      const database = context.database()
      const now = context.now()
      const keepAs = read().unreadable.includes(setting.name) ? nameForSetAside(database, setting.name, now) : undefined
      writeSetting(database, setting.name, JSON.stringify(setting.value), now, keepAs)
      context.emit({ type: 'settings-changed', name: setting.name, clientId })
      return ok({ setting: setting satisfies NamedSetting, savedAt: new Date(now).toISOString() })
    },
  }
}
