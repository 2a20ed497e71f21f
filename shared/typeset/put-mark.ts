/** A joint 发文机关标志: the organs under each other, 文件 beside them, both centred together (official-elements.ts writes the same). */
import type { PrintParagraph } from '../print/print-types.ts'
import { naturalWidth, type Segment, type TextSetting } from './glyphs.ts'
import { atTop, newPage, putPieces, roomLeft, type Sheets, baselineShare } from './open-page.ts'
import { segmentsOf, setText } from './set-text.ts'

export const isJointMark = ({ official, runs }: PrintParagraph): boolean => official === 'mark' && runs.some((run) => run.atRight)

interface Half {
  readonly lines: readonly (readonly Segment[])[]
  readonly width: number
  readonly pitch: number
}

function halvesOf(paragraph: PrintParagraph, setting: TextSetting): readonly [organs: Half, word: Half] {
  const { hardLines, atRight } = segmentsOf(paragraph)
  const size = (hardLines[0]?.[0] ?? atRight[0]!).size
  const half = (lines: readonly (readonly Segment[])[], more: number): Half => ({
    lines, width: Math.max(...lines.map((line) => naturalWidth(line, setting))) + size * 10 * more, pitch: Math.round((paragraph.linePitch * lines[0]![0]!.size) / size),
  })
  return [half(hardLines.filter((line) => line.length > 0), 0.4), half([atRight], 0.1)]
}

export function jointMarkHeight(paragraph: PrintParagraph, setting: TextSetting): number {
  return (paragraph.spaceBefore ?? 0) + Math.max(...halvesOf(paragraph, setting).map((half) => half.lines.length * half.pitch))
}

/** @param width of the type area. */
export function putJointMark(sheets: Sheets, paragraph: PrintParagraph, width: number, setting: TextSetting): void {
  const halves = halvesOf(paragraph, setting)
  const height = Math.max(...halves.map((half) => half.lines.length * half.pitch))
  if ((paragraph.spaceBefore ?? 0) + height > roomLeft(sheets) && !atTop(sheets)) newPage(sheets)
  sheets.y += paragraph.spaceBefore ?? 0
  const { current, y } = sheets
  let left = (width - halves[0].width - halves[1].width) / 2
  const texts: string[] = []
  for (const half of halves) {
    const { lines } = setText(half.lines, { alignment: 'left', firstLeft: left, left, right: left + half.width + half.pitch }, setting)
    let top = y + (height - lines.length * half.pitch) / 2
    for (const line of lines) {
      putPieces(current, line.pieces, current.page.left, top + half.pitch * baselineShare)
      texts.push(line.text)
      top += half.pitch
    }
    left += half.width
  }
  current.lines.push({ text: texts.join(''), top: y, bottom: y + height })
  current.blank = false
  sheets.y += height
}
