/** Units: by profile and title, by the way units are named, their trade, and words that say what kind of unit it is. */
import { fromPattern, type Candidate, type Finder } from './finding.ts'
import { isOwnKind, tradePattern, unitEndingPattern } from './trades.ts'

const named = `(?:(?:[\\p{Script=Han}]{2,4}?(?:自治区|自治州|自治县|新区|开发区|省|市|县|区|州|旗)){1,3}|区县|[省市区县州旗]{1,2}|国家|全国)?(?:${tradePattern})(?:和(?:${tradePattern}))?(?:${unitEndingPattern})(?:[\\p{Script=Han}]{2,4}(?:分局|派出所|支队|大队|中队))?`
const unitPattern = new RegExp(named, 'gu')

/** “对青禾县水务局”, “后续区审计局”: words that lead to a name are no part of it. */
const leading = /[对在由向与和从到为经是于把将被让请给及同以按赴至我本全各该开加织据照合绕实续日的了等会前后并也月年现取托聘]/u

function nameBegin(name: string): number {
  const first = name.search(/[省市县区州旗]/u)
  const head = first < 0 ? '' : name.slice(0, first)
  const cut = [...head].findLastIndex((sign) => leading.test(sign))
  // One character before its level is no place's name: “青区”.
  return head.length - cut - 1 < 2 ? first < 0 ? 0 : head === '' ? 0 : first : cut + 1
}

export const findUnits: Finder = ({ text }) => [...text.matchAll(unitPattern)].map((match): Candidate =>
  ({ from: match.index + nameBegin(match[0]), to: match.index + match[0].length, kind: 'unit', base: '其他单位', reason: '单位名称', sure: true }))

const otherBodies = /(?<=^|[，。、；：（“”《》\s\uFFFC在由向与和对为是])[\p{Script=Han}]{2,12}?(?:有限责任公司|有限公司|集团公司|(?<!集)中学|小学|幼儿园|人民医院|中医院|街道办事处|工业园区|经济开发区|村民委员会|居民委员会|经营部|门市部|合作社|农商银行|商行|酒店|宾馆|招待所)/gu

/** “在城关镇经营的某某公司”, “委托某某公司”: what leads to the name is no part of it. */
const leadsToBody = /^.*(?:委托|聘请|投资|成立|收购|控股|参股|举报|反映|经营|的|原)(?=.{4})/u

/** A company or school has one name wherever it stands, also without what kind of company it is. */
export const findOtherBodies: Finder = ({ text }) => [
  ...fromPattern(text, otherBodies, () => ({ kind: 'unit' as const, base: '其他单位', reason: '像是单位名称', sure: false })).flatMap((one) => {
    const name = text.slice(one.from, one.to)
    const lead = leadsToBody.exec(name)?.[0].length ?? 0
    return name.length - lead >= 4 && !/^[全各本所我该]/u.test(name.slice(lead)) ? [{ ...one, from: one.from + lead }] : []
  }),
  ...fromPattern(text, /第?[一二三四五六七八九十]{1,2}分公司|(?<=^|[，。、；：（“由向与和\s\uFFFC])(?![对由向在从与和为是])[\p{Script=Han}]{2}(?<![第一二三四五六七八九十])分公司/gu, () => ({ kind: 'unit', base: '其他单位', reason: '像是单位名称', sure: false })),
]

/** Words learned, longest first, so that 区审计局 goes before 审计. */
export const findLearned: Finder = ({ text }, { words }) => [...words].toSorted(([a], [b]) => b.length - a.length).flatMap(([word, { kind, base, reason, sure }]) => {
  const found: Candidate[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push({ from: at, to: at + word.length, kind, base, reason, sure })
  return found
})

const follows = '党组|党委|党总支|党支部|机关|领导|主要|班子|中心组|科级|股级|处级|事业单位|政治生态|各项|各科|各股|各处|行政|务会|长(?!期|远|效|时|久|处|足|线|度|短|征|江|城|治)|人员|工作人员|干部|职工|属|里|内|所有|实际|《'
/** 格局, 布局, 召开…: 局 that is none of a unit. */
const bureau = '(?<![格布结大开破僵时残政定当骗邮棋])局'
const kindBefore = new RegExp(`(?<=全)(?:${bureau}|馆|院|校|厅|站|所|镇|乡|街道|社)(?!观|性|意识|高度|视野|谋划|利益|出发|来|上|的)|(?:${bureau}|馆|院|校|厅)(?=${follows})`, 'gu')
const addressed = /(?<=[我本该贵])(?:局|馆|院|校|厅|站|所|委|办|社|镇|乡|街道|中心|公司|集团|单位(?=名称))/gu
const notWhole = /(?:发展|着眼|把握|统筹|服务|事关|胸怀|统领|大局|放眼|谋|顾)全$/u
const notKind = /(?:法|学|医|剧|影|妓|住|出|入|戏|寺|书|场|哨|车|厕|诊|研究|派出|看守|交易|事务|律师)$/u

export const findUnitKinds: Finder = ({ text }, { ownKinds }) => [
  ...fromPattern(text, addressed, (match) => kindWord(match[0], ownKinds)),
  ...[...text.matchAll(kindBefore)].flatMap((match): Candidate[] => {
    const ahead = text.slice(Math.max(0, match.index - 4), match.index)
    const word = match[0]
    if (notWhole.test(ahead) || notKind.test(ahead)) return []
    return [{ ...kindWord(word, ownKinds), from: match.index, to: match.index + word.length }]
  }),
]

function kindWord(word: string, ownKinds: ReadonlySet<string>): Omit<Candidate, 'from' | 'to'> {
  const strange = ownKinds.size > 0 && !isOwnKind(word, ownKinds)
  return { kind: 'unitKind', base: '单位类型', sure: true, reason: strange ? `“${word}”与本单位的类型不一致，可能是从别的单位的稿子里带来的` : '说明是哪一类单位' }
}

const level = /(?<![社园地小辖景灾老城片山林牧湖库新超门校厂郊])(?:[省市区县州旗]{1,2})(?=委(?!员(?!会)|托|屈|婉|派|任)|政府|纪委|监委|人大|政协|人民政府|级机关|直机关|管干部|干部|直部门|财政(?!局|所))|(?<=[中省市、])(?:[市区县])(?=委|、|审计|干部)|(?<=[全我本])(?:[省市区县州旗])(?!场|分|别|民|域)/gu
const bareLevels = /(?<=按照|关于|根据|中)(?:省市|市县|市区)(?=关于|要求|标准|工作|安排|部署|有关|\uFFFC)/gu

/** 区 of 区委, 县 of 县政府: a county's template in a district would read wrong. */
export const findLevels: Finder = ({ text }) => [
  ...[...text.matchAll(level)].filter(({ 0: word }) => word !== '区域').map(({ 0: word, index }): Candidate => ({ from: index, to: index + word.length, kind: 'level', base: '行政层级', reason: '说明单位在哪一级', sure: true })),
  ...fromPattern(text, bareLevels, () => ({ kind: 'level', base: '行政层级', reason: '说明单位在哪一级', sure: false })),
]
