/** The tables beside a collected ledger. One source for the screen, Excel and Word, so that all three say the same. */
import { buildLedgerTable, type ListedRow } from '../ledger/build-ledger-table.ts'
import { itemStateNames, itemStates, ledgerFieldFacts, type LedgerField } from '../ledger/ledger-fields.ts'
import { percent, summarise, summaryText } from '../ledger/ledger-summary.ts'
import type { LedgerTable } from '../ledger/ledger-table.ts'
import { writtenDate } from '../ledger/written-dates.ts'
import type { Collected, Counts, LeftReason, UnreadFile } from './collect-types.ts'

export const tableIds = ['units', 'classes', 'missing', 'doubts', 'unread'] as const
export type TableId = (typeof tableIds)[number]

export interface PlainColumn {
  readonly title: string
  /** Characters it should have at the least. */
  readonly width: number
  readonly align: 'left' | 'centre'
}

export interface PlainTable {
  readonly id: TableId
  readonly title: string
  readonly columns: readonly PlainColumn[]
  /** A number is a number in Excel as well. */
  readonly rows: readonly (readonly (string | number)[])[]
  /** The last row adds the others up. */
  readonly hasTotal: boolean
}

/** A file with the same bytes as another: read once. */
export interface SameFile {
  readonly name: string
  readonly as: string
}

export const noClass = '（未分类）'
const text = (title: string, width: number): PlainColumn => ({ title, width, align: 'left' })
const count = (title: string): PlainColumn => ({ title, width: Math.max(3, Math.ceil(title.length / 2)), align: 'centre' })

const countColumns: readonly PlainColumn[] = [count('事项数'), ...itemStates.map((state) => count(itemStateNames[state])), count('逾期'), count('完成率')]
const countCells = ({ total, byState, overdue, done }: Counts): (string | number)[] => [total, ...itemStates.map((state) => byState[state]), overdue, percent(done, total)]

function unitsTable({ units, total }: Collected): PlainTable {
  return {
    id: 'units', title: '按单位', hasTotal: true, columns: [count('序号'), text('单位', 14), ...countColumns, text('来自文件', 12)],
    rows: [
      ...units.map((unit, index) => [index + 1, unit.alsoWritten.length === 0 ? unit.name : `${unit.name}（又写作：${unit.alsoWritten.join('、')}）`, ...countCells(unit), unit.files.join('、')]),
      ['', `合计 ${units.length} 个单位`, ...countCells(total), ''],
    ],
  }
}

function classesTable({ classes, total }: Collected): PlainTable {
  return {
    id: 'classes', title: '按问题类别', hasTotal: true, columns: [count('序号'), text('问题类别', 14), count('涉及单位'), ...countColumns],
    rows: [...classes.map((one, index) => [index + 1, one.key === '' ? noClass : one.name, one.units, ...countCells(one)]), ['', '合计', '', ...countCells(total)]],
  }
}

function missingTable({ missing, unexpected, expected }: Collected): PlainTable {
  const reported = expected - missing.length
  return {
    id: 'missing', title: '未报单位', hasTotal: false, columns: [count('序号'), text('单位', 16), text('情况', 8), text('说明', 20)],
    rows: [
      ...missing.map(({ name, maybe }, index) => [index + 1, name, '未报', maybe === null ? '' : `收到名称相近的“${maybe}”，请核对是否同一单位`]),
      ...unexpected.map((name, index) => [missing.length + index + 1, name, '不在名单', '已报，但应报名单里没有这个名称']),
      ...(expected === 0 ? [['', '', '没有名单', '没有填写应报单位，无法核对谁还没有报']] : missing.length === 0 && unexpected.length === 0 ? [['', '', '已报齐', `名单上的 ${expected} 个单位都已报`]] : [['', '', '合计', `应报 ${expected} 个，已报 ${reported} 个，未报 ${missing.length} 个`]]),
    ],
  }
}

const leftWords: Readonly<Record<LeftReason, string>> = { identical: '相同事项，只计一次', changed: '同一事项，内容不同，取新', gone: '较新的包里已没有', 'not-chosen': '未取用的包' }

const short = (words: string) => (words.length > 80 ? `${words.slice(0, 80)}…` : words).replaceAll('\n', ' ')
const dayOf = (madeAt: string) => madeAt.slice(0, 10)
const fieldNames = (fields: readonly string[]) => fields.map((field) => ledgerFieldFacts[field as LedgerField]?.title ?? field).join('、')

function doubtsTable({ conflicts, left, suspicions, units }: Collected, sameFiles: readonly SameFile[]): PlainTable {
  const chosen = (choice: Collected['conflicts'][number]['choice'], files: Collected['conflicts'][number]['files']) =>
    choice === 'newest' ? '每份文稿取最新' : choice === 'all' ? '都取，相同的计一次' : `只取“${files.find(({ id }) => id === choice)?.name ?? ''}”`
  return {
    id: 'doubts', title: '冲突与重复', hasTotal: false, columns: [text('类型', 8), text('单位', 10), text('问题', 16), text('说明', 22), text('台账序号', 5), text('文件', 10)],
    rows: [
      ...conflicts.map((one) => ['一个单位多个包', one.unit, '', `${one.files.map(({ name, madeAt, rows, taken }) => `${name}（${dayOf(madeAt)}，${rows} 项，取用 ${taken} 项）`).join('；')}。${chosen(one.choice, one.files)}`, '', one.files.map(({ name }) => name).join('、')]),
      ...left.filter(({ reason }) => reason !== 'identical').map((one) => [leftWords[one.reason], units[one.unit]!.name, short(one.row.values.problem ?? ''), one.fields.length === 0 ? '' : `不同之处：${fieldNames(one.fields)}`, one.insteadOf ?? '', one.file]),
      ...suspicions.map((one) => [one.kind === 'same-problem' ? '问题文字相同' : '两个单位有同一事项', one.units.map((unit) => units[unit]!.name).join('、'), one.text, one.kind === 'same-problem' ? '都已计入，请核对是否重复' : '来自同一份文稿，各单位都已计入，请核对', one.numbers.join('、'), '']),
      ...left.filter(({ reason }) => reason === 'identical').map((one) => [leftWords.identical, units[one.unit]!.name, short(one.row.values.problem ?? ''), '', one.insteadOf ?? '', one.file]),
      ...sameFiles.map(({ name, as }) => ['同一个文件', '', '', `与“${as}”内容完全相同，只读一次`, '', name]),
    ],
  }
}

function unreadTable(unread: readonly UnreadFile[]): PlainTable {
  return { id: 'unread', title: '未读出的文件', hasTotal: false, columns: [count('序号'), text('文件', 18), text('原因', 40)], rows: unread.map(({ name, message }, index) => [index + 1, name, message]) }
}

export function collectedTables(collected: Collected, unread: readonly UnreadFile[], sameFiles: readonly SameFile[]): readonly PlainTable[] {
  return [unitsTable(collected), classesTable(collected), missingTable(collected), doubtsTable(collected, sameFiles), unreadTable(unread)]
}

/** The columns of the collected ledger; the unit stands where 所属文稿 does otherwise. */
export const collectedFields = ['number', 'source', 'category', 'problem', 'measure', 'leader', 'person', 'office', 'timeLimit', 'due', 'progress', 'state'] as const satisfies readonly LedgerField[]
export const collectedTitles = { source: '单位' } as const satisfies Partial<Record<LedgerField, string>>

/** Rows as the screen lists and Excel writes them, the unit in the place of the draft. */
export function listedRows({ rows, units }: Pick<Collected, 'rows' | 'units'>): ListedRow[] {
  return rows.map(({ number, unit, row }) => ({ ...row, number, source: units[unit]!.name }))
}

export function collectedNotes({ units, missing, expected, today }: Collected, unread: number): string[] {
  return [
    `汇总日期：${writtenDate(today)}`, `报送单位：${units.length}个${expected > 0 ? `（应报${expected}个，未报${missing.length}个）` : ''}`,
    ...(unread > 0 ? [`未读出的文件：${unread}个`] : []),
  ]
}

export function collectedLedgerTable(collected: Collected, title: string, unread: number): LedgerTable {
  const rows = listedRows(collected)
  const table = buildLedgerTable(rows, collectedFields, { title, titles: collectedTitles, notes: collectedNotes(collected, unread), summary: summaryText(summarise(rows, collected.today)) })
  // Of two units the same draft may be known: rows are named by their numbers here.
  return { ...table, rows: table.rows.map((row, index) => ({ ...row, key: String(index + 1) })) }
}
