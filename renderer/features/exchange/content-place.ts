/** Where a stored content is looked at. */
import { isKnownKind } from '../../../shared/exchange/content-kinds.ts'
import { goTo, type Route } from '../shell/route.ts'

export function placeOf(kind: string, storedId: string): Route | undefined {
  if (!isKnownKind(kind)) return undefined
  switch (kind) {
    case 'draft': return { page: 'draft', draftId: storedId }
    case 'layout': return { page: 'settings', section: 'layouts' }
    case 'template': case 'aspects': return { page: 'templates', section: 'templates' }
    case 'snippet': return { page: 'templates', section: 'snippets' }
    case 'ledger': return { page: 'exchange', section: 'collect' }
  }
}

export function showContent(kind: string, storedId: string): void {
  const place = placeOf(kind, storedId)
  if (place) goTo(place)
}
