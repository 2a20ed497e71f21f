/** One w:tbl → a source paragraph with its rows, or the paragraphs in it where it is no table but a frame. */
import { tableColumns } from '../../../shared/recognition/table-heads.ts'
import type { SourceNote, SourceParagraph } from '../../../shared/recognition/source.ts'
import { isLandscapeMark, readTableMarks } from './block-marks.ts'
import { FileFault } from './file-fault.ts'
import { chosenBranch } from './read-drawing.ts'
import { hintOf, showsPlaceholder } from './read-inline.ts'
import { isPlacingTable } from './read-official.ts'
import type { Reading } from './reading-context.ts'
import { changesIn, isGone, propertiesIn } from './revisions.ts'
import { childOf, childrenOf, childToggle, childValue, type XmlElement } from './xml-tree.ts'

/** Word itself allows 63 columns; a span beyond that is nonsense that would fill the memory. */
const mostColumns = 63
/** No ledger of any county is longer. */
const mostRows = 10_000

interface Cell {
  readonly text: string
  /** Offsets in the cell's text. */
  readonly notes: readonly SourceNote[]
  readonly span: number
  /** Continues the cell above. */
  readonly continues: boolean
}

interface Row {
  readonly cells: readonly Cell[]
  readonly header: boolean
  readonly before: number
  readonly after: number
}

const count = (text: string | undefined) => (text !== undefined && /^\d{1,4}$/.test(text) ? Math.min(Number(text), mostColumns) : undefined)

/** Rows and cells may be wrapped in content controls and revisions. */
function unwrap(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.name === name) return [child]
    const content = child.name === 'w:sdt' ? childOf(child, 'w:sdtContent') : child.name === 'w:customXml' || child.name === 'w:ins' || child.name === 'w:moveTo' ? child : child.name === 'mc:AlternateContent' ? chosenBranch(child) : undefined
    return content === undefined ? [] : unwrap(content, name)
  })
}

/** Cells of an empty control hold a hint that nobody wrote. */
function hintedCells(row: XmlElement): ReadonlySet<XmlElement> {
  return new Set(childrenOf(row, 'w:sdt').filter(showsPlaceholder).flatMap((sdt) => unwrap(sdt, 'w:sdtContent').flatMap((content) => unwrap(content, 'w:tc'))))
}

const unfit = /[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g
/** What a cell of a draft may hold: no control characters, no tabs. */
const cleanLine = (text: string) => text.replaceAll('\t', ' ').replace(unfit, '').toWellFormed()

function cellContent(cell: XmlElement, own: boolean, reading: Reading): Pick<Cell, 'text' | 'notes'> {
  let text = ''
  let begun = false
  const notes: SourceNote[] = []
  reading.blocks(cell.children, (paragraph) => {
    let from = 0
    for (const line of paragraph.text.split('\n')) {
      if (begun) text += '\n'
      begun = true
      const clean = cleanLine(line)
      reading.tally.add('character', line.length - clean.length)
      for (const note of paragraph.hint?.notes ?? []) {
        if (note.from < from || note.from > from + line.length) continue
        const place = (offset: number) => text.length + cleanLine(line.slice(0, Math.max(0, offset - from))).length
        notes.push({ ...note, from: place(note.from), to: place(note.to) })
      }
      text += clean
      from += line.length + 1
    }
  })
  if (own) return { text, notes }
  // Blank paragraphs above and below the text only push it about.
  const cut = text.length - text.trimStart().length
  const short = text.trim()
  const inside = (offset: number) => Math.min(Math.max(0, offset - cut), short.length)
  return { text: short, notes: notes.map((note) => ({ ...note, from: inside(note.from), to: inside(note.to) })) }
}

function readCell(cell: XmlElement, own: boolean, reading: Reading): Cell {
  const properties = propertiesIn(cell, 'w:tcPr', reading.view)
  const merge = childOf(properties, 'w:vMerge')
  if (childrenOf(cell, 'w:tbl').length > 0) reading.tally.add('nestedTable', childrenOf(cell, 'w:tbl').length)
  return {
    ...cellContent(cell, own, reading),
    span: Math.max(1, count(childValue(properties, 'w:gridSpan')) ?? 1),
    continues: (merge !== undefined && merge.attributes['val'] !== 'restart') || childValue(properties, 'w:hMerge') === 'continue' || (childOf(properties, 'w:hMerge') !== undefined && childValue(properties, 'w:hMerge') === undefined),
  }
}

/** Whether the view has no such row or cell; what was done to it is counted. */
function isAbsent(marks: XmlElement | undefined, reading: Reading): boolean {
  const changes = [
    ...changesIn(marks),
    ...(childOf(marks, 'w:cellIns') === undefined ? [] : ['inserted' as const]),
    ...(childOf(marks, 'w:cellDel') === undefined ? [] : ['deleted' as const]),
  ]
  for (const change of changes) reading.tally.add(change)
  return changes.some((change) => isGone(change, reading.view))
}

function skipCells(cells: readonly XmlElement[], reading: Reading): undefined {
  for (const cell of cells) reading.countChanges(cell.children)
}

function readRow(row: XmlElement, own: boolean, reading: Reading): Row | undefined {
  if (isAbsent(childOf(row, 'w:trPr'), reading)) return skipCells(unwrap(row, 'w:tc'), reading)
  const properties = propertiesIn(row, 'w:trPr', reading.view)
  const hinted = hintedCells(row)
  return {
    cells: unwrap(row, 'w:tc').flatMap((cell): Cell[] => {
      if (isAbsent(childOf(cell, 'w:tcPr'), reading)) {
        skipCells([cell], reading)
        return []
      }
      if (!hinted.has(cell)) return [readCell(cell, own, reading)]
      reading.tally.add('placeholder', 1, hintOf(cell))
      return [readCell({ ...cell, children: childrenOf(cell, 'w:tcPr') }, own, reading)]
    }),
    header: childToggle(properties, 'w:tblHeader') ?? false,
    before: count(childValue(properties, 'w:gridBefore')) ?? 0,
    after: count(childValue(properties, 'w:gridAfter')) ?? 0,
  }
}

const blanks = (length: number): string[] => Array.from({ length }, () => '')

/**
 * A cell for every column: a merged cell gives its text once and stays empty in the rest. One cell over the whole width
 * stays alone, as a draft has it.
 */
function rowTexts(row: Row, width: number, own: boolean, reading: Reading): string[] {
  const [only, ...others] = row.cells
  if (only !== undefined && others.length === 0 && only.span >= width) return [only.text]
  const texts = row.cells.slice(0, mostColumns).flatMap((cell) => {
    if (!own && (cell.span > 1 || cell.continues)) reading.tally.add('mergedCell')
    // Word shows none of it, but it is there.
    if (cell.continues && cell.text !== '') reading.tally.add('coveredCell')
    return [cell.text, ...blanks(cell.span - 1)]
  })
  const all = [...blanks(row.before), ...texts, ...row.cells.slice(mostColumns).map((cell) => cell.text), ...blanks(row.after)]
  const most = Math.min(width, mostColumns)
  // Columns beyond what Word allows: their text goes into the last one.
  return all.length <= most ? [...all, ...blanks(most - all.length)] : [...all.slice(0, most - 1), all.slice(most - 1).filter((text) => text !== '').join(' ')]
}

/** The notes of all cells, their offsets in the text of the table: cells by tab, rows by line. */
function tableNotes(rows: readonly Row[], texts: readonly (readonly string[])[]): SourceNote[] {
  let start = 0
  return rows.flatMap((row, index) => {
    const columns = texts[index]!
    const rowStart = start
    start += columns.join('\t').length + 1
    let column = row.before
    return row.cells.flatMap((cell) => {
      const at = columns.length === 1 ? 0 : Math.min(column, columns.length - 1)
      column += cell.span
      const shift = rowStart + columns.slice(0, at).reduce((sum, text) => sum + text.length + 1, 0)
      return cell.notes.map((note) => ({ ...note, from: shift + Math.min(note.from, columns[at]!.length), to: shift + Math.min(note.to, columns[at]!.length) }))
    })
  })
}

function headerRows(rows: readonly Row[]): number {
  const first = rows.findIndex((row) => !row.header)
  return first === -1 ? rows.length : first
}

/** Bookmark names in the first cell: a table of ours says there what its columns hold. */
function markNames(table: XmlElement): string[] {
  const cell = childOf(childOf(table, 'w:tr'), 'w:tc')
  return childrenOf(cell, 'w:p').flatMap((one) => childrenOf(one, 'w:bookmarkStart').map((mark) => mark.attributes['name'] ?? ''))
}

function tableParagraph(rows: readonly (readonly string[])[], hint: { headerRows?: number; columns?: NonNullable<ReturnType<typeof readTableMarks>>; landscape?: true }, notes: readonly SourceNote[]): SourceParagraph {
  return { text: rows.map((row) => row.join('\t')).join('\n'), hint: { table: { rows, ...hint }, ...(notes.length === 0 ? {} : { notes }) } }
}

export function readTable(table: XmlElement, reading: Reading, take: (paragraph: SourceParagraph) => void): void {
  const marks = markNames(table)
  const columns = reading.styles.own ? readTableMarks(marks) : undefined
  const own = columns !== undefined
  const elements = unwrap(table, 'w:tr')
  if (elements.length > mostRows) throw new FileFault('FILE_LIMITS', `a table of ${elements.length} rows`)
  if (!own && isPlacingTable(table, reading.styles)) {
    for (const row of elements) {
      const cells = unwrap(row, 'w:tc')
      if (isAbsent(childOf(row, 'w:trPr'), reading)) skipCells(cells, reading)
      else for (const cell of cells) reading.blocks(cell.children, take)
    }
    return
  }
  const single = !own && elements.every((row) => unwrap(row, 'w:tc').length <= 1)
  if (single) {
    reading.tally.add('plainTable')
    for (const row of elements) {
      if (isAbsent(childOf(row, 'w:trPr'), reading)) {
        skipCells(unwrap(row, 'w:tc'), reading)
        continue
      }
      const hinted = hintedCells(row)
      for (const cell of unwrap(row, 'w:tc')) {
        if (hinted.has(cell)) reading.tally.add('placeholder', 1, hintOf(cell))
        else reading.blocks(cell.children, take)
      }
    }
    return
  }
  const rows = elements.flatMap((row) => readRow(row, own, reading) ?? [])
  if (rows.length === 0) return
  const width = Math.max(1, ...rows.map((row) => row.before + row.after + row.cells.reduce((sum, cell) => sum + cell.span, 0)))
  const texts = rows.map((row) => rowTexts(row, width, own, reading))
  const header = headerRows(rows)
  // A foreign file that marks no header row says nothing about it.
  const told = own || header > 0 ? { headerRows: header } : {}
  // Columns are said only where the heads do not say them, and not of a table whose columns were changed since.
  const known = columns?.length !== width || tableColumns(texts, header).join() === columns.join()
  take(tableParagraph(texts, { ...told, ...(known ? {} : { columns }), ...(own && marks.some(isLandscapeMark) ? { landscape: true as const } : {}) }, tableNotes(rows, texts)))
}
