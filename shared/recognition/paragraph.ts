import type { EditLog } from './edit-log.ts'
import type { ReportKind } from './report.ts'
import type { SourceHint } from './source.ts'

/** A paragraph on its way from source to block: its present text, and where in the source each character comes from. */
export interface Paragraph {
  text: string
  /** Source offset of each UTF-16 unit of `text`; inserted characters carry the offset they stand at. */
  origin: number[]
  /** Where in the source each one ends: one further, or the end of what it was inserted for. */
  ends: number[]
  /** First and last line of the source it was made of, from 1. */
  firstLine: number
  lastLine: number
  hint: SourceHint | undefined
  /** Typed blanks stood before the text. */
  indented: boolean
  /** An empty line, or one removed, stood before it. */
  gapBefore: boolean
  /** Length of its last source line, for telling wrapped lines. */
  lastLineLength: number
  table?: { rows: string[][]; headerRows: number }
  bold?: { from: number; to: number }[]
}

export function makeParagraph(text: string, start: number, line: number, hint: SourceHint | undefined): Paragraph {
  const origin = new Array<number>(text.length)
  const ends = new Array<number>(text.length)
  for (let index = 0; index < text.length; index += 1) {
    origin[index] = start + index
    ends[index] = start + index + 1
  }
  return { text, origin, ends, firstLine: line, lastLine: line, hint, indented: false, gapBefore: false, lastLineLength: text.length }
}

/** Replaces [from, to) and logs it, unless the writer put this change back. Says whether it was made. */
export function replaceRange(paragraph: Paragraph, from: number, to: number, after: string, kind: ReportKind, log: EditLog): boolean {
  if (from >= to) return false
  const start = paragraph.origin[from]!
  const end = paragraph.ends[to - 1]!
  if (log.keeps(kind, start)) return false
  log.add({ kind, from: start, to: end, after })
  paragraph.text = paragraph.text.slice(0, from) + after + paragraph.text.slice(to)
  paragraph.origin.splice(from, to - from, ...new Array<number>(after.length).fill(start))
  paragraph.ends.splice(from, to - from, ...new Array<number>(after.length).fill(end))
  shiftFormats(paragraph, from, to, after.length)
  return true
}

export function cutRange(paragraph: Paragraph, from: number, to: number, kind: ReportKind, log: EditLog): boolean {
  return replaceRange(paragraph, from, to, '', kind, log)
}

/** Bold spans follow the text they stand on. */
function shiftFormats(paragraph: Paragraph, from: number, to: number, inserted: number): void {
  if (!paragraph.bold) return
  const move = (offset: number) => (offset <= from ? offset : offset >= to ? offset + inserted - (to - from) : from)
  paragraph.bold = paragraph.bold.map((span) => ({ from: move(span.from), to: move(span.to) })).filter((span) => span.to > span.from)
}

/** Cuts every match of the pattern (global flag), last first so that offsets hold. */
export function cutMatches(paragraph: Paragraph, pattern: RegExp, kind: ReportKind, log: EditLog): void {
  const matches = [...paragraph.text.matchAll(pattern)]
  for (const match of matches.reverse()) cutRange(paragraph, match.index, match.index + match[0].length, kind, log)
}

/** Takes a whole line out. Its line break goes with it. False where the writer put it back, and for what is no line. */
export function removeLine(paragraph: Paragraph, kind: ReportKind, log: EditLog, source: string): boolean {
  const start = log.lineStart(paragraph.firstLine)
  if (paragraph.firstLine !== paragraph.lastLine || log.keeps(kind, start)) return false
  const end = source.indexOf('\n', start)
  log.add({ kind, from: start, to: end === -1 ? source.length + 1 : end + 1, after: '', wholeLine: true })
  return true
}

/** Puts `next` behind `paragraph`; the line breaks between them are the change. */
export function joinParagraphs(paragraph: Paragraph, next: Paragraph, kind: 'joined' | 'table-cell', glue: string, log: EditLog, source: string): boolean {
  // The break is the last one before the next paragraph's first line; lines removed in between have taken theirs with them.
  const breakAt = source.lastIndexOf('\n', log.lineStart(next.firstLine) - 1)
  const lineBreak = findBreak(paragraph, next, log, source, breakAt)
  if (log.keeps(kind, lineBreak)) return false
  log.add({ kind, from: lineBreak, to: lineBreak + 1, after: glue })
  const shift = paragraph.text.length + glue.length
  if (next.bold || paragraph.bold) {
    paragraph.bold = [...(paragraph.bold ?? []), ...(next.bold ?? []).map((span) => ({ from: span.from + shift, to: span.to + shift }))]
  }
  // In place: a paragraph of thousands of lines would else be copied for each of them.
  for (let index = 0; index < glue.length; index += 1) {
    paragraph.origin.push(lineBreak)
    paragraph.ends.push(lineBreak + 1)
  }
  for (const offset of next.origin) paragraph.origin.push(offset)
  for (const offset of next.ends) paragraph.ends.push(offset)
  paragraph.text += glue + next.text
  paragraph.lastLine = next.lastLine
  paragraph.lastLineLength = next.lastLineLength
  return true
}

/** The break that ends the paragraph's own last line: removed lines after it keep theirs to themselves. */
function findBreak(paragraph: Paragraph, next: Paragraph, log: EditLog, source: string, fallback: number): number {
  const own = source.indexOf('\n', log.lineStart(paragraph.lastLine))
  return own === -1 || own >= log.lineStart(next.firstLine) ? fallback : own
}
