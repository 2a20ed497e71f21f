/** .docx → paragraphs in order, with what is known of them, and notes on what was left out. Reading never edits the file. */
import { posix } from 'node:path'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { SourceParagraph } from '../../../shared/recognition/source.ts'
import { FileFault } from './file-fault.ts'
import { openPackage, type WordPackage } from './open-package.ts'
import type { Token } from './read-inline.ts'
import { readNumbering } from './read-numbering.ts'
import { startOfficial, type ReadOfficial } from './read-official.ts'
import { readParagraph } from './read-paragraph.ts'
import { readStyles } from './read-styles.ts'
import { readTable } from './read-table.ts'
import type { Reading } from './reading-context.ts'
import { startTally } from './reading-tally.ts'
import { childOf, childrenOf, parseXml, type XmlElement } from './xml-tree.ts'

export interface ReadWord extends ReadOfficial {
  readonly paragraphs: readonly SourceParagraph[]
  /** What was left out or changed, each one plain sentence. */
  readonly notes: readonly string[]
}

interface Relationship {
  readonly type: string
  readonly target: string
}

/** Relationships of a part, their targets as names in the package. */
async function relationshipsOf(file: WordPackage, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part)
  const bytes = await file.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  if (bytes === undefined) return []
  return childrenOf(parseXml(bytes), 'rel:Relationship')
    .filter((one) => one.attributes['TargetMode'] !== 'External')
    .map((one) => {
      const target = one.attributes['Target'] ?? ''
      // The kind is the last word of the address, in transitional and strict files alike.
      return { type: (one.attributes['Type'] ?? '').split('/').at(-1)!, target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) }
    })
}

async function mainPart(file: WordPackage): Promise<string> {
  const found = (await relationshipsOf(file, '')).find((one) => one.type === 'officeDocument')?.target ?? 'word/document.xml'
  return found
}

interface BlockStream {
  readonly add: (element: XmlElement) => void
  readonly end: () => void
}

/** Reads blocks one after another. Only what a revision joins to the next paragraph is held back. */
function startBlocks(reading: Reading, take: (paragraph: SourceParagraph) => void): BlockStream {
  const carried: Token[] = []
  /** What waits for a paragraph after it stands by itself where none comes. */
  const settle = (): void => {
    const text = carried.splice(0).flatMap((token) => (token.kind === 'text' ? [token.text] : [])).join('')
    if (text !== '') take({ text })
  }
  const add = (element: XmlElement): void => {
    switch (element.name) {
      case 'w:p': {
        const read = readParagraph(element, carried, reading)
        for (const box of read.boxes) reading.blocks(box.children, take)
        return read.paragraphs.forEach(take)
      }
      case 'w:tbl':
        settle()
        return readTable(element, reading, take)
      case 'w:sdt': return isContents(element) ? reading.tally.add('contents', contentLines(element)) : childOf(element, 'w:sdtContent')?.children.forEach(add)
      case 'w:customXml': case 'w:ins': case 'w:moveTo': return element.children.forEach(add)
      case 'mc:AlternateContent': return (childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback'))?.children.forEach(add)
      case 'w:bookmarkStart': return reading.official.mark(element.attributes['name'] ?? '')
      case 'w:altChunk': return reading.tally.add('object')
      default:
    }
  }
  return { add, end: settle }
}

function startReading(parts: Omit<Reading, 'blocks'>): Reading {
  const reading: Reading = {
    ...parts,
    blocks: (elements, take) => {
      const stream = startBlocks(reading, take)
      elements.forEach(stream.add)
      stream.end()
    },
  }
  return reading
}

/** A table of contents made by Word, by the name of its gallery. */
function isContents(sdt: XmlElement): boolean {
  return childOf(sdt, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes['val'] === 'Table of Contents'
}

function contentLines(sdt: XmlElement): number {
  return childrenOf(childOf(sdt, 'w:sdtContent'), 'w:p').length
}

/** Headers and footers with anything in them. */
async function countHeaders(file: WordPackage, relationships: readonly Relationship[]): Promise<number> {
  const filled = (element: XmlElement): boolean => element.text.trim() !== '' || element.children.some(filled)
  let count = 0
  for (const { type, target } of relationships) {
    if (type !== 'header' && type !== 'footer') continue
    const bytes = await file.read(target)
    if (bytes !== undefined && filled(parseXml(bytes))) count += 1
  }
  return count
}

async function readParts(file: WordPackage): Promise<ReadWord> {
  const main = await mainPart(file)
  const document = await file.read(main)
  if (document === undefined) throw new FileFault('FILE_DAMAGED', 'no main part')
  const relationships = await relationshipsOf(file, main)
  const partOf = async (type: string): Promise<XmlElement | undefined> => {
    const target = relationships.find((one) => one.type === type)?.target
    const bytes = target === undefined ? undefined : await file.read(target)
    return bytes === undefined ? undefined : parseXml(bytes)
  }
  const styles = readStyles(await partOf('styles'))
  const numbering = readNumbering(await partOf('numbering'), styles.numIdOfNumberingStyle)
  const tally = startTally()
  const official = startOfficial()
  const paragraphs: SourceParagraph[] = []
  // Children of the body come one by one: each is read and let go.
  const body = startBlocks(startReading({ styles, numbering, tally, official }), (one) => paragraphs.push(one))
  const root = parseXml(document, { name: 'w:body', child: body.add })
  body.end()
  if (root.name !== 'w:document') throw new FileFault('FILE_DAMAGED', `main part is ${root.name}`)
  if (!styles.own) tally.add('header', await countHeaders(file, relationships))
  return { paragraphs, notes: tally.notes(), ...official.result() }
}

/**
 * @param name the file's name, for messages.
 * @returns FILE_DAMAGED or FILE_LIMITS as failures; anything odd in a sound file is read as well as it can be.
 */
export async function readWord(bytes: Uint8Array, name: string): Promise<Result<ReadWord>> {
  let file: WordPackage | undefined
  try {
    file = await openPackage(bytes)
    return ok(await readParts(file))
  } catch (error) {
    if (error instanceof FileFault) return fail(error.code, { name })
    throw error
  } finally {
    file?.close()
  }
}
