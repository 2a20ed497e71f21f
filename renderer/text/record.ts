/** Strings of the record in the editor: offers, 表现 and steps, the form of an item. */
import type { PartField } from '../../shared/ledger/part-place.ts'
import type { LedgerField } from '../../shared/ledger/ledger-fields.ts'

const partNames: Readonly<Record<PartField, string>> = {
  problem: '问题', cause: '原因', measure: '措施', timeLimit: '时限', leader: '责任领导', person: '责任人', office: '责任科室', support: '配合科室',
}

export const recordText = {
  partNames,
  subNames: { problem: '表现', measure: '步骤' },
  addNext: '＋ 问题', add: (part: PartField) => (part === 'problem' ? '补问题' : `补${partNames[part]}`), addResponsible: '补责任', otherResponsible: '选择补哪一种责任',
  offers: '这一事项还缺', nextKey: '补上这一事项缺的下一样；不缺时写下一个问题',
  menu: '整改事项', split: { problem: '把表现分开', measure: '把步骤分开' }, join: '并成一段',
  tab: '台账', noItem: '光标所在处没有整改事项。点正文里的问题、措施，或从这里逐项查看：', noItems: '这份文稿还没有分条的整改事项。在“方面”标题下写问题，这里就会出现。',
  position: (index: number, count: number) => `第 ${index} 项，共 ${count} 项`, previous: '上一项', next: '下一项', first: '从第 1 项看起', goTo: '转到正文',
  missing: '还缺', inRecord: '记在台账里，不进正文', onlyRecord: '只记台账',
  problemLead: '问题', manifestation: '表现', measure: '整改措施', step: '步骤', addManifestation: '＋ 表现', addStep: '＋ 步骤', addMeasure: '＋ 措施', addCause: '＋ 原因',
  entry: (name: string, index: number, count: number) => (count > 1 ? `${name} ${index}` : name),
  understood: (what: string) => `理解为：${what}`, pickLimit: '选择时限',
  state: '状态', stateHint: '尚未登记，按正文推定', clearState: '不登记',
  left: (days: number) => (days < 0 ? `已超期 ${-days} 天` : days === 0 ? '今天到期' : `还剩 ${days} 天`),
  progressHead: '办理情况',
  faults: {
    'item-gone': '这一事项已不在正文里，刚才填的没有写入。', 'field-derived': '这一栏是算出来的，不能直接填。', 'value-needed': '这一栏不能清空：事项会因此消失。已恢复原来的内容。',
    'date-invalid': '日期不对，请按 2024-06-30 这样填写。', 'state-invalid': '没有这种状态。',
  },
  leadMarks: '标出问题的要点句', orphans: (count: number) => `另有 ${count} 条台账记录对应的事项已从正文删去，记录仍保留。`, loose: (count: number) => `有 ${count} 条原因或措施还没有对应到问题。`,
  lacks: { problem: '缺问题', cause: '缺原因', measure: '缺措施', timeLimit: '缺时限', responsible: '缺责任' }, lack: (what: string, count: number) => `${what} ${count}`, goToLack: (what: string) => `转到下一处${what}`,
  complete: '问题、措施、时限、责任齐全', rows: (count: number) => `${count} 个整改事项`,
} as const

/** What fields are called in the form where the ledger's own title is too long or too short. */
export const fieldNames: Partial<Readonly<Record<LedgerField, string>>> = { files: '佐证文件名', category: '类别' }
