/** 版记 at the foot of the last page, which has an even number (GB/T 9704-2012 §7.4). */
import type { PrintColophon } from '../print/print-types.ts'
import type { TextSetting } from './glyphs.ts'
import { newPage, putRule, roomLeft, type Sheets } from './open-page.ts'
import { eighths, paragraphHeight, putLine } from './put-paragraph.ts'
import { setParagraph } from './set-text.ts'

/** @param distance to the text above, at least. */
export function putColophon(sheets: Sheets, colophon: PrintColophon, distance: number, setting: TextSetting): void {
  const width = sheets.current.page.width - sheets.current.page.left - sheets.current.page.right
  const set = colophon.lines.map((paragraph) => ({ paragraph, text: setParagraph(paragraph, width, setting) }))
  const outer = eighths(colophon.outerRule)
  const rules = outer * 2 + eighths(colophon.innerRule) * Math.max(0, set.length - 1)
  const height = set.reduce((sum, { paragraph, text }) => sum + paragraphHeight(paragraph, text), 0) + rules
  if (sheets.pages.length % 2 === 1) newPage(sheets)
  else if (height + distance > roomLeft(sheets)) {
    newPage(sheets)
    sheets.current.numbered = false
    newPage(sheets)
    sheets.current.numbered = false
  }
  const { current } = sheets
  const { left } = current.page
  const rule = (thickness: number, at: number) => putRule(current, left, at, left + width, at, thickness)
  let y = current.foot - height
  rule(outer, y + outer / 2)
  y += outer
  set.forEach(({ paragraph, text }, index) => {
    y += paragraph.spaceBefore ?? 0
    for (const line of text.lines) {
      putLine(current, line, left, y, paragraph.linePitch)
      y += paragraph.linePitch
    }
    const thickness = index === set.length - 1 ? outer : eighths(colophon.innerRule)
    rule(thickness, y + thickness / 2)
    y += thickness
  })
  sheets.y = current.foot
}
