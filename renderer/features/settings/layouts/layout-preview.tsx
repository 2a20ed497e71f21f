/** The sample paper set in the layout as it is being changed. */
import { useEffect, useRef, useState } from 'react'
import type { Layout } from '../../../../shared/print/layout.ts'
import type { TypesetDocument } from '../../../../shared/typeset/typeset-types.ts'
import { loadPageFonts } from '../../../preview/page-fonts.ts'
import { PaperPage } from '../../../preview/paper-page.tsx'
import { setPages } from '../../../preview/set-pages.ts'
import { layoutsText } from '../../../text/layouts.ts'
import { samplePaper } from '../../../text/sample-paper.ts'

const text = layoutsText.preview

interface Shown {
  readonly layout: Layout
  readonly pages: TypesetDocument['pages']
}

/** Sets one layout at a time and, once it is done, only the latest that came meanwhile. */
function useSetPages(layout: Layout): { readonly shown: Shown | undefined; readonly failed: boolean } {
  const [shown, setShown] = useState<Shown>()
  const [failed, setFailed] = useState(false)
  const wanted = useRef<Layout>(undefined)
  const busy = useRef(false)
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => { alive.current = false }
  }, [])
  useEffect(() => {
    wanted.current = layout
    const work = async () => {
      busy.current = true
      while (alive.current && wanted.current !== undefined) {
        const next = wanted.current
        wanted.current = undefined
        const document = await setPages(samplePaper, next, 'word')
        if (!alive.current) break
        setFailed(document === undefined)
        if (document) setShown({ layout: next, pages: document.pages })
      }
      busy.current = false
    }
    if (!busy.current) void work()
  }, [layout])
  return { shown, failed }
}

/** @param layout the last one that makes sense. @param standing what is typed now makes none. */
export function LayoutPreview({ layout, standing }: { readonly layout: Layout; readonly standing: boolean }) {
  useEffect(loadPageFonts, [])
  const { shown, failed } = useSetPages(layout)
  return (
    <aside className="layout-preview" aria-label={text.label} data-standing={standing}>
      {(standing || failed) && <p className="layout-preview-note" role="status">{standing ? text.standing : text.failed}</p>}
      {shown === undefined && !failed && <p className="layout-preview-note">{text.setting}</p>}
      <div className="layout-pages">
        {shown?.pages.map((page) => (
          <figure key={page.number}>
            <div className="layout-page" style={{ aspectRatio: `${page.width} / ${page.height}` }}><PaperPage page={page} layout={shown.layout} showGrid={false} /></div>
            <figcaption>{text.page(page.number, shown.pages.length)}</figcaption>
          </figure>
        ))}
      </div>
    </aside>
  )
}
