/**
 * On which page 版记 stands (GB/T 9704-2012 §7.4, §7.5): at the foot of the last page, which has an even number. The Word
 * file has to say it, so it is taken from the pages as they are set.
 */
import type { PrintDocument } from '../print/print-types.ts'
import { builtInMetrics } from './face-metrics.ts'
import { endOfText, typeset } from './typeset.ts'

/**
 * `same`: on the page the text ends on. `next`: the text ends on an odd page, 版记 alone stands on the even one after it.
 * `afterBlank`: the text ends on an even page and leaves no room; an empty page comes between, neither it nor 版记's page is numbered.
 */
export type ColophonPlace = 'same' | 'next' | 'afterBlank'

/** Undefined for a paper without 版记. */
export function colophonPlace(document: PrintDocument): ColophonPlace | undefined {
  if (!document.parts.some((part) => part.kind === 'colophon')) return undefined
  const further = typeset(document, builtInMetrics).pages.length - endOfText(document, builtInMetrics).pages
  return further === 0 ? 'same' : further === 1 ? 'next' : 'afterBlank'
}
