/** A draft on pages: the one way by which preview, PDF, print and page counts set it. */
import type { Draft } from '../document/draft.ts'
import type { Layout } from '../print/layout.ts'
import { buildPrintDocument } from '../print/print-document.ts'
import { builtInMetrics } from './face-metrics.ts'
import { flavours, type FlavourName } from './flavour.ts'
import { typeset } from './typeset.ts'
import type { TypesetDocument } from './typeset-types.ts'

/** @param flavour of the program whose lines and pages they are to be; Word's and WPS's unless the writer chose. */
export function setDraft(draft: Draft, layout: Layout, flavour: FlavourName = 'word'): TypesetDocument {
  return typeset(buildPrintDocument(draft, layout), builtInMetrics, flavours[flavour])
}
