/** The content of a paragraph as a row of tokens: text with its look, breaks, bookmarks, marks of notes. */
import { readDrawing, chosenBranch } from './read-drawing.ts'
import { simpleField, type FieldEnd, type Fields } from './read-fields.ts'
import { mathText } from './read-math.ts'
import { commentMarksIn } from './read-notes.ts'
import type { Reading } from './reading-context.ts'
import type { BaseLook } from './read-styles.ts'
import { changeOf, isGone } from './revisions.ts'
import { lookOf, plainLook, type RunLook } from './run-look.ts'
import { symbolCharacter, symbolText, unknownSign } from './symbols.ts'
import type { Token } from './tokens.ts'
import { childOf, childToggle, type XmlElement } from './xml-tree.ts'

export interface Inline {
  readonly tokens: readonly Token[]
  /** Contents of text boxes anchored here, in order. */
  readonly boxes: readonly XmlElement[]
  /** A line of an automatic table of contents. */
  readonly contents: boolean
}

/** Properties and the like: nothing in them is text of the paper. */
const dumb: ReadonlySet<string> = new Set([
  'w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:smartTagPr', 'w:customXmlPr', 'w:rubyPr', 'w:fldData', 'w:footnoteRef', 'w:endnoteRef', 'w:annotationRef', 'w:lastRenderedPageBreak', 'w:softHyphen', 'w:proofErr',
])

/** An empty control shows a hint that nobody wrote. */
export const showsPlaceholder = (sdt: XmlElement) => childToggle(childOf(sdt, 'w:sdtPr'), 'w:showingPlcHdr') === true

/** First words of what a control asks for. */
export function hintOf(element: XmlElement): string {
  let text = ''
  const visit = (one: XmlElement): void => {
    if (text.length > 60) return
    if (one.name === 'w:t') text += one.text
    one.children.forEach(visit)
  }
  visit(element)
  return text
}

/** Changes inside of what the view leaves out: both sides tell of the same. */
function countWithin(element: XmlElement, tally: Reading['tally']): void {
  for (const child of element.children) {
    const change = child.name === 'w:rPrChange' ? 'formatted' : changeOf(child.name)
    if (change !== undefined) tally.add(change)
    countWithin(child, tally)
  }
}

/** @param base what runs look like that say nothing of themselves. */
export function readInline(paragraph: XmlElement, reading: Reading, base: BaseLook, fields: Fields): Inline {
  const { styles, tally, view } = reading
  const tokens: Token[] = []
  const boxes: XmlElement[] = []
  const plain = plainLook(base)
  let contents = fields.inContents()

  const push = (token: Token): void => {
    if (!fields.takes(token)) tokens.push(token)
  }

  const addText = (value: string, look: RunLook): void => {
    if (value === '') return
    if (look.hidden) return tally.add('hidden')
    // The blanks of a form field nobody has filled in.
    if (fields.inForm() && /^\u2002+$/.test(value)) return
    if (look.symbols === undefined) return push({ kind: 'text', text: value, look })
    const { text, unknown } = symbolText(value, look.symbols)
    tally.add('symbol', unknown)
    push({ kind: 'text', text, look })
  }

  const addSymbol = (element: XmlElement, look: RunLook): void => {
    const sign = symbolCharacter(element.attributes['font'], element.attributes['char'])
    if (sign === undefined) tally.add('symbol')
    addText(sign ?? unknownSign, { ...look, symbols: undefined })
  }

  const addField = (end: FieldEnd | undefined, look: RunLook): void => {
    if (end?.kind === 'text') addText(end.text, { ...look, symbols: undefined })
    else if (end) tally.add('field', 1, end.name)
  }

  const addDrawing = (element: XmlElement, look: RunLook): void => {
    const drawing = readDrawing(element, tally, reading.pictured)
    boxes.push(...drawing.boxes)
    for (const text of drawing.drawnText) addText(text, look)
  }

  const addNote = (note: 'footnote' | 'endnote' | 'comment', element: XmlElement): void => {
    const id = element.attributes['id'] ?? ''
    if (reading.notes.has(note, id)) tokens.push({ kind: 'note', note, id })
    else tally.add(note === 'comment' ? 'comment' : 'footnote')
  }

  const readRunChild = (child: XmlElement, look: RunLook): void => {
    switch (child.name) {
      case 'w:t': return addText(child.text, look)
      // Of a run that was deleted, and is read as it was before.
      case 'w:delText': return view === 'original' ? addText(child.text, look) : undefined
      case 'w:tab': case 'w:ptab': return addText('\t', { ...look, symbols: undefined })
      case 'w:noBreakHyphen': return addText('-', { ...look, symbols: undefined })
      case 'w:sym': return addSymbol(child, look)
      case 'w:br': case 'w:cr': {
        const type = child.attributes['type']
        return look.hidden ? undefined : push({ kind: 'break', soft: type !== 'page' && type !== 'column' })
      }
      case 'w:fldChar':
        switch (child.attributes['fldCharType']) {
          case 'begin': return fields.begin(child)
          case 'separate':
            fields.separate()
            contents ||= fields.inContents()
            return
          case 'end': return addField(fields.end(), look)
          default: return
        }
      case 'w:instrText': return fields.addCode(child.text)
      case 'w:delInstrText': return view === 'original' ? fields.addCode(child.text) : undefined
      case 'w:drawing': case 'w:pict': return addDrawing(child, look)
      case 'w:object':
        tally.add('object')
        return
      case 'w:contentPart': case 'w:control': return tally.add('object')
      case 'w:footnoteReference': return addNote('footnote', child)
      case 'w:endnoteReference': return addNote('endnote', child)
      case 'w:commentReference': return addNote('comment', child)
      case 'w:rt':
        return tally.add('ruby', 1, hintOf(child))
      default: return readNode(child, look)
    }
  }

  const readNode = (node: XmlElement, look: RunLook): void => {
    const change = changeOf(node.name)
    if (change !== undefined) {
      tally.add(change)
      if (!isGone(change, view)) return node.children.forEach((child) => readNode(child, look))
      countWithin(node, tally)
      // A comment on words that are gone is still a comment.
      return void tokens.push(...commentMarksIn(node))
    }
    switch (node.name) {
      case 'w:r': {
        const own = lookOf(node, base, plain, styles, view)
        if (childOf(node, 'w:rPr', 'w:rPrChange') !== undefined) tally.add('formatted')
        for (const child of node.children) readRunChild(child, own)
        return
      }
      case 'm:oMath': return addText(mathText(node), look)
      case 'w:bookmarkStart': return void tokens.push({ kind: 'mark', name: node.attributes['name'] ?? '' })
      case 'w:commentRangeStart': return void tokens.push({ kind: 'range', edge: 'start', id: node.attributes['id'] ?? '' })
      case 'w:commentRangeEnd': return void tokens.push({ kind: 'range', edge: 'end', id: node.attributes['id'] ?? '' })
      case 'w:fldSimple': {
        const before = tokens.length
        node.children.forEach((child) => readNode(child, look))
        if (tokens.length === before) addField(simpleField(node.attributes['instr'] ?? ''), look)
        return
      }
      case 'w:sdt': {
        const content = childOf(node, 'w:sdtContent')
        if (!showsPlaceholder(node)) return content?.children.forEach((child) => readNode(child, look))
        return tally.add('placeholder', 1, content && hintOf(content))
      }
      case 'w:subDoc': return tally.add('object')
      case 'mc:AlternateContent': return chosenBranch(node)?.children.forEach((child) => readRunChild(child, look))
      default:
        // Links, tags, turned text, wrappers of programs unknown here: their text in order, whatever holds it.
        if (!dumb.has(node.name)) node.children.forEach((child) => readRunChild(child, look))
    }
  }

  for (const child of paragraph.children) readNode(child, plain)
  tokens.push(...fields.endParagraph())
  return { tokens, boxes, contents }
}
