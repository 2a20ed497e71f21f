/** Snippets that match, page after page, up to date with what other windows and packages change. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ProcedureInput, ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { call, subscribe, type Failure } from '../../client/client.ts'

export type SnippetFilter = Omit<ProcedureInput<'snippets.search'>, 'offset' | 'limit'>
type Found = ProcedureOutput<'snippets.search'> & {
  /** The words these are found by; undefined before the first answer. */
  readonly answers: string | undefined
}

export interface SnippetsView extends Found {
  readonly loaded: boolean
  readonly failure: Failure | undefined
  readonly loadMore: () => void
}

const pageSize = 50
const most = 200
const nothing: Found = { snippets: [], total: 0, all: 0, facets: { aspects: [], roles: [], tags: [] }, answers: undefined }

export const noFilter: SnippetFilter = { query: '', aspect: null, role: null, tag: null, near: '', draftId: null }

export function useSnippets({ query, aspect, role, tag, near, draftId }: SnippetFilter): SnippetsView {
  const [found, setFound] = useState<Found>(nothing)
  const [loaded, setLoaded] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const request = useRef(0)
  const loading = useRef(false)
  const shown = useRef(nothing)
  shown.current = found

  const load = useCallback(async (offset: number, limit: number) => {
    const mine = ++request.current
    loading.current = true
    const result = await call('snippets.search', { query, aspect, role, tag, near, draftId, offset, limit })
    // What was asked before the last key is no answer any more.
    if (mine !== request.current) return
    loading.current = false
    setLoaded(true)
    setFailure(result.ok ? undefined : result.error)
    if (result.ok) setFound((before) => (offset === 0 ? { ...result.value, answers: query } : { ...result.value, answers: query, snippets: [...before.snippets.slice(0, offset), ...result.value.snippets] }))
  }, [query, aspect, role, tag, near, draftId])

  useEffect(() => { void load(0, pageSize) }, [load])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = subscribe((event) => {
      if ((event.type !== 'contents-changed' || event.kind !== 'snippet') && event.type !== 'library-changed') return
      clearTimeout(timer)
      timer = setTimeout(() => void load(0, Math.min(most, Math.max(pageSize, shown.current.snippets.length))), 120)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [load])
  const loadMore = useCallback(() => {
    const { snippets, total } = shown.current
    if (!loading.current && snippets.length < total) void load(snippets.length, pageSize)
  }, [load])
  return { ...found, loaded, failure, loadMore }
}

/** What is typed, some time after the last key and never in the middle of composing. */
export function useTypedQuery(delay = 120) {
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  const [composing, setComposing] = useState(false)
  useEffect(() => {
    if (composing) return
    const timer = setTimeout(() => setQuery(typed.trim()), delay)
    return () => clearTimeout(timer)
  }, [typed, composing, delay])
  return {
    query, typed,
    /** Nothing typed is still on its way. */
    settled: !composing && query === typed.trim(),
    clear: () => { setTyped(''); setQuery('') },
    field: { value: typed, onChange: (event: { readonly target: { readonly value: string } }) => setTyped(event.target.value), onCompositionStart: () => setComposing(true), onCompositionEnd: () => setComposing(false) },
  }
}
