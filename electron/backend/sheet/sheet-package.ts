/** The parts of an .xlsx that reading needs, under the limits of word/open-package.ts and word/xml-tree.ts. */
import { posix } from 'node:path'
import { FileFault } from '../word/file-fault.ts'
import { openPackage, type WordPackage } from '../word/open-package.ts'
import { childOf, childrenOf, parseXml, type XmlElement } from '../word/xml-tree.ts'
import { readFormats, type NumberKind } from './number-formats.ts'
import { unescapeSheetText } from './sheet-text.ts'

export interface SheetPart {
  readonly name: string
  /** Name in the package. */
  readonly part: string
  readonly hidden: boolean
}

export interface SheetPackage {
  readonly sheets: readonly SheetPart[]
  readonly strings: readonly string[]
  /** What numbers are, by the index of a cell's style. */
  readonly kinds: readonly NumberKind[]
  /** Days count from 1904: files of old Macs. */
  readonly from1904: boolean
  readonly read: (part: string) => Promise<Uint8Array | undefined>
  readonly close: () => void
}

/** Text of a string: its runs joined; phonetic guides left out. */
export function stringText(item: XmlElement): string {
  const runs = item.children.map((child) => (child.name === 's:t' ? child.text : child.name === 's:r' ? (childOf(child, 's:t')?.text ?? '') : ''))
  return unescapeSheetText(runs.join(''))
}

/** Targets of the relationships of a part, by id and by type. */
async function relationshipsOf(file: WordPackage, part: string): Promise<{ id: string; type: string; target: string }[]> {
  const folder = posix.dirname(part)
  const bytes = await file.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  if (bytes === undefined) return []
  return childrenOf(parseXml(bytes), 'rel:Relationship').map(({ attributes }) => {
    const target = attributes['Target'] ?? ''
    return { id: attributes['Id'] ?? '', type: (attributes['Type'] ?? '').split('/').at(-1)!, target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) }
  })
}

const mainPart = async (file: WordPackage) => (await relationshipsOf(file, '')).find((one) => one.type === 'officeDocument')?.target ?? 'xl/workbook.xml'

async function readStrings(bytes: Uint8Array | undefined): Promise<string[]> {
  const strings: string[] = []
  if (bytes !== undefined) parseXml(bytes, { name: 's:sst', child: (item) => { if (item.name === 's:si') strings.push(stringText(item)) } })
  return strings
}

/**
 * @returns undefined where the package holds no workbook in XML.
 * @throws FileFault
 */
export async function openSheets(bytes: Uint8Array): Promise<SheetPackage | undefined> {
  const file = await openPackage(bytes)
  try {
    const main = await mainPart(file)
    const content = main.endsWith('.bin') ? undefined : await file.read(main)
    if (content === undefined) {
      file.close()
      return undefined
    }
    const workbook = parseXml(content)
    if (workbook.name !== 's:workbook') {
      file.close()
      return undefined
    }
    const relationships = await relationshipsOf(file, main)
    const partOf = async (type: string) => {
      const target = relationships.find((one) => one.type === type)?.target
      return target === undefined ? undefined : file.read(target)
    }
    const sheets = childrenOf(childOf(workbook, 's:sheets'), 's:sheet').flatMap(({ attributes }): SheetPart[] => {
      const target = relationships.find((one) => one.id === attributes['r:id'] && one.type === 'worksheet')?.target
      return target === undefined ? [] : [{ name: attributes['name'] ?? '', part: target, hidden: attributes['state'] !== undefined && attributes['state'] !== 'visible' }]
    })
    const styles = await partOf('styles')
    return {
      sheets, strings: await readStrings(await partOf('sharedStrings')),
      kinds: styles === undefined ? [] : readFormats(parseXml(styles)),
      from1904: ['1', 'true'].includes(childOf(workbook, 's:workbookPr')?.attributes['date1904'] ?? ''),
      read: file.read, close: file.close,
    }
  } catch (error) {
    file.close()
    throw error instanceof Error ? error : new FileFault('FILE_DAMAGED', String(error))
  }
}
