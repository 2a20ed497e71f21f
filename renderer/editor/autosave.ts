/**
 * When to save: 0.5 s after the last key, 2.4 s after the first unsaved one at the latest, so that a save is acknowledged
 * within 1 s and 3 s. Says truthfully how things stand; after a failure it tries again by itself.
 */
import type { Failure, Result } from '../../shared/contract/errors.ts'

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Another window saved first; nothing is saved until the writer has decided. */
  | { readonly kind: 'conflict'; readonly failure: Failure }

export interface AutosaveOptions {
  /** Saves the present state; the answer is the time it was saved. */
  readonly save: () => Promise<Result<{ readonly savedAt: string }>>
  readonly onState: (state: SaveState) => void
  readonly now?: () => number
  readonly quietMs?: number
  readonly longestMs?: number
  readonly retryMs?: number
}

export interface Autosave {
  /** The writer changed something. */
  readonly changed: () => void
  /** Saves at once what is unsaved; resolves when nothing is left to save or saving is not possible. */
  readonly flush: () => Promise<void>
  /** After the writer has decided about a conflict. */
  readonly resume: (savedAt: string | undefined) => void
  readonly hasUnsaved: () => boolean
  readonly stop: () => void
}

export function createAutosave(options: AutosaveOptions): Autosave {
  const { save, onState, now = () => performance.now(), quietMs = 500, longestMs = 2400, retryMs = 5000 } = options
  let dirtySince: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let blocked = false
  let stopped = false

  const schedule = (delay: number) => {
    clearTimeout(timer)
    if (!stopped && !blocked) timer = setTimeout(() => void run(), Math.max(0, delay))
  }

  const saveOnce = async () => {
    const since = dirtySince
    dirtySince = undefined
    onState({ kind: 'saving' })
    const result = await save()
    if (stopped) return
    if (result.ok) {
      onState(dirtySince === undefined ? { kind: 'saved', at: result.value.savedAt } : { kind: 'dirty' })
      return
    }
    // What failed to be saved is unsaved since it was first changed.
    dirtySince = Math.min(since ?? Infinity, dirtySince ?? Infinity)
    if (result.error.code === 'REVISION_CONFLICT') {
      blocked = true
      onState({ kind: 'conflict', failure: result.error })
      return
    }
    onState({ kind: 'failed', failure: result.error })
    schedule(retryMs)
  }

  const run = (): Promise<void> => {
    clearTimeout(timer)
    if (running) return running
    if (dirtySince === undefined || blocked) return Promise.resolve()
    running = saveOnce().finally(() => { running = undefined })
    return running
  }

  return {
    changed: () => {
      const time = now()
      const fresh = dirtySince === undefined
      dirtySince ??= time
      if (blocked) return
      if (fresh && running === undefined) onState({ kind: 'dirty' })
      const latest = dirtySince + longestMs - time
      if (running) void running.then(() => { if (dirtySince !== undefined) schedule(Math.min(quietMs, latest)) })
      else schedule(Math.min(quietMs, latest))
    },
    flush: async () => {
      if (running) await running
      if (dirtySince !== undefined) await run()
    },
    resume: (savedAt) => {
      blocked = false
      if (savedAt !== undefined) {
        dirtySince = undefined
        onState({ kind: 'saved', at: savedAt })
      } else if (dirtySince !== undefined) schedule(0)
    },
    hasUnsaved: () => dirtySince !== undefined || running !== undefined,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
