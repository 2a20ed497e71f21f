/**
 * The text of a draft as WordprocessingML that looks right in a foreign style sheet: every paragraph and run says all of
 * its format itself and names no style.
 */
import { headingLevel } from '../../../shared/document/roles.ts'
import type { PrintCell, PrintDocument, PrintParagraph, PrintRun, PrintTable, TypeSetting } from '../../../shared/print/print-types.ts'
import { noLength } from '../../../shared/print/role-formats.ts'
import { alignmentElement, fontElement, indentElement } from '../word/formats.ts'
import { element, textElement, toggle, value } from '../word/xml.ts'

const flush = { firstLine: noLength, hanging: noLength, left: noLength, right: noLength }

/** Lines above and below in the template's own style would add up; they are said to be none. */
function spacing(linePitch: number, before = 0): string {
  return element('w:spacing', { 'w:beforeLines': 0, 'w:before': before, 'w:beforeAutospacing': 0, 'w:afterLines': 0, 'w:after': 0, 'w:afterAutospacing': 0, 'w:line': linePitch, 'w:lineRule': 'exact' })
}

interface ParagraphLook {
  readonly linePitch: number
  readonly indents: string
  readonly alignment: PrintParagraph['alignment']
  readonly keepWithNext?: boolean
  readonly pageBreakBefore?: boolean
  readonly spaceBefore?: number
  readonly outline?: number
}

function paragraphProperties(look: ParagraphLook, { options }: PrintDocument): string {
  return element('w:pPr', {},
    toggle('w:keepNext', look.keepWithNext ?? false), toggle('w:keepLines', false), toggle('w:pageBreakBefore', look.pageBreakBefore ?? false), toggle('w:widowControl', false),
    toggle('w:overflowPunct', options.hangingPunctuation), toggle('w:autoSpaceDE', options.autoSpace), toggle('w:autoSpaceDN', options.autoSpace),
    // Exact lines of the layout, whatever grid the template's pages have.
    toggle('w:snapToGrid', false),
    spacing(look.linePitch, look.spaceBefore), look.indents, alignmentElement(look.alignment),
    look.outline === undefined ? '' : value('w:outlineLvl', look.outline))
}

function runProperties(type: TypeSetting, { grid }: PrintDocument, underline = false, colour: 'red' | undefined = undefined, spaced = true): string {
  return element('w:rPr', {},
    fontElement(type.font), toggle('w:b', type.bold), toggle('w:bCs', type.bold), toggle('w:i', false), toggle('w:iCs', false),
    value('w:color', colour === 'red' ? 'FF0000' : '000000'), value('w:spacing', spaced ? grid.characterSpacing : 0), value('w:w', 100), value('w:kern', 0), value('w:position', 0),
    value('w:sz', type.size), value('w:szCs', type.size), value('w:u', underline ? 'single' : 'none'),
    element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }))
}

const run = (text: PrintRun, document: PrintDocument) =>
  element('w:r', {}, runProperties(text, document, text.underline, text.colour), text.startsLine ? '<w:br/>' : '', textElement(text.text))

function paragraphElement(paragraph: PrintParagraph, document: PrintDocument): string {
  const level = headingLevel(paragraph.role)
  return element('w:p', {},
    paragraphProperties({
      linePitch: paragraph.linePitch, indents: indentElement(paragraph), alignment: paragraph.alignment, keepWithNext: paragraph.keepWithNext, pageBreakBefore: paragraph.pageBreakBefore,
      ...(paragraph.spaceBefore === undefined ? {} : { spaceBefore: paragraph.spaceBefore }), ...(level === undefined ? {} : { outline: level - 1 }),
    }, document),
    ...paragraph.runs.map((one) => run(one, document)))
}

const blank = (linePitch: number, keepWithNext: boolean, document: PrintDocument) =>
  element('w:p', {}, paragraphProperties({ linePitch, indents: indentElement(flush), alignment: 'left', keepWithNext }, document))

const border = (name: string) => element(`w:${name}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' })
const borders = element('w:tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border))
const rowPadding = 28

function cellElement(cell: PrintCell, width: number, type: TypeSetting, table: PrintTable, document: PrintDocument): string {
  const properties = element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), cell.span > 1 ? value('w:gridSpan', cell.span) : '', value('w:vAlign', 'center'))
  const lines = cell.lines.map((line) => element('w:p', {},
    paragraphProperties({ linePitch: table.linePitch, indents: indentElement(flush), alignment: cell.alignment }, document),
    line === '' ? '' : element('w:r', {}, runProperties(type, document), textElement(line))))
  return element('w:tc', {}, properties, ...lines)
}

function tableElement(table: PrintTable, document: PrintDocument): string {
  const width = (name: string, twips: number) => element(name, { 'w:w': twips, 'w:type': 'dxa' })
  const rows = table.rows.map((row) => {
    let column = 0
    const cells = row.cells.map((cell) => {
      const columns = table.columns.slice(column, column + cell.span)
      column += cell.span
      return cellElement(cell, columns.reduce((sum, one) => sum + one.width, 0), row.header ? table.head : table.text, table, document)
    })
    const properties = (row.mayBreak ? '' : '<w:cantSplit/>') + (row.header ? '<w:tblHeader/>' : '')
    return element('w:tr', {}, properties === '' ? '' : element('w:trPr', {}, properties), ...cells)
  })
  return element('w:tbl', {},
    element('w:tblPr', {}, width('w:tblW', table.width), width('w:tblInd', 0), borders, element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', {}, width('w:top', rowPadding), width('w:left', table.cellPadding), width('w:bottom', rowPadding), width('w:right', table.cellPadding)), element('w:tblLook', { 'w:val': '0000' })),
    element('w:tblGrid', {}, ...table.columns.map((column) => element('w:gridCol', { 'w:w': column.width }))), ...rows)
}

/** Paragraphs and tables, to stand in the place of one paragraph. Ends in a paragraph always: a cell or a page may end with it. */
export function templateBody(document: PrintDocument): string {
  const parts = document.parts.map((part): string => {
    switch (part.kind) {
      case 'paragraph': return paragraphElement(part, document)
      case 'table': return tableElement(part, document)
      case 'blank': return blank(part.linePitch, part.keepWithNext, document)
      // Parts of an official document are the template's own affair.
      case 'colophon': case 'turn': return ''
    }
  })
  return parts.join('') + (document.parts.at(-1)?.kind === 'paragraph' ? '' : blank(20, false, document))
}
