/** What is due when: what is overdue, then week by week or month by month. */
import { isoDate, monthEnd, parseIsoDate } from '../time-limit/calendar.ts'
import type { ListedRow } from './build-ledger-table.ts'
import { daysLeft } from './time-left.ts'
import { shiftDay } from './typed-date.ts'

export type DuePeriod = 'week' | 'month'

export interface DueSection {
  /** `overdue`: before today; `period`: from first to last day; `undated`: still open without a date. */
  readonly kind: 'overdue' | 'period' | 'undated'
  /** ISO dates of a period. */
  readonly from: string
  readonly to: string
  readonly rows: readonly ListedRow[]
}

export interface DueList {
  readonly sections: readonly DueSection[]
  /** Done, closed and long-term: nothing is due of them any more. */
  readonly settled: number
}

/** Monday of the week. */
export function weekStart(iso: string): string {
  const date = parseIsoDate(iso)!
  const day = new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay()
  return shiftDay(iso, -((day + 6) % 7))
}

function periodOf(iso: string, by: DuePeriod): { from: string; to: string } {
  if (by === 'week') {
    const from = weekStart(iso)
    return { from, to: shiftDay(from, 6) }
  }
  const { year, month } = parseIsoDate(iso)!
  return { from: isoDate(year, month, 1), to: monthEnd(year, month) }
}

const settledStates: readonly string[] = ['done', 'closed', 'long-term']

export function listDue(rows: readonly ListedRow[], today: string, by: DuePeriod): DueList {
  const open = rows.filter((row) => !settledStates.includes(row.state))
  const dated = open.filter((row) => daysLeft(row, today) !== undefined).sort((a, b) => (a.due! === b.due! ? a.number - b.number : a.due! < b.due! ? -1 : 1))
  const overdue = dated.filter((row) => row.due! < today)
  const periods = Map.groupBy(dated.filter((row) => row.due! >= today), (row) => periodOf(row.due!, by).from)
  const undated = open.filter((row) => daysLeft(row, today) === undefined)
  return {
    sections: [
      ...(overdue.length > 0 ? [{ kind: 'overdue' as const, from: '', to: '', rows: overdue }] : []),
      ...[...periods].map(([, own]) => ({ kind: 'period' as const, ...periodOf(own[0]!.due!, by), rows: own })),
      ...(undated.length > 0 ? [{ kind: 'undated' as const, from: '', to: '', rows: undated }] : []),
    ],
    settled: rows.length - open.length,
  }
}

/** How many items are due on each day. */
export function countDue(rows: readonly ListedRow[], today: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) if (daysLeft(row, today) !== undefined) counts.set(row.due!, (counts.get(row.due!) ?? 0) + 1)
  return counts
}

/** The days of a month's calendar in whole weeks from Monday. @param month 2024-06 */
export function calendarDays(month: string): readonly string[] {
  const { year, month: number } = parseIsoDate(`${month}-01`)!
  const [first, last] = [weekStart(isoDate(year, number, 1)), monthEnd(year, number)]
  const days: string[] = []
  for (let day = first; day <= last || days.length % 7 !== 0; day = shiftDay(day, 1)) days.push(day)
  return days
}
