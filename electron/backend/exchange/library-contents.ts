/** Contents of the library by kind and id: what a package is made of and compared with. */
import type { KnownKind } from '../../../shared/exchange/content-kinds.ts'
import { contentKey } from '../../../shared/exchange/manifest.ts'
import type { OwnContent, TheirContent } from '../../../shared/exchange/plan.ts'
import type { Context } from '../context.ts'
import { findDraft, readContent } from '../storage/drafts-table.ts'
import { listLayoutRows } from '../storage/layouts-table.ts'

export interface LibraryContents {
  readonly find: (kind: KnownKind, id: string) => (OwnContent & { readonly title: string }) | undefined
}

/** The library as it is now; drafts are read when they are asked for. */
export function libraryContents(context: Context): LibraryContents {
  const database = context.database()
  const layouts = new Map(listLayoutRows(database).map((row) => [row.id, { text: row.content, title: row.name, trashed: false, fixed: false }]))
  const shipped = new Map(context.resources.layouts.map((layout) => [layout.id, { text: JSON.stringify(layout), title: layout.name, trashed: false, fixed: true }]))
  return {
    find: (kind, id) => {
      if (kind === 'layout') return shipped.get(id) ?? layouts.get(id)
      const row = findDraft(database, id)
      const text = row && readContent(database, row.number)
      return row && text !== undefined ? { text, title: row.title, trashed: row.trashed_at !== null, fixed: false } : undefined
    },
  }
}

/** The layout a stored draft names; undefined where its JSON cannot be read. */
function layoutOf(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'layout' in value && typeof value.layout === 'string' ? value.layout : undefined
  } catch {
    return undefined
  }
}

/**
 * The contents with the unit's own layouts that the drafts among them are set in: without those they could not be printed
 * elsewhere. @returns also what is not in the library.
 */
export function contentsToPack(context: Context, wanted: readonly { readonly kind: KnownKind; readonly id: string }[]): { readonly contents: readonly TheirContent[]; readonly missing: readonly string[] } {
  const library = libraryContents(context)
  const contents = new Map<string, TheirContent>()
  const missing: string[] = []
  for (const { kind, id } of wanted) {
    const own = library.find(kind, id)
    if (!own || own.trashed) missing.push(id)
    else contents.set(contentKey({ kind, id }), { kind, id, title: own.title, text: own.text })
  }
  for (const { kind, text } of [...contents.values()]) {
    const layout = kind === 'draft' ? layoutOf(text) : undefined
    const own = layout === undefined ? undefined : library.find('layout', layout)
    if (layout !== undefined && own && !own.fixed) contents.set(contentKey({ kind: 'layout', id: layout }), { kind: 'layout', id: layout, title: own.title, text: own.text })
  }
  return { contents: [...contents.values()], missing }
}
