/** Papers as .docx with everything an old .doc can hold. LibreOffice makes the .doc fixtures of them (npm run test:print compares again). */
import { buildDocx, cell, paragraph, plain, row, run } from '../word/build-docx.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const level = (at: number, format: string, text: string, start = 1) => `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '（%4）')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${level(0, 'decimalEnclosedCircle', '%1', 3)}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '•')}</w:abstractNum><w:abstractNum w:abstractNumId="3">${level(0, 'chineseCounting', '第%1项 ')}</w:abstractNum>` +
  [1, 2, 3, 4].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id - 1}"/></w:num>`).join('') + '<w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
const numbered = (at: number, id = 1) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`

const styles = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="N"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>` + ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'header'].map((name) => `<Override PartName="/word/${name === 'header' ? 'header1' : name}.xml" ContentType="${word}.${name}+xml"/>`).join('') + '</Types>'
const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['styles', 'numbering', 'footnotes', 'endnotes', 'comments'].map((name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`).join('')}<Relationship Id="header1" Type="${office}/header" Target="header1.xml"/></Relationships>`
const note = (kind: string, id: number, text: string) => `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r><w:r><w:t>${text}</w:t></w:r></w:p></w:${kind}>`
const separators = (kind: string) => `<w:${kind} w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}><w:${kind} w:id="1" w:type="continuationSeparator"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:${kind}>`

function whole(body: string): Uint8Array {
  const space = `xmlns:w="${main}" xmlns:r="${office}"`
  return buildDocx({
    document: `<?xml version="1.0" encoding="UTF-8"?><w:document ${space} xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr></w:body></w:document>`,
    styles, numbering, extra: {
      '[Content_Types].xml': contentTypes, 'word/_rels/document.xml.rels': relationships,
      'word/footnotes.xml': `<w:footnotes ${space}>${separators('footnote')}${note('footnote', 2, '脚注一')}${note('footnote', 3, '脚注二')}</w:footnotes>`,
      'word/endnotes.xml': `<w:endnotes ${space}>${separators('endnote')}${note('endnote', 2, '尾注一')}</w:endnotes>`,
      'word/comments.xml': `<w:comments ${space}><w:comment w:id="0" w:author="张三" w:date="2024-03-01T09:30:00Z" w:initials="张"><w:p><w:r><w:t>批注一</w:t></w:r></w:p></w:comment></w:comments>`,
      'word/header1.xml': `<w:hdr ${space}><w:p><w:r><w:t>页眉文字</w:t></w:r></w:p></w:hdr>`,
    },
  })
}

const grid = (...widths: readonly number[]) => `<w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
const wide = (text: string, width: number, more = '') => cell(text, `<w:tcW w:w="${width}" w:type="dxa"/>${more}`)
const field = (instruction: string, result: string) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const change = 'w:author="甲" w:date="2024-01-01T00:00:00Z"'

export const oldWordPapers: Readonly<Record<string, () => Uint8Array>> = {
  'numbers': () => whole([
    plain('作风建设整改方案', '<w:pStyle w:val="T"/>'), plain('存在的问题', `<w:pStyle w:val="H1"/>${numbered(0)}`), plain('学习方面', `<w:pStyle w:val="H2"/>${numbered(1)}`),
    plain('学习不够“深入”——流于形式……', numbered(2)), plain('2023年以来研究不多', numbered(2)), plain('工作方面', `<w:pStyle w:val="H2"/>${numbered(1)}`), plain('又从一起', numbered(2, 5)),
    plain('没有编号的一段'), plain('整改措施', `<w:pStyle w:val="H1"/>${numbered(0)}`), plain('圈号', numbered(0, 2)), plain('又一圈号', numbered(0, 2)), plain('符号', numbered(0, 3)), plain('有前后字', numbered(0, 4)),
  ].join('')),
  'tables': () => whole([
    plain('表前'),
    `<w:tbl>${grid(1000, 2000, 2000, 3000)}<w:tr><w:trPr><w:tblHeader/></w:trPr>${wide('序号', 1000)}${wide('问题', 4000, '<w:gridSpan w:val="2"/>')}${wide('措施', 3000)}</w:tr>` +
    row(wide('1', 1000, '<w:vMerge w:val="restart"/>'), wide('学习\n不够', 2000), wide('甲', 2000), wide('加强', 3000)) + row(wide('', 1000, '<w:vMerge/>'), wide('乙', 2000), wide('丙', 2000), wide('丁', 3000)) + '</w:tbl>',
    plain('两表之间'),
    `<w:tbl>${grid(4000, 4000)}${row(`<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${plain('外一')}<w:tbl>${grid(1000, 1000)}${row(wide('内一', 1000), wide('内二', 1000))}</w:tbl>${plain('')}</w:tc>`, wide('外二', 4000))}</w:tbl>`,
    plain('表后'),
  ].join('')),
  'notes': () => whole([
    paragraph(run('有脚注') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run('和又一个') + '<w:r><w:footnoteReference w:id="3"/></w:r>' + run('，有尾注') + '<w:r><w:endnoteReference w:id="2"/></w:r>' + run('，') + '<w:commentRangeStart w:id="0"/>' + run('所批') + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>' + run('。')),
    paragraph(run('普通') + run('加粗', '<w:b/>') + run('下划线', '<w:u w:val="single"/>') + run('隐藏', '<w:vanish/>') + '<w:r><w:br/></w:r>' + run('软回车后') + '<w:r><w:tab/></w:r>' + run('制表后') + '<w:r><w:br w:type="page"/></w:r>' + run('换页后')),
    paragraph(run('保留') + `<w:ins w:id="1" ${change}>${run('插入')}</w:ins><w:del w:id="2" ${change}><w:r><w:delText>删去</w:delText></w:r></w:del>` + run('末尾')),
    paragraph(run('共') + field('= 1 + 2', '3') + run('项，见') + field('HYPERLINK "http://example.com"', '链接文字') + run('。')),
    paragraph(run('框外') + '<w:r><w:pict><v:shape style="position:absolute;width:200pt;height:50pt" type="#_x0000_t202"><v:textbox><w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>' + run('后半')),
    plain('末段', '<w:jc w:val="right"/>'),
  ].join('')),
}
