/**
 * A PrintDocument set on pages: every line with its place. Preview, PDF, print and the page counts all draw from it.
 * Lengths are twips from the sheet's top left corner, type sizes half-points.
 */

/** Widths of the characters of a face, in thousandths of the type size (em). */
export interface FontMetrics {
  /** @param character one code point. */
  readonly width: (character: string) => number
}

export interface Metrics {
  /** @param family a name as a layout gives it: 仿宋_GB2312, Times New Roman. */
  readonly of: (family: string, bold: boolean) => FontMetrics
}

/** A stretch of one line in one face, its width known: it is drawn to fill exactly that width whatever face is there. */
export interface PlacedText {
  readonly kind: 'text'
  readonly text: string
  /** Left end and baseline; of text turned clockwise, the point its baseline starts at. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly family: string
  readonly size: number
  readonly bold: boolean
  readonly underline: boolean
  readonly colour: 'black' | 'red'
  /** Turned clockwise by a quarter. */
  readonly turned?: true
  /** The block it prints, and where in the page's reading order it belongs; absent in page numbers and parts of the official document. */
  readonly blockId?: string
  /** Offset in the block's own text of the first character, where it is text of the block (no number, no label). */
  readonly at?: number
}

export interface PlacedRule {
  readonly kind: 'rule'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly thickness: number
  readonly colour: 'black' | 'red'
}

export interface TypesetLine {
  /** What stands on it from left to right; of a table's row, cell by cell. */
  readonly text: string
  readonly top: number
  readonly bottom: number
}

export interface TypesetPage {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly items: readonly (PlacedText | PlacedRule)[]
  /** Lines of the type area from top to bottom, page number left out. */
  readonly lines: readonly TypesetLine[]
  /** Ids of the blocks that begin on this page. */
  readonly blocks: readonly string[]
}

export interface TypesetDocument {
  readonly pages: readonly TypesetPage[]
}
