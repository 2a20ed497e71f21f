/** One entry of an item: a field, or where it tells its 表现 in the same sentence run, a field for the lead and one for each. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { LexicalEditor } from 'lexical'
import { innerParts } from '../../../../shared/document/manifestations.ts'
import { BareField } from './form-fields.tsx'
import type { Commit } from './use-field.ts'

interface EntryLineProps {
  readonly editor: LexicalEditor
  readonly line: string
  /** Whether the line is shown in its parts. */
  readonly splits: boolean
  readonly part: boolean
  readonly mark: string
  readonly names: { readonly lead: string; readonly part: string }
  readonly disabled: boolean
  readonly inRecord: boolean
  /** Writes the line; the line as the paper then has it. */
  readonly commit: Commit
  /** Enter: the next entry. */
  readonly onEnter: () => void
}

function segmentsOf(line: string, splits: boolean): readonly string[] {
  const parts = splits ? innerParts(line) : []
  return parts.length === 0 ? [line] : [line.slice(0, parts[0]!.from), ...parts.map(({ from, to }) => line.slice(from, to))]
}

export function EntryLine({ editor, line, splits, part, mark, names, disabled, inRecord, commit, onEnter }: EntryLineProps) {
  const [segments, setSegments] = useState(() => segmentsOf(line, splits))
  const latest = useRef(segments)
  latest.current = segments
  const focused = useRef(false)
  const show = (next: readonly string[]) => {
    latest.current = next
    setSegments(next)
  }
  useEffect(() => {
    // While the writer is in it a line is not cut anew: a sentence just ended would move out of the field.
    if (!(focused.current && latest.current.join('') === line)) show(segmentsOf(line, splits))
  }, [line, splits])

  const commitSegment = (at: number): Commit => (text, session) => {
    const old = latest.current
    const shown = commit(old.with(at, text).join(''), session)
    if (shown === undefined) return undefined
    const before = old.slice(0, at).join('')
    const after = old.slice(at + 1).join('')
    const fits = shown.length >= before.length + after.length && shown.startsWith(before) && shown.endsWith(after)
    show(fits ? old.with(at, shown.slice(before.length, shown.length - after.length)) : segmentsOf(shown, splits))
    return latest.current[at] ?? ''
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return
    event.preventDefault()
    onEnter()
  }
  return (
    <div
      onKeyDown={onKeyDown} onFocus={() => { focused.current = true }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        focused.current = false
        show(segmentsOf(latest.current.join(''), splits))
      }}
    >
      {segments.map((segment, at) => {
        const isPart = part || at > 0
        return (
          <div className="record-entry" key={at} data-part={isPart}>
            {isPart ? <span>{names.part}</span> : mark !== '' && <span>{mark}</span>}
            <BareField editor={editor} name={isPart ? names.part : names.lead} value={segment} commit={commitSegment(at)} disabled={disabled} inRecord={inRecord} />
          </div>
        )
      })}
    </div>
  )
}
