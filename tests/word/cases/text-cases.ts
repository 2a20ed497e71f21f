/** What stands inside paragraphs beside plain runs. */
import { paragraph, plain, row, run, table } from '../build-docx.ts'
import { readingCase, type ReadingCase } from './case.ts'

const mark = (type: string, more = '') => `<w:r><w:fldChar w:fldCharType="${type}">${more}</w:fldChar></w:r>`
const code = (text: string) => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`
const field = (instruction: string, result?: string) => mark('begin') + code(instruction) + (result === undefined ? '' : mark('separate') + result) + mark('end')
const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
const control = (content: string, properties = '') => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const hint = '<w:showingPlcHdr/>'
const math = (content: string) => `<m:oMath>${content}</m:oMath>`
const mr = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`

const fields: readonly ReadingCase[] = [
  readingCase('field-results', 'results of REF, DATE, PAGE and HYPERLINK are text, their codes are not', {
    body: paragraph(run('见') + field('REF _Ref1 \\h', run('第三部分')) + run('，') + field('DATE \\@ "yyyy年M月d日"', run('2023年11月9日')) + run('，第') + field('PAGE', run('2')) + run('页，') + field('HYPERLINK "https://example.invalid/a"', run('链接文字')) + run('。')),
  }, ['见第三部分，2023年11月9日，第2页，链接文字。']),
  readingCase('nested-fields', 'a field inside the code of another, and one inside its result', {
    body: paragraph(run('甲') + mark('begin') + code('IF') + field('MERGEFIELD 数', run('3')) + code('= 3 "对" "错"') + mark('separate') + run('对') + field('REF a', run('乙')) + mark('end') + run('丙')),
  }, ['甲对乙丙']),
  readingCase('field-across-paragraphs', 'a result of several paragraphs', {
    body: paragraph(run('前') + mark('begin') + code('INCLUDETEXT "a.docx"') + mark('separate') + run('第一段')) + paragraph(run('第二段') + mark('end') + run('后')),
  }, ['前第一段', '第二段后']),
  readingCase('field-never-computed', 'a field without a result is told of; a broken one swallows nothing', {
    body: paragraph(run('共') + field('NUMPAGES') + run('页')) + paragraph(mark('begin') + run('坏域里的字')) + plain('后文'),
  }, ['共页', '坏域里的字', '后文'], ['没有算出结果的域 1 个，没有导入：“NUMPAGES”。']),
  readingCase('circled-characters-and-phonetic-guide', 'EQ fields: 带圈字符, 拼音指南, 合并字符', {
    body: paragraph(field('eq \\o\\ac(○,1)') + run('学习') + field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(wén),文)') + run('件') + field('EQ \\o(\\s\\up 5(党),\\s\\do 2(委))') + field('EQ \\f(1,2)')),
  }, ['①学习文件党委1/2']),
  readingCase('form-fields', 'a text field, an empty one, a ticked box, a list', {
    body: paragraph(run('姓名：') + mark('begin', '<w:ffData><w:textInput/></w:ffData>') + code('FORMTEXT') + mark('separate') + run('张三') + mark('end') + run('，电话：') + mark('begin', '<w:ffData><w:textInput/></w:ffData>') + code('FORMTEXT') + mark('separate') + run('\u2002\u2002\u2002\u2002\u2002') + mark('end')
      + run('，') + mark('begin', '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>') + code('FORMCHECKBOX') + mark('end') + run('是，') + mark('begin', '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="立即"/><w:listEntry w:val="长期"/></w:ddList></w:ffData>') + code('FORMDROPDOWN') + mark('end')),
  }, ['姓名：张三，电话：，☑是，长期']),
  readingCase('simple-fields', 'w:fldSimple with and without a result', { body: paragraph(`<w:fldSimple w:instr=" REF a ">${run('引用')}</w:fldSimple><w:fldSimple w:instr=" SYMBOL 254 \\f Wingdings "/>`) }, ['引用☑']),
  readingCase('contents-of-a-field', 'a table of contents without styles of its own', {
    body: paragraph(mark('begin') + code('TOC \\o "1-3"') + mark('separate') + run('一、总体要求') + '<w:r><w:tab/></w:r>' + run('1')) + paragraph(run('二、主要任务……2') + mark('end')) + plain('一、总体要求'),
  }, ['一、总体要求'], ['自动目录 2 行，没有导入。']),
]

const wrapped: readonly ReadingCase[] = [
  readingCase('soft-returns-and-tabs', 'a soft return parts, a tab stays, a page break parts nothing', {
    body: paragraph(`${run('标题上')}<w:r><w:br/></w:r>${run('标题下')}`) + paragraph(`<w:r><w:br w:type="page"/></w:r>${run('甲')}<w:r><w:tab/></w:r>${run('乙')}<w:r><w:cr/></w:r>${run('丙')}`),
  }, ['标题上', '标题下', '甲\t乙', '丙'], ['段内手动换行 2 处，按另起一段处理。']),
  readingCase('content-controls', 'controls around blocks, runs, rows and cells; the hint of an empty one is no text', {
    body: control(plain('整段')) + paragraph(run('单位：') + control(run('某局')) + run('，日期：') + control(run('单击此处输入日期'), hint)) + control(plain('单击此处输入文字'), hint)
      + table(row(`<w:tc>${plain('姓名')}</w:tc>`, `<w:tc>${plain('职务')}</w:tc>`), control(row(control(`<w:tc>${plain('张三')}</w:tc>`), control(`<w:tc>${plain('单击选择')}</w:tc>`, hint)))),
  }, ['整段', '单位：某局，日期：', '姓名\t职务', '张三\t'], ['没有填写的控件 3 个，其中的提示文字没有导入：“单击此处输入日期”、“单击此处输入文字”、“单击选择”。']),
  readingCase('phonetic-guide', 'w:ruby: the word is text, its reading is told of', {
    body: paragraph(`<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>zhěng</w:t></w:r></w:rt><w:rubyBase>${run('整')}</w:rubyBase></w:ruby></w:r>${run('改')}`),
  }, ['整改'], ['拼音注音 1 处没有导入，文字都在：“zhěng”。']),
  readingCase('symbols-of-picture-fonts', 'boxes, ticks, arrows and bullets of Wingdings and its kin as characters', {
    body: paragraph(sym('Wingdings', 'F0FE') + run('是') + sym('Wingdings', 'F0A8') + run('否') + sym('Wingdings 2', 'F052') + sym('Wingdings', 'F06C') + sym('Wingdings', 'F06E') + sym('Wingdings', 'F0E0') + sym('Wingdings 3', 'F070') + sym('Symbol', 'F0B3') + sym('宋体', '2460') + run('\uf0fc', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + run('þ办结', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + sym('Marlett', 'F031')),
  }, ['☑是□否☑●■→▲≥①✓☑办结□'], ['特殊字体的符号 1 个，用“□”代替。']),
  readingCase('hyphens', 'a hyphen that does not break is one, an optional one is none', { body: paragraph('<w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>2023年</w:t><w:softHyphen/><w:t>度</w:t></w:r>') }, ['2021-2023年度']),
  readingCase('tags-and-direction', 'smart tags, custom XML, w:bdo, and elements of programs unknown', {
    body: paragraph(`<w:smartTag w:element="date">${run('2023年')}</w:smartTag><w:customXml w:element="x">${run('计划')}</w:customXml><w:bdo w:val="ltr">${run('执行')}</w:bdo><w:dir w:val="ltr">${run('情况')}</w:dir><q:wrap xmlns:q="urn:q">${run('良好')}</q:wrap>`),
  }, ['2023年计划执行情况良好']),
  readingCase('mathematics', 'formulas in one line', {
    body: paragraph(run('完成率') + math(`<m:f><m:num>${mr('a+b')}</m:num><m:den>${mr('2')}</m:den></m:f>`) + run('，面积') + math(`<m:sSup><m:e>${mr('m')}</m:e><m:sup>${mr('2')}</m:sup></m:sSup>`) + run('，') + math(`<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${mr('3')}</m:e></m:rad>`) + math(`<m:d><m:e>${mr('x')}</m:e></m:d>`)),
  }, ['完成率(a+b)/2，面积m²，√3(x)']),
  readingCase('hidden-text', 'by the run, by its style, by the style of the paragraph; w:vanish taken back', {
    body: paragraph(run('见') + run('藏一', '<w:vanish/>') + run('藏二', '<w:rStyle w:val="h"/>') + run('网', '<w:webHidden/>') + run('显', '<w:vanish w:val="0"/>')) + paragraph(run('藏三') + run('露', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="H"/>'),
    styles: '<w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="H"><w:name w:val="批示"/><w:rPr><w:vanish/></w:rPr></w:style>',
  }, ['见显', '露'], ['隐藏文字 4 处，没有导入。']),
  readingCase('style-separator', 'a hidden paragraph end: heading and text on one line', {
    body: paragraph(run('（一）学习方面。'), '<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>') + plain('主要表现在两个方面。') + plain('下段'),
  }, ['（一）学习方面。主要表现在两个方面。', '下段']),
  readingCase('large-first-letter', '首字下沉: a frame with the first character', { body: paragraph(run('今'), '<w:framePr w:dropCap="drop" w:lines="2"/>') + plain('年以来，工作有序推进。') }, ['今年以来，工作有序推进。']),
]

const txbx = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`
const modern = (content: string) => `<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>${txbx(content)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`
const vml = (content: string) => `<w:pict><v:shape><v:textbox>${txbx(content)}</v:textbox></v:shape></w:pict>`
const both = (content: string) => `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${modern(content)}</mc:Choice><mc:Fallback>${vml(content)}</mc:Fallback></mc:AlternateContent></w:r>`

const boxes: readonly ReadingCase[] = [
  readingCase('text-box-in-both-forms', 'DrawingML with VML beside it: read once', { body: paragraph(both(plain('某县水务局文件')) + run('正文')) }, ['某县水务局文件', '正文'], ['文本框 1 个，文字放在所在段落之前。']),
  readingCase('text-box-of-old-word', 'VML alone, with a table and a list of lines in it', { body: paragraph(`<w:r>${vml(plain('上行') + plain('下行'))}</w:r>${run('正文')}`) }, ['上行', '下行', '正文'], ['文本框 1 个，文字放在所在段落之前。']),
  readingCase('text-box-in-a-fallback-only', 'a choice that says nothing gives way to the fallback', {
    body: paragraph(`<w:r><mc:AlternateContent><mc:Choice Requires="wpc"><w:drawing/></mc:Choice><mc:Fallback>${vml(plain('框中字'))}</mc:Fallback></mc:AlternateContent></w:r>${run('正文')}`),
  }, ['框中字', '正文'], ['文本框 1 个，文字放在所在段落之前。']),
  readingCase('text-box-in-a-cell', 'a box anchored in a table', { body: table(row(`<w:tc>${paragraph(both(plain('框')) + run('格'))}</w:tc>`, `<w:tc>${plain('邻')}</w:tc>`)) }, ['框', '格\t邻'], ['文本框 1 个，文字放在所在段落之前。']),
  readingCase('drawn-title', '艺术字 of old Word is text', { body: paragraph('<w:r><w:pict><v:shape id="艺术字 1"><v:textpath string="整改方案"/></v:shape></w:pict></w:r>') + plain('正文') }, ['整改方案', '正文']),
]

export const textCases: readonly ReadingCase[] = [...fields, ...wrapped, ...boxes]
