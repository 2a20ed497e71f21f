/** Takes the opening of a package back as one. Part of one transaction of the caller. */
import type { Draft } from '../../../shared/document/draft.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import type { Context } from '../context.ts'
import { openContent } from '../handlers/drafts.ts'
import { draftCharacters, findDraft, setTrashed, updateDraft } from '../storage/drafts-table.ts'
import { deleteLayout, draftsWithLayout, listLayoutRows, storeLayout } from '../storage/layouts-table.ts'
import type { StoredContent } from '../storage/openings-table.ts'
import { insertVersion } from '../storage/versions-table.ts'

/** @returns the title of a content that was changed since, or is needed by others now; undefined where all can be undone. */
export function changedSince(context: Context, contents: readonly StoredContent[]): string | undefined {
  const database = context.database()
  const drafts = new Set(contents.filter(({ kind, act }) => kind === 'draft' && act !== 'restore').map(({ storedId }) => storedId))
  for (const { kind, storedId, after, before } of contents) {
    if (kind === 'draft') {
      const row = findDraft(database, storedId)
      if (row?.revision !== Number(after)) return row?.title ?? storedId
    } else {
      const row = listLayoutRows(database).find((one) => one.id === storedId)
      if (row?.content !== after) return row?.name ?? storedId
      if (before === null && draftsWithLayout(database, storedId).some((id) => !drafts.has(id))) return row.name
    }
  }
  return undefined
}

function undoDraft(context: Context, { storedId, act, before, beforeTrashedAt }: StoredContent): void {
  const database = context.database()
  const row = findDraft(database, storedId)!
  if (act === 'replace' && before !== null) {
    const old = openContent(before)
    // What an older program wrote stays as it was even where it cannot be read.
    const draft = old.ok ? old.value : (JSON.parse(before) as Draft)
    const characters = old.ok ? draftCharacters(draft) : row.characters
    const now = context.now()
    const revision = updateDraft(database, row, draft, before, characters, now)
    insertVersion(database, { draftNumber: row.number, revision, savedAt: now, reason: 'restored', characters, content: before })
  }
  // What was added goes to the trash, as if the writer had put it there: nothing is lost.
  const trashedAt = act === 'add' || act === 'addBeside' ? context.now() : beforeTrashedAt
  if (trashedAt !== null) setTrashed(database, [storedId], trashedAt)
}

export function undoContents(context: Context, contents: readonly StoredContent[]): void {
  const database = context.database()
  for (const one of contents) {
    if (one.kind === 'draft') undoDraft(context, one)
    else if (one.before === null) deleteLayout(database, one.storedId)
    else storeLayout(database, JSON.parse(one.before) as Layout, null, context.now())
  }
}
