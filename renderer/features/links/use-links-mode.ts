import { useCallback, useEffect, useState } from 'react'
import { useRoute } from '../shell/route.ts'

export interface LinksMode {
  readonly open: boolean
  /** The block the view begins at. */
  readonly start: string | undefined
  readonly show: (blockId?: string) => void
  readonly hide: (blockId?: string) => void
}

interface ModeState {
  readonly open: boolean
  readonly start?: string | undefined
  /** Set when the view was closed: where the paper is to be shown. */
  readonly closed?: { readonly blockId: string | undefined }
}

/** The 对应关系 view in the place of the paper. @param goTo called once the paper is back, with a block where one is to be shown. */
export function useLinksMode(goTo: (blockId: string | undefined) => void): LinksMode {
  const route = useRoute()
  // The ledger leads here with the view asked for.
  const [state, setState] = useState<ModeState>({ open: route.page === 'draft' && route.view === 'links' })
  useEffect(() => { if (state.closed) goTo(state.closed.blockId) }, [state, goTo])
  const show = useCallback((blockId?: string) => setState({ open: true, start: blockId }), [])
  const hide = useCallback((blockId?: string) => setState({ open: false, closed: { blockId } }), [])
  return { open: state.open, start: state.start, show, hide }
}
