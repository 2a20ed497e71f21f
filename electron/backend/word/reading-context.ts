import type { SourceParagraph } from '../../../shared/recognition/source.ts'
import type { ParagraphLook } from './heading-looks.ts'
import type { Notes } from './read-notes.ts'
import type { Counter, Numbering } from './read-numbering.ts'
import type { Styles } from './read-styles.ts'
import type { Tally } from './reading-tally.ts'
import type { RevisionView } from './revisions.ts'
import type { XmlElement } from './xml-tree.ts'

/** What the readers of paragraphs and tables share. */
export interface Reading {
  readonly styles: Styles
  readonly numbering: Numbering
  /** Counts the automatic numbers of the story being read. */
  readonly counter: Counter
  readonly tally: Tally
  readonly notes: Notes
  readonly view: RevisionView
  /** How paragraphs look that are text of one kind throughout. */
  readonly looks: WeakMap<SourceParagraph, ParagraphLook>
  /** Relationships of drawings whose text is told of: diagrams and charts. */
  readonly pictured: Set<string>
  /** Reads block elements where one holds others: a cell. */
  readonly blocks: (elements: readonly XmlElement[], take: (paragraph: SourceParagraph) => void) => void
  /** Counts the tracked changes in blocks that the view leaves out, and does nothing else. */
  readonly countChanges: (elements: readonly XmlElement[]) => void
  /** Reads those of a text box, whose automatic numbers are counted apart. */
  readonly box: (elements: readonly XmlElement[], take: (paragraph: SourceParagraph) => void) => void
}
