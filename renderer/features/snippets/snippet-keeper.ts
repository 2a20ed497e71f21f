/** Keeps a snippet that is being changed: saved a moment after the last key, one save after another, nothing typed lost. */
import { blockText } from '../../../shared/document/runs.ts'
import { snippetName } from '../../../shared/snippets/propose.ts'
import type { Snippet } from '../../../shared/snippets/snippet.ts'
import { call, clientId, type Failure } from '../../client/client.ts'

export interface KeptSnippet {
  readonly snippet: Snippet
  /** empty: a new one without words yet, which is not stored. */
  readonly state: 'saved' | 'dirty' | 'saving' | 'failed' | 'empty'
  readonly failure: Failure | undefined
}

export interface SnippetKeeper {
  readonly get: () => KeptSnippet
  readonly subscribe: (listener: () => void) => () => void
  readonly set: (snippet: Snippet) => void
  /** Saves what is not saved yet, now. */
  readonly flush: () => Promise<void>
  /** Saves over what another window stored. */
  readonly overwrite: () => Promise<void>
  /** The time of the stored state this one goes back to; null for a new one. */
  readonly base: () => string | null
}

const delay = 700

/** Those that were opened last in this window, by id. */
const opened = new Map<string, SnippetKeeper>()

/** What is typed into the snippet, wherever it is open, is stored when this ends: before it is removed. */
export async function flushSnippet(id: string): Promise<void> {
  await opened.get(id)?.flush()
}

export const hasWords = (snippet: Pick<Snippet, 'blocks'>) => snippet.blocks.some((block) => blockText(block).trim() !== '')

/** As it is stored: named, no blanks at the ends. */
const cleaned = (snippet: Snippet): Snippet => ({
  ...snippet, aspect: snippet.aspect.trim(), source: snippet.source.trim(), title: snippet.title.trim() === '' ? snippetName(snippet.blocks) : snippet.title.trim(),
})

/** @param startedFrom time the snippet was read with; null for a new one. */
export function createSnippetKeeper(first: Snippet, startedFrom: string | null): SnippetKeeper {
  let kept: KeptSnippet = { snippet: first, state: startedFrom === null ? 'empty' : 'saved', failure: undefined }
  let base = startedFrom
  let timer: ReturnType<typeof setTimeout> | undefined
  let queue: Promise<void> = Promise.resolve()
  const listeners = new Set<() => void>()
  const show = (next: KeptSnippet) => {
    kept = next
    for (const listener of listeners) listener()
  }
  const save = async () => {
    const { snippet, state } = kept
    if (state !== 'dirty' && state !== 'failed') return
    show({ ...kept, state: 'saving' })
    const result = await call('snippets.save', { snippet: cleaned(snippet), base, clientId })
    if (result.ok) base = result.value.updatedAt
    // Typed meanwhile: that is not saved yet.
    if (kept.snippet !== snippet) {
      show({ ...kept, state: 'dirty', failure: result.ok ? undefined : result.error })
      return void plan()
    }
    show({ ...kept, state: result.ok ? 'saved' : 'failed', failure: result.ok ? undefined : result.error })
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    queue = queue.then(save)
    return queue
  }
  const plan = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), delay)
  }
  const keeper: SnippetKeeper = {
    get: () => kept,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (snippet) => {
      if (snippet === kept.snippet) return
      // A snippet that loses all its words stays stored as it was: it is removed by its button, not by a key.
      const state = hasWords(snippet) ? 'dirty' : 'empty'
      show({ snippet, state, failure: undefined })
      if (state === 'dirty') plan()
      else clearTimeout(timer)
    },
    flush,
    overwrite: async () => {
      const now = await call('snippets.read', { id: kept.snippet.id })
      base = now.ok ? now.value.updatedAt : null
      await flush()
    },
    base: () => base,
  }
  opened.set(first.id, keeper)
  return keeper
}
