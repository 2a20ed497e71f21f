/** The content of a paragraph as a row of tokens: text with its look, breaks, bookmarks. */
import type { Tally } from './reading-tally.ts'
import type { Styles } from './read-styles.ts'
import { childOf, childToggle, childValue, type XmlElement } from './xml-tree.ts'

export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly bold: boolean; readonly underline: boolean; readonly style: string | undefined; readonly directBold: boolean }
  /** A soft return, or the end of a page or column inside the paragraph. */
  | { readonly kind: 'break'; readonly soft: boolean }
  | { readonly kind: 'mark'; readonly name: string }

export interface Inline {
  readonly tokens: readonly Token[]
  /** Contents of text boxes anchored here, in order. */
  readonly boxes: readonly XmlElement[]
}

/** Elements that only wrap what they hold. */
const wrappers: ReadonlySet<string> = new Set([
  'w:hyperlink', 'w:smartTag', 'w:customXml', 'w:fldSimple', 'w:dir', 'w:bdo', 'w:sdtContent', 'w:rubyBase', 'w:ruby', 'm:oMath', 'm:oMathPara',
])

interface RunLook {
  readonly bold: boolean
  readonly underline: boolean
  readonly style: string | undefined
  readonly directBold: boolean
  readonly hidden: boolean
}

const plain: RunLook = { bold: false, underline: false, style: undefined, directBold: false, hidden: false }

function lookOf(run: XmlElement, styles: Styles): RunLook {
  const properties = childOf(run, 'w:rPr')
  if (properties === undefined) return plain
  const style = styles.character(childValue(properties, 'w:rStyle'))
  const bold = childToggle(properties, 'w:b')
  const underline = childValue(properties, 'w:u') ?? style?.underline
  return {
    bold: bold ?? style?.bold ?? false,
    underline: underline !== undefined && underline !== 'none',
    style: style?.name,
    directBold: bold ?? false,
    hidden: childToggle(properties, 'w:vanish') ?? style?.hidden ?? false,
  }
}

/** A symbol of an ordinary font is its character; pictorial fonts use code points of no meaning. */
function symbolText(element: XmlElement, tally: Tally): string {
  const code = Number.parseInt(element.attributes['char'] ?? '', 16)
  const ordinary = code >= 0x20 && code < 0xe000
  if (!ordinary) tally.add('symbol')
  return ordinary ? String.fromCodePoint(code) : '□'
}

/** The branch of mc:AlternateContent to read: the first choice, for all of them say the same. */
function chosenBranch(element: XmlElement): XmlElement | undefined {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
}

function collectDrawing(element: XmlElement, boxes: XmlElement[], tally: Tally): void {
  for (const child of element.children) {
    if (child.name === 'w:txbxContent') {
      boxes.push(child)
      tally.add('textBox')
    } else if (child.name === 'mc:AlternateContent') {
      const branch = chosenBranch(child)
      if (branch) collectDrawing(branch, boxes, tally)
    } else {
      if (child.name === 'pic:pic' || child.name === 'v:imagedata' || child.name === 'c:chart') tally.add('image')
      collectDrawing(child, boxes, tally)
    }
  }
}

export function readInline(paragraph: XmlElement, styles: Styles, tally: Tally): Inline {
  const tokens: Token[] = []
  const boxes: XmlElement[] = []

  const readRunChild = (child: XmlElement, look: RunLook): void => {
    const text = (value: string) => {
      if (value === '') return
      if (look.hidden) tally.add('hidden')
      else tokens.push({ kind: 'text', text: value, bold: look.bold, underline: look.underline, style: look.style, directBold: look.directBold })
    }
    switch (child.name) {
      case 'w:t': case 'm:t': return text(child.text)
      case 'w:tab': case 'w:ptab': return text('\t')
      case 'w:noBreakHyphen': return text('-')
      case 'w:sym': return text(symbolText(child, tally))
      case 'w:br': case 'w:cr': {
        const type = child.attributes['type']
        tokens.push({ kind: 'break', soft: type !== 'page' && type !== 'column' })
        return
      }
      case 'w:drawing': case 'w:pict': return collectDrawing(child, boxes, tally)
      case 'w:object': return tally.add('object')
      case 'w:footnoteReference': case 'w:endnoteReference': return tally.add('footnote')
      case 'w:commentReference': return tally.add('comment')
      default: return readNode(child, look)
    }
  }

  const readNode = (node: XmlElement, look: RunLook): void => {
    switch (node.name) {
      case 'w:r': case 'm:r': {
        const own = lookOf(node, styles)
        for (const child of node.children) readRunChild(child, own)
        return
      }
      case 'w:ins': case 'w:moveTo':
        tally.add('inserted')
        return node.children.forEach((child) => readNode(child, look))
      case 'w:del': case 'w:moveFrom':
        return tally.add('deleted')
      case 'w:bookmarkStart':
        tokens.push({ kind: 'mark', name: node.attributes['name'] ?? '' })
        return
      case 'w:sdt':
        return childOf(node, 'w:sdtContent')?.children.forEach((child) => readNode(child, look))
      case 'mc:AlternateContent':
        return chosenBranch(node)?.children.forEach((child) => readRunChild(child, look))
      default:
        // Mathematics and other wrappers: their text in order, whatever holds it.
        if (wrappers.has(node.name) || node.name.startsWith('m:')) node.children.forEach((child) => readRunChild(child, look))
    }
  }

  for (const child of paragraph.children) readNode(child, plain)
  return { tokens, boxes }
}
