/** Pages of a draft in a layout, set again whenever either changes; the pages before stay on screen meanwhile. */
import { useEffect, useState } from 'react'
import type { Draft } from '../../../shared/document/draft.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import type { FlavourName } from '../../../shared/typeset/flavour.ts'
import type { TypesetDocument } from '../../../shared/typeset/typeset-types.ts'
import { setPages } from '../../preview/set-pages.ts'

export interface Pages {
  readonly document: TypesetDocument | undefined
  /** The layout these pages were set in. */
  readonly layout: Layout | undefined
  readonly working: boolean
  readonly failed: boolean
}

export function usePages(draft: Draft | undefined, layout: Layout | undefined, flavour: FlavourName): Pages {
  const [pages, setState] = useState<Pages>({ document: undefined, layout: undefined, working: true, failed: false })
  useEffect(() => {
    if (!draft || !layout) return undefined
    let current = true
    setState((before) => ({ ...before, working: true }))
    void setPages(draft, layout, flavour).then((document) => {
      if (current) setState((before) => ({ document: document ?? before.document, layout, working: false, failed: document === undefined }))
    })
    return () => { current = false }
  }, [draft, layout, flavour])
  return pages
}
