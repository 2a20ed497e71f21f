/** Which part of a package stands for what. */
import { posix } from 'node:path'
import { FileFault } from './file-fault.ts'
import type { WordPackage } from './open-package.ts'
import { childrenOf, parseXml, type XmlElement } from './xml-tree.ts'

export interface Relationship {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** Targets are written relative or absolute, with either slash, and sometimes in the escapes of web addresses. */
function targetOf(raw: string, folder: string): string {
  let name = raw.replaceAll('\\', '/')
  try {
    name = decodeURIComponent(name)
  } catch {
    // A per cent sign that escapes nothing stands for itself.
  }
  return name.startsWith('/') ? name.slice(1) : posix.join(folder, name)
}

/** Relationships of a part, their targets as names in the package. */
export async function relationshipsOf(file: WordPackage, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part)
  const bytes = await file.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  if (bytes === undefined) return []
  return childrenOf(parseXml(bytes), 'rel:Relationship')
    .filter((one) => one.attributes['TargetMode'] !== 'External')
    // The kind is the last word of the address, in transitional and strict files alike.
    .map((one) => ({ id: one.attributes['Id'] ?? '', type: (one.attributes['Type'] ?? '').split('/').at(-1)!, target: targetOf(one.attributes['Target'] ?? '', folder) }))
}

/** The main part, by its relationship or, where that leads nowhere, by its usual name. */
export async function mainPart(file: WordPackage): Promise<string> {
  const named = (await relationshipsOf(file, '')).find((one) => one.type === 'officeDocument')?.target
  if (named !== undefined && file.names.some((name) => name.toLowerCase() === named.toLowerCase())) return named
  return file.names.find((name) => /^word\/document\d*\.xml$/i.test(name)) ?? 'word/document.xml'
}

export interface Parts {
  readonly relationships: readonly Relationship[]
  /** A part the text cannot be read without. Where no relationship names one, that of the usual name counts. */
  readonly needed: (type: string) => Promise<XmlElement | undefined>
  /** One that may be damaged: `onDamage` is told, and the rest is read. */
  readonly spare: (type: string, onDamage: (part: string) => void) => Promise<XmlElement | undefined>
  readonly at: (target: string, onDamage: (part: string) => void) => Promise<XmlElement | undefined>
}

export async function partsOf(file: WordPackage, main: string): Promise<Parts> {
  const relationships = await relationshipsOf(file, main)
  const folder = posix.dirname(main)
  const targetFor = (type: string) => relationships.find((one) => one.type === type)?.target ?? posix.join(folder, `${type}.xml`)
  const read = async (target: string): Promise<XmlElement | undefined> => {
    const bytes = await file.read(target)
    return bytes === undefined ? undefined : parseXml(bytes)
  }
  const at = async (target: string, onDamage: (part: string) => void): Promise<XmlElement | undefined> => {
    try {
      return await read(target)
    } catch (error) {
      if (!(error instanceof FileFault) || error.code !== 'FILE_DAMAGED') throw error
      onDamage(posix.basename(target))
      return undefined
    }
  }
  return { relationships, needed: (type) => read(targetFor(type)), spare: (type, onDamage) => at(targetFor(type), onDamage), at }
}
