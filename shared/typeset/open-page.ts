/** Pages being filled: where the next line goes, and what stands so far. */
import type { Layout } from '../print/layout.ts'
import type { SideNumber } from '../print/print-types.ts'
import type { Piece } from './place-line.ts'
import type { PlacedRule, PlacedText, TypesetLine } from './typeset-types.ts'

export interface OpenPage {
  readonly page: Layout['page']
  /** Foot of the type area, also where the flavour fills less of it. */
  readonly foot: number
  readonly sideNumber: SideNumber | undefined
  readonly items: (PlacedText | PlacedRule)[]
  readonly lines: TypesetLine[]
  readonly blocks: string[]
  /** Nothing stands on it. */
  blank: boolean
  /** A blank page before 版记 and the page of 版记 itself have no number (GB/T 9704-2012 §7.5). */
  numbered: boolean
}

export interface Sheets {
  readonly pages: OpenPage[]
  /** The page being filled. */
  current: OpenPage
  /** Top of what comes next, from the top of the sheet. */
  y: number
}

/** A sheet's shape, and how much of its type area the flavour fills. */
export interface Shape {
  readonly page: Layout['page']
  readonly foot: number
  readonly sideNumber: SideNumber | undefined
}

function emptyPage({ page, foot, sideNumber }: Shape): OpenPage {
  return { page, foot, sideNumber, items: [], lines: [], blocks: [], blank: true, numbered: true }
}

export function firstSheet(shape: Shape): Sheets {
  const current = emptyPage(shape)
  return { pages: [current], current, y: shape.page.top }
}

/** @param shape of the new page where it differs from the one before. */
export function newPage(sheets: Sheets, shape: Shape = sheets.current): void {
  sheets.current = emptyPage(shape)
  sheets.pages.push(sheets.current)
  sheets.y = shape.page.top
}

/** A twentieth of a twip for what adding up rounds. */
const tolerance = 0.05

export const pageBottom = ({ current: { page } }: Sheets) => page.height - page.bottom
export const roomLeft = (sheets: Sheets) => pageBottom(sheets) - sheets.y + tolerance
export const pageRoom = ({ current: { page } }: Sheets) => page.height - page.bottom - page.top + tolerance
export const atTop = (sheets: Sheets) => sheets.y === sheets.current.page.top

/**
 * Word and LibreOffice set the baseline of an exact line at four fifths of its height, whatever the face
 * (docs/typesetting.md).
 */
export const baselineShare = 0.8

const round = (value: number) => Math.round(value * 100) / 100

/** @param left of what the pieces count from. @param y the baseline. */
export function putPieces({ items }: OpenPage, pieces: readonly Piece[], left: number, y: number): void {
  for (const { text, x, width, family, segment, offset } of pieces) {
    const { size, bold, underline, colour, blockId, at } = segment
    const placed = { kind: 'text' as const, text, x: round(left + x), y: round(y), width, family, size, bold, underline, colour }
    items.push(blockId === undefined ? placed : at === undefined ? { ...placed, blockId } : { ...placed, blockId, at: at + offset })
  }
}

export function putRule({ items }: OpenPage, x1: number, y1: number, x2: number, y2: number, thickness: number, colour: 'black' | 'red' = 'black'): void {
  items.push({ kind: 'rule', x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), thickness, colour })
}
