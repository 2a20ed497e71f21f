/** The problems (causes, measures) of an item, each in a field of its own, their 表现 (steps) listed apart below them. */
import { Fragment, useState } from 'react'
import { Button } from 'antd'
import type { LexicalEditor } from 'lexical'
import type { RecordText } from '../../../../shared/document/items.ts'
import { recordText } from '../../../text/record.ts'
import { EntryLine } from './entry-line.tsx'
import { BareField } from './form-fields.tsx'
import type { Commit } from './use-field.ts'

interface EntryListProps {
  readonly editor: LexicalEditor
  readonly field: 'problem' | 'cause' | 'measure'
  /** The blocks of the text that hold the entries; none for the cell of a table or what is kept beside the text. */
  readonly texts: readonly RecordText[]
  /** The value of the ledger, an entry on each line; may hold more than the text does. */
  readonly value: string
  readonly disabled: boolean
  readonly inRecord: boolean
  /** Writes all lines. */
  readonly commit: Commit
  /** The lines as the paper has them now. */
  readonly current: () => readonly string[]
  readonly addEntry: (after: string, text: string, part: boolean) => boolean
}

interface Adding {
  /** Index of the line the new entry goes behind. */
  readonly after: number
  readonly part: boolean
}

const names = { problem: recordText.problemLead, cause: recordText.partNames.cause, measure: recordText.measure }
const partNames = { problem: recordText.manifestation, cause: recordText.partNames.cause, measure: recordText.step }

export function EntryList({ editor, field, texts, value, disabled, inRecord, commit, current, addEntry }: EntryListProps) {
  const [adding, setAdding] = useState<Adding>()
  const filled = value !== ''
  const lines = value.split('\n')
  const known = texts.length === lines.length ? texts : []
  const isPart = (index: number) => known[index]?.sub === true
  const leads = lines.filter((_, index) => !isPart(index)).length
  let count = 0
  const commitLine = (index: number): Commit => (text, session) => {
    const now = current()
    if (index > now.length) return undefined
    const shown = commit(now.toSpliced(index, 1, text).join('\n'), session)
    return shown === undefined ? undefined : shown.split('\n')[index] ?? ''
  }
  const addAfter = ({ after, part }: Adding): Commit => (text, session) => {
    if (text.trim() === '') return undefined
    const block = known[after]?.blockId
    const done = block === undefined ? commit(current().toSpliced(after + 1, 0, text).join('\n'), session) !== undefined : addEntry(block, text, part)
    if (done) setAdding(undefined)
    return done ? '' : undefined
  }
  const last = lines.length - 1
  const canAdd = filled && !disabled
  const begin = (after: number, part: boolean) => { if (canAdd) setAdding({ after, part: part && known.length > 0 }) }
  return (
    <>
      {lines.map((line, index) => {
        if (!isPart(index)) count += 1
        return (
          <Fragment key={index}>
            <EntryLine
              editor={editor} line={line} splits={field === 'problem'} part={isPart(index)} mark={!isPart(index) && leads > 1 ? String(count) : ''} disabled={disabled} inRecord={inRecord}
              names={{ lead: recordText.entry(names[field], count, leads), part: partNames[field] }} commit={commitLine(index)} onEnter={() => begin(index, isPart(index))}
            />
            {adding?.after === index && (
              <div
                className="record-entry" data-part={adding.part} onBlur={() => setAdding(undefined)}
                onKeyDown={(event) => {
                  if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
                  event.preventDefault()
                  if (event.target instanceof HTMLElement) event.target.blur()
                }}
              >
                {adding.part && <span>{partNames[field]}</span>}
                <BareField editor={editor} name={adding.part ? partNames[field] : names[field]} value="" commit={addAfter(adding)} disabled={disabled} autoFocus onlyWhenLeft />
              </div>
            )}
          </Fragment>
        )
      })}
      {canAdd && (
        <div className="record-add">
          {field !== 'cause' && known.length > 0 && <Button type="link" size="small" onClick={() => begin(last, true)}>{field === 'problem' ? recordText.addManifestation : recordText.addStep}</Button>}
          {field !== 'problem' && <Button type="link" size="small" onClick={() => begin(last, false)}>{field === 'cause' ? recordText.addCause : recordText.addMeasure}</Button>}
        </div>
      )}
    </>
  )
}
