/** A unit's own Word template, as Word writes one: styles, header, footer and grid of its own, fields cut into runs. Invented. */
import { strToU8, zipSync, type Zippable } from 'fflate'

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const wordMl = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const run = (text: string, properties = '') => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const line = (text: string, properties = '', type = '') => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run(text, type)}</w:p>`
const cell = (width: number, text: string) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${line(text)}</w:tc>`
const row = (...texts: string[]) => `<w:tr>${texts.map((text) => cell(1768, text)).join('')}</w:tr>`

export const itemTable = `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="8840" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1768"/>'.repeat(5)}</w:tblGrid>${
  row('序号', '存在问题', '整改措施', '整改时限', '责任')}${row('{#整改事项}{序号}', '{问题}', '{措施}', '{时限}', '{责任}{/整改事项}')}</w:tbl>`

/** Word cuts what is typed into runs as it likes. */
const cutTitle = `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run('{标')}<w:proofErr w:type="spellStart"/>${run('题', '<w:b/>')}<w:proofErr w:type="spellEnd"/>${run('}')}</w:p>`

export const usualBody = [
  line('{密级}　　份号：{份号}'), line('{发文字号}'), cutTitle, line('{主送机关}'), line('{正文}'), line('附表：整改事项', '<w:pStyle w:val="Heading1"/>'), itemTable,
  line('{#方面}'), line('（{中文序号}）{名称}：', '', '<w:b/>'), line('{#整改事项}{序号}.{问题}——{措施}；{/整改事项}'), line('{/方面}'), line('{署名}', '<w:jc w:val="right"/>'), line('{成文日期}', '<w:jc w:val="right"/>'),
].join('')

export const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1533" w:bottom="1440" w:left="1533" w:header="851" w:footer="992" w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:type="linesAndChars" w:linePitch="312"/></w:sectPr>'

const styles = `${declaration}<w:styles ${space}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="宋体" w:hAnsi="Calibri" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/><w:spacing w:beforeLines="50" w:before="156" w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="420"/><w:jc w:val="both"/></w:pPr><w:rPr><w:i/><w:color w:val="1F4E79"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:qFormat/><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:i w:val="0"/><w:color w:val="C00000"/><w:sz w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:qFormat/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders></w:tblPr></w:style></w:styles>`

export interface TemplateParts {
  readonly body?: string
  readonly section?: string
  /** Of word/document.xml. */
  readonly mainType?: string
  readonly relations?: string
  readonly extra?: Readonly<Record<string, string | Uint8Array>>
  readonly types?: string
}

export function wordTemplate({ body = usualBody, section: last = section, mainType = `${wordMl}.document.main+xml`, relations = '', extra = {}, types = '' }: TemplateParts = {}): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/><Override PartName="/word/styles.xml" ContentType="${wordMl}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${wordMl}.settings+xml"/><Override PartName="/word/header1.xml" ContentType="${wordMl}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${wordMl}.footer+xml"/>${types}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${declaration}<w:document ${space}><w:body>${body}${last}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/settings" Target="settings.xml"/><Relationship Id="rId4" Type="${office}/header" Target="header1.xml"/><Relationship Id="rId5" Type="${office}/footer" Target="footer1.xml"/>${relations}</Relationships>`,
    'word/styles.xml': styles,
    'word/settings.xml': `${declaration}<w:settings ${space}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/header1.xml': `${declaration}<w:hdr ${space}>${line('{单位}内部文件', '<w:jc w:val="center"/>')}</w:hdr>`,
    'word/footer1.xml': `${declaration}<w:ftr ${space}>${line('第 1 页　{标题}')}</w:ftr>`,
    ...extra,
  }
  const entries: Zippable = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]))
  return zipSync(entries, { mtime: new Date(2020, 0, 1, 12) })
}
