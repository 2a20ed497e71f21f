/** The paper templates and aspect sets as this window knows them, kept up to date while other windows change them. */
import { useEffect, useSyncExternalStore } from 'react'
import type { ListedAspectSet, TemplateSummary } from '../../../shared/contract/paper-template-procedures.ts'
import { call, subscribe, type Failure } from '../../client/client.ts'

type Unreadable = readonly { readonly id: string; readonly name: string }[]

export interface TemplatesView {
  readonly loaded: boolean
  readonly failure: Failure | undefined
  readonly templates: readonly TemplateSummary[]
  readonly sets: readonly ListedAspectSet[]
  readonly unreadable: Unreadable
  readonly unreadableSets: Unreadable
  /** Grows with every change: what was read of a template is read anew. */
  readonly state: number
}

let view: TemplatesView = { loaded: false, failure: undefined, templates: [], sets: [], unreadable: [], unreadableSets: [], state: 0 }
let started = false
let request = 0
const listeners = new Set<() => void>()

export async function loadPaperTemplates(): Promise<void> {
  const mine = ++request
  const [templates, sets] = await Promise.all([call('paperTemplates.list', {}), call('aspects.list', {})])
  // A later answer is on its way.
  if (mine !== request) return
  const failure = !templates.ok ? templates.error : !sets.ok ? sets.error : undefined
  view = templates.ok && sets.ok
    ? { loaded: true, failure: undefined, templates: templates.value.templates, unreadable: templates.value.unreadable, sets: sets.value.sets, unreadableSets: sets.value.unreadable, state: view.state + 1 }
    : { ...view, failure }
  for (const listener of listeners) listener()
}

function start(): void {
  if (started) return
  started = true
  void loadPaperTemplates()
  subscribe((event) => { if (event.type === 'contents-changed' && (event.kind === 'template' || event.kind === 'aspects')) void loadPaperTemplates() })
}

export function usePaperTemplates(): TemplatesView {
  useEffect(start, [])
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => view)
}
