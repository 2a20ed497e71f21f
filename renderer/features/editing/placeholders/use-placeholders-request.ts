/** Asks for the tab 待填 from elsewhere: the status bar, a refused 定稿, an import with masked text. */
import { useCallback, useEffect, useState } from 'react'

/** Drafts whose tab is to be open as they are shown first. */
const onArrival = new Map<string, number>()

/** @param masked how many masked places were found as it was imported. */
export function showPlaceholdersOnArrival(draftId: string, masked: number): void {
  onArrival.set(draftId, masked)
}

export interface PlaceholdersRequest {
  /** Counts up with every asking; 0: not asked for yet. */
  readonly asked: number
  readonly ask: () => void
}

/** @param onArrived with the count told at the import. */
export function usePlaceholdersRequest(draftId: string, onArrived: (masked: number) => void): PlaceholdersRequest {
  const [asked, setAsked] = useState(0)
  const ask = useCallback(() => setAsked((count) => count + 1), [])
  useEffect(() => {
    const masked = onArrival.get(draftId)
    if (masked === undefined) return
    onArrival.delete(draftId)
    ask()
    onArrived(masked)
    // Once, as the draft is shown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draftId])
  return { asked, ask }
}
