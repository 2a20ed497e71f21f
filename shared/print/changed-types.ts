/**
 * A document that shows two versions at once. It is a PrintDocument of the newer one with what the older had put between, so
 * that everything that sets a document sets this too; what knows of changes reads the fields below.
 */
import type { TextChange, TextPiece } from '../comparison/text-diff.ts'
import type { BlankLine, PrintCell, PrintDocument, PrintedPart, PrintParagraph, PrintRow, PrintRun, PrintTable } from './print-types.ts'

export interface ChangedRun extends PrintRun {
  readonly change?: TextChange
  /** How the same text looked in the older version, and the paragraph it stood in; of what was taken out, the paragraph alone. */
  readonly was?: { readonly run: PrintRun; readonly paragraph: PrintParagraph }
}

export interface ChangedParagraph extends PrintParagraph {
  readonly runs: readonly ChangedRun[]
  readonly change?: TextChange
  /** The paragraph as the older version had it, where it differs in more than its text. */
  readonly was?: PrintParagraph
  /** The paragraph of the newer version alone. */
  readonly now?: PrintParagraph
}

export interface ChangedBlank extends BlankLine {
  readonly change?: TextChange
}

/** A line of a cell; `end` where the break behind it was put in or taken out. The last line of a cell has none. */
export interface ChangedLine {
  readonly pieces: readonly TextPiece[]
  readonly end?: TextChange
}

export interface ChangedCell extends PrintCell {
  readonly changed?: readonly ChangedLine[]
}

export interface ChangedRow extends PrintRow {
  readonly cells: readonly ChangedCell[]
  readonly change?: TextChange
}

export interface ChangedTable extends PrintTable {
  readonly rows: readonly ChangedRow[]
}

export type ChangedPart = Exclude<PrintedPart, { kind: 'paragraph' } | { kind: 'table' } | { kind: 'blank' }> | ChangedParagraph | ChangedTable | ChangedBlank

export interface ChangedDocument extends PrintDocument {
  readonly parts: readonly ChangedPart[]
  /** The newer version alone: where 版记 stands goes by its pages. */
  readonly newer: PrintDocument
}
