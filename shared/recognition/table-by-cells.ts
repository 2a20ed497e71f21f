/** A table that stands one cell to a line, under a head that does so too. */
import type { TableColumnRole } from '../document/draft.ts'
import { isTimeLimitOnly } from '../time-limit/parse-time-limit.ts'
import type { EditLog } from './edit-log.ts'
import { joinParagraphs, removeLine, type Paragraph } from './paragraph.ts'
import { columnRole, columnsOf } from './table-heads.ts'
import { appendLine, blank, continuesCell, markTable, trimRow } from './table-rows.ts'
import { firstIndex } from './first-index.ts'

/** The filled lines of a paper, and what is asked of them again and again: gathered once, for every line may be the head of a table. */
export interface CellLines {
  readonly lines: readonly Paragraph[]
  /** Place of each line in the paper. */
  readonly places: readonly number[]
  readonly texts: readonly string[]
  /** Where the cell a line belongs to is over, by the line. */
  readonly cellEnds: readonly number[]
  /** How many lines before a line begin a part of the paper (“一、”). */
  readonly partsBefore: readonly number[]
  /** Lines that are a number and nothing else, by the number as it is written. */
  readonly numbers: ReadonlyMap<string, readonly number[]>
}

export function cellLines(paragraphs: readonly Paragraph[]): CellLines {
  const places = paragraphs.flatMap((paragraph, place) => (blank(paragraph) ? [] : [place]))
  const lines = places.map((place) => paragraphs[place]!)
  const texts = lines.map(({ text }) => text.trim())
  const cellEnds = new Array<number>(lines.length)
  for (let at = lines.length - 1; at >= 0; at -= 1) cellEnds[at] = at + 1 < lines.length && continuesCell(texts[at]!, texts[at + 1]!) ? cellEnds[at + 1]! : at + 1
  const partsBefore = [0]
  const numbers = new Map<string, number[]>()
  for (const [at, text] of texts.entries()) {
    partsBefore.push(partsBefore[at]! + (/^[一二三四五六七八九十]{1,3}、/u.test(text) ? 1 : 0))
    const number = text.replace(/[.．、]$/u, '')
    if (!/^\d{1,9}$/u.test(number)) continue
    const known = numbers.get(number)
    if (known) known.push(at)
    else numbers.set(number, [at])
  }
  return { lines, places, texts, cellEnds, partsBefore, numbers }
}

/** How many of the ascending places are before `from`. */
function countBefore(places: readonly number[], from: number): number {
  return firstIndex(places.length, (index) => places[index]! >= from)
}

/** The rows of a table that stands one cell to a line, from a line on; undefined where they do not come out even. */
function cellRows(all: CellLines, start: number, columns: readonly TableColumnRole[]): Paragraph[][] | undefined {
  const { lines, texts, numbers } = all
  const width = columns.length
  const rows: Paragraph[][] = []
  const isNumber = (index: number, value: number) => texts[index]?.replace(/[.．、]$/u, '') === String(value)
  let at = start
  for (let number = 1; at < lines.length; number += 1) {
    if (columns[0] === 'number') {
      // “（一）理论学习方面” before a row spans the table.
      const spans = !isNumber(at, number) && isNumber(at + 1, number) && texts[at]!.length <= 40 && !/[。；]$/u.test(texts[at]!)
      if (spans) rows.push([lines[at++]!])
      if (!isNumber(at, number)) break
      const later = numbers.get(String(number + 1)) ?? []
      const next = later[countBefore(later, at + 1)] ?? -1
      // A group's own line may stand before the next number.
      const fits = (length: number) => next === -1 || next === at + length || next === at + length + 1
      const length = [rowLength(all, at, width), width].find((one) => one !== undefined && fits(one) && lines.length >= at + one)
      if (length === undefined) return undefined
      rows.push(lines.slice(at, at + length))
      at += length
      continue
    }
    if (headsGroup(texts[at]!) && fittingLength(all, at + 1, columns) !== undefined) rows.push([lines[at++]!])
    const length = fittingLength(all, at, columns)
    if (length === undefined) break
    rows.push(lines.slice(at, at + length))
    at += length
  }
  return rows.length > 0 ? rows : undefined
}

/** Lines the row from `at` on takes where some of its cells have several; undefined where the lines run out. */
function rowLength({ cellEnds }: CellLines, at: number, width: number): number | undefined {
  let end = at
  for (let cell = 0; cell < width; cell += 1) {
    if (end >= cellEnds.length) return undefined
    end = cellEnds[end]!
  }
  return end - at
}

const headsGroup = (text: string) => text.length <= 40 && /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)[^。；]+$/u.test(text)

/** The first line of a cell of the row from `at` on, which takes so many lines. */
function firstLine({ cellEnds }: CellLines, at: number, length: number, width: number, column: number): number | undefined {
  if (column < 0) return undefined
  if (length === width) return at + column
  let line = at
  for (let cell = 0; cell < column; cell += 1) line = cellEnds[line]!
  return line < at + length ? line : undefined
}

/** Lines of a row without a number, which is known by its time limit standing in the column for it. */
function fittingLength(all: CellLines, at: number, columns: readonly TableColumnRole[]): number | undefined {
  const { lines, partsBefore } = all
  const column = columns.indexOf('timeLimit')
  return [rowLength(all, at, columns.length), columns.length].find((length) => {
    const cell = length === undefined || lines.length < at + length ? undefined : firstLine(all, at, length, columns.length, column)
    // A part of the paper begins: what its lines happen to add up to is no row.
    return cell !== undefined && isTimeLimitOnly(lines[cell]!.text) && partsBefore[at + length!] === partsBefore[at]
  })
}

/** @param all of the same paragraphs; asked for only where a head stands. */
export function tableByCells(paragraphs: readonly Paragraph[], start: number, all: () => CellLines, log: EditLog, source: string): { table: Paragraph; end: number } | undefined {
  const heads: string[] = []
  // Most lines are no head of a column: the rest of the paper is looked at only where a whole head stands.
  for (let index = start; index < paragraphs.length && heads.length < 12; index += 1) {
    const text = paragraphs[index]!.text.trim()
    if (text === '') continue
    if (text.length > 12 || columnRole(text) === undefined) break
    heads.push(text)
  }
  const columns = columnsOf(heads)
  if (!columns) return undefined
  const filled = all()
  const first = countBefore(filled.places, start)
  const body = cellRows(filled, first + heads.length, columns)
  if (!body) return undefined
  const cellsOfRows = [filled.lines.slice(first, first + heads.length), ...body]
  const end = filled.places[first + cellsOfRows.reduce((sum, cells) => sum + cells.length, 0) - 1]! + 1
  const [firstLine, lastLine] = [paragraphs[start]!.firstLine, paragraphs[end - 1]!.lastLine]
  // The writer wants the lines as they stood: then there is no table.
  if (log.keepsIn('table-cell', firstLine, lastLine) || log.keepsIn('blank-line', firstLine, lastLine)) return undefined
  for (const line of paragraphs.slice(start, end)) if (blank(line)) removeLine(line, 'blank-line', log, source)
  const rows = cellsOfRows.map((cells) => {
    for (const cell of cells) trimRow(cell, log)
    const row = cells[0]!
    let before = row.text
    for (const cell of cells.slice(1)) {
      const { text } = cell
      const continues = cells.length > columns.length && continuesCell(before, text)
      if (continues && !/[，、]$/u.test(before)) appendLine(row, cell, log)
      else joinParagraphs(row, cell, continues ? 'joined' : 'table-cell', continues ? '' : '\t', log, source)
      before = text
    }
    return row
  })
  return { table: markTable(rows, log), end }
}
