import { fail, ok } from '../../../shared/contract/errors.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { findDraft, readContent } from '../storage/drafts-table.ts'
import { insertVersion, listVersions, readVersion } from '../storage/versions-table.ts'
import { openContent } from './drafts.ts'

type VersionProcedures = 'versions.list' | 'versions.read' | 'versions.name'

export function versionHandlers(context: Context): { readonly [N in VersionProcedures]: Handler<N> } {
  return {
    'versions.list': ({ draftId }) => {
      const row = findDraft(context.database(), draftId)
      return row ? ok({ versions: listVersions(context.database(), row.number) }) : fail('DRAFT_NOT_FOUND')
    },
    'versions.read': ({ draftId, versionId }) => {
      const row = findDraft(context.database(), draftId)
      if (!row) return fail('DRAFT_NOT_FOUND')
      const content = readVersion(context.database(), row.number, versionId)
      if (content === undefined) return fail('VERSION_NOT_FOUND')
      const draft = openContent(content)
      return draft.ok ? ok({ draft: draft.value }) : draft
    },
    'versions.name': ({ draftId, name }) => {
      const row = findDraft(context.database(), draftId)
      const content = row && readContent(context.database(), row.number)
      if (!row || content === undefined) return fail('DRAFT_NOT_FOUND')
      const versionId = insertVersion(context.database(), {
        draftNumber: row.number, revision: row.revision, savedAt: context.now(), name, reason: 'named', characters: row.characters, content,
      })
      return ok({ versionId })
    },
  }
}
