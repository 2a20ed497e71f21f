/**
 * PrintDocument → .docx. A writer of our own: every element the layouts ask for can be said, and nothing changes between
 * two exports of one draft (the same draft gives the same bytes, on any machine, in any time zone).
 */
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { PrintDocument } from '../../../shared/print/print-types.ts'
import { documentPart } from './document-part.ts'
import { footerPart } from './footer-part.ts'
import { appPropertiesPart, contentTypesPart, corePropertiesPart, documentRelationships, packageRelationships, type DocumentProperties } from './package-parts.ts'
import { footersOf, sectionsOf } from './sections.ts'
import { stylesPart } from './styles-part.ts'
import { plainWord, type WordMarks } from './text-marks.ts'
import { fontTablePart, settingsPart, themePart } from './support-parts.ts'

/** Zip keeps local time without a zone: noon by the local clock is the same two bytes everywhere. */
const entryTime = () => new Date(2000, 0, 1, 12, 0, 0)

/** @param marks comments or tracked changes (write-comments, write-changes). @returns the bytes of the file. */
export function writeWord(document: PrintDocument, properties: DocumentProperties, marks: WordMarks = plainWord): Uint8Array {
  const sections = sectionsOf(document)
  const footers = footersOf(document, sections)
  const footerParts = [...footers.values()].flat()
  const parts: [string, string][] = [
    ['_rels/.rels', packageRelationships],
    ['word/document.xml', documentPart(document, sections, footers, marks.text)],
    ['word/_rels/document.xml.rels', documentRelationships(footerParts, marks.relationships)],
    ['word/styles.xml', stylesPart(document)],
    ['word/settings.xml', settingsPart(document)],
    ['word/fontTable.xml', fontTablePart(document)],
    ['word/theme/theme1.xml', themePart],
    ...footerParts.map((footer): [string, string] => [`word/${footer.target}`, footerPart(document, footer)]),
    ...marks.parts.map(([name, xml]): [string, string] => [name, xml]),
    ['docProps/core.xml', corePropertiesPart(properties)],
    ['docProps/app.xml', appPropertiesPart],
  ]
  const types: [string, string] = ['[Content_Types].xml', contentTypesPart(parts.map(([name]) => name))]
  const mtime = entryTime()
  const entries: Zippable = Object.fromEntries([types, ...parts].map(([name, text]) => [name, [strToU8(text), { mtime, level: 6 }]]))
  return zipSync(entries)
}

export type { DocumentProperties }
