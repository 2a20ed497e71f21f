/** “共 N 页” in the editor's status bar: counted beside the screen's work, some time after the last change. */
import { useEffect, useRef, useState } from 'react'
import type { Draft } from '../../../shared/document/draft.ts'
import { countPages } from '../../preview/set-pages.ts'
import { printingText } from '../../text/printing.ts'
import { useLayouts } from './use-layouts.ts'

const quiet = 900

export function PageCount({ draft }: { readonly draft: Draft }) {
  const layouts = useLayouts()
  const [count, setCount] = useState<number>()
  const isFirst = useRef(true)
  useEffect(() => {
    const layout = layouts.find((one) => one.id === draft.layout)
    if (!layout) return setCount(undefined)
    let current = true
    const start = () => { void countPages(draft, layout).then((pages) => { if (current && pages !== undefined) setCount(pages) }) }
    let idle = 0
    const timer = setTimeout(() => { idle = requestIdleCallback(start, { timeout: 4000 }) }, isFirst.current ? 300 : quiet)
    isFirst.current = false
    return () => {
      current = false
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
  }, [draft, layouts])
  return <span className="pages-count" title={printingText.pagesHint}>{count === undefined ? printingText.pagesUnknown : printingText.pages(count)}</span>
}
