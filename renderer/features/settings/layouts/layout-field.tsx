/** One field of the form, in the unit people use. What makes no value stays as typed, with what is wrong beside it. */
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { AutoComplete, Checkbox, Input, Select } from 'antd'
import { namedSizes } from '../../../../shared/print/layout-units.ts'
import type { LayoutValue } from '../../../../shared/print/layout-paths.ts'
import { fontSuggestions, layoutsText } from '../../../text/layouts.ts'
import { readValue, shownValue, stepOf, toldValue, type FieldKind } from './layout-fields.ts'
import { changeLayout, holdTyped } from './layout-store.ts'

const text = layoutsText.form

export interface FieldProps {
  readonly layoutId: string
  readonly path: string
  readonly kind: FieldKind
  readonly value: LayoutValue
  /** What is typed and no value yet. */
  readonly typed: string | undefined
  readonly label: string
  readonly disabled: boolean
  /** Its column says the unit. */
  readonly bare?: boolean
  readonly status: 'error' | 'warning' | undefined
}

const isNumber = (kind: FieldKind) => kind === 'millimetres' || kind === 'points' || kind === 'lines' || kind === 'characters'

/** Keeps what is typed while the field has the caret: 28.9 on the way to 28.95 must not become something else. */
function useTyping({ layoutId, path, kind, value, typed }: FieldProps) {
  const [draft, setDraft] = useState<string>()
  const last = useRef(value)
  useEffect(() => {
    // Put back or repaired from outside: what was typed no longer counts.
    if (last.current !== value) setDraft((now) => (now !== undefined && sameValue(kind, now, value) ? now : undefined))
    last.current = value
  }, [kind, value])
  const enter = (next: string) => {
    setDraft(next)
    const read = readValue(kind, next)
    if ('value' in read) changeLayout(layoutId, { [path]: read.value })
    else holdTyped(layoutId, path, next, read.problem)
  }
  return { shown: typed ?? draft ?? shownValue(kind, value), enter, leave: () => setDraft(undefined) }
}

function sameValue(kind: FieldKind, typed: string, value: LayoutValue): boolean {
  const read = readValue(kind, typed)
  return 'value' in read && read.value === value
}

function NumberField(props: FieldProps) {
  const { kind, disabled, status, label, value, bare } = props
  const { shown, enter, leave } = useTyping(props)
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || disabled || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const by = stepOf(kind) * (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1)
    enter(String(Number((Number(shownValue(kind, value)) + by).toFixed(2))))
  }
  return (
    <Input
      value={shown} aria-label={label} aria-invalid={status === 'error'} disabled={disabled} inputMode="decimal" spellCheck={false} autoComplete="off" {...(status ? { status } : {})}
      suffix={isNumber(kind) && !bare ? text.units[kind as keyof typeof text.units] : null} onChange={(event) => enter(event.target.value)} onBlur={leave} onKeyDown={step} onPressEnter={leave}
    />
  )
}

const sizeOptions = namedSizes.filter(([, size]) => size >= 11).map(([name, size]) => ({ value: name, label: `${name}　${size / 2}` }))
const fontOptions = {
  chinese: fontSuggestions.chinese.map(({ label, names }) => ({ label, options: names.map((name) => ({ value: name, key: `${label}/${name}` })) })),
  latin: fontSuggestions.latin.map(({ label, names }) => ({ label, options: names.map((name) => ({ value: name, key: `${label}/${name}` })) })),
}

function OfferedField(props: FieldProps) {
  const { kind, disabled, status, label } = props
  const { shown, enter, leave } = useTyping(props)
  const options = kind === 'chinese' || kind === 'latin' ? fontOptions[kind] : sizeOptions
  return (
    <AutoComplete
      value={shown} aria-label={label} disabled={disabled} options={options as { value: string }[]} {...(status ? { status } : {})} popupMatchSelectWidth={200}
      onChange={(next: string | undefined) => enter(next ?? '')} onBlur={leave}
    />
  )
}

export const LayoutFieldInput = memo(function LayoutFieldInput(props: FieldProps) {
  const { layoutId, path, kind, value, label, disabled } = props
  switch (kind) {
    case 'switch': return <Checkbox checked={value === true} aria-label={label} disabled={disabled} onChange={(event) => changeLayout(layoutId, { [path]: event.target.checked })} />
    case 'place': return (
      <Select
        value={value as string} aria-label={label} disabled={disabled} onChange={(place) => changeLayout(layoutId, { [path]: place })}
        options={(['outside', 'centre', 'none'] as const).map((place) => ({ value: place, label: toldValue('place', place) }))}
      />
    )
    case 'size': case 'chinese': case 'latin': return <OfferedField {...props} />
    default: return <NumberField {...props} />
  }
})
