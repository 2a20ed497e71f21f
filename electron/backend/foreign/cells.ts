/** Rows of cells as any reader finds them → a source paragraph with its table, or plain paragraphs where it is no table. */
import type { SourceNote, SourceParagraph } from '../../../shared/recognition/source.ts'
import { FileFault } from '../word/file-fault.ts'
import type { ForeignTally } from './foreign-tally.ts'

/** Word itself allows 63 columns; what is beyond goes into the last one. */
export const mostColumns = 63
/** No ledger of any county is longer. */
export const mostRows = 10_000

export interface ForeignCell {
  readonly paragraphs: readonly SourceParagraph[]
  readonly columns?: number
  /** Rows it reaches over, itself included. */
  readonly rows?: number
  /** Continues the cell above (programs that mark it so instead of counting rows). */
  readonly continues?: boolean
}

export interface ForeignRow {
  readonly cells: readonly ForeignCell[]
  readonly header?: boolean
  /** Columns left free before the first cell. */
  readonly before?: number
}

interface Placed {
  readonly text: string
  readonly notes: readonly SourceNote[]
}

const nothing: Placed = { text: '', notes: [] }

/** A cell's text as a draft holds it: lines, no tabs, no blank lines around it. */
function cellText(cell: ForeignCell): Placed {
  let text = ''
  const notes: SourceNote[] = []
  cell.paragraphs.forEach((paragraph, index) => {
    if (index > 0) text += '\n'
    const shift = text.length
    for (const note of paragraph.hint?.notes ?? []) notes.push({ ...note, from: note.from + shift, to: note.to + shift })
    text += paragraph.text.replaceAll('\t', ' ')
  })
  const head = text.length - text.trimStart().length
  const trimmed = text.trim()
  const place = (at: number) => Math.min(Math.max(at - head, 0), trimmed.length)
  return { text: trimmed, notes: notes.map((note) => ({ ...note, from: place(note.from), to: place(note.to) })) }
}

/** Puts cells into columns; what a cell of a row above reaches into stays free. */
function placeRow(row: ForeignRow, reach: number[], tally: ForeignTally): Placed[] {
  const placed: Placed[] = []
  const skip = () => {
    while ((reach[placed.length] ?? 0) > 0) {
      reach[placed.length] = reach[placed.length]! - 1
      placed.push(nothing)
    }
  }
  for (let left = Math.min(row.before ?? 0, mostColumns); left > 0; left -= 1) placed.push(nothing)
  for (const cell of row.cells) {
    skip()
    // Beyond what a table can be only the text counts.
    const columns = placed.length >= mostColumns ? 1 : Math.min(Math.max(cell.columns ?? 1, 1), mostColumns)
    const rows = Math.min(Math.max(cell.rows ?? 1, 1), mostRows)
    if (columns > 1 || rows > 1 || cell.continues) tally.add('mergedCell')
    for (let column = 0; column < columns; column += 1) {
      if (rows > 1 && placed.length < mostColumns) reach[placed.length] = rows - 1
      placed.push(column === 0 && !cell.continues ? cellText(cell) : nothing)
    }
  }
  for (skip(); placed.length < Math.min(reach.length, mostColumns); skip()) placed.push(nothing)
  return placed
}

/** Every row as wide as the widest, none wider than a table can be. */
function square(placed: readonly Placed[], width: number, tally: ForeignTally): Placed[] {
  const row = [...placed, ...new Array<Placed>(Math.max(0, Math.min(width, mostColumns) - placed.length)).fill(nothing)]
  const extra = row.slice(mostColumns)
  if (extra.some(({ text }) => text !== '')) {
    tally.add('wideTable')
    const last = row[mostColumns - 1]!
    row[mostColumns - 1] = { text: [last, ...extra].map(({ text }) => text).filter((text) => text !== '').join(' '), notes: last.notes }
  }
  return row.slice(0, mostColumns)
}

/** Columns that hold nothing in any row say nothing: programs leave them when cells do not line up. */
function withoutEmptyTail(rows: readonly Placed[][]): Placed[][] {
  const used = rows.reduce((most, row) => Math.max(most, row.findLastIndex(({ text }) => text !== '') + 1), 1)
  return rows.map((row) => row.slice(0, used))
}

/**
 * @param take gets one paragraph with the table, or, of a table of one column, each paragraph in it.
 * @throws FileFault FILE_LIMITS
 */
export function addTable(rows: readonly ForeignRow[], tally: ForeignTally, take: (paragraph: SourceParagraph) => void): void {
  if (rows.length > mostRows) throw new FileFault('FILE_LIMITS', `a table of ${rows.length} rows`)
  const filled = rows.filter((row) => row.cells.length > 0)
  if (filled.length === 0) return
  if (filled.every((row) => row.cells.length === 1 && (row.before ?? 0) === 0)) {
    tally.add('plainTable')
    for (const row of filled) row.cells[0]!.paragraphs.forEach(take)
    return
  }
  const reach: number[] = []
  const placed = filled.map((row) => placeRow(row, reach, tally))
  const width = placed.reduce((most, row) => Math.max(most, row.length), 1)
  const squared = withoutEmptyTail(placed.map((row) => square(row, width, tally)))
  const header = filled.findIndex((row) => row.header !== true)
  const headerRows = header === -1 ? filled.length : header
  const notes: SourceNote[] = []
  let text = ''
  squared.forEach((row, at) => row.forEach((cell, column) => {
    if (column > 0) text += '\t'
    else if (at > 0) text += '\n'
    for (const note of cell.notes) notes.push({ ...note, from: note.from + text.length, to: note.to + text.length })
    text += cell.text
  }))
  take({
    text,
    hint: {
      table: { rows: squared.map((row) => row.map((cell) => cell.text)), ...(headerRows > 0 ? { headerRows } : {}) },
      ...(notes.length > 0 ? { notes } : {}),
    },
  })
}
