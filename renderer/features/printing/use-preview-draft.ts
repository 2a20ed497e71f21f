/** The draft a preview shows: opened to be read, and followed as it is saved elsewhere. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft } from '../../../shared/document/draft.ts'
import { call, clientId, subscribe, type Failure } from '../../client/client.ts'

export interface PreviewDraft {
  readonly draft: Draft | undefined
  readonly trashed: boolean
  readonly failure: Failure | undefined
  /** Stores the layout as the draft's own. */
  readonly keepLayout: (layoutId: string) => Promise<Failure | undefined>
}

export function usePreviewDraft(draftId: string): PreviewDraft {
  const [state, setState] = useState<{ readonly draft: Draft; readonly trashed: boolean }>()
  const [failure, setFailure] = useState<Failure>()
  const revision = useRef(0)
  const request = useRef(0)

  const load = useCallback(async () => {
    const mine = (request.current += 1)
    const opened = await call('drafts.open', { draftId })
    if (mine !== request.current) return undefined
    setFailure(opened.ok ? undefined : opened.error)
    if (!opened.ok) return undefined
    revision.current = opened.value.revision
    setState({ draft: opened.value.draft, trashed: opened.value.trashed })
    return opened.value.draft
  }, [draftId])

  useEffect(() => {
    void load()
    const stop = subscribe((event) => { if (event.type === 'draft-saved' && event.draftId === draftId && event.revision > revision.current) void load() })
    return () => {
      request.current += 1
      stop()
    }
  }, [draftId, load])

  const keepLayout = useCallback(async (layoutId: string): Promise<Failure | undefined> => {
    const once = async (draft: Draft) => call('drafts.save', { draftId, baseRevision: revision.current, draft: { ...draft, layout: layoutId }, clientId })
    const present = await load()
    if (!present) return undefined
    let saved = await once(present)
    // Somebody saved in between: the layout goes onto what they have.
    if (!saved.ok && saved.error.code === 'REVISION_CONFLICT') {
      const newer = await load()
      if (newer) saved = await once(newer)
    }
    if (!saved.ok) return saved.error
    await load()
    return undefined
  }, [draftId, load])

  return { draft: state?.draft, trashed: state?.trashed ?? false, failure, keepLayout }
}
