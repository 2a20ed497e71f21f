/** Tables that only place what they hold: no frame, no room around the text. */
import { element, value } from './xml.ts'

const none = { 'w:w': 0, 'w:type': 'dxa' } as const

/** Exact, borderless cells hold their text and nothing else. */
export const tightCells = element('w:tblCellMar', {}, ...['top', 'left', 'bottom', 'right'].map((edge) => element(`w:${edge}`, none)))

export interface PlainCell {
  readonly width: number
  /** Its paragraphs; at least one, or Word refuses the file. */
  readonly content: string
  readonly middle?: true
}

/** @param place indent from the left of the type area, or centred. @param marks XML for the end of each row's properties. */
export function plainTable(widths: readonly number[], rows: readonly (readonly PlainCell[])[], place: number | 'centre', marks: readonly string[] = []): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const properties = element('w:tblPr', {},
    element('w:tblW', { 'w:w': total, 'w:type': 'dxa' }),
    place === 'centre' ? value('w:jc', 'center') : element('w:tblInd', { 'w:w': place, 'w:type': 'dxa' }),
    element('w:tblLayout', { 'w:type': 'fixed' }), tightCells, element('w:tblLook', { 'w:val': '0000' }))
  const cell = ({ width, content, middle }: PlainCell) =>
    element('w:tc', {}, element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), middle ? value('w:vAlign', 'center') : ''), content)
  return element('w:tbl', {}, properties, element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
    ...rows.map((cells, row) => element('w:tr', {}, element('w:trPr', {}, '<w:cantSplit/>', marks[row] ?? ''), ...cells.map(cell))))
}
