/** What stands below a cell that is being written: what its words mean, what may be chosen, what is wrong. */
import { useEffect, useRef, useState } from 'react'
import { itemStateNames, itemStates, type ItemState, type LedgerField } from '../../../../shared/ledger/ledger-fields.ts'
import { readState } from '../../../../shared/ledger/item-states.ts'
import { readTypedDate } from '../../../../shared/ledger/typed-date.ts'
import { paperTimeContext } from '../../../../shared/time-limit/paper-context.ts'
import { parseTimeLimit, type TimeLimitContext } from '../../../../shared/time-limit/parse-time-limit.ts'
import { call } from '../../../client/client.ts'
import { describeLimit } from '../../../editor/extensions/time-limit/describe-limit.ts'
import { ledgerText } from '../../../text/ledger.ts'
import { zh } from '../../../text/zh.ts'
import { MonthCalendar } from '../month-calendar.tsx'

interface StateChoicesProps {
  readonly text: string
  readonly current: ItemState
  readonly onPick: (state: ItemState) => void
}

/** The state the menu stands on: what is typed, else what the item is in. */
export function highlightedState(text: string, current: ItemState): ItemState {
  return readState(text) ?? current
}

export function StateChoices({ text, current, onPick }: StateChoicesProps) {
  const highlighted = highlightedState(text, current)
  return (
    <div className="state-choices" role="listbox">
      {itemStates.map((state, index) => (
        <button key={state} type="button" tabIndex={-1} role="option" aria-selected={state === highlighted} onMouseDown={(event) => event.preventDefault()} onClick={() => onPick(state)}>
          <kbd>{index + 1}</kbd><span className="state" data-state={state}>{itemStateNames[state]}</span>
        </button>
      ))}
    </div>
  )
}

export function DateChoices({ text, today, onPick }: { readonly text: string; readonly today: string; readonly onPick: (iso: string) => void }) {
  const date = readTypedDate(text, today)
  const [month, setMonth] = useState((date ?? today).slice(0, 7))
  useEffect(() => { if (date !== undefined) setMonth(date.slice(0, 7)) }, [date])
  return (
    <>
      <p className="aside-line">{date === undefined ? ledgerText.dateHint : ledgerText.dateUnderstood(date)}</p>
      <MonthCalendar month={month} today={today} value={date} onMonth={setMonth} onPick={onPick} />
    </>
  )
}

/** What a paper says of its own time changes seldom; it is read once for each of its states. */
const contexts = new Map<string, Promise<TimeLimitContext>>()

function contextOf(draftId: string, revision: number): Promise<TimeLimitContext> {
  const name = `${draftId} ${revision}`
  const known = contexts.get(name)
  if (known) return known
  if (contexts.size > 50) contexts.clear()
  const read = call('drafts.open', { draftId }).then((opened): TimeLimitContext => {
    if (opened.ok) return paperTimeContext(opened.value.draft)
    contexts.delete(name)
    return {}
  })
  contexts.set(name, read)
  return read
}

export function LimitMeaning({ text, draftId, revision }: { readonly text: string; readonly draftId: string; readonly revision: number }) {
  const [context, setContext] = useState<TimeLimitContext>()
  useEffect(() => {
    let current = true
    void contextOf(draftId, revision).then((found) => { if (current) setContext(found) })
    return () => { current = false }
  }, [draftId, revision])
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  if (!context || lines.length === 0) return null
  return lines.map((line, index) => {
    const limit = parseTimeLimit(line, context)
    const { text: meaning, inferred } = describeLimit(limit)
    return <p key={index} className="aside-line" data-unclear={limit.kinds.length === 0 || undefined}>{limit.kinds.length === 0 ? ledgerText.limitUnclear : ledgerText.understood(meaning)}{inferred && <span className="inferred">　{zh.limits.inferred}</span>}</p>
  })
}

interface NameChoicesProps {
  readonly names: readonly string[]
  readonly highlighted: number
  readonly onPick: (name: string) => void
}

export function NameChoices({ names, highlighted, onPick }: NameChoicesProps) {
  if (names.length === 0) return null
  return (
    <div className="name-choices" role="listbox" aria-label={ledgerText.names}>
      {names.map((name, index) => (
        <button key={name} type="button" tabIndex={-1} role="option" aria-selected={index === highlighted} onMouseDown={(event) => event.preventDefault()} onClick={() => onPick(name)}>{name}</button>
      ))}
    </div>
  )
}

/** Only the names go into the ledger: the files stay where they are. */
export function FileChoice({ onNames }: { readonly onNames: (names: readonly string[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <p className="aside-line">
      <button type="button" tabIndex={-1} className="text-link" onMouseDown={(event) => event.preventDefault()} onClick={() => input.current?.click()}>{ledgerText.chooseFiles}</button>
      <input
        ref={input} type="file" multiple hidden tabIndex={-1}
        onChange={(event) => {
          onNames([...(event.target.files ?? [])].map((file) => file.name))
          event.target.value = ''
        }}
      />
    </p>
  )
}

export const nameFields: readonly LedgerField[] = ['leader', 'person', 'office', 'support']
