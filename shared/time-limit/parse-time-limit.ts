/**
 * “立即整改，2023年11月底前完成” → what it demands. The words stay as they are; this only says what they mean.
 *
 * A date is inclusive (“11月前” is read as “by the end of November”, as “12月31日前” includes the day). Of several dates the last counts.
 */
import { fromChineseNumeral } from '../document/list-style.ts'
import { daysInMonth, isoDate, monthEnd, parseIsoDate, readYear, type CalendarDate } from './calendar.ts'
import { shortForms } from './short-forms.ts'

export const timeLimitKinds = [
  /** 立即, 即时, 立行立改 */ 'immediate',
  /** a calendar day */ 'byDay',
  /** the end of a month or of a third of it (上旬, 中旬) */ 'monthEnd',
  'quarterEnd', 'halfYearEnd', 'yearEnd',
  /** N 天/个月 after an event whose date the text does not give */ 'within',
  /** 每周, 每月, 每季度, 每年 */ 'periodic',
  /** 长期坚持, 持续推进 */ 'longTerm',
  /** before an event without a date: 春节前, 主题教育结束前 */ 'event',
  /** 已完成 */ 'done',
] as const
export type TimeLimitKind = (typeof timeLimitKinds)[number]

export interface WithinTerm {
  readonly count: number
  readonly unit: 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'year'
  /** What it counts from, as written; '' where the text does not say. */
  readonly event: string
}

export interface TimeLimit {
  /** The original words. */
  readonly text: string
  readonly kinds: readonly TimeLimitKind[]
  /** ISO date, null where the words give none. */
  readonly due: string | null
  readonly ongoing: boolean
  /** The year of `due` is not in the words but comes from the paper. */
  readonly yearInferred: boolean
  readonly within?: WithinTerm
}

/** What the paper knows: its date (ISO) and, failing that, the year it is about. */
export interface TimeLimitContext {
  readonly date?: string | undefined
  readonly year?: number | undefined
}

export interface Phrase {
  readonly start: number
  readonly end: number
  readonly kind: TimeLimitKind
  readonly year?: number | undefined
  /** 本年 0, 明年 1 */
  readonly yearOffset?: number
  readonly month?: number
  readonly day?: number
  readonly within?: WithinTerm
  /** “自2023年9月1日起”: where something begins, not when it is due. */
  readonly begins?: boolean
  /** “本月底” 0, “下月底” 1: months after the paper's date. */
  readonly monthOffset?: number
  /** Jotted down: there is a more official way to write it. */
  readonly short?: true
}
type Found = Phrase

const numeral = '(?:\\d{1,3}|[一二两三四五六七八九十百]{1,5})'
const yearPart = '(?:(\\d{4}|[12二一][〇○零Ｏ一二三四五六七八九\\d]{3})年?|(今年|本年度?|当年|明年|次年|后年)的?)'
const before = '(?:以前|之前|前)?'
/** Not a part of “一年内”, “半年内”, “3年内”. */
const noCount = '(?<![半\\d一二两三四五六七八九十个])'

function readNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (text === '两') return 2
  return /^\d+$/.test(text) ? Number(text) : fromChineseNumeral(text)
}

function yearFields(year: string | undefined, relative: string | undefined): Pick<Found, 'year' | 'yearOffset'> {
  if (year !== undefined) return { year: readYear(year) }
  if (relative === undefined) return {}
  return { yearOffset: relative.startsWith('后') ? 2 : /^[明次]/.test(relative) ? 1 : 0 }
}

export type PhraseReader = (match: RegExpExecArray) => Omit<Found, 'start' | 'end'> | undefined

const ends: Record<string, number> = { 上旬: 10, 初: 10, 中旬: 20, 月中: 20, 中: 20 }

/** Ordered: at one place the earlier pattern wins. */
const patterns: readonly (readonly [RegExp, PhraseReader])[] = [
  [new RegExp(`([12]\\d{3})[.\\-/．](\\d{1,2})[.\\-/．](\\d{1,2})(?!\\d)日?${before}`, 'gu'), (m) => short(dayOf(Number(m[1]), Number(m[2]), Number(m[3])))],
  [new RegExp(`${yearPart}?(${numeral})月份?(${numeral})(?:[日号]|(?=以前|之前|前|完成|$|[，。；]))${before}`, 'gu'), (m) => dated(m[1], m[2], m[3], m[4])],
  [new RegExp(`([12]\\d{3})[.\\-/．](\\d{1,2})(?!\\d)(?:月)?(?:底|末)?${before}`, 'gu'), (m) => short(monthOf({ year: Number(m[1]) }, Number(m[2])))],
  [new RegExp(`${yearPart}?(${numeral})月份?(上旬|中旬|下旬|月底|底|末|初|中)?${before}`, 'gu'), (m) => {
    const month = readNumber(m[3])
    const day = m[4] === undefined ? undefined : ends[m[4]]
    return month === undefined ? undefined : monthOf(yearFields(m[1], m[2]), month, day)
  }],
  [new RegExp(`${yearPart}?前?第?([一二三四1-4])季度(?:底|末|内)?${before}`, 'gu'), (m) => {
    const quarter = readNumber(m[3])!
    return { kind: 'quarterEnd', month: quarter * 3, ...yearFields(m[1], m[2]) }
  }],
  [new RegExp(`${yearPart}?(上|下)半年(?:底|末|内)?${before}`, 'gu'), (m) => ({ kind: 'halfYearEnd', month: m[3] === '上' ? 6 : 12, ...yearFields(m[1], m[2]) })],
  [new RegExp(`${yearPart}(?:年?[底末终内]|年度内|以内|之内)${before}`, 'gu'), (m) => ({ kind: 'yearEnd', month: 12, ...yearFields(m[1], m[2]) })],
  [new RegExp(`${noCount}(?:年底|年末|年终|年内|岁末|全年)${before}`, 'gu'), () => ({ kind: 'yearEnd', month: 12, yearOffset: 0 })],
  [/([12]\d{3}|[二一][〇○零Ｏ一二三四五六七八九]{3})年(?:以前|之前|前)?(?=完成|整改|$|[，。；、])/gu, (m) => ({ kind: 'yearEnd', month: 12, year: readYear(m[1]!) })],
  [new RegExp(`(?:(?:自|从|在|于)?([^，。；、（）]{0,24}?)(?:之日起|之后|以后|后|起))?的?(${numeral}|半)(个工作日|工作日|个月|个季度|个星期|[日天周月年]|星期|季度)(?:之内|以内|内)`, 'gu'), within],
  [new RegExp(`()(${numeral}|半)(个工作日|工作日|个月|个季度|个星期|[日天周月年]|星期|季度)(?:之内|以内|内)`, 'gu'), within],
  [/每(?:半年|两周|两个月|三个月|学期|[天日周旬月季年]度?|星期)(?:月?[底末初])?|按(?:[周旬月季年]度?)|逐[月季年]|(?:月|季|年)(?:月|季|年)(?=[坚调推开])/gu, () => ({ kind: 'periodic' })],
  [/长期(?:坚持|整改|推进|落实|执行|抓好|保持|有效)?|持续(?:坚持|推进|整改|落实|深化|用力|跟进|加强|改进|抓好|不断)?|常态化?(?:坚持|推进|长效|开展|落实|整改)?|常抓不懈|坚持不懈|久久为功|贯穿始终|经常性|长久坚持|一以贯之/gu, () => ({ kind: 'longTerm' })],
  [/立即|即时|立行立改|立整立改|立查立改|立知立改|即知即改|即行即改|即改即行|即查即改|立说立行|立改立行|边学边改|边查边改|边整边改|马上|当即|即刻|立刻|即日起?|当下改|立改/gu, () => ({ kind: 'immediate' })],
  [/已(?:经)?(?:全部|基本)?(?:整改)?(?:完成|到位|完毕|办结|销号|整改)/gu, () => ({ kind: 'done' })],
  [new RegExp(`(本|当|下个?)?(?<![每\\d])月(?:底|末|内)${before}`, 'gu'), (m) => ({ kind: 'monthEnd', monthOffset: m[1]?.startsWith('下') ? 1 : 0, short: true })],
  [new RegExp(`(本|当|下个?)?(?<![每\\d])季度?(?:底|末|内)${before}`, 'gu'), (m) => ({ kind: 'quarterEnd', monthOffset: m[1]?.startsWith('下') ? 3 : 0 })],
  [/[^，。；、（）\d]{2,16}?(?:结束|召开|完成|到来|开始|换届)?(?:以前|之前|前)/gu, (m) => (/(?:节|会|教育|换届|结束|开始|召开|验收|考核|巡察|检查|活动|工作)(?:结束|召开|完成|到来|开始)?(?:以前|之前|前)$/u.test(m[0]) ? { kind: 'event' } : undefined)],
]

const short = (fields: Omit<Found, 'start' | 'end'> | undefined): Omit<Found, 'start' | 'end'> | undefined => fields && { ...fields, short: true }

function dayOf(year: number, month: number, day: number): Omit<Found, 'start' | 'end'> | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return { kind: 'byDay', year, month, day }
}

function dated(year: string | undefined, relative: string | undefined, monthText: string | undefined, dayText: string | undefined): Omit<Found, 'start' | 'end'> | undefined {
  const month = readNumber(monthText)
  const day = readNumber(dayText)
  if (month === undefined || day === undefined || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return { kind: 'byDay', month, day, ...yearFields(year, relative) }
}

function monthOf(year: Pick<Found, 'year' | 'yearOffset'>, month: number, day?: number): Omit<Found, 'start' | 'end'> | undefined {
  if (month < 1 || month > 12) return undefined
  return { kind: 'monthEnd', month, ...year, ...(day === undefined ? {} : { day }) }
}

const units: Record<string, WithinTerm['unit']> = {
  日: 'day', 天: 'day', 工作日: 'workday', 周: 'week', 星期: 'week', 月: 'month', 季度: 'quarter', 年: 'year',
}

function within(match: RegExpExecArray): Omit<Found, 'start' | 'end'> | undefined {
  const unit = units[match[3]!.replace(/^个/u, '')]
  if (unit === undefined) return undefined
  if (match[2] === '半') return unit === 'year' ? { kind: 'within', within: { count: 6, unit: 'month', event: match[1] ?? '' } } : undefined
  const count = readNumber(match[2])
  return count === undefined ? undefined : { kind: 'within', within: { count, unit, event: match[1] ?? '' } }
}

const patternsOfLimits = [...patterns, ...shortForms(readNumber)]

/** @param inLimit the text is stated as a time limit: dates jotted down count as well. */
function findAll(text: string, inLimit = false): Found[] {
  const found: Found[] = []
  for (const [pattern, read] of inLimit ? patternsOfLimits : patterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (match[0] === '' || found.some((other) => start < other.end && other.start < end)) continue
      const fields = read(match)
      if (!fields) continue
      const begins = fields.kind !== 'within' && /^(?:之日)?(?:起|以来)/u.test(text.slice(end, end + 4))
      found.push({ start, end, ...fields, ...(begins ? { begins } : {}) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

interface Dated {
  readonly due: string
  readonly inferred: boolean
}

/** The dates of the phrases in their order; a phrase without a year takes the one before it, else the paper's. */
function resolveDates(found: readonly Found[], context: TimeLimitContext): Dated[] {
  const paper = parseIsoDate(context.date)
  const result: Dated[] = []
  let lastWritten: { year: number; month: number; inferred: boolean } | undefined
  let begin: { year: number; month: number; day: number; inferred: boolean } | undefined
  for (const phrase of found) {
    if (phrase.within !== undefined && begin !== undefined) {
      result.push({ due: addTerm(begin, phrase.within), inferred: begin.inferred })
      continue
    }
    if (phrase.monthOffset !== undefined && paper !== undefined) {
      const months = paper.year * 12 + paper.month - 1 + phrase.monthOffset
      const month = phrase.kind === 'quarterEnd' ? Math.floor((months % 12) / 3) * 3 + 3 : (months % 12) + 1
      const year = Math.floor(months / 12)
      result.push({ due: phrase.day === undefined ? monthEnd(year, month) : isoDate(year, month, Math.min(phrase.day, daysInMonth(year, month))), inferred: true })
      continue
    }
    if (phrase.month === undefined) continue
    const resolved = resolveYear(phrase, lastWritten, paper, context.year)
    if (resolved === undefined) continue
    const day = Math.min(phrase.day ?? 31, daysInMonth(resolved.year, phrase.month))
    if (phrase.begins) {
      begin = { year: resolved.year, month: phrase.month, day: phrase.day === undefined ? 1 : day, inferred: resolved.inferred }
      lastWritten = { year: resolved.year, month: phrase.month, inferred: resolved.inferred }
      continue
    }
    result.push({ due: phrase.day === undefined ? monthEnd(resolved.year, phrase.month) : isoDate(resolved.year, phrase.month, day), inferred: resolved.inferred })
    lastWritten = { year: resolved.year, month: phrase.month, inferred: resolved.inferred }
  }
  return result
}

/** Working days are counted as calendar days of a five-day week; public holidays are not known here. */
function addTerm(begin: CalendarDate, term: WithinTerm): string {
  const months = { day: 0, workday: 0, week: 0, month: 1, quarter: 3, year: 12 }[term.unit] * term.count
  const days = { day: 1, workday: 1.4, week: 7, month: 0, quarter: 0, year: 0 }[term.unit] * term.count
  const total = begin.year * 12 + begin.month - 1 + months
  let year = Math.floor(total / 12)
  let month = (total % 12) + 1
  let day = Math.min(begin.day, daysInMonth(year, month)) + Math.ceil(days)
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month)
    month += 1
    if (month > 12) { month = 1; year += 1 }
  }
  return isoDate(year, month, day)
}

function resolveYear(
  phrase: Found,
  last: { year: number; month: number; inferred: boolean } | undefined,
  paper: CalendarDate | undefined,
  contextYear: number | undefined,
): { year: number; inferred: boolean } | undefined {
  if (phrase.year !== undefined) return { year: phrase.year, inferred: false }
  if (phrase.yearOffset === undefined && last !== undefined) {
    return { year: phrase.month! < last.month ? last.year + 1 : last.year, inferred: last.inferred }
  }
  const base = paper?.year ?? contextYear
  if (base === undefined) return undefined
  if (phrase.yearOffset !== undefined) return { year: base + phrase.yearOffset, inferred: true }
  // “3月底前” in a paper of December is the March to come.
  const passed = paper !== undefined && monthEnd(base, phrase.month!) < isoDate(paper.year, paper.month, paper.day)
  return { year: passed ? base + 1 : base, inferred: true }
}

/** The phrases of a time limit, the dates they give, and where each character read stands in the text. */
export function readPhrases(text: string, context: TimeLimitContext): { readonly phrases: readonly Phrase[]; readonly dates: readonly Dated[]; readonly places: readonly number[] } {
  const places = [...text.matchAll(/\S/gu)].flatMap((match) => Array.from(match[0], (_, index) => match.index + index))
  // 24年6月 is a year of this century; longer by two characters, which stand where the year begins.
  let compact = text.replace(/\s/gu, '').replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'))
  for (let match = twoDigitYear.exec(compact); match; match = twoDigitYear.exec(compact)) {
    compact = `${compact.slice(0, match.index)}20${compact.slice(match.index)}`
    places.splice(match.index, 0, places[match.index]!, places[match.index]!)
  }
  const phrases = findAll(compact, true)
  return { phrases, dates: resolveDates(phrases, context), places }
}

const twoDigitYear = /(?<!\d)[23]\d年(?=\d{1,2}月)/u

/** Reads the words of a time limit. Words that say nothing about time give no kinds and no date. */
export function parseTimeLimit(text: string, context: TimeLimitContext = {}): TimeLimit {
  const { phrases: found, dates } = readPhrases(text, context)
  const last = dates.reduce<Dated | undefined>((latest, next) => (latest === undefined || next.due >= latest.due ? next : latest), undefined)
  const kinds = timeLimitKinds.filter((kind) => found.some((phrase) => phrase.kind === kind && !phrase.begins))
  const term = found.find((phrase) => phrase.within !== undefined)?.within
  return {
    text,
    kinds,
    due: last?.due ?? null,
    ongoing: kinds.includes('longTerm') || kinds.includes('periodic'),
    yearInferred: last?.inferred ?? false,
    ...(term === undefined ? {} : { within: term }),
  }
}

const filler = /(?:完成|整改|到位|落实|销号|办结|解决|全部|基本|取得(?:明显|阶段性|实质性)?(?:成效|进展)|阶段性|任务|工作|确保|力争|争取|开展|一次|不少于|至少|及时|启动|推进|实施|见效|见底|清零|建立|长效|机制|前|内|底|末|起|至|到|并|且|于|在|为|—|－|-|~|～|[、，。；：:,.;（）()【】\[\]\s])/gu

/** Whether the text says nothing but a time limit: “立行立改，长期坚持。” but not a measure that names a date. */
export function isTimeLimitOnly(text: string): boolean {
  const compact = text.replace(/\s/gu, '')
  const found = findAll(compact)
  if (found.length === 0 || found.every((phrase) => phrase.kind === 'event')) return false
  let rest = ''
  let offset = 0
  for (const phrase of found) {
    rest += compact.slice(offset, phrase.start)
    offset = Math.max(offset, phrase.end)
  }
  return (rest + compact.slice(offset)).replace(filler, '') === ''
}
