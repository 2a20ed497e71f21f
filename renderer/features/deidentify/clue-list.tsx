/** 仍可能认出: what no placeholder replaces yet; the writer marks it as well, or has seen it and keeps it. */
import { useRef, useState, type RefObject } from 'react'
import { Button, Input, Progress, Spin } from 'antd'
import { clueKey, type Clue } from '../../../shared/deidentify/still-identifying.ts'
import { isPlaceholderKey } from '../../../shared/placeholders/catalogue.ts'
import { deidentifyText as text } from '../../text/deidentify.ts'
import type { ReviewState, ReviewStore } from './review-store.ts'
import { addMarks, freeKey, see } from './review-work.ts'

interface ClueListProps {
  readonly store: ReviewStore
  readonly state: ReviewState
  readonly takenKeys: ReadonlySet<string>
  readonly list: RefObject<HTMLDivElement | null>
  /** Shows one of its places; `turn` counts the clicks. */
  readonly onShow: (index: number, turn: number) => void
  readonly onSeeAll: () => void
}

interface ClueRowProps {
  readonly clue: Clue
  readonly active: boolean
  readonly seen: boolean
  readonly proposed: string
  readonly onActivate: () => void
  readonly onShow: () => void
  readonly onReplace: (key: string) => void
  readonly onSee: (isSeen: boolean, goOn: boolean) => void
}

function ClueRow({ clue, active, seen, proposed, onActivate, onShow, onReplace, onSee }: ClueRowProps) {
  const row = useRef<HTMLDivElement>(null)
  const [key, setKey] = useState<string>()
  const value = key ?? proposed
  const good = isPlaceholderKey(value)
  const replace = () => { if (good) { row.current?.focus(); onReplace(value) } }
  return (
    <div
      ref={row} className="finding-row" role="option" aria-selected={active} tabIndex={active ? 0 : -1} data-state={seen ? 'kept' : 'open'} data-clue={clueKey(clue)} onClick={() => { if (!active) onActivate() }}
      onKeyDown={(event) => {
        if (event.target !== row.current || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'Enter' && !clue.inLabel) { event.preventDefault(); replace() }
        if (event.key === 'Delete' || event.key === 'k' || event.key === 'K') { event.preventDefault(); onSee(true, true) }
      }}
    >
      <div className="finding-line">
        <button type="button" className="clue-text" tabIndex={-1} onClick={(event) => { event.stopPropagation(); onShow() }}>{clue.text}</button>
        <span className="finding-count">{clue.count > 1 && text.times(clue.count)}</span>
        <span className="finding-becomes">{seen ? text.clueSeen : text.open}</span>
        <span className="finding-state" data-state={seen ? 'kept' : 'open'}>{seen ? '✓' : ''}</span>
      </div>
      <div className="finding-reason">{clue.reason}{clue.inLabel && <em className="doubtful">{text.inLabel}</em>}</div>
      {active && (
        <div className="finding-buttons">
          {!clue.inLabel && (
            <>
              <div className="key-field">
                <Input
                  size="small" value={value} status={good ? '' : 'error'} aria-label={text.keyOf(clue.text)} list="placeholder-keys" maxLength={30} onChange={(event) => setKey(event.target.value)}
                  onKeyDown={(event) => {
                    if (event.nativeEvent.isComposing) return
                    event.stopPropagation()
                    if (event.key === 'Escape') { setKey(undefined); row.current?.focus() }
                    if (event.key === 'Enter') { event.preventDefault(); replace() }
                  }}
                />
                {!good && <small className="bad">{text.badKey}</small>}
              </div>
              <Button size="small" disabled={!good} onClick={replace}>{text.clueReplace}</Button>
            </>
          )}
          {seen ? <Button size="small" onClick={() => onSee(false, false)}>{text.clueUnsee}</Button> : <Button size="small" type="primary" onClick={() => onSee(true, true)}>{text.clueKeep}</Button>}
        </div>
      )}
    </div>
  )
}

export function ClueList({ store, state, takenKeys, list, onShow, onSeeAll }: ClueListProps) {
  const turns = useRef(0)
  const { clues, work, stale } = state
  const seen = clues.filter((clue) => work.seen.has(clueKey(clue))).length
  const activate = (index: number) => {
    turns.current = 0
    store.activate([], index)
    onShow(index, 0)
    requestAnimationFrame(() => {
      const row = list.current?.querySelectorAll<HTMLElement>('.finding-row')[index]
      row?.focus({ preventScroll: true })
      row?.scrollIntoView({ block: 'nearest' })
    })
  }
  const goOn = (from: number) => {
    const now = store.get().work.seen
    const next = [...clues.keys()].slice(from + 1).concat([...clues.keys()].slice(0, from)).find((index) => !now.has(clueKey(clues[index]!)))
    activate(next ?? from)
  }
  const active = state.activeClue
  return (
    <>
      <div className="review-head">
        <Progress percent={clues.length === 0 ? 100 : Math.floor((seen / clues.length) * 100)} size="small" showInfo={false} aria-label={text.clueProgress(seen, clues.length)} />
        <span className="review-count">{stale ? <><Spin size="small" /> {text.clueWorking}</> : text.clueProgress(seen, clues.length)}</span>
        <Button size="small" disabled={stale || seen === clues.length} onClick={onSeeAll}>{text.seeAll}</Button>
      </div>
      <p className="review-keys">{clues.length === 0 && !stale ? text.noClues : text.clueLead}</p>
      <div
        ref={list} className="review-list" role="listbox" aria-label={text.steps.clues} tabIndex={active === undefined ? 0 : -1} aria-busy={stale}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.target as HTMLElement).closest('input, textarea') || clues.length === 0) return
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          activate(Math.min(clues.length - 1, Math.max(0, (active ?? -1) + (event.key === 'ArrowDown' ? 1 : -1))))
        }}
      >
        {clues.map((clue, index) => {
          const key = clueKey(clue)
          return (
            <ClueRow
              key={key} clue={clue} active={index === active} seen={work.seen.has(key)} proposed={freeKey(text.markKey, takenKeys)} onActivate={() => activate(index)}
              onShow={() => { if (index === active) turns.current += 1; else activate(index); onShow(index, turns.current) }}
              onReplace={(name) => { store.change((before) => addMarks(before, clue.places, name)); goOn(index) }}
              onSee={(isSeen, on) => { store.change((before) => see(before, [key], isSeen)); if (on) goOn(index) }}
            />
          )
        })}
      </div>
    </>
  )
}
