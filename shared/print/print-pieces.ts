/** A paper as pieces: each printed paragraph (or those of one group of blocks) and each table, with the zone of the paper it belongs to. */
import type { Block, TableBlock } from '../document/draft.ts'
import { blockNumbers, numberValues } from '../document/numbering.ts'
import { printedParagraphs } from '../document/print-text.ts'
import { headingLevel, type Role } from '../document/roles.ts'
import { isTextBlock } from '../document/runs.ts'
import { landscapeLayout } from './landscape.ts'
import type { Layout } from './layout.ts'
import { isAttachmentHead } from './place-attachment.ts'
import { paragraphPrinter, paragraphText, type NumberedText, type ParagraphPrinter } from './print-paragraph.ts'
import { printTable } from './print-table.ts'
import type { PrintedPart, PrintParagraph, PrintTable } from './print-types.ts'
import { noLength } from './role-formats.ts'

/** Parts of the paper that are set off by a blank line from what stands beside them. */
export type Zone = 'front' | 'body' | 'table' | 'attachmentHead' | 'attachment' | 'end'

export interface Piece {
  readonly zone: Zone
  readonly parts: readonly (PrintParagraph | PrintTable)[]
  /** Stands on sheets on their side. */
  readonly onSide: boolean
}

const zones: Partial<Record<Role, Zone>> = {
  title: 'front', subtitle: 'front', byline: 'front', table: 'table', attachment: 'attachment', signature: 'end', date: 'end',
}

type Source = { readonly table: TableBlock } | { readonly texts: readonly NumberedText[] }

function sourcesOf(blocks: readonly Block[]): Source[] {
  const numbers = blockNumbers(blocks)
  const values = numberValues(blocks.map((block) => (isTextBlock(block) ? block : undefined)))
  return printedParagraphs(blocks).flatMap(({ first, end }) => {
    const tables: Source[] = []
    const texts: NumberedText[] = []
    for (let index = first; index < end; index += 1) {
      const block = blocks[index]!
      if (isTextBlock(block)) texts.push({ block, number: numbers[index]!, value: values[index]! })
      else tables.push({ table: block })
    }
    return texts.length === 0 ? tables : [...tables, { texts }]
  })
}

/** The attachment itself, §7.3.7: a new page, “附件1” in 黑体, flush left on the first line. */
function asAttachmentHead(paragraph: PrintParagraph, layout: Layout): PrintParagraph {
  const { font, size, bold } = layout.styles.heading1
  return {
    ...paragraph, alignment: 'left', firstLine: noLength, pageBreakBefore: true,
    runs: paragraph.runs.map((run) => ({ ...run, font, size, bold: bold || run.bold, style: 'heading1' as const })),
  }
}

function textPiece(paragraphs: readonly PrintParagraph[], layout: Layout, onSide: boolean): Piece {
  const zone = zones[paragraphs[0]!.role] ?? 'body'
  if (zone !== 'attachment' || !isAttachmentHead(paragraphText(paragraphs[0]!))) return { zone, parts: paragraphs, onSide }
  return { zone: 'attachmentHead', parts: paragraphs.map((paragraph) => asAttachmentHead(paragraph, layout)), onSide }
}

/** A line that heads the table below it: a heading, or a short line that ends no sentence. */
function isCaption({ zone, parts }: Piece): boolean {
  const [only, ...others] = parts
  if (zone !== 'body' || others.length > 0 || only?.kind !== 'paragraph') return false
  const text = paragraphText(only)
  return text.length <= 40 && text.trim() !== '' && (headingLevel(only.role) !== undefined || !/[。！？；，、]$/u.test(text))
}

/** The first piece that goes with the table at `table` onto its sheet: its caption, or the head and title of its attachment. */
function withTable(pieces: readonly Piece[], table: number, headed: boolean): number {
  let first = table
  if (pieces[first - 1]?.zone === 'front') while (pieces[first - 1]?.zone === 'front') first -= 1
  else if (pieces[first - 1] !== undefined && isCaption(pieces[first - 1]!)) first -= 1
  if (pieces[first - 1]?.zone === 'attachmentHead') return first - 1
  // The paper's own title stays with its 版头.
  return first === 0 && headed ? table : first
}

/** @param headed 版头 or 密级 stand above the text. */
export function piecesOf(blocks: readonly Block[], layout: Layout, headed: boolean): Piece[] {
  const onSide = landscapeLayout(layout)
  const [upright, turned] = [paragraphPrinter(layout), paragraphPrinter(onSide)]
  const sources = sourcesOf(blocks)
  const print = (source: Source, side: boolean, printer: ParagraphPrinter): Piece =>
    'table' in source ? { zone: 'table', parts: [printTable(source.table, side ? onSide : layout)], onSide: side } : textPiece(printer(source.texts), layout, side)
  const pieces = sources.map((source) => print(source, 'table' in source && source.table.landscape === true, upright))
  const first = pieces.map((piece, index) => (piece.zone === 'table' && piece.onSide ? withTable(pieces, index, headed) : index))
  const along = new Set(first.flatMap((from, index) => Array.from({ length: index - from }, (_, at) => from + at)))
  return pieces.map((piece, index) => (along.has(index) ? print(sources[index]!, true, turned) : piece))
}

export function isParagraph(part: PrintedPart): part is PrintParagraph {
  return part.kind === 'paragraph'
}
