/**
 * A Word file that is to be filled, unpacked under limits. Nothing in it runs or reaches outside: macros are dropped and
 * told of, contents that lie elsewhere are refused.
 */
import { strFromU8, strToU8 } from 'fflate'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import { sniffType } from '../files/sniff-type.ts'
import { typeName } from '../files/type-name.ts'
import { FileFault } from '../word/file-fault.ts'
import { openPackage, type WordPackage } from '../word/open-package.ts'
import { parseXml } from '../word/xml-tree.ts'

export const mostTemplateBytes = 10 * 1024 * 1024

export interface OpenTemplate {
  /** By name, the list of content types among them. */
  readonly parts: Readonly<Record<string, Uint8Array>>
  /** Whether anything was dropped. */
  readonly cleaned: boolean
  /** What was dropped, and what the writer may want to look at. */
  readonly notes: readonly string[]
}

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
/** .docm, .dotx, .dotm: all are Word documents with another word in front. */
const otherMainTypes = /application\/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main|openxmlformats-officedocument\.wordprocessingml\.template\.main)\+xml/gu

const macroParts = /^word\/(?:vba|macros?\/|activeX\/|attachedToolbars)|^customUI\/|vbaProject|vbaData/iu
const signatureParts = /^_xmlsignatures\//iu
const isText = (name: string) => /\.(?:xml|rels)$/iu.test(name)

const spelled = ['[Content_Types].xml', 'word/document.xml', 'word/settings.xml']

async function readParts(file: WordPackage): Promise<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = Object.create(null) as Record<string, Uint8Array>
  for (const name of file.names) {
    if (name.endsWith('/')) continue
    const content = await file.read(name)
    // Everything below looks for the main parts by the names Word gives them; some programs spell them in another case.
    if (content) parts[spelled.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name] = content
  }
  return parts
}

/** Every part in XML is read once: what is cut off, too deep or declares entities of its own ends here. */
function proveXml(parts: Readonly<Record<string, Uint8Array>>): void {
  for (const [name, bytes] of Object.entries(parts)) {
    if (!isText(name)) continue
    if (/<!DOCTYPE|<!ENTITY/iu.test(strFromU8(bytes.subarray(0, 4096), true))) throw new FileFault('FILE_DAMAGED', `${name} declares entities`)
    parseXml(bytes, { name: '', child: () => {} })
  }
}

function withoutRelationships(xml: string, drop: (relationship: string) => boolean): string {
  return xml.replaceAll(/<Relationship\b[^>]*?(?:\/>|>\s*<\/Relationship>)/gu, (found) => (drop(found) ? '' : found))
}

interface Cleaning {
  readonly parts: Record<string, Uint8Array>
  readonly notes: string[]
  cleaned: boolean
}

function edit(cleaning: Cleaning, name: string, change: (xml: string) => string): void {
  const bytes = cleaning.parts[name]
  if (!bytes) return
  const before = strFromU8(bytes)
  const after = change(before)
  if (after === before) return
  cleaning.parts[name] = strToU8(after)
  cleaning.cleaned = true
}

/** Takes parts away with everything that names them. */
function dropParts(cleaning: Cleaning, drop: (name: string) => boolean): boolean {
  const gone = Object.keys(cleaning.parts).filter(drop)
  if (gone.length === 0) return false
  for (const name of gone) delete cleaning.parts[name]
  const named = (text: string) => gone.some((name) => text.includes(name.split('/').at(-1)!))
  for (const name of Object.keys(cleaning.parts).filter((one) => one.endsWith('.rels'))) edit(cleaning, name, (xml) => withoutRelationships(xml, named))
  edit(cleaning, '[Content_Types].xml', (xml) => xml.replaceAll(/<Override\b[^>]*\/>/gu, (found) => (named(found) ? '' : found)))
  cleaning.cleaned = true
  return true
}

const external = /TargetMode\s*=\s*["']External["']/iu

/** Links that only a reader's click follows stay; a template elsewhere is let go of; anything else cannot be kept. */
function dropExternal(cleaning: Cleaning): string | undefined {
  let refused: string | undefined
  for (const name of Object.keys(cleaning.parts).filter((one) => one.endsWith('.rels'))) {
    edit(cleaning, name, (xml) => withoutRelationships(xml, (relationship) => {
      if (!external.test(relationship) || /\/hyperlink["']/u.test(relationship)) return false
      if (/\/attachedTemplate["']/u.test(relationship)) return true
      refused ??= /\/image["']/u.test(relationship) ? '图片' : /\/oleObject["']/u.test(relationship) ? '对象' : '内容'
      return false
    }))
  }
  edit(cleaning, 'word/settings.xml', (xml) => {
    const without = xml.replaceAll(/<w:attachedTemplate\b[^>]*\/>/gu, '')
    if (without !== xml) cleaning.notes.push('模板原来套用了别处的 Word 模板，已解除：套用的模板可能带有宏，也不在本机。')
    return without
  })
  return refused
}

const dangerousFields = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|MACROBUTTON)\b/u

/** @returns a failure that says what to do, or the parts with what was dropped told of. */
export async function openTemplate(name: string, bytes: Uint8Array): Promise<Result<OpenTemplate>> {
  if (bytes.length === 0) return fail('FILE_EMPTY', { name })
  if (bytes.length > mostTemplateBytes) return fail('TEMPLATE_TOO_LARGE', { name })
  const type = sniffType(bytes)
  if (type.kind !== 'docx') return fail('TEMPLATE_NOT_WORD', { name, type: typeName(type) })
  try {
    const file = await openPackage(bytes)
    try {
      const parts = await readParts(file)
      proveXml(parts)
      return clean(name, parts)
    } finally {
      file.close()
    }
  } catch (error) {
    if (error instanceof FileFault) return fail(error.code, { name })
    throw error
  }
}

function clean(name: string, parts: Record<string, Uint8Array>): Result<OpenTemplate> {
  if (!parts['[Content_Types].xml'] || !parts['word/document.xml']) return fail('TEMPLATE_NOT_WORD', { name, type: '别的程序写的文件' })
  const cleaning: Cleaning = { parts, notes: [], cleaned: false }
  if (dropParts(cleaning, (part) => macroParts.test(part))) cleaning.notes.push('模板里的宏已去掉：填写时不运行任何程序，导出的文件里也没有宏。')
  if (dropParts(cleaning, (part) => signatureParts.test(part))) cleaning.notes.push('模板上的电子签名已去掉：内容填写后签名就失效了。')
  edit(cleaning, '[Content_Types].xml', (xml) => xml.replaceAll(otherMainTypes, mainType).replaceAll(/<Default\b[^>]*vbaProject[^>]*\/>/gu, ''))
  const refused = dropExternal(cleaning)
  if (refused !== undefined) return fail('TEMPLATE_EXTERNAL', { name, what: refused })
  const document = strFromU8(parts['word/document.xml']!)
  if (!/<(?:\w+:)?document\b/u.test(document)) return fail('TEMPLATE_NOT_WORD', { name, type: '别的程序写的文件' })
  for (const instruction of document.matchAll(/<w:(?:instrText\b[^>]*>([^<]*)<|fldSimple\b[^>]*w:instr="([^"]*)")/gu)) {
    if (dangerousFields.test(instruction[1] ?? instruction[2] ?? '')) return fail('TEMPLATE_EXTERNAL', { name, what: '域（从别的文件或程序取内容）' })
  }
  return ok({ parts: cleaning.parts, cleaned: cleaning.cleaned, notes: cleaning.notes })
}
