/** Every setting by name: its schema and what holds where nothing was set. A new setting adds a line to both. */
import { z } from 'zod'
import { defaultLedgerColumns, defaultLedgerDays, ledgerColumnsSchema, ledgerDaysSchema, type LedgerColumns, type LedgerDays } from './ledger-settings.ts'
import { expectedUnitsSchema, noExpectedUnits, type ExpectedUnits } from './expected-units.ts'
import { emptyUnitProfile, unitProfileSchema, type UnitProfile } from './unit-profile.ts'

export interface Settings {
  readonly unitProfile: UnitProfile
  readonly ledgerDays: LedgerDays
  readonly ledgerColumns: LedgerColumns
  readonly expectedUnits: ExpectedUnits
}
export type SettingName = keyof Settings

export const settingSchemas = {
  unitProfile: unitProfileSchema,
  ledgerDays: ledgerDaysSchema,
  ledgerColumns: ledgerColumnsSchema,
  expectedUnits: expectedUnitsSchema,
} as const satisfies Record<SettingName, z.ZodType>

export const defaultSettings: Settings = { unitProfile: emptyUnitProfile, ledgerDays: defaultLedgerDays, ledgerColumns: defaultLedgerColumns, expectedUnits: noExpectedUnits }

export const settingNames = Object.keys(settingSchemas) as [SettingName, ...SettingName[]]
export const settingNameSchema = z.enum(settingNames)
export const settingsSchema = z.strictObject(settingSchemas)

const named = <N extends SettingName, S extends z.ZodType>(name: N, schema: S) => z.strictObject({ name: z.literal(name), value: schema })
const changed = <N extends SettingName, S extends z.ZodType>(name: N, schema: S) => z.strictObject({
  name: z.literal(name), value: schema,
  /** The stored value the change was made from: where another window was first, nothing is written. Without it the value simply replaces what is there. */
  base: schema.exactOptional(),
})

/** A setting under its name, as it is answered. */
export const namedSettingSchema = z.discriminatedUnion('name', [
  named('unitProfile', unitProfileSchema), named('ledgerDays', ledgerDaysSchema), named('ledgerColumns', ledgerColumnsSchema), named('expectedUnits', expectedUnitsSchema),
])
/** A setting under its name, as it is written. */
export const settingChangeSchema = z.discriminatedUnion('name', [
  changed('unitProfile', unitProfileSchema), changed('ledgerDays', ledgerDaysSchema), changed('ledgerColumns', ledgerColumnsSchema), changed('expectedUnits', expectedUnitsSchema),
])
export type NamedSetting = Readonly<z.infer<typeof namedSettingSchema>>
export type SettingChange = Readonly<z.infer<typeof settingChangeSchema>>

/** The settings of what is stored. A value that can no longer be read is named in `unreadable` and its default holds. */
export function readSettings(stored: ReadonlyMap<string, string>): { readonly settings: Settings; readonly unreadable: readonly SettingName[] } {
  const unreadable: SettingName[] = []
  const read = (name: SettingName): unknown => {
    const json = stored.get(name)
    if (json === undefined) return defaultSettings[name]
    const parsed = settingSchemas[name].safeParse(parseJson(json))
    if (parsed.success) return parsed.data
    unreadable.push(name)
    return defaultSettings[name]
  }
  const settings = Object.fromEntries(settingNames.map((name) => [name, read(name)])) as unknown as Settings
  return { settings, unreadable }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
