/** Invented ledgers, of any size. */
import { columnSets, columnsOf } from '../../shared/ledger/column-sets.ts'
import { itemStateNames, itemStates, ledgerFieldFacts, ledgerFields, type LedgerField } from '../../shared/ledger/ledger-fields.ts'
import type { LedgerCell, LedgerTable } from '../../shared/ledger/ledger-table.ts'
import { writtenDate } from '../../shared/ledger/written-dates.ts'

const problems = [
  '学习计划落实不够到位，上半年应学12次，实学9次，个别同志以会代学。', '窗口单位一次性告知制度执行不严，群众往返办事的情况时有发生。', '档案库房温湿度记录不全，3月至5月缺记11天。',
  '下基层调研多停留在听汇报、看材料，到问题集中的社区少。', '公务接待审批单填写不规范：\n1.事由过于笼统；\n2.陪餐人数与名单不符。', '固定资产台账与实物不符，6台电脑已报废未销账。',
]
const measures = [
  '修订年度学习计划，按月列出篇目；每季度由党支部书记检查一次学习笔记，对缺课的同志逐一补课。', '在窗口公示办事清单和材料样表，实行首问负责制；每月回访不少于20人次。',
  '指定专人每日两次记录，科室负责人每周核签；更换2台失准的温湿度计。', '建立局领导联系社区制度，每人每季度蹲点不少于2天，问题清单当月交办。', '统一审批单样式，财务科见单审核；\n发现一次退回一次，并在月例会上通报。', '会同财政部门清查资产，8月底前完成账实核对，今后每年盘点一次。',
]

function cellOf(field: LedgerField, index: number): LedgerCell {
  const date = (month: number, day: number): LedgerCell => {
    const iso = `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return { text: writtenDate(iso), date: iso }
  }
  const state = itemStates[index % itemStates.length]!
  switch (field) {
    case 'number': return { text: String(index + 1) }
    case 'source': return { text: '主题教育班子整改方案' }
    case 'category': return { text: ['理论学习', '工作作风', '担当作为'][index % 3]! }
    case 'problem': return { text: problems[index % problems.length]! }
    case 'cause': return { text: '制度意识不强，日常监督检查抓得不紧。' }
    case 'measure': return { text: measures[index % measures.length]! }
    case 'leader': return { text: ['赵立新', '钱卫东'][index % 2]! }
    case 'person': return { text: index % 4 === 0 ? '孙小梅\n李国强' : '周敏' }
    case 'office': return { text: ['办公室', '机关党委', '档案管理科'][index % 3]! }
    case 'support': return { text: index % 3 === 0 ? '财务科' : '' }
    case 'timeLimit': return { text: ['立即整改', '2024年6月底前完成', '长期坚持'][index % 3]! }
    case 'due': return index % 3 === 2 ? { text: '' } : date(6 + (index % 6), 30)
    case 'progress': return { text: index % 2 === 0 ? '已修订计划，正在逐项落实。' : '' }
    case 'result': return { text: state === 'closed' ? '已全部完成' : '' }
    case 'evidence': return { text: state === 'closed' ? '会议纪要、整改前后照片各1份' : '' }
    case 'files': return { text: state === 'closed' ? '纪要（2024）3号.pdf' : '' }
    case 'state': return { text: itemStateNames[state], state }
    case 'stateSince': return date(5, (index % 28) + 1)
    case 'closedOn': return state === 'closed' ? date(12, 31) : { text: '' }
  }
}

/** @param change gives a cell other than the invented one. */
export function ledgerTable(fields: readonly LedgerField[], rows: number, change: (field: LedgerField, index: number) => LedgerCell | undefined = () => undefined): LedgerTable {
  return {
    title: '某区档案局主题教育整改台账',
    notes: ['填报单位：某区档案局', '填报日期：2024年6月12日'],
    columns: fields.map((field) => ({ field, title: ledgerFieldFacts[field].title })),
    rows: Array.from({ length: rows }, (_, index) => ({ key: `draft-1/item-${index + 1}`, cells: fields.map((field) => change(field, index) ?? cellOf(field, index)) })),
    summary: `共${rows}项。`,
  }
}

export const usualFields: readonly LedgerField[] = columnSets[0].fields
export const usualTable = (rows: number) => ({ ...ledgerTable(usualFields, rows), columns: columnsOf(columnSets[0]) })
export const widestTable = (rows: number) => ledgerTable(ledgerFields, rows)
