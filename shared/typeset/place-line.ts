/** A broken line as pieces of one face each, aligned and spread. */
import type { ParagraphFormat } from '../print/print-types.ts'
import type { BrokenLine } from './break-lines.ts'
import type { Glyphs, Segment } from './glyphs.ts'
import { sign } from './signs.ts'

/** A stretch in one face, its place still without a page. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly family: string
  readonly segment: Segment
  /** Offset of its first character in the segment's text. */
  readonly offset: number
}

export interface SetLine {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Of what takes room, from the line's own left edge to the right one of the last piece. */
  readonly right: number
}

const round = (value: number) => Math.round(value * 100) / 100

/** Room may grow behind a sign, unless it stands inside a word; blanks grow first of all where they part words. */
function grows(signs: Uint16Array, at: number): boolean {
  return (signs[at]! & signs[at + 1]! & sign.word) === 0 && (signs[at + 1]! & (sign.joined | sign.space)) === 0
}

interface Spread {
  /** Added behind each sign that may grow. */
  readonly grow: number
  /** Share of its slack by which each mark is narrowed. */
  readonly shrink: number
}

function spreadOf(glyphs: Glyphs, line: BrokenLine, room: number, stretched: boolean): Spread {
  const left = room - line.width
  if (left < 0) {
    let slack = 0
    for (let at = line.from; at < line.filled; at += 1) slack += glyphs.slack[at]!
    return { grow: 0, shrink: slack === 0 ? 0 : Math.min(1, -left / slack) }
  }
  if (!stretched) return { grow: 0, shrink: 0 }
  let places = 0
  for (let at = line.from; at < line.filled - 1; at += 1) if (grows(glyphs.sign, at)) places += 1
  return { grow: places === 0 ? 0 : left / places, shrink: 0 }
}

/**
 * @param left the line's left edge. @param room its width.
 * @param stretched set to its whole width: a line of a justified paragraph other than the last.
 */
export function placeLine(glyphs: Glyphs, line: BrokenLine, alignment: ParagraphFormat['alignment'], left: number, room: number, stretched: boolean): SetLine {
  const { segments, segment, from, to, width, gap, slack, sign: signs, western } = glyphs
  const spread = spreadOf(glyphs, line, room, stretched)
  const free = spread.shrink > 0 ? 0 : Math.max(0, room - line.width)
  let x = left + (alignment === 'right' ? free : alignment === 'centre' ? free / 2 : 0)
  const pieces: Piece[] = []
  let text = ''
  for (let at = line.from; at < line.to;) {
    const index = segment[at]!
    const own = segments[index]!
    const start = at
    const narrowed = (place: number) => spread.shrink > 0 && slack[place]! > 0
    if (start > line.from) x += gap[start]!
    // A narrowed mark is drawn in full, its blank half under what stands beside it.
    const begins = narrowed(start) && (signs[start]! & sign.opening) !== 0 ? x - slack[start]! * spread.shrink : x
    let end = begins
    for (;;) {
      x += at < line.filled || (line.hangs && at === line.filled) ? width[at]! : 0
      end = x
      if (narrowed(at)) x -= slack[at]! * spread.shrink
      const grown = at < line.filled - 1 && grows(signs, at) ? spread.grow : 0
      at += 1
      const ends = at >= line.to || segment[at] !== index || western[at] !== western[start] || gap[at]! > 0 || narrowed(at) || narrowed(at - 1)
        || at === line.filled || (line.hangs && at === line.filled + 1) || (spread.grow > 0 && western[at - 1] === 1 && (signs[at - 1]! & sign.space) !== 0)
      x += grown
      if (ends) break
    }
    const piece = own.text.slice(from[start]!, to[at - 1]!)
    text += piece
    // Blanks at the end take no room and are not drawn.
    if (start < line.filled || (line.hangs && start === line.filled)) {
      // Room behind the last sign is not the sign's: drawn to that width, the signs would part by more than they are set apart.
      const drawn = end - begins - Math.max(0, own.spacing ?? 0)
      pieces.push({ text: piece, x: round(begins), width: round(drawn), family: western[start] === 1 ? own.font.latin : own.font.chinese, segment: own, offset: from[start]! })
    }
  }
  return { text, pieces, right: round(x) }
}
