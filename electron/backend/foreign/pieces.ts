/** A paragraph as readers gather it, piece by piece → source paragraphs: one for each line a soft return makes. */
import type { SourceHint, SourceNote, SourceParagraph } from '../../../shared/recognition/source.ts'
import type { ForeignTally } from './foreign-tally.ts'
import { joinNumber } from '../word/join-number.ts'

export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean; readonly underline?: boolean }
  /** A soft return, or the end of a page or column inside the paragraph. */
  | { readonly kind: 'break'; readonly soft: boolean }
  /** A footnote's or comment's mark; `open` is the index of the piece a comment begins at. */
  | { readonly kind: 'note'; readonly note: Omit<SourceNote, 'from' | 'to'>; readonly open?: number }

export interface Look {
  readonly level?: 1 | 2 | 3 | 4
  readonly title?: boolean
  readonly centred?: boolean
}

export interface ReadForeign {
  readonly paragraphs: readonly SourceParagraph[]
  /** What was left out or changed, each one plain sentence. */
  readonly notes: readonly string[]
}

export const headingLevel = (level: number): 1 | 2 | 3 | 4 | undefined => (level === 1 || level === 2 || level === 3 || level === 4 ? level : undefined)

/** @param outline level counted from 0, as Word counts; by the style's name where there is none. */
export function lookOfStyle(name: string, outline: number | undefined, centred: boolean): Look {
  const named = /^(?:heading|标题)\s*([1-9])$/iu.exec(name.trim())
  const level = headingLevel((outline ?? (named ? Number(named[1]) - 1 : 9)) + 1)
  return { ...(level === undefined ? {} : { level }), title: /^(?:title|标题)$/iu.test(name.trim()), centred }
}

/** What a note says, its paragraphs by line. */
export function noteText(paragraphs: readonly SourceParagraph[]): string {
  return paragraphs.map((one) => one.text.trim()).filter((one) => one !== '').join('\n').slice(0, 20_000)
}

/** Characters no text on paper has; line ends are told apart before. */
const unprintable = /[\u0000-\u0008\n\v\f\r\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

export function cleanText(text: string, tally: ForeignTally): string {
  const clean = text.replace(unprintable, '').replaceAll('\u00ad', '').toWellFormed()
  tally.add('character', text.replaceAll('\u00ad', '').length - clean.length)
  return clean
}

type Format = NonNullable<SourceHint['formats']>[number]

interface Line {
  text: string
  readonly formats: { from: number; to: number; bold?: true; underline?: true }[]
  readonly notes: SourceNote[]
}

const startLine = (): Line => ({ text: '', formats: [], notes: [] })

function addText(line: Line, text: string, bold: boolean, underline: boolean): void {
  const from = line.text.length
  line.text += text
  if (!bold && !underline) return
  const last = line.formats.at(-1)
  if (last && last.to === from && (last.bold ?? false) === bold && (last.underline ?? false) === underline) last.to = line.text.length
  else line.formats.push({ from, to: line.text.length, ...(bold ? { bold: true as const } : {}), ...(underline ? { underline: true as const } : {}) })
}

/** Notes of a line without text stand at the line before it, else at the one after. */
function settleNotes(lines: readonly Line[]): Line[] {
  const filled: Line[] = []
  const waiting: SourceNote[] = []
  for (const line of lines) {
    if (line.text !== '') {
      line.notes.unshift(...waiting.splice(0).map((note) => ({ ...note, from: 0, to: 0 })))
      filled.push(line)
    } else if (filled.length > 0) {
      const last = filled.at(-1)!
      last.notes.push(...line.notes.map((note) => ({ ...note, from: last.text.length, to: last.text.length })))
    } else waiting.push(...line.notes)
  }
  if (filled.length > 0) return filled
  const empty = startLine()
  empty.notes.push(...waiting)
  return [empty]
}

/** Whether a whole heading is bold says nothing: it is so by its place in the paper. */
const formatsOf = (line: Line, heading: boolean): readonly Format[] =>
  heading ? line.formats.flatMap(({ bold: _, ...format }) => (format.underline ? [format] : [])) : line.formats

/**
 * @param number what stands before the text: an automatic number, '' for none.
 * @returns at least one paragraph; lines a break leaves empty are no paragraphs of their own.
 */
export function paragraphsOfPieces(number: string, pieces: readonly Piece[], look: Look, tally: ForeignTally): SourceParagraph[] {
  const lines: Line[] = [startLine()]
  const starts: { readonly line: Line; readonly offset: number }[] = []
  pieces.forEach((piece, index) => {
    const line = lines.at(-1)!
    starts[index] = { line, offset: line.text.length }
    if (piece.kind === 'text') addText(line, cleanText(piece.text, tally), piece.bold === true, piece.underline === true)
    else if (piece.kind === 'break') {
      if (piece.soft) tally.add('softReturn')
      lines.push(startLine())
    } else {
      const open = piece.open === undefined ? undefined : starts[piece.open]
      const to = line.text.length
      line.notes.push({ ...piece.note, from: open === undefined ? to : open.line === line ? open.offset : 0, to })
    }
  })
  const filled = settleNotes(lines)
  return filled.map((line, index): SourceParagraph => {
    const head = index === 0 ? joinNumber(number, line.text) : ''
    const shift = head.length
    const formats = formatsOf(line, look.level !== undefined || look.title === true).map((format) => ({ ...format, from: format.from + shift, to: format.to + shift }))
    const notes = line.notes.map((note) => ({ ...note, from: note.from + shift, to: note.to + shift }))
    const hint: SourceHint = {
      ...(look.title === true ? { title: true } : look.level === undefined ? {} : { level: look.level }),
      ...(look.centred === true ? { centred: true } : {}),
      ...(formats.length > 0 ? { formats } : {}),
      ...(notes.length > 0 ? { notes } : {}),
    }
    return { text: head + line.text, ...(Object.keys(hint).length > 0 ? { hint } : {}) }
  })
}
