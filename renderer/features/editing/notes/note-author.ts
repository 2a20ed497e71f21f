/** Who writes notes on this machine, and the time they are written at. */
import type { UnitProfile } from '../../../../shared/settings/unit-profile.ts'
import { notesText } from '../../../text/notes.ts'

const key = 'zhenggao-note-author'

export const lastAuthor = (): string => localStorage.getItem(key) ?? ''
export const keepAuthor = (name: string): void => localStorage.setItem(key, name)

/** Names of the unit's profile, leaders first, each once. */
export function authorNames({ leaders, people }: UnitProfile): string[] {
  return [...new Set([...leaders, ...people].map((one) => one.name).filter((name) => name !== ''))]
}

const two = (value: number) => String(value).padStart(2, '0')

/** With the clock's own zone: read anywhere, its figures are those the writer saw (2024-06-30T09:05:00+08:00). */
export function clockNow(now: Date = new Date()): string {
  const ahead = -now.getTimezoneOffset()
  const zone = `${ahead < 0 ? '-' : '+'}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}${zone}`
}

/** As near as the reader needs it, by the figures the writer saw. */
export function shownTime(date: string | undefined, now: Date = new Date()): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(date ?? '')
  if (!match) return ''
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year === now.getFullYear() ? notesText.time(month, day, match[4] ?? '').trimEnd() : notesText.date(year, month, day)
}
