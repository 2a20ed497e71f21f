/** Mathematics (OMML) in one line of text: what a reader would type where no formula can be set. */
import { childOf, childrenOf, childToggle, type XmlElement } from './xml-tree.ts'

const raised: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '+': '⁺', '-': '⁻', n: 'ⁿ' }
const lowered: Readonly<Record<string, string>> = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉', '+': '₊', '-': '₋' }

function shifted(text: string, signs: Readonly<Record<string, string>>, mark: string): string {
  if (text === '') return ''
  const all = [...text].map((sign) => signs[sign])
  return all.every((sign) => sign !== undefined) ? all.join('') : `${mark}${text.length === 1 ? text : `(${text})`}`
}

const whole = (text: string) => (/^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`)

function all(element: XmlElement | undefined): string {
  return element === undefined ? '' : element.children.map(mathText).join('')
}

const propertyOf = (element: XmlElement, properties: string, name: string) => {
  const found = childOf(element, properties, name)
  return found === undefined ? undefined : found.attributes['m:val'] ?? found.attributes['val'] ?? ''
}

/** The text of an element of mathematics, in reading order. */
export function mathText(element: XmlElement): string {
  const part = (name: string) => all(childOf(element, name))
  switch (element.name) {
    case 'm:t': case 'w:t': return element.text
    case 'm:f': {
      const kind = propertyOf(element, 'm:fPr', 'm:type')
      return kind === 'noBar' ? `${part('m:num')} ${part('m:den')}` : `${whole(part('m:num'))}/${whole(part('m:den'))}`
    }
    case 'm:sSup': return part('m:e') + shifted(part('m:sup'), raised, '^')
    case 'm:sSub': return part('m:e') + shifted(part('m:sub'), lowered, '_')
    case 'm:sSubSup': case 'm:sPre': return part('m:e') + shifted(part('m:sub'), lowered, '_') + shifted(part('m:sup'), raised, '^')
    case 'm:rad': {
      const degree = part('m:deg')
      return `${shifted(degree, raised, '')}√${whole(part('m:e'))}`
    }
    case 'm:nary': return (propertyOf(element, 'm:naryPr', 'm:chr') ?? '∫') + shifted(part('m:sub'), lowered, '_') + shifted(part('m:sup'), raised, '^') + part('m:e')
    case 'm:d': {
      const sign = (name: string, usual: string) => propertyOf(element, 'm:dPr', name) ?? usual
      return sign('m:begChr', '(') + childrenOf(element, 'm:e').map(all).join(sign('m:sepChr', '|')) + sign('m:endChr', ')')
    }
    case 'm:m': return childrenOf(element, 'm:mr').map((row) => childrenOf(row, 'm:e').map(all).join(' ')).join('; ')
    case 'm:eqArr': return childrenOf(element, 'm:e').map(all).join('; ')
    case 'm:phant': return childToggle(childOf(element, 'm:phantPr'), 'm:show') === false ? '' : part('m:e')
    case 'w:del': case 'w:moveFrom': case 'w:rPr': case 'm:rPr': return ''
    default: return all(element)
  }
}
