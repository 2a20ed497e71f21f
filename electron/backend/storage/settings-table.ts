import type { Database } from 'better-sqlite3'

export interface SettingRow {
  readonly name: string
  /** JSON */
  readonly value: string
  readonly updated_at: number
}

export function listSettings(database: Database): SettingRow[] {
  return database.prepare<[], SettingRow>('SELECT name, value, updated_at FROM settings').all()
}

/** Writes the value over the old one. @param keepAs the name the old value goes on under, where it is not to be lost. */
export function writeSetting(database: Database, name: string, value: string, now: number, keepAs?: string): void {
  database.transaction(() => {
    if (keepAs !== undefined) database.prepare('UPDATE settings SET name = ? WHERE name = ?').run(keepAs, name)
    database
      .prepare('INSERT INTO settings (name, value, updated_at) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at')
      .run(name, value, now)
  }).immediate()
}

/** A name for a value set aside that no other has yet. */
export function nameForSetAside(database: Database, name: string, now: number): string {
  const taken = new Set(listSettings(database).map((row) => row.name))
  for (let count = 1; ; count += 1) {
    const candidate = `${name}#${now}-${count}`
    if (!taken.has(candidate)) return candidate
  }
}
