/** Revisions, notes, tables, margins: what belongs to the paper as a whole. */
import { cell, paragraph, plain, row, run, spaces, table } from '../build-docx.ts'
import { readingCase, type ReadingCase } from './case.ts'

const ins = (content: string) => `<w:ins w:id="1" w:author="甲" w:date="2023-11-01T00:00:00Z">${content}</w:ins>`
const del = (text: string) => `<w:del w:id="2" w:author="甲" w:date="2023-11-01T00:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const marked = (change: string) => `<w:rPr><w:${change} w:id="3" w:author="甲"/></w:rPr>`
const inserted = (count: number) => `修订中插入的文字 ${count} 处，按接受处理。`
const deleted = (count: number) => `修订中删除的文字 ${count} 处，没有导入。`
const trPr = (content: string, ...cells: string[]) => `<w:tr><w:trPr>${content}</w:trPr>${cells.join('')}</w:tr>`

const revisions: readonly ReadingCase[] = [
  readingCase('inserted-and-deleted', 'accepted: insertions stay, deletions go; the original the other way round', {
    body: paragraph(run('我局') + ins(run('高度重视，')) + del('十分重视，') + run('抓好整改。')),
  }, ['我局高度重视，抓好整改。'], [inserted(1), deleted(1)], ['我局十分重视，抓好整改。']),
  readingCase('moved-text', 'w:moveFrom and w:moveTo: the words stand once', {
    body: paragraph(`<w:moveFromRangeStart w:id="5" w:name="m"/><w:moveFrom w:id="6" w:author="甲">${run('甲句。')}</w:moveFrom><w:moveFromRangeEnd w:id="5"/>${run('乙句。')}`) + paragraph(run('丙句。') + `<w:moveTo w:id="7" w:author="甲">${run('甲句。')}</w:moveTo>`),
  }, ['乙句。', '丙句。甲句。'], [inserted(1), deleted(1)], ['甲句。乙句。', '丙句。']),
  readingCase('joined-and-split-paragraphs', 'the end of a paragraph deleted, and one put in', {
    body: plain('前半句，', marked('del')) + plain('后半句。') + plain('上句。', marked('ins')) + plain('下句。'),
  }, ['前半句，后半句。', '上句。', '下句。'], [inserted(1), deleted(1)], ['前半句，', '后半句。', '上句。下句。']),
  readingCase('inserted-and-deleted-rows', 'rows and cells put in and taken out', {
    body: table(row(cell('序号'), cell('问题')), trPr('<w:ins w:id="8" w:author="甲"/>', cell('1'), cell('新增')), trPr('<w:del w:id="9" w:author="甲"/>', cell('2'), cell('删去')), row(cell('3'), cell('保留'))),
  }, ['序号\t问题', '1\t新增', '3\t保留'], [inserted(1), deleted(1)], ['序号\t问题', '2\t删去', '3\t保留']),
  readingCase('inserted-and-deleted-cells', 'w:cellIns and w:cellDel', {
    body: table(row(cell('甲'), cell('新', '<w:cellIns w:id="8" w:author="甲"/>'), cell('乙')), row(cell('丙'), cell('丁'), cell('旧', '<w:cellDel w:id="9" w:author="甲"/>'), cell('戊'))),
  }, ['甲\t新\t乙', '丙\t丁\t戊'], [inserted(1), deleted(1)], ['甲\t乙\t\t', '丙\t丁\t旧\t戊']),
  readingCase('inserted-then-deleted', 'what one put in and another took out is in neither text', {
    body: paragraph(run('甲') + `<w:ins w:id="1" w:author="甲">${del('一时')}</w:ins>` + run('乙')),
  }, ['甲乙'], [inserted(1), deleted(1)], ['甲乙']),
  readingCase('formatting-changed-by-a-revision', 'hidden by a revision: seen in the original', {
    body: paragraph(run('见') + run('原显', '<w:vanish/><w:rPrChange w:id="4" w:author="甲"><w:rPr/></w:rPrChange>')),
  }, ['见'], ['修订中的格式改动 1 处，按修订后处理。', '隐藏文字 1 处，没有导入。'], ['见原显']),
]

const note = (kind: string, id: number, content: string) => `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${run(` ${content}`)}</w:p></w:${kind}>`
const separators = (kind: string) => `<w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}>`
const comment = (id: number, author: string, text: string, para = '') => `<w:comment w:id="${id}" w:author="${author}" w:date="2023-11-0${id + 1}T09:00:00Z"><w:p${para === '' ? '' : ` w14:paraId="${para}"`}>${run(text)}</w:p></w:comment>`
const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const keptComments = (count: number) => `批注 ${count} 条已保留，附在所在段落旁。`

export const noteCases: readonly ReadingCase[] = [
  readingCase('footnotes-and-endnotes', 'kept as notes at their marks, not in the text', {
    body: paragraph(run('学习贯彻条例') + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run('，制定方案。')) + paragraph(run('另见附件。') + '<w:r><w:endnoteReference w:id="1"/></w:r>'),
    footnotes: separators('footnote') + note('footnote', 1, '2023年修订。'), endnotes: separators('endnote') + note('endnote', 1, '存档备查。'),
  }, ['学习贯彻条例，制定方案。', '另见附件。'], ['脚注、尾注 2 条已保留，附在所在段落旁。']),
  readingCase('comments-and-an-answer', 'author, date, range and thread of comments', {
    body: paragraph(run('一、') + start(0) + start(1) + run('总体要求') + end(0) + end(1)) + plain('坚持问题导向。'),
    comments: comment(0, '张三', '标题太短', '0A000001') + comment(1, '李四', '已改', '0A000002'),
    threads: '<w15:commentEx w15:paraId="0A000001" w15:done="1"/><w15:commentEx w15:paraId="0A000002" w15:paraIdParent="0A000001" w15:done="1"/>',
  }, ['一、总体要求', '坚持问题导向。'], [keptComments(2)]),
  readingCase('comment-over-paragraphs', 'a comment on several paragraphs, begun between blocks', {
    body: plain('前段。') + start(0) + plain('甲段。') + paragraph(run('乙段。') + end(0)), comments: comment(0, '张三', '这两段合并'),
  }, ['前段。', '甲段。', '乙段。'], [keptComments(1)]),
  readingCase('comment-in-a-table', 'a comment on words of a cell', {
    body: table(row(cell('序号'), cell('问题')), row(cell('1'), `<w:tc>${paragraph(run('学习') + start(0) + run('不够深入') + end(0))}</w:tc>`)), comments: comment(0, '张三', '写具体'),
  }, ['序号\t问题', '1\t学习不够深入'], [keptComments(1)]),
  readingCase('comment-on-deleted-words', 'the words go, the comment stays', {
    body: paragraph(run('甲') + start(0) + del('旧话') + end(0) + run('乙')), comments: comment(0, '张三', '删去'),
  }, ['甲乙'], [deleted(1), keptComments(1)], ['甲旧话乙']),
  readingCase('comment-without-a-place', 'a comment whose mark is nowhere stands at the head', { body: plain('') + plain('正文。'), comments: comment(0, '张三', '总体意见') }, ['', '正文。'], [keptComments(1)]),
]

const hMerge = (value: string) => `<w:hMerge w:val="${value}"/>`
const tables: readonly ReadingCase[] = [
  readingCase('merged-cells', 'across and down; each text once, columns in line', {
    body: table(row(cell('类别'), cell('问题与措施', '<w:gridSpan w:val="2"/>')), row(cell('学习', '<w:vMerge w:val="restart"/>'), cell('甲'), cell('乙')), row(cell('', '<w:vMerge/>'), cell('丙'), cell('丁'))),
  }, ['类别\t问题与措施\t', '学习\t甲\t乙', '\t丙\t丁'], ['合并的单元格 2 处，文字只取一次。']),
  readingCase('merged-cells-of-old-files', 'w:hMerge, and text in a cell that a merge covers', {
    body: table(row(cell('甲', hMerge('restart')), cell('盖住', hMerge('continue')), cell('乙')), row(cell('丙'), cell('丁'), cell('戊'))),
  }, ['甲\t盖住\t乙', '丙\t丁\t戊'], ['合并的单元格 1 处，文字只取一次。', '合并单元格里原来不显示的文字 1 处，已留在原来的格里。']),
  readingCase('rows-set-in', 'w:gridBefore and w:gridAfter', { body: table(row(cell('甲'), cell('乙'), cell('丙')), trPr('<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>', cell('中')), row(cell('丁'), cell('戊'), cell('己'))) }, ['甲\t乙\t丙', '\t中\t', '丁\t戊\t己']),
  readingCase('table-in-a-table', 'the inner one goes into its cell, nothing is lost', {
    body: table(row(cell('事项'), cell('进度')), row(`<w:tc>${plain('清单')}${table(row(cell('一'), cell('二')), row(cell('三'), cell('四')))}<w:p/></w:tc>`, cell('完成'))),
  }, ['事项\t进度', '清单\n一 二\n三 四\t完成'], ['表格中的表格 1 个，文字并入所在单元格。']),
]

const pageField = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
const watermark = '<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject357"><v:textpath string="内部资料"/></v:shape></w:pict></w:r></w:p>'
const diagram = `<dgm:dataModel ${spaces}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>组长</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>办公室</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`

const margins: readonly ReadingCase[] = [
  readingCase('headers-footers-watermark', 'left out and told of by their first words', {
    body: plain('正文'), margins: { header1: plain('某县水务局整改材料') + watermark, footer1: paragraph(run('— ') + pageField + run(' —')), footer2: '<w:p/>' },
  }, ['正文'], ['页眉、页脚 2 处（含页码），没有导入：“某县水务局整改材料”。', '水印 1 处，没有导入：“内部资料”。']),
  readingCase('diagram', 'SmartArt: its words are told', {
    body: plain('正文') + paragraph('<w:r><w:drawing><a:graphic><a:graphicData><dgm:relIds r:dm="diagramData"/></a:graphicData></a:graphic></w:drawing></w:r>'),
    related: { diagramData: { name: 'data1.xml', xml: diagram } },
  }, ['正文', ''], ['图示、图表 1 个，没有导入，其中的文字：“组长 办公室”。']),
  readingCase('chart', 'a chart: its title and its words are told', {
    body: plain('正文') + paragraph('<w:r><w:drawing><a:graphic><a:graphicData><c:chart r:id="chart"/></a:graphicData></a:graphic></w:drawing></w:r>'),
    related: { chart: { name: 'chart1.xml', xml: `<c:chartSpace ${spaces}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>完成情况</a:t></a:r></a:p></c:rich></c:tx></c:title><c:ser><c:cat><c:pt><c:v>一季度</c:v></c:pt></c:cat><c:val><c:pt><c:v>85</c:v></c:pt></c:val></c:ser></c:chart></c:chartSpace>` } },
  }, ['正文', ''], ['图示、图表 1 个，没有导入，其中的文字：“完成情况 一季度 85”。']),
  readingCase('pictures-objects-outside-content', 'counted, for none of them is text', {
    body: paragraph(`${run('正文')}<w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:object/></w:r>`) + '<w:altChunk r:id="c"/>',
  }, ['正文'], ['图片 1 张，没有导入。', '嵌入的对象或外部内容 2 个，没有导入。']),
]

export const paperCases: readonly ReadingCase[] = [...revisions, ...noteCases, ...tables, ...margins]
