/** OpenDocument texts, each file for one thing. */
import { strToU8, zipSync } from 'fflate'
import { lines, type ForeignCase } from './foreign-case.ts'

const urn = 'urn:oasis:names:tc:opendocument:xmlns'
const spaces = ['office', 'text', 'table', 'style'].map((name) => `xmlns:${name}="${urn}:${name}:1.0"`).join(' ') +
  ` xmlns:draw="${urn}:drawing:1.0" xmlns:fo="${urn}:xsl-fo-compatible:1.0" xmlns:svg="${urn}:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"`

interface OdtParts {
  readonly body: string
  readonly automatic?: string
  /** Children of office:styles. */
  readonly styles?: string
  readonly master?: string
}

export function odt({ body, automatic = '', styles = '', master = '' }: OdtParts, extra: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = { mimetype: strToU8('application/vnd.oasis.opendocument.text') }
  const parts = {
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${urn}:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    'styles.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${spaces} office:version="1.2"><office:styles>${styles}</office:styles><office:master-styles>${master}</office:master-styles></office:document-styles>`,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces} office:version="1.2"><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...extra,
  }
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text)
  return zipSync(files, { level: 0 })
}

export const fodt = ({ body, automatic = '', styles = '' }: OdtParts) =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">\n <office:styles>${styles}</office:styles>\n <office:automatic-styles>${automatic}</office:automatic-styles>\n <office:body>\n  <office:text>\n${body}\n  </office:text></office:body></office:document>`)

export const p = (inner: string, style = '') => `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${inner}</text:p>`
const level = (number: number, format: string, more = '') => `<text:list-level-style-number text:level="${number}" style:num-format="${format}" ${more}/>`
const listStyle = (name: string, ...levels: readonly string[]) => `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`
const list = (style: string, inner: string, more = '') => `<text:list${style === '' ? '' : ` text:style-name="${style}"`} ${more}>${inner}</text:list>`
const item = (inner: string, more = '') => `<text:list-item ${more}>${inner}</text:list-item>`

const one = (name: string, shows: string, parts: OdtParts, ...expected: readonly string[]): ForeignCase => ({ name, shows, format: 'odt', bytes: () => odt(parts), expectedText: lines(...expected) })

const chinese = listStyle('L1', level(1, '一, 二, 三, ...', 'style:num-suffix="、"'), level(2, '一, 二, 三, ...', 'style:num-prefix="（" style:num-suffix="）"'), level(3, '1', 'style:num-suffix="."'))
const cell = (inner: string, more = '') => `<table:table-cell ${more}>${inner}</table:table-cell>`
const row = (...cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>`

const numbers: OdtParts = {
  automatic: chinese,
  body: list('L1', item(p('存在问题') + list('', item(p('学习方面') + list('', item(p('学习不够')) + item(p('2023年以来'))))))) + p('插一段') +
    list('L1', item(p('整改措施') + p('同一条的第二段')) + `<text:list-header>${p('无号')}</text:list-header>`, 'text:continue-numbering="true"') + list('L1', item(p('另起'))),
}

export const odtCases: readonly ForeignCase[] = [
  one('odt-numbers', 'Chinese numbers over three levels, a list gone on with, a second paragraph and a list header without numbers', numbers, '一、存在问题', '（一）学习方面', '1.学习不够', '2. 2023年以来', '插一段', '二、整改措施', '同一条的第二段', '无号', '一、另起'),
  { name: 'fodt-numbers', shows: 'the same in one XML file', format: 'fodt', bytes: () => fodt(numbers), expectedText: lines('一、存在问题', '（一）学习方面', '1.学习不够', '2. 2023年以来', '插一段', '二、整改措施', '同一条的第二段', '无号', '一、另起') },
  one('odt-number-forms', 'forms of numbers: letters, Roman, circled, stems; start value, upper levels shown, a list named by id, a value given at the item', {
    automatic: listStyle('A', level(1, 'a', 'style:num-suffix=")" text:start-value="2"')) + listStyle('B', level(1, 'I', 'style:num-suffix="."')) + listStyle('C', level(1, '①, ②, ③, ...')) + listStyle('D', level(1, '甲, 乙, 丙, ...', 'style:num-suffix="."')) +
      listStyle('E', level(1, '1', 'style:num-suffix="."'), level(2, '1', 'style:num-suffix="." text:display-levels="2"')) + listStyle('F', '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." loext:num-list-format="第%1%条"/>'),
    body: list('A', item(p('子'))) + list('B', item(p('丑'))) + list('C', item(p('寅')) + item(p('卯'))) + list('D', item(p('辰'))) +
      list('E', item(p('巳') + list('', item(p('午')))), 'xml:id="e1"') + list('C', item(p('未'), 'text:start-value="7"')) + list('E', item(p('申')), 'text:continue-list="e1"') + list('F', item(p('酉'))),
  }, 'b)子', 'I.丑', '①寅', '②卯', '甲.辰', '1.巳', '1.1.午', '⑦未', '2.申', '第一条酉'),
  one('odt-headings', 'headings with the numbers of the outline; title; centred; bold and underlined by style', {
    styles: '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style><style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>',
    automatic: '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/><style:style style:name="T1" style:family="text"><style:text-properties style:font-weight-asian="bold"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties style:text-underline-style="solid"/></style:style>',
    body: p('整改方案', 'P1') + '<text:h text:outline-level="1">存在问题</text:h><text:h text:outline-level="2">学习方面</text:h><text:h text:outline-level="1" text:is-list-header="true">不编号</text:h><text:h text:outline-level="1">整改措施</text:h>' + p('普通<text:span text:style-name="T1">粗</text:span><text:span text:style-name="T2">线</text:span>'),
  }, '整改方案', '一、存在问题', '学习方面', '不编号', '二、整改措施', '普通粗线'),
  one('odt-inline', 'blanks, tabs, breaks, links, fields, ruby; hidden text', {
    automatic: '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>',
    body: p('  甲\n   乙<text:s text:c="2"/>丙<text:tab/>丁<text:line-break/>戊<text:soft-page-break/>己') + p('<text:a xlink:href="x">链接</text:a><text:date>2024年</text:date><text:span text:style-name="H">藏</text:span><text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zì</text:ruby-text></text:ruby>'),
  }, '甲 乙  丙\t丁', '戊己', '链接2024年字'),
  one('odt-table', 'a table with a head, cells merged both ways, a repeated cell', {
    body: `<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>${row(cell(p('序号')), cell(p('问题'), 'table:number-columns-spanned="2"'), '<table:covered-table-cell/>')}</table:table-header-rows>` +
      row(cell(p('1'), 'table:number-rows-spanned="2"'), cell(p('甲') + p('甲二')), cell(p('乙'))) + row('<table:covered-table-cell/>', cell(p('同'), 'table:number-columns-repeated="2"')) + '</table:table>' + p('完'),
  }, '序号\t问题\t', '1\t甲', '甲二\t乙', '\t同\t同', '完'),
  one('odt-notes', 'footnote, endnote, comment about some words', {
    body: p('有脚注<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>脚注内容</text:p></text:note-body></text:note>，有尾注<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>尾注内容</text:p></text:note-body></text:note>，<office:annotation office:name="c1"><dc:creator>张三</dc:creator><dc:date>2024-03-01T09:30:00</dc:date><text:p>批注内容</text:p></office:annotation>所批<office:annotation-end office:name="c1"/>。'),
  }, '有脚注，有尾注，所批。'),
  one('odt-changes', 'insertions kept; deletions outside the text and inside it, over the end of a paragraph', {
    body: '<text:tracked-changes><text:changed-region text:id="a"><text:insertion><office:change-info/></text:insertion></text:changed-region><text:changed-region text:id="b"><text:deletion><office:change-info/><text:p>早已删去</text:p></text:deletion></text:changed-region><text:changed-region text:id="c"><text:deletion><office:change-info/></text:deletion></text:changed-region></text:tracked-changes>' +
      p('保留<text:change-start text:change-id="a"/>插入<text:change-end text:change-id="a"/><text:change text:change-id="b"/>前<text:change-start text:change-id="c"/>删一') + p('删二<text:change-end text:change-id="c"/>后'),
  }, '保留插入前后'),
  one('odt-frames', 'text boxes, shapes, pictures, a section, a table of contents, a header', {
    master: '<style:master-page style:name="Standard"><style:header><text:p>页眉</text:p></style:header></style:master-page>',
    body: '<text:table-of-content><text:index-body><text:p>目录一行</text:p></text:index-body></text:table-of-content>' + p('正文<draw:frame><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame><draw:frame><draw:image/></draw:frame>后半') + `<text:section text:name="s">${p('节内')}</text:section><text:section text:display="none">${p('藏')}</text:section>` + p('<draw:custom-shape><text:p>形状内</text:p></draw:custom-shape>末'),
  }, '框内', '正文后半', '节内', '形状内', '末'),
]
