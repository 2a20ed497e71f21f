/**
 * .doc of Word 97–2007 and of WPS → paragraphs in order, with automatic numbers, tables and notes. A reader of our own:
 * word-extractor knows neither numbers nor rows nor where a note belongs, and a damaged file can hang it.
 */
import type { SourceParagraph } from '../../../../shared/recognition/source.ts'
import { FileFault } from '../../word/file-fault.ts'
import { startForeignTally, type ForeignTally } from '../foreign-tally.ts'
import { lookOfStyle, noteText, type Look, type ReadForeign } from '../pieces.ts'
import { startStory, type Story } from '../story.ts'
import { startFields } from './doc-fields.ts'
import { readDocLists, type DocLists } from './doc-lists.ts'
import { positionsOf, readDocNotes, type DocNote } from './doc-notes.ts'
import { readDocStyles, type DocStyle } from './doc-styles.ts'
import { readFib, readText, type Fib, type TextPiece } from './fib.ts'
import { readStretches, stretchAt, type Stretch } from './formatted-pages.ts'
import { lastBegun } from './last-begun.ts'
import { openOle } from './ole.ts'
import { applyParagraph, characterChange, toggled, type CharacterChange, type ParagraphChange } from './sprms.ts'

interface Doc {
  readonly fib: Fib
  readonly text: string
  readonly pieces: readonly TextPiece[]
  readonly characters: readonly Stretch[]
  readonly paragraphs: readonly Stretch[]
  readonly styleOf: (index: number) => DocStyle
  readonly lists: DocLists
  readonly tally: ForeignTally
  readonly changes: Map<Stretch, CharacterChange>
  readonly sectionEnds: ReadonlySet<number>
}

/** A stretch of text of one look. */
interface Run {
  readonly from: number
  readonly to: number
  readonly change: CharacterChange
}

const none: CharacterChange = {}

const offsetOf = (piece: TextPiece, position: number) => piece.offset + (position - piece.from) * piece.width

function changeOf(doc: Doc, stretch: Stretch | undefined, piece: TextPiece): CharacterChange {
  const own = stretch === undefined || stretch.properties.length === 0 ? none : (doc.changes.get(stretch) ?? characterChange(stretch.properties))
  if (stretch !== undefined) doc.changes.set(stretch, own)
  return piece.properties === undefined ? own : { ...own, ...characterChange(piece.properties) }
}

function* runsOf(doc: Doc, from: number, to: number): Generator<Run> {
  for (let at = from; at < to; ) {
    const piece = lastBegun(doc.pieces, at)
    if (piece === undefined || at >= piece.to) return
    const offset = offsetOf(piece, at)
    const stretch = stretchAt(doc.characters, offset)
    const length = stretch === undefined ? 1 : Math.max(1, Math.ceil((stretch.to - offset) / piece.width))
    // Where nothing is said of the characters, up to the end of the piece nothing is.
    const end = Math.min(stretch === undefined && doc.characters.length === 0 ? piece.to : at + length, piece.to, to)
    yield { from: at, to: end, change: changeOf(doc, stretch, piece) }
    at = end
  }
}

function paragraphAt(doc: Doc, position: number): { readonly style: DocStyle; readonly change: ParagraphChange } {
  const piece = lastBegun(doc.pieces, position)
  const stretch = piece === undefined ? undefined : stretchAt(doc.paragraphs, offsetOf(piece, position))
  const style = doc.styleOf(stretch?.style ?? 0)
  const change: ParagraphChange = { ...style.paragraph }
  if (stretch !== undefined) applyParagraph(change, stretch.properties, doc.fib.data)
  if (piece?.properties !== undefined) applyParagraph(change, piece.properties, doc.fib.data)
  return { style, change }
}

const depthOf = (change: ParagraphChange) => Math.min(Math.max(change.depth ?? 0, change.inTable ? 1 : 0), 9)

interface Marks {
  readonly notes: ReadonlyMap<number, readonly DocNote[]>
  /** Notes by where the text they are about begins. */
  readonly begun: ReadonlyMap<number, readonly DocNote[]>
}

const noMarks: Marks = { notes: new Map(), begun: new Map() }

function groupBy(notes: readonly DocNote[], key: (note: DocNote) => number | undefined): Map<number, DocNote[]> {
  const groups = new Map<number, DocNote[]>()
  for (const note of notes) {
    const at = key(note)
    if (at !== undefined) groups.set(at, [...(groups.get(at) ?? []), note])
  }
  return groups
}

/** Reads a range of text: the paper, a note, a box. @param marks the notes in it. */
function readRange(doc: Doc, from: number, to: number, marks: Marks): SourceParagraph[] {
  const { text, tally } = doc
  const story = startStory(tally)
  const fields = startFields()
  const opened = new Map<DocNote, number>()
  let left = ''
  let start = from
  let paragraph: ReturnType<typeof paragraphAt> | undefined
  const end = findEnds(text, from, to)

  /** The paragraph the reading is in: its properties stand at its end. */
  const current = (at: number) => (paragraph ??= paragraphAt(doc, end(at)))

  const note = (one: DocNote, depth: number): void => {
    const read = readRange(doc, one.from, one.to, noMarks)
    if (one.kind === 'box') {
      const filled = read.filter((line) => line.text.trim() !== '')
      if (filled.length === 0) return
      tally.add('textBox')
      return story.insert(filled, depth)
    }
    const words = noteText(read)
    if (words === '') return
    tally.add(one.kind === 'comment' ? 'comment' : 'footnote')
    const open = opened.get(one)
    story.pieces.push({ kind: 'note', note: { kind: one.kind, text: words, ...(one.author === undefined ? {} : { author: one.author }) }, ...(open === undefined || open >= story.pieces.length ? {} : { open }) })
  }

  const put = (at: number, to: number, change: CharacterChange, style: DocStyle): void => {
    if (at >= to || fields.silent()) return
    if (change.deleted || toggled(change.hidden, style.hidden)) {
      const kind = change.deleted ? 'deleted' : 'hidden'
      if (left !== kind) tally.add(kind)
      left = kind
      return
    }
    if (change.inserted && left !== 'inserted') tally.add('inserted')
    left = change.inserted ? 'inserted' : ''
    story.pieces.push({ kind: 'text', text: text.slice(at, to), bold: toggled(change.bold, style.bold), underline: change.underline === undefined ? style.underline : change.underline !== 0 })
  }

  const finish = (at: number): void => {
    const { style, change } = current(at)
    const depth = depthOf(change)
    const look: Look = lookOfStyle(style.name, change.outline, change.centred ?? false)
    paragraph = undefined
    start = at + 1
    const mark = text.charCodeAt(at)
    const isCell = mark === 7 || (change.innerCell === true && depth > 1)
    if (mark === 7 && (change.rowEnd === true || (change.depth === undefined && change.row !== undefined))) return story.endRow(1, { left: change.row?.left ?? 0, header: change.header ?? false, cells: change.row?.cells ?? [] })
    if (change.innerRowEnd === true && depth > 1) return story.endRow(depth, { left: change.row?.left ?? 0, header: change.header ?? false, cells: change.row?.cells ?? [] })
    if (/^(?:toc|目录)\s*\d$/iu.test(style.name) && story.pieces.length > 0) {
      tally.add('contents')
      story.pieces.length = 0
      return
    }
    if (change.list !== undefined && change.list !== 0 && (story.pieces.length > 0 || !isCell)) {
      const number = doc.lists.next(change.list, change.level ?? 0)
      if (number?.bullet) tally.add('bullet')
      else if (number !== undefined && number.text !== '') {
        story.number = number.text
        tally.add('automaticNumber')
      }
    }
    if (isCell) story.endCell(depth, look)
    else story.endParagraph(depth, look)
  }

  for (const run of runsOf(doc, from, to)) {
    let from = run.from
    for (let at = run.from; at < run.to; at += 1) {
      const code = text.charCodeAt(at)
      const begun = marks.begun.get(at)
      if (begun !== undefined) {
        put(from, at, run.change, current(at).style)
        from = at
        for (const one of begun) opened.set(one, story.pieces.length)
      }
      const noted = marks.notes.get(at)
      if (code >= 0x20 && noted === undefined && !(code === 0x28 && run.change.symbol !== undefined)) continue
      if (code === 9) continue
      put(from, at, run.change, current(at).style)
      from = at + 1
      if (noted !== undefined) {
        for (const one of noted) note(one, depthOf(current(at).change))
        // A footnote with a mark of its own.
        if (code >= 0x20) from = at
        continue
      }
      if (fields.take(code)) continue
      switch (code) {
        case 0x0d: case 0x07: finish(at); break
        case 0x0c:
          if (doc.sectionEnds.has(at + 1)) finish(at)
          else story.pieces.push({ kind: 'break', soft: false })
          break
        case 0x0b: story.pieces.push({ kind: 'break', soft: true }); break
        case 0x0e: story.pieces.push({ kind: 'break', soft: false }); break
        case 0x1e: story.pieces.push({ kind: 'text', text: '-' }); break
        case 0x01: if (run.change.special) tally.add(run.change.object ? 'object' : 'image'); break
        case 0x08: if (run.change.special) tally.add('drawing'); break
        case 0x28:
          tally.add('symbol')
          story.pieces.push({ kind: 'text', text: '□' })
          break
        default:
      }
    }
    // A run that ends with its paragraph leaves nothing; asking what its last place is in would hand that paragraph's properties to the next.
    if (from < run.to) put(from, run.to, run.change, current(run.to - 1).style)
  }
  if (story.pieces.length > 0 && start < to) story.endParagraph(depthOf(current(start).change), { centred: false })
  return endStory(story)
}

const endStory = (story: Story): SourceParagraph[] => story.end({})

/** The end of the paragraph a position is in, asked in order. */
function findEnds(text: string, from: number, to: number): (at: number) => number {
  let known = from - 1
  return (at) => {
    if (known < at) {
      known = at
      while (known < to - 1 && text.charCodeAt(known) !== 0x0d && text.charCodeAt(known) !== 0x07 && text.charCodeAt(known) !== 0x0c) known += 1
    }
    return known
  }
}

/** Stories of headers and footers with text; the first six are the lines above footnotes. */
function countHeaders(doc: Doc): number {
  const { headers } = doc.fib.ranges
  const positions = positionsOf(doc.fib.table('headers'), 0)
  let count = 0
  for (let index = 6; index < positions.length - 1; index += 1) {
    const words = doc.text.slice(Math.min(headers.from + positions[index]!, headers.to), Math.min(headers.from + positions[index + 1]!, headers.to))
    if (/[^\s\u0000-\u001f]/.test(words)) count += 1
  }
  return count
}

function readAll(bytes: Uint8Array): ReadForeign {
  const fib = readFib(openOle(bytes))
  const { text, pieces } = readText(fib)
  const tally = startForeignTally()
  const doc: Doc = {
    fib, text, pieces, tally, characters: readStretches(fib, 'characters'), paragraphs: readStretches(fib, 'paragraphs'),
    styleOf: readDocStyles(fib.table('stylesheet'), fib.data), lists: readDocLists(fib.tail('lists'), fib.tail('listOverrides')), changes: new Map(),
    sectionEnds: new Set(positionsOf(fib.table('sections'), 12).slice(1)),
  }
  const { paper } = fib.ranges
  if (paper.to > text.length) throw new FileFault('FILE_DAMAGED', 'the text breaks off')
  const notes = readDocNotes(fib)
  const inPaper = notes.filter((one) => one.at < paper.to)
  const paragraphs = readRange(doc, paper.from, paper.to, { notes: groupBy(inPaper, (one) => one.at), begun: groupBy(inPaper, (one) => one.about) })
  for (const one of notes) {
    if (one.at < paper.to) continue
    const read = readRange(doc, one.from, one.to, noMarks).filter((line) => line.text.trim() !== '')
    if (one.kind !== 'box') tally.add('looseNote')
    else if (read.length > 0) {
      tally.add('textBox')
      paragraphs.push(...read)
    }
  }
  tally.add('header', countHeaders(doc))
  return { paragraphs, notes: tally.notes() }
}

/** @throws FileFault FILE_DAMAGED, FILE_LIMITS, FILE_ENCRYPTED, FILE_TYPE_UNSUPPORTED (its message names the type). */
export function readDoc(bytes: Uint8Array): ReadForeign {
  try {
    return readAll(bytes)
  } catch (error) {
    // An offset that leads outside: the file is not what it was.
    if (error instanceof RangeError) throw new FileFault('FILE_DAMAGED', error.message)
    throw error
  }
}
