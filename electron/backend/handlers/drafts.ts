import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import { readDraft, type Draft } from '../../../shared/document/draft.ts'
import { recognise } from '../../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../../shared/recognition/source.ts'
import { beginDraft } from '../begin-draft.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { draftCharacters, findDraft, readContent, setTrashed, updateDraft, type DraftRow } from '../storage/drafts-table.ts'
import { hasImport } from '../storage/imports-table.ts'
import { insertVersion, thinVersions } from '../storage/versions-table.ts'
import { storeNew, withTitle } from '../store-new.ts'
import type { VersionSummary } from '../../../shared/contract/procedures.ts'
import { refuseFinal } from './final.ts'
import { toEditing } from './leases.ts'

const instant = (time: number) => new Date(time).toISOString()
const thinEvery = 60_000

export function openContent(content: string | undefined): Result<Draft> {
  if (content === undefined) return fail('DRAFT_NOT_FOUND')
  const read = readDraft(JSON.parse(content))
  return read.ok ? ok(read.draft) : fail(read.error.code)
}

/** Writes over a draft if nobody else has; keeps what was sent as a version either way. */
export function saveDraft(context: Context, row: DraftRow, draft: Draft, baseRevision: number, reason: VersionSummary['reason']): Result<{ revision: number; savedAt: string }> {
  const database = context.database()
  const now = context.now()
  const titled = withTitle(draft)
  const content = JSON.stringify(titled)
  if (row.revision !== baseRevision) {
    const current = readContent(database, row.number)
    // The answer to this very save was lost on the way: it is done already.
    if (current === content) return ok({ revision: row.revision, savedAt: instant(row.updated_at) })
    const kept = insertVersion(database, { draftNumber: row.number, revision: baseRevision, savedAt: now, reason: 'conflict', characters: draftCharacters(titled), content })
    const theirs = openContent(current)
    return fail('REVISION_CONFLICT', {}, { revision: row.revision, savedAt: instant(row.updated_at), keptVersionId: kept, draft: theirs.ok ? theirs.value : null })
  }
  const characters = draftCharacters(titled)
  const revision = database.transaction(() => {
    const next = updateDraft(database, row, titled, content, characters, now)
    insertVersion(database, { draftNumber: row.number, revision: next, savedAt: now, reason, characters, content })
    return next
  }).immediate()
  return ok({ revision, savedAt: instant(now) })
}

type DraftProcedures = 'drafts.create' | 'drafts.createExamples' | 'drafts.open' | 'drafts.save' | 'drafts.copy' | 'drafts.trash' | 'drafts.restore'

export function draftHandlers(context: Context): { readonly [N in DraftProcedures]: Handler<N> } {
  const { options } = context
  const lastThinned = new Map<number, number>()
  const thinSometimes = (number: number) => {
    const now = context.now()
    if (now - (lastThinned.get(number) ?? 0) < thinEvery) return
    lastThinned.set(number, now)
    thinVersions(context.database(), number, now)
  }
  /** Who only reads, or looks into the trash, does not keep others from editing. */
  const editingOf = (row: DraftRow, clientId: string | undefined) =>
    clientId === undefined || row.trashed_at !== null ? context.leases.look(row.id, clientId ?? '') : context.leases.renew(row.id, clientId)
  return {
    'drafts.create': ({ kind }) => {
      // There is a template of every kind: the resources are checked at start.
      const template = context.resources.templates.find((one) => one.kind === kind)!
      return beginDraft(context, template)
    },
    'drafts.createExamples': () => {
      const draftIds = context.resources.examples.map(({ kind, text }) =>
        storeNew(context, recognise(paragraphsFromText(text), { draftId: options.ids(), kind }).draft, 'created'))
      context.emit({ type: 'library-changed' })
      return ok({ draftIds })
    },
    'drafts.open': ({ draftId, clientId }) => {
      const database = context.database()
      const row = findDraft(database, draftId)
      if (!row) return fail('DRAFT_NOT_FOUND')
      const draft = openContent(readContent(database, row.number))
      if (!draft.ok) return draft
      return ok({ draft: draft.value, revision: row.revision, savedAt: instant(row.updated_at), trashed: row.trashed_at !== null, finalAt: row.final_at === null ? null : instant(row.final_at), imported: hasImport(database, row.number), editing: toEditing(editingOf(row, clientId)) })
    },
    'drafts.save': ({ draftId, baseRevision, draft, clientId }) => {
      const row = findDraft(context.database(), draftId)
      if (!row) return fail('DRAFT_NOT_FOUND')
      if (row.trashed_at !== null) return fail('DRAFT_TRASHED')
      if (draft.id !== draftId) return fail('DRAFT_INVALID')
      if (row.final_at !== null) return refuseFinal(context, row, withTitle(draft), baseRevision)
      const saved = saveDraft(context, row, draft, baseRevision, 'saved')
      if (saved.ok) {
        context.emit({ type: 'draft-saved', draftId, revision: saved.value.revision, clientId })
        context.leases.saved(draftId, clientId)
        thinSometimes(row.number)
      }
      return saved
    },
    'drafts.copy': ({ draft, title }) => {
      const draftId = storeNew(context, { ...draft, id: options.ids(), title }, 'created')
      context.emit({ type: 'library-changed' })
      return ok({ draftId })
    },
    'drafts.trash': ({ draftIds }) => moveDrafts(context, draftIds, context.now()),
    'drafts.restore': ({ draftIds }) => moveDrafts(context, draftIds, null),
  }
}

function moveDrafts(context: Context, draftIds: readonly string[], trashedAt: number | null): Result<Record<string, never>> {
  if (draftIds.every((id) => findDraft(context.database(), id) === undefined)) return fail('DRAFT_NOT_FOUND')
  setTrashed(context.database(), draftIds, trashedAt)
  context.emit({ type: 'library-changed' })
  return ok({})
}
