/** word/document.xml */
import type { BlankLine, PrintDocument, PrintedBlock, PrintParagraph, PrintRun } from '../../../shared/print/print-types.ts'
import type { ChangedPart } from '../../../shared/print/changed-types.ts'
import { readNumber } from '../../../shared/document/printed-number.ts'
import { endMarkName, markName, type BlockMark } from './block-marks.ts'
import { bookmarkCounter, type Bookmarks } from './bookmarks.ts'
import { alignmentElement, indentElement, runProperties, spacingElement } from './formats.ts'
import { colophonElement, jointMark, officialParagraph } from './official-elements.ts'
import { plainTable } from './plain-table.ts'
import { looksStructured } from './proof-of-text.ts'
import { sectionElement, type Footer, type Section } from './sections.ts'
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
    paragraph.spaceBefore === undefined ? '' : spacingElement(paragraph.linePitch, paragraph.spaceBefore),
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

/** Paragraphs that stand side by side: a row of a borderless table for each row of columns. */
function columnsElement(paragraphs: readonly PrintParagraph[], document: PrintDocument, bookmarks: Bookmarks, marks: TextMarks): string {
  const lefts = [...new Set(paragraphs.map((one) => one.column!.left))].sort((a, b) => a - b)
  const widths = lefts.map((left) => paragraphs.find((one) => one.column!.left === left)!.column!.width)
  const numbers = [...new Set(paragraphs.map((one) => one.column!.row))]
  const rows = numbers.map((row) => lefts.map((left, index) => {
    const content = paragraphs.filter((one) => one.column!.row === row && one.column!.left === left).map((one) => paragraphElement(one, document, bookmarks, marks)).join('')
    return { width: widths[index]!, content: content === '' ? blankElement({ kind: 'blank', linePitch: document.grid.linePitch, keepWithNext: false }, document) : content }
  }))
  return plainTable(widths, rows, lefts[0]!, numbers.map((row) => marks.columns(paragraphs.filter((one) => one.column!.row === row))))
}

function partElements(section: Section, document: PrintDocument, bookmarks: Bookmarks, marks: TextMarks): string[] {
  const { parts, page } = section
  const width = page.width - page.left - page.right
  return parts.map((one, index): string => {
    switch (one.kind) {
      case 'blank': return blankElement(one, document, marks)
      case 'table': return tableElement(one, bookmarks, marks, document.sideNumber === undefined && section.sideNumber !== undefined)
      case 'colophon': {
        const before = parts[index - 1]
        return (before?.kind === 'table' || (before?.kind === 'paragraph' && before.column !== undefined) ? closing(document) : '') + colophonElement(one, document, bookmarks)
      }
      case 'turn': return ''
      case 'paragraph': {
        if (one.official === 'mark' && one.runs.some((run) => run.atRight)) return jointMark(one, bookmarks)
        if (one.official !== undefined) return officialParagraph(one, width, bookmarks)
        if (one.column === undefined) return paragraphElement(one, document, bookmarks, marks)
        const before = parts[index - 1]
        if (before?.kind === 'paragraph' && before.column !== undefined) return ''
        const behind = parts.slice(index).findIndex((part) => part.kind !== 'paragraph' || part.column === undefined)
        return columnsElement(parts.slice(index, behind === -1 ? undefined : index + behind).filter((part) => part.kind === 'paragraph'), document, bookmarks, marks)
      }
    }
  }).filter((xml) => xml !== '')
}

/** A line of one point that prints nothing: Word refuses a body that ends in a table, and one without any paragraph. */
const closing = (document: PrintDocument) => blankElement({ kind: 'blank', linePitch: 20, keepWithNext: false }, document)

export function documentPart(document: PrintDocument, sections: readonly Section[], footers: ReadonlyMap<string, readonly Footer[]>, marks: TextMarks = noMarks): string {
  const bookmarks = bookmarkCounter()
  const end = document.endPlace === undefined ? '' : bookmarks.point(endMarkName(document.endPlace))
  const body = sections.map((section, index) => {
    const elements = partElements(section, document, bookmarks, marks)
    // A floating table at the head of a section lands on the page before in LibreOffice.
    if (section.parts[0]?.kind === 'colophon') elements.unshift(closing(document))
    // A blank line is no end either: in another section it would be taken for the paper's own.
    // What came, went or changed its look would take the end of the section with it.
    const last: ChangedPart | undefined = section.parts.at(-1)
    const tracked = index < sections.length - 1 && last?.kind === 'paragraph' && (last.change !== undefined || last.was !== undefined)
    if (tracked || last?.kind !== 'paragraph' || elements.at(-1)!.endsWith('</w:tbl>')) elements.push(closing(document))
    const properties = sectionElement(section, document, footers)
    if (index === sections.length - 1) return elements.join('') + end + properties
    // All sections but the last are told by the last paragraph they have.
    return elements.slice(0, -1).join('') + elements.at(-1)!.replace('</w:pPr>', () => `${properties}</w:pPr>`)
  })
  return part('w:document', element('w:body', {}, ...body))
}
