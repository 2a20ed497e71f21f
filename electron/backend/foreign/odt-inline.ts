/** What stands inside a paragraph of an OpenDocument text → pieces; frames and notes told apart. */
import type { SourceNote, SourceParagraph } from '../../../shared/recognition/source.ts'
import type { ForeignTally } from './foreign-tally.ts'
import { elementOf, elementsOf, isElement, textOf, type Markup } from './markup.ts'
import { integerOf } from './odt-names.ts'
import { noteText, type Piece } from './pieces.ts'
import type { OdtStyles } from './odt-styles.ts'

export interface OdtReading {
  readonly styles: OdtStyles
  readonly tally: ForeignTally
  /** Ids of tracked deletions that stand in the text (LibreOffice writes them so while they are shown). */
  readonly deletions: ReadonlySet<string>
  readonly insertions: ReadonlySet<string>
  /** Names of comments that say where they end. */
  readonly annotationEnds: ReadonlySet<string>
  /** Deletions the reading is inside of; they reach over paragraphs. */
  readonly deleting: Set<string>
  /** Reads what stands in an element by itself: a note, a frame, a cell. */
  readonly blocks: (element: Markup) => SourceParagraph[]
}

export interface OdtInline {
  readonly pieces: Piece[]
  /** Paragraphs of frames anchored here. */
  readonly boxes: SourceParagraph[]
}

interface Look {
  readonly bold: boolean
  readonly underline: boolean
  readonly hidden: boolean
}

type Note = Omit<SourceNote, 'from' | 'to'>

/** Inside paragraphs, and no text of the paper. */
const silent: ReadonlySet<string> = new Set([
  'text:soft-page-break', 'text:note-citation', 'text:ruby-text', 'text:bookmark', 'text:bookmark-start', 'text:bookmark-end', 'text:reference-mark', 'text:reference-mark-start',
  'text:reference-mark-end', 'text:toc-mark', 'text:toc-mark-start', 'text:toc-mark-end', 'text:alphabetical-index-mark', 'text:alphabetical-index-mark-start', 'text:user-index-mark',
  'office:event-listeners', 'text:number', 'text:change', 'text:hidden-paragraph',
])

function annotationOf(element: Markup, reading: OdtReading): Note | undefined {
  const text = noteText(reading.blocks(element))
  if (text === '') return undefined
  const author = textOf(elementOf(element, 'dc:creator')).trim()
  const date = textOf(elementOf(element, 'dc:date')).trim()
  return { kind: 'comment', text, ...(author === '' ? {} : { author }), ...(/^\d{4}-\d\d-\d\d/.test(date) ? { date: date.slice(0, 19) } : {}) }
}

/** @param base the paragraph's own look. */
export function readOdtInline(paragraph: Markup, base: Look, reading: OdtReading): OdtInline {
  const { tally, styles } = reading
  const pieces: Piece[] = []
  const boxes: SourceParagraph[] = []
  const open = new Map<string, { readonly note: Note; readonly at: number }>()
  let blank = true
  let hiddenTold = false

  const put = (text: string, look: Look): void => {
    if (text === '') return
    if (reading.deleting.size > 0) return
    if (look.hidden) {
      if (!hiddenTold) tally.add('hidden')
      hiddenTold = true
      return
    }
    hiddenTold = false
    pieces.push({ kind: 'text', text, bold: look.bold, underline: look.underline })
    blank = text.endsWith(' ')
  }

  const note = (one: Note, at?: number): void => {
    tally.add(one.kind === 'comment' ? 'comment' : 'footnote')
    pieces.push({ kind: 'note', note: one, ...(at === undefined || at >= pieces.length ? {} : { open: at }) })
  }

  const readFrame = (element: Markup): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'draw:text-box') {
        tally.add('textBox')
        boxes.push(...reading.blocks(child))
        return
      }
      if (child.name === 'draw:image') return tally.add('image')
      if (child.name === 'draw:object' || child.name === 'draw:object-ole' || child.name === 'draw:plugin' || child.name === 'draw:floating-frame') return tally.add('object')
      if (child.name === 'table:table') {
        boxes.push(...reading.blocks(element))
        return
      }
    }
  }

  /** Shapes: each may hold text of its own, groups hold shapes. */
  const readShape = (element: Markup): void => {
    if (element.name === 'draw:frame') return readFrame(element)
    if (elementsOf(element).some((child) => child.name === 'text:p' || child.name === 'text:list')) {
      const read = reading.blocks(element).filter((one) => one.text.trim() !== '')
      if (read.length > 0) {
        tally.add('textBox')
        boxes.push(...read)
      }
    }
    for (const child of elementsOf(element)) if (child.name.startsWith('draw:') && child.name !== 'draw:enhanced-geometry') readShape(child)
  }

  const readElement = (element: Markup, look: Look): void => {
    const { name, attributes } = element
    if (silent.has(name)) return
    switch (name) {
      case 'text:s': return put(' '.repeat(integerOf(element, 'text:c', 1, 10_000) ?? 1), look)
      case 'text:tab': return put('\t', look)
      case 'text:line-break':
        pieces.push({ kind: 'break', soft: true })
        blank = true
        return
      case 'text:span': {
        const style = styles.text(attributes['text:style-name'])
        return readChildren(element, { bold: style.bold ?? look.bold, underline: style.underline ?? look.underline, hidden: style.hidden ?? look.hidden })
      }
      case 'text:note': {
        const text = noteText(reading.blocks(elementOf(element, 'text:note-body') ?? element))
        if (text !== '' && reading.deleting.size === 0) note({ kind: attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote', text })
        return
      }
      case 'office:annotation': {
        const read = annotationOf(element, reading)
        const key = attributes['office:name']
        if (read === undefined) return
        if (key !== undefined && reading.annotationEnds.has(key)) open.set(key, { note: read, at: pieces.length })
        else note(read)
        return
      }
      case 'office:annotation-end': {
        const begun = open.get(attributes['office:name'] ?? '')
        if (begun !== undefined) note(begun.note, begun.at)
        open.delete(attributes['office:name'] ?? '')
        return
      }
      case 'text:change-start': case 'text:change-end': {
        const id = attributes['text:change-id'] ?? ''
        if (reading.insertions.has(id)) return name === 'text:change-start' ? tally.add('inserted') : undefined
        if (!reading.deletions.has(id)) return
        if (name === 'text:change-end') reading.deleting.delete(id)
        else {
          tally.add('deleted')
          reading.deleting.add(id)
        }
        return
      }
      case 'text:hidden-text': if (attributes['text:is-hidden'] === 'true') return tally.add('hidden'); break
      case 'text:conditional-text': tally.add('condition'); break
      default:
    }
    if (name.startsWith('draw:') || name.startsWith('dr3d:')) return readShape(element)
    // Fields and wrappers: what they show, in order.
    if (name.startsWith('text:') || name === 'loext:content-control' || name === '?:content-control') readChildren(element, look)
  }

  const readChildren = (element: Markup, look: Look): void => {
    for (const child of element.children) {
      if (isElement(child)) readElement(child, look)
      else {
        const drawn = child.replace(/[ \t\r\n]+/g, ' ')
        put(blank ? drawn.replace(/^ /, '') : drawn, look)
      }
    }
  }

  readChildren(paragraph, base)
  // A comment that ends in a later paragraph is about the rest of this one.
  for (const begun of open.values()) note(begun.note, begun.at)
  return { pieces, boxes }
}
