import type { SourceParagraph } from '../../../shared/recognition/source.ts'
import type { Numbering } from './read-numbering.ts'
import type { OfficialReading } from './read-official.ts'
import type { Styles } from './read-styles.ts'
import type { Tally } from './reading-tally.ts'
import type { XmlElement } from './xml-tree.ts'

/** What the readers of paragraphs and tables share. */
export interface Reading {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly tally: Tally
  readonly official: OfficialReading
  /** Reads block elements where one holds others: a text box, a cell. */
  readonly blocks: (elements: readonly XmlElement[], take: (paragraph: SourceParagraph) => void) => void
}
