/** word/styles.xml: what a style says of a paragraph or run, through all the styles it is based on. */
import { faceOfFonts, type Face, type ThemeFonts } from './font-faces.ts'
import { signStyle } from './word-names.ts'
import { childOf, childrenOf, childToggle, childValue, type XmlElement } from './xml-tree.ts'

export interface Style {
  readonly id: string
  readonly name: string
  /** 0–8 as Word counts outline levels, 9 is body text. */
  readonly outline: number | undefined
  readonly alignment: string | undefined
  readonly numId: string | undefined
  /** The style of the chain that names the numbering. */
  readonly numberedBy: string | undefined
  readonly level: number | undefined
  readonly bold: boolean | undefined
  readonly underline: string | undefined
  readonly hidden: boolean | undefined
  readonly face: Face | undefined
  /** Half points. */
  readonly size: number | undefined
}

/** What runs look like where nothing else is said. */
export interface BaseLook {
  readonly bold: boolean
  readonly hidden: boolean
  readonly face: Face | undefined
  readonly size: number | undefined
}

export interface Styles {
  readonly paragraph: (id: string | undefined) => Style | undefined
  readonly character: (id: string | undefined) => Style | undefined
  readonly numIdOfNumberingStyle: (id: string) => string | undefined
  readonly defaults: BaseLook
  readonly theme: ThemeFonts
  /** The file was written by this program. */
  readonly own: boolean
}

const integer = (text: string | undefined) => (text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined)

const chineseLevels = '一二三四'

/** “heading 2”, “标题 2”, “二级标题”, “标题二”: the number of the level, by name. */
export function headingOfName(name: string): number | undefined {
  const plain = name.split(',')[0]!.trim()
  const match = /^(?:heading|标题)\s*([1-9])$/iu.exec(plain) ?? /^(?:公文)?([一二三四1-4])级标题$/u.exec(plain) ?? /^(?:公文)?标题([一二三四])$/u.exec(plain)
  if (!match) return undefined
  const at = chineseLevels.indexOf(match[1]!)
  return at === -1 ? Number(match[1]) : at + 1
}

const hiddenBy = (run: XmlElement | undefined) => childToggle(run, 'w:vanish') ?? childToggle(run, 'w:webHidden')

function readStyle(element: XmlElement, theme: ThemeFonts): Style & { readonly basedOn: string | undefined } {
  const paragraph = childOf(element, 'w:pPr')
  const run = childOf(element, 'w:rPr')
  const name = childValue(element, 'w:name') ?? ''
  const heading = headingOfName(name)
  const id = element.attributes['styleId'] ?? ''
  const numId = childValue(paragraph, 'w:numPr', 'w:numId')
  return {
    id, name,
    basedOn: childValue(element, 'w:basedOn'),
    outline: integer(childValue(paragraph, 'w:outlineLvl')) ?? (heading === undefined ? undefined : heading - 1),
    alignment: childValue(paragraph, 'w:jc'),
    numId,
    numberedBy: numId === undefined ? undefined : id,
    level: integer(childValue(paragraph, 'w:numPr', 'w:ilvl')),
    bold: childToggle(run, 'w:b'),
    underline: childValue(run, 'w:u'),
    hidden: hiddenBy(run),
    face: faceOfFonts(childOf(run, 'w:rFonts'), theme),
    size: integer(childValue(run, 'w:sz')),
  }
}

/** A style named in the text that the file does not define: built-in ids say by themselves what they are. */
function undefinedStyle(id: string): Style | undefined {
  const heading = /^(?:Heading|标题)([1-9])$/u.exec(id)
  if (!heading && id !== 'Title') return undefined
  return {
    id, name: heading ? `heading ${heading[1]}` : 'Title', outline: heading ? Number(heading[1]) - 1 : undefined,
    alignment: undefined, numId: undefined, numberedBy: undefined, level: undefined, bold: undefined, underline: undefined, hidden: undefined, face: undefined, size: undefined,
  }
}

/** No file has a longer honest chain; a circle of styles ends here too. */
const longestChain = 30

export function readStyles(root: XmlElement | undefined, theme: ThemeFonts): Styles {
  const byType = { paragraph: new Map<string, Style & { basedOn: string | undefined }>(), character: new Map<string, Style & { basedOn: string | undefined }>() }
  const numbering = new Map<string, string | undefined>()
  let defaultParagraph: string | undefined
  let own = false
  for (const element of childrenOf(root, 'w:style')) {
    const style = readStyle(element, theme)
    const type = element.attributes['type'] ?? 'paragraph'
    if (style.name === signStyle) own = true
    if (type === 'numbering') numbering.set(style.id, style.numId)
    if (type !== 'paragraph' && type !== 'character') continue
    byType[type].set(style.id, style)
    if (type === 'paragraph' && ['1', 'true', 'on'].includes(element.attributes['default'] ?? '')) defaultParagraph = style.id
  }
  const known = { paragraph: new Map<string, Style>(), character: new Map<string, Style>() }
  const ground = childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr')

  const resolve = (type: 'paragraph' | 'character', id: string): Style | undefined => {
    const found = known[type].get(id)
    if (found) return found
    const first = byType[type].get(id)
    if (!first) return type === 'paragraph' ? undefinedStyle(id) : undefined
    let result: Style = first
    let base = first.basedOn
    for (let step = 0; base !== undefined && step < longestChain; step += 1) {
      const next = byType[type].get(base)
      if (!next) break
      result = {
        id: result.id, name: result.name,
        outline: result.outline ?? next.outline, alignment: result.alignment ?? next.alignment,
        numId: result.numId ?? next.numId, numberedBy: result.numberedBy ?? next.numberedBy, level: result.level ?? next.level,
        bold: result.bold ?? next.bold, underline: result.underline ?? next.underline, hidden: result.hidden ?? next.hidden,
        face: result.face ?? next.face, size: result.size ?? next.size,
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
    defaults: {
      bold: childToggle(ground, 'w:b') ?? false, hidden: hiddenBy(ground) ?? false,
      face: faceOfFonts(childOf(ground, 'w:rFonts'), theme), size: integer(childValue(ground, 'w:sz')),
    },
    theme, own,
  }
}
