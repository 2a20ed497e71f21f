/** Dates: the year apart from month and day, so that years keep their relation and one day has one key. */
import { fromPattern, gap, type Candidate, type Finder, type Learned, type ReadText } from './finding.ts'

const chineseDigits = '〇零○一二三四五六七八九'

function yearNumber(text: string): number | undefined {
  const digits = [...text].map((sign) => ('〇零○'.includes(sign) ? '0' : '一二三四五六七八九'.includes(sign) ? String('一二三四五六七八九'.indexOf(sign) + 1) : sign)).join('')
  return /^\d{4}$/u.test(digits) ? Number(digits) : undefined
}

function yearBase(text: string, unit: '年份' | '年度', { baseYear }: Learned): string {
  const year = yearNumber(text)
  if (year === undefined || baseYear === undefined || year === baseYear) return unit
  return year === baseYear - 1 ? `上一${unit}` : year === baseYear + 1 ? `下一${unit}` : `其他${unit}`
}

const year = new RegExp(`(?<![\\d.])(?:(?:19|20)\\d{2}|二[${chineseDigits}]{3}|20[XxＸ×*]{2})年(?!来)`, 'gu')
const yearAlone = /(?<![\d.])(?:19|20)\d{2}(?=\s*[-—－–~～至到]{1,2}\s*(?:(?:19|20)\d{2}|\uFFFC)年?)/gu
const figures = /(?<!\d)(?:19|20)\d{2}([-./])\d{1,2}\1\d{1,2}(?!\d)/gu

const findYears: Finder = ({ text }, learned) => [
  ...[...text.matchAll(year)].map(({ 0: word, index }): Candidate => {
    // “2023年度” has [年度]度 in no template: the year's figures alone stand for it there, as in the shipped templates.
    const annual = text[index + word.length] === '度'
    const to = index + word.length - (annual ? 1 : 0)
    return { from: index, to, kind: 'date', base: yearBase(word.slice(0, -1), annual ? '年度' : '年份', learned), reason: '年份', sure: true }
  }),
  ...fromPattern(text, yearAlone, ([word]) => ({ kind: 'date', base: yearBase(word, '年度', learned), reason: '年份', sure: true })),
  ...fromPattern(text, figures, () => ({ kind: 'date', base: '日期', reason: '日期', sure: true })),
]

const masked = '[XxＸ×]{1,2}'
const number = `(?:\\d{1,2}|${masked}|[一二三四五六七八九十]{1,3})`
const monthDay = new RegExp(`(?<![\\d第每个.])${number}月(?!革命|饼|球|季|光|经|薪|嫂|子)(?:${number}[日号]|底|初|末|[上中下]旬)?`, 'gu')
const dayAfter = new RegExp(`(?<=月${number}日[至到、和—－-]{1,2})${number}日|(?<=\\uFFFC[至到—－-]{1,2})${number}日`, 'gu')

/** What a day is for, from the words around it in its sentence. */
function dayBase({ text, role, label }: ReadText, from: number, to: number): { readonly base: string; readonly reason: string } {
  const before = text.slice(0, from).split(/[。；\n]/u).at(-1)!
  const after = text.slice(to).split(/[。；\n]/u)[0]!
  const clause = after.split('，')[0]!
  if (role === 'date') return { base: '成文日期', reason: '成文日期' }
  if (/(?:已于|已在)[\d年\uFFFC]*$/u.test(before)) return { base: '日期', reason: '日期' }
  if (role === 'timeLimit' || /时限|期限/u.test(label) || /^(?:底)?(?:之前|以前|前|完成)/u.test(after)) return { base: '整改时限', reason: '整改时限' }
  const inspection = /巡[察视]/u.test(before + after)
  if (/^\s*(?:至|到|—|－|-|~)/u.test(after) && /\d|月|日|\uFFFC|[X×]/u.test(clause.slice(1, 12))) return { base: inspection ? '巡察开始日期' : '开始日期', reason: inspection ? '巡察进驻的日期' : '起始日期' }
  if (/(?:至|到|—|－|~)\s*\uFFFC?$/u.test(before)) return { base: inspection ? '巡察结束日期' : '结束日期', reason: inspection ? '巡察结束的日期' : '截止日期' }
  if (/反馈/u.test(after.slice(0, 24))) return { base: '反馈日期', reason: '巡察反馈的日期' }
  if (/召开|会议|民主生活会|参加|会上/u.test(after.slice(0, 30))) return { base: '会议日期', reason: '会议日期' }
  return /月$/u.test(text.slice(from, to)) ? { base: '月份', reason: '月份' } : { base: '日期', reason: '日期' }
}

const findDays: Finder = (read) => [...read.text.matchAll(monthDay), ...read.text.matchAll(dayAfter)].map(({ 0: word, index }): Candidate =>
  ({ from: index, to: index + word.length, kind: 'date', sure: true, ...dayBase(read, index, index + word.length) }))

/** The date below the paper is one value, year and all. */
const wholeDate: Finder = ({ text, role }) => {
  const trimmed = text.trim()
  if (role !== 'date' || trimmed === '' || trimmed.includes(gap) || !/[年月日]|\d{4}/u.test(trimmed)) return []
  const from = text.indexOf(trimmed)
  return [{ from, to: from + trimmed.length, kind: 'date', base: '成文日期', reason: '成文日期', sure: true }]
}

export const findDates: Finder = (read, learned) => [...wholeDate(read, learned), ...findYears(read, learned), ...findDays(read, learned)]
