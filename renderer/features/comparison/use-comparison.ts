/** The comparison of two stored states, computed beside the program's own thread. */
import { useEffect, useState } from 'react'
import type { Comparison } from '../../../shared/comparison/compare-drafts.ts'
import { call, type Failure } from '../../client/client.ts'

let jobs = 0

export type ComparisonState = { readonly kind: 'working' } | { readonly kind: 'ready'; readonly comparison: Comparison } | { readonly kind: 'failed'; readonly failure: Failure }

/** @param to null for the draft as it is stored now. */
export function useComparison(draftId: string, from: number, to: number | null): ComparisonState {
  const [state, setState] = useState<ComparisonState>({ kind: 'working' })
  useEffect(() => {
    let current = true
    const jobId = `compare-${(jobs += 1)}`
    setState({ kind: 'working' })
    void call('comparison.read', { draftId, from, to, jobId }).then((result) => {
      if (!current) return
      setState(result.ok ? { kind: 'ready', comparison: result.value } : { kind: 'failed', failure: result.error })
    })
    return () => {
      current = false
      void call('jobs.cancel', { jobId })
    }
  }, [draftId, from, to])
  return state
}
