/** Rows already read, by draft and revision: the ledger of thousands of items opens at once the second time. */
import type { Database } from 'better-sqlite3'
import type { DraftRow } from '../storage/drafts-table.ts'
import type { LedgerOfDraft } from './tasks.ts'

interface Entry {
  readonly revision: number
  readonly ledger: LedgerOfDraft
}

/** Of each open database: another one may have the same drafts at the same revisions with other words. */
const caches = new WeakMap<Database, Map<string, Entry>>()
/** Some 60 MB of rows at the most; the oldest go first. */
const mostDrafts = 5_000

function cacheOf(database: Database): Map<string, Entry> {
  const cache = caches.get(database) ?? new Map<string, Entry>()
  caches.set(database, cache)
  return cache
}

export function cachedLedger(database: Database, row: Pick<DraftRow, 'id' | 'revision'>): LedgerOfDraft | undefined {
  const entry = cacheOf(database).get(row.id)
  return entry?.revision === row.revision ? entry.ledger : undefined
}

export function keepLedger(database: Database, revision: number, ledger: LedgerOfDraft): void {
  const cache = cacheOf(database)
  cache.delete(ledger.id)
  cache.set(ledger.id, { revision, ledger })
  if (cache.size > mostDrafts) cache.delete(cache.keys().next().value!)
}
