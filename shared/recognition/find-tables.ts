/**
 * Tables that lost their lines: cells parted by tabs, by runs of blanks or by |, or standing one to a line.
 * A table is only taken for one under a heading row whose words are known columns; anything else stays as it is.
 */
import { advertisementScore } from './clean-advertisements.ts'
import type { EditLog } from './edit-log.ts'
import { cutRange, removeLine, replaceMatches, type Paragraph } from './paragraph.ts'
import { cellLines, tableByCells, type CellLines } from './table-by-cells.ts'
import { columnsOf } from './table-heads.ts'
import { appendLine, blank, continuesCell, markTable, trimRow } from './table-rows.ts'

interface RowForm {
  /** Cells at the end of a row may be missing: the separator shows which they are. */
  readonly ragged: boolean
  readonly split: (text: string) => string[] | undefined
  /** Rewrites the paragraph so that one tab stands between cells. */
  readonly normalise: (paragraph: Paragraph, log: EditLog) => void
}

/** Puts one tab where the pattern stands. */
function toTabs(paragraph: Paragraph, pattern: RegExp, log: EditLog): void {
  replaceMatches(paragraph, pattern, (found) => (found === '\t' ? undefined : '\t'), 'table-cell', log)
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
      // A further line of a row may lack either.
      const end = /\|\s*$/u.exec(paragraph.text)
      if (end) cutRange(paragraph, paragraph.text.slice(0, end.index).trimEnd().length, paragraph.text.length, 'markup', log)
      const start = /^\s*\|\s*/u.exec(paragraph.text)
      if (start) cutRange(paragraph, 0, start[0].length, 'markup', log)
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

/** “（一）理论学习方面” between two rows: a line of one cell, with a row of the table right behind it. */
function spansTable(paragraphs: readonly Paragraph[], index: number, form: RowForm, width: number): boolean {
  const line = paragraphs[index]!
  let next = index + 1
  while (next < paragraphs.length && blank(paragraphs[next]!)) next += 1
  if (next === paragraphs.length || form.split(line.text) !== undefined || line.text.trim().length > 40 || /[。；]$/u.test(line.text.trim())) return false
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

export function findTables(paragraphs: Paragraph[], log: EditLog, source: string): Paragraph[] {
  const result: Paragraph[] = []
  // What a table took changes only paragraphs that are behind: the lines ahead stay as they were gathered.
  let gathered: CellLines | undefined
  const filled = () => (gathered ??= cellLines(paragraphs))
  for (let index = 0; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index]!
    if (paragraph.hint?.table || blank(paragraph) || paragraph.hint?.exact) {
      result.push(paragraph)
      continue
    }
    const found = tableByRows(paragraphs, index, log, source) ?? tableByCells(paragraphs, index, filled, log, source)
    if (!found) {
      result.push(paragraph)
      continue
    }
    result.push(found.table)
    index = found.end - 1
  }
  return result
}
