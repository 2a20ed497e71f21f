/** One w:tbl → a source paragraph with its rows, or the paragraphs in it where it is no table but a frame. */
import { tableColumns } from '../../../shared/recognition/table-heads.ts'
import type { SourceParagraph } from '../../../shared/recognition/source.ts'
import { isLandscapeMark, readTableMarks } from './block-marks.ts'
import { FileFault } from './file-fault.ts'
import { isPlacingTable } from './read-official.ts'
import type { Reading } from './reading-context.ts'
import { childOf, childrenOf, childToggle, childValue, type XmlElement } from './xml-tree.ts'

/** Word itself allows 63 columns; a span beyond that is nonsense that would fill the memory. */
const mostColumns = 63
/** No ledger of any county is longer. */
const mostRows = 10_000

interface Cell {
  readonly text: string
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

/** Rows and cells may be wrapped in content controls. */
function unwrap(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.name === name) return [child]
    const content = child.name === 'w:sdt' ? childOf(child, 'w:sdtContent') : child.name === 'w:customXml' ? child : undefined
    return content === undefined ? [] : unwrap(content, name)
  })
}

/** What a cell of a draft may hold: no control characters, no tabs. */
function cleanLine(text: string, reading: Reading): string {
  const spaced = text.replaceAll('\t', ' ')
  const clean = spaced.replace(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g, '').toWellFormed()
  reading.tally.add('character', spaced.length - clean.length)
  return clean
}

function cellText(cell: XmlElement, own: boolean, reading: Reading): string {
  const lines: string[] = []
  reading.blocks(cell.children, (paragraph) => {
    for (const line of paragraph.text.split('\n')) lines.push(cleanLine(line, reading))
  })
  const text = lines.join('\n')
  // Blank paragraphs above and below the text only push it about.
  return own ? text : text.replace(/^\s+|\s+$/gu, '')
}

function readCell(cell: XmlElement, own: boolean, reading: Reading): Cell {
  const properties = childOf(cell, 'w:tcPr')
  const merge = childOf(properties, 'w:vMerge')
  if (childrenOf(cell, 'w:tbl').length > 0) reading.tally.add('nestedTable', childrenOf(cell, 'w:tbl').length)
  return {
    text: cellText(cell, own, reading),
    span: Math.max(1, count(childValue(properties, 'w:gridSpan')) ?? 1),
    continues: (merge !== undefined && merge.attributes['val'] !== 'restart') || childValue(properties, 'w:hMerge') === 'continue',
  }
}

function readRow(row: XmlElement, own: boolean, reading: Reading): Row | undefined {
  const properties = childOf(row, 'w:trPr')
  if (childOf(properties, 'w:del') !== undefined) {
    reading.tally.add('deleted')
    return undefined
  }
  return {
    cells: unwrap(row, 'w:tc').map((cell) => readCell(cell, own, reading)),
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
    return [cell.continues ? '' : cell.text, ...blanks(cell.span - 1)]
  })
  const all = [...blanks(row.before), ...texts, ...row.cells.slice(mostColumns).map((cell) => cell.text), ...blanks(row.after)]
  const most = Math.min(width, mostColumns)
  // Columns beyond what Word allows: their text goes into the last one.
  return all.length <= most ? [...all, ...blanks(most - all.length)] : [...all.slice(0, most - 1), all.slice(most - 1).filter((text) => text !== '').join(' ')]
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

function tableParagraph(rows: readonly (readonly string[])[], hint: { headerRows?: number; columns?: NonNullable<ReturnType<typeof readTableMarks>>; landscape?: true }): SourceParagraph {
  return { text: rows.map((row) => row.join('\t')).join('\n'), hint: { table: { rows, ...hint } } }
}

export function readTable(table: XmlElement, reading: Reading, take: (paragraph: SourceParagraph) => void): void {
  const marks = markNames(table)
  const columns = reading.styles.own ? readTableMarks(marks) : undefined
  const own = columns !== undefined
  const elements = unwrap(table, 'w:tr')
  if (elements.length > mostRows) throw new FileFault('FILE_LIMITS', `a table of ${elements.length} rows`)
  if (!own && isPlacingTable(table, reading.styles)) {
    for (const row of elements) for (const cell of unwrap(row, 'w:tc')) reading.blocks(cell.children, take)
    return
  }
  const single = !own && elements.every((row) => unwrap(row, 'w:tc').length <= 1)
  if (single) {
    reading.tally.add('plainTable')
    for (const row of elements) for (const cell of unwrap(row, 'w:tc')) reading.blocks(cell.children, take)
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
  take(tableParagraph(texts, { ...told, ...(known ? {} : { columns }), ...(own && marks.some(isLandscapeMark) ? { landscape: true as const } : {}) }))
}
