import { zh } from '../../text/zh.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** 10:32:05 */
export function clockTime(iso: string): string {
  const date = new Date(iso)
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

/**
 * 今天 10:32, 昨天 17:05, 3月2日, 2023年3月2日: as near as the reader needs it.
 * @param exact time of day to tell with every date, where it matters on all days.
 */
export function nearTime(iso: string, exact?: string, now: Date = new Date()): string {
  const date = new Date(iso)
  const clock = exact ?? `${two(date.getHours())}:${two(date.getMinutes())}`
  const later = exact === undefined ? '' : ` ${exact}`
  const day = (value: Date) => new Date(value.getFullYear(), value.getMonth(), value.getDate()).getTime()
  const days = Math.round((day(now) - day(date)) / 86_400_000)
  if (days === 0) return zh.time.today(clock)
  if (days === 1) return zh.time.yesterday(clock)
  if (date.getFullYear() === now.getFullYear()) return zh.time.day(date.getMonth() + 1, date.getDate()) + later
  return zh.time.date(date.getFullYear(), date.getMonth() + 1, date.getDate()) + later
}

/** 1,234 */
export function grouped(count: number): string {
  return count.toLocaleString('en-US')
}
