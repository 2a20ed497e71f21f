/** Files as other programs pack them. */
import { strToU8, zipSync } from 'fflate'
import { buildDocx, documentXml, plain } from '../build-docx.ts'
import { abstract, instance, level, numbered } from './numbering-cases.ts'
import { readingCase, type ReadingCase } from './case.ts'

const text = '一、总体要求'
const body = plain(text)
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (target: string, type = `${office}/officeDocument`) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${type}" Target="${target}"/></Relationships>`
const zip = (files: Readonly<Record<string, string | Uint8Array>>) => () => zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])))
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

function utf16(xml: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${xml}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

const document = documentXml(body)
const strict = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" w:conformance="strict"><w:body><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>一、总体要求</w:t></w:r></w:p></w:body></w:document>'

/** @param main the parts of `buildDocx` renamed. */
function renamed(rename: (name: string) => string): () => Uint8Array {
  return zip({ [rename('[Content_Types].xml')]: types, [rename('_rels/.rels')]: relations('word/document.xml'), [rename('word/document.xml')]: document })
}

export const packageCases: readonly ReadingCase[] = [
  readingCase('strict-open-xml', 'the strict kind of ISO 29500', { bytes: zip({ '[Content_Types].xml': types, '_rels/.rels': relations('word/document.xml', 'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'), 'word/document.xml': strict }) }, [text]),
  readingCase('backslashes-in-names', 'entries named word\\document.xml', { bytes: renamed((name) => name.replaceAll('/', '\\')) }, [text]),
  readingCase('names-from-the-root', 'entries named /word/document.xml', { bytes: renamed((name) => `/${name}`) }, [text]),
  readingCase('names-in-another-case', 'Word/Document.xml named as word/document.xml', { bytes: renamed((name) => name.replace('word/d', 'Word/D')) }, [text]),
  readingCase('absolute-target', '/word/document.xml in the relationships', { bytes: zip({ '[Content_Types].xml': types, '_rels/.rels': relations('/word/document.xml'), 'word/document.xml': document }) }, [text]),
  readingCase('main-part-not-named', 'relationships that lead nowhere', { bytes: zip({ '[Content_Types].xml': types, '_rels/.rels': relations('word/gone.xml'), 'word/document.xml': document }) }, [text]),
  readingCase('no-relationships-at-all', 'parts of the usual names, named by nobody', {
    bytes: zip({ '[Content_Types].xml': types, 'word/document.xml': documentXml(numbered('总体要求', 1)), 'word/numbering.xml': `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${abstract(0, level(0, 'chineseCounting', '%1、'))}${instance(1, 0)}</w:numbering>` }),
  }, [text], ['自动编号 1 处已转成文字。']),
  readingCase('byte-order-mark', 'UTF-8 with a mark', { document: `\ufeff${document}` }, [text]),
  readingCase('utf-16', 'UTF-16 with a mark', { bytes: () => buildDocx({ extra: { 'word/document.xml': utf16(document.replace('UTF-8', 'UTF-16'), 'le', true) } }) }, [text]),
  readingCase('utf-16-big-endian-without-a-mark', 'UTF-16 told by its first sign', { bytes: () => buildDocx({ extra: { 'word/document.xml': utf16(document.replace('UTF-8', 'UTF-16'), 'be', false) } }) }, [text]),
  readingCase('prefixes-of-its-own', 'another prefix for the namespace of Word, and an ignorable one', {
    document: '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:k="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="k"><x:body><x:p k:id="1"><x:pPr><k:note/></x:pPr><x:r><x:t>一、总体要求</x:t></x:r></x:p></x:body></x:document>',
  }, [text]),
  readingCase('file-with-macros', 'a .docm: the main part says what it is, not the extension', { bytes: () => buildDocx({ body, extra: { 'word/vbaProject.bin': new Uint8Array([1, 2, 3]) } }) }, [text]),
  readingCase('damaged-comments', 'a part beside the text that cannot be read', { bytes: () => buildDocx({ body, comments: '', extra: { 'word/comments.xml': '<w:comments' } }) }, [text], ['文件里有 1 个部分已损坏，没有导入：“comments.xml”。']),
  readingCase('saved-by-google-docs', 'runs without properties, one per style change, no settings', { body: `<w:p><w:pPr><w:rPr/></w:pPr><w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">一、</w:t></w:r><w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:t>总体要求</w:t></w:r></w:p>` }, [text]),
  readingCase('saved-by-libreoffice', 'a bookmark for every heading, fields for numbers of pages', { body: `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="0" w:name="__RefHeading___1"/><w:bookmarkEnd w:id="0"/><w:r><w:rPr/><w:t>一、总体要求</w:t></w:r></w:p>` }, [text]),
]
