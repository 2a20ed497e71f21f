/**
 * (Draft, Layout) → PrintDocument. Pure: the same draft and layout give the same document.
 * Rules: GB/T 9704-2012 §7; numbers of the page: the layout.
 */
import type { Draft } from '../document/draft.ts'
import { landscapeLayout, sideNumber } from './landscape.ts'
import type { Layout } from './layout.ts'
import { colophonPart, remarkLine } from './official-end.ts'
import { headParts } from './official-head.ts'
import { attachmentIndents } from './place-attachment.ts'
import { blanksAboveEnd, endParts } from './place-end.ts'
import { paragraphText } from './print-paragraph.ts'
import { isParagraph, piecesOf, type Piece, type Zone } from './print-pieces.ts'
import type { BlankLine, PrintDocument, PrintedPart, PrintTurn } from './print-types.ts'
import { roleFormats, typeSettings } from './role-formats.ts'

/** Room around a table, twips: text on an exact line stands low and would touch the frame above all. */
const gapAboveTable = 200
const gapBelowTable = 100

/** 附件说明 and 署名 stand one line below what comes before; the front matter and the head of an attachment one above. */
function blankBetween(before: Zone, after: Zone): boolean {
  if (before === after) return false
  return before === 'front' || before === 'attachmentHead' || after === 'attachment' || after === 'end'
}

/** Pieces of one end of the paper are placed together; all others each by itself. */
interface Group {
  readonly zone: Zone
  readonly onSide: boolean
  readonly pieces: readonly Piece[]
}

function groupsOf(pieces: readonly Piece[]): Group[] {
  const groups: { zone: Zone; onSide: boolean; pieces: Piece[] }[] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (piece.zone === 'end' && last?.zone === 'end' && last.onSide === piece.onSide) last.pieces.push(piece)
    else groups.push({ zone: piece.zone, onSide: piece.onSide, pieces: [piece] })
  }
  return groups
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

type Printable = Pick<Draft, 'blocks'> & Partial<Pick<Draft, 'official' | 'meta'>>

/** Where the paper itself ends and its attachments begin: post and 附注 stand there where the paper has no end of its own. */
function withEnd(groups: readonly Group[], needed: boolean): { readonly groups: readonly Group[]; readonly end: number } {
  const attachments = groups.findIndex((group) => group.zone === 'attachmentHead')
  const limit = attachments === -1 ? groups.length : attachments
  const end = groups.findIndex((group, index) => group.zone === 'end' && index < limit)
  if (end !== -1 || !needed) return { groups, end }
  return { groups: groups.toSpliced(limit, 0, { zone: 'end', onSide: false, pieces: [] }), end: limit }
}

function partsOf({ blocks, official, meta }: Printable, layout: Layout): PrintedPart[] {
  const head = headParts(official, meta?.classification, layout)
  const { linePitch } = layout.grid
  const post = official?.end?.place === 'stamp' && official.end.post !== undefined
  const { groups, end } = withEnd(groupsOf(piecesOf(blocks, layout, head.length > 0)), post || official?.remark !== undefined)
  const colophon = colophonPart(official?.colophon, layout)

  const contentOf = (group: Group, index: number): PrintedPart[] => {
    const parts = group.pieces.flatMap((piece) => piece.parts)
    if (group.zone === 'attachment') {
      const continues = groups[index - 1]?.zone === 'attachment'
      return parts.map((part) => (isParagraph(part) ? { ...part, ...attachmentIndents(layout, paragraphText(part), continues) } : part))
    }
    if (group.zone !== 'end') return parts
    const own = endParts(parts.filter(isParagraph), index === end ? official?.end : undefined, layout)
    return index === end && official?.remark !== undefined ? [...own, remarkLine(official.remark, layout)] : own
  }
  const above = (index: number): BlankLine[] => {
    const [before, after] = [groups[index - 1]?.zone, groups[index]!.zone]
    const blank = (pitch: number): BlankLine => ({ kind: 'blank', linePitch: pitch, keepWithNext: after === 'end' || after === 'table' })
    if (before === undefined) return []
    if (after === 'end' && index === end && groups[index]!.pieces.length + (post ? 1 : 0) > 0) return Array.from({ length: blanksAboveEnd(official?.end) }, () => blank(linePitch))
    if (blankBetween(before, after)) return [blank(linePitch)]
    return after === 'table' ? [blank(gapAboveTable)] : before === 'table' ? [blank(gapBelowTable)] : []
  }

  const turnTo = (onSide: boolean): PrintTurn => ({ kind: 'turn', page: onSide ? landscapeLayout(layout).page : layout.page, ...(onSide ? { sideNumber: sideNumber(layout) } : {}) })
  const body = groups.flatMap((group, index): PrintedPart[] => {
    const turns = group.onSide !== (groups[index - 1]?.onSide ?? false)
    const own = contentOf(group, index)
    const held = groups[index + 1]?.zone === 'end' && group.zone !== 'end' && groups[index + 1]!.onSide === group.onSide ? heldToEnd(own) : own
    if (!turns) return [...above(index), ...held]
    // A turn begins a page by itself: nothing stands above, and no break comes on top of it.
    return [turnTo(group.onSide), ...held.map((part, at) => (at === 0 && part.kind === 'paragraph' && part.pageBreakBefore ? { ...part, pageBreakBefore: false } : part))]
  })
  const foot: PrintedPart[] = colophon === undefined ? [] : [...(groups.at(-1)?.onSide ? [turnTo(false)] : []), colophon]
  return [...head, ...body, ...foot]
}

/**
 * @param layout the layout the draft names, already looked up. @param draft its blocks at least; `meta.classification` and
 * `official` print 密级, 版头, seal's room and 版记.
 * @returns every block of the draft on paper, in order; each printed line of `printLines` is one paragraph.
 */
export function buildPrintDocument(draft: Printable, layout: Layout): PrintDocument {
  const { table: { linePitch, ...text }, tableHead, pageNumber } = layout.styles
  return {
    page: layout.page,
    grid: layout.grid,
    options: layout.options,
    pageNumber: { ...layout.pageNumber, type: pageNumber },
    typeStyles: typeSettings(layout),
    roleFormats: roleFormats(layout),
    table: { text, head: tableHead, linePitch },
    ...(draft.official?.end === undefined || draft.official.end.place === 'plain' ? {} : { endPlace: draft.official.end.place }),
    parts: partsOf(draft, layout),
  }
}

export type * from './print-types.ts'
