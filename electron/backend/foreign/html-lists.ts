/** Numbers of <ol> as text: browsers compute them, nothing in the page says them (HTML Standard §4.4.5–4.4.8). */
import { formatListNumber } from '../word/number-formats.ts'
import { attribute, childElements, type HtmlElement } from './html-nodes.ts'
import type { Declarations } from './html-styles.ts'

/** list-style-type → Word's name of the format, and what stands behind the number. */
const types: Readonly<Record<string, readonly [format: string, suffix: string]>> = {
  'decimal': ['decimal', '.'], 'decimal-leading-zero': ['decimalZero', '.'], 'lower-alpha': ['lowerLetter', '.'], 'lower-latin': ['lowerLetter', '.'],
  'upper-alpha': ['upperLetter', '.'], 'upper-latin': ['upperLetter', '.'], 'lower-roman': ['lowerRoman', '.'], 'upper-roman': ['upperRoman', '.'],
  'cjk-ideographic': ['chineseCountingThousand', '、'], 'simp-chinese-informal': ['chineseCountingThousand', '、'], 'trad-chinese-informal': ['chineseCountingThousand', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'], 'trad-chinese-formal': ['chineseLegalSimplified', '、'], 'cjk-decimal': ['ideographDigital', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '、'], 'cjk-earthly-branch': ['ideographZodiac', '、'], 'circled-decimal': ['decimalEnclosedCircle', ''],
}

const attributeTypes: Readonly<Record<string, string>> = { '1': 'decimal', 'a': 'lower-alpha', 'A': 'upper-alpha', 'i': 'lower-roman', 'I': 'upper-roman' }
const bullets: ReadonlySet<string> = new Set(['disc', 'circle', 'square', 'disclosure-closed', 'disclosure-open'])

export interface HtmlList {
  /** The number of an item of the list; undefined for a bullet, '' for nothing. Call once for each, in order. */
  readonly next: (item: HtmlElement, declarations: Declarations) => string | undefined
}

const integer = (text: string | undefined) => (text !== undefined && /^\s*-?\d{1,9}/.test(text) ? Number.parseInt(text, 10) : undefined)

function typeOf(element: HtmlElement, declarations: Declarations): string | undefined {
  const styled = declarations['list-style-type'] ?? declarations['list-style']?.split(/\s+/).find((word) => Object.hasOwn(types, word) || bullets.has(word) || word === 'none')
  const named = attribute(element, 'type')
  return styled ?? (named === undefined ? undefined : attributeTypes[named] ?? named.toLowerCase())
}

export function startHtmlList(list: HtmlElement, declarations: Declarations): HtmlList {
  const ordered = list.tagName === 'ol'
  const type = typeOf(list, declarations) ?? (ordered ? 'decimal' : 'disc')
  const reversed = ordered && attribute(list, 'reversed') !== undefined
  const items = reversed ? childElements(list).filter((one) => one.tagName === 'li').length : 0
  let value = integer(attribute(list, 'start')) ?? (reversed ? items : 1)
  return {
    next: (item, own) => {
      value = integer(attribute(item, 'value')) ?? value
      const current = value
      value += reversed ? -1 : 1
      const kind = typeOf(item, own) ?? type
      if (kind === 'none') return ''
      if (bullets.has(kind)) return undefined
      const [format, suffix] = types[kind] ?? (ordered ? types['decimal']! : ['none', ''])
      return format === 'none' ? undefined : `${formatListNumber(current, format)}${suffix}`
    },
  }
}
