/** Drafts of members become one of their 班子: a new draft; theirs stay as they are. */
import { memberName } from '../../../shared/collect/member-sections.ts'
import { mergeMembers } from '../../../shared/collect/merge-members.ts'
import { fail, ok } from '../../../shared/contract/errors.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import { blockText } from '../../../shared/document/runs.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { findLayout, standardLayout } from '../layouts.ts'
import { findDraft, readContent } from '../storage/drafts-table.ts'
import { storeNew } from '../store-new.ts'
import { openContent } from './drafts.ts'
import { profileOf } from './ledger-contents.ts'

export function mergeMembersHandlers(context: Context): { readonly 'collect.mergeMembers': Handler<'collect.mergeMembers'> } {
  return {
    'collect.mergeMembers': ({ draftIds, kind }) => {
      const drafts: Draft[] = []
      for (const id of new Set(draftIds)) {
        const row = findDraft(context.database(), id)
        const draft = openContent(row && row.trashed_at === null ? readContent(context.database(), row.number) : undefined)
        if (!draft.ok) return draft
        drafts.push(draft.value)
      }
      if (drafts.length < 2 || drafts.every((draft) => draft.blocks.every((block) => blockText(block).trim() === ''))) return fail('MERGE_NOTHING')
      // 班子 members are named in the unit's own order; who is not in it comes after, as chosen.
      const leaders = profileOf(context).leaders.map(({ name }) => name)
      const rank = (draft: Draft) => { const at = leaders.findIndex((name) => name !== '' && memberName(draft).includes(name)); return at < 0 ? leaders.length : at }
      drafts.sort((a, b) => rank(a) - rank(b))
      const layouts = new Set(drafts.map((draft) => draft.layout))
      const layout = layouts.size === 1 && findLayout(context, drafts[0]!.layout) ? drafts[0]!.layout : standardLayout(context).id
      const { draft, members, problems, duplicates, told } = mergeMembers(drafts, { draftId: context.options.ids(), kind, layout, now: new Date(context.now()).toISOString(), newId: context.options.ids })
      const draftId = storeNew(context, draft, 'created')
      context.emit({ type: 'library-changed' })
      return ok({ draftId, kind: draft.kind, title: findDraft(context.database(), draftId)!.title, members, problems, duplicates, told })
    },
  }
}
