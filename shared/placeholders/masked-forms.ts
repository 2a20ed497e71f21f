/** Masked forms in foreign text (××党委, A总书记, 20XX年, XXX同志, ____, []): what they stand for, and what only looks so. */
import { isPlaceholderKey, placeholderKind, writtenPlaceholder } from './catalogue.ts'

export interface MaskedForm {
  readonly from: number
  readonly to: number
  readonly key: string
  readonly reason: string
}

const x = '[XＸ×✕╳]'
const unitEndings = '党组|党委|党总支|党支部|党工委|领导班子|党员|局|委员会|中心|馆|厅|院|校|公司|集团|单位|班子|机关'

/** In order: what is found first keeps its place. */
const forms: readonly { readonly pattern: RegExp; readonly key: string; readonly reason: string }[] = [
  { pattern: new RegExp(`(?:20${x}{2}|${x}{4})年`, 'gu'), key: '年份', reason: '隐去的年份' },
  { pattern: new RegExp(`${x}{1,4}[〔［(（]${x}{2,4}[〕］)）]${x}{1,4}号`, 'gu'), key: '文号', reason: '隐去的文号' },
  { pattern: new RegExp(`${x}{1,2}月(?:${x}{1,2}[日号])?`, 'gu'), key: '日期', reason: '隐去的日期' },
  { pattern: /A(?=总书记|新时代|著作|中国特色|主席|同志|思想|重要)/gu, key: '领导人姓名', reason: '字母代替的领导人姓名' },
  { pattern: new RegExp(`(?<=党的)${x}{2}(?=大)|(?<=十九届|二十届)${x}{1,2}(?=中全会)`, 'gu'), key: '届次', reason: '隐去的届次' },
  { pattern: new RegExp(`(?<=第)${x}{1,3}(?=(?:巡[察视])?组)`, 'gu'), key: '巡察组序号', reason: '隐去的巡察组序号' },
  { pattern: new RegExp(`${x}{1,3}(?=同志|书记)|(?<=^|[^\\p{Script=Han}]|[由请与和长记])[王李张刘陈杨黄赵吴周徐孙朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔]${x}{1,2}`, 'gu'), key: '姓名', reason: '隐去的姓名' },
  { pattern: /(?<=^|[^\p{Script=Han}]|[由请与和长记])[王李张刘陈杨黄赵吴周徐孙朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾夏韦邹孟秦邱尹薛闫段侯陶黎贺顾郝龚邵钱严戴莫]某某?(?!些|种|个)/gu, key: '姓名', reason: '隐去的姓名' },
  { pattern: new RegExp(`[省市区县]?${x}{2,4}(?:局|馆|厅|院|中心|公司|集团|学校|医院|委员会)|[省市区县]?${x}{2,4}(?=${unitEndings})|某某?(?:局|馆|厅|院|中心|公司|单位)`, 'gu'), key: '单位简称', reason: '隐去的单位名称' },
  { pattern: new RegExp(`${x}{1,4}(?=个|项|名|人|次|件|条|起|天|方面|万元|元|户|家|[%％])`, 'gu'), key: '数量', reason: '隐去的数目' },
  { pattern: new RegExp(`${x}{2,4}(?=[省市县区镇乡村州旗]|街道|社区|纪委|监委|组织部|宣传部|委|高质量|全面|新任务|发展|振兴|城市|地区|改革)`, 'gu'), key: '地名', reason: '隐去的地名' },
  { pattern: new RegExp(`${x}{2,4}(?=工作|安全|事业|业务|意识形态|领域|系统|行业|制度)`, 'gu'), key: '业务领域', reason: '隐去的业务' },
  { pattern: new RegExp(`(?<![A-Za-z0-9])${x}{2,12}(?![A-Za-z0-9])|某某(?![\\p{Script=Han}]?同志)`, 'gu'), key: '待填内容', reason: '隐去的内容' },
  { pattern: /(?<=[\p{Script=Han}“”，。、])(?:x|X)(?=等)/gu, key: '待填内容', reason: '隐去的内容' },
  { pattern: /(?<=[\p{Script=Han}“”])([A-Z])\1{2,5}(?=[\p{Script=Han}“”])(?!级|景区|信用|评级)/gu, key: '待填内容', reason: '字母代替的内容' },
  { pattern: /[_＿]{2,}/gu, key: '待填内容', reason: '留空待填' },
]

/** Codes and sizes: A4, X光, X射线, XX-203, XXL, 2×3. */
const looksAlike = (text: string, from: number, to: number) => {
  const before = text[from - 1] ?? ''
  const after = text.slice(to)
  return /[A-Za-z0-9_]/u.test(before) && !text.slice(from, to).startsWith('20') || /^(?:光(?!明)|射线|染色体|轴)/u.test(after) || /^-?[A-Za-z0-9]/u.test(after) && !/^\d+\s*$/u.test(text.slice(from, to)) || /^[×XＸ]$/u.test(text.slice(from, to)) && /\d\s?$/u.test(text.slice(0, from))
}

/** What of the text is masked, without overlaps, in order of the text. Names only what a placeholder could stand for. */
export function maskedForms(text: string): MaskedForm[] {
  const found: MaskedForm[] = []
  const free = (from: number, to: number) => found.every((one) => to <= one.from || one.to <= from)
  for (const match of text.matchAll(writtenPlaceholder)) {
    const key = match[1]!
    if (placeholderKind(key) !== undefined && isPlaceholderKey(key)) found.push({ from: match.index, to: match.index + match[0].length, key, reason: '方括号里的待填项' })
  }
  for (const { pattern, key, reason } of forms) {
    for (const { 0: word, index } of text.matchAll(pattern)) {
      const to = index + word.length
      if (free(index, to) && !looksAlike(text, index, to)) found.push({ from: index, to, key, reason })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}
