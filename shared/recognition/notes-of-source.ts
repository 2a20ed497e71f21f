/**
 * Notes of a source → notes of the draft. The report says what became of every character (law D1): through it a place in
 * the source is a place in the printed text, and through the print it is a place in a block. None is ever lost.
 */
import type { DraftNote } from '../document/draft-note.ts'
import type { Block, Draft } from '../document/draft.ts'
import { printPlaces, type PrintPlace } from '../document/print-places.ts'
import { blockText } from '../document/runs.ts'
import type { ReportEntry } from './report.ts'
import type { SourceNote, SourceParagraph } from './source.ts'
import { firstIndex } from './first-index.ts'

interface Edit {
  readonly from: number
  readonly to: number
  readonly length: number
  /** Where it begins in the printed text. */
  readonly printed: number
}

/** The changes of the report by their places in the source and in the print. */
function editsOf(source: readonly SourceParagraph[], report: readonly ReportEntry[]): Edit[] {
  const lineStarts = [0]
  let offset = 0
  for (const { text } of source) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(offset + at + 1)
    offset += text.length + 1
    lineStarts.push(offset)
  }
  let shift = 0
  return report
    .map((entry) => {
      const from = lineStarts[entry.line - 1]! + entry.column - 1
      return { from, to: from + entry.before.length + (entry.wholeLine ? 1 : 0), length: entry.after.length }
    })
    .sort((a, b) => a.from - b.from)
    .map((edit) => {
      const printed = edit.from + shift
      shift += edit.length - (edit.to - edit.from)
      return { ...edit, printed }
    })
}

/** @param side what stands for a place inside a change: where the change begins or where it ends. */
function printedOffset(edits: readonly Edit[], offset: number, side: 'start' | 'end'): number {
  const edit = edits[firstIndex(edits.length, (index) => edits[index]!.from > offset) - 1]
  if (edit === undefined) return offset
  if (offset >= edit.to) return edit.printed + edit.length + (offset - edit.to)
  return offset === edit.from || side === 'start' ? edit.printed : edit.printed + edit.length
}

/** The block a place belongs to: the first that ends behind it, or, for a mark behind a word, at it. */
function blockAt(places: readonly PrintPlace[], from: number, to: number): number {
  return firstIndex(places.length - 1, (index) => (from < to ? places[index]!.to > from : places[index]!.to >= from))
}

const longestQuote = 2000
const breaks = /[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/u
const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029\ufffe\uffff]/gu
const longestText = 20_000

/** One line of at most so many characters, no half of a pair at its end. */
function quoteOf(text: string): string {
  return text.split(breaks)[0]!.slice(0, longestQuote).replace(/[\ud800-\udbff]$/u, '').toWellFormed()
}

const plainLine = (text: string, most: number) => text.replace(new RegExp(breaks, 'gu'), '').slice(0, most).toWellFormed()

/** Words before a mark in a table: they tell the cell. */
const shownBefore = 12

interface Placed {
  readonly blockId: string
  readonly quote?: string
  readonly at?: number
}

function placed(block: Block, place: PrintPlace, from: number, to: number): Placed {
  const text = blockText(block)
  const start = Math.min(Math.max(0, from - place.from), text.length)
  const end = Math.min(Math.max(start, to - place.from), text.length)
  if (start < end) {
    const blanks = /^[\t\n]*/u.exec(text.slice(start, end))![0].length
    const quote = quoteOf(text.slice(start + blanks, end))
    if (quote !== '') return { blockId: block.id, quote, at: start + blanks }
  }
  if (block.role !== 'table') return { blockId: block.id, at: start }
  const before = text.slice(Math.max(0, start - shownBefore), start).split(/[\t\n]/u).at(-1)!
  const quote = quoteOf(before.toWellFormed() === before ? before : before.slice(1))
  return quote === '' ? { blockId: block.id, at: start } : { blockId: block.id, quote, at: start - quote.length }
}

/** A text longer than a note may be goes on in further notes. */
function textsOf(text: string): string[] {
  const clean = text.replace(forbidden, '').toWellFormed()
  const pieces: string[] = []
  for (let at = 0; at < clean.length; at += pieces.at(-1)!.length) pieces.push(clean.slice(at, at + longestText).replace(at + longestText < clean.length ? /[\ud800-\udbff]$/u : /$^/u, ''))
  return pieces
}

function draftNotes(note: SourceNote, where: Placed, serial: number): DraftNote[] {
  const author = plainLine(note.author ?? '', 100)
  const date = plainLine(note.date ?? '', 40)
  return textsOf(note.text).map((text, piece): DraftNote => ({
    id: piece === 0 ? `n${serial}` : `n${serial}.${piece}`, kind: note.kind, ...where,
    ...(author === '' ? {} : { author }), ...(date === '' ? {} : { date }), text, ...(note.done ? { done: true as const } : {}),
  }))
}

/**
 * @param source what was recognised, @param report what recognition changed in it.
 * @returns the notes of the draft in the order of the source; empty where it has none.
 */
export function notesOfSource(source: readonly SourceParagraph[], draft: Pick<Draft, 'blocks'>, report: readonly ReportEntry[]): DraftNote[] {
  if (source.every((one) => one.hint?.notes === undefined)) return []
  const edits = editsOf(source, report)
  const places = printPlaces(draft.blocks)
  const ids = new Map<string, string>()
  const found: { readonly note: SourceNote; readonly made: readonly DraftNote[] }[] = []
  let offset = 0
  let serial = 0
  for (const { text, hint } of source) {
    for (const note of hint?.notes ?? []) {
      const from = offset + Math.min(note.from, text.length)
      const to = offset + Math.min(Math.max(note.from, note.to), text.length)
      const start = printedOffset(edits, from, 'start')
      const end = Math.max(start, printedOffset(edits, to, 'end'))
      const index = blockAt(places, start, end)
      serial += 1
      const made = draftNotes(note, placed(draft.blocks[index]!, places[index]!, start, end), serial)
      if (note.id !== undefined && made[0] !== undefined) ids.set(note.id, made[0].id)
      found.push({ note, made })
    }
    offset += text.length + 1
  }
  return found.flatMap(({ note, made }) => {
    const answers = note.answers === undefined ? undefined : ids.get(note.answers)
    return answers === undefined ? made : made.map((one) => ({ ...one, answers }))
  })
}
