/** Word 2003 XML and Flat OPC, each file for one thing. */
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { buildDocx, paragraph, plain, run } from '../word/build-docx.ts'
import { lines, type ForeignCase } from './foreign-case.ts'

const spaces = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:st1="urn:schemas-microsoft-com:office:smarttags"'
const styles = '<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
const lists = '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="（%2）"/></w:lvl></w:listDef><w:listDef w:listDefId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="23"/><w:lvlText w:val="·"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list><w:list w:ilfo="2"><w:ilst w:val="1"/></w:list></w:lists>'
export const wordml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument ${spaces} w:macrosPresent="no">${lists}${styles}<w:body><wx:sect>${body}<w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>`)

const numbered = (text: string, ilfo: number, level: number, written?: string, more = '') =>
  `<w:p><w:pPr>${more}<w:listPr><w:ilvl w:val="${level}"/><w:ilfo w:val="${ilfo}"/>${written === undefined ? '' : `<wx:t wx:val="${written}" wx:wTabBefore="0"/><wx:font wx:val="宋体"/>`}</w:listPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

function flatOpc(docx: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).map(([name, bytes]) => `<pkg:part pkg:name="/${name}" pkg:contentType="application/xml"><pkg:xmlData>${strFromU8(bytes).replace(/<\?xml.*?\?>/, '')}</pkg:xmlData></pkg:part>`)
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}<pkg:part pkg:name="/word/media/image1.png" pkg:contentType="image/png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part></pkg:package>`)
}

const one = (name: string, shows: string, body: string, ...expected: readonly string[]): ForeignCase => ({ name, shows, format: 'wordml', bytes: () => wordml(body), expectedText: lines(...expected) })

export const wordmlCases: readonly ForeignCase[] = [
  one('wordml-written-numbers', 'numbers as Word computed them; a sign is none', numbered('存在问题', 1, 0, '一、', '<w:pStyle w:val="1"/>') + numbered('学习方面', 1, 1, '（一）') + numbered('符号一条', 2, 0, '·') + numbered('整改措施', 1, 0, '九、'), '一、存在问题', '（一）学习方面', '符号一条', '九、整改措施'),
  one('wordml-lists', 'numbers from the lists where no one wrote them down', numbered('存在问题', 1, 0) + numbered('学习方面', 1, 1) + numbered('整改措施', 1, 0), '一、存在问题', '（一）学习方面', '二、整改措施'),
  one('wordml-revisions', 'insertions, deletions, smart tags, sub-sections', '<wx:sub-section><w:p><w:r><w:t>保留</w:t></w:r><aml:annotation aml:id="1" w:type="Word.Insertion" aml:author="甲" aml:createdate="2024-01-01T00:00:00Z"><aml:content><w:r><w:t>插入</w:t></w:r></aml:content></aml:annotation><aml:annotation aml:id="2" w:type="Word.Deletion"><aml:content><w:r><w:delText>删去</w:delText></w:r></aml:content></aml:annotation><st1:date><w:r><w:t>2024年</w:t></w:r></st1:date><w:hlink w:dest="x"><w:r><w:t>链接</w:t></w:r></w:hlink></w:p></wx:sub-section>', '保留插入2024年链接'),
  one('wordml-table', 'cells merged down and across, hidden text, a text box', '<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>丁</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>正文</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>', '甲\t乙\t', '\t丙\t丁', '框内', '正文'),
  { name: 'flat-opc', shows: 'a .docx in one XML file', format: 'flat-opc', bytes: () => flatOpc(buildDocx({ body: plain('整改方案') + paragraph(run('加粗', '<w:b/>') + run('正文')) })), expectedText: lines('整改方案', '加粗正文') },
]
