/** 待填项: what may stand open in a draft. Units add keys of their own; any key of the right shape is one. */

export interface PlaceholderKind {
  readonly key: string
  readonly group: 'unit' | 'person' | 'time' | 'place' | 'figure' | 'inspection' | 'other'
  /** One value fills all numbered variants: [单位简称1] and [单位简称2] are ways the same unit was written. */
  readonly oneValue?: true
}

const kinds = (group: PlaceholderKind['group'], keys: string, oneValue = false): PlaceholderKind[] =>
  keys.split(' ').map((key) => ({ key, group, ...(oneValue ? { oneValue: true as const } : {}) }))

export const placeholderCatalogue: readonly PlaceholderKind[] = [
  ...kinds('unit', '单位全称 单位简称 单位类型 业务领域 行政层级 主送机关', true),
  ...kinds('unit', '上级机关 其他单位 责任科室'),
  ...kinds('person', '书记姓名 主要负责人 职务', true),
  ...kinds('person', '姓名 分管领导 责任人 责任领导 领导人姓名 电话 邮箱 证件号码 网络账号'),
  ...kinds('time', '年份 上一年份 下一年份 年度 上一年度 下一年度 成文日期', true),
  ...kinds('time', '其他年份 其他年度 会议日期 反馈日期 开始日期 结束日期 日期 月份 整改时限'),
  ...kinds('place', '地名 地址'),
  ...kinds('figure', '金额 数量 百分比 天数 文号 车牌号码'),
  ...kinds('inspection', '巡察组名称 巡察组序号 党委届次 巡察开始日期 巡察结束日期 问题数'),
  ...kinds('other', '会议名称 届次 标题 文件名 网址 方面名称 待填内容'),
]

const byKey = new Map(placeholderCatalogue.map((kind) => [kind.key, kind]))

/** The shape of a key: begins with a Chinese character, at most 30 characters, nothing that brackets would not hold. */
const keyShape = /^\p{Script=Han}[\p{Script=Han}A-Za-z0-9（）·]{0,29}$/u

export function isPlaceholderKey(key: string): boolean {
  return keyShape.test(key)
}

/** Placeholders in plain text, as cells of tables have them: `[单位全称]`. */
export const writtenPlaceholder = /\[(\p{Script=Han}[\p{Script=Han}A-Za-z0-9（）·]{0,29})\]/gu

export function placeholderText(key: string): string {
  return `[${key}]`
}

/** “责任人2” of “责任人”, 2. */
export function numberedKey(base: string, number: number): string {
  return `${base}${number}`
}

/** “责任人” of “责任人2”; a key that is none of a numbered kind stays as it is. */
export function baseKey(key: string): string {
  return key.replace(/\d+$/u, '')
}

/** The catalogue's entry for a key or one of its numbered variants; none for a unit's own keys. */
export function placeholderKind(key: string): PlaceholderKind | undefined {
  return byKey.get(key) ?? byKey.get(baseKey(key))
}
