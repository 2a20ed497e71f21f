/** .odt and .fodt (OpenDocument text) → paragraphs in order, automatic numbers written out. */
import { FileFault } from '../word/file-fault.ts'
import { openPackage } from '../word/open-package.ts'
import { startForeignTally } from './foreign-tally.ts'
import { elementOf, elementsOf, parseMarkup, type Markup } from './markup.ts'
import { startOdtBlocks } from './odt-blocks.ts'
import { odtPrefixes, visitMarkup } from './odt-names.ts'
import { readOdtStyles } from './odt-styles.ts'
import type { ReadForeign } from './pieces.ts'

interface Changes {
  readonly insertions: Set<string>
  readonly deletions: Set<string>
  /** Deletions whose text stands outside the paper already. */
  readonly outside: number
}

function trackedChanges(body: Markup): Changes {
  const insertions = new Set<string>()
  const deletions = new Set<string>()
  let outside = 0
  for (const region of elementsOf(elementOf(body, 'text:tracked-changes'), 'text:changed-region')) {
    const id = region.attributes['xml:id'] ?? region.attributes['text:id'] ?? ''
    const deletion = elementOf(region, 'text:deletion')
    if (deletion !== undefined) {
      deletions.add(id)
      if (elementsOf(deletion).some((one) => one.name === 'text:p' || one.name === 'text:h' || one.name === 'text:list')) outside += 1
    } else if (elementOf(region, 'text:insertion') !== undefined) insertions.add(id)
  }
  return { insertions, deletions, outside }
}

function readText(content: Markup, styleRoots: readonly Markup[]): ReadForeign {
  const body = elementOf(content, 'office:body', 'office:text')
  if (body === undefined) throw new FileFault(elementOf(content, 'office:body') === undefined ? 'FILE_DAMAGED' : 'FILE_TYPE_UNSUPPORTED', ' OpenDocument 表格或演示文稿')
  const tally = startForeignTally()
  const styles = readOdtStyles(styleRoots)
  const changes = trackedChanges(body)
  tally.add('deleted', changes.outside)
  const annotationEnds = new Set<string>()
  visitMarkup(body, (one) => { if (one.name === 'office:annotation-end') annotationEnds.add(one.attributes['office:name'] ?? '') })
  const read = startOdtBlocks({ styles, tally, deletions: changes.deletions, insertions: changes.insertions, annotationEnds, deleting: new Set() })
  const paragraphs = read(body)
  tally.add('header', styles.headers)
  return { paragraphs, notes: tally.notes() }
}

/** The whole document in one XML file. @throws FileFault */
export function readFlatOdt(bytes: Uint8Array): ReadForeign {
  const root = parseMarkup(bytes, odtPrefixes)
  if (root.name !== 'office:document') throw new FileFault('FILE_DAMAGED', `root is ${root.name}`)
  return readText(root, [root])
}

/** @throws FileFault FILE_DAMAGED, FILE_LIMITS, FILE_ENCRYPTED, FILE_TYPE_UNSUPPORTED */
export async function readOdt(bytes: Uint8Array): Promise<ReadForeign> {
  const file = await openPackage(bytes)
  try {
    const manifest = await file.read('META-INF/manifest.xml')
    if (manifest !== undefined) {
      let locked = false
      visitMarkup(parseMarkup(manifest, odtPrefixes), (one) => { if (one.name === 'manifest:encryption-data') locked = true })
      if (locked) throw new FileFault('FILE_ENCRYPTED', 'encrypted')
    }
    const content = await file.read('content.xml')
    if (content === undefined) throw new FileFault('FILE_DAMAGED', 'no content')
    const styles = await file.read('styles.xml')
    const root = parseMarkup(content, odtPrefixes)
    return readText(root, [...(styles === undefined ? [] : [parseMarkup(styles, odtPrefixes)]), root])
  } finally {
    file.close()
  }
}
