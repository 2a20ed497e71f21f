/** A file of another type, made by the project, with the text it must give. */
import type { ForeignFormat } from '../../electron/backend/foreign/read-foreign.ts'

export interface ForeignCase {
  readonly name: string
  /** What it shows, in one line. */
  readonly shows: string
  readonly format: ForeignFormat
  readonly bytes: () => Uint8Array
  /** Paragraphs by line; a table's cells by tab, its rows by line. */
  readonly expectedText: string
}

export const lines = (...texts: readonly string[]) => texts.join('\n')
