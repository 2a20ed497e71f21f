import { ok } from '../../../shared/contract/errors.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import type { Editing } from '../leases.ts'

type LeaseProcedures = 'leases.renew' | 'leases.look' | 'leases.take' | 'leases.handOver' | 'leases.release' | 'leases.leave'

/** As it travels. */
export function toEditing({ mine, since }: Editing): { readonly mine: boolean; readonly since: string | null } {
  return { mine, since: since === null ? null : new Date(since).toISOString() }
}

export function leaseHandlers({ leases }: Context): { readonly [N in LeaseProcedures]: Handler<N> } {
  return {
    'leases.renew': ({ draftId, clientId }) => ok(toEditing(leases.renew(draftId, clientId))),
    'leases.look': ({ draftId, clientId }) => ok(toEditing(leases.look(draftId, clientId))),
    'leases.take': async ({ draftId, clientId }) => ok(toEditing(await leases.take(draftId, clientId))),
    'leases.handOver': ({ draftId, clientId, to }) => ok(toEditing(leases.handOver(draftId, clientId, to))),
    'leases.release': ({ draftId, clientId }) => {
      leases.release(draftId, clientId)
      return ok({})
    },
    'leases.leave': ({ clientId }) => {
      leases.leave(clientId)
      return ok({})
    },
  }
}
