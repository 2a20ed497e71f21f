/** Where footnotes, endnotes, comments and text boxes of a .doc stand in the paper, and which text is theirs. */
import type { NoteKind } from '../../../../shared/document/draft-note.ts'
import type { Fib, TableName } from './fib.ts'
import { utf16Text } from './utf16-text.ts'

export interface DocNote {
  readonly kind: NoteKind | 'box'
  /** Position of the mark in the paper. */
  readonly at: number
  /** Where the text it is about begins, where the file says so. */
  readonly about?: number
  readonly author?: string
  /** Range of its text. */
  readonly from: number
  readonly to: number
}

/** Positions of a table of things of `size` bytes ([MS-DOC] 2.2.2 PLC). */
export function positionsOf(plc: Buffer, size: number): readonly number[] {
  const count = Math.max(0, Math.floor((plc.length - 4) / (4 + size)))
  return plc.length < 4 ? [] : Array.from({ length: count + 1 }, (_, index) => plc.readUInt32LE(index * 4))
}

const dataAt = (positions: readonly number[], size: number, index: number) => positions.length * 4 + index * size

function textRanges(fib: Fib, name: TableName, range: { readonly from: number; readonly to: number }): readonly (readonly [number, number])[] {
  const positions = positionsOf(fib.table(name), 0)
  return positions.slice(0, -1).map((from, index) => [Math.min(range.from + from, range.to), Math.min(range.from + positions[index + 1]!, range.to)])
}

function footnotes(fib: Fib, kind: 'footnote' | 'endnote'): DocNote[] {
  const references = positionsOf(fib.table(`${kind}References`), 2)
  const texts = textRanges(fib, `${kind}Texts`, fib.ranges[`${kind}s`])
  return references.slice(0, -1).flatMap((at, index) => {
    const text = texts[index]
    return text === undefined ? [] : [{ kind, at, from: text[0], to: text[1] }]
  })
}

function authorsOf(table: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + 2 <= table.length && names.length < 10_000; ) {
    const length = table.readUInt16LE(at)
    names.push(utf16Text(table, at + 2, at + 2 + length * 2))
    at += 2 + length * 2
  }
  return names
}

/** Beginnings of the stretches comments are about, by the comment's tag. */
function commentStarts(fib: Fib): Map<number, number> {
  const table = fib.table('commentBookmarks')
  const positions = positionsOf(fib.table('commentStarts'), 4)
  const starts = new Map<number, number>()
  if (table.length < 6 || table.readUInt16LE(0) !== 0xffff) return starts
  const extra = table.readUInt16LE(4)
  let at = 6
  for (let index = 0; index < positions.length - 1 && at + 2 + extra <= table.length; index += 1) {
    const length = table.readUInt16LE(at)
    const data = at + 2 + length * 2
    if (extra >= 6 && data + 6 <= table.length) starts.set(table.readInt32LE(data + 2), positions[index]!)
    at = data + extra
  }
  return starts
}

const commentSize = 30

function comments(fib: Fib): DocNote[] {
  const table = fib.table('commentReferences')
  const positions = positionsOf(table, commentSize)
  const texts = textRanges(fib, 'commentTexts', fib.ranges.comments)
  const authors = authorsOf(fib.table('commentAuthors'))
  const starts = commentStarts(fib)
  return positions.slice(0, -1).flatMap((at, index): DocNote[] => {
    const text = texts[index]
    if (text === undefined) return []
    const data = dataAt(positions, commentSize, index)
    const author = authors[table.readUInt16LE(data + 20)]
    const about = starts.get(table.readInt32LE(data + 26))
    return [{ kind: 'comment', at, from: text[0], to: text[1], ...(author === undefined || author === '' ? {} : { author }), ...(about === undefined || about > at ? {} : { about }) }]
  })
}

/** Boxes by the shape they are in; what is anchored nowhere stands at the end of the paper. */
function boxes(fib: Fib): DocNote[] {
  const anchors = fib.table('shapes')
  const places = positionsOf(anchors, 26)
  const anchorOf = new Map(places.slice(0, -1).map((at, index) => [anchors.readUInt32LE(dataAt(places, 26, index)), at]))
  const table = fib.table('boxTexts')
  const positions = positionsOf(table, 22)
  return positions.slice(0, -1).flatMap((from, index): DocNote[] => {
    const start = fib.ranges.boxes.from + from
    const end = Math.min(fib.ranges.boxes.from + positions[index + 1]!, fib.ranges.boxes.to)
    const data = dataAt(positions, 22, index)
    if (end <= start) return []
    return [{ kind: 'box', at: anchorOf.get(table.readUInt32LE(data + 14)) ?? Infinity, from: start, to: end }]
  })
}

export function readDocNotes(fib: Fib): DocNote[] {
  return [...footnotes(fib, 'footnote'), ...footnotes(fib, 'endnote'), ...comments(fib), ...boxes(fib)]
}
