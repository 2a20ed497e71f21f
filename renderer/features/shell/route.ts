import { useCallback, useSyncExternalStore } from 'react'

/** Where the window is. Kept in the address so that reloading comes back to the same place. */
export type Route = { readonly page: 'library' } | { readonly page: 'settings' } | { readonly page: 'draft'; readonly draftId: string }

function parse(hash: string): Route {
  if (hash === '#/settings') return { page: 'settings' }
  const match = /^#\/draft\/([^/]+)$/.exec(hash)
  return match ? { page: 'draft', draftId: decodeURIComponent(match[1]!) } : { page: 'library' }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export function goTo(route: Route): void {
  window.location.hash = route.page === 'draft' ? `#/draft/${encodeURIComponent(route.draftId)}` : `#/${route.page}`
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, useCallback(() => window.location.hash, []))
  return parse(hash)
}
