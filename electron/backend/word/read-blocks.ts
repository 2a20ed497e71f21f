/** Block elements one after another: paragraphs, tables, and what wraps them. */
import type { SourceParagraph } from '../../../shared/recognition/source.ts'
import { chosenBranch } from './read-drawing.ts'
import { startFields } from './read-fields.ts'
import { hintOf, showsPlaceholder } from './read-inline.ts'
import { nothingCarried, readParagraph, settleCarried } from './read-paragraph.ts'
import { commentMarksIn, noNotes } from './read-notes.ts'
import { readTable } from './read-table.ts'
import type { Reading } from './reading-context.ts'
import { changeOf, isGone } from './revisions.ts'
import { childOf, childrenOf, type XmlElement } from './xml-tree.ts'

export interface BlockStream {
  readonly add: (element: XmlElement) => void
  readonly end: () => void
}

type Take = (paragraph: SourceParagraph) => void

/** A table of contents made by Word, by the name of its gallery. */
function isContents(sdt: XmlElement): boolean {
  return childOf(sdt, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes['val'] === 'Table of Contents'
}

const contentLines = (sdt: XmlElement) => childrenOf(childOf(sdt, 'w:sdtContent'), 'w:p').length

/** Only what has no end of its own is held back for the paragraph after it. */
export function startBlocks(reading: Reading, take: Take): BlockStream {
  const carried = nothingCarried()
  const fields = startFields()
  const settle = () => settleCarried(carried, reading).forEach(take)
  const addControl = (element: XmlElement): void => {
    const content = childOf(element, 'w:sdtContent')
    if (isContents(element)) return reading.tally.add('contents', contentLines(element))
    if (showsPlaceholder(element)) return reading.tally.add('placeholder', 1, content && hintOf(content))
    content?.children.forEach(add)
  }
  const add = (element: XmlElement): void => {
    const change = changeOf(element.name)
    if (change !== undefined) {
      reading.tally.add(change)
      if (!isGone(change, reading.view)) return element.children.forEach(add)
      reading.countChanges(element.children)
      carried.tokens.push(...commentMarksIn(element))
      return
    }
    switch (element.name) {
      case 'w:p': {
        const read = readParagraph(element, carried, reading, fields)
        for (const box of read.boxes) reading.box(box.children, take)
        return read.paragraphs.forEach(take)
      }
      case 'w:tbl':
        settle()
        return readTable(element, reading, take)
      case 'w:sdt': return addControl(element)
      case 'w:customXml': case 'w:smartTag': return element.children.forEach(add)
      case 'mc:AlternateContent': return chosenBranch(element)?.children.forEach(add)
      case 'w:altChunk': return reading.tally.add('object')
      // A comment on several paragraphs may begin and end between them.
      case 'w:commentRangeStart': case 'w:commentRangeEnd':
        return void carried.tokens.push({ kind: 'range', edge: element.name === 'w:commentRangeStart' ? 'start' : 'end', id: element.attributes['id'] ?? '' })
      default:
        if (element.name.startsWith('?:')) element.children.forEach(add)
    }
  }
  return { add, end: settle }
}

type Parts = Omit<Reading, 'blocks' | 'box' | 'counter' | 'countChanges'>

/** A reading of which nothing is kept but how many changes there are. */
function onlyChanges(parts: Parts): Parts {
  const { tally } = parts
  const counting = { ...tally, add: (kind: Parameters<typeof tally.add>[0], count?: number) => {
    if (kind === 'inserted' || kind === 'deleted' || kind === 'formatted') tally.add(kind, count)
  } }
  return { ...parts, tally: counting, notes: noNotes, looks: new WeakMap(), pictured: new Set() }
}

/** @returns what the readers share; text boxes have a counter of their own. */
export function startReading(parts: Parts): Reading {
  const countChanges = (elements: readonly XmlElement[]) => startReading(onlyChanges(parts)).blocks(elements, () => {})
  const within = (counter: Reading['counter'], box: () => Reading): Reading => {
    const read = (of: () => Reading) => (elements: readonly XmlElement[], take: Take) => {
      const stream = startBlocks(of(), take)
      elements.forEach(stream.add)
      stream.end()
    }
    const reading: Reading = { ...parts, counter, countChanges, blocks: read(() => reading), box: read(box) }
    return reading
  }
  const boxes: Reading = within(parts.numbering.startStory(), () => boxes)
  return within(parts.numbering.startStory(), () => boxes)
}
