/** A table that stands one cell to a line, under a head that does so too. */
import type { TableColumnRole } from '../document/draft.ts'
import { isTimeLimitOnly } from '../time-limit/parse-time-limit.ts'
import type { EditLog } from './edit-log.ts'
import { joinParagraphs, removeLine, type Paragraph } from './paragraph.ts'
import { columnRole, columnsOf } from './table-heads.ts'
import { appendLine, blank, continuesCell, markTable, trimRow } from './table-rows.ts'

/** The rows of a table that stands one cell to a line, as index lists; undefined where they do not come out even. */
function cellRows(lines: readonly Paragraph[], columns: readonly TableColumnRole[]): { rows: Paragraph[][]; used: number } | undefined {
  const width = columns.length
  const rows: Paragraph[][] = []
  const isNumber = (index: number, value: number) => lines[index]?.text.trim().replace(/[.．、]$/u, '') === String(value)
  let at = 0
  for (let number = 1; at < lines.length; number += 1) {
    if (columns[0] === 'number') {
      // “（一）理论学习方面” before a row spans the table.
      const spans = !isNumber(at, number) && isNumber(at + 1, number) && lines[at]!.text.trim().length <= 40 && !/[。；]$/u.test(lines[at]!.text.trim())
      if (spans) rows.push([lines[at++]!])
      if (!isNumber(at, number)) break
      const next = lines.findIndex((_, index) => index > at && isNumber(index, number + 1))
      // A group's own line may stand before the next number.
      const fits = (lines: number) => next === -1 || next === at + lines || next === at + lines + 1
      const length = [rowLength(lines.slice(at), width), width].find((one) => one !== undefined && fits(one) && lines.length >= at + one)
      if (length === undefined) return undefined
      rows.push(lines.slice(at, at + length))
      at += length
      continue
    }
    if (headsGroup(lines[at]!) && fittingLength(lines.slice(at + 1), columns) !== undefined) rows.push([lines[at++]!])
    const length = fittingLength(lines.slice(at), columns)
    if (length === undefined) break
    rows.push(lines.slice(at, at + length))
    at += length
  }
  return rows.length > 0 ? { rows, used: at } : undefined
}

/** Lines the first row takes where some of its cells have several; undefined where the lines run out. */
function rowLength(lines: readonly Paragraph[], width: number): number | undefined {
  let cells = 0
  for (let index = 0; index < lines.length; index += 1) {
    if (index > 0 && continuesCell(lines[index - 1]!.text.trim(), lines[index]!.text.trim())) continue
    if (cells === width) return index
    cells += 1
  }
  return cells === width ? lines.length : undefined
}

const headsGroup = ({ text }: Paragraph) => text.trim().length <= 40 && /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)[^。；]+$/u.test(text.trim())

/** The first line of each cell of a row that takes so many lines. */
function firstLines(lines: readonly Paragraph[], width: number): readonly Paragraph[] {
  return lines.length === width ? lines : lines.filter((line, index) => index === 0 || !continuesCell(lines[index - 1]!.text.trim(), line.text.trim()))
}

/** Lines of a row without a number, which is known by its time limit standing in the column for it. */
function fittingLength(lines: readonly Paragraph[], columns: readonly TableColumnRole[]): number | undefined {
  const column = columns.indexOf('timeLimit')
  return [rowLength(lines, columns.length), columns.length].find((length) => {
    const cell = length === undefined || lines.length < length ? undefined : firstLines(lines.slice(0, length), columns.length)[column]
    // A part of the paper begins: what its lines happen to add up to is no row.
    return cell !== undefined && isTimeLimitOnly(cell.text) && !lines.slice(0, length).some((line) => /^[一二三四五六七八九十]{1,3}、/u.test(line.text.trim()))
  })
}

export function tableByCells(paragraphs: readonly Paragraph[], start: number, log: EditLog, source: string): { table: Paragraph; end: number } | undefined {
  const heads: string[] = []
  // Asked at every line of the paper: what follows the head is only looked at where there is one.
  for (let at = start; at < paragraphs.length && heads.length < 12; at += 1) {
    const text = paragraphs[at]!.text.trim()
    if (text === '') continue
    if (text.length > 12 || columnRole(text) === undefined) break
    heads.push(text)
  }
  const columns = columnsOf(heads)
  if (!columns) return undefined
  const lines = paragraphs.slice(start).filter((paragraph) => !blank(paragraph))
  const body = cellRows(lines.slice(heads.length), columns)
  if (!body) return undefined
  const all = [lines.slice(0, heads.length), ...body.rows]
  const end = paragraphs.indexOf(all.at(-1)!.at(-1)!) + 1
  const [firstLine, lastLine] = [paragraphs[start]!.firstLine, paragraphs[end - 1]!.lastLine]
  // The writer wants the lines as they stood: then there is no table.
  if (log.keepsIn('table-cell', firstLine, lastLine) || log.keepsIn('blank-line', firstLine, lastLine)) return undefined
  for (const line of paragraphs.slice(start, end)) if (blank(line)) removeLine(line, 'blank-line', log, source)
  const rows = all.map((cells) => {
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
