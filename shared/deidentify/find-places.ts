/** Places by the level behind their name; what looks alike (社区、全市、农村) is left alone. */
import { commonWords } from './common-words.ts'
import { fromPattern, type Candidate, type Finder } from './finding.ts'

const provinces = '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆'
const province = new RegExp(`(?:${provinces})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)`, 'gu')
const place = /(?<=^|[，。、；：（“《\s\uFFFC]|[在对到赴于向由与和及往驻从经])(?<at>(?:(?![对由从在返赴于的])\p{Script=Han}){2,3}(?:自治州|自治县|街道(?!办|社区|和)|社区|[省市县区镇乡村]))(?![场级委民容貌长区划域落庄上下里外有要能])/gu
const named = /^(?!城[关厢东西南北])(?:[全各本我该贵每某两三四五六七八九十几一二多个城农乡街小园景辖灾误老禁校厂库山林矿地社片港城新郊边]|.*(?:全|各|本|我|城|农|园|景|辖|灾|误|小|超|上市|股|都|门|所|部|省|市|县|区|镇|乡|街道|重点|试点|示范|帮扶|先进|文明|特色|美丽|进|入|到|个|驻|包|级|中心|有关|相关|基层|贫困|脱贫|的|为|和|与|等|开发|功能|工业|产业|自然|行政|易地|人口|大)(?:自治州|自治县|街道|社区|[省市县区镇乡村])$)/u
const verbs = /组织|抓好|修订|成立|张贴|开展|并在|实行|借调|边远|年内|年度|印发|制定|公布|采取|面向|觉得|结合|带动|相邻|外围|移民|发动|根据|有时|近三|按照|深入|走访|联系|选派|三位|[两三各][县镇村乡]$/u
const isCommon = (word: string) => verbs.test(word) || commonWords.has(word.replace(/(?:自治州|自治县|街道|社区|[省市县区镇乡村])$/u, ''))
const address = /(?<=位于|地址[：:]|坐落(?:于|在))[\p{Script=Han}\d]{2,20}(?:号|楼|室|层)/gu
const road = /(?<=^|[，。、；：（在于\s\uFFFC])[\p{Script=Han}]{2,5}(?:路|街|大道|巷)\d+号/gu

/** Rivers and roads, where the words behind them say that it is one. */
const natural = /(?<at>[\p{Script=Han}]{2}(?:河|湖|江|水库|渠))(?=(?:综合)?(?:治理|整治|流域|沿岸|两岸|河道|防汛|清淤|岸线|水质))/gu
const street = /(?<=^|[，。、；：（在于沿\s\uFFFC])(?<at>[\p{Script=Han}]{2,4}(?:大道|路|街|巷))(?=公交|枢纽|路口|沿线|校外|一带|附近|[0-9])/gu
const busLine = /(?<![A-Za-z\d])[A-Z]?\d{1,3}路(?!径|线图|程|灯|段|口|面)/gu

export const findPlaces: Finder = ({ text }) => [
  ...fromPattern(text, natural, () => ({ kind: 'place', base: '地名', reason: '像是河流、水库的名称', sure: false })),
  ...fromPattern(text, street, () => ({ kind: 'place', base: '地名', reason: '像是道路的名称', sure: false })),
  ...fromPattern(text, busLine, () => ({ kind: 'place', base: '线路', reason: '线路的名称', sure: false })),
  ...fromPattern(text, address, () => ({ kind: 'place', base: '地址', reason: '地址', sure: true })),
  ...fromPattern(text, road, () => ({ kind: 'place', base: '地址', reason: '地址', sure: true })),
  ...fromPattern(text, province, () => ({ kind: 'place', base: '地名', reason: '地名', sure: true })),
  ...[...text.matchAll(place)].flatMap(({ 0: word, index }): Candidate[] => (named.test(word) || isCommon(word) ? [] : [{ from: index, to: index + word.length, kind: 'place', base: '地名', reason: '像是地名', sure: false }])),
]
