/**
 * A layout (版式): every number of the page as data (word-format.md §1.2). Lengths in twips (1/1440 inch), type sizes in
 * half-points, as Word counts them.
 */
import { z } from 'zod'

const twips = z.int()
const fontName = z.string().min(1).max(31)

/** Word needs three names for one run: Latin digits and letters, other Western signs, Chinese. */
export const fontSchema = z.strictObject({
  /** Chinese characters, quotes, dashes and ellipses. */
  chinese: fontName,
  /** ASCII letters and digits. */
  latin: fontName,
})
export type LayoutFont = Readonly<z.infer<typeof fontSchema>>

export const textStyleSchema = z.strictObject({
  font: fontSchema,
  /** Half-points: 32 is 3号, 44 is 2号. */
  size: z.int().min(8).max(200),
  bold: z.boolean(),
})

export const layoutSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(60),
  /** Where the numbers come from, for the writer to see. */
  source: z.string(),
  page: z.strictObject({
    width: twips, height: twips,
    top: twips, bottom: twips, left: twips, right: twips,
    /** From the paper's edge to header and footer. */
    header: twips, footer: twips,
  }),
  grid: z.strictObject({
    linesPerPage: z.int(),
    charactersPerLine: z.int(),
    /** Exact line height. */
    linePitch: twips,
    /** Added to every character's width. */
    characterSpacing: twips,
    /** Two characters of indent. */
    indent: twips,
  }),
  styles: z.strictObject({
    body: textStyleSchema,
    title: textStyleSchema.extend({ linePitch: twips }),
    subtitle: textStyleSchema,
    heading1: textStyleSchema, heading2: textStyleSchema, heading3: textStyleSchema, heading4: textStyleSchema,
    label: z.strictObject({ bold: z.boolean() }),
    table: textStyleSchema.extend({ linePitch: twips }),
    tableHead: textStyleSchema,
    pageNumber: textStyleSchema,
  }),
  /** Type of a ledger on its side, half-points: the size it is set in, and the smallest it may shrink to where there are many columns. */
  ledger: z.strictObject({ size: z.int().min(15).max(32), smallestSize: z.int().min(13).max(32) }).exactOptional(),
  pageNumber: z.strictObject({
    /** Odd pages right and even pages left (outside), or in the middle. */
    place: z.enum(['outside', 'centre', 'none']),
    before: z.string(), after: z.string(),
    /** From the edge of the type area. */
    indent: twips,
  }),
  options: z.strictObject({
    hangingPunctuation: z.boolean(),
    compressPunctuation: z.boolean(),
    /** A quarter blank between Chinese and digits. */
    autoSpace: z.boolean(),
    keepHeadingWithNext: z.boolean(),
  }),
})
export type Layout = Readonly<z.infer<typeof layoutSchema>>
