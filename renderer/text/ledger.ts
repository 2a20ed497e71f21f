/** Strings of the ledger screen. */
import { itemStateNames, type LedgerField } from '../../shared/ledger/ledger-fields.ts'
import type { GroupField } from '../../shared/ledger/ledger-view.ts'
import type { MissingPart } from '../../shared/ledger/ledger-rows.ts'

const day = (iso: string) => `${Number(iso.slice(5, 7))}月${Number(iso.slice(8))}日`

const derived: Readonly<Partial<Record<LedgerField | 'left', string>>> = {
  number: '序号按事项在文稿中的次序自动编，不能直接改。',
  source: '这是事项所在的文稿。要改题名，请打开文稿修改。',
  due: '到期日由“整改时限”的文字推算，不能直接改。请改“整改时限”。',
  left: '余期按到期日与今天推算，不能直接改。请改“整改时限”或“状态”。',
}
const missing: Readonly<Record<MissingPart, string>> = { problem: '缺问题', measure: '缺措施', timeLimit: '缺时限', responsible: '缺责任' }
const groupNames: Readonly<Record<GroupField, string>> = { leader: '责任领导', person: '责任人', office: '责任科室', category: '类别', state: '状态', source: '所属文稿', due: '到期月份' }

export const ledgerText = {
  title: '整改台账', rail: '台账', left: '余期', table: '表格', calendar: '到期日历',
  loading: '正在汇总台账…', cancel: '取消', cancelled: '已取消汇总，没有改动任何内容。', retry: '重新汇总',
  all: '全部文稿', some: (title: string, more: number) => (more === 0 ? title : `${title} 等 ${more + 1} 份`), untitled: '（未命名）',
  withoutItems: '（没有整改事项的文稿）',
  pick: '选择文稿', pickSearch: '按题名查找', nothingPicked: '没有找到这个题名的文稿。',
  search: '查找问题、措施、责任人…', undo: '撤销', redo: '重做', columns: '列…',
  states: { all: '全部' }, colours: { red: '超期', yellow: (days: number) => `${days} 日内`, green: (days: number) => `${days} 日内` }, missingPill: '缺项',
  filters: '筛选', clearFilters: '清除筛选', group: '分组', noGroup: '不分组', groupBy: (name: string) => `按${name}分组`, groupNames,
  groupEmpty: { leader: '未写责任领导', person: '未写责任人', office: '未写责任科室', category: '未分类', state: '', source: '', due: '没有到期日' } satisfies Record<GroupField, string>,
  month: (key: string) => `${key.slice(0, 4)}年${Number(key.slice(5))}月`,
  groupCount: (count: number) => `${count} 项`, groupDone: (done: number, total: number) => `已完成 ${done}/${total}`, groupOverdue: (count: number) => `超期 ${count}`, expandAll: '全部展开', collapseAll: '全部收起',
  sortUp: '升序', sortDown: '降序', sortNone: '按文稿次序', filterBy: '筛选', emptyValue: '（空白）', hideColumn: '隐藏这一列', headMenu: (title: string) => `“${title}”列的排序与筛选`, filterNone: '取消筛选', filterSearch: '查找',
  resort: '内容已改，重新排列', resortHint: '刚改过的行暂时留在原处。',
  leftDays: (days: number) => (days > 0 ? `余 ${days} 天` : days === 0 ? '今天到期' : `超 ${-days} 天`),
  closedOn: (iso: string | undefined) => (iso === undefined ? '已销号' : `${day(iso)}销号`), doneLeft: '待核', longTerm: '长期', noDue: '—', yearInferred: '年份按本文推定', stateInferred: '按时限和完成情况的文字推定，还没有人填写',
  missing, day, fullDay: (iso: string) => `${iso.slice(0, 4)}年${day(iso)}`, derived,
  expandCells: '展开长文', apart: '问题与措施分开成篇，靠“对应”连起来',
  limitUnclear: '这里读不出期限，会照原样写入；如 2024年6月30日前、立行立改、长期坚持。',
  understood: (text: string) => `读作：${text}`, dateUnderstood: (iso: string) => `读作：${iso.slice(0, 4)}年${day(iso)}`,
  dateWrong: '看不懂这个日期，没有改动。请按 2024-6-30 填写。', stateWrong: '没有这种状态。请按 1–5 选择，或点选。', dateHint: '如 2024-6-30、6.30、6月30日',
  chooseFiles: '选择文件（只记文件名）…', stateWords: itemStateNames, keptText: (text: string) => `您输入的“${text.slice(0, 40)}${text.length > 40 ? '…' : ''}”还在，按 F2 继续改，按 Esc 放弃。`, changedElsewhere: (text: string) => `另一窗口刚把这一格改为“${text.slice(0, 60)}”，保存会替换它。`, goneRow: (message: string, value: string) => `${message}您输入的是：“${value}”。`,
  names: '台账里的名字', keysLines: 'Enter 保存　Shift+Enter 换行　Esc 取消', cellLabel: (title: string, number: number) => `第 ${number} 行 ${title}`,
  notSaved: (count: number) => `有 ${count} 处没有改成，原因写在格子旁边。`, changedSince: '这份文稿此后又被改过，不能再退回那一步。没有改动任何内容；要找回旧内容，请到文稿的“版本”里查看。',
  selected: (count: number) => `已选 ${count} 项`, unselect: '取消选择', batchClose: '批量销号…', batchState: '批量改状态…',
  batch: { title: (count: number) => `${count} 个事项一起改`, state: '状态', date: '日期', evidence: '佐证材料', evidenceHint: '写在各项原有佐证材料之后；不填则不改', ok: '确定', note: (closed: number) => `其中 ${closed} 项已是“已销号”，日期也会改成这一天。` },
  paste: {
    title: '粘贴到台账', ok: '填入', body: (rows: number, columns: number, cells: number) => `将填入 ${rows} 行 × ${columns} 列，共 ${cells} 格。`,
    replaced: (count: number) => `其中 ${count} 格原有内容会被替换（可一次撤销）。`, derived: (count: number) => `${count} 格由程序推算，跳过。`, wrong: (count: number, sample: string) => `${count} 格不是可用的日期或状态，跳过，如“${sample}”。`, beyond: (count: number) => `右边或下边多出 ${count} 格，没有地方填。`, nothing: '没有可以填入的内容，台账没有改动。',
    same: '要粘贴的内容与现有内容相同，没有改动。',
  },
  copied: (count: number) => `已复制 ${count} 格`, cleared: (count: number) => `已清空 ${count} 格`,
  menu: { openDraft: '打开文稿', selectKey: 'Shift+空格', open: '转到原文', select: '选中这一行', copy: '复制这一行' }, toLedger: '台账',
  column: {
    title: '选择列', sets: '常用列', titleOf: (name: string) => `“${name}”的列名`, move: '拖动或按 Alt+↑、Alt+↓ 调整次序', shown: '显示的列', hidden: '没有显示的列', leftSwitch: '余期（只在屏幕上，不导出）', note: '列的选择对全单位有效，导出也按它。', keepOne: '至少保留一列。', resetWidths: '恢复列宽',
  },
  foot: {
    none: '没有事项', of: (all: number) => `（全部 ${all} 项）`, rate: (rate: string, done: number, total: number) => `完成率 ${rate}（${done} ÷ ${total}）`, keys: 'Enter 或双击修改　Ctrl+C/V 复制粘贴　F4 转到原文　Ctrl+Z 撤销',
    loose: (count: number) => `${count} 条原因、措施还没有对应问题`, toLinks: '去对应', orphans: (count: number) => `${count} 条台账记录所属的问题已不在文稿中`, toDraft: '打开文稿查看', failed: (count: number) => `${count} 份文稿没能读出`, inDrafts: '涉及的文稿',
  },
  empty: {
    title: '这里还没有整改事项', body: '台账直接取自文稿：文稿里写了问题、整改措施、时限、责任人，这里就有一行。可以打开文稿，把段落标为问题、措施；也可以换几份文稿看。', library: '去文稿库', filtered: '没有符合条件的事项。', noDrafts: '文稿库里还没有整改事项。先导入或新建一份整改方案，再来这里看台账。',
  },
  due: {
    overdue: '已超期', undated: '没有到期日', byWeek: '按周', byMonth: '按月', thisWeek: '本周', nextWeek: '下周', thisMonth: '本月', nothing: '没有待完成的事项。', settled: (count: number) => `另有 ${count} 项已完成、已销号或长期坚持，不列入。`,
    previous: '上个月', next: '下个月', today: '今天', weekDays: ['一', '二', '三', '四', '五', '六', '日'], count: (count: number) => `${count} 项到期`, monthTitle: (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`, range: (from: string, to: string) => `${day(from)}至${day(to)}`, allDays: '看全部日期', daysOff: (days: number) => `共 ${days} 天有到期事项`,
  },
} as const
