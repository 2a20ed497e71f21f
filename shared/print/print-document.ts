/**
 * (Draft, Layout) → PrintDocument. Pure: the same draft and layout give the same document.
 * Rules: GB/T 9704-2012 §7.3; numbers of the page: the layout.
 */
import type { Block, Draft, TableBlock } from '../document/draft.ts'
import { blockNumbers, numberValues } from '../document/numbering.ts'
import { printedParagraphs } from '../document/print-text.ts'
import type { Role } from '../document/roles.ts'
import { isTextBlock } from '../document/runs.ts'
import type { Layout } from './layout.ts'
import { attachmentIndents, isAttachmentHead } from './place-attachment.ts'
import { signaturePlace, type SignaturePlace } from './place-signature.ts'
import { paragraphPrinter, paragraphText, type NumberedText } from './print-paragraph.ts'
import { printTable } from './print-table.ts'
import type { BlankLine, PrintDocument, PrintedPart, PrintParagraph } from './print-types.ts'
import { noLength, roleFormats, typeSettings } from './role-formats.ts'

/** Parts of the paper that are set off by a blank line from what stands beside them. */
type Zone = 'front' | 'body' | 'table' | 'attachmentHead' | 'attachment' | 'end'

interface Piece {
  readonly zone: Zone
  readonly parts: readonly PrintedPart[]
}

const zones: Partial<Record<Role, Zone>> = {
  title: 'front', subtitle: 'front', byline: 'front', table: 'table', attachment: 'attachment', signature: 'end', date: 'end',
}

function piecesOf(blocks: readonly Block[], layout: Layout): Piece[] {
  const numbers = blockNumbers(blocks)
  const values = numberValues(blocks.map((block) => (isTextBlock(block) ? block : undefined)))
  const print = paragraphPrinter(layout)
  return printedParagraphs(blocks).flatMap(({ first, end }) => {
    const tables: TableBlock[] = []
    const texts: NumberedText[] = []
    for (let index = first; index < end; index += 1) {
      const block = blocks[index]!
      if (isTextBlock(block)) texts.push({ block, number: numbers[index]!, value: values[index]! })
      else tables.push(block)
    }
    const pieces: Piece[] = tables.map((table) => ({ zone: 'table', parts: [printTable(table, layout)] }))
    if (texts.length > 0) pieces.push(textPiece(print(texts), layout))
    return pieces
  })
}

function textPiece(paragraphs: readonly PrintParagraph[], layout: Layout): Piece {
  const zone = zones[paragraphs[0]!.role] ?? 'body'
  if (zone !== 'attachment' || !isAttachmentHead(paragraphText(paragraphs[0]!))) return { zone, parts: paragraphs }
  return { zone: 'attachmentHead', parts: paragraphs.map((paragraph) => asAttachmentHead(paragraph, layout)) }
}

/** The attachment itself, §7.3.7: a new page, “附件1” in 黑体, flush left on the first line. */
function asAttachmentHead(paragraph: PrintParagraph, layout: Layout): PrintParagraph {
  const { font, size, bold } = layout.styles.heading1
  return {
    ...paragraph, alignment: 'left', firstLine: noLength, pageBreakBefore: true,
    runs: paragraph.runs.map((run) => ({ ...run, font, size, bold: bold || run.bold, style: 'heading1' as const })),
  }
}

/** Room around a table, twips: text on an exact line stands low and would touch the frame above all. */
const gapAboveTable = 200
const gapBelowTable = 100

/** 附件说明 and 署名 stand one line below what comes before; the front matter and the head of an attachment one above. */
function blankBetween(before: Zone, after: Zone): boolean {
  if (before === after) return false
  return before === 'front' || before === 'attachmentHead' || after === 'attachment' || after === 'end'
}

function placeOfEnd(pieces: readonly Piece[], index: number, layout: Layout): SignaturePlace {
  let first = index
  while (pieces[first - 1]?.zone === 'end') first -= 1
  const texts: Record<'signature' | 'date', string[]> = { signature: [], date: [] }
  for (let at = first; pieces[at]?.zone === 'end'; at += 1) {
    for (const part of pieces[at]!.parts) {
      if (part.kind === 'paragraph' && (part.role === 'signature' || part.role === 'date')) texts[part.role].push(paragraphText(part))
    }
  }
  return signaturePlace(layout, texts.signature, texts.date[0])
}

function placed(pieces: readonly Piece[], index: number, layout: Layout): readonly PrintedPart[] {
  const { zone, parts } = pieces[index]!
  if (zone === 'attachment') {
    const continues = pieces[index - 1]?.zone === 'attachment'
    return parts.map((part) => (part.kind === 'paragraph' ? { ...part, ...attachmentIndents(layout, paragraphText(part), continues) } : part))
  }
  if (zone !== 'end') return parts
  const place = placeOfEnd(pieces, index, layout)
  return parts.map((part) => (part.kind === 'paragraph' && (part.role === 'signature' || part.role === 'date') ? { ...part, right: place[part.role] } : part))
}

/** Programs move a paragraph held to the next as a whole: a longer one would leave half a page empty. */
const longestHeld = 224

/** 署名 does not stand alone on a page: the paragraph before goes with it. */
function heldToEnd(parts: readonly PrintedPart[]): PrintedPart[] {
  return parts.map((part, index) => {
    const held = index === parts.length - 1 && part.kind === 'paragraph' && paragraphText(part).length <= longestHeld
    return held ? { ...part, keepWithNext: true } : part
  })
}

/**
 * @param layout the layout the draft names, already looked up.
 * @returns every block of the draft on paper, in order; each printed line of `printLines` is one paragraph.
 */
export function buildPrintDocument(draft: Pick<Draft, 'blocks'>, layout: Layout): PrintDocument {
  const pieces = piecesOf(draft.blocks, layout)
  const parts = pieces.flatMap(({ zone }, index): PrintedPart[] => {
    const before = pieces[index - 1]?.zone
    const blank = (linePitch: number): BlankLine[] => [{ kind: 'blank', linePitch, keepWithNext: zone === 'end' || zone === 'table' }]
    const above = before === undefined ? []
      : blankBetween(before, zone) ? blank(layout.grid.linePitch)
        : zone === 'table' ? blank(gapAboveTable)
          : before === 'table' ? blank(gapBelowTable) : []
    const own = placed(pieces, index, layout)
    return [...above, ...(pieces[index + 1]?.zone === 'end' && zone !== 'end' ? heldToEnd(own) : own)]
  })
  const { table: { linePitch, ...text }, tableHead, pageNumber } = layout.styles
  return {
    page: layout.page,
    grid: layout.grid,
    options: layout.options,
    pageNumber: { ...layout.pageNumber, type: pageNumber },
    typeStyles: typeSettings(layout),
    roleFormats: roleFormats(layout),
    table: { text, head: tableHead, linePitch },
    parts,
  }
}

export type * from './print-types.ts'
