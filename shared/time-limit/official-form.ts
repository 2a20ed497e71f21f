import { parseIsoDate } from './calendar.ts'
import { readPhrases, type TimeLimitContext } from './parse-time-limit.ts'

export interface OfficialForm {
  /** What is offered to be written: 2024年6月30日前. */
  readonly words: string
  /** The whole text with it in the place of what was jotted down. */
  readonly text: string
}

/**
 * The official form of a date jotted down (2024.6.30, 6-30, 下月底): 2024年6月30日前. Undefined where the text has no such
 * date, more than one date, or not enough to tell the day.
 */
export function officialForm(text: string, context: TimeLimitContext): OfficialForm | undefined {
  const { phrases, dates, places } = readPhrases(text, context)
  const dated = phrases.filter((phrase) => phrase.month !== undefined || phrase.monthOffset !== undefined || phrase.within !== undefined)
  const [phrase] = dated
  const date = parseIsoDate(dates[0]?.due)
  if (dated.length !== 1 || !phrase?.short || phrase.begins || date === undefined) return undefined
  const { year, month, day } = date
  const words = phrase.kind === 'byDay' || (phrase.day !== undefined && phrase.day !== 20 && phrase.day !== 10) ? `${year}年${month}月${day}日前`
    : phrase.day === undefined ? `${year}年${month}月底前` : `${year}年${month}月${phrase.day === 10 ? '上旬' : '中旬'}前`
  const from = places[phrase.start] ?? text.length
  const to = (places[phrase.end - 1] ?? text.length - 1) + 1
  // Part of a range or a number: the rest of it would be left hanging.
  if (/[-—~～至到\/.．\d]\s*$/u.test(text.slice(0, from)) || /^\s*[-—~～至到\/.．\d]/u.test(text.slice(to))) return undefined
  return { words, text: text.slice(0, from) + words + text.slice(to) }
}
