/** Takes the opening of a package back as one. Part of one transaction of the caller. */
import { isKnownKind } from '../../../shared/exchange/content-kinds.ts'
import type { Context } from '../context.ts'
import type { StoredContent } from '../storage/openings-table.ts'
import { kindStores } from './kinds/all-kinds.ts'

/** @returns the title of a content that was changed since, or is needed by others now; undefined where all can be undone. */
export function changedSince(context: Context, contents: readonly StoredContent[]): string | undefined {
  for (const one of contents) {
    const title = isKnownKind(one.kind) ? kindStores[one.kind].changedSince(context, one, contents) : one.storedId
    if (title !== undefined) return title
  }
  return undefined
}

export function undoContents(context: Context, contents: readonly StoredContent[]): void {
  for (const one of contents) if (isKnownKind(one.kind)) kindStores[one.kind].undo(context, one)
}
