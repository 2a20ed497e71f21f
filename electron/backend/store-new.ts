/** A new draft of the library, with its first version. */
import type { VersionSummary } from '../../shared/contract/procedures.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { blockText } from '../../shared/document/runs.ts'
import type { Context } from './context.ts'
import { draftCharacters, insertDraft } from './storage/drafts-table.ts'
import { insertVersion } from './storage/versions-table.ts'

/** The library knows a draft by its title blocks; without any by the name it has. */
export function withTitle(draft: Draft): Draft {
  const title = draft.blocks.filter((block) => block.role === 'title').map(blockText).join('').slice(0, 500)
  return title === '' || title === draft.title ? draft : { ...draft, title }
}

/** Stores a new draft with its first version. */
export function storeNew(context: Context, draft: Draft, reason: VersionSummary['reason'], also: (number: number) => void = () => {}): string {
  const database = context.database()
  const now = context.now()
  const titled = withTitle(draft)
  const content = JSON.stringify(titled)
  const characters = draftCharacters(titled)
  database.transaction(() => {
    const number = insertDraft(database, titled, content, characters, now)
    insertVersion(database, { draftNumber: number, revision: 1, savedAt: now, reason, characters, content })
    also(number)
  }).immediate()
  return titled.id
}
