/** word/styles.xml: what a style says of a paragraph or run, through all the styles it is based on. */
import { signStyle } from './word-names.ts'
import { childOf, childrenOf, childToggle, childValue, type XmlElement } from './xml-tree.ts'

export interface Style {
  readonly id: string
  readonly name: string
  /** 0–8 as Word counts outline levels, 9 is body text. */
  readonly outline: number | undefined
  readonly alignment: string | undefined
  readonly numId: string | undefined
  readonly level: number | undefined
  readonly bold: boolean | undefined
  readonly underline: string | undefined
  readonly hidden: boolean | undefined
}

export interface Styles {
  readonly paragraph: (id: string | undefined) => Style | undefined
  readonly character: (id: string | undefined) => Style | undefined
  readonly numIdOfNumberingStyle: (id: string) => string | undefined
  /** The file was written by this program. */
  readonly own: boolean
}

const integer = (text: string | undefined) => (text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined)

/** “heading 2”, “标题 2”: the number of the level, by name. */
export function headingOfName(name: string): number | undefined {
  const match = /^(?:heading|标题)\s*([1-9])$/iu.exec(name.trim())
  return match ? Number(match[1]) : undefined
}

function readStyle(element: XmlElement): Style & { readonly basedOn: string | undefined } {
  const paragraph = childOf(element, 'w:pPr')
  const run = childOf(element, 'w:rPr')
  const name = childValue(element, 'w:name') ?? ''
  const heading = headingOfName(name)
  return {
    id: element.attributes['styleId'] ?? '', name,
    basedOn: childValue(element, 'w:basedOn'),
    outline: integer(childValue(paragraph, 'w:outlineLvl')) ?? (heading === undefined ? undefined : heading - 1),
    alignment: childValue(paragraph, 'w:jc'),
    numId: childValue(paragraph, 'w:numPr', 'w:numId'),
    level: integer(childValue(paragraph, 'w:numPr', 'w:ilvl')),
    bold: childToggle(run, 'w:b'),
    underline: childValue(run, 'w:u'),
    hidden: childToggle(run, 'w:vanish'),
  }
}

/** No file has a longer honest chain; a circle of styles ends here too. */
const longestChain = 30

export function readStyles(root: XmlElement | undefined): Styles {
  const byType = { paragraph: new Map<string, Style & { basedOn: string | undefined }>(), character: new Map<string, Style & { basedOn: string | undefined }>() }
  const numbering = new Map<string, string | undefined>()
  let defaultParagraph: string | undefined
  let own = false
  for (const element of childrenOf(root, 'w:style')) {
    const style = readStyle(element)
    const type = element.attributes['type']
    if (style.name === signStyle) own = true
    if (type === 'numbering') numbering.set(style.id, style.numId)
    if (type !== 'paragraph' && type !== 'character') continue
    byType[type].set(style.id, style)
    if (type === 'paragraph' && ['1', 'true', 'on'].includes(element.attributes['default'] ?? '')) defaultParagraph = style.id
  }
  const known = { paragraph: new Map<string, Style>(), character: new Map<string, Style>() }

  const resolve = (type: 'paragraph' | 'character', id: string): Style | undefined => {
    const found = known[type].get(id)
    if (found) return found
    const first = byType[type].get(id)
    if (!first) return undefined
    let result: Style = first
    let base = first.basedOn
    for (let step = 0; base !== undefined && step < longestChain; step += 1) {
      const next = byType[type].get(base)
      if (!next) break
      result = {
        id: result.id, name: result.name,
        outline: result.outline ?? next.outline, alignment: result.alignment ?? next.alignment,
        numId: result.numId ?? next.numId, level: result.level ?? next.level,
        bold: result.bold ?? next.bold, underline: result.underline ?? next.underline, hidden: result.hidden ?? next.hidden,
      }
      base = next.basedOn
    }
    known[type].set(id, result)
    return result
  }

  return {
    paragraph: (id) => {
      const wanted = id ?? defaultParagraph
      return wanted === undefined ? undefined : resolve('paragraph', wanted)
    },
    character: (id) => (id === undefined ? undefined : resolve('character', id)),
    numIdOfNumberingStyle: (id) => numbering.get(id),
    own,
  }
}
