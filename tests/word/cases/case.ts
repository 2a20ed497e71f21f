/** A Word file made by the project, named by what it shows. */
import type { DocxParts } from '../build-docx.ts'
import { buildDocx } from '../build-docx.ts'

export interface ReadingCase {
  /** A file name without extension. */
  readonly name: string
  /** What a reader has to get right, in one line. */
  readonly shows: string
  readonly bytes: () => Uint8Array
  /** Paragraphs by line; cells of a table by tab, rows by line. */
  readonly expectedText: string
  /** What the reader tells of, sentence by sentence. */
  readonly expectedReport: readonly string[]
  /** The text before the tracked changes, where there are any. */
  readonly originalText?: string
}

interface CaseParts extends DocxParts {
  /** The whole file, where it is not put together in the usual way. */
  readonly bytes?: () => Uint8Array
}

export function readingCase(name: string, shows: string, parts: CaseParts, text: readonly string[], report: readonly string[] = [], original?: readonly string[]): ReadingCase {
  return {
    name, shows, bytes: parts.bytes ?? (() => buildDocx(parts)), expectedText: text.join('\n'), expectedReport: report,
    ...(original === undefined ? {} : { originalText: original.join('\n') }),
  }
}
