/** 署名 and 成文日期 with the room that a seal or a stamp takes (GB/T 9704-2012 §7.3.5). */
import type { Official } from '../document/official.ts'
import type { Layout } from './layout.ts'
import { officialLine, officialRun } from './official-runs.ts'
import { signaturePlace } from './place-signature.ts'
import { paragraphText } from './print-paragraph.ts'
import { typeAreaWidth } from './print-table.ts'
import type { BlankLine, PrintColumnPlace, PrintedPart, PrintParagraph } from './print-types.ts'
import { noLength } from './role-formats.ts'
import { textWidthTwips } from './text-width.ts'

/** Millimetres in twips. A seal of the Party and state organs measures 42 mm; side by side they do not touch (§7.3.5.1). */
const sealPitch = 2551
/** A seal four lines high and a line's room to the next row. */
const linesBetweenSeals = 4

const isSignature = (part: PrintParagraph) => part.role === 'signature'

/** Lines above: one as a rule; two make room for the upper half of a seal, whose top is to be within a line of the text, and for a stamp. */
export function blanksAboveEnd(end: Official['end']): number {
  return end === undefined || end.place === 'plain' ? 1 : 2
}

/**
 * Organs of a joint paper under their seals: up to three in a row, in columns, the last above the date. Undefined where
 * there is one organ only or the lines are no such group.
 */
function sealColumns(lines: readonly PrintParagraph[], layout: Layout): PrintParagraph[] | undefined {
  const signatures = lines.filter(isSignature)
  const dates = lines.filter((line) => line.role === 'date')
  if (signatures.length < 2 || dates.length > 1 || lines.some((line, index) => (index < signatures.length) !== isSignature(line)) || signatures.length + dates.length !== lines.length) return undefined
  const width = (line: PrintParagraph) => textWidthTwips(paragraphText(line), layout.styles.body.size, layout.grid.characterSpacing, layout.options.autoSpace)
  const widest = Math.max(...lines.map(width))
  const area = typeAreaWidth(layout)
  const pitch = Math.max(sealPitch, widest + layout.grid.indent / 2)
  const across = Math.min(3, signatures.length, Math.floor(area / pitch))
  if (across < 2) return undefined
  // The date 右空四字 where the columns leave room for it.
  const date = dates[0] === undefined ? 0 : width(dates[0])
  const right = Math.max(0, Math.min(layout.grid.indent * 2 + date / 2 - pitch / 2, area - across * pitch))
  const columnAt = (row: number, fromRight: number): PrintColumnPlace => ({ row, left: Math.round(area - right - (fromRight + 1) * pitch), width: Math.round(pitch) })
  const rows = Math.ceil(signatures.length / across)
  const placed = signatures.map((line, index): PrintParagraph => {
    const row = Math.floor(index / across)
    const inRow = row === rows - 1 ? signatures.length - row * across : across
    return {
      ...line, alignment: 'centre', right: noLength, keepWithNext: true, column: columnAt(row, inRow - 1 - (index % across)),
      ...(row > 0 ? { spaceBefore: linesBetweenSeals * layout.grid.linePitch } : {}),
    }
  })
  return [...placed, ...dates.map((line): PrintParagraph => ({ ...line, alignment: 'centre', right: noLength, column: columnAt(rows - 1, 0) }))]
}

/** Each post has room for a stamp two lines high, half of it above and half below; the date stands a line below the stamp. */
function withStamps(lines: readonly PrintParagraph[], post: string | undefined, layout: Layout): PrintedPart[] {
  const { linePitch } = layout.grid
  const half = Math.round(linePitch / 2)
  const blank = (pitch: number): BlankLine => ({ kind: 'blank', linePitch: pitch, keepWithNext: true })
  const place = signaturePlace(layout, [], undefined, 'stamp')
  const stamped = (line: PrintParagraph): PrintedPart[] => [{ ...line, spaceBefore: half, keepWithNext: true }, blank(linePitch - half)]
  const own = post === undefined ? [] : [officialLine(layout, 'signature', [officialRun(post, layout.styles.body, 'text')], { alignment: 'right', right: place.signature('') })]
  const last = lines.findLastIndex(isSignature)
  const posts = last === -1 ? own.flatMap(stamped) : []
  const set = lines.flatMap((line, index): PrintedPart[] => {
    if (line.role === 'date') return [...(index === lines.findIndex((one) => one.role === 'date') ? [blank(linePitch)] : []), { ...line, right: place.date }]
    if (!isSignature(line)) return [line]
    const placed = { ...line, right: place.signature('') }
    // Without a post of its own each line is a post; with one the lines name whose post it is.
    if (post === undefined) return stamped(placed)
    return [placed, ...(index === last ? own.flatMap(stamped) : [])]
  })
  return [...posts, ...set]
}

/** @param lines paragraphs of one end of the paper, in order; may be empty where only a post is printed. */
export function endParts(lines: readonly PrintParagraph[], end: Official['end'], layout: Layout): PrintedPart[] {
  const place = end?.place ?? 'plain'
  if (place === 'stamp') return withStamps(lines, end?.post, layout)
  const columns = place === 'seal' ? sealColumns(lines, layout) : undefined
  if (columns !== undefined) return columns
  const texts = (role: 'signature' | 'date') => lines.filter((line) => line.role === role).map(paragraphText)
  const { signature, date } = signaturePlace(layout, texts('signature'), texts('date')[0], place)
  return lines.map((line) => (line.role === 'signature' ? { ...line, right: signature(paragraphText(line)) } : line.role === 'date' ? { ...line, right: date } : line))
}
