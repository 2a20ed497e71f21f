/** Counts what is put into drafts, in the order it happens: an undo waits for the use it takes back. */
import { call, clientId } from '../../client/client.ts'
import type { SessionUse } from '../../editor/extensions/snippets/snippet-uses.ts'

/** Of each use of this session, the time it is stored under; undefined where it could not be stored. */
const stored = new Map<string, Promise<string | undefined>>()

export function countUse(draftId: string, { token, snippetId }: SessionUse): void {
  const before = stored.get(token) ?? Promise.resolve(undefined)
  stored.set(token, before.then(async () => {
    const result = await call('snippets.used', { id: snippetId, draftId, clientId })
    return result.ok ? result.value.usedAt : undefined
  }))
}

export function takeUseBack(draftId: string, { token, snippetId }: SessionUse): void {
  const use = stored.get(token)
  if (!use) return
  stored.set(token, use.then(async (usedAt) => {
    if (usedAt !== undefined) await call('snippets.unused', { id: snippetId, draftId, usedAt, clientId })
    return undefined
  }))
}
