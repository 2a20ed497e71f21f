import type { NoteKind } from '../document/draft-note.ts'
import type { TableColumnRole } from '../document/draft.ts'
import type { Role } from '../document/roles.ts'
import type { ListStyle } from '../document/list-style.ts'

/** What a reader knows of a paragraph beside its text. Offsets are UTF-16 units in the paragraph's text. */
export interface SourceHint {
  /** Heading level by style, outline level or markdown mark. */
  readonly level?: 1 | 2 | 3 | 4
  readonly title?: true
  readonly centred?: true
  readonly formats?: readonly { readonly from: number; readonly to: number; readonly bold?: true; readonly underline?: true }[]
  /** A real table; its text is rows by line, cells by tab. */
  readonly table?: { readonly rows: readonly (readonly string[])[]; readonly headerRows?: number; readonly columns?: readonly TableColumnRole[] }
  /** The paragraph was written by this program and says itself which blocks it holds. */
  readonly exact?: readonly ExactBlock[]
  /** Comments, footnotes and endnotes that stand at the paragraph. They are no part of its text. */
  readonly notes?: readonly SourceNote[]
}

/** A note of a Word file: `from` to `to` is what a comment is about; both are where the mark of a footnote stood. */
export interface SourceNote {
  readonly kind: NoteKind
  readonly from: number
  readonly to: number
  readonly author?: string
  /** ISO date and time. */
  readonly date?: string
  readonly text: string
  /** A name for the note in its file, and that of the note it answers. */
  readonly id?: string
  readonly answers?: string
  /** Dealt with. */
  readonly done?: true
}

/**
 * One block of a paragraph as our own Word file marks it: label and number come first, in either order, then the text.
 * With `labelLine` and a label the paragraph is the label alone; with `labelLine` and none it is the text below one.
 */
export interface ExactBlock {
  readonly role: Role
  readonly list?: ListStyle
  readonly start?: number
  readonly labelLine?: true
  readonly label?: { readonly from: number; readonly to: number }
  readonly marker?: { readonly from: number; readonly to: number }
  readonly text: { readonly from: number; readonly to: number }
}

/** One paragraph of what was pasted or read: a line of a text file, a paragraph of a Word file. */
export interface SourceParagraph {
  readonly text: string
  readonly hint?: SourceHint
}

/** Splits text at any line break; a final break ends the last line and begins no new one. */
export function paragraphsFromText(text: string): SourceParagraph[] {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => ({ text: line }))
}

export function sourceText(paragraphs: readonly SourceParagraph[]): string {
  return paragraphs.map((paragraph) => paragraph.text).join('\n')
}

/** A reader's table with a cell for every column in every row (or one for all), and the text that goes with it. */
export function squareTables(paragraphs: readonly SourceParagraph[]): readonly SourceParagraph[] {
  if (paragraphs.every((paragraph) => !paragraph.hint?.table || isSquare(paragraph.hint.table.rows))) return paragraphs
  return paragraphs.map((paragraph) => {
    const table = paragraph.hint?.table
    if (!table || isSquare(table.rows)) return paragraph
    if (table.rows.length === 0) return { text: paragraph.text }
    const width = Math.max(1, ...table.rows.map((row) => row.length))
    const rows = table.rows.map((row) => (row.length === 1 ? row : [...row, ...new Array<string>(width - row.length).fill('')]))
    return { text: rows.map((row) => row.join('\t')).join('\n'), hint: { ...paragraph.hint, table: { ...table, rows } } }
  })
}

function isSquare(rows: readonly (readonly string[])[]): boolean {
  const width = Math.max(...rows.map((row) => row.length))
  return rows.length > 0 && rows.every((row) => row.length === width || row.length === 1)
}
