/** A month of days in weeks from Monday. Its buttons leave the focus where it is: a cell is being written. */
import { calendarDays } from '../../../shared/ledger/due-list.ts'
import { shiftDay } from '../../../shared/ledger/typed-date.ts'
import { ledgerText } from '../../text/ledger.ts'

const text = ledgerText.due

interface MonthCalendarProps {
  /** 2024-06 */
  readonly month: string
  readonly today: string
  readonly value: string | undefined
  readonly counts?: ReadonlyMap<string, number>
  readonly onMonth: (month: string) => void
  readonly onPick: (iso: string) => void
}

export function MonthCalendar({ month, today, value, counts, onMonth, onPick }: MonthCalendarProps) {
  const step = (iso: string) => onMonth(iso.slice(0, 7))
  return (
    <div className="month-calendar" role="group" aria-label={text.monthTitle(month)} onMouseDown={(event) => event.preventDefault()}>
      <div className="month-head">
        <button type="button" tabIndex={-1} aria-label={text.previous} title={text.previous} onClick={() => step(shiftDay(`${month}-01`, -1))}>‹</button>
        <b>{text.monthTitle(month)}</b>
        <button type="button" tabIndex={-1} aria-label={text.next} title={text.next} onClick={() => step(shiftDay(`${month}-28`, 5))}>›</button>
        <button type="button" tabIndex={-1} onClick={() => { step(today); if (!counts) onPick(today) }}>{text.today}</button>
      </div>
      <div className="month-days">
        {text.weekDays.map((name) => <span key={name} className="week-day">{name}</span>)}
        {calendarDays(month).map((iso) => {
          const count = counts?.get(iso) ?? 0
          return (
            <button
              key={iso} type="button" tabIndex={-1} data-other={iso.slice(0, 7) !== month || undefined} data-today={iso === today || undefined} aria-pressed={iso === value}
              data-overdue={(count > 0 && iso < today) || undefined} title={count > 0 ? text.count(count) : undefined} disabled={counts !== undefined && count === 0} onClick={() => onPick(iso)}
            >
              {Number(iso.slice(8))}{count > 0 && <small>{count}</small>}
            </button>
          )
        })}
      </div>
    </div>
  )
}
