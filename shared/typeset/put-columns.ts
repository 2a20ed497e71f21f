/** Paragraphs side by side: organs of a joint paper under their seals, each row held together. */
import type { PrintParagraph } from '../print/print-types.ts'
import type { TextSetting } from './glyphs.ts'
import { atTop, newPage, roomLeft, type Sheets } from './open-page.ts'
import { beginningsOf, paragraphHeight, putLine } from './put-paragraph.ts'
import { setParagraph, type SetText } from './set-text.ts'

/** One row of columns; goes to the next page as a whole. */
export interface ColumnRow {
  readonly kind: 'row'
  readonly paragraphs: readonly PrintParagraph[]
  readonly keepWithNext: boolean
}

/** Gathers paragraphs of one row that follow each other. */
export function withRows<T extends { readonly kind: string }>(parts: readonly (T | PrintParagraph)[]): (T | PrintParagraph | ColumnRow)[] {
  const result: (T | PrintParagraph | ColumnRow)[] = []
  let row: number | undefined
  for (const part of parts) {
    const own = part.kind === 'paragraph' ? (part as PrintParagraph) : undefined
    const last = result.at(-1)
    if (own?.column === undefined) result.push(part)
    else if (row === own.column.row && last?.kind === 'row') {
      const { paragraphs } = last as ColumnRow
      result[result.length - 1] = { kind: 'row', paragraphs: [...paragraphs, own], keepWithNext: own.keepWithNext }
    } else result.push({ kind: 'row', paragraphs: [own], keepWithNext: own.keepWithNext })
    row = own?.column?.row
  }
  return result
}

interface Column {
  readonly left: number
  readonly content: readonly { readonly paragraph: PrintParagraph; readonly text: SetText }[]
  readonly height: number
}

function columnsOf({ paragraphs }: ColumnRow, setting: TextSetting): Column[] {
  const lefts = [...new Set(paragraphs.map((one) => one.column!.left))].sort((a, b) => a - b)
  return lefts.map((left) => {
    const content = paragraphs.filter((one) => one.column!.left === left).map((paragraph) => ({ paragraph, text: setParagraph(paragraph, paragraph.column!.width, setting) }))
    return { left, content, height: content.reduce((sum, { paragraph, text }) => sum + paragraphHeight(paragraph, text), 0) }
  })
}

export function rowOfColumnsHeight(row: ColumnRow, setting: TextSetting): number {
  return Math.max(...columnsOf(row, setting).map((column) => column.height))
}

export function putRowOfColumns(sheets: Sheets, row: ColumnRow, setting: TextSetting): void {
  const columns = columnsOf(row, setting)
  const height = Math.max(...columns.map((column) => column.height))
  if (height > roomLeft(sheets) && !atTop(sheets)) newPage(sheets)
  const { current, y } = sheets
  for (const { left, content } of columns) {
    let top = y
    for (const { paragraph, text } of content) {
      const beginnings = beginningsOf(paragraph, text)
      top += paragraph.spaceBefore ?? 0
      text.lines.forEach((line, index) => {
        putLine(current, line, current.page.left + left, top, paragraph.linePitch)
        current.blocks.push(...beginnings.get(index) ?? [])
        top += paragraph.linePitch
      })
    }
  }
  sheets.y += height
}
