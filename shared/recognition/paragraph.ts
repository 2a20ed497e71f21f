import type { EditLog } from './edit-log.ts'
import type { ReportKind } from './report.ts'
import type { SourceHint } from './source.ts'
import { firstIndex } from './first-index.ts'

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

export interface TextChange {
  readonly kind: ReportKind
  readonly from: number
  readonly to: number
  readonly after: string
}

/** Replaces [from, to) and logs it, unless the writer put this change back. Says whether it was made. */
export function replaceRange(paragraph: Paragraph, from: number, to: number, after: string, kind: ReportKind, log: EditLog): boolean {
  return replaceRanges(paragraph, [{ kind, from, to, after }], log)
}

/**
 * Replaces many places in one pass: one by one, each would copy the rest of the paragraph.
 * @param changes in the order of the text, none over another. @returns whether any was made.
 */
export function replaceRanges(paragraph: Paragraph, changes: readonly TextChange[], log: EditLog): boolean {
  const { text, origin, ends } = paragraph
  const made = changes.filter(({ kind, from, to }) => from < to && !log.keeps(kind, origin[from]!))
  if (made.length === 0) return false
  // The last first: of several at one place of the source, the report tells of the one made last.
  for (const { kind, from, to, after } of made.toReversed()) log.add({ kind, from: origin[from]!, to: ends[to - 1]!, after })
  const parts: string[] = []
  const newOrigin: number[] = []
  const newEnds: number[] = []
  let at = 0
  const keepUntil = (end: number) => {
    parts.push(text.slice(at, end))
    append(newOrigin, origin, at, end)
    append(newEnds, ends, at, end)
  }
  for (const { from, to, after } of made) {
    keepUntil(from)
    parts.push(after)
    for (let sign = 0; sign < after.length; sign += 1) {
      newOrigin.push(origin[from]!)
      newEnds.push(ends[to - 1]!)
    }
    at = to
  }
  keepUntil(text.length)
  paragraph.text = parts.join('')
  paragraph.origin = newOrigin
  paragraph.ends = newEnds
  shiftFormats(paragraph, made)
  return true
}

export function cutRange(paragraph: Paragraph, from: number, to: number, kind: ReportKind, log: EditLog): boolean {
  return replaceRange(paragraph, from, to, '', kind, log)
}

/** Bold spans follow the text they stand on. */
function shiftFormats(paragraph: Paragraph, changes: readonly TextChange[]): void {
  if (!paragraph.bold) return
  // What all changes up to one have moved the text behind it by.
  const shifts = changes.reduce<number[]>((sums, { from, to, after }) => {
    sums.push((sums.at(-1) ?? 0) + after.length - (to - from))
    return sums
  }, [])
  const move = (offset: number) => {
    const before = firstIndex(changes.length, (index) => changes[index]!.from >= offset)
    const last = changes[before - 1]
    if (last === undefined) return offset
    return offset >= last.to ? offset + shifts[before - 1]! : last.from + (shifts[before - 2] ?? 0)
  }
  paragraph.bold = paragraph.bold.map((span) => ({ from: move(span.from), to: move(span.to) })).filter((span) => span.to > span.from)
}

/** What stands in place of every match of the pattern (global flag); undefined leaves it. */
export function replaceMatches(paragraph: Paragraph, pattern: RegExp, after: (match: string) => string | undefined, kind: ReportKind, log: EditLog): void {
  replaceRanges(paragraph, [...paragraph.text.matchAll(pattern)].flatMap((match) => {
    const words = after(match[0])
    return words === undefined ? [] : [{ kind, from: match.index, to: match.index + match[0].length, after: words }]
  }), log)
}

/** Cuts every match of the pattern (global flag). */
export function cutMatches(paragraph: Paragraph, pattern: RegExp, kind: ReportKind, log: EditLog): void {
  replaceMatches(paragraph, pattern, () => '', kind, log)
}

/** Takes a whole line out. Its line break goes with it. False where the writer put it back, and for what is no line. */
export function removeLine(paragraph: Paragraph, kind: ReportKind, log: EditLog, source: string): boolean {
  const start = log.lineStart(paragraph.firstLine)
  if (paragraph.firstLine !== paragraph.lastLine || log.keeps(kind, start)) return false
  const end = source.indexOf('\n', start)
  log.add({ kind, from: start, to: end === -1 ? source.length + 1 : end + 1, after: '', wholeLine: true })
  return true
}

/** In place: a paragraph of thousands of joined lines would be copied as often otherwise. */
function append<T>(list: T[], more: readonly T[], from = 0, to = more.length): void {
  for (let index = from; index < to; index += 1) list.push(more[index]!)
}

/** Characters that stand for a break of the source at `place`, then those of another paragraph. */
export function appendOrigins(paragraph: Paragraph, glue: number, place: number, { origin, ends }: Paragraph): void {
  for (let sign = 0; sign < glue; sign += 1) {
    paragraph.origin.push(place)
    paragraph.ends.push(place + 1)
  }
  append(paragraph.origin, origin)
  append(paragraph.ends, ends)
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
    append(paragraph.bold ??= [], (next.bold ?? []).map((span) => ({ from: span.from + shift, to: span.to + shift })))
  }
  appendOrigins(paragraph, glue.length, lineBreak, next)
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
