/** The reviews of contents that are to leave, one after the other; made anew where one of them changes meanwhile. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import type { KnownKind } from '../../../shared/exchange/content-kinds.ts'
import type { ReviewedKind } from '../../../shared/exchange/reviewed-text.ts'
import { call, newJobId, subscribe, type Failure } from '../../client/client.ts'

export interface LeavingContent {
  readonly kind: KnownKind
  readonly id: string
  readonly title: string
}

export interface ContentReview extends ProcedureOutput<'deidentify.review'> {
  readonly kind: ReviewedKind
  readonly id: string
}

type Reviews = readonly ContentReview[]
type State = { readonly kind: 'working'; readonly done: number; readonly all: number } | { readonly kind: 'ready'; readonly reviews: Reviews } | { readonly kind: 'failed'; readonly failure: Failure }

export function useLeavingReviews(contents: readonly LeavingContent[]): State & { readonly again: () => void } {
  const [state, setState] = useState<State>({ kind: 'working', done: 0, all: 0 })
  const [turn, setTurn] = useState(0)
  const again = useCallback(() => setTurn((before) => before + 1), [])
  const names = JSON.stringify(contents.map(({ kind, id }) => [kind, id]))
  const wanted = useMemo(() => contents.map(({ kind, id }) => ({ kind, id })), [names])
  useEffect(() => subscribe((event) => {
    // A token holds for the text that was read only, and for what 单位情况 said then.
    if (event.type === 'contents-changed' || (event.type === 'settings-changed' && event.name === 'unitProfile')) again()
  }), [again])
  useEffect(() => {
    let current = true
    const jobId = newJobId()
    const reviewAll = async () => {
      const needed = await call('deidentify.needed', { contents: wanted })
      if (!current) return
      if (!needed.ok) return setState({ kind: 'failed', failure: needed.error })
      const all = needed.value.contents.length
      const reviews: ContentReview[] = []
      for (const { kind, id } of needed.value.contents) {
        setState((before) => (before.kind === 'ready' ? before : { kind: 'working', done: reviews.length, all }))
        const review = await call('deidentify.review', { jobId, of: { kind, id }, decisions: [], marks: [] })
        if (!current) return
        if (!review.ok) return setState({ kind: 'failed', failure: review.error })
        reviews.push({ ...review.value, kind, id })
      }
      setState({ kind: 'ready', reviews })
    }
    void reviewAll()
    return () => {
      current = false
      void call('jobs.cancel', { jobId })
    }
  }, [wanted, turn])
  return { ...state, again }
}
