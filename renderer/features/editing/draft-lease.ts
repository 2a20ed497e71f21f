/** This window's side of a lease: whether it may edit the draft, keeping that, giving it up and getting it. */
import type { EditingState } from '../../../shared/contract/procedures.ts'
import type { BackendEvent } from '../../../shared/contract/events.ts'
import { call, clientId, subscribe } from '../../client/client.ts'

export type LeaseState =
  | { readonly kind: 'mine' }
  /** Another window edits. `taken`: it was this one's before. */
  | { readonly kind: 'elsewhere'; readonly since: string | null; readonly taken: boolean }

export interface DraftLeaseOptions {
  readonly draftId: string
  readonly first: EditingState
  readonly onState: (state: LeaseState) => void
  /** Another window asks for the draft: stop editing and save. Resolves true once nothing is unsaved. */
  readonly giveUp: () => Promise<boolean>
  /** This window may edit now: what others wrote is to be loaded first. `freed`: the other window was closed. */
  readonly onGained: (how: 'freed' | 'taken') => Promise<void>
}

export interface DraftLease {
  readonly take: () => Promise<void>
  readonly stop: () => void
}

const sessions = new Map<string, number>()

/**
 * Counts the sessions of this window by draft, from before the draft is asked for: one that ends gives nothing up that the
 * next one holds. @returns ends this one.
 */
export function enterDraft(draftId: string): () => void {
  sessions.set(draftId, (sessions.get(draftId) ?? 0) + 1)
  return () => {
    const rest = (sessions.get(draftId) ?? 1) - 1
    sessions.set(draftId, rest)
    if (rest === 0) void call('leases.release', { draftId, clientId })
  }
}

export function holdDraftLease({ draftId, first, onState, giveUp, onGained }: DraftLeaseOptions): DraftLease {
  let mine = first.mine
  let stopped = false
  let handingOver = false
  /** How often in a row a check found nobody editing: once may be a window that is just coming back. */
  let foundFree = 0

  const lose = (since: string | null) => {
    const taken = mine
    mine = false
    onState({ kind: 'elsewhere', since, taken })
  }
  const gain = async (how: 'freed' | 'taken') => {
    if (mine || stopped) return
    mine = true
    foundFree = 0
    await onGained(how)
    if (mine && !stopped) onState({ kind: 'mine' })
  }
  const acquire = async () => {
    const answer = await call('leases.renew', { draftId, clientId })
    if (!answer.ok || stopped) return
    if (answer.value.mine) await gain('freed')
    else if (mine) lose(answer.value.since)
  }
  const check = async () => {
    if (mine) return acquire()
    const answer = await call('leases.look', { draftId, clientId })
    if (!answer.ok || stopped || mine) return
    foundFree = answer.value.since === null ? foundFree + 1 : 0
    if (answer.value.mine || foundFree >= 2) await acquire()
  }
  const handOver = async (to: string) => {
    if (handingOver) return
    handingOver = true
    const saved = await giveUp()
    // Unsaved words stay in this window, which goes on trying; the other one takes over without waiting longer.
    const answer = saved ? await call('leases.handOver', { draftId, clientId, to }) : undefined
    if (answer?.ok && answer.value.mine && mine && !stopped) onState({ kind: 'mine' })
    handingOver = false
  }
  const onEvent = (event: BackendEvent) => {
    if (event.type === 'lease-check') void check()
    else if (event.type === 'draft-lease-wanted' && event.draftId === draftId && event.holder === clientId) void handOver(event.by)
    else if (event.type === 'draft-lease' && event.draftId === draftId) {
      if (event.holder === null) void acquire()
      else if (event.holder !== clientId) (mine ? lose(event.since) : onState({ kind: 'elsewhere', since: event.since, taken: false }))
    }
  }
  const unsubscribe = subscribe(onEvent)
  onState(first.mine ? { kind: 'mine' } : { kind: 'elsewhere', since: first.since, taken: false })

  return {
    take: async () => {
      const answer = await call('leases.take', { draftId, clientId })
      if (answer.ok && answer.value.mine) await gain('taken')
    },
    stop: () => {
      stopped = true
      unsubscribe()
    },
  }
}
