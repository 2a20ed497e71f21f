/** 素材: kept, found, used. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { ProcedureInput, ProcedureOutput } from '../../../shared/contract/procedures.ts'
import type { SnippetUse } from '../../../shared/contract/snippet-procedures.ts'
import { parsedJson } from '../../../shared/exchange/versioned.ts'
import { blockText } from '../../../shared/document/runs.ts'
import { snippetText } from '../../../shared/snippets/propose.ts'
import { searchSnippets } from '../../../shared/snippets/search-snippets.ts'
import { snippetSchema, type Snippet } from '../../../shared/snippets/snippet.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { createReadySnippets, type ReadySnippets } from '../snippets/ready-snippets.ts'
import { findContent, setContentTrashed, storeContent, type ContentRow } from '../storage/contents-table.ts'
import { findDraft } from '../storage/drafts-table.ts'
import { countUses, deleteUse, insertUse, usesOf } from '../storage/snippet-uses-table.ts'

type SnippetProcedures = 'snippets.search' | 'snippets.read' | 'snippets.save' | 'snippets.remove' | 'snippets.putBack' | 'snippets.used' | 'snippets.unused'

const instant = (time: number) => new Date(time).toISOString()

function usedIn(context: Context, id: string, but: string | null): SnippetUse[] {
  return usesOf(context.database(), id, but).map(({ draftId, title, usedAt }) => ({ draftId, title, usedAt: instant(usedAt) }))
}

function findLive(context: Context, id: string): ContentRow | undefined {
  const row = findContent(context.database(), 'snippet', id)
  return row?.trashed_at === null ? row : undefined
}

function read({ content }: ContentRow): Result<Snippet> {
  const parsed = snippetSchema.safeParse(parsedJson(content))
  return parsed.success ? ok(parsed.data) : fail('SNIPPET_UNREADABLE')
}

async function save(context: Context, ready: ReadySnippets, { snippet, base, clientId }: ProcedureInput<'snippets.save'>): Promise<Result<ProcedureOutput<'snippets.save'>>> {
  if (snippet.title.trim() === '' || snippet.blocks.every((block) => blockText(block).trim() === '')) return fail('SNIPPET_INVALID')
  const database = context.database()
  const content = JSON.stringify(snippet)
  const before = findContent(database, 'snippet', snippet.id)
  // The answer to this very save was lost on the way: it is done already.
  if (before?.trashed_at === null && before.content === content) return ok({ updatedAt: instant(before.updated_at) })
  const same = await ready.withSameText(database, snippetText(snippet.blocks), snippet.id)
  if (same) return fail('SNIPPET_SAME_TEXT', { title: same.facts.title }, { id: same.facts.id, title: same.facts.title })
  // Others may have come in while the texts were compared.
  return database.transaction((): Result<ProcedureOutput<'snippets.save'>> => {
    const row = findContent(database, 'snippet', snippet.id)
    if (base === null ? row !== undefined : row !== undefined && (row.trashed_at !== null || instant(row.updated_at) !== base)) return fail('SNIPPET_CHANGED')
    if (base !== null && row === undefined) return fail('SNIPPET_NOT_FOUND')
    // Never the same time twice: what was made ready for search is told by it.
    const now = Math.max(context.now(), (row?.updated_at ?? -1) + 1)
    storeContent(database, 'snippet', { id: snippet.id, title: snippet.title, content }, now)
    context.emit({ type: 'contents-changed', kind: 'snippet', clientId })
    return ok({ updatedAt: instant(now) })
  }).immediate()
}

/** Into the trash (a time) or back (null). */
function move(context: Context, { id, clientId }: ProcedureInput<'snippets.remove'>, trashedAt: number | null): Result<{ title: string }> {
  const database = context.database()
  const row = findContent(database, 'snippet', id)
  if (!row || !setContentTrashed(database, 'snippet', id, trashedAt)) return fail('SNIPPET_NOT_FOUND')
  context.emit({ type: 'contents-changed', kind: 'snippet', clientId })
  return ok({ title: row.title })
}

export function snippetHandlers(context: Context): { readonly [N in SnippetProcedures]: Handler<N> } {
  const ready = createReadySnippets()
  return {
    'snippets.search': async ({ draftId, offset, limit, ...query }) => {
      const database = context.database()
      const all = await ready.all(database)
      const uses = countUses(database)
      const usesOfOne = (id: string) => uses.get(id) ?? 0
      const { found, facets } = searchSnippets(all, query, usesOfOne)
      return ok({
        snippets: found.slice(offset, offset + limit).map(({ updatedAt, ...facts }) => ({
          ...facts, updatedAt: instant(updatedAt), uses: usesOfOne(facts.id), usedIn: uses.has(facts.id) ? usedIn(context, facts.id, draftId) : [],
        })),
        total: found.length, all: all.length, facets,
      })
    },
    'snippets.read': ({ id }) => {
      const row = findLive(context, id)
      const snippet = row ? read(row) : fail('SNIPPET_NOT_FOUND')
      if (!row || !snippet.ok) return snippet.ok ? fail('SNIPPET_NOT_FOUND') : snippet
      return ok({ snippet: snippet.value, updatedAt: instant(row.updated_at), uses: countUses(context.database()).get(id) ?? 0, usedIn: usedIn(context, id, null) })
    },
    'snippets.save': (input) => save(context, ready, input),
    'snippets.remove': (input) => move(context, input, context.now()),
    'snippets.putBack': (input) => move(context, input, null),
    'snippets.used': ({ id, draftId, clientId }) => {
      const database = context.database()
      // It may have been removed while the list was open: it was used all the same.
      if (!findContent(database, 'snippet', id)) return fail('SNIPPET_NOT_FOUND')
      if (!findDraft(database, draftId)) return fail('DRAFT_NOT_FOUND')
      const usedAt = insertUse(database, id, draftId, context.now())
      context.emit({ type: 'contents-changed', kind: 'snippet', clientId })
      return ok({ usedAt: instant(usedAt) })
    },
    'snippets.unused': ({ id, draftId, usedAt, clientId }) => {
      deleteUse(context.database(), id, draftId, Date.parse(usedAt))
      context.emit({ type: 'contents-changed', kind: 'snippet', clientId })
      return ok({})
    },
  }
}
