/** What opening and undoing a package does for one kind of content. Everything is part of one transaction of the caller. */
import type { OwnContent, TheirContent } from '../../../../shared/exchange/plan.ts'
import type { Context } from '../../context.ts'
import type { StoredContent } from '../../storage/openings-table.ts'

export type StoreAct = StoredContent['act']

export interface KindStore {
  /** What the library has under the id, in the trash too. */
  readonly find: (context: Context, id: string) => (OwnContent & { readonly title: string }) | undefined
  /** @param newIds of contents of the package that were stored under another id, by kind and id (`contentKey`). */
  readonly store: (context: Context, content: TheirContent, act: StoreAct, newIds: ReadonlyMap<string, string>) => StoredContent
  /** @param together all that was stored with it. @returns its title where it was changed since, or others need it now. */
  readonly changedSince: (context: Context, stored: StoredContent, together: readonly StoredContent[]) => string | undefined
  readonly undo: (context: Context, stored: StoredContent) => void
}
