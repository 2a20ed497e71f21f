/**
 * The columns of a 整改台账 (field-notes §1: columns of published ledgers) and the states of a 整改事项.
 * Titles are printed text of the paper, so they stand here and not with the strings of the screens.
 */
import type { ItemState } from '../document/item-record.ts'

export const ledgerFields = [
  'number', 'source', 'category', 'problem', 'cause', 'measure', 'leader', 'person', 'office', 'support', 'timeLimit', 'due',
  'progress', 'result', 'evidence', 'files', 'state', 'stateSince', 'closedOn',
] as const
export type LedgerField = (typeof ledgerFields)[number]

/** What a cell of the field holds. A date is ISO (2024-06-30); `lines` has an entry of the record on each line. */
export type LedgerFieldKind = 'number' | 'line' | 'lines' | 'date' | 'state'

interface FieldFacts {
  readonly title: string
  readonly kind: LedgerFieldKind
  /** Width in characters of the column where there is room enough. */
  readonly width: number
  /** Derived from others: shown and exported, never edited. */
  readonly derived?: true
}

export const ledgerFieldFacts: Readonly<Record<LedgerField, FieldFacts>> = {
  number: { title: '序号', kind: 'number', width: 4, derived: true },
  source: { title: '所属文稿', kind: 'line', width: 12, derived: true },
  category: { title: '类别', kind: 'line', width: 8 },
  problem: { title: '问题', kind: 'lines', width: 22 },
  cause: { title: '原因', kind: 'lines', width: 18 },
  measure: { title: '整改措施', kind: 'lines', width: 26 },
  leader: { title: '责任领导', kind: 'lines', width: 8 },
  person: { title: '责任人', kind: 'lines', width: 8 },
  office: { title: '责任科室', kind: 'lines', width: 9 },
  support: { title: '配合科室', kind: 'lines', width: 9 },
  timeLimit: { title: '整改时限', kind: 'lines', width: 12 },
  due: { title: '到期日', kind: 'date', width: 10, derived: true },
  progress: { title: '进展', kind: 'lines', width: 16 },
  result: { title: '完成情况', kind: 'lines', width: 16 },
  evidence: { title: '佐证材料', kind: 'lines', width: 14 },
  files: { title: '佐证文件', kind: 'lines', width: 12 },
  state: { title: '状态', kind: 'state', width: 9 },
  stateSince: { title: '状态日期', kind: 'date', width: 10 },
  closedOn: { title: '销号日期', kind: 'date', width: 10 },
}

export { itemStates, type ItemState } from '../document/item-record.ts'

export const itemStateNames: Readonly<Record<ItemState, string>> = {
  'not-started': '未启动', 'under-way': '推进中', done: '已完成待核', closed: '已销号', 'long-term': '长期坚持',
}
