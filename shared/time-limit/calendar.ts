/** Calendar arithmetic on plain numbers; dates are ISO strings (2023-11-30). No clock, no time zone. */

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function monthEnd(year: number, month: number): string {
  return isoDate(year, month, daysInMonth(year, month))
}

export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Undefined where the text is no real date. */
export function parseIsoDate(text: string | undefined): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '')
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined
}

const digitValues: Record<string, string> = {
  '〇': '0', '○': '0', '零': '0', 'Ｏ': '0', '一': '1', '二': '2', '三': '3', '四': '4', '五': '5', '六': '6', '七': '7', '八': '8', '九': '9',
}

/** 二〇二三, ２０２３ or 2023 → 2023; undefined where the four characters are no year. */
export function readYear(text: string): number | undefined {
  const ascii = [...text].map((character) => digitValues[character] ?? character.normalize('NFKC')).join('')
  return /^[12]\d{3}$/.test(ascii) ? Number(ascii) : undefined
}
