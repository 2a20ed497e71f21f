import { useEffect, useState } from 'react'
import type { Layout } from '../../../shared/print/layout.ts'
import { call, subscribe } from '../../client/client.ts'

let asked: Promise<readonly Layout[]> | undefined

async function ask(): Promise<readonly Layout[]> {
  const result = await call('layouts.list', {})
  if (!result.ok) asked = undefined
  return result.ok ? result.value.layouts : []
}

// A unit's own layouts come and go with the settings.
subscribe((event) => { if (event.type === 'layouts-changed') asked = undefined })

/** The layouts there are; empty until they are known. */
export function useLayouts(): readonly Layout[] {
  const [layouts, setLayouts] = useState<readonly Layout[]>([])
  useEffect(() => {
    let current = true
    const load = () => {
      asked ??= ask()
      void asked.then((found) => { if (current) setLayouts(found) })
    }
    load()
    const stop = subscribe((event) => { if (event.type === 'layouts-changed') load() })
    return () => {
      current = false
      stop()
    }
  }, [])
  return layouts
}

export function layoutOf(layouts: readonly Layout[], id: string | undefined): Layout | undefined {
  return layouts.find((layout) => layout.id === id) ?? layouts[0]
}
