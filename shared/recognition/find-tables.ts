/**
 * Tables that lost their lines: cells parted by tabs, by runs of blanks or by |, or standing one to a line.
 * A table is only taken for one under a heading row whose words are known columns; anything else stays as it is.
 */
import type { TableColumnRole } from '../document/draft.ts'
import { labelRole } from '../document/label-words.ts'
import { isTimeLimitOnly } from '../time-limit/parse-time-limit.ts'
import { advertisementScore } from './clean-advertisements.ts'
import type { EditLog } from './edit-log.ts'
import { cutRange, joinParagraphs, removeLine, replaceRange, type Paragraph } from './paragraph.ts'

/** Heads that are no label word as a whole, by what they end with: 审计查出问题, 拟采取措施, 县级牵头领导. */
const columnEndings: readonly (readonly [RegExp, TableColumnRole])[] = [
  [/问题$/u, 'problem'],
  [/(?:原因|根源)$/u, 'cause'],
  [/(?:措施|举措)$/u, 'measure'],
  [/(?:时限|期限|完成时间|整改时间)$/u, 'timeLimit'],
  [/(?:责任|牵头|配合|分管|承办|落实).{0,2}(?:领导|人|单位|部门|科室|股室|处室)$/u, 'responsible'],
]

/** What a column holds, by the words of its head. */
export function columnRole(head: string): TableColumnRole | undefined {
  const word = head.replace(/[\s（(].*$/u, '').replaceAll(/\s/gu, '')
  if (/^(?:序号|编号|序|项次|条目)$/u.test(word)) return 'number'
  if (/^(?:类别|方面|领域|项目|问题类别|问题类型|类型|问题分类|所属方面|整改类别|问题方面)$/u.test(word)) return 'category'
  const parts = word.split(/[、和及与/]/u)
  for (const part of [word, ...parts]) {
    const role = labelRole(part)
    if (role === 'other') return 'other'
    if (role !== undefined) return role
  }
  if (/(?:完成|销号|进展|成效|佐证|备注|目标|结果|状态|级别|来源|标准)/u.test(word) && word.length <= 8) return 'other'
  return word.length <= 10 ? columnEndings.find(([ending]) => ending.test(word))?.[1] : undefined
}

function columnsOf(heads: readonly string[]): TableColumnRole[] | undefined {
  const roles = heads.map((head) => columnRole(head.trim()))
  const known = roles.filter((role) => role !== undefined && role !== 'other').length
  return heads.length >= 3 && known >= 2 && known >= heads.length / 2 && roles.some((role) => role === 'problem' || role === 'measure')
    ? roles.map((role) => role ?? 'other')
    : undefined
}

interface RowForm {
  /** Cells at the end of a row may be missing: the separator shows which they are. */
  readonly ragged: boolean
  readonly split: (text: string) => string[] | undefined
  /** Rewrites the paragraph so that one tab stands between cells. */
  readonly normalise: (paragraph: Paragraph, log: EditLog) => void
}

/** Puts one tab where the pattern stands. */
function toTabs(paragraph: Paragraph, pattern: RegExp, log: EditLog): void {
  for (const match of [...paragraph.text.matchAll(pattern)].reverse()) {
    if (match[0] !== '\t') replaceRange(paragraph, match.index, match.index + match[0].length, '\t', 'table-cell', log)
  }
}

function trimRow(paragraph: Paragraph, log: EditLog): void {
  const end = /[ \u3000]+$/u.exec(paragraph.text)
  if (end && end.index > 0) cutRange(paragraph, end.index, paragraph.text.length, 'trailing-blank', log)
  const start = /^[ \u3000]+/u.exec(paragraph.text)
  if (start) cutRange(paragraph, 0, start[0].length, 'indent', log)
}

const rowForms: readonly RowForm[] = [
  {
    ragged: true,
    split: (text) => (text.includes('\t') ? text.split('\t').map((cell) => cell.trim()) : undefined),
    normalise: (paragraph, log) => {
      trimRow(paragraph, log)
      toTabs(paragraph, /[ \u3000]*\t[ \u3000]*/gu, log)
    },
  },
  {
    ragged: true,
    split: (text) => (/^\s*\|.*\|\s*$/su.test(text) ? text.trim().slice(1, -1).split('|').map((cell) => cell.trim()) : undefined),
    normalise: (paragraph, log) => {
      const end = /\s*\|\s*$/u.exec(paragraph.text)!
      cutRange(paragraph, end.index, paragraph.text.length, 'markup', log)
      const start = /^\s*\|\s*/u.exec(paragraph.text)!
      cutRange(paragraph, 0, start[0].length, 'markup', log)
      toTabs(paragraph, /\s*\|\s*/gu, log)
    },
  },
  {
    ragged: false,
    split: (text) => (/\S(?: {2,}|\u3000+ *)\S/u.test(text) ? text.trim().split(/(?: {2,}|\u3000+ *)/u) : undefined),
    normalise: (paragraph, log) => {
      trimRow(paragraph, log)
      toTabs(paragraph, /(?: {2,}|\u3000+ *)/gu, log)
    },
  },
]

/** “填表人：…\t审核人：…” below a table is none of its rows. */
const tableFoot = /^(?:填表|填报|制表|审核|复核|审批|负责|联系|经办)(?:人|单位|日期|时间)?[:：]|^(?:备注|注|说明)[:：]/u

const blank = (paragraph: Paragraph) => paragraph.text.trim() === ''

/** Cells left out at the end of a row are put in, empty; a row of one cell spans the table. */
function fillRow(row: Paragraph, width: number, log: EditLog): void {
  const missing = width - row.text.split('\t').length
  if (missing <= 0 || missing === width - 1) return
  const end = log.lineEnd(row.lastLine)
  const glue = '\t'.repeat(missing)
  log.add({ kind: 'table-cell', from: end, to: end, after: glue })
  row.text += glue
  row.origin.push(...new Array<number>(missing).fill(end))
  row.ends.push(...new Array<number>(missing).fill(end))
}

/** The line is added with its break as it stood: a further line of a cell, or of the table. */
function appendLine(paragraph: Paragraph, line: Paragraph, log: EditLog): void {
  const lineBreak = log.lineStart(line.firstLine) - 1
  paragraph.origin = [...paragraph.origin, lineBreak, ...line.origin]
  paragraph.ends = [...paragraph.ends, lineBreak + 1, ...line.ends]
  paragraph.text += `\n${line.text}`
  paragraph.lastLine = line.lastLine
}

/** Rows of one table are lines of one paragraph: their breaks stay. */
function markTable(rows: readonly Paragraph[], log: EditLog): Paragraph {
  const table = rows[0]!
  const width = Math.max(...rows.map((row) => row.text.split('\t').length))
  for (const row of rows) fillRow(row, width, log)
  table.table = { rows: rows.map((row) => row.text.split('\t')), headerRows: 1 }
  for (const row of rows.slice(1)) appendLine(table, row, log)
  return table
}

/** “（一）理论学习方面” between two rows: a line of one cell, with a row of the table right behind it. */
function spansTable(paragraphs: readonly Paragraph[], index: number, form: RowForm, width: number): boolean {
  const line = paragraphs[index]!
  const next = paragraphs.findIndex((one, at) => at > index && !blank(one))
  if (next === -1 || form.split(line.text) !== undefined || line.text.trim().length > 40 || /[。；]$/u.test(line.text.trim())) return false
  return form.split(paragraphs[next]!.text)?.length === width || (form.ragged && rowOfLines(paragraphs, next, form, width) !== undefined)
}

/** A row of which a cell has several lines (“…1.甲” and “2.乙\t张三\t3月底前”), where the lines together are just as wide as the table. */
function rowOfLines(paragraphs: readonly Paragraph[], index: number, form: RowForm, width: number): Paragraph[] | undefined {
  const lines = [paragraphs[index]!]
  let cells = form.split(lines[0]!.text)
  if (!cells || cells.length >= width) return undefined
  for (let at = index + 1; at < paragraphs.length && cells.length < width; at += 1) {
    const next = form.split(paragraphs[at]!.text) ?? [paragraphs[at]!.text.trim()]
    if (!continuesCell(cells.at(-1)!, next[0]!)) return undefined
    cells = [...cells.slice(0, -1), ...next]
    lines.push(paragraphs[at]!)
  }
  return cells.length === width ? lines : undefined
}

function tableByRows(paragraphs: readonly Paragraph[], start: number, log: EditLog, source: string): { table: Paragraph; end: number } | undefined {
  for (const form of rowForms) {
    const heads = form.split(paragraphs[start]!.text)
    if (!heads || !columnsOf(heads) || log.keepsIn('table-cell', paragraphs[start]!.firstLine, paragraphs[start]!.lastLine)) continue
    const rows: Paragraph[][] = [[paragraphs[start]!]]
    const gaps: Paragraph[] = []
    let pending: Paragraph[] = []
    let end = start + 1
    for (; end < paragraphs.length; end += 1) {
      const line = paragraphs[end]!
      if (log.keepsIn(blank(line) ? 'blank-line' : 'markup', line.firstLine, line.lastLine) || log.keepsIn('table-cell', line.firstLine, line.lastLine)) break
      if (blank(line)) {
        pending.push(line)
        continue
      }
      const rule = /^\s*\|?[\s:|-]+\|?\s*$/u.test(line.text) && line.text.includes('-')
      if (rule || (!log.keepsIn('advertisement', line.firstLine, line.lastLine) && advertisementScore(line.text) >= 3)) {
        pending.push(line)
        continue
      }
      if (spansTable(paragraphs, end, form, heads.length)) {
        rows.push([line])
        gaps.push(...pending)
        pending = []
        continue
      }
      const several = form.ragged ? rowOfLines(paragraphs, end, form, heads.length) : undefined
      if (several) {
        rows.push(several)
        gaps.push(...pending)
        pending = []
        end += several.length - 1
        continue
      }
      const cells = form.split(line.text)
      if (!cells || cells.length > heads.length || tableFoot.test(cells[0]!) || cells.length < (form.ragged ? Math.min(3, heads.length) : heads.length)) break
      rows.push([line])
      gaps.push(...pending)
      pending = []
    }
    if (rows.length < 2) return undefined
    for (const gap of gaps) removeLine(gap, blank(gap) ? 'blank-line' : advertisementScore(gap.text) >= 3 ? 'advertisement' : 'markup', log, source)
    const merged = rows.map(([first, ...further]) => {
      form.normalise(first!, log)
      for (const line of further) {
        form.normalise(line, log)
        appendLine(first!, line, log)
      }
      return first!
    })
    return { table: markTable(merged, log), end: end - pending.length }
  }
  return undefined
}

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
    } else if (lines.length - at < width || !rowFits(lines.slice(at, at + width), columns)) break
    rows.push(lines.slice(at, at + width))
    at += width
  }
  return rows.length > 0 ? { rows, used: at } : undefined
}

/** A line that goes on with the cell of the line before: its next entry (“2.…”), or the rest of a broken sentence. */
function continuesCell(before: string, line: string): boolean {
  const entry = /^(?:([2-9])[.．、](?!\d)|[（(]([2-9])[）)]|([②-⑨]))/u.exec(line)
  if (entry) return /^(?:\d[.．、]|[（(]\d[）)]|[①-⑨])/u.test(before) || before.length > 12
  return /[，、]$/u.test(before)
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

/** A row without a number is known by its time limit standing in the column for it. */
function rowFits(cells: readonly Paragraph[], columns: readonly TableColumnRole[]): boolean {
  const column = columns.indexOf('timeLimit')
  return column !== -1 && cells[column] !== undefined && isTimeLimitOnly(cells[column].text)
}

function tableByCells(paragraphs: readonly Paragraph[], start: number, log: EditLog, source: string): { table: Paragraph; end: number } | undefined {
  const lines = paragraphs.slice(start).filter((paragraph) => !blank(paragraph))
  const heads: string[] = []
  while (heads.length < lines.length && heads.length < 12) {
    const text = lines[heads.length]!.text.trim()
    if (text.length > 12 || columnRole(text) === undefined) break
    heads.push(text)
  }
  const columns = columnsOf(heads)
  if (!columns) return undefined
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

export function findTables(paragraphs: Paragraph[], log: EditLog, source: string): Paragraph[] {
  const result: Paragraph[] = []
  for (let index = 0; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index]!
    if (paragraph.hint?.table || blank(paragraph) || paragraph.hint?.exact) {
      result.push(paragraph)
      continue
    }
    const found = tableByRows(paragraphs, index, log, source) ?? tableByCells(paragraphs, index, log, source)
    if (!found) {
      result.push(paragraph)
      continue
    }
    result.push(found.table)
    index = found.end - 1
  }
  return result
}

export function tableColumns(rows: readonly (readonly string[])[], headerRows: number): TableColumnRole[] {
  const width = Math.max(...rows.map((row) => row.length))
  const heads = headerRows > 0 ? rows[0]! : []
  return Array.from({ length: width }, (_, index) => columnRole((heads[index] ?? '').trim()) ?? 'other')
}
