/** A date as it is typed into a cell. */
import { daysBetween } from './time-left.ts'
import { readWrittenDate } from './written-dates.ts'
import { isoDate, parseIsoDate } from '../time-limit/calendar.ts'

const monthAndDay = /^(\d{1,2})\s*(?:[-/.、]|月)\s*(\d{1,2})\s*[日号]?$/u

/**
 * 2024-6-30, 20240630, 2024年6月30日; 6.30 and 6月30日 are of this year, or of the last where that would be more than a
 * month ahead: what is told of an item has happened. 今天 and 昨天 too.
 * @param today ISO. @returns ISO, undefined where the text is no date.
 */
export function readTypedDate(text: string, today: string): string | undefined {
  const typed = text.normalize('NFKC').trim()
  if (/^今[天日]$/u.test(typed)) return today
  if (/^昨[天日]$/u.test(typed)) return shiftDay(today, -1)
  const whole = readWrittenDate(typed)
  if (whole !== undefined) return whole
  const match = monthAndDay.exec(typed)
  const year = parseIsoDate(today)?.year
  if (!match || year === undefined) return undefined
  const of = (which: number) => {
    const iso = isoDate(which, Number(match[1]), Number(match[2]))
    return parseIsoDate(iso) ? iso : undefined
  }
  const thisYear = of(year)
  return thisYear === undefined || (daysBetween(today, thisYear) ?? 0) > 31 ? of(year - 1) : thisYear
}

/** The day so many days later. @param iso a real date. */
export function shiftDay(iso: string, days: number): string {
  const date = parseIsoDate(iso)!
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day + days))
  return isoDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate())
}
