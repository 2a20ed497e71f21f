/** A draft to drawn pages. Pure; runs in a worker thread and on the command line. */
import type { Draft } from '../../../shared/document/draft.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import { pageSvg } from '../../../shared/typeset/page-svg.ts'
import type { DrawnPage } from '../../../shared/typeset/pages-html.ts'
import type { FlavourName } from '../../../shared/typeset/flavour.ts'
import { setDraft } from '../../../shared/typeset/set-draft.ts'

export function drawPages(draft: Draft, layout: Layout, flavour?: FlavourName): DrawnPage[] {
  return setDraft(draft, layout, flavour).pages.map((page) => ({ number: page.number, width: page.width, height: page.height, svg: pageSvg(page) }))
}
