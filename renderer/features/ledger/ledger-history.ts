/**
 * Steps of the ledger screen that can be taken back: for each gesture the revisions its drafts had before and after. A draft
 * that somebody else has changed since is never taken back over his head.
 */
import type { ProcedureInput } from '../../../shared/contract/procedures.ts'

export interface DraftStep {
  readonly draftId: string
  readonly before: number
  readonly after: number
}

export interface HistoryStep<P> {
  readonly drafts: readonly DraftStep[]
  /** Where the gesture was made, to go back to. */
  readonly place: P | undefined
}

type Reverts = ProcedureInput<'ledger.revert'>['steps']

export interface LedgerHistory<P> {
  readonly done: (step: HistoryStep<P>) => void
  /** The step and what it asks of the back end; `undefined` reverts where a draft has changed in between. */
  readonly next: (direction: 'undo' | 'redo') => { readonly step: HistoryStep<P>; readonly reverts: Reverts | undefined } | undefined
  /** The step was taken; drafts are at these revisions now. */
  readonly taken: (direction: 'undo' | 'redo', revisions: ReadonlyMap<string, number>) => void
  /** The step can no longer be taken. */
  readonly drop: (direction: 'undo' | 'redo') => void
  readonly can: (direction: 'undo' | 'redo') => boolean
}

export function createHistory<P>(): LedgerHistory<P> {
  const stacks: Record<'undo' | 'redo', HistoryStep<P>[]> = { undo: [], redo: [] }
  /** For each draft: its revision as this screen last left it, and the earlier revision whose content that is. */
  const left = new Map<string, { readonly revision: number; readonly content: number }>()
  const ends = (direction: 'undo' | 'redo', { before, after }: DraftStep) => (direction === 'undo' ? { from: after, to: before } : { from: before, to: after })
  return {
    done: (step) => {
      if (step.drafts.length === 0) return
      stacks.undo.push(step)
      stacks.redo = []
      for (const { draftId, after } of step.drafts) left.set(draftId, { revision: after, content: after })
    },
    next: (direction) => {
      const step = stacks[direction].at(-1)
      if (!step) return undefined
      const reverts = step.drafts.map((draft) => ({ draft, now: left.get(draft.draftId)!, ends: ends(direction, draft) }))
      const held = reverts.every(({ now, ends: { from } }) => now.content === from)
      return { step, reverts: held ? reverts.map(({ draft, now, ends: { to } }) => ({ draftId: draft.draftId, from: now.revision, to })) : undefined }
    },
    taken: (direction, revisions) => {
      const step = stacks[direction].pop()
      if (!step) return
      for (const draft of step.drafts) {
        const revision = revisions.get(draft.draftId)
        if (revision !== undefined) left.set(draft.draftId, { revision, content: ends(direction, draft).to })
      }
      stacks[direction === 'undo' ? 'redo' : 'undo'].push(step)
    },
    drop: (direction) => { stacks[direction].pop() },
    can: (direction) => stacks[direction].length > 0,
  }
}
