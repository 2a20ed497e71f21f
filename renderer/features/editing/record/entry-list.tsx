/** The problems (causes, measures) of an item, each in a field of its own, their 表现 (steps) listed apart below them. */
import { useState } from 'react'
import { Button } from 'antd'
import type { LexicalEditor } from 'lexical'
import { innerParts } from '../../../../shared/document/manifestations.ts'
import type { RecordText } from '../../../../shared/document/items.ts'
import { recordText } from '../../../text/record.ts'
import { BareField } from './form-fields.tsx'
import type { Commit } from './use-field.ts'

interface EntryListProps {
  readonly editor: LexicalEditor
  readonly field: 'problem' | 'cause' | 'measure'
  readonly texts: readonly RecordText[]
  /** The value of the ledger, an entry on each line; may hold more than the text does. */
  readonly value: string
  readonly disabled: boolean
  /** Writes all lines. */
  readonly commit: Commit
  /** The lines as the paper has them now. */
  readonly current: () => readonly string[]
  readonly addEntry: (after: string, text: string, part: boolean) => boolean
}

interface Segment {
  readonly text: string
  readonly part: boolean
}

/** A line that tells its 表现 in the same paragraph is shown in its parts; put together again they are the line. */
function segmentsOf(line: string, splits: boolean): Segment[] {
  const parts = splits ? innerParts(line) : []
  return parts.length === 0 ? [{ text: line, part: false }] : [{ text: line.slice(0, parts[0]!.from), part: false }, ...parts.map(({ from, to }) => ({ text: line.slice(from, to), part: true }))]
}

const names = { problem: recordText.problemLead, cause: recordText.partNames.cause, measure: recordText.measure }
const partNames = { problem: recordText.manifestation, cause: recordText.partNames.cause, measure: recordText.step }
const addNames = { problem: recordText.addNext, cause: recordText.addCause, measure: recordText.addMeasure }

export function EntryList({ editor, field, texts, value, disabled, commit, current, addEntry }: EntryListProps) {
  const [adding, setAdding] = useState<'entry' | 'part'>()
  const lines = value === '' ? [] : value.split('\n')
  const isPart = (index: number) => texts.length <= lines.length && texts[index]?.sub === true
  const leads = lines.filter((_, index) => !isPart(index)).length
  let count = 0
  const commitLine = (index: number, segment: number): Commit => (text, session) => {
    const now = current()
    const line = now[index]
    if (line === undefined) return undefined
    const segments = segmentsOf(line, field === 'problem')
    const whole = segments.length > segment ? segments.map((one, at) => (at === segment ? text : one.text)).join('') : text
    const shown = commit(now.toSpliced(index, 1, whole).join('\n'), session)
    return shown === undefined ? undefined : segmentsOf(shown.split('\n')[index] ?? '', field === 'problem')[segment]?.text ?? text
  }
  const last = texts.findLast((text) => text.cell === undefined)
  const canAdd = !disabled && last !== undefined && texts.length === lines.length && texts.every((text) => text.cell === undefined)
  const add = (part: boolean): Commit => (text) => {
    if (text.trim() === '' || !last || !addEntry(last.blockId, text, part)) return undefined
    setAdding(undefined)
    return text
  }
  if (lines.length === 0) return <BareField editor={editor} name={names[field]} value="" commit={commit} disabled={disabled} />
  return (
    <>
      {lines.map((line, index) => {
        if (!isPart(index)) count += 1
        return segmentsOf(line, field === 'problem').map((segment, at) => {
          const part = segment.part || isPart(index)
          const name = part ? partNames[field] : recordText.entry(names[field], count, leads)
          return (
            <div className="record-entry" key={`${index}.${at}`} data-part={part}>
              {part && <span>{partNames[field]}</span>}
              {!part && leads > 1 && <span>{count}</span>}
              <BareField editor={editor} name={name} value={segment.text} commit={commitLine(index, at)} disabled={disabled} />
            </div>
          )
        })
      })}
      {adding !== undefined && (
        <div className="record-entry" data-part={adding === 'part'} onBlur={(event) => { if (event.target instanceof HTMLTextAreaElement && event.target.value.trim() === '') setAdding(undefined) }}>
          <BareField editor={editor} name={adding === 'part' ? partNames[field] : names[field]} value="" commit={add(adding === 'part')} disabled={disabled} autoFocus />
        </div>
      )}
      {canAdd && (
        <div className="record-add">
          {field !== 'cause' && <Button type="link" size="small" onClick={() => setAdding('part')}>{field === 'problem' ? recordText.addManifestation : recordText.addStep}</Button>}
          {field !== 'problem' && <Button type="link" size="small" onClick={() => setAdding('entry')}>{addNames[field]}</Button>}
        </div>
      )}
    </>
  )
}
