/** The unit's Word templates as this window knows them. */
import { useEffect, useSyncExternalStore } from 'react'
import type { WordTemplate } from '../../../../shared/contract/template-procedures.ts'
import { call, subscribe, type Failure } from '../../../client/client.ts'

export interface TemplatesView {
  readonly loaded: boolean
  readonly failure: Failure | undefined
  readonly templates: readonly WordTemplate[]
}

let view: TemplatesView = { loaded: false, failure: undefined, templates: [] }
let started = false
const listeners = new Set<() => void>()

export async function loadTemplates(): Promise<void> {
  const result = await call('templates.list', {})
  view = result.ok ? { loaded: true, failure: undefined, templates: result.value.templates } : { ...view, failure: result.error }
  for (const listener of listeners) listener()
}

function start(): void {
  if (started) return
  started = true
  void loadTemplates()
  subscribe((event) => { if (event.type === 'templates-changed') void loadTemplates() })
}

export function useTemplates(): TemplatesView {
  useEffect(start, [])
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => view)
}
