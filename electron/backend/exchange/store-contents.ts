/** Puts planned contents into the library. Everything here is part of one transaction of the caller. */
import type { Draft } from '../../../shared/document/draft.ts'
import type { ContentAct, TheirContent } from '../../../shared/exchange/plan.ts'
import { freeLayoutName } from '../../../shared/print/layout-names.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import type { Context } from '../context.ts'
import { allLayouts } from '../layouts.ts'
import { draftCharacters, findDraft, insertDraft, readContent, setTrashed, updateDraft } from '../storage/drafts-table.ts'
import { listLayoutRows, storeLayout } from '../storage/layouts-table.ts'
import type { StoredContent } from '../storage/openings-table.ts'
import { insertVersion } from '../storage/versions-table.ts'

export interface ContentToStore {
  readonly content: TheirContent
  readonly act: ContentAct
}

function storeOneLayout(context: Context, { id, text }: TheirContent, act: StoredContent['act']): StoredContent {
  const database = context.database()
  const read = JSON.parse(text) as Layout
  const beside = act === 'addBeside'
  const others = allLayouts(context).filter((one) => beside || one.id !== id).map((one) => one.name)
  const name = freeLayoutName(read.name, others)
  // Only what must differ does: otherwise it is stored as it came.
  const layout: Layout = beside || name !== read.name ? { ...read, id: beside ? context.options.ids() : id, name } : read
  const before = beside ? null : (listLayoutRows(database).find((row) => row.id === id)?.content ?? null)
  storeLayout(database, layout, null, context.now())
  return { kind: 'layout', storedId: layout.id, act, after: JSON.stringify(layout), before, beforeTrashedAt: null }
}

/** @param newLayouts ids that layouts of the package got here. */
function storeOneDraft(context: Context, { id, text }: TheirContent, act: StoredContent['act'], newLayouts: ReadonlyMap<string, string>): StoredContent {
  const database = context.database()
  const now = context.now()
  const row = findDraft(database, id)
  const before = act === 'replace' && row ? (readContent(database, row.number) ?? null) : null
  const beforeTrashedAt = act === 'addBeside' ? null : (row?.trashed_at ?? null)
  if (beforeTrashedAt !== null) setTrashed(database, [id], null)
  if (act === 'restore') return { kind: 'draft', storedId: id, act, after: String(row!.revision), before, beforeTrashedAt }

  const read = JSON.parse(text) as Draft
  const layout = newLayouts.get(read.layout)
  const changed = act === 'addBeside' || layout !== undefined
  const draft: Draft = changed ? { ...read, id: act === 'addBeside' ? context.options.ids() : id, layout: layout ?? read.layout } : read
  const content = changed ? JSON.stringify(draft) : text
  const characters = draftCharacters(draft)
  const replaced = act === 'replace' ? row : undefined
  const revision = replaced ? updateDraft(database, replaced, draft, content, characters, now) : 1
  const draftNumber = replaced ? replaced.number : insertDraft(database, draft, content, characters, now)
  insertVersion(database, { draftNumber, revision, savedAt: now, reason: 'imported', characters, content })
  return { kind: 'draft', storedId: draft.id, act, after: String(revision), before, beforeTrashedAt }
}

/** @returns what was stored, a place for each content, undefined for those left alone. */
export function storeContents(context: Context, contents: readonly ContentToStore[]): readonly (StoredContent | undefined)[] {
  const newLayouts = new Map<string, string>()
  const stored = new Map<TheirContent, StoredContent>()
  // Layouts first: drafts that came with them follow them to the ids they got.
  for (const { content, act } of contents) {
    if (content.kind !== 'layout' || act === 'leave') continue
    const one = storeOneLayout(context, content, act)
    if (one.storedId !== content.id) newLayouts.set(content.id, one.storedId)
    stored.set(content, one)
  }
  for (const { content, act } of contents) if (content.kind === 'draft' && act !== 'leave') stored.set(content, storeOneDraft(context, content, act, newLayouts))
  return contents.map(({ content }) => stored.get(content))
}
