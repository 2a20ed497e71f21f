/** Word 2003 XML → the parts of a .docx, for our own reader: the language is an elder sister of today's. */
import { FileFault } from '../word/file-fault.ts'
import { elementOf, elementsOf, isElement, parseMarkup, textOf, writeMarkup, type Markup } from './markup.ts'
import { readPackageInMemory } from './memory-docx.ts'
import { nfcFormat } from './nfc-formats.ts'
import type { ReadForeign } from './pieces.ts'

const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.microsoft.com/office/word/2003/wordml', 'w'], ['http://schemas.microsoft.com/office/word/2003/auxHint', 'wx'],
  ['http://schemas.microsoft.com/aml/2001/core', 'aml'], ['urn:schemas-microsoft-com:vml', 'v'], ['urn:schemas-microsoft-com:office:office', 'o'],
])

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spaces = ` xmlns:w="${main}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`

const element = (name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly (Markup | string)[] = []): Markup => ({ name, attributes, children })
const valued = (name: string, value: string) => element(name, { 'w:val': value })
const valueOf = (parent: Markup | undefined, name: string) => elementOf(parent, name)?.attributes['w:val']

/** Names that changed. */
const renamed: Readonly<Record<string, string>> = { 'w:hlink': 'w:hyperlink', 'w:vmerge': 'w:vMerge', 'w:hmerge': 'w:hMerge' }

interface Parts {
  readonly footnotes: Markup[]
  readonly endnotes: Markup[]
  readonly comments: Markup[]
  readonly margins: Markup[]
  /** The file says what each number looks like (`wx:t`), as Word writes it. */
  readonly written: boolean
  readonly isBullet: (ilfo: string, level: string) => boolean
  numbers: number
}

/** The number Word itself computed. */
function writtenNumber(listPr: Markup, parts: Parts): string | undefined {
  const text = elementOf(listPr, 'wx:t')?.attributes['wx:val'] ?? elementOf(listPr, 'wx:t')?.attributes['w:val']
  return text === undefined || parts.isBullet(valueOf(listPr, 'w:ilfo') ?? '', valueOf(listPr, 'w:ilvl') ?? '0') ? undefined : text
}

function numPr(listPr: Markup): Markup {
  return element('w:numPr', {}, [valued('w:ilvl', valueOf(listPr, 'w:ilvl') ?? '0'), ...(valueOf(listPr, 'w:ilfo') === undefined ? [] : [valued('w:numId', valueOf(listPr, 'w:ilfo')!)])])
}

function convertNote(note: Markup, kind: 'footnote' | 'endnote', parts: Parts): Markup[] {
  const list = kind === 'footnote' ? parts.footnotes : parts.endnotes
  const id = String(list.length + 1)
  list.push(element(`w:${kind}`, { 'w:id': id }, convertAll(note, parts)))
  return [element(`w:${kind}Reference`, { 'w:id': id })]
}

function convertAnnotation(one: Markup, parts: Parts): Markup[] {
  const content = elementsOf(one, 'aml:content')
  const inner = () => content.flatMap((child) => convertAll(child, parts))
  const id = one.attributes['aml:id'] ?? '0'
  const named = { 'w:id': id, ...(one.attributes['aml:author'] === undefined ? {} : { 'w:author': one.attributes['aml:author'] }), ...(one.attributes['aml:createdate'] ? { 'w:date': one.attributes['aml:createdate'] } : {}) }
  switch (one.attributes['w:type']) {
    case 'Word.Insertion': return [element('w:ins', named, inner())]
    case 'Word.Deletion': return [element('w:del', named, inner())]
    case 'Word.Comment.Start': return [element('w:commentRangeStart', { 'w:id': id })]
    case 'Word.Comment.End': return [element('w:commentRangeEnd', { 'w:id': id })]
    case 'Word.Comment':
      parts.comments.push(element('w:comment', named, inner()))
      return [element('w:commentReference', { 'w:id': id })]
    case 'Word.Formatting': case 'Word.Bookmark.Start': case 'Word.Bookmark.End': return []
    default: return inner()
  }
}

function convertParagraph(paragraph: Markup, parts: Parts): Markup[] {
  const children = convertAll(paragraph, parts)
  const listPr = elementOf(paragraph, 'w:pPr', 'w:listPr')
  const number = parts.written && listPr !== undefined ? writtenNumber(listPr, parts) : undefined
  if (number === undefined || number === '') return [element('w:p', {}, children)]
  parts.numbers += 1
  const at = children.findIndex((child) => isElement(child) && child.name !== 'w:pPr')
  const run = element('w:r', {}, [element('w:t', {}, [number])])
  return [element('w:p', {}, at === -1 ? [...children, run] : [...children.slice(0, at), run, ...children.slice(at)])]
}

function convert(one: Markup, parts: Parts): (Markup | string)[] {
  switch (one.name) {
    case 'w:p': return convertParagraph(one, parts)
    // Where the number is written out as text, Word must not count it again.
    case 'w:listPr': return parts.written && writtenNumber(one, parts) !== undefined ? [valuedNone] : [numPr(one)]
    case 'w:footnote': return convertNote(one, 'footnote', parts)
    case 'w:endnote': return convertNote(one, 'endnote', parts)
    case 'aml:annotation': return convertAnnotation(one, parts)
    case 'w:hdr': case 'w:ftr':
      parts.margins.push(element(one.name, {}, convertAll(one, parts)))
      return []
    case 'w:binData': case 'w:docOleData': return []
    default:
  }
  if (one.name.startsWith('wx:')) return /^wx:(?:sect|sub-section|pBdrGroup)$/.test(one.name) ? convertAll(one, parts) : []
  // Smart tags and elements of a unit's own schema only wrap the text.
  if (one.name.startsWith('?:')) return convertAll(one, parts).filter(isElement)
  return [element(renamed[one.name] ?? one.name, one.attributes, convertAll(one, parts))]
}

const valuedNone = element('w:numPr', {}, [valued('w:numId', '0')])

function convertAll(parent: Markup, parts: Parts): Markup[] {
  return parent.children.flatMap((child) => (isElement(child) ? convert(child, parts) : [child])) as Markup[]
}

function convertLevel(level: Markup): Markup {
  const nfc = Number(valueOf(level, 'w:nfc') ?? 0)
  return element('w:lvl', level.attributes, [valued('w:numFmt', nfcFormat(nfc)), ...elementsOf(level).filter((one) => one.name !== 'w:nfc' && !one.name.startsWith('wx:'))])
}

function convertLists(root: Markup): Markup[] {
  const lists = elementOf(root, 'w:lists')
  const definitions = elementsOf(lists, 'w:listDef').map((one) =>
    element('w:abstractNum', { 'w:abstractNumId': one.attributes['w:listDefId'] ?? '' }, elementsOf(one, 'w:lvl').map(convertLevel)))
  const instances = elementsOf(lists, 'w:list').map((one) => element('w:num', { 'w:numId': one.attributes['w:ilfo'] ?? '' }, [
    valued('w:abstractNumId', valueOf(one, 'w:ilst') ?? ''),
    ...elementsOf(one, 'w:lvlOverride').map((over) => element('w:lvlOverride', over.attributes, elementsOf(over).map((child) => (child.name === 'w:lvl' ? convertLevel(child) : child)))),
  ]))
  return [...definitions, ...instances]
}

/** Which numbers are signs, by instance and level. */
function bulletsOf(numbering: readonly Markup[]): Parts['isBullet'] {
  const abstract = new Map(numbering.filter((one) => one.name === 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId']!, one]))
  const levels = new Set(numbering.filter((one) => one.name === 'w:num').flatMap((one) =>
    elementsOf(abstract.get(valueOf(one, 'w:abstractNumId') ?? ''), 'w:lvl').filter((level) => valueOf(level, 'w:numFmt') === 'bullet').map((level) => `${one.attributes['w:numId']}:${level.attributes['w:ilvl'] ?? '0'}`)))
  return (ilfo, level) => levels.has(`${ilfo}:${level}`)
}

function everyNumberIsWritten(body: Markup, isBullet: Parts['isBullet']): boolean {
  let all = true
  const visit = (one: Markup): void => {
    if (one.name === 'w:listPr') all &&= elementOf(one, 'wx:t') !== undefined || isBullet(valueOf(one, 'w:ilfo') ?? '', valueOf(one, 'w:ilvl') ?? '0')
    else elementsOf(one).forEach(visit)
  }
  visit(body)
  return all
}

/** LibreOffice writes the names of styles as it names them inside: “Heading_20_1” is heading 1. */
function withPlainName(style: Markup): Markup {
  return { ...style, children: style.children.map((child) => (isElement(child) && child.name === 'w:name' ? valued('w:name', (child.attributes['w:val'] ?? '').replaceAll('_20_', ' ')) : child)) }
}

/** LibreOffice leaves out numbers that belong to styles; nothing in the file tells what they were. */
const byLibreOffice = 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible'
const lostNumbers = '这份 Word 2003 XML 由 LibreOffice 存成，标题样式自带的自动编号没有存进文件，请对照原件；最好在原程序里另存为 .docx 再导入。'

/** @throws FileFault FILE_DAMAGED, FILE_LIMITS */
export async function readWordml(bytes: Uint8Array, name: string): Promise<ReadForeign> {
  const root = parseMarkup(bytes, prefixes)
  const body = elementOf(root, 'w:body')
  if (root.name !== 'w:wordDocument' || body === undefined) throw new FileFault('FILE_DAMAGED', 'no body')
  const numbering = convertLists(root)
  const isBullet = bulletsOf(numbering)
  const parts: Parts = { footnotes: [], endnotes: [], comments: [], margins: [], written: everyNumberIsWritten(body, isBullet), isBullet, numbers: 0 }
  const content = convertAll(body, parts)
  const styles = elementsOf(elementOf(root, 'w:styles'), 'w:style').map(withPlainName).map((one) => element('w:style', one.attributes, convertAll(one, { ...parts, written: false })))
  const xml = (rootName: string, children: readonly Markup[]) => writeMarkup(element(rootName, {}, children), spaces)
  const files: readonly (readonly [part: string, type: string, text: string])[] = [
    ['styles', 'styles', xml('w:styles', styles)], ['numbering', 'numbering', xml('w:numbering', numbering)],
    ['footnotes', 'footnotes', xml('w:footnotes', parts.footnotes)], ['endnotes', 'endnotes', xml('w:endnotes', parts.endnotes)], ['comments', 'comments', xml('w:comments', parts.comments)],
    ...parts.margins.filter((one) => textOf(one).trim() !== '').slice(0, 50).map((one, index) => [`margin${index}`, one.name === 'w:hdr' ? 'header' : 'footer', xml(one.name, one.children as Markup[])] as const),
  ]
  const relationships = files.map(([part, type]) => `<Relationship Id="${part}" Type="${office}/${type}" Target="${part}.xml"/>`).join('')
  const rels = (inner: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  const read = await readPackageInMemory({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels(`<Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': xml('w:document', [element('w:body', {}, content)]),
    'word/_rels/document.xml.rels': rels(relationships),
    ...Object.fromEntries(files.map(([part, , text]) => [`word/${part}.xml`, text])),
  }, name)
  const told = [
    ...(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(byLibreOffice) ? [lostNumbers] : []),
    ...(parts.numbers === 0 ? [] : [`自动编号 ${parts.numbers} 处已转成文字。`]),
  ]
  return told.length === 0 ? read : { ...read, notes: [...told, ...read.notes] }
}
