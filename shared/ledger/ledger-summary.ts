/** Counts of a ledger that add up: N = done + under way + long-term. */
import type { ItemState } from './ledger-fields.ts'
import type { LedgerRow } from './ledger-rows.ts'
import { daysLeft, limitColour, type ColourDays, type LimitColour } from './time-left.ts'

export interface LedgerSummary {
  readonly total: number
  readonly byState: Readonly<Record<ItemState, number>>
  /** 已完成待核 and 已销号. */
  readonly done: number
  /** 未启动 and 推进中. */
  readonly underWay: number
  readonly longTerm: number
  /** By time left; what is done, closed, long-term or without a date has none. */
  readonly byColour: Readonly<Record<LimitColour, number>>
}

export function summarise(rows: readonly Pick<LedgerRow, 'state' | 'due'>[], today: string, days?: ColourDays): LedgerSummary {
  const byState: Record<ItemState, number> = { 'not-started': 0, 'under-way': 0, done: 0, closed: 0, 'long-term': 0 }
  const byColour: Record<LimitColour, number> = { none: 0, green: 0, yellow: 0, red: 0 }
  for (const row of rows) {
    byState[row.state] += 1
    byColour[limitColour(daysLeft(row, today), days)] += 1
  }
  return {
    total: rows.length, byState, byColour, done: byState.done + byState.closed, underWay: byState['not-started'] + byState['under-way'], longTerm: byState['long-term'],
  }
}

/** Part of the whole in per cent with two places as published reports give it, trailing zeros dropped: 19 of 25 → “76%”. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '0%' : `${Number(((part / whole) * 100).toFixed(2))}%`
}

/** One sentence whose numbers add up; kinds with nothing in them are not named. */
export function summaryText({ total, byState, done, underWay, longTerm }: LedgerSummary): string {
  if (total === 0) return ''
  const inner = (parts: readonly (readonly [string, number])[]) => {
    const filled = parts.filter(([, count]) => count > 0)
    return filled.length < 2 ? (filled.length === 1 && filled[0]![0] !== '' ? `（${filled[0]![0]}）` : '') : `（${filled.map(([name, count]) => `${name}${count}项`).join('、')}）`
  }
  const parts = [
    ...(done > 0 ? [`已完成${done}项${inner([['已销号', byState.closed], ['待核', byState.done]])}`] : []),
    ...(underWay > 0 ? [`正在整改${underWay}项${byState['not-started'] > 0 ? inner([['推进中', byState['under-way']], ['未启动', byState['not-started']]]) : ''}`] : []),
    ...(longTerm > 0 ? [`长期坚持${longTerm}项`] : []),
  ]
  return `共${total}项，其中${parts.join('，')}；完成率${percent(done, total)}。`
}
