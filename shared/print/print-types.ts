/**
 * PrintDocument: a draft as it stands on paper, before any program sets it. Word, the preview and the printer all draw
 * from it, so it holds nothing that only one of them understands.
 * Lengths are twips (1/1440 inch); type sizes are half-points.
 */
import type { TableColumnRole } from '../document/draft.ts'
import type { ListStyle } from '../document/list-style.ts'
import type { EndPlace } from '../document/official.ts'
import type { TextRole } from '../document/roles.ts'
import type { Layout, LayoutFont } from './layout.ts'

/** A length that follows the type: Word and WPS keep it in characters, all others in twips. */
export interface CharacterLength {
  readonly twips: number
  /** In characters of body type; may be a fraction. */
  readonly characters: number
}

export interface TypeSetting {
  readonly font: LayoutFont
  readonly size: number
  readonly bold: boolean
}

/** The kinds of type a layout defines for running text. */
export type TypeStyle = 'body' | 'title' | 'subtitle' | 'heading1' | 'heading2' | 'heading3' | 'heading4'

export interface PrintRun extends TypeSetting {
  readonly text: string
  readonly underline: boolean
  readonly part: 'number' | 'label' | 'text'
  readonly blockId: string
  readonly role: TextRole
  readonly style: TypeStyle
  /** The writer made it bold; `bold` alone may come from the layout. */
  readonly emphasis?: true
  /** Key of the 待填项 it stands for. */
  readonly placeholder?: string
  /** A title is set in lines broken by sense: this run begins one, other than the first. So are the organs of a 发文机关标志. */
  readonly startsLine?: true
  /** 发文机关标志: red (GB/T 9704-2012 §7.2.4). Absent: black. */
  readonly colour?: 'red'
  /**
   * Stands at the right end of the line: 签发人 beside 发文字号, 印发日期 beside 印发机关. In a 发文机关标志 of several lines
   * (part `mark`): “文件”, which stands right of them all, centred on their height; both are centred together.
   */
  readonly atRight?: true
  /** Added to each character, twips, in place of what the grid adds: organs of a joint 标志 are spread to one width. */
  readonly spacing?: number
  /** Of a part of the official document with several entries (标志, 签发人): which one it prints, from 0. */
  readonly entry?: number
}

/** A block of the draft and where it stands in its printed paragraph. */
export interface PrintedBlock {
  readonly id: string
  readonly role: TextRole
  /** Index of its first run; the number of runs where it prints none. */
  readonly firstRun: number
  readonly list?: ListStyle
  /** The value of its number. */
  readonly value?: number
  readonly start?: number
  /** Its label is a paragraph of its own: this paragraph is the label, or the text below it. */
  readonly labelLine?: 'label' | 'text'
}

export interface ParagraphFormat {
  readonly alignment: 'both' | 'left' | 'centre' | 'right'
  readonly firstLine: CharacterLength
  /** How far the first line stands out to the left of the others. Never together with `firstLine`. */
  readonly hanging: CharacterLength
  readonly left: CharacterLength
  readonly right: CharacterLength
  /** Exact line height. */
  readonly linePitch: number
  readonly keepWithNext: boolean
  readonly pageBreakBefore: boolean
}

export interface PrintParagraph extends ParagraphFormat {
  readonly kind: 'paragraph'
  /** Names its style: the role of the block that begins it. */
  readonly role: TextRole
  readonly runs: readonly PrintRun[]
  /** None where the paragraph prints no block of the draft but a part of the official document. */
  readonly blocks: readonly PrintedBlock[]
  /** Which part of the official document it prints (its `role` then only says how it is set). */
  readonly official?: OfficialPart
  /** Room above, twips, also at the head of a page. */
  readonly spaceBefore?: number
  /** A line over the whole width below the paragraph: 版头's red one. */
  readonly ruleBelow?: PrintRule
  /** Stands in a column beside others: organs of a joint paper under their seals. */
  readonly column?: PrintColumnPlace
}

/**
 * Paragraphs that follow each other with the same `row` stand side by side; those of one row with the same `left` below
 * each other. The row is as high as its highest column. Indents count from the column's edges.
 */
export interface PrintColumnPlace {
  readonly row: number
  /** From the left edge of the type area, twips. */
  readonly left: number
  readonly width: number
}

/** `signature` is the post of who signs by stamp; the stamp's own room is blank lines and the right indent. */
export const officialParts = ['copyNumber', 'classification', 'urgency', 'mark', 'documentNumber', 'signature', 'remark', 'copies', 'printer'] as const
export type OfficialPart = (typeof officialParts)[number]

export interface PrintRule {
  /** Eighths of a point, as Word counts lines. */
  readonly thickness: number
  readonly colour: 'red' | 'black'
  /** From the text's line to the rule, twips. */
  readonly gap: number
}

/** 版记 (GB/T 9704-2012 §7.4): stands at the foot of the last page's type area, which has an even number. */
export interface PrintColophon {
  readonly kind: 'colophon'
  readonly lines: readonly PrintParagraph[]
  /** Eighths of a point: the first and last line, and those between. */
  readonly outerRule: number
  readonly innerRule: number
}

/** What follows stands on sheets of another shape: a table on its side, or the upright page again. Begins a new page. */
export interface PrintTurn {
  readonly kind: 'turn'
  readonly page: Layout['page']
  /** Of sheets on their side. */
  readonly sideNumber?: SideNumber
}

export interface PrintCell {
  /** Its paragraphs, in plain text. */
  readonly lines: readonly string[]
  /** Columns it spans. */
  readonly span: number
  readonly alignment: 'left' | 'centre'
}

export interface PrintRow {
  readonly header: boolean
  /** A row too tall for a third of the page may break across pages. */
  readonly mayBreak: boolean
  readonly cells: readonly PrintCell[]
}

export interface PrintColumn {
  readonly role: TableColumnRole
  readonly width: number
}

export interface PrintTable {
  readonly kind: 'table'
  readonly blockId: string
  /** Of the whole table: the width of the type area. */
  readonly width: number
  readonly columns: readonly PrintColumn[]
  readonly rows: readonly PrintRow[]
  readonly text: TypeSetting
  readonly head: TypeSetting
  /** Its own line height: body lines would clip it or burst it (word-format.md §3). */
  readonly linePitch: number
  /** Between a cell's edge and its text, left and right. */
  readonly cellPadding: number
}

export interface BlankLine {
  readonly kind: 'blank'
  readonly linePitch: number
  readonly keepWithNext: boolean
}

export type PrintedPart = PrintParagraph | PrintTable | BlankLine | PrintTurn | PrintColophon

export interface RoleFormat {
  readonly type: TypeSetting
  readonly typeStyle: TypeStyle
  readonly format: ParagraphFormat
}

/**
 * Where the number of a page on its side stands: at the left edge, which is the foot of the sheet as it is bound, turned
 * clockwise (GB/T 9704-2012 §8). From the paper's top left corner.
 */
export interface SideNumber {
  readonly left: number
  readonly width: number
  /** Room from top to bottom; odd pages set the number at its lower end, even ones at its upper. */
  readonly length: number
  readonly oddTop: number
  readonly evenTop: number
  readonly centreTop: number
}

export interface PrintDocument {
  /** As it is held for reading: wider than high where it lies on its side. */
  readonly page: Layout['page']
  /** Only of a sheet on its side. */
  readonly sideNumber?: SideNumber
  readonly grid: Layout['grid']
  readonly options: Layout['options']
  readonly pageNumber: Layout['pageNumber'] & { readonly type: TypeSetting }
  readonly typeStyles: Readonly<Record<TypeStyle, TypeSetting>>
  /** The usual format of each role; a paragraph differs from it only where its content asks for it. */
  readonly roleFormats: Readonly<Record<TextRole, RoleFormat>>
  readonly table: { readonly text: TypeSetting; readonly head: TypeSetting; readonly linePitch: number }
  /** What 署名 and 成文日期 make room for, where it is a seal or a stamp: for who reads the file back. */
  readonly endPlace?: Exclude<EndPlace, 'plain'>
  readonly parts: readonly PrintedPart[]
}
