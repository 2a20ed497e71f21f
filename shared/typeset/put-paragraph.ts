/** A paragraph's lines on the pages. */
import type { PrintParagraph } from '../print/print-types.ts'
import { atTop, baselineShare, newPage, putPieces, putRule, roomLeft, type OpenPage, type Sheets } from './open-page.ts'
import type { SetLine } from './place-line.ts'
import type { SetText } from './set-text.ts'

/** Eighths of a point in twips. */
export const eighths = (count: number) => count * 2.5

export function ruleHeight({ ruleBelow }: PrintParagraph): number {
  return ruleBelow === undefined ? 0 : ruleBelow.gap + eighths(ruleBelow.thickness)
}

export function paragraphHeight(paragraph: PrintParagraph, text: SetText): number {
  return (paragraph.spaceBefore ?? 0) + text.lines.length * paragraph.linePitch + ruleHeight(paragraph)
}

export function putLine(page: OpenPage, line: SetLine, left: number, top: number, pitch: number): void {
  putPieces(page, line.pieces, left, top + pitch * baselineShare)
  page.lines.push({ text: line.text, top, bottom: top + pitch })
  page.blank = false
}

export function putRuleBelow(page: OpenPage, { ruleBelow }: PrintParagraph, top: number): void {
  if (ruleBelow === undefined) return
  const { page: { left, width, right } } = page
  const y = top + ruleBelow.gap + eighths(ruleBelow.thickness) / 2
  putRule(page, left, y, width - right, y, eighths(ruleBelow.thickness), ruleBelow.colour)
}

/** The blocks that begin on each line. */
export function beginningsOf({ blocks }: PrintParagraph, { lines, lineOfSegment }: SetText): Map<number, string[]> {
  const beginnings = new Map<number, string[]>()
  for (const { id, firstRun, labelLine } of blocks) {
    // The block begins with its label, in the paragraph before.
    if (labelLine === 'text') continue
    const line = lineOfSegment[firstRun] ?? lines.length - 1
    beginnings.set(line, [...beginnings.get(line) ?? [], id])
  }
  return beginnings
}

export function putParagraph(sheets: Sheets, paragraph: PrintParagraph, text: SetText): void {
  const { linePitch, spaceBefore = 0 } = paragraph
  const beginnings = beginningsOf(paragraph, text)
  if (!atTop(sheets) && spaceBefore + linePitch > roomLeft(sheets)) newPage(sheets)
  sheets.y += spaceBefore
  text.lines.forEach((line, index) => {
    const needed = linePitch + (index === text.lines.length - 1 ? ruleHeight(paragraph) : 0)
    if (needed > roomLeft(sheets) && !atTop(sheets)) newPage(sheets)
    const { current } = sheets
    putLine(current, line, current.page.left, sheets.y, linePitch)
    current.blocks.push(...beginnings.get(index) ?? [])
    sheets.y += linePitch
  })
  putRuleBelow(sheets.current, paragraph, sheets.y)
  sheets.y += ruleHeight(paragraph)
}
