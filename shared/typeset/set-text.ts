/** A paragraph's text as lines, from its own left edge; pages come later. */
import type { ParagraphFormat, PrintParagraph, PrintRun } from '../print/print-types.ts'
import { breakLines } from './break-lines.ts'
import { measure, type Segment, type TextSetting } from './glyphs.ts'
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

/** A paragraph's runs as segments, parted where its lines are; offsets count in the text of each block. */
function segmentsOf({ runs, official }: PrintParagraph): { readonly hardLines: Segment[][]; readonly atRight: Segment[] } {
  const hardLines: Segment[][] = [[]]
  const atRight: Segment[] = []
  const offsets = new Map<string, number>()
  const segment = (run: PrintRun): Segment => {
    const at = offsets.get(run.blockId) ?? 0
    if (run.part === 'text') offsets.set(run.blockId, at + run.text.length)
    return {
      text: run.text, font: run.font, size: run.size, bold: run.bold, underline: run.underline, colour: run.colour ?? 'black',
      ...(official === undefined ? { blockId: run.blockId, ...(run.part === 'text' ? { at } : {}) } : {}),
    }
  }
  for (const run of runs) {
    if (run.startsLine) hardLines.push([])
    ;(run.atRight ? atRight : hardLines.at(-1)!).push(segment(run))
  }
  return { hardLines, atRight }
}

/** What stands at the right end shares the last line where there is room for both. */
function withRight(text: SetText, atRight: readonly Segment[], shape: TextShape, setting: TextSetting): SetText {
  const right = setText([atRight], { ...shape, alignment: 'right', firstLeft: shape.left }, setting)
  const last = text.lines.at(-1)
  const first = right.lines[0]!
  const from = text.lines.length
  const lines = last !== undefined && right.lines.length === 1 && (first.pieces[0] === undefined || last.right <= first.pieces[0].x)
    ? [...text.lines.slice(0, -1), { text: last.text + first.text, pieces: [...last.pieces, ...first.pieces], right: first.right }]
    : [...text.lines, ...right.lines]
  return { lines, lineOfSegment: [...text.lineOfSegment, ...right.lineOfSegment.map((line) => Math.min(lines.length - 1, from + line))] }
}

/** @param width of the type area. */
export function setParagraph(paragraph: PrintParagraph, width: number, setting: TextSetting): SetText {
  const { hardLines, atRight } = segmentsOf(paragraph)
  const left = paragraph.left.twips
  const shape: TextShape = {
    alignment: paragraph.alignment, left, firstLeft: left + paragraph.firstLine.twips - paragraph.hanging.twips, right: width - paragraph.right.twips,
  }
  const text = setText(hardLines, shape, setting)
  return atRight.length === 0 ? text : withRight(text, atRight, shape, setting)
}
