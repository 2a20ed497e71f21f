/** How a run looks, through its own properties, its character style and its paragraph's style. */
import { faceOfFonts, type Face } from './font-faces.ts'
import type { BaseLook, Style, Styles } from './read-styles.ts'
import type { SymbolFont } from './symbols.ts'
import { symbolFontOf } from './symbols.ts'
import type { RevisionView } from './revisions.ts'
import { childOf, type XmlElement } from './xml-tree.ts'

export interface RunLook {
  readonly bold: boolean
  readonly underline: boolean
  /** Name of the character style. */
  readonly style: string | undefined
  readonly directBold: boolean
  readonly hidden: boolean
  /** Its Western characters are pictures. */
  readonly symbols: SymbolFont | undefined
  /** Bold with all styles counted. */
  readonly heavy: boolean
  readonly face: Face | undefined
  /** Half points. */
  readonly size: number | undefined
}

const off: ReadonlySet<string> = new Set(['0', 'false', 'off', 'none'])
const isOn = (element: XmlElement) => !off.has(element.attributes['val'] ?? '1')

/** What runs of a paragraph look like that say nothing of themselves. */
export function baseLook(style: Style | undefined, styles: Styles): BaseLook {
  const { defaults } = styles
  if (style === undefined) return defaults
  return { bold: style.bold ?? defaults.bold, hidden: style.hidden ?? defaults.hidden, face: style.face ?? defaults.face, size: style.size ?? defaults.size }
}

export const plainLook = (base: BaseLook): RunLook => ({
  bold: false, underline: false, style: undefined, directBold: false, hidden: base.hidden, symbols: undefined, heavy: base.bold, face: base.face, size: base.size,
})

export function lookOf(run: XmlElement, base: BaseLook, plain: RunLook, styles: Styles, view: RevisionView): RunLook {
  let properties = childOf(run, 'w:rPr')
  if (properties === undefined) return plain
  if (view === 'original') properties = childOf(properties, 'w:rPrChange', 'w:rPr') ?? properties
  let style: Style | undefined
  let bold: boolean | undefined
  let hidden: boolean | undefined
  let underline: string | undefined
  let fonts: XmlElement | undefined
  let size: number | undefined
  for (const one of properties.children) {
    switch (one.name) {
      case 'w:rStyle': style = styles.character(one.attributes['val']); break
      case 'w:b': bold = isOn(one); break
      case 'w:vanish': hidden = isOn(one); break
      case 'w:webHidden': hidden ??= isOn(one) || undefined; break
      case 'w:u': underline = one.attributes['val'] ?? 'single'; break
      case 'w:rFonts': fonts = one; break
      case 'w:sz': {
        const value = Number(one.attributes['val'])
        if (value > 0 && value < 10_000) size = value
        break
      }
      default:
    }
  }
  underline ??= style?.underline
  return {
    bold: bold ?? style?.bold ?? false,
    underline: underline !== undefined && underline !== 'none',
    style: style?.name,
    directBold: bold ?? false,
    // Of paragraph and character style one takes back what the other says (ISO 29500-1 §17.7.3).
    hidden: hidden ?? (style?.hidden ?? false) !== base.hidden,
    heavy: bold ?? (style?.bold ?? false) !== base.bold,
    symbols: symbolFontOf(fonts),
    face: faceOfFonts(fonts, styles.theme) ?? style?.face ?? base.face,
    size: size ?? style?.size ?? base.size,
  }
}
