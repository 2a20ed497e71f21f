/** A draft on pages: the one way by which preview, PDF, print and page counts set it. */
import type { Draft } from '../document/draft.ts'
import type { Layout } from '../print/layout.ts'
import { buildPrintDocument } from '../print/print-document.ts'
import { builtInMetrics } from './face-metrics.ts'
import { typeset } from './typeset.ts'
import type { TypesetDocument } from './typeset-types.ts'

export function setDraft(draft: Draft, layout: Layout): TypesetDocument {
  return typeset(buildPrintDocument(draft, layout), builtInMetrics)
}
