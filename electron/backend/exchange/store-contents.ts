/** Puts planned contents into the library. Everything here is part of one transaction of the caller. */
import { contentKey } from '../../../shared/exchange/manifest.ts'
import type { ContentAct, TheirContent } from '../../../shared/exchange/plan.ts'
import type { Context } from '../context.ts'
import type { StoredContent } from '../storage/openings-table.ts'
import { kindStores, storeOrder } from './kinds/all-kinds.ts'

export interface ContentToStore {
  readonly content: TheirContent
  readonly act: ContentAct
}

/** @returns what was stored, a place for each content, undefined for those left alone. */
export function storeContents(context: Context, contents: readonly ContentToStore[]): readonly (StoredContent | undefined)[] {
  const newIds = new Map<string, string>()
  const stored = new Map<TheirContent, StoredContent>()
  for (const kind of storeOrder) {
    for (const { content, act } of contents) {
      if (content.kind !== kind || act === 'leave') continue
      const one = kindStores[kind].store(context, content, act, newIds)
      if (one.storedId !== content.id) newIds.set(contentKey(content), one.storedId)
      stored.set(content, one)
    }
  }
  return contents.map(({ content }) => stored.get(content))
}
