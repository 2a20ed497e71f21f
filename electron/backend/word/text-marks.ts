/** What can be put into the text of a Word file beside the text itself: ranges of comments, tracked changes. */
import type { PrintParagraph, PrintRun, PrintTable } from '../../../shared/print/print-types.ts'

export interface LinePlace {
  readonly table: PrintTable
  readonly row: number
  readonly cell: number
  readonly line: number
}

export interface MarkedLine {
  /** XML of the line's runs. */
  readonly content: string
  /** XML for the end of the paragraph's properties. */
  readonly end: string
}

export interface TextMarks {
  /** XML of a run with its marks. @param write a run, or a piece of one, without marks, as it looks in that or another paragraph. */
  readonly run: (run: PrintRun, write: (run: PrintRun, within?: PrintParagraph) => string) => string
  /** XML behind the last run of a block in a paragraph. */
  readonly blockEnd: (blockId: string, paragraph: PrintParagraph) => string
  /** XML for the end of a paragraph's properties. */
  readonly paragraphEnd: (paragraph: PrintParagraph | { readonly kind: 'blank' }, properties: (paragraph: PrintParagraph) => string) => string
  /** The paragraph by which hidden marks are set; undefined where it gets none. */
  readonly markedBy: (paragraph: PrintParagraph) => PrintParagraph | undefined
  /** XML for the end of a row's properties. */
  readonly row: (table: PrintTable, row: number) => string
  /** The same for a row of organs side by side. @param paragraphs those in the row, at least one. */
  readonly columns: (paragraphs: readonly PrintParagraph[]) => string
  readonly line: (place: LinePlace, text: string, write: (text: string) => string) => MarkedLine
}

export const noMarks: TextMarks = {
  run: (run, write) => write(run),
  blockEnd: () => '',
  paragraphEnd: () => '',
  markedBy: (paragraph) => paragraph,
  row: () => '',
  columns: () => '',
  line: (_place, text, write) => ({ content: text === '' ? '' : write(text), end: '' }),
}

/** Marks with the further parts of the package they need. */
export interface WordMarks {
  readonly text: TextMarks
  readonly parts: readonly (readonly [name: string, xml: string])[]
  readonly relationships: readonly (readonly [id: string, type: string, target: string])[]
}

export const plainWord: WordMarks = { text: noMarks, parts: [], relationships: [] }
