/** 定稿: refused while something is to be filled in; closed to changes afterwards, but for how its items stand. */
import { isDeepStrictEqual } from 'node:util'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import { placeholderText } from '../../../shared/placeholders/catalogue.ts'
import { openPlaceholders } from '../../../shared/placeholders/placeholder-places.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { draftCharacters, findDraft, readContent, setFinal, type DraftRow } from '../storage/drafts-table.ts'
import { insertVersion, newestContent } from '../storage/versions-table.ts'
import { openContent } from './drafts.ts'

/** Name of the version a draft is kept under as it became 定稿. */
export const finalVersionName = '定稿'
/** So many keys are named in the sentence. */
const namedKeys = 6

/**
 * A save that comes for a draft that is 定稿 meanwhile. Its text is kept as a version, once, so that nothing is lost.
 * @returns the stored state where it says the same already.
 */
export function refuseFinal(context: Context, row: DraftRow, draft: Draft, baseRevision: number): Result<{ revision: number; savedAt: string }> {
  const database = context.database()
  const content = JSON.stringify(draft)
  if (readContent(database, row.number) === content) return ok({ revision: row.revision, savedAt: new Date(row.updated_at).toISOString() })
  if (newestContent(database, row.number) !== content) {
    insertVersion(database, { draftNumber: row.number, revision: baseRevision, savedAt: context.now(), reason: 'conflict', characters: draftCharacters(draft), content })
  }
  return fail('DRAFT_FINAL')
}

/** Whether two states of a draft differ in nothing but how the items stand: what the ledger may still write. */
export function samePaper(before: Draft, after: Draft): boolean {
  const paper = ({ records: _records, blocks, ...rest }: Draft) => ({
    ...rest,
    // Rows get ids once something is told of one of them.
    blocks: blocks.map((block) => {
      if (block.role !== 'table') return block
      const { rowIds: _rowIds, ...table } = block
      return table
    }),
  })
  return isDeepStrictEqual(paper(before), paper(after))
}

type FinalProcedures = 'drafts.finalise' | 'drafts.reopen'

export function finalHandlers(context: Context): { readonly [N in FinalProcedures]: Handler<N> } {
  const tell = (draftId: string, finalAt: string | null, clientId: string) => {
    context.emit({ type: 'draft-final', draftId, finalAt, clientId })
    context.emit({ type: 'library-changed' })
  }
  return {
    'drafts.finalise': ({ draftId, baseRevision, clientId }) => {
      const database = context.database()
      const row = findDraft(database, draftId)
      if (!row) return fail('DRAFT_NOT_FOUND')
      if (row.trashed_at !== null) return fail('DRAFT_TRASHED')
      if (row.final_at !== null) return fail('DRAFT_FINAL')
      if (row.revision !== baseRevision) return fail('DRAFT_CHANGED')
      const content = readContent(database, row.number)
      const opened = openContent(content)
      if (!opened.ok) return opened
      const open = openPlaceholders(opened.value)
      if (open.length > 0) {
        const count = open.reduce((sum, one) => sum + one.count, 0)
        const names = open.slice(0, namedKeys).map(({ key }) => placeholderText(key)).join('、') + (open.length > namedKeys ? '等' : '')
        return fail('DRAFT_HAS_PLACEHOLDERS', { count, names }, { count, keys: open.map((one) => ({ key: one.key, count: one.count })) })
      }
      const now = context.now()
      const versionId = database.transaction(() => {
        setFinal(database, row.number, now)
        return insertVersion(database, { draftNumber: row.number, revision: row.revision, savedAt: now, name: finalVersionName, reason: 'named', characters: row.characters, content: content! })
      }).immediate()
      const finalAt = new Date(now).toISOString()
      tell(draftId, finalAt, clientId)
      return ok({ finalAt, versionId })
    },
    'drafts.reopen': ({ draftId, clientId }) => {
      const row = findDraft(context.database(), draftId)
      if (!row) return fail('DRAFT_NOT_FOUND')
      if (row.trashed_at !== null) return fail('DRAFT_TRASHED')
      if (row.final_at !== null) {
        setFinal(context.database(), row.number, null)
        tell(draftId, null, clientId)
      }
      return ok({})
    },
  }
}
