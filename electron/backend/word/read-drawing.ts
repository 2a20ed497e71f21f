/** Drawings: the text boxes in them, once each, and what of them can only be told of. */
import type { Tally } from './reading-tally.ts'
import type { XmlElement } from './xml-tree.ts'

/** Elements whose text is text of the paper. */
const texts: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'w:sym', 'm:t', 'w:txbxContent'])

function holdsText(element: XmlElement): boolean {
  return (texts.has(element.name) && (element.name !== 'w:t' || element.text !== '')) || element.children.some(holdsText)
}

/**
 * The branch of mc:AlternateContent to read. All of them say the same, in newer and older terms; one that says nothing
 * readable gives way to one that does.
 */
export function chosenBranch(element: XmlElement): XmlElement | undefined {
  const branches = element.children.filter((child) => child.name === 'mc:Choice' || child.name === 'mc:Fallback')
  return branches.length <= 1 ? branches[0] : branches.find(holdsText) ?? branches[0]
}

export interface Drawing {
  /** Contents of text boxes, in order. */
  readonly boxes: readonly XmlElement[]
  /** Text drawn as a picture (艺术字). */
  readonly drawnText: readonly string[]
}

/** A watermark is a shape of a name Word and WPS give to nothing else. */
const isWatermark = (shape: XmlElement) => /watermark/iu.test(`${shape.attributes['id'] ?? ''} ${shape.attributes['name'] ?? ''}`)

/** @param pictured takes the relationships of diagrams and charts. */
export function readDrawing(drawing: XmlElement, tally: Tally, pictured: Set<string>): Drawing {
  const boxes: XmlElement[] = []
  const drawnText: string[] = []
  const visit = (element: XmlElement, watermark: boolean): void => {
    for (const child of element.children) {
      switch (child.name) {
        case 'w:txbxContent':
          boxes.push(child)
          tally.add('textBox')
          break
        case 'mc:AlternateContent': {
          const branch = chosenBranch(child)
          if (branch) visit(branch, watermark)
          break
        }
        case 'pic:pic': case 'v:imagedata':
          tally.add('image')
          visit(child, watermark)
          break
        case 'c:chart': case 'dgm:relIds':
          tally.add('diagram')
          for (const name of ['r:id', 'r:dm']) if (child.attributes[name] !== undefined && pictured.size < 500) pictured.add(child.attributes[name])
          break
        case 'v:textpath': {
          const text = child.attributes['string'] ?? ''
          if (watermark) tally.add('watermark', 1, text)
          else if (text !== '') drawnText.push(text)
          break
        }
        default: visit(child, watermark || isWatermark(child))
      }
    }
  }
  visit(drawing, false)
  return { boxes, drawnText }
}

/** All text of a part that is only told of: a header, a diagram. Paragraphs are parted by blanks. */
export function looseText(element: XmlElement): string {
  const pieces: string[] = []
  const visit = (one: XmlElement): void => {
    if (one.name === 'mc:AlternateContent') {
      const branch = chosenBranch(one)
      if (branch) visit(branch)
      return
    }
    if (one.name === 'w:delText' || one.name === 'w:instrText') return
    if (one.text !== '') pieces.push(one.text)
    one.children.forEach(visit)
    if (one.name === 'w:p' || one.name === 'a:p' || one.name === 'c:v' || one.name === 'w:tab') pieces.push(' ')
  }
  visit(element)
  return pieces.join('').replace(/\s+/gu, ' ').trim()
}
