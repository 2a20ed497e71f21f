/** What goes into a collected ledger and what comes out of it. */
import type { DraftKind } from '../document/draft.ts'
import type { LedgerRow } from '../ledger/ledger-rows.ts'
import type { ItemState } from '../ledger/ledger-fields.ts'

/** An item as a package tells of it. */
export interface SourceRow {
  /** Tells the item again in a later package: `draftId/itemKey`. */
  readonly name: string
  /** As written; '' where neither ledger nor draft nor package says. */
  readonly unit: string
  /** Title of its draft. */
  readonly draft: string
  readonly kind: DraftKind
  readonly row: LedgerRow
}

/** A ledger or a draft of a package. */
export interface SourceContent {
  readonly kind: 'ledger' | 'draft'
  readonly title: string
  readonly unit: string
  /** When its rows were so: ISO date and time. */
  readonly madeAt: string
  readonly rows: readonly SourceRow[]
}

export interface SourceFile {
  /** Names the file within the run. */
  readonly id: number
  readonly name: string
  /** The maker's unit as the manifest has it. */
  readonly unit: string
  readonly madeAt: string
  readonly contents: readonly SourceContent[]
}

/** A file that gave nothing, and why. */
export interface UnreadFile {
  readonly name: string
  readonly code: string
  readonly message: string
}

/** Of a unit with several packages. `newest`: of each document what the newest package says; `all`: also items only older ones have; a number: that file alone. */
export type UnitChoice = 'newest' | 'all' | number

export interface CollectOptions {
  /** ISO date limits are counted from. */
  readonly today: string
  /** The units that were to report, one on a line. */
  readonly expected: readonly string[]
  /** By `CollectedUnit.key`. */
  readonly choices: Readonly<Record<string, UnitChoice>>
}

export interface Counts {
  readonly total: number
  readonly byState: Readonly<Record<ItemState, number>>
  readonly overdue: number
  /** 已完成待核 and 已销号. */
  readonly done: number
}

export interface CollectedUnit extends Counts {
  /** The compared name; of rows that name no unit, the file's. */
  readonly key: string
  readonly name: string
  /** Other ways it was written. */
  readonly alsoWritten: readonly string[]
  /** Files it has reported in. */
  readonly files: readonly string[]
  readonly isNamed: boolean
}

export interface CollectedClass extends Counts {
  /** '' for what is unclassified. */
  readonly key: string
  readonly name: string
  readonly units: number
}

export interface CollectedRow {
  readonly number: number
  /** Place in `Collected.units`. */
  readonly unit: number
  readonly draft: string
  readonly kind: DraftKind
  readonly file: string
  readonly row: LedgerRow
}

/** A unit with several packages of different dates or contents. */
export interface PackageConflict {
  readonly key: string
  readonly unit: string
  readonly choice: UnitChoice
  readonly files: readonly { readonly id: number; readonly name: string; readonly madeAt: string; readonly rows: number; readonly taken: number }[]
}

export const leftReasons = ['identical', 'changed', 'gone', 'not-chosen'] as const
/**
 * identical: the same item with the same words is in the ledger from elsewhere; changed: a newer package tells it
 * otherwise; gone: a newer package of the document has it no more; not-chosen: the writer took another package.
 */
export type LeftReason = (typeof leftReasons)[number]

/** A row that is not in the ledger, and why. */
export interface LeftRow {
  readonly reason: LeftReason
  readonly unit: number
  readonly file: string
  readonly draft: string
  readonly row: LedgerRow
  /** Number of the row that stands for it. */
  readonly insteadOf: number | null
  /** Fields that say something else there. */
  readonly fields: readonly string[]
}

/** Rows that are in the ledger and may be one: within a unit by their words, of two units by their name. */
export interface Suspicion {
  readonly kind: 'same-problem' | 'two-units'
  readonly text: string
  readonly units: readonly number[]
  readonly numbers: readonly number[]
}

export interface MissingUnit {
  readonly name: string
  /** A reported unit with a like name that is not in the list. */
  readonly maybe: string | null
}

export interface Collected {
  readonly today: string
  readonly rows: readonly CollectedRow[]
  readonly total: Counts
  readonly units: readonly CollectedUnit[]
  readonly classes: readonly CollectedClass[]
  readonly expected: number
  readonly missing: readonly MissingUnit[]
  /** Names of units that reported and are not in the list; none where there is no list. */
  readonly unexpected: readonly string[]
  readonly conflicts: readonly PackageConflict[]
  readonly left: readonly LeftRow[]
  readonly suspicions: readonly Suspicion[]
}
