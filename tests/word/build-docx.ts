/** Word files as other programs write them, put together from XML: no binary fixtures. */
import { strToU8, zipSync } from 'fflate'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const space = [
  `xmlns:w="${main}"`, `xmlns:r="${office}"`, 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"', 'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"', 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"', 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"', 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"', 'mc:Ignorable="w14 w15"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"', 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')

export interface DocxParts {
  /** Children of w:body. */
  readonly body?: string
  /** The whole of word/document.xml. */
  readonly document?: string
  readonly styles?: string
  readonly numbering?: string
  /** Contents of w:footnotes, w:endnotes and w:comments, and of w15:commentsEx. */
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly threads?: string
  /** Further parts of the main one, by the kind of their relationship: name in its folder and the whole part. */
  readonly related?: Readonly<Record<string, { readonly name: string; readonly xml: string; readonly id?: string }>>
  /** Header and footer parts by name (“footer1”): their paragraphs. */
  readonly margins?: Readonly<Record<string, string>>
  readonly extra?: Readonly<Record<string, string | Uint8Array>>
  /** Where the main part is. */
  readonly main?: string
}

export const paragraph = (content: string, properties = '') => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
export const run = (text: string, properties = '') => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const plain = (text: string, properties = '') => paragraph(run(text), properties)
export const cell = (text: string, properties = '') => `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${text.split('\n').map((line) => plain(line)).join('')}</w:tc>`
export const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
export const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${space}><w:body>${body}<w:sectPr/></w:body></w:document>`
}

const wordTypes: Readonly<Record<string, string>> = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', endnotes: 'endnotes', comments: 'comments', header: 'header', footer: 'footer' }

function contentTypes(main: string, parts: readonly Part[]): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
  const overrides = parts.flatMap(({ kind, name }) => (wordTypes[kind] === undefined ? [] : [`<Override PartName="/word/${name}" ContentType="${word}${wordTypes[kind]}+xml"/>`]))
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${word}document.main+xml"/>${overrides.join('')}</Types>`
}

interface Part {
  readonly kind: string
  readonly name: string
  readonly id: string
  readonly xml: string
}

/** A part of the main document with the usual namespaces. */
const ofWord = (kind: string, root: string, content: string | undefined): Part[] =>
  content === undefined ? [] : [{ kind, name: `${kind}.xml`, id: kind, xml: `<${root} ${space}>${content}</${root}>` }]

export const spaces = space
const kindOf = (name: string) => name.replace(/\d/g, '')
const address = (kind: string) => (kind === 'commentsExtended' ? 'http://schemas.microsoft.com/office/2011/relationships' : office)

export function buildDocx(parts: DocxParts): Uint8Array {
  const place = parts.main ?? 'word/document.xml'
  const all: Part[] = [
    ...ofWord('styles', 'w:styles', parts.styles), ...ofWord('numbering', 'w:numbering', parts.numbering),
    ...ofWord('footnotes', 'w:footnotes', parts.footnotes), ...ofWord('endnotes', 'w:endnotes', parts.endnotes),
    ...ofWord('comments', 'w:comments', parts.comments), ...ofWord('commentsExtended', 'w15:commentsEx', parts.threads),
    ...Object.entries(parts.margins ?? {}).map(([name, content]) => ({ kind: kindOf(name), name: `${name}.xml`, id: name, xml: `<w:${kindOf(name) === 'footer' ? 'ftr' : 'hdr'} ${space}>${content}</w:${kindOf(name) === 'footer' ? 'ftr' : 'hdr'}>` })),
    ...Object.entries(parts.related ?? {}).map(([kind, { name, xml, id }]) => ({ kind, name, xml, id: id ?? kind })),
  ]
  const relations = all.map(({ kind, name, id }) => `<Relationship Id="${id}" Type="${address(kind)}/${kind}" Target="${name}"/>`)
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(place, all),
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${office}/officeDocument" Target="${place}"/></Relationships>`,
    [place]: parts.document ?? documentXml(parts.body ?? ''),
    [place.replace(/([^/]+)$/, '_rels/$1.rels')]: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(all.map(({ name, xml }) => [`word/${name}`, xml])),
    ...parts.extra,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])))
}
