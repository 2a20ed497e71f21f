import type { Collected, UnreadFile } from './collect-types.ts'
import type { SameFile } from './collected-tables.ts'

/** All that is written of a run. */
export interface CollectedToWrite {
  readonly title: string
  /** Shown as 作者. */
  readonly creator: string
  readonly collected: Collected
  readonly unread: readonly UnreadFile[]
  readonly sameFiles: readonly SameFile[]
}
