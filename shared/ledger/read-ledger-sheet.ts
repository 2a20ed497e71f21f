/** A ledger that came back as a spreadsheet: what stands in it now, and what stood in it when it was exported. */
import type { ItemState, LedgerField } from './ledger-fields.ts'

export interface ReadLedgerCell {
  /** Lines parted by \n; a date as 2024年6月30日. The exported text to the letter where only blanks differ from it. */
  readonly text: string
  /** ISO, in a column of dates that holds one. */
  readonly date?: string
  /** In the column of states, by name. */
  readonly state?: ItemState
}

export interface ReadLedgerRow {
  /** `draftId/rowKey` of a row that was exported; null for one that was added. No key comes twice. */
  readonly key: string | null
  /** Empty cells are there with '' (somebody emptied them); a field without a column, or covered by a merged cell, is missing: it says nothing. */
  readonly values: Readonly<Partial<Record<LedgerField, ReadLedgerCell>>>
  /** In the sheet, counted from 1, for messages. */
  readonly line: number
}

export interface ReadLedgerSheet {
  /** As given to the export: where the ledger is from. */
  readonly source: string
  readonly rows: readonly ReadLedgerRow[]
  /** Every exported row by key, its texts by field: the base of a three-way merge. Keys without a row were deleted in the sheet. */
  readonly base: ReadonlyMap<string, Readonly<Partial<Record<LedgerField, string>>>>
  /** Fields that have a column now, from left to right. */
  readonly columns: readonly LedgerField[]
  /** What was left out or read in a way the writer should know, each a plain sentence. */
  readonly notes: readonly string[]
}
