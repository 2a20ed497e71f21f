/** Handing the ledger out and merging a sheet back: filled in with the back end of sheets and reports. */
import type { LedgerField } from '../../../shared/ledger/ledger-fields.ts'

export interface LedgerActionsProps {
  /** Drafts in view; null is all of them. */
  readonly draftIds: readonly string[] | null
  /** Rows as shown when it is asked, each once, named as `rowName` does. */
  readonly rowNames: () => readonly string[]
  /** Columns as shown, without those only the screen has. */
  readonly fields: readonly LedgerField[]
  /** Titles of the unit's own. */
  readonly titles: Readonly<Partial<Record<LedgerField, string>>>
}

export function LedgerActions(_props: LedgerActionsProps) {
  return null
}
