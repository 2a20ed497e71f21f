import type { Context } from '../context.ts'
import { findDraft, readContent } from '../storage/drafts-table.ts'
import { openContent, saveDraft } from './drafts.ts'

/**
 * Sets drafts that name one layout in another, each with a version of its own.
 * @returns how many were changed: those that name another layout by now, or cannot be read, stay as they are.
 */
export function switchDrafts(context: Context, draftIds: readonly string[], { from, to }: { readonly from: string; readonly to: string }, clientId: string): number {
  const changed: { readonly draftId: string; readonly revision: number }[] = []
  for (const draftId of draftIds) {
    const row = findDraft(context.database(), draftId)
    const draft = row && openContent(readContent(context.database(), row.number))
    if (!row || !draft?.ok || draft.value.layout !== from) continue
    const saved = saveDraft(context, row, { ...draft.value, layout: to }, row.revision, 'saved')
    if (saved.ok) changed.push({ draftId, revision: saved.value.revision })
  }
  // The client's own window shows the draft too: it follows like any other.
  for (const one of changed) context.emit({ type: 'draft-saved', ...one, clientId: `${clientId}/layouts`.slice(0, 64) })
  return changed.length
}
