/** One distinct text of the review: what it becomes, why, and what the writer does with it, in all places or in one. */
import { memo, useEffect, useRef, useState } from 'react'
import { Button, Input } from 'antd'
import { excerptAt } from '../../../shared/deidentify/excerpt.ts'
import type { Decision, Finding } from '../../../shared/deidentify/finding.ts'
import type { FindingGroup } from '../../../shared/deidentify/review-groups.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import { isPlaceholderKey, placeholderText } from '../../../shared/placeholders/catalogue.ts'
import { deidentifyText as text } from '../../text/deidentify.ts'
import { keyNow } from './review-store.ts'

export type GroupState = 'open' | 'replaced' | 'kept' | 'mixed'

export function groupState(group: FindingGroup, decisions: ReadonlyMap<string, Decision>): GroupState {
  const first = decisions.get(group.findings[0]!.id)?.do
  if (group.findings.some(({ id }) => decisions.get(id) === undefined)) return 'open'
  return group.findings.every(({ id }) => decisions.get(id)?.do === first) ? (first === 'keep' ? 'kept' : 'replaced') : 'mixed'
}

export interface RowActions {
  readonly activate: (group: FindingGroup) => void
  readonly show: (finding: Finding) => void
  readonly decide: (findings: readonly Finding[], decision: Decision) => void
  /** Decides all places and goes on to the next that is open. */
  readonly decideAndGoOn: (group: FindingGroup, decision: Decision) => void
  readonly unmark: (group: FindingGroup) => void
}

interface FindingRowProps {
  readonly group: FindingGroup
  readonly state: GroupState
  readonly keyName: string
  readonly active: boolean
  readonly draft: Draft
  readonly decisions: ReadonlyMap<string, Decision>
  /** Another text that has the same key. */
  readonly sameKey: string | undefined
  readonly own: boolean
  readonly actions: RowActions
}

function KeyField({ group, keyName, sameKey, actions }: Pick<FindingRowProps, 'group' | 'keyName' | 'sameKey' | 'actions'>) {
  const [value, setValue] = useState(keyName)
  useEffect(() => setValue(keyName), [keyName])
  const field = useRef<HTMLDivElement>(null)
  /** Escape leaves what was typed behind. */
  const dropped = useRef(false)
  const good = isPlaceholderKey(value)
  const decision = (): Decision => ({ do: 'replace', ...(value === group.key ? {} : { key: value }) })
  return (
    <div className="key-field" ref={field}>
      <Input
        size="small" value={value} status={good ? '' : 'error'} aria-label={text.keyOf(group.text)} list="placeholder-keys" maxLength={30}
        onChange={(event) => setValue(event.target.value)}
        onBlur={() => {
          if (good && value !== keyName && !dropped.current) actions.decide(group.findings, decision())
          dropped.current = false
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          event.stopPropagation()
          const row = () => field.current?.closest<HTMLElement>('.finding-row')
          if (event.key === 'Escape') { dropped.current = true; setValue(keyName); row()?.focus() }
          if (event.key === 'Enter' && good) { event.preventDefault(); actions.decideAndGoOn(group, decision()) }
        }}
      />
      {!good && <small className="bad">{text.badKey}</small>}
      {good && sameKey !== undefined && <small className="doubtful">{text.sameKey(sameKey)}</small>}
    </div>
  )
}

export const FindingRow = memo(function FindingRow({ group, state, keyName, active, draft, decisions, sameKey, own, actions }: FindingRowProps) {
  const row = useRef<HTMLDivElement>(null)
  const replace: Decision = { do: 'replace', ...(keyName === group.key ? {} : { key: keyName }) }
  return (
    <div
      ref={row} className="finding-row" role="option" aria-selected={active} tabIndex={active ? 0 : -1} data-state={state} data-group={group.id}
      onClick={() => { if (!active) actions.activate(group) }}
      onKeyDown={(event) => {
        if (event.target !== row.current || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'Enter') { event.preventDefault(); actions.decideAndGoOn(group, replace) }
        if (event.key === 'Delete' || event.key === 'k' || event.key === 'K') { event.preventDefault(); actions.decideAndGoOn(group, { do: 'keep' }) }
      }}
    >
      <div className="finding-line">
        <b title={group.text}>{group.text}</b>
        <span className="finding-count">{group.findings.length > 1 && text.times(group.findings.length)}</span>
        <span className="finding-becomes">{state === 'kept' ? text.kept : state === 'mixed' ? text.mixed : placeholderText(keyName)}</span>
        <span className="finding-state" data-state={state} aria-label={state === 'open' ? text.open : ''}>{state === 'open' ? '' : '✓'}</span>
      </div>
      <div className="finding-reason">{group.reasons.join('；')}{!group.sure && <em className="doubtful">{text.unsure}</em>}</div>
      {active && (
        <div className="finding-more">
          <div className="finding-buttons">
            <KeyField group={group} keyName={keyName} sameKey={sameKey} actions={actions} />
            <Button size="small" type={state === 'replaced' ? 'primary' : 'default'} onClick={() => actions.decideAndGoOn(group, replace)}>{text.replace}</Button>
            <Button size="small" type={state === 'kept' ? 'primary' : 'default'} onClick={() => actions.decideAndGoOn(group, { do: 'keep' })}>{text.keep}</Button>
            {own && <Button size="small" type="text" onClick={() => actions.unmark(group)}>{text.unmark}</Button>}
          </div>
          <ul aria-label={text.placesOf(group.findings.length)}>
            {group.findings.map((finding) => {
              const excerpt = excerptAt(draft, finding, 12)
              const done = decisions.get(finding.id)?.do
              return (
                <li key={finding.id}>
                  <button type="button" className="place-link" onClick={() => actions.show(finding)}>{excerpt?.before}<mark>{excerpt?.text}</mark>{excerpt?.after}</button>
                  {group.findings.length > 1 && (
                    <span className="place-choice">
                      <button type="button" aria-pressed={done === 'replace'} onClick={() => actions.decide([finding], { do: 'replace', ...(keyNow(finding, decisions.get(finding.id)) === finding.key ? {} : { key: keyName }) })}>{text.replace}</button>
                      <button type="button" aria-pressed={done === 'keep'} onClick={() => actions.decide([finding], { do: 'keep' })}>{text.keep}</button>
                    </span>
                  )}
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </div>
  )
}, (a, b) => a.group === b.group && a.state === b.state && a.keyName === b.keyName && a.active === b.active && a.sameKey === b.sameKey && a.actions === b.actions && (!b.active || a.decisions === b.decisions))
