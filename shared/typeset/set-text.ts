/** A paragraph's text as lines, from its own left edge; pages come later. */
import type { ParagraphFormat, PrintParagraph, PrintRun } from '../print/print-types.ts'
import { breakLines } from './break-lines.ts'
import { measure, type Segment, type TextSetting } from './glyphs.ts'
import { sign } from './signs.ts'
import { placeLine, type SetLine } from './place-line.ts'

export interface TextShape {
  readonly alignment: ParagraphFormat['alignment']
  /** From the left edge: of the first line, of the others. */
  readonly firstLeft: number
  readonly left: number
  /** Right edge, from the left edge of the type area. */
  readonly right: number
}

export interface SetText {
  readonly lines: readonly SetLine[]
  /** The line on which each segment begins; segments in order of the text. */
  readonly lineOfSegment: readonly number[]
}

/** @param hardLines what stands on lines broken by hand. */
export function setText(hardLines: readonly (readonly Segment[])[], shape: TextShape, setting: TextSetting): SetText {
  const lines: SetLine[] = []
  const lineOfSegment: number[] = []
  hardLines.forEach((segments, hard) => {
    const glyphs = measure(segments, setting)
    const firstLeft = hard === 0 ? shape.firstLeft : shape.left
    const broken = breakLines(glyphs, setting, shape.right - firstLeft, shape.right - shape.left)
    let next = 0
    broken.forEach((line, index) => {
      const left = index === 0 ? firstLeft : shape.left
      const stretched = shape.alignment === 'both' && index < broken.length - 1
      for (; next < segments.length && (line.to === glyphs.count || next <= glyphs.segment[line.to - 1]!); next += 1) lineOfSegment.push(lines.length)
      lines.push(placeLine(glyphs, line, shape.alignment, left, shape.right - left, stretched))
    })
  })
  return { lines, lineOfSegment }
}

/** @param at offset in its block's text; left out of what prints no block. */
export function segmentOf(run: PrintRun, at?: number): Segment {
  return {
    text: run.text, font: run.font, size: run.size, bold: run.bold, underline: run.underline, colour: run.colour ?? 'black',
    ...(run.spacing === undefined ? {} : { spacing: run.spacing }),
    ...(at === undefined ? {} : { blockId: run.blockId, ...(run.part === 'text' ? { at } : {}) }),
  }
}

/** A paragraph's runs as segments, parted where its lines are; offsets count in the text of each block. */
export function segmentsOf({ runs, official }: PrintParagraph): { readonly hardLines: Segment[][]; readonly atRight: Segment[] } {
  const hardLines: Segment[][] = [[]]
  const atRight: Segment[] = []
  const offsets = new Map<string, number>()
  for (const run of runs) {
    const at = offsets.get(run.blockId) ?? 0
    if (run.part === 'text') offsets.set(run.blockId, at + run.text.length)
    if (run.startsLine) hardLines.push([])
    ;(run.atRight ? atRight : hardLines.at(-1)!).push(segmentOf(run, official === undefined ? at : undefined))
  }
  return { hardLines, atRight }
}

/** Blanks at its end part a name from the edge: 签发人 stand under each other. */
function blanksBehind(segments: readonly Segment[], setting: TextSetting): number {
  const { count, sign: signs, width } = measure(segments, setting)
  let sum = 0
  for (let at = count - 1; at >= 0 && (signs[at]! & sign.space) !== 0; at -= 1) sum += width[at]!
  return sum
}

/** What stands at the right end shares the last line where there is room for both. */
function withRight(text: SetText, atRight: readonly Segment[], shape: TextShape, setting: TextSetting): SetText {
  const right = setText([atRight], { ...shape, alignment: 'right', firstLeft: shape.left, right: shape.right - blanksBehind(atRight, setting) }, setting)
  const last = text.lines.at(-1)
  const first = right.lines[0]!
  const from = text.lines.length
  const lines = last !== undefined && right.lines.length === 1 && (first.pieces[0] === undefined || last.right <= first.pieces[0].x)
    ? [...text.lines.slice(0, -1), { text: last.text + first.text, pieces: [...last.pieces, ...first.pieces], right: first.right }]
    : [...text.lines, ...right.lines]
  return { lines, lineOfSegment: [...text.lineOfSegment, ...right.lineOfSegment.map((line) => Math.min(lines.length - 1, from + line))] }
}

/** @param width of the type area, or of the column it stands in. */
export function setParagraph(paragraph: PrintParagraph, width: number, setting: TextSetting): SetText {
  const { hardLines, atRight } = segmentsOf(paragraph)
  const left = paragraph.left.twips
  const shape: TextShape = {
    alignment: paragraph.alignment, left, firstLeft: left + paragraph.firstLine.twips - paragraph.hanging.twips, right: width - paragraph.right.twips,
  }
  if (atRight.length === 0) return setText(hardLines, shape, setting)
  // The tab that leads to the right end stands where the right indent would be; the text before it may go on to the edge.
  return withRight(setText(hardLines, { ...shape, right: width }, setting), atRight, shape, setting)
}
