/**
 * The library's snippets made ready for search, kept in memory. Where anything was written since the last search, it is
 * first seen which rows are new or changed by their time and size, and only those are made ready: also what a package
 * brought or a restored backup holds.
 */
import type { Database } from 'better-sqlite3'
import { setImmediate } from 'node:timers/promises'
import { parsedJson } from '../../../shared/exchange/versioned.ts'
import { snippetText } from '../../../shared/snippets/propose.ts'
import { readySnippet, sameWords, type ReadySnippet } from '../../../shared/snippets/search-snippets.ts'
import { snippetRoles, type Snippet } from '../../../shared/snippets/snippet.ts'

interface Kept {
  readonly updatedAt: number
  readonly length: number
  /** Undefined where it cannot be read: a newer program wrote it, or it is broken. It stays stored. */
  readonly ready: ReadySnippet | undefined
  readonly words: string
}

export interface ReadySnippets {
  /** All outside the trash. Making many ready lets other work through in between. */
  readonly all: (database: Database) => Promise<readonly ReadySnippet[]>
  /** One that says the same, whatever its lists and marks are. */
  readonly withSameText: (database: Database, text: string, butId: string) => Promise<ReadySnippet | undefined>
}

/** So many are made ready before other work is let through: some milliseconds. */
const slice = 200

/** What the schema of 10,000 snippets would take a second to check; whole it is checked when it is read for use. */
function readLightly(content: string): Snippet | undefined {
  const value = parsedJson(content) as Partial<Snippet> | null | undefined
  if (typeof value !== 'object' || value === null || value.schemaVersion !== 1) return undefined
  const { title, aspect, source, tags, blocks, role } = value
  const whole = [title, aspect, source].every((text) => typeof text === 'string') && Array.isArray(tags) && Array.isArray(blocks) && snippetRoles.some((one) => one === role)
  return whole ? (value as Snippet) : undefined
}

function make(content: string, id: string, updatedAt: number): Pick<Kept, 'ready' | 'words'> {
  const snippet = readLightly(content)
  if (!snippet) return { ready: undefined, words: '' }
  try {
    const text = snippetText(snippet.blocks)
    const { title, aspect, role, tags, source } = snippet
    return { ready: readySnippet({ id, title, aspect, role, tags, source, text, updatedAt }), words: sameWords(text) }
  } catch {
    return { ready: undefined, words: '' }
  }
}

export function createReadySnippets(): ReadySnippets {
  let kept = new Map<string, Kept>()
  let list: readonly ReadySnippet[] = []
  /** The state of the database that is kept. */
  let seen: { readonly database: Database; readonly changes: number } | undefined
  let running: Promise<unknown> = Promise.resolve()

  const refresh = async (database: Database) => {
    const changes = database.prepare<[], number>('SELECT total_changes()').pluck().get()!
    if (seen?.database === database && seen.changes === changes) return
    const rows = database.prepare<[], [string, number, number]>("SELECT id, updated_at, octet_length(content) FROM contents WHERE kind = 'snippet' AND trashed_at IS NULL").raw().all()
    const read = database.prepare<[string], { content: string }>("SELECT content FROM contents WHERE kind = 'snippet' AND id = ?")
    const next = new Map<string, Kept>()
    let made = 0
    for (const [id, updatedAt, length] of rows) {
      const known = kept.get(id)
      if (known && known.updatedAt === updatedAt && known.length === length) {
        next.set(id, known)
        continue
      }
      made += 1
      if (made % slice === 0) await setImmediate()
      const content = read.get(id)?.content
      if (content !== undefined) next.set(id, { updatedAt, length, ...make(content, id, updatedAt) })
    }
    kept = next
    list = [...next.values()].flatMap(({ ready }) => ready ?? [])
    seen = { database, changes }
  }
  /** One at a time: a second search waits for what the first makes ready instead of making it again. */
  const fresh = (database: Database): Promise<ReadonlyMap<string, Kept>> => {
    const mine = running.then(() => refresh(database))
    running = mine.catch(() => {})
    return mine.then(() => kept)
  }
  return {
    all: async (database) => {
      await fresh(database)
      return list
    },
    withSameText: async (database, text, butId) => {
      const words = sameWords(text)
      return [...(await fresh(database)).values()].find((one) => one.ready !== undefined && one.words === words && one.ready.facts.id !== butId)?.ready
    },
  }
}
