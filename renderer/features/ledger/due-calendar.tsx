/** 到期清单: what is overdue, then what is due week by week or month by month, beside a calendar with the days counted. */
import { useMemo, useRef, useState } from 'react'
import { Segmented } from 'antd'
import { useVirtualizer } from '@tanstack/react-virtual'
import { rowName, type ListedRow } from '../../../shared/ledger/build-ledger-table.ts'
import { leadSentence } from '../../../shared/document/outline.ts'
import { countDue, listDue, weekStart, type DuePeriod, type DueSection } from '../../../shared/ledger/due-list.ts'
import { itemStateNames } from '../../../shared/ledger/ledger-fields.ts'
import type { ColourDays } from '../../../shared/ledger/time-left.ts'
import { shiftDay } from '../../../shared/ledger/typed-date.ts'
import { ledgerText } from '../../text/ledger.ts'
import { leftOf } from './grid/cell-content.tsx'
import { MonthCalendar } from './month-calendar.tsx'

const text = ledgerText.due

interface DueCalendarProps {
  /** As filtered. */
  readonly rows: readonly ListedRow[]
  readonly today: string
  readonly days: ColourDays
  readonly several: boolean
  readonly onGo: (name: string) => void
}

function sectionTitle({ kind, from, to }: DueSection, by: DuePeriod, today: string): string {
  if (kind !== 'period') return text[kind]
  if (by === 'month') return from.slice(0, 7) === today.slice(0, 7) ? `${text.thisMonth}　${text.monthTitle(from)}` : text.monthTitle(from)
  const week = weekStart(today)
  return from === week ? `${text.thisWeek}　${text.range(from, to)}` : from === shiftDay(week, 7) ? `${text.nextWeek}　${text.range(from, to)}` : `${from.slice(0, 4) === today.slice(0, 4) ? '' : `${from.slice(0, 4)}-`}${text.range(from, to)}`
}

type Line = { readonly kind: 'head'; readonly title: string; readonly count: number; readonly overdue: boolean } | { readonly kind: 'row'; readonly row: ListedRow; readonly date: string }

export function DueCalendar({ rows, today, days, several, onGo }: DueCalendarProps) {
  const [by, setBy] = useState<DuePeriod>('month')
  const [day, setDay] = useState<string>()
  const counts = useMemo(() => countDue(rows, today), [rows, today])
  const [month, setMonth] = useState(() => today.slice(0, 7))
  const list = useMemo(() => listDue(day === undefined ? rows : rows.filter((row) => row.due === day), today, by), [rows, today, by, day])
  const lines = useMemo(() => list.sections.flatMap((section): Line[] => [
    { kind: 'head', title: sectionTitle(section, by, today), count: section.rows.length, overdue: section.kind === 'overdue' },
    // A day is told once, where it begins.
    ...section.rows.map((row, index): Line => ({ kind: 'row', row, date: row.due === section.rows[index - 1]?.due ? '' : row.due ?? '' })),
  ]), [list, by, today])
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: (index) => (lines[index]!.kind === 'head' ? 40 : 48), measureElement: (element) => (element as HTMLElement).offsetHeight, overscan: 8, useFlushSync: false })
  const items = virtual.getVirtualItems()
  return (
    <div className="due-calendar">
      <aside>
        <MonthCalendar month={month} today={today} value={day} counts={counts} onMonth={setMonth} onPick={(iso) => setDay(iso === day ? undefined : iso)} />
        {day === undefined ? <p className="quiet">{text.daysOff(counts.size)}</p> : <p><button type="button" className="text-link" onClick={() => setDay(undefined)}>{text.allDays}</button></p>}
        <Segmented<DuePeriod> value={by} onChange={setBy} options={[{ value: 'month', label: text.byMonth }, { value: 'week', label: text.byWeek }]} />
        {list.settled > 0 && <p className="quiet">{text.settled(list.settled)}</p>}
      </aside>
      <div className="due-scroller" ref={scroller}>
        {lines.length === 0 && <p className="center quiet">{text.nothing}</p>}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          <div style={{ position: 'absolute', inset: '0 0 auto', transform: `translateY(${items[0]?.start ?? 0}px)` }}>
            {items.map(({ index, key }) => {
              const line = lines[index]!
              if (line.kind === 'head') return <h3 key={key} ref={virtual.measureElement} data-index={index} className="due-head" data-overdue={line.overdue || undefined}>{line.title}<small>{ledgerText.groupCount(line.count)}</small></h3>
              const { row } = line
              const left = leftOf(row, today, days)
              const problem = row.values.problem ?? row.values.measure ?? ''
              const who = [row.values.leader, row.values.person, row.values.office].filter((one) => one !== undefined).join('　').replaceAll('\n', '、')
              return (
                <button key={key} type="button" className="due-row" ref={virtual.measureElement} data-index={index} onClick={() => onGo(rowName(row))}>
                  <span className="due-date">{line.date === '' ? '' : line.date.slice(0, 4) === today.slice(0, 4) ? ledgerText.day(line.date) : ledgerText.fullDay(line.date)}</span>
                  <span className="days" data-colour={left.colour}>{left.text}</span>
                  <span className="due-what"><b>{row.number}. {leadSentence(problem) ?? problem}</b><small>{[...(several ? [row.source] : []), who === '' ? ledgerText.missing.responsible : who].join('　·　')}</small></span>
                  <span className="state" data-state={row.state}>{itemStateNames[row.state]}</span>
                </button>
              )
            })}
          </div>
        </div>
      </div>
    </div>
  )
}
