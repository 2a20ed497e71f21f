/** A field that fills one key everywhere on Enter: with the known value beside it, and a picker where a day is wanted. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button, DatePicker, Input, type InputRef } from 'antd'
import type { Dayjs } from 'dayjs'
import { REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { followsYear, isDateKey, jottedDate, officialDate } from '../../../../shared/placeholders/date-values.ts'
import { placeholderTexts } from '../../../text/placeholders.ts'

interface FillFieldProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly placeholderKey: string
  readonly known: string | undefined
  readonly disabled: boolean
  readonly onFill: (value: string) => void
  readonly onEscape?: () => void
  readonly autoFocus?: boolean
}

/** What is picked goes into the field beside; the picker itself holds nothing. */
const nothing: Dayjs | null = null as Dayjs | null

export function FillField({ editor, draft, placeholderKey, known, disabled, onFill, onEscape, autoFocus = false }: FillFieldProps) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const field = useRef<InputRef>(null)
  const takesDate = isDateKey(placeholderKey)
  useEffect(() => { if (autoFocus) field.current?.focus({ preventScroll: true }) }, [autoFocus])
  const fill = (text: string) => {
    const value = text.trim()
    if (value === '' || disabled) return
    const day = takesDate ? jottedDate(value) : undefined
    if (day === null) return setProblem(placeholderTexts.dateIsNone)
    onFill(day ? officialDate(day, followsYear(draft, placeholderKey)) : value)
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && onEscape) {
      event.preventDefault()
      event.stopPropagation()
      return onEscape()
    }
    const key = event.key.toLowerCase()
    const command = key === 'z' && !event.shiftKey ? UNDO_COMMAND : key === 'y' || (key === 'z' && event.shiftKey) ? REDO_COMMAND : undefined
    // With nothing in the field Ctrl+Z is the paper's.
    if (command === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || typed !== '') return
    event.preventDefault()
    editor.dispatchCommand(command, undefined)
    const { currentTarget } = event
    setTimeout(() => { if (currentTarget instanceof HTMLElement && currentTarget.isConnected) currentTarget.focus({ preventScroll: true }) }, 0)
  }
  return (
    <div className="fill-field">
      <div className="fill-line">
        <Input
          ref={field} size="small" value={typed} disabled={disabled} placeholder={placeholderTexts.hint} aria-label={placeholderTexts.fieldOf(placeholderKey)} data-fill-key={placeholderKey} spellCheck={false} maxLength={200}
          status={problem === undefined ? '' : 'warning'} onChange={(event) => { setTyped(event.target.value); setProblem(undefined) }} onKeyDown={onKeyDown}
          onPressEnter={(event) => { if (!event.nativeEvent.isComposing) { event.preventDefault(); fill(typed) } }}
        />
        {takesDate && (
          <DatePicker
            size="small" className="fill-date" value={nothing} disabled={disabled} inputReadOnly allowClear={false} placeholder="" aria-label={placeholderTexts.pickDate} placement="bottomRight"
            onChange={(value) => {
              if (!value) return
              setProblem(undefined)
              setTyped(officialDate({ year: value.year(), month: value.month() + 1, day: value.date() }, followsYear(draft, placeholderKey)))
              field.current?.focus()
            }}
          />
        )}
      </div>
      {problem !== undefined && <small className="fill-problem" role="alert">{problem}</small>}
      {known !== undefined && <Button type="link" size="small" className="fill-known" disabled={disabled} title={known} onClick={() => fill(known)}>{placeholderTexts.known(known)}</Button>}
    </div>
  )
}
