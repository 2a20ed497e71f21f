/**
 * Dates as they are jotted down: 6-30, 20240630, 24.6.30, 下月10日. Read only where somebody states a time limit, never in
 * running text, and only where they can mean nothing else: “6-5” may be a range and “1.2” a number, “6-30” neither.
 */
import { daysInMonth } from './calendar.ts'
import type { PhraseReader } from './parse-time-limit.ts'

const before = '(?:以前|之前|前)'
/** Nothing that would make it part of a longer number or a range. */
const alone = '(?<![\\d.\\-/．第—~～至到])'
/** 前, or what ends a date or goes on from one: not 6.30元, not 6-30条. */
const end = `(?:(${before})|(?=$|[，。；,;）)]|完成|办结|到位|整改|销号|解决))`
const numeral = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'

/** The day is none the month has: no date. 2000 has a 29 February. */
const isDay = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2000, month)

const century = (year: string) => 2000 + Number(year)

/** @param readNumber Arabic or Chinese. */
export function shortForms(readNumber: (text: string | undefined) => number | undefined): readonly (readonly [RegExp, PhraseReader])[] {
  const dayOf = (year: number | undefined, month: number, day: number): ReturnType<PhraseReader> =>
    isDay(month, day) ? { kind: 'byDay', month, day, short: true, ...(year === undefined ? {} : { year }) } : undefined
  return [
    // 20240630
    [new RegExp(`(?<!\\d)(20[2-4]\\d)(\\d{2})(\\d{2})日?${end}`, 'gu'), (m) => dayOf(Number(m[1]), Number(m[2]), Number(m[3]))],
    // 24.6.30: a year only where neither the month nor the day before could be meant
    [new RegExp(`${alone}([23]\\d)[.\\-/．](\\d{1,2})[.\\-/．](\\d{1,2})日?${end}`, 'gu'), (m) => dayOf(century(m[1]!), Number(m[2]), Number(m[3]))],
    // 6-30前, and 6-30 where no month or count could be 30
    [new RegExp(`${alone}(\\d{1,2})[.\\-/．](\\d{1,2})${end}`, 'gu'), (m) => (m[3] === undefined && Number(m[2]) < 13 ? undefined : dayOf(undefined, Number(m[1]), Number(m[2])))],
    // 下月10日前, 本月中旬
    [new RegExp(`(本|当|下个?)月份?(${numeral})[日号]${before}?`, 'gu'), (m) => {
      const day = readNumber(m[2])
      return day === undefined || day > 31 ? undefined : { kind: 'byDay', monthOffset: m[1]!.startsWith('下') ? 1 : 0, day, short: true }
    }],
    [new RegExp(`(本|当|下个?)月份?(上旬|中旬|下旬)${before}?`, 'gu'), (m) => {
      const day = { 上旬: 10, 中旬: 20 }[m[2]!]
      return { kind: 'monthEnd', monthOffset: m[1]!.startsWith('下') ? 1 : 0, short: true, ...(day === undefined ? {} : { day }) }
    }],
    // 三个月, alone: nothing else can be meant where a limit is asked for
    [/^(半|\d{1,3}|[一二两三四五六七八九十]{1,3})(个工作日|工作日|个月|个季度|个星期|[天周年])(?=[。，；]?$)/gu, (m) => {
      const unit = ({ 工作日: 'workday', 月: 'month', 季度: 'quarter', 星期: 'week', 天: 'day', 周: 'week', 年: 'year' } as const)[m[2]!.replace(/^个/u, '')]
      const count = readNumber(m[1] === '半' ? '6' : m[1])
      if (unit === undefined || count === undefined || (m[1] === '半' && unit !== 'year')) return undefined
      return { kind: 'within', within: { count, unit: m[1] === '半' ? 'month' : unit, event: '' } }
    }],
  ]
}
