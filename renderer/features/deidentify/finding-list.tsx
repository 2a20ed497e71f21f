/** 逐条核对: every distinct text that was found, by kind, one after the other by keyboard. */
import { useMemo, useRef, type RefObject } from 'react'
import { Button, Progress } from 'antd'
import type { Finding } from '../../../shared/deidentify/finding.ts'
import type { FindingGroup } from '../../../shared/deidentify/review-groups.ts'
import { deidentifyText as text, sectionNames } from '../../text/deidentify.ts'
import { FindingRow, groupState, type RowActions } from './finding-row.tsx'
import { isMark, keyNow, type ReviewState, type ReviewStore } from './review-store.ts'
import { decide, removeMarks } from './review-work.ts'

interface FindingListProps {
  readonly store: ReviewStore
  readonly state: ReviewState
  readonly groups: readonly FindingGroup[]
  readonly list: RefObject<HTMLDivElement | null>
  readonly onShow: (finding: Finding) => void
  readonly onSuggest: () => void
}

/** @param field its key's field where that is what comes next. */
export function focusGroup(list: HTMLElement | null, id: string, field = false): void {
  // The row is drawn as the active one first.
  requestAnimationFrame(() => {
    const row = [...list?.querySelectorAll<HTMLElement>('.finding-row') ?? []].find((one) => one.dataset['group'] === id)
    const input = field ? row?.querySelector('input') : undefined
    if (input) {
      input.focus({ preventScroll: true })
      input.select()
    } else row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  })
}

export function FindingList({ store, state, groups, list, onShow, onSuggest }: FindingListProps) {
  const { decisions } = state.work
  const latest = useRef({ groups, state })
  latest.current = { groups, state }
  const activeIndex = groups.findIndex(({ findings }) => findings.some(({ id }) => state.active.has(id)))
  const actions = useMemo((): RowActions => {
    const activate = (group: FindingGroup) => {
      store.activate(group.findings.map(({ id }) => id))
      onShow(group.findings[0]!)
      focusGroup(list.current, group.id)
    }
    return {
      activate,
      show: onShow,
      decide: (findings, decision) => store.change((work) => decide(work, findings.map(({ id }) => id), decision)),
      decideAndGoOn: (group, decision) => {
        store.change((work) => decide(work, group.findings.map(({ id }) => id), decision))
        const { groups: all } = latest.current
        const done = store.get().work.decisions
        const at = all.indexOf(group)
        const next = [...all.slice(at + 1), ...all.slice(0, at)].find((one) => groupState(one, done) === 'open') ?? group
        activate(next)
      },
      unmark: (group) => store.change((work) => removeMarks(work, new Set(group.findings.map(({ id }) => id)))),
    }
  }, [store, onShow, list])
  const textsByKey = useMemo(() => {
    const byKey = new Map<string, Set<string>>()
    for (const finding of state.findings) {
      const decision = decisions.get(finding.id)
      if (decision?.do === 'keep') continue
      const key = keyNow(finding, decision)
      byKey.set(key, (byKey.get(key) ?? new Set()).add(finding.text))
    }
    return byKey
  }, [state.findings, decisions])
  const decided = state.findings.filter(({ id }) => decisions.has(id)).length
  const all = state.findings.length
  const move = (step: number) => {
    const next = groups[Math.min(groups.length - 1, Math.max(0, (activeIndex < 0 ? (step > 0 ? -1 : 0) : activeIndex) + step))]
    if (next) actions.activate(next)
  }
  return (
    <>
      <div className="review-head">
        <Progress percent={all === 0 ? 100 : Math.floor((decided / all) * 100)} size="small" showInfo={false} aria-label={text.progress(decided, all)} />
        <span className="review-count">{text.progress(decided, all)}</span>
        <Button size="small" disabled={decided === all} onClick={onSuggest}>{text.suggestAll}</Button>
      </div>
      <p className="review-keys">{text.keys}</p>
      <div
        ref={list} className="review-list" role="listbox" aria-label={text.steps.found} tabIndex={activeIndex < 0 ? 0 : -1}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.target as HTMLElement).closest('input, textarea')) return
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          move(event.key === 'ArrowDown' ? 1 : -1)
        }}
      >
        {groups.length === 0 && <p className="review-none">{text.nothingFound}</p>}
        {groups.map((group, index) => {
          const first = group.findings[0]!
          const keyName = keyNow(first, decisions.get(first.id))
          const others = textsByKey.get(keyName)
          return (
            <div key={group.id} role="presentation">
              {groups[index - 1]?.section !== group.section && <h3 className="review-section">{sectionNames[group.section]}</h3>}
              <FindingRow
                group={group} state={groupState(group, decisions)} keyName={keyName} active={index === activeIndex} draft={state.base!.draft} decisions={decisions}
                sameKey={others && [...others].find((one) => one !== group.text)} own={isMark(state.work, first.id)} actions={actions}
              />
            </div>
          )
        })}
      </div>
    </>
  )
}
