/**
 * The fields a unit's own Word template may have. Their names are what the writer types between { and } in Word, so they
 * stand here and not with the strings of the screens.
 */

export interface TemplateField {
  readonly name: string
  /** Other names that mean the same. */
  readonly also?: readonly string[]
  readonly hint: string
}

/** The whole text, as paragraphs. */
export const bodyField = '正文'

export const paperFields: readonly TemplateField[] = [
  { name: '标题', hint: '文稿标题' },
  { name: '副标题', also: ['副题'], hint: '副标题' },
  { name: '报告人', also: ['署题'], hint: '标题下的单位或报告人' },
  { name: '主送机关', also: ['主送'], hint: '带冒号的主送机关' },
  { name: '单位', hint: '属性里的单位' },
  { name: '署名', hint: '文末署名' },
  { name: '成文日期', also: ['日期'], hint: '文末日期，没有时用属性里的成文日期' },
  { name: '附件', also: ['附件说明'], hint: '附件说明' },
  { name: '密级', hint: '属性里的密级' },
  { name: '份号', hint: '版头的份号' },
  { name: '紧急程度', hint: '版头的紧急程度' },
  { name: '发文机关标志', hint: '版头的发文机关标志' },
  { name: '发文字号', also: ['文号'], hint: '版头的发文字号' },
  { name: '签发人', hint: '版头的签发人' },
  { name: '附注', hint: '成文日期下的附注' },
  { name: '抄送机关', also: ['抄送'], hint: '版记的抄送机关' },
  { name: '印发机关', hint: '版记的印发机关' },
  { name: '印发日期', hint: '版记的印发日期' },
  { name: '署名人', also: ['姓名'], hint: '属性里的署名人' },
  { name: '职务', hint: '属性里的职务' },
  { name: '会议', hint: '属性里的会议' },
  { name: '期间', hint: '属性里的期间' },
]

/** Of one 整改事项, inside {#整改事项} … {/整改事项}. */
export const itemFields: readonly TemplateField[] = [
  { name: '序号', hint: '从 1 数起' },
  { name: '中文序号', hint: '从 一 数起' },
  { name: '类别', also: ['所属方面'], hint: '所在的方面' },
  { name: '问题', also: ['整改问题'], hint: '问题' },
  { name: '原因', also: ['原因剖析'], hint: '原因' },
  { name: '措施', also: ['整改措施'], hint: '措施' },
  { name: '时限', also: ['整改时限'], hint: '时限' },
  { name: '责任', hint: '责任领导、责任人、责任科室、配合科室' },
  { name: '责任领导', hint: '责任领导' },
  { name: '责任人', hint: '责任人' },
  { name: '责任科室', hint: '责任科室' },
  { name: '配合科室', hint: '配合科室' },
  { name: '进展', hint: '台账里的进展' },
  { name: '完成情况', hint: '台账里的完成情况' },
  { name: '佐证材料', hint: '台账里的佐证材料' },
  { name: '状态', hint: '台账里的状态' },
]

/** Of one 方面, inside {#方面} … {/方面}; 整改事项 stand inside it again. */
export const groupFields: readonly TemplateField[] = [
  { name: '序号', hint: '从 1 数起' },
  { name: '中文序号', hint: '从 一 数起' },
  { name: '名称', also: ['方面名称'], hint: '方面的名称' },
]

export const loops = { items: '整改事项', groups: '方面' } as const

const fieldsOf = new Map<string, readonly TemplateField[]>([[loops.items, itemFields], [loops.groups, groupFields]])

/** What a name between braces stands for where it stands. @param within the loops around it, outermost first. */
export function fieldKind(name: string, within: readonly string[]): 'body' | 'loop' | 'field' | undefined {
  if (name === bodyField) return within.length === 0 ? 'body' : undefined
  if (name === loops.items) return 'loop'
  if (name === loops.groups) return within.includes(loops.groups) ? undefined : 'loop'
  const known = [...paperFields, ...within.flatMap((loop) => fieldsOf.get(loop) ?? [])]
  return known.some((field) => field.name === name || field.also?.includes(name)) ? 'field' : undefined
}

/** A value under all the names it has. */
export function underAllNames(fields: readonly TemplateField[], values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(fields.flatMap(({ name, also = [] }) => [name, ...also].map((one) => [one, values[name] ?? ''])))
}
