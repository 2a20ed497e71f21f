/** What the columns of a paper's table are in the ledger, by what the draft says of them and by the words of the head. */
import type { TableBlock, TableColumnRole } from '../document/draft.ts'
import type { LedgerField } from './ledger-fields.ts'
import { responsibleField } from './responsible-field.ts'

/** Heads that tell of progress, whatever else their words may name (“整改进展” is no measure in a ledger). */
const heads: readonly (readonly [RegExp, LedgerField])[] = [
  [/^(?:销号|办结)(?:日期|时间)$/u, 'closedOn'],
  [/^(?:佐证|印证|支撑)(?:材料|资料)?$/u, 'evidence'],
  [/^(?:整改|完成|销号|当前|目前)?状态$|^(?:是否(?:完成|销号|办结|整改到位)|销号情况)$/u, 'state'],
  [/进展|推进情况/u, 'progress'],
  [/^(?:整改|落实|整改落实)?(?:完成情况|成效|结果)$|^(?:整改|落实|整改落实)情况$/u, 'result'],
]

const byRole: Partial<Record<TableColumnRole, LedgerField>> = {
  category: 'category', problem: 'problem', cause: 'cause', measure: 'measure', timeLimit: 'timeLimit',
}

function columnField(table: TableBlock, column: number): LedgerField | undefined {
  const head = (table.headerRows > 0 ? table.rows[table.headerRows - 1]?.[column] ?? '' : '').replaceAll(/[\s（）()]/gu, '')
  const told = heads.find(([pattern]) => pattern.test(head))?.[1]
  if (told !== undefined) return told
  const role = table.columns[column]!
  return role === 'responsible' ? responsibleField(head) : byRole[role]
}

/** The first column of each field the table has. */
export function tableFields(table: TableBlock): ReadonlyMap<LedgerField, number> {
  const result = new Map<LedgerField, number>()
  for (let column = 0; column < table.columns.length; column += 1) {
    const field = columnField(table, column)
    if (field !== undefined && !result.has(field)) result.set(field, column)
  }
  return result
}

/** The id of each row, those it would be given where it has none yet. */
export function rowIdsOf(table: TableBlock): readonly string[] {
  return table.rowIds ?? table.rows.map((_, row) => `${table.id.slice(0, 56)}-r${row}`)
}
