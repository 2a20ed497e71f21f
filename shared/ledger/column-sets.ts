/**
 * The usual choices of columns (field-notes §1: 台账 and 三张清单), as data. A unit may choose other columns and titles; these
 * are where it begins.
 */
import { ledgerFieldFacts, type LedgerField } from './ledger-fields.ts'
import type { LedgerTableColumn } from './ledger-table.ts'

export interface ColumnSet {
  readonly id: string
  /** What the ledger is called, as in “某某局整改台账”. */
  readonly title: string
  readonly fields: readonly LedgerField[]
  /** Titles that differ from the field's own: a 责任清单 calls its columns by what they are for. */
  readonly titles?: Readonly<Partial<Record<LedgerField, string>>>
}

/** Twelve columns at most: more cannot be read on a sheet of A4. */
export const columnSets = [
  {
    id: 'ledger', title: '整改台账',
    fields: ['number', 'category', 'problem', 'measure', 'leader', 'person', 'office', 'timeLimit', 'result', 'evidence', 'state', 'closedOn'],
  },
  { id: 'problem-list', title: '问题清单', fields: ['number', 'category', 'problem', 'cause', 'source'] },
  { id: 'responsibility-list', title: '责任清单', fields: ['number', 'problem', 'leader', 'person', 'office', 'support', 'timeLimit'] },
  { id: 'task-list', title: '任务清单', fields: ['number', 'problem', 'measure', 'person', 'timeLimit', 'due', 'progress', 'state'], titles: { measure: '任务（整改措施）', timeLimit: '完成时限' } },
] as const satisfies readonly ColumnSet[]
export type ColumnSetId = (typeof columnSets)[number]['id']

/** The columns of a table by a set, with the titles they are printed under. */
export function columnsOf(set: ColumnSet): LedgerTableColumn[] {
  return set.fields.map((field) => ({ field, title: set.titles?.[field] ?? ledgerFieldFacts[field].title }))
}
