/** Templates, aspect sets, snippets and ledgers of packages: one way for all that the contents table holds. */
import { contentKinds } from '../../../../shared/exchange/content-kinds.ts'
import { contentKey } from '../../../../shared/exchange/manifest.ts'
import type { Context } from '../../context.ts'
import { contentTitles, findContent, setContentTrashed, storeContent, type ContentKindName } from '../../storage/contents-table.ts'
import type { KindStore } from './kind-store.ts'

export interface ContentStoreOptions {
  /** Contents that ship with the program: packed like others, never replaced. */
  readonly shipped: (context: Context) => readonly { readonly id: string; readonly title: string; readonly text: string }[]
  /** The title's own field, so that of two kept both are told apart. */
  readonly titleField: 'name' | 'title'
  /** Ids of other contents it names, by field: they follow those to the ids they got. */
  readonly follow?: (read: Readonly<Record<string, unknown>>, newId: (kind: string, id: string) => string | undefined) => Readonly<Record<string, unknown>>
}

/** “学习类措施（2）”, the first that no other content of the kind has. A long one is shortened, but never within a character of two units. */
function freeTitle(context: Context, kind: ContentKindName, wanted: string, shipped: readonly { readonly title: string }[]): string {
  const taken = new Set([...contentTitles(context.database(), kind), ...shipped.map(({ title }) => title)])
  for (let count = 1; ; count += 1) {
    const title = count === 1 ? wanted : `${wanted.replace(/（\d+）$/u, '').slice(0, 190).replace(/[\ud800-\udbff]$/, '')}（${count}）`
    if (!taken.has(title)) return title
  }
}

export function contentStore(kind: ContentKindName, { shipped, titleField, follow }: ContentStoreOptions): KindStore {
  return {
    find: (context, id) => {
      const own = shipped(context).find((one) => one.id === id)
      if (own) return { text: own.text, title: own.title, trashed: false, fixed: true }
      const row = findContent(context.database(), kind, id)
      return row && { text: row.content, title: row.title, trashed: row.trashed_at !== null, fixed: false }
    },
    store: (context, { id, text }, act, newIds) => {
      const database = context.database()
      const row = findContent(database, kind, id)
      const beforeTrashedAt = act === 'addBeside' ? null : (row?.trashed_at ?? null)
      if (act === 'restore') {
        setContentTrashed(database, kind, id, null)
        return { kind, storedId: id, act, after: row!.content, before: null, beforeTrashedAt }
      }
      const read = JSON.parse(text) as Readonly<Record<string, unknown>>
      const followed = follow?.(read, (of, name) => newIds.get(contentKey({ kind: of, id: name }))) ?? read
      const beside = act === 'addBeside' ? { id: context.options.ids(), [titleField]: freeTitle(context, kind, String(read[titleField]), shipped(context)) } : {}
      // Only what must differ does: otherwise it is stored as it came.
      const content = followed === read && act !== 'addBeside' ? text : JSON.stringify({ ...followed, ...beside })
      const stored = contentKinds[kind].read(content)
      if (!stored.ok) throw new Error(`${kind} ${id} cannot be read as it was to be stored`)
      storeContent(database, kind, { id: stored.id, title: stored.title, content }, context.now())
      return { kind, storedId: stored.id, act, after: content, before: act === 'replace' ? row!.content : null, beforeTrashedAt }
    },
    changedSince: (context, { storedId, after }) => {
      const row = findContent(context.database(), kind, storedId)
      return row?.content === after ? undefined : (row?.title ?? storedId)
    },
    undo: (context, { storedId, before, act, beforeTrashedAt }) => {
      const database = context.database()
      const now = context.now()
      if (before !== null) {
        const old = contentKinds[kind].read(before)
        storeContent(database, kind, { id: storedId, title: old.ok ? old.title : storedId, content: before }, now)
      }
      const trashedAt = act === 'add' || act === 'addBeside' ? now : beforeTrashedAt
      if (trashedAt !== null) setContentTrashed(database, kind, storedId, trashedAt)
    },
  }
}
