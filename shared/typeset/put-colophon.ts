/** 版记 at the foot of the last page, which has an even number (GB/T 9704-2012 §7.4). */
import type { PrintColophon } from '../print/print-types.ts'
import type { TextSetting } from './glyphs.ts'
import { newPage, pageBottom, putRule, roomLeft, type Sheets } from './open-page.ts'
import { eighths, paragraphHeight, putLine } from './put-paragraph.ts'
import { setParagraph } from './set-text.ts'

export function putColophon(sheets: Sheets, colophon: PrintColophon, setting: TextSetting): void {
  const width = () => sheets.current.page.width - sheets.current.page.left - sheets.current.page.right
  const set = colophon.lines.map((paragraph) => ({ paragraph, text: setParagraph(paragraph, width(), setting) }))
  const rules = eighths(colophon.outerRule) * 2 + eighths(colophon.innerRule) * Math.max(0, set.length - 1)
  const height = set.reduce((sum, { paragraph, text }) => sum + paragraphHeight(paragraph, text), 0) + rules
  if (height > roomLeft(sheets)) newPage(sheets)
  if (sheets.pages.length % 2 === 1) newPage(sheets)
  const { current } = sheets
  const { left } = current.page
  const rule = (thickness: number, at: number) => putRule(current, left, at, left + width(), at, thickness)
  let y = pageBottom(sheets) - height
  rule(eighths(colophon.outerRule), y + eighths(colophon.outerRule) / 2)
  y += eighths(colophon.outerRule)
  set.forEach(({ paragraph, text }, index) => {
    y += paragraph.spaceBefore ?? 0
    for (const line of text.lines) {
      putLine(current, line, left, y, paragraph.linePitch)
      y += paragraph.linePitch
    }
    const thickness = eighths(index === set.length - 1 ? colophon.outerRule : colophon.innerRule)
    rule(thickness, y + thickness / 2)
    y += thickness
  })
  sheets.y = pageBottom(sheets)
}
