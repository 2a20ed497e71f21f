/** Paragraph and run properties. The order of the elements is that of the schema: Word calls a file with another order damaged. */
import type { LayoutFont } from '../../../shared/print/layout.ts'
import type { CharacterLength, ParagraphFormat, TypeSetting } from '../../../shared/print/print-types.ts'
import { element, toggle, value } from './xml.ts'

/**
 * All four names and the hint, on every run: hAnsi is the Chinese font so that “ ” …… —— stay Chinese where `latin` is
 * not (word-format.md §0 point 5, §3).
 */
export function fontElement(font: LayoutFont): string {
  return element('w:rFonts', {
    'w:hint': 'eastAsia', 'w:ascii': font.latin, 'w:hAnsi': font.chinese, 'w:eastAsia': font.chinese, 'w:cs': font.latin,
  })
}

export interface RunFormat {
  readonly style?: string
  readonly font: LayoutFont
  readonly bold?: boolean
  readonly spacing?: number
  /** Half-points. */
  readonly size?: number
  readonly underline?: boolean
  /** Red is the red of 版头: FF0000 is what office programs print in Y80 M80. */
  readonly colour?: 'red'
  readonly language?: true
}

export function runProperties(format: RunFormat): string {
  return element('w:rPr', {},
    format.style === undefined ? '' : value('w:rStyle', format.style),
    fontElement(format.font),
    format.bold === undefined ? '' : toggle('w:b', format.bold) + toggle('w:bCs', format.bold),
    format.colour === undefined ? '' : value('w:color', 'FF0000'),
    format.spacing === undefined ? '' : value('w:spacing', format.spacing),
    format.size === undefined ? '' : value('w:sz', format.size) + value('w:szCs', format.size),
    format.underline ? value('w:u', 'single') : '',
    format.language ? element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }) : '',
  )
}

export function typeProperties(type: TypeSetting, extra: Partial<RunFormat> = {}): string {
  return runProperties({ font: type.font, size: type.size, ...(type.bold ? { bold: true } : {}), ...extra })
}

const hundredths = (length: CharacterLength) => Math.round(length.characters * 100)

/**
 * Always both measures: Word and WPS go by characters, LibreOffice and older WPS by twips
 * (word-format.md §0 point 4).
 */
export function indentElement({ firstLine, hanging, left, right }: Pick<ParagraphFormat, 'firstLine' | 'hanging' | 'left' | 'right'>): string {
  const first = hanging.twips > 0
    ? { 'w:hangingChars': hundredths(hanging), 'w:hanging': hanging.twips }
    : { 'w:firstLineChars': hundredths(firstLine), 'w:firstLine': firstLine.twips }
  return element('w:ind', {
    'w:leftChars': hundredths(left), 'w:left': left.twips, 'w:rightChars': hundredths(right), 'w:right': right.twips, ...first,
  })
}

/** @param before room above, twips. */
export function spacingElement(linePitch: number, before = 0): string {
  return element('w:spacing', { 'w:before': before, 'w:after': 0, 'w:line': linePitch, 'w:lineRule': 'exact' })
}

export function alignmentElement(alignment: ParagraphFormat['alignment']): string {
  return value('w:jc', alignment === 'centre' ? 'center' : alignment)
}
