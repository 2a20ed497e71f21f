import type { PrintCell, PrintRow, PrintTable } from '../../../shared/print/print-types.ts'
import { landscapeMarkName, tableMarkNames } from './block-marks.ts'
import type { Bookmarks } from './bookmarks.ts'
import { alignmentElement, runProperties } from './formats.ts'
import { noMarks, type LinePlace, type TextMarks } from './text-marks.ts'
import { cellHeadStyle, cellStyle } from './word-names.ts'
import { element, textElement, value } from './xml.ts'

const border = (name: string) => element(`w:${name}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' })
const borders = element('w:tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border))

/** Half a millimetre above and below: text on exact lines touches the frame otherwise. */
const rowPadding = 28

function cellParagraph(line: string, cell: PrintCell, header: boolean, place: LinePlace, bookmarks: string, marks: TextMarks): string {
  const style = header ? cellHeadStyle : cellStyle
  const usual = header ? 'centre' : 'left'
  const { font } = header ? place.table.head : place.table.text
  const { content, end } = marks.line(place, line, (text) => element('w:r', {}, runProperties({ font }), textElement(text)))
  return element('w:p', {},
    element('w:pPr', {}, value('w:pStyle', style.id), cell.alignment === usual ? '' : alignmentElement(cell.alignment), end),
    bookmarks, content)
}

function rowElement(row: PrintRow, rowIndex: number, table: PrintTable, bookmarks: string, marks: TextMarks): string {
  let column = 0
  const cells = row.cells.map((cell, index) => {
    const columns = table.columns.slice(column, column + cell.span)
    column += cell.span
    const width = columns.reduce((sum, one) => sum + one.width, 0)
    return element('w:tc', {},
      element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), cell.span > 1 ? value('w:gridSpan', cell.span) : '', value('w:vAlign', 'center')),
      // A cell ends in a paragraph, be it empty: without one Word refuses the file.
      ...cell.lines.map((line, at) => cellParagraph(line, cell, row.header, { table, row: rowIndex, cell: index, line: at }, index === 0 && at === 0 ? bookmarks : '', marks)))
  })
  const properties = element('w:trPr', {}, row.mayBreak ? '' : '<w:cantSplit/>', row.header ? '<w:tblHeader/>' : '', marks.row(table, rowIndex))
  return element('w:tr', {}, properties === '<w:trPr/>' ? '' : properties, ...cells)
}

/** Widths twice, for the grid and for the table: WPS goes by the one, Word by the other (word-format.md §3). */
export function tableElement(table: PrintTable, bookmarks: Bookmarks, marks: TextMarks = noMarks, onSide = false): string {
  const padding = (side: string, width: number) => element(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' })
  const properties = element('w:tblPr', {},
    element('w:tblW', { 'w:w': table.width, 'w:type': 'dxa' }), element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), borders, element('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblCellMar', {}, padding('top', rowPadding), padding('left', table.cellPadding), padding('bottom', rowPadding), padding('right', table.cellPadding)), element('w:tblLook', { 'w:val': '0000' }))
  const grid = element('w:tblGrid', {}, ...table.columns.map((column) => element('w:gridCol', { 'w:w': column.width })))
  const roles = table.columns.map((column) => column.role)
  const side = onSide ? bookmarks.point(landscapeMarkName) : ''
  const names = side + tableMarkNames(roles, 0).map((_, index) => bookmarks.point((serial) => tableMarkNames(roles, serial)[index]!)).join('')
  return element('w:tbl', {}, properties, grid, ...table.rows.map((row, index) => rowElement(row, index, table, index === 0 ? names : '', marks)))
}
