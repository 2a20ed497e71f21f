/** At least and at most so many characters; a limit that makes no sense is not taken. */
import { InputNumber } from 'antd'
import type { LengthLimit } from '../../../../shared/document/length-limits.ts'
import { paperTemplatesText } from '../../../text/paper-templates.ts'

const text = paperTemplatesText.editor

export function LimitFields({ label, limit, onChange }: { readonly label: string; readonly limit: LengthLimit | undefined; readonly onChange: (limit: LengthLimit | undefined) => void }) {
  const set = (to: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined }) => {
    const { atLeast, atMost } = { atLeast: limit?.atLeast, atMost: limit?.atMost, ...to }
    if (atLeast === undefined && atMost === undefined) return onChange(undefined)
    // The other bound gives way: what was typed last is meant.
    const least = atLeast !== undefined && atMost !== undefined && atLeast > atMost && 'atMost' in to ? atMost : atLeast
    const most = atLeast !== undefined && atMost !== undefined && atLeast > atMost && 'atLeast' in to ? atLeast : atMost
    onChange({ ...(least === undefined ? {} : { atLeast: least }), ...(most === undefined ? {} : { atMost: most }) })
  }
  const count = (value: number | null) => (value === null || value < 1 ? undefined : Math.min(Math.round(value), 1_000_000))
  return (
    <div className="pt-limits" role="group" aria-label={label}>
      <span>{label}</span>
      <label>{text.atLeast} <InputNumber min={1} max={1_000_000} controls={false} changeOnBlur value={limit?.atLeast ?? null} onBlur={(event) => set({ atLeast: count(event.target.value === '' ? null : Number(event.target.value)) })} /></label>
      <label>{text.atMost} <InputNumber min={1} max={1_000_000} controls={false} changeOnBlur value={limit?.atMost ?? null} onBlur={(event) => set({ atMost: count(event.target.value === '' ? null : Number(event.target.value)) })} /> {text.characters}</label>
    </div>
  )
}
