import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { finalText } from '../../text/final.ts'

interface StateFilterProps {
  readonly counts: ProcedureOutput<'library.list'>['counts']
  readonly final: boolean | undefined
  readonly onChange: (final: boolean | undefined) => void
}

/** 草稿 or 定稿; pressed once more, both. Shown once there is a choice. */
export function StateFilter({ counts, final, onChange }: StateFilterProps) {
  if (counts.final === 0 && final === undefined) return null
  return (
    <span className="state-filter" role="group" aria-label={finalText.filter}>
      <button type="button" className="pill" aria-pressed={final === false} onClick={() => onChange(final === false ? undefined : false)}>{finalText.states.draft} {counts.active - counts.final}</button>
      <button type="button" className="pill" aria-pressed={final === true} onClick={() => onChange(final === true ? undefined : true)}>{finalText.states.final} {counts.final}</button>
    </span>
  )
}
