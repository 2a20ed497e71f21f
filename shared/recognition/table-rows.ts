/** Rows of a lost table, made into one paragraph: a tab between cells, the line breaks of the source between rows. */
import type { EditLog } from './edit-log.ts'
import { appendOrigins, cutRange, type Paragraph } from './paragraph.ts'

export const blank = (paragraph: Paragraph) => paragraph.text.trim() === ''

/** Where the blanks at the end begin. A search for them would begin anew in every run of blanks. */
function lastFilled(text: string): number {
  let end = text.length
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\u3000')) end -= 1
  return end
}

export function trimRow(paragraph: Paragraph, log: EditLog): void {
  const end = lastFilled(paragraph.text)
  if (end > 0 && end < paragraph.text.length) cutRange(paragraph, end, paragraph.text.length, 'trailing-blank', log)
  const start = /^[ \u3000]+/u.exec(paragraph.text)
  if (start) cutRange(paragraph, 0, start[0].length, 'indent', log)
}

/** A line that goes on with the cell of the line before: its next entry (“2.…”), or the rest of a broken sentence. */
export function continuesCell(before: string, line: string): boolean {
  const entry = /^(?:([2-9])[.．、](?!\d)|[（(]([2-9])[）)]|([②-⑨]))/u.exec(line)
  if (entry) return /^(?:\d[.．、]|[（(]\d[）)]|[①-⑨])/u.test(before) || before.length > 12
  return /[，、]$/u.test(before)
}

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
export function appendLine(paragraph: Paragraph, line: Paragraph, log: EditLog): void {
  const lineBreak = log.lineStart(line.firstLine) - 1
  appendOrigins(paragraph, 1, lineBreak, line)
  paragraph.text += `\n${line.text}`
  paragraph.lastLine = line.lastLine
}

/** Rows of one table are lines of one paragraph: their breaks stay. */
export function markTable(rows: readonly Paragraph[], log: EditLog): Paragraph {
  const table = rows[0]!
  const width = rows.reduce((most, row) => Math.max(most, row.text.split('\t').length), 0)
  for (const row of rows) fillRow(row, width, log)
  table.table = { rows: rows.map((row) => row.text.split('\t')), headerRows: 1 }
  for (const row of rows.slice(1)) appendLine(table, row, log)
  return table
}
