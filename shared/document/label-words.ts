/**
 * The words that label parts of the record, as found in published plans, ledgers and feedback forms
 * (sources: columns of published 整改台账, feedback forms of inspection offices). Longer words first within a role does
 * not matter: a label is matched as a whole word up to its colon or closing bracket.
 */
import type { RecordRole } from './roles.ts'

const words: Record<RecordRole, readonly string[]> = {
  problem: [
    '问题', '存在问题', '存在的问题', '存在的主要问题', '存在主要问题', '主要问题', '突出问题', '整改问题', '具体问题', '反馈问题', '反馈意见',
    '巡察反馈问题', '巡视反馈问题', '反馈的问题', '检视问题', '查摆问题', '查摆的问题', '查摆出的问题', '问题描述', '问题内容', '问题表现', '问题清单',
    '具体表现', '主要表现', '表现形式', '问题具体表现', '问题主要表现', '存在不足', '存在的不足', '问题摘要', '问题事项', '整改事项', '巡察发现问题', '发现问题',
    '发现的问题', '存在问题及表现', '差距', '差距不足', '问题不足', '问题及表现',
  ],
  cause: [
    '原因', '原因分析', '原因剖析', '问题原因', '产生原因', '产生的原因', '形成原因', '主要原因', '成因', '成因分析', '成因剖析', '问题成因', '根源',
    '根源剖析', '根源分析', '问题根源', '问题根源剖析', '剖析原因', '剖析', '原因及分析', '问题产生原因', '问题产生的原因', '存在问题的原因',
    '问题原因分析', '问题原因剖析', '产生问题的原因',
  ],
  measure: [
    '措施', '整改措施', '改进措施', '具体措施', '具体整改措施', '整改具体措施', '主要措施', '工作措施', '解决措施', '应对措施', '下步措施', '整改举措',
    '具体举措', '改进举措', '工作举措', '整改办法', '解决办法', '整改任务', '整改内容', '整改要求', '整改做法', '努力方向', '改进方向', '整改方向',
    '整改情况', '整改落实情况', '落实情况', '整改进展', '整改进展情况', '工作进展', '采取措施', '采取的措施', '采取的整改措施', '下一步整改措施',
    '下一步措施', '下一步打算', '下一步工作措施', '整改落实措施', '整改方法', '具体做法', '整改推进措施', '整改对策', '对策措施', '长效措施', '整改措施及成效',
  ],
  timeLimit: [
    '时限', '期限', '整改时限', '整改期限', '整改时间', '完成时限', '完成时间', '完成期限', '整改完成时限', '整改完成时间', '整改完成期限', '办结时限',
    '时间节点', '时限要求', '整改时限要求', '时间要求', '计划完成时间', '计划完成时限', '预计完成时间', '整改时间节点', '完成整改时限', '完成整改时间',
    '时间安排', '整改时段', '落实时限', '销号时限', '拟完成时间', '截止时间', '整改截止时间',
  ],
  responsible: [
    '责任人', '责任人员', '责任领导', '责任单位', '责任部门', '责任科室', '责任股室', '责任处室', '责任主体', '责任者', '责任班子成员', '具体责任人',
    '直接责任人', '主要责任人', '第一责任人', '分管责任人', '整改责任人', '整改责任单位', '整改责任部门', '整改责任主体', '整改责任领导', '整改责任科室',
    '整改责任', '责任', '责任分工', '牵头领导', '牵头单位', '牵头部门', '牵头科室', '牵头处室', '牵头股室', '牵头人', '牵头责任人', '牵头责任单位',
    '配合单位', '配合部门', '配合科室', '配合处室', '配合股室', '配合人员', '协办单位', '协办科室', '主办单位', '主办科室', '分管领导', '包抓领导',
    '包保领导', '挂点领导', '督办领导', '监督人', '承办科室', '承办单位', '承办人', '经办人', '落实人员', '落实单位', '落实部门', '整改主体',
    '责任单位及责任人', '责任单位和责任人', '责任部门及责任人', '责任科室及责任人', '责任领导及科室', '责任领导和责任科室', '整改负责人', '负责人',
    '参与单位', '责任单位（人）', '整改牵头领导', '整改牵头单位', '整改落实人', '整改领导',
  ],
}

/** Labels that stand in such papers without being part of the record; their text stays a paragraph. */
const otherWords: readonly string[] = [
  '整改目标', '目标', '整改成效', '整改结果', '完成情况', '整改完成情况', '销号情况', '销号时间', '佐证材料', '备注', '整改类型', '整改类别',
  '成果形式', '验收标准', '整改标准', '预期目标', '预期成效', '工作目标', '问题类别', '问题来源', '联系人',
]

const roleByWord = new Map<string, RecordRole | 'other'>()
for (const word of otherWords) roleByWord.set(word, 'other')
for (const role of Object.keys(words) as RecordRole[]) for (const word of words[role]) roleByWord.set(word, role)

/** The longest label word, in UTF-16 units. */
export const longestLabelWord = Math.max(...[...roleByWord.keys()].map((word) => word.length))

/** What labels are made of besides the word that decides: units coin their own (“改进落实举措”, “整改到位时间”). */
const parts = '(?:存在|查摆|检视|查找|发现|反馈|整改|主要|突出|具体|问题|改进|落实|解决|改正|下一步|今后|完成|办结|到位|工作|剖析|产生|深层次?|应对|推进|拟采取|的|出|和|及|与|、)*'
const composed: readonly (readonly [RegExp, RecordRole])[] = [
  [new RegExp(`^${parts}(?:问题|不足|不足之处|短板|差距|差距短板|弱项)$`, 'u'), 'problem'],
  [new RegExp(`^${parts}(?:原因|根源|成因|根由|根子|症结|缘由)(?:分析|剖析|查找|所在|问题)?$`, 'u'), 'cause'],
  [new RegExp(`^${parts}(?:措施|举措|办法|对策|抓手)$`, 'u'), 'measure'],
  // 工作时间 and 具体时间 are times of day; a limit says that something is to be done by it.
  [new RegExp(`^(?=.*(?:整改|完成|办结|到位|落实|改正|解决))${parts}(?:时限|期限|时间|时间表|时间节点)$`, 'u'), 'timeLimit'],
  [/^(?:整改|第一|主要|直接|具体|包抓|分管|主办)*(?:责任|牵头|负责|包抓|落实|承办|配合)(?:责任)?(?:人|领导|同志|单位|部门|科室|股室|处室|班子成员)$/u, 'responsible'],
]
const longestComposed = 10

/** The part of the record a label word names; 'other' for known labels outside the record; undefined for any other text. */
export function labelRole(word: string): RecordRole | 'other' | undefined {
  const known = roleByWord.get(word)
  if (known !== undefined || word.length < 3 || word.length > longestComposed) return known
  return composed.find(([pattern]) => pattern.test(word))?.[1]
}

/** Whether the word is a label as it stands, not one made up of parts. */
export function isKnownLabel(word: string): boolean {
  return roleByWord.has(word)
}

/** Whether a heading's whole text is a label word: “存在问题”, “整改措施：”. */
export function isPartLabel(headingText: string): boolean {
  const word = headingText.replace(/[。：:]$/u, '').replace(/^[【\[（(〔「](.*)[】\])）〕」]$/u, '$1')
  const role = labelRole(word)
  return role !== undefined && role !== 'other'
}
