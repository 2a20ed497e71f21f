/** The characters of one hard line, measured: one place in each array for one code point. */
import type { LayoutFont } from '../print/layout.ts'
import type { Flavour } from './flavour.ts'
import { sign, signClasses } from './signs.ts'
import type { FontMetrics, Metrics } from './typeset-types.ts'

/** A stretch of text in one type. */
export interface Segment {
  readonly text: string
  readonly font: LayoutFont
  readonly size: number
  readonly bold: boolean
  readonly underline: boolean
  readonly colour: 'black' | 'red'
  readonly blockId?: string
  readonly at?: number
}

/** How all text of a document is set. */
export interface TextSetting {
  readonly metrics: Metrics
  readonly flavour: Flavour
  readonly characterSpacing: number
  readonly hangingPunctuation: boolean
  readonly compressPunctuation: boolean
  readonly autoSpace: boolean
}

export interface Glyphs {
  readonly segments: readonly Segment[]
  readonly count: number
  readonly segment: Uint16Array
  /** Where it stands in its segment's text, and where it ends. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** Advance in twips with the spacing behind it. */
  readonly width: Float64Array
  /** Room before it where it does not begin a line. */
  readonly gap: Float64Array
  /** How far it may be narrowed. */
  readonly slack: Float64Array
  readonly sign: Uint16Array
  /** 1 in the Western face. */
  readonly western: Uint8Array
}

const widthTables = new WeakMap<FontMetrics, Float64Array>()

/** Thousandths of the type size, kept for the characters of the basic plane. */
function widthOf(metrics: FontMetrics): (text: string, at: number) => number {
  let table = widthTables.get(metrics)
  if (table === undefined) widthTables.set(metrics, table = new Float64Array(0x10000).fill(-1))
  const found = table
  return (text, at) => {
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800 && unit <= 0xdbff) return metrics.width(String.fromCodePoint(text.codePointAt(at)!))
    const width = found[unit]!
    return width >= 0 ? width : (found[unit] = metrics.width(text[at]!))
  }
}

const takesGap = (before: number, after: number) =>
  ((before & sign.chineseLetter) !== 0 && (after & sign.westernLetter) !== 0) || ((before & sign.westernLetter) !== 0 && (after & sign.chineseLetter) !== 0)

/** @param segments the text of one line as it would be if it were endless. */
export function measure(segments: readonly Segment[], setting: TextSetting): Glyphs {
  const { metrics, flavour, characterSpacing, compressPunctuation } = setting
  const most = segments.reduce((sum, { text }) => sum + text.length, 0)
  const classes = signClasses(flavour)
  const [segment, from, to] = [new Uint16Array(most), new Uint32Array(most), new Uint32Array(most)]
  const [width, gap, slack] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)]
  const [signs, westerns] = [new Uint16Array(most), new Uint8Array(most)]
  const spaced = flavour.spaceBetweenScripts === 'always' || setting.autoSpace
  // A sign without a script has that of what stands before it; at the head of a paragraph LibreOffice takes Western for it.
  let western = flavour.faceBy === 'context'
  let before = 0
  let count = 0
  segments.forEach(({ text, font, size, bold }, index) => {
    const chineseWidth = widthOf(metrics.of(font.chinese, bold))
    const westernWidth = font.latin === font.chinese ? chineseWidth : widthOf(metrics.of(font.latin, bold))
    const em = size * 10
    for (let at = 0; at < text.length;) {
      const unit = text.charCodeAt(at)
      const end = at + (unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length ? 2 : 1)
      let bits = classes(text, at)
      if (western && (bits & sign.weak) !== 0 && (bits & sign.circled) !== 0) bits |= sign.westernLetter
      if ((bits & sign.weak) === 0) western = (bits & sign.western) !== 0
      const thousandths = western ? westernWidth(text, at) : chineseWidth(text, at)
      segment[count] = index
      from[count] = at
      to[count] = end
      width[count] = (thousandths * em) / 1000 + (thousandths === 0 ? 0 : characterSpacing)
      signs[count] = bits
      westerns[count] = western ? 1 : 0
      // The last character of a stretch keeps its own width.
      if (count > 0 && flavour.spacing === 'between' && (at === 0 || westerns[count - 1] !== westerns[count])) width[count - 1]! -= characterSpacing
      if (spaced && takesGap(before, bits)) gap[count] = Math.floor(em * flavour.gap)
      if (compressPunctuation && thousandths >= 1000 && (bits & (sign.opening | sign.closing)) !== 0) slack[count] = em / 2
      before = bits
      count += 1
      at = end
    }
  })
  if (count > 0 && flavour.spacing === 'between') width[count - 1]! -= characterSpacing
  return { segments, count, segment, from, to, width, gap, slack, sign: signs, western: westerns }
}
