/** A ledger as it is handed out, to Word, to Excel and as JSON. Built from rows and a choice of columns. */
import type { ItemState, LedgerField } from './ledger-fields.ts'

export interface LedgerTableColumn {
  readonly field: LedgerField
  /** As printed: the unit may call 整改措施 措施. */
  readonly title: string
}

export interface LedgerCell {
  /** As read on paper; lines parted by \n. Dates as 2024年6月30日, states by name. */
  readonly text: string
  /** ISO date of a date column, where there is one. */
  readonly date?: string
  readonly state?: ItemState
}

export interface LedgerTableRow {
  /** `draftId/rowKey`: the same item in any export. */
  readonly key: string
  /** One cell per column, in their order. */
  readonly cells: readonly LedgerCell[]
}

export interface LedgerTable {
  /** “某某局主题教育整改台账”. */
  readonly title: string
  /** Printed below the title, may be empty: “填报单位：…”, “填报日期：…”. */
  readonly notes: readonly string[]
  readonly columns: readonly LedgerTableColumn[]
  readonly rows: readonly LedgerTableRow[]
  /** The count summary printed at the end, '' for none. */
  readonly summary: string
}
