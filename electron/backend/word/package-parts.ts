/** What binds the parts of a .docx together (ECMA-376 part 2). */
import type { Footer } from './sections.ts'
import { element, escapeXml, xmlDeclaration } from './xml.ts'

export interface DocumentProperties {
  readonly title: string
  readonly subject?: string
  /** Shown as 作者. */
  readonly creator: string
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const typeByPart: Readonly<Record<string, string>> = {
  'word/document.xml': `${wordType}.document.main+xml`,
  'word/styles.xml': `${wordType}.styles+xml`,
  'word/settings.xml': `${wordType}.settings+xml`,
  'word/fontTable.xml': `${wordType}.fontTable+xml`,
  'word/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
  'word/comments.xml': `${wordType}.comments+xml`,
  'word/commentsExtended.xml': `${wordType}.commentsExtended+xml`,
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
}

const typeOf = (name: string) => (/^word\/footer\d+\.xml$/.test(name) ? `${wordType}.footer+xml` : typeByPart[name])

export function contentTypesPart(names: readonly string[]): string {
  return xmlDeclaration + element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...names.flatMap((name) => (typeOf(name) === undefined ? [] : [element('Override', { PartName: `/${name}`, ContentType: typeOf(name) })])))
}

function relationships(entries: readonly (readonly [id: string, type: string, target: string])[]): string {
  return xmlDeclaration + element('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    ...entries.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target })))
}

export const packageRelationships = relationships([
  ['rId1', `${office}/officeDocument`, 'word/document.xml'],
  ['rId2', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
  ['rId3', `${office}/extended-properties`, 'docProps/app.xml'],
])

/** @param further of parts that only some documents have. */
export function documentRelationships(footers: readonly Footer[], further: Parameters<typeof relationships>[0] = []): string {
  return relationships([
    ['rId1', `${office}/styles`, 'styles.xml'],
    ['rId2', `${office}/settings`, 'settings.xml'],
    ['rId3', `${office}/fontTable`, 'fontTable.xml'],
    ['rId4', `${office}/theme`, 'theme/theme1.xml'],
    ...footers.map(({ id, target }) => [id, `${office}/footer`, target] as const),
    ...further,
  ])
}

/** Word asks for a time; one that never changes keeps the file the same from one export to the next. */
const fixedTime = '2000-01-01T00:00:00Z'

export function corePropertiesPart({ title, subject, creator }: DocumentProperties): string {
  const time = (name: string) => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, fixedTime)
  const author = escapeXml(creator.trim() === '' ? '整稿' : creator)
  return xmlDeclaration + element('cp:coreProperties', {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/', 'xmlns:dcterms': 'http://purl.org/dc/terms/', 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  },
  element('dc:title', {}, escapeXml(title)), subject === undefined ? '' : element('dc:subject', {}, escapeXml(subject)),
  element('dc:creator', {}, author), element('cp:lastModifiedBy', {}, author), time('dcterms:created'), time('dcterms:modified'))
}

export const appPropertiesPart = xmlDeclaration + element('Properties', { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
  element('Application', {}, '整稿'))
