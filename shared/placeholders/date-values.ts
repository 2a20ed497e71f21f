/** Dates as values of placeholders: in the paper's own form, and without the year where the paper has it before. */
import type { Draft } from '../document/draft.ts'
import { baseKey } from './catalogue.ts'
import { textsOf } from './placeholder-places.ts'

/** Keys a day is filled in for: 会议日期, 巡察开始日期, one's own 公示日期. */
export function isDateKey(key: string): boolean {
  return /(?:日期|时间|时限)$/u.test(baseKey(key))
}

/** Whether the paper has the year before the key (“2023年[反馈日期]”, “[年份][日期]”), so that month and day are all it wants. */
export function followsYear(draft: Draft, key: string): boolean {
  return textsOf(draft).some(({ text, open }) => open.some((range) => range.key === key && /(?:\d{4}年|年份\d*\])$/u.test(text.slice(0, range.from))))
}

/** 2023年10月20日, or 10月20日. */
export function officialDate(day: { readonly year: number; readonly month: number; readonly day: number }, afterYear: boolean): string {
  return `${afterYear ? '' : `${day.year}年`}${day.month}月${day.day}日`
}

/** A date jotted down (2023-10-20, 2023.10.20, 2023/10/20, 20231020); undefined for anything else, null for a day there is not. */
export function jottedDate(text: string): { readonly year: number; readonly month: number; readonly day: number } | null | undefined {
  const match = /^\s*(\d{4})(?:[-./](\d{1,2})[-./](\d{1,2})|(\d{2})(\d{2}))\s*$/u.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null
}
