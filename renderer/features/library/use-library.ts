import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftSummary, ProcedureOutput } from '../../../shared/contract/procedures.ts'
import type { DraftKind } from '../../../shared/document/draft.ts'
import { call, subscribe, type Failure } from '../../client/client.ts'

export interface LibraryFilter {
  readonly folder: 'active' | 'trash'
  readonly kind: DraftKind | null
  readonly query: string
  /** Only 定稿, only 草稿, or both. */
  readonly final: boolean | undefined
}

type Counts = ProcedureOutput<'library.list'>['counts']

export interface LibraryView {
  readonly drafts: readonly DraftSummary[]
  readonly total: number
  readonly counts: Counts
  readonly loaded: boolean
  readonly failure: Failure | undefined
  readonly loadMore: () => void
}

const pageSize = 200

/** The drafts of a filter, page by page, kept up to date while other windows work. */
export function useLibrary({ folder, kind, query, final }: LibraryFilter): LibraryView {
  const [drafts, setDrafts] = useState<readonly DraftSummary[]>([])
  const [total, setTotal] = useState(0)
  const [counts, setCounts] = useState<Counts>({ active: 0, trash: 0, final: 0, byKind: {} })
  const [loaded, setLoaded] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  /** Answers of an earlier filter, or to an earlier state, are dropped. */
  const request = useRef(0)
  const loading = useRef(false)

  const load = useCallback(async (offset: number, limit: number) => {
    const mine = ++request.current
    loading.current = true
    const result = await call('library.list', { folder, kind, query, ...(final === undefined ? {} : { final }), offset, limit })
    if (mine !== request.current) return
    loading.current = false
    setLoaded(true)
    setFailure(result.ok ? undefined : result.error)
    if (!result.ok) return
    setDrafts((before) => (offset === 0 ? result.value.drafts : [...before.slice(0, offset), ...result.value.drafts]))
    setTotal(result.value.total)
    setCounts(result.value.counts)
  }, [folder, kind, query, final])

  useEffect(() => { void load(0, pageSize) }, [load])

  const shown = useRef(0)
  shown.current = drafts.length
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void load(0, Math.min(500, Math.max(pageSize, shown.current))), 120)
    }
    const stop = subscribe((event) => { if (event.type === 'library-changed' || event.type === 'draft-saved') refresh() })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [load])

  const loadMore = useCallback(() => {
    if (!loading.current && shown.current < total) void load(shown.current, pageSize)
  }, [load, total])

  return { drafts, total, counts, loaded, failure, loadMore }
}
