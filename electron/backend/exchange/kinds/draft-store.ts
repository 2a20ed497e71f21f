/** Drafts of packages: each change is a version, what is taken back goes to the trash. */
import type { Draft } from '../../../../shared/document/draft.ts'
import { contentKey } from '../../../../shared/exchange/manifest.ts'
import { openContent } from '../../handlers/drafts.ts'
import { draftCharacters, findDraft, insertDraft, readContent, setFinal, setTrashed, updateDraft } from '../../storage/drafts-table.ts'
import { insertVersion } from '../../storage/versions-table.ts'
import type { KindStore } from './kind-store.ts'

/** The revision as it was stored, and when a draft that was replaced had become 定稿. */
const afterOf = (revision: number, finalAt: number | null): string => (finalAt === null ? String(revision) : `${revision} ${finalAt}`)
const revisionOf = (after: string): number => Number(after.split(' ')[0])
const finalAtOf = (after: string): number | null => (after.includes(' ') ? Number(after.split(' ')[1]) : null)

export const draftStore: KindStore = {
  find: (context, id) => {
    const database = context.database()
    const row = findDraft(database, id)
    const text = row && readContent(database, row.number)
    return row && text !== undefined ? { text, title: row.title, trashed: row.trashed_at !== null, fixed: false } : undefined
  },
  store: (context, { id, text }, act, newIds) => {
    const database = context.database()
    const now = context.now()
    const row = findDraft(database, id)
    const before = act === 'replace' && row ? (readContent(database, row.number) ?? null) : null
    const beforeTrashedAt = act === 'addBeside' ? null : (row?.trashed_at ?? null)
    if (beforeTrashedAt !== null) setTrashed(database, [id], null)
    if (act === 'restore') return { kind: 'draft', storedId: id, act, after: String(row!.revision), before, beforeTrashedAt }

    const read = JSON.parse(text) as Draft
    // Drafts follow the layouts that came with them to the ids those got.
    const layout = newIds.get(contentKey({ kind: 'layout', id: read.layout }))
    const changed = act === 'addBeside' || layout !== undefined
    const draft: Draft = changed ? { ...read, id: act === 'addBeside' ? context.options.ids() : id, layout: layout ?? read.layout } : read
    const content = changed ? JSON.stringify(draft) : text
    const characters = draftCharacters(draft)
    const replaced = act === 'replace' ? row : undefined
    const revision = replaced ? updateDraft(database, replaced, draft, content, characters, now) : 1
    // Another text than the one that was closed: 草稿 until somebody looks at it.
    if (replaced) setFinal(database, replaced.number, null)
    const draftNumber = replaced ? replaced.number : insertDraft(database, draft, content, characters, now)
    insertVersion(database, { draftNumber, revision, savedAt: now, reason: 'imported', characters, content })
    return { kind: 'draft', storedId: draft.id, act, after: afterOf(revision, replaced?.final_at ?? null), before, beforeTrashedAt }
  },
  changedSince: (context, { storedId, act, after }) => {
    const row = findDraft(context.database(), storedId)
    // What was added or put in place of another became 定稿 since: somebody relies on it.
    const closed = act !== 'restore' && row !== undefined && row.final_at !== null
    return row?.revision === revisionOf(after) && !closed ? undefined : (row?.title ?? storedId)
  },
  undo: (context, { storedId, act, after, before, beforeTrashedAt }) => {
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
      setFinal(database, row.number, finalAtOf(after))
    }
    // What was added goes to the trash, as if the writer had put it there: nothing is lost.
    const trashedAt = act === 'add' || act === 'addBeside' ? context.now() : beforeTrashedAt
    if (trashedAt !== null) setTrashed(database, [storedId], trashedAt)
  },
}
