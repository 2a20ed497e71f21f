/** Keys of signatures: the unit's own, and those of others that the writer has confirmed. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { makeKeyPair, type KeyPair } from '../exchange/signature.ts'
import { listSettings, writeSetting } from './settings-table.ts'

const ownKeyName = 'signingKey'
const keySchema = z.strictObject({ publicKey: z.base64(), privateKey: z.base64() })

export function ownKey(database: Database): KeyPair | undefined {
  const stored = listSettings(database).find((row) => row.name === ownKeyName)
  return stored === undefined ? undefined : keySchema.parse(JSON.parse(stored.value))
}

/** Made when it is first needed; the same one from then on. */
export function ownKeyOrNew(database: Database, now: number): KeyPair {
  const own = ownKey(database)
  if (own) return own
  const made = makeKeyPair()
  writeSetting(database, ownKeyName, JSON.stringify(made), now)
  return made
}

export const signerStates = ['none', 'missing', 'own', 'known', 'unknown', 'changed'] as const
/**
 * none: not signed. missing: not signed, though the unit has signed before. own: by this library. known: confirmed for the
 * unit it names. unknown: met for the first time. changed: another key than the unit's, or a key known as another unit's.
 */
export type SignerState = (typeof signerStates)[number]

/** @param unit whom the manifest names as its maker. */
export function signerState(database: Database, publicKey: string | undefined, unit: string): SignerState {
  const ofUnit = database.prepare<[string], { public_key: string }>('SELECT public_key FROM known_keys WHERE unit = ?').all(unit)
  if (publicKey === undefined) return ofUnit.length > 0 ? 'missing' : 'none'
  if (ownKey(database)?.publicKey === publicKey) return 'own'
  if (ofUnit.some((one) => one.public_key === publicKey)) return 'known'
  const ofKey = database.prepare('SELECT 1 FROM known_keys WHERE public_key = ?').get(publicKey)
  return ofUnit.length > 0 || ofKey !== undefined ? 'changed' : 'unknown'
}

export function confirmKey(database: Database, publicKey: string, unit: string, now: number): void {
  database.prepare('INSERT INTO known_keys (public_key, unit, confirmed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(publicKey, unit, now)
}

export interface KnownKeyRow {
  readonly publicKey: string
  readonly unit: string
  readonly confirmedAt: number
}

/** By unit, the newest first. */
export function listKnownKeys(database: Database): KnownKeyRow[] {
  return database.prepare<[], KnownKeyRow>('SELECT public_key AS publicKey, unit, confirmed_at AS confirmedAt FROM known_keys ORDER BY unit, confirmed_at DESC').all()
}

type KeyName = Pick<KnownKeyRow, 'publicKey' | 'unit'>

/** @returns when it had been confirmed; undefined where it is not known. */
export function forgetKey(database: Database, { publicKey, unit }: KeyName): number | undefined {
  const row = database.prepare<[string, string], { at: number }>('SELECT confirmed_at AS at FROM known_keys WHERE public_key = ? AND unit = ?').get(publicKey, unit)
  database.prepare('DELETE FROM known_keys WHERE public_key = ? AND unit = ?').run(publicKey, unit)
  return row?.at
}

/** Known as the other unit's from then on; one that is known so already stays. @returns false where it is not known. */
export function renameKey(database: Database, name: KeyName, unit: string): boolean {
  return database.transaction(() => {
    const confirmedAt = forgetKey(database, name)
    if (confirmedAt === undefined) return false
    confirmKey(database, name.publicKey, unit, confirmedAt)
    return true
  }).immediate()
}
