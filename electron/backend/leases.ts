/**
 * Who edits which draft. One window at a time holds the lease of a draft and keeps it by answering the checks; a window
 * that does not answer loses it. In memory only: what was written is guarded by the revision check of every save (S2),
 * a lease only spares two windows from running into it.
 */
import type { BackendEvent } from '../../shared/contract/events.ts'

export interface Editing {
  /** The asker holds the lease. */
  readonly mine: boolean
  /** When the holder began, milliseconds since 1970; null where nobody edits. */
  readonly since: number | null
}

export interface LeaseOptions {
  readonly emit: (event: BackendEvent) => void
  /** The time of day, milliseconds since 1970: told to the writer. */
  readonly now: () => number
  /** Milliseconds that only go forward: what leases are measured by, for the time of day may be set. */
  readonly ticks?: () => number
  /** How long a take-over waits for the holder to save and hand over. */
  readonly patienceMs?: number
}

export interface Leases {
  /** Takes the lease if it is free, and keeps it if it is one's own. */
  readonly renew: (draftId: string, clientId: string) => Editing
  readonly look: (draftId: string, clientId: string) => Editing
  /** Takes the lease from whoever has it, who is asked first to save and hand over. Resolves once it is taken. */
  readonly take: (draftId: string, clientId: string) => Promise<Editing>
  readonly handOver: (draftId: string, from: string, to: string) => Editing
  readonly release: (draftId: string, clientId: string) => void
  /** The window is gone: everything it held is free. */
  readonly leave: (clientId: string) => void
  /** A save of its last holder takes an expired lease up again, if nobody else has it. */
  readonly saved: (draftId: string, clientId: string) => void
  /** Asks all holders for a sign of life, and frees what had none for too long. */
  readonly check: () => void
}

export const leaseCheckMs = 5000
/** Three checks without an answer. */
export const leaseLifeMs = 15_000

interface Lease {
  readonly holder: string
  readonly since: number
  renewed: number
}

export function createLeases({ emit, now, ticks = () => performance.now(), patienceMs = 3000 }: LeaseOptions): Leases {
  const leases = new Map<string, Lease>()
  const lastHolder = new Map<string, string>()
  const waiting = new Map<string, Set<() => void>>()
  let lastCheck = ticks()

  const announce = (draftId: string) => {
    const lease = leases.get(draftId)
    emit({ type: 'draft-lease', draftId, holder: lease?.holder ?? null, since: lease ? new Date(lease.since).toISOString() : null })
    for (const wake of waiting.get(draftId) ?? []) wake()
  }
  const free = (draftId: string) => {
    leases.delete(draftId)
    announce(draftId)
  }
  const current = (draftId: string): Lease | undefined => {
    const lease = leases.get(draftId)
    if (lease && ticks() - lease.renewed > leaseLifeMs) {
      free(draftId)
      return undefined
    }
    return lease
  }
  const give = (draftId: string, clientId: string) => {
    leases.set(draftId, { holder: clientId, since: now(), renewed: ticks() })
    lastHolder.set(draftId, clientId)
    announce(draftId)
  }
  const look = (draftId: string, clientId: string): Editing => {
    const lease = current(draftId)
    return { mine: lease?.holder === clientId, since: lease?.since ?? null }
  }
  const renew = (draftId: string, clientId: string): Editing => {
    const lease = current(draftId)
    if (lease?.holder === clientId) lease.renewed = ticks()
    else if (!lease) give(draftId, clientId)
    return look(draftId, clientId)
  }
  /** Until the lease is no longer the holder's, or patience ends. */
  const untilHandedOver = (draftId: string, holder: string) => new Promise<void>((resolve) => {
    const wakes = waiting.get(draftId) ?? new Set()
    waiting.set(draftId, wakes)
    const done = () => {
      clearTimeout(timer)
      wakes.delete(wake)
      if (wakes.size === 0) waiting.delete(draftId)
      resolve()
    }
    const wake = () => { if (leases.get(draftId)?.holder !== holder) done() }
    const timer = setTimeout(done, patienceMs)
    wakes.add(wake)
  })

  return {
    renew, look,
    take: async (draftId, clientId) => {
      const lease = current(draftId)
      if (lease && lease.holder !== clientId) {
        const handedOver = untilHandedOver(draftId, lease.holder)
        emit({ type: 'draft-lease-wanted', draftId, holder: lease.holder, by: clientId })
        await handedOver
      }
      if (current(draftId)?.holder !== clientId) give(draftId, clientId)
      return look(draftId, clientId)
    },
    handOver: (draftId, from, to) => {
      if (current(draftId)?.holder === from) give(draftId, to)
      return look(draftId, from)
    },
    release: (draftId, clientId) => {
      if (leases.get(draftId)?.holder === clientId) free(draftId)
    },
    leave: (clientId) => {
      for (const [draftId, lease] of [...leases]) if (lease.holder === clientId) free(draftId)
    },
    saved: (draftId, clientId) => {
      if (current(draftId)?.holder === clientId || lastHolder.get(draftId) === clientId) renew(draftId, clientId)
    },
    check: () => {
      const time = ticks()
      // The machine slept: nobody could answer, so everybody gets the time to.
      if (time - lastCheck > leaseCheckMs * 2) for (const lease of leases.values()) lease.renewed = time
      lastCheck = time
      for (const draftId of [...leases.keys()]) current(draftId)
      emit({ type: 'lease-check' })
    },
  }
}
