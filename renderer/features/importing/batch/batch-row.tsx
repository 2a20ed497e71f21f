import { memo } from 'react'
import { Button, Progress } from 'antd'
import { batchText } from '../../../text/import-batch.ts'
import { kindNames } from '../../../text/roles.ts'
import { zh } from '../../../text/zh.ts'
import { goTo } from '../../shell/route.ts'
import { grouped, nearTime } from '../../shell/times.ts'
import { retry, type BatchEntry, type FileOutcome } from './batch-store.ts'

function Told({ outcome }: { readonly outcome: FileOutcome }) {
  switch (outcome.state) {
    case 'waiting': return null
    case 'running': return <Progress percent={Math.round(outcome.done * 100)} size="small" status="active" />
    case 'failed': return <p className="bad">{outcome.failure.message}</p>
    case 'skipped': return (
      <p>{outcome.failure?.message ?? batchText.skipped[outcome.reason]}{outcome.known && batchText.knownAs(outcome.known.title, nearTime(outcome.known.importedAt))}</p>
    )
    case 'stored': {
      const { stored } = outcome
      return (
        <>
          <p className="batch-title"><span className="tag">{kindNames[stored.kind]}</span> {stored.title === '' ? zh.library.untitled : stored.title}</p>
          <p>
            {[batchText.found(stored.problems, stored.measures, stored.timeLimits), batchText.characters(grouped(stored.characters)), ...(stored.changes > 0 ? [batchText.cleaned(stored.changes)] : [])].join(' · ')}
            {!stored.understood && <span className="doubtful">　{batchText.linewise}</span>}
          </p>
          {stored.notes.length > 0 && (
            <details open={stored.notes.length === 1}>
              <summary>{batchText.notes(stored.notes.length)}</summary>
              {stored.notes.map((note, index) => <p key={index}>{note}</p>)}
            </details>
          )}
        </>
      )
    }
  }
}

/** Opens a draft; in the browser's way in a new tab with Ctrl. */
const openDraft = (draftId: string) => goTo({ page: 'draft', draftId })

function Actions({ entry }: { readonly entry: BatchEntry }) {
  const { outcome, path } = entry
  const button = (label: string, onClick: () => void) => <Button size="small" aria-label={`${label}：${path}`} onClick={onClick}>{label}</Button>
  switch (outcome.state) {
    case 'stored': return outcome.undone ? null : button(batchText.open, () => openDraft(outcome.stored.draftId))
    case 'failed': return button(batchText.retryOne, () => retry([entry.id]))
    case 'skipped': return (
      <>
        {outcome.known && button(batchText.openKnown, () => openDraft(outcome.known!.draftId))}
        {outcome.reason === 'known' && button(batchText.again, () => retry([entry.id], true))}
      </>
    )
    default: return null
  }
}

/** A file and what became of it. Only the rows that change are drawn anew. */
export const BatchRow = memo(function BatchRow({ entry }: { readonly entry: BatchEntry }) {
  const { outcome, path } = entry
  const at = path.lastIndexOf('/') + 1
  const state = outcome.state === 'stored' && outcome.undone ? 'undone' : outcome.state
  return (
    <div className="batch-row" role="row" data-state={state}>
      <span role="cell" className="batch-state">{batchText.states[state]}</span>
      <span role="cell" className="batch-file" title={path}>{at > 0 && <small>{path.slice(0, at)}</small>}{path.slice(at)}</span>
      <div role="cell" className="batch-told"><Told outcome={outcome} /></div>
      <span role="cell" className="batch-actions"><Actions entry={entry} /></span>
    </div>
  )
})
