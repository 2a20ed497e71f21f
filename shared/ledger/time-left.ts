/** Days to the end of an item's limit and the colour they give (product.md, screen 3; the days are settings). */
import { parseIsoDate } from '../time-limit/calendar.ts'
import type { LedgerRow } from './ledger-rows.ts'

/** Whole days, at most: no colour above `green`, green down to above `yellow`, yellow down to 0, red below. */
export interface ColourDays {
  readonly green: number
  readonly yellow: number
}
export const defaultColourDays: ColourDays = { green: 20, yellow: 10 }

export type LimitColour = 'none' | 'green' | 'yellow' | 'red'

const dayNumber = (iso: string): number | undefined => {
  const date = parseIsoDate(iso)
  return date ? Date.UTC(date.year, date.month - 1, date.day) / 86_400_000 : undefined
}

/** Days from one ISO date to another; the day itself is 0. Undefined where one is no date. */
export function daysBetween(from: string, to: string): number | undefined {
  const [a, b] = [dayNumber(from), dayNumber(to)]
  return a === undefined || b === undefined ? undefined : b - a
}

/** Days left, negative when overdue; undefined where nothing is due: no date, done, closed, long-term. */
export function daysLeft(row: Pick<LedgerRow, 'due' | 'state'>, today: string): number | undefined {
  if (row.due === null || row.state === 'done' || row.state === 'closed' || row.state === 'long-term') return undefined
  return daysBetween(today, row.due)
}

export function limitColour(days: number | undefined, settings: ColourDays = defaultColourDays): LimitColour {
  if (days === undefined || days > settings.green) return 'none'
  if (days < 0) return 'red'
  return days > settings.yellow ? 'green' : 'yellow'
}
