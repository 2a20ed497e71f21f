/** 脱敏成模板. */
import type { ReviewSection } from '../../shared/deidentify/review-groups.ts'

export const sectionNames: Readonly<Record<ReviewSection, string>> = {
  unit: '单位', person: '人员', place: '地名', date: '日期', amount: '金额', count: '数量', fileNumber: '文号', inspection: '巡察事实', contact: '联系方式与文件名', masked: '原文已隐去的', own: '自己标出的',
}

export const deidentifyText = {
  title: '脱敏成模板', command: '脱敏成模板…', back: '返回文稿', undo: '撤销', redo: '重做',
  storeAnd: '存入并脱敏成模板', storeMore: '存入后做什么', library: '脱敏成模板',
  working: '正在查找能认出本单位的内容…', retry: '重新找一遍', cancelled: '已停止查找，没有存入任何内容。',
  changed: '文稿或单位情况刚刚改过，已重新找过一遍；相同内容的处理已沿用。',
  paper: '文稿', panel: '核对',
  lead: '未处理的内容带底色，虚线是可能看错的；换成待填项的显示为［名称］，保留的加下划线。选中其他文字可以“也换成待填项”。',
  steps: { found: '逐条核对', clues: '仍可能认出', finish: '存为模板' },
  stepLeft: (name: string, left: number) => (left === 0 ? `${name} ✓` : `${name} 余${left}`),
  progress: (decided: number, all: number) => `已处理 ${decided} / ${all} 处`,
  nothingFound: '没有找到单位、人员、地名、日期等内容。可以在左边选中文字，自己标出。',
  keys: '↑↓ 选择　Enter 换成待填项　Delete 或 K 保留　Tab 改键名',
  unsure: '请核对', times: (count: number) => `${count} 处`, mixed: '部分保留', kept: '保留', open: '未处理',
  replace: '换成', keep: '保留', key: '待填项名称', keyOf: (text: string) => `“${text}”换成的待填项名称`, places: '各处',
  placesOf: (count: number) => `分别处理这 ${count} 处`,
  badKey: '名称要以汉字开头，最多 30 个字，不含标点和空格',
  sameKey: (text: string) => `与“${text}”用同一个名称，填写时会填成同样的内容`,
  unmark: '取消标记', markKey: '待填内容',
  mark: '也换成待填项', markPlaces: (count: number) => `也换成待填项（同样的文字共 ${count} 处）`, markAcross: '请在同一段里选文字',
  suggestAll: '全部按建议', suggestTitle: (count: number) => `还没有处理的 ${count} 项按建议换成待填项`, suggestLead: '请看过下面的清单。确定之后仍可以逐项改，也可以撤销。', suggestOk: '看过了，全部换成待填项',
  clueLead: '换成待填项之后，下面这些内容仍可能让人认出本单位。请逐项决定：换成待填项，或看过后保留。',
  noClues: '没有发现其他可能认出本单位的内容。', clueWorking: '正在按您的处理重新查看…',
  clueReplace: '换成待填项', clueKeep: '已看过，保留', clueSeen: '已看过', clueUnsee: '再看',
  inLabel: '在段首标签里，不能换成待填项；要改请返回文稿修改标签',
  seeAll: '其余都看过，保留', seeAllTitle: (count: number) => `还没有看过的 ${count} 项都保留`, seeAllOk: '看过了，全部保留',
  clueProgress: (seen: number, all: number) => `已看过 ${seen} / ${all} 项`,
  next: '下一步',
  name: '模板名称', namePlaceholder: '如 班子民主生活会整改方案', description: '说明', descriptionPlaceholder: '适用于什么文稿，怎么用', kind: '文种',
  telling: (words: readonly string[]) => `里面的${words.map((word) => `“${word}”`).join('')}会让人认出本单位，请改掉`,
  summary: '处理结果', replaced: (kinds: number, places: number) => `换成待填项 ${kinds} 种、${places} 处`, keptCount: (count: number) => `保留 ${count} 处`,
  keptList: '保留的内容', seenList: '看过并保留的', none: '没有',
  notGoing: '文稿属性、整改记录、批注、版头版记和本单位的版式不会带进模板。',
  save: '存为模板', waiting: { found: (count: number) => `还有 ${count} 处没有处理`, clues: (count: number) => `还有 ${count} 项没有看过`, computing: '正在重新查看', name: '请填写模板名称', telling: '模板名称或说明里还有能认出本单位的内容' },
  saved: (name: string) => `已存为模板“${name}”`, openTemplates: '到模板库查看',
  label: '标签',
} as const
