/** word/document.xml */
import type { BlankLine, PrintDocument, PrintedBlock, PrintedPart, PrintParagraph, PrintRun } from '../../../shared/print/print-types.ts'
import { readNumber } from '../../../shared/document/printed-number.ts'
import { markName, type BlockMark } from './block-marks.ts'
import { bookmarkCounter, type Bookmarks } from './bookmarks.ts'
import { alignmentElement, indentElement, runProperties, spacingElement } from './formats.ts'
import { looksStructured } from './proof-of-text.ts'
import { tableElement } from './table-element.ts'
import { noMarks, type TextMarks } from './text-marks.ts'
import { blankStyle, partStyles, roleStyles, typeCharacterStyles } from './word-names.ts'
import { element, part, textElement, toggle, value } from './xml.ts'

function characterStyleOf(run: PrintRun, paragraph: PrintParagraph, document: PrintDocument): string | undefined {
  if (run.part !== 'text') return partStyles[run.part].id
  const own = document.roleFormats[paragraph.role].typeStyle
  return run.style === own || run.style === 'title' || run.style === 'subtitle' ? undefined : typeCharacterStyles[run.style].id
}

function runElement(run: PrintRun, paragraph: PrintParagraph, document: PrintDocument): string {
  const base = document.roleFormats[paragraph.role].type
  const style = characterStyleOf(run, paragraph, document)
  // Bold of paragraph and character style cancel each other out (ISO 29500-1 §17.7.3): said outright where they differ.
  const typeBold = style !== undefined && run.part === 'text' && document.typeStyles[run.style].bold
  const inherited = base.bold !== typeBold
  return element('w:r', {},
    runProperties({
      font: run.font, underline: run.underline,
      ...(style === undefined ? {} : { style }),
      ...(run.bold !== inherited || run.emphasis ? { bold: run.bold } : {}),
      ...(run.size === base.size ? {} : { size: run.size }),
    }),
    run.startsLine ? '<w:br/>' : '', textElement(run.text))
}

/** The mark a block needs, undefined where style and printed number say all. */
function markOf(block: PrintedBlock, index: number, paragraph: PrintParagraph): BlockMark | undefined {
  const end = paragraph.blocks[index + 1]?.firstRun ?? paragraph.runs.length
  const runs = paragraph.runs.slice(block.firstRun, end)
  const printed = runs.filter((run) => run.part === 'number').map((run) => run.text).join('')
  const read = printed === '' ? undefined : readNumber(printed)
  const ambiguous = block.list !== undefined && (read?.style !== block.list || read.value !== block.value)
  const text = runs.filter((run) => run.part === 'text').map((run) => run.text).join('')
  const empty = runs.length === 0 && paragraph.blocks.length > 1
  const needed = index > 0 || block.start !== undefined || ambiguous || block.labelLine !== undefined || empty || looksStructured(text)
  return needed ? {
    role: block.role,
    place: index > 0 ? 'inside' : 'paragraph',
    ...(block.start === undefined ? {} : { start: block.start }),
    ...(ambiguous ? { list: block.list! } : {}),
    ...(block.labelLine === undefined ? {} : { labelLine: block.labelLine }),
  } : undefined
}

const indents = ['firstLine', 'hanging', 'left', 'right'] as const

function paragraphProperties(paragraph: PrintParagraph, document: PrintDocument, marks: TextMarks = noMarks): string {
  const usual = document.roleFormats[paragraph.role].format
  const indented = indents.some((name) => paragraph[name].twips !== usual[name].twips)
  return element('w:pPr', {},
    value('w:pStyle', roleStyles[paragraph.role].id),
    paragraph.keepWithNext === usual.keepWithNext ? '' : toggle('w:keepNext', paragraph.keepWithNext),
    paragraph.pageBreakBefore ? '<w:pageBreakBefore/>' : '',
    indented ? indentElement(paragraph) : '',
    paragraph.alignment === usual.alignment ? '' : alignmentElement(paragraph.alignment),
    marks.paragraphEnd(paragraph, (other) => paragraphProperties(other, document)))
}

function paragraphElement(paragraph: PrintParagraph, document: PrintDocument, bookmarks: Bookmarks, marks: TextMarks): string {
  const marked = marks.markedBy(paragraph)
  const content = paragraph.blocks.flatMap((block, index) => {
    const end = paragraph.blocks[index + 1]?.firstRun ?? paragraph.runs.length
    const mark = marked && markOf(marked.blocks[index]!, index, marked)
    return [
      mark === undefined ? '' : bookmarks.point((serial) => markName(mark, serial)),
      ...paragraph.runs.slice(block.firstRun, end).map((run) => marks.run(run, (piece, within = paragraph) => runElement(piece, within, document))),
      marks.blockEnd(block.id, paragraph),
    ]
  })
  return element('w:p', {}, paragraphProperties(paragraph, document, marks), ...content)
}

function blankElement(line: BlankLine, document: PrintDocument, marks: TextMarks = noMarks): string {
  return element('w:p', {}, element('w:pPr', {}, value('w:pStyle', blankStyle.id), line.keepWithNext ? '<w:keepNext/>' : '',
    line.linePitch === document.grid.linePitch ? '' : spacingElement(line.linePitch), marks.paragraphEnd(line, () => '')))
}

function sectionElement({ page, grid, pageNumber, sideNumber }: PrintDocument): string {
  const footer = (type: string, id: string) => element('w:footerReference', { 'w:type': type, 'r:id': id })
  return element('w:sectPr', {},
    pageNumber.place === 'none' ? '' : footer('default', footerIds.odd), pageNumber.place === 'outside' ? footer('even', footerIds.even) : '',
    element('w:pgSz', { 'w:w': page.width, 'w:h': page.height, 'w:orient': sideNumber === undefined ? undefined : 'landscape' }),
    element('w:pgMar', { 'w:top': page.top, 'w:right': page.right, 'w:bottom': page.bottom, 'w:left': page.left, 'w:header': page.header, 'w:footer': page.footer, 'w:gutter': 0 }),
    element('w:cols', { 'w:space': 425 }),
    // Lines only: with characters too LibreOffice sets fourteen to a line (word-format.md §0 point 2).
    element('w:docGrid', { 'w:type': 'lines', 'w:linePitch': grid.linePitch }))
}

/** Relationship ids of the footers, named again in package-parts. */
export const footerIds = { odd: 'rId5', even: 'rId6' } as const

export function documentPart(document: PrintDocument, marks: TextMarks = noMarks): string {
  const bookmarks = bookmarkCounter()
  const body = document.parts.map((one: PrintedPart): string => {
    switch (one.kind) {
      case 'blank': return blankElement(one, document, marks)
      case 'table': return tableElement(one, bookmarks, marks)
      case 'colophon': return one.lines.map((line) => paragraphElement(line, document, bookmarks, marks)).join('')
      case 'turn': return ''
      case 'paragraph': return paragraphElement(one, document, bookmarks, marks)
    }
  })
  // Word refuses a body that ends in a table, and one without any paragraph: a line of one point that prints nothing.
  const closing = document.parts.at(-1)?.kind === 'paragraph' ? '' : blankElement({ kind: 'blank', linePitch: 20, keepWithNext: false }, document)
  return part('w:document', element('w:body', {}, ...body, closing, sectionElement(document)))
}
