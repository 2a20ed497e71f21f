/** .docx → paragraphs in order, with what is known of them, and notes on what was left out. Reading never edits the file. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { SourceParagraph } from '../../../shared/recognition/source.ts'
import { FileFault } from './file-fault.ts'
import { readThemeFonts } from './font-faces.ts'
import { hintsByLook } from './heading-looks.ts'
import { openPackage, type WordPackage } from './open-package.ts'
import { mainPart, partsOf } from './package-relations.ts'
import { startBlocks, startReading } from './read-blocks.ts'
import { tellDiagrams, tellMargins } from './read-margins.ts'
import { noNotes, readNotes, type Notes } from './read-notes.ts'
import { readNumbering } from './read-numbering.ts'
import { readStyles } from './read-styles.ts'
import { startTally } from './reading-tally.ts'
import type { RevisionView } from './revisions.ts'
import { parseXml } from './xml-tree.ts'

export interface ReadOptions {
  /** Which text of a file with tracked changes: as they are accepted (usual), or as it was before them. */
  readonly revisions?: RevisionView
}

/** The tracked changes of a file, and which side of them was read. */
export interface Revisions {
  readonly view: RevisionView
  readonly inserted: number
  readonly deleted: number
  readonly formatted: number
}

export interface ReadWord {
  readonly paragraphs: readonly SourceParagraph[]
  /** What was left out or changed, each one plain sentence. */
  readonly notes: readonly string[]
  /** Absent where there are no tracked changes. */
  readonly revisions?: Revisions
}

function tellNotes(notes: Notes, tally: ReturnType<typeof startTally>): void {
  const { footnote, endnote, comment } = notes.counts()
  tally.add('keptFootnote', footnote + endnote)
  tally.add('keptComment', comment)
}

async function readParts(file: WordPackage, view: RevisionView): Promise<ReadWord> {
  const main = await mainPart(file)
  const document = await file.read(main)
  if (document === undefined) throw new FileFault('FILE_DAMAGED', 'no main part')
  const parts = await partsOf(file, main)
  const tally = startTally()
  const onDamage = (part: string) => tally.add('damagedPart', 1, part)
  const styles = readStyles(await parts.needed('styles'), readThemeFonts(await parts.spare('theme', onDamage)))
  const numbering = readNumbering(await parts.needed('numbering'), styles.numIdOfNumberingStyle)
  const shared = { styles, numbering, tally, view, looks: new WeakMap(), pictured: new Set<string>() }
  const noteParts = {
    footnotes: await parts.spare('footnotes', onDamage), endnotes: await parts.spare('endnotes', onDamage),
    comments: await parts.spare('comments', onDamage), threads: await parts.spare('commentsExtended', onDamage),
  }
  const notes = readNotes(noteParts, (elements) => {
    const lines: string[] = []
    startReading({ ...shared, tally: startTally(), notes: noNotes }).blocks(elements, (one) => lines.push(one.text))
    return lines
  })
  const paragraphs: SourceParagraph[] = []
  // Children of the body come one by one: each is read and let go.
  const body = startBlocks(startReading({ ...shared, notes }), (one) => paragraphs.push(one))
  const root = parseXml(document, { name: 'w:body', child: body.add })
  body.end()
  if (root.name !== 'w:document') throw new FileFault('FILE_DAMAGED', `main part is ${root.name}`)
  const hinted = styles.own ? paragraphs : hintsByLook(paragraphs, shared.looks)
  notes.settle(hinted)
  tellNotes(notes, tally)
  if (!styles.own) await tellMargins(parts, tally)
  await tellDiagrams(parts, shared.pictured, tally)
  const [inserted, deleted, formatted] = (['inserted', 'deleted', 'formatted'] as const).map((kind) => tally.count(kind)) as [number, number, number]
  return { paragraphs: hinted, notes: tally.notes(view), ...(inserted + deleted + formatted === 0 ? {} : { revisions: { view, inserted, deleted, formatted } }) }
}

/**
 * @param name the file's name, for messages.
 * @returns FILE_DAMAGED or FILE_LIMITS as failures; anything odd in a sound file is read as well as it can be.
 */
export async function readWord(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Result<ReadWord>> {
  let file: WordPackage | undefined
  try {
    file = await openPackage(bytes)
    return ok(await readParts(file, options.revisions ?? 'accepted'))
  } catch (error) {
    if (error instanceof FileFault) return fail(error.code, { name })
    throw error
  } finally {
    file?.close()
  }
}
