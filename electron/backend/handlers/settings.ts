import { fail, failure, ok } from '../../../shared/contract/errors.ts'
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
      const { settings, unreadable } = read()
      const { name, value, base } = setting
      const current = settings[name]
      if (base !== undefined && JSON.stringify(current) !== JSON.stringify(base)) return fail('SETTING_CHANGED', {}, { value: current })
      const keepAs = unreadable.includes(name) ? nameForSetAside(database, name, now) : undefined
      writeSetting(database, name, JSON.stringify(value), now, keepAs)
      context.emit({ type: 'settings-changed', name, clientId })
      return ok({ setting: { name, value } as NamedSetting, savedAt: new Date(now).toISOString() })
    },
  }
}
