/** Word files as other programs write them, put together from XML: no binary fixtures. */
import { strToU8, zipSync } from 'fflate'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const space = [
  `xmlns:w="${main}"`, `xmlns:r="${office}"`, 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"', 'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"', 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')

export interface DocxParts {
  /** Children of w:body. */
  readonly body?: string
  /** The whole of word/document.xml. */
  readonly document?: string
  readonly styles?: string
  readonly numbering?: string
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

export function buildDocx(parts: DocxParts): Uint8Array {
  const place = parts.main ?? 'word/document.xml'
  const margins = Object.entries(parts.margins ?? {})
  const relations = [
    ...(parts.styles === undefined ? [] : ['<Relationship Id="s" Type="' + office + '/styles" Target="styles.xml"/>']),
    ...(parts.numbering === undefined ? [] : ['<Relationship Id="n" Type="' + office + '/numbering" Target="numbering.xml"/>']),
    ...margins.map(([name]) => `<Relationship Id="${name}" Type="${office}/${name.replace(/\d/g, '')}" Target="${name}.xml"/>`),
  ]
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${office}/officeDocument" Target="${place}"/></Relationships>`,
    [place]: parts.document ?? documentXml(parts.body ?? ''),
    [place.replace(/([^/]+)$/, '_rels/$1.rels')]: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ...(parts.styles === undefined ? {} : { 'word/styles.xml': `<w:styles ${space}>${parts.styles}</w:styles>` }),
    ...(parts.numbering === undefined ? {} : { 'word/numbering.xml': `<w:numbering ${space}>${parts.numbering}</w:numbering>` }),
    ...Object.fromEntries(margins.map(([name, content]) => [`word/${name}.xml`, `<w:hdr ${space}>${content}</w:hdr>`])),
    ...parts.extra,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])))
}
