/** The browser's profile for our windows: kept apart from the writer's own, with the browser's offers and habits off. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** No bar offers to translate, to store passwords or to correct Chinese as English; nothing typed is looked up anywhere. */
const preferences = {
  translate: { enabled: false },
  browser: { enable_spellchecking: false, has_seen_welcome_page: true },
  spellcheck: { dictionaries: [], use_spelling_service: false },
  intl: { accept_languages: 'zh-CN,zh', selected_languages: 'zh-CN,zh' },
  credentials_enable_service: false,
  autofill: { profile_enabled: false, credit_card_enabled: false },
  search: { suggest_enabled: false },
  alternate_error_pages: { enabled: false },
  safebrowsing: { enabled: false },
  signin: { allowed: false },
}

/** Writes what the browser reads at its very first start. @returns whether the profile is new. */
export function prepareProfile(profileFolder: string): boolean {
  const folder = join(profileFolder, 'Default')
  const file = join(folder, 'Preferences')
  if (existsSync(file)) return false
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(file, JSON.stringify(preferences), { mode: 0o600 })
  } catch {
    // The window opens all the same, with the browser's usual habits.
  }
  return true
}
