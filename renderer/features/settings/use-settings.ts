/** The settings of this window: read once, kept up to date while other windows change them, and the forms that edit them. */
import { useEffect, useSyncExternalStore } from 'react'
import { defaultSettings, type SettingChange, type SettingName, type Settings } from '../../../shared/settings/settings.ts'
import type { UnitProfile } from '../../../shared/settings/unit-profile.ts'
import { call, clientId, subscribe, type Failure } from '../../client/client.ts'
import { createSettingForm, type SettingForm } from './setting-form.ts'

export interface SettingsView {
  readonly settings: Settings
  readonly unreadable: readonly { readonly name: SettingName; readonly message: string }[]
  readonly loaded: boolean
  readonly failure: Failure | undefined
}

let view: SettingsView = { settings: defaultSettings, unreadable: [], loaded: false, failure: undefined }
let savedAt: string | undefined
let started = false
const listeners = new Set<() => void>()

function publish(next: Partial<SettingsView>): void {
  view = { ...view, ...next }
  for (const listener of listeners) listener()
}

/** @returns once what is stored is known, or the failure is. */
export async function loadSettings(): Promise<void> {
  const result = await call('settings.read', {})
  if (!result.ok) return publish({ failure: result.error })
  savedAt = result.value.savedAt ?? undefined
  unitForm.follow(result.value.settings.unitProfile, savedAt)
  daysForm.follow(result.value.settings.ledgerDays, savedAt)
  publish({ settings: result.value.settings, unreadable: result.value.unreadable, loaded: true, failure: undefined })
}

/** Writes one setting over `base`; SETTING_CHANGED where another window was first. @returns the value as it is stored now. */
export async function writeSetting<N extends SettingName>(name: N, value: Settings[N], base: Settings[N]) {
  const result = await call('settings.write', { setting: { name, value, base } as SettingChange, clientId })
  if (!result.ok) return result
  const stored = result.value.setting.value as Settings[N]
  publish({ settings: { ...view.settings, [name]: stored }, unreadable: view.unreadable.filter((one) => one.name !== name) })
  return { ok: true as const, value: { value: stored, savedAt: result.value.savedAt } }
}

function start(): void {
  if (started) return
  started = true
  void loadSettings()
  subscribe((event) => { if (event.type === 'settings-changed' && event.clientId !== clientId) void loadSettings() })
  window.addEventListener('beforeunload', (event) => {
    const forms = [unitForm, daysForm]
    if (forms.every((form) => !form.hasUnsaved())) return
    for (const form of forms) void form.flush()
    event.preventDefault()
  })
}

/** The settings as they are stored, in any part of the screen. */
export function useSettings(): SettingsView {
  useEffect(start, [])
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => view)
}

/** The settings of this moment, for code beside React. */
export function currentSettings(): Settings {
  return view.settings
}

function trimmedRows<R extends Readonly<Record<string, string>>>(rows: readonly R[]): R[] {
  return rows
    .map((row) => Object.fromEntries(Object.entries(row).map(([key, text]) => [key, text.trim()])) as R)
    .filter((row) => Object.values(row).some((text) => text !== ''))
}

const trimmedLines = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== '')

export function cleanProfile(profile: UnitProfile): UnitProfile {
  return {
    fullName: profile.fullName.trim(), shortName: profile.shortName.trim(), kind: profile.kind.trim(),
    superiors: trimmedLines(profile.superiors), leaders: trimmedRows(profile.leaders), people: trimmedRows(profile.people), offices: trimmedLines(profile.offices),
  }
}

export const unitForm: SettingForm<'unitProfile'> = createSettingForm({
  name: 'unitProfile', stored: defaultSettings.unitProfile, clean: cleanProfile, write: (value, base) => writeSetting('unitProfile', value, base),
})

export const daysForm: SettingForm<'ledgerDays'> = createSettingForm({
  name: 'ledgerDays', stored: defaultSettings.ledgerDays, clean: (value) => value, write: (value, base) => writeSetting('ledgerDays', value, base),
})

export function useForm<N extends SettingName>(form: SettingForm<N>) {
  return useSyncExternalStore(form.subscribe, form.get)
}
