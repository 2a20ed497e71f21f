/** Dates as they stand in the cells of a ledger: written on paper, typed by hand, counted by a spreadsheet. No clock, no time zone. */
import { isoDate, parseIsoDate } from '../time-limit/calendar.ts'

/** 2024-06-30 → 2024年6月30日 (GB/T 9704-2012 §7.3.5.4: no leading zeros). The text itself where it is no date. */
export function writtenDate(iso: string): string {
  const date = parseIsoDate(iso)
  return date === undefined ? iso : `${date.year}年${date.month}月${date.day}日`
}

const forms: readonly RegExp[] = [
  /^(\d{4})\s*[-/.、]\s*(\d{1,2})\s*[-/.、]\s*(\d{1,2})$/u,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
]

/** A time behind the date says nothing here: a spreadsheet adds it by itself. */
const time = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/u

/**
 * 2024-6-30, 2024/6/30, 2024.6.30, 2024年6月30日, 20240630, in full width too → 2024-06-30.
 * @returns undefined where the text is anything else, be it a month without a day.
 */
export function readWrittenDate(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().replace(time, '')
  for (const form of forms) {
    const match = form.exec(plain)
    if (match === null) continue
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
    const iso = isoDate(year, month, day)
    if (year >= 1900 && year <= 2199 && parseIsoDate(iso) !== undefined) return iso
  }
  return undefined
}

const dayLength = 86_400_000
/** Day 0 of the count that begins with 1900: two days early, because it counts a 29 February 1900 that never was. */
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)

/** A spreadsheet's serial number of a date. @param iso a real date after February 1900. */
export function dateSerial(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - epoch1900) / dayLength)
}

/** @returns undefined beyond the years 1900 to 2199: such a number is none of a date. */
export function dateOfSerial(serial: number, from1904 = false): string | undefined {
  const date = new Date((from1904 ? epoch1904 : epoch1900) + Math.floor(serial) * dayLength)
  const year = date.getUTCFullYear()
  if (!(year >= 1900 && year <= 2199) || serial < 1) return undefined
  return isoDate(year, date.getUTCMonth() + 1, date.getUTCDate())
}
