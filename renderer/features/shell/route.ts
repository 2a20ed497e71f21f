import { useCallback, useMemo, useSyncExternalStore } from 'react'

/** Where the window is. Kept in the address so that reloading comes back to the same place. */
export type Route =
  | { readonly page: 'library' }
  /** Files being imported, and what became of them. */
  | { readonly page: 'batch' }
  /** `section`: of the settings; the first where none is named. */
  | { readonly page: 'settings'; readonly section?: string | undefined }
  /** `blockId`: a block, or a row of a table, to begin at; `view`: what is shown in the place of the paper. */
  | { readonly page: 'draft'; readonly draftId: string; readonly blockId?: string | undefined; readonly view?: 'links' | undefined }
  | { readonly page: 'templates'; readonly section?: string | undefined }
  | { readonly page: 'exchange'; readonly section?: string | undefined }
  /** A stored draft being made into a template. */
  | { readonly page: 'deidentify'; readonly draftId: string }
  /** Pages of a draft; `blockId`: where the caret was. */
  | { readonly page: 'preview'; readonly draftId: string; readonly blockId?: string | undefined }
  /** Of all drafts where none are named. */
  | { readonly page: 'ledger'; readonly draftIds: readonly string[] | null }

function parse(hash: string): Route {
  if (hash === '#/batch') return { page: 'batch' }
  const settings = /^#\/settings(?:\/([a-z]+))?$/.exec(hash)
  if (settings) return { page: 'settings', section: settings[1] }
  const sectioned = /^#\/(templates|exchange)(?:\/([a-z]+))?$/.exec(hash)
  if (sectioned) return { page: sectioned[1] as 'templates' | 'exchange', section: sectioned[2] }
  const deidentify = /^#\/deidentify\/([^/?]+)$/.exec(hash)
  if (deidentify) return { page: 'deidentify', draftId: decodeURIComponent(deidentify[1]!) }
  const ledger = /^#\/ledger(?:\/([^?]*))?$/.exec(hash)
  if (ledger) {
    const draftIds = (ledger[1] ?? '').split(',').filter((id) => id !== '').map(decodeURIComponent)
    return { page: 'ledger', draftIds: draftIds.length === 0 ? null : draftIds }
  }
  const preview = /^#\/preview\/([^/?]+)(?:\?block=([^&]+))?$/.exec(hash)
  if (preview) return { page: 'preview', draftId: decodeURIComponent(preview[1]!), ...(preview[2] === undefined ? {} : { blockId: decodeURIComponent(preview[2]) }) }
  const links = /^#\/draft\/([^/?]+)\?view=links$/.exec(hash)
  if (links) return { page: 'draft', draftId: decodeURIComponent(links[1]!), view: 'links' }
  const draft = /^#\/draft\/([^/?]+)(?:\?block=([^&]+))?$/.exec(hash)
  return draft ? { page: 'draft', draftId: decodeURIComponent(draft[1]!), ...(draft[2] === undefined ? {} : { blockId: decodeURIComponent(draft[2]) }) } : { page: 'library' }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

function hashOf(route: Route): string {
  switch (route.page) {
    case 'draft': return `#/draft/${encodeURIComponent(route.draftId)}${route.view === undefined ? (route.blockId === undefined ? '' : `?block=${encodeURIComponent(route.blockId)}`) : `?view=${route.view}`}`
    case 'preview': return `#/preview/${encodeURIComponent(route.draftId)}${route.blockId === undefined ? '' : `?block=${encodeURIComponent(route.blockId)}`}`
    case 'ledger': return `#/ledger${route.draftIds === null ? '' : `/${route.draftIds.map(encodeURIComponent).join(',')}`}`
    case 'settings': case 'templates': case 'exchange': return `#/${route.page}${route.section === undefined ? '' : `/${route.section}`}`
    case 'deidentify': return `#/deidentify/${encodeURIComponent(route.draftId)}`
    default: return `#/${route.page}`
  }
}

export function goTo(route: Route): void {
  window.location.hash = hashOf(route)
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, useCallback(() => window.location.hash, []))
  return useMemo(() => parse(hash), [hash])
}
