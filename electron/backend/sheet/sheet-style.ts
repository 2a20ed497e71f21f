/** How the cells of an exported ledger look. Sizes in points; faces that every Chinese Windows, UOS and Kylin has or replaces well. */
import type { CellStyle } from 'hucre/xlsx'

const line = { style: 'thin', color: { rgb: '000000' } } as const
const frame = { top: line, right: line, bottom: line, left: line }

export const bodySize = 11
/** A line of 仿宋 of 11 points takes 14.3 points in Excel; other systems' faces are taller. */
export const bodyLineHeight = 15.5

const body = { font: { name: '仿宋', size: bodySize }, border: frame } satisfies CellStyle

/** Kept as typed: without it 3-1 becomes the first of March, and =… a formula as soon as somebody edits the cell. */
const asText = '@'

export const sheetStyles = {
  // 方正小标宋 is missing on many machines, and a spreadsheet can name no second choice.
  title: { font: { name: '宋体', size: 18, bold: true }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true }, numFmt: asText },
  note: { font: { name: '仿宋', size: bodySize }, alignment: { horizontal: 'left', vertical: 'center', wrapText: true }, numFmt: asText },
  head: { font: { name: '黑体', size: bodySize }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EAEE' } }, border: frame, alignment: { horizontal: 'center', vertical: 'center', wrapText: true }, numFmt: asText },
  text: { ...body, alignment: { horizontal: 'left', vertical: 'top', wrapText: true }, numFmt: asText },
  // Excel 2007 shows #### for a longer text in the format of text.
  longText: { ...body, alignment: { horizontal: 'left', vertical: 'top', wrapText: true } },
  short: { ...body, alignment: { horizontal: 'center', vertical: 'top', wrapText: true }, numFmt: asText },
  number: { ...body, alignment: { horizontal: 'center', vertical: 'top' }, numFmt: '0' },
  date: { ...body, alignment: { horizontal: 'center', vertical: 'top', wrapText: true }, numFmt: 'yyyy"年"m"月"d"日"' },
  key: { font: { name: '宋体', size: 9 }, numFmt: asText },
} as const satisfies Record<string, CellStyle>
