/** Automatic numbers: what stands nowhere in the text of the file. */
import { paragraph, plain, row, run, table } from '../build-docx.ts'
import { readingCase, type ReadingCase } from './case.ts'

export const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/>${format.startsWith('<') ? format : `<w:numFmt w:val="${format}"/>`}${more}<w:lvlText w:val="${text}"/></w:lvl>`
export const abstract = (id: number, ...levels: string[]) => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`
export const instance = (id: number, abstractId: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`
const numPr = (numId: number, index = 0) => `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${numId}"/></w:numPr>`
export const numbered = (text: string, numId: number, index = 0) => plain(text, numPr(numId, index))
const told = (count: number) => `自动编号 ${count} 处已转成文字。`
export const official = abstract(0, level(0, 'chineseCountingThousand', '%1、'), level(1, 'chineseCounting', '（%2）'), level(2, 'decimal', '%3.'), level(3, 'decimal', '（%4）'))
const style = (id: string, name: string, properties: string, basedOn = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`
const styled = (text: string, id: string, more = '') => plain(text, `<w:pStyle w:val="${id}"/>${more}`)

/** Three items of one format, the first of them beginning at the number given. */
function formatCase(format: string, sample: readonly string[], start = 1, text = '%1'): ReadingCase {
  const lvl = level(0, format, text).replace('<w:start w:val="1"/>', `<w:start w:val="${start}"/>`)
  const words = ['学习', '调研', '检视']
  return readingCase(`numbers-${format}${start === 1 ? '' : `-from-${start}`}`, `${format}: ${sample.join(' ')}`, {
    body: words.map((word) => numbered(word, 1)).join(''), numbering: abstract(0, lvl) + instance(1, 0),
  }, sample.map((number, index) => number + words[index]!), [told(3)])
}

const custom = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
const box = (content: string) => `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`

const formats: readonly ReadingCase[] = [
  formatCase('decimal', ['1.', '2.', '3.'], 1, '%1.'),
  formatCase('decimalZero', ['08、', '09、', '10、'], 8, '%1、'),
  formatCase('decimalFullWidth', ['９．', '１０．', '１１．'], 9, '%1．'),
  formatCase('chineseCounting', ['（九）', '（十）', '（十一）'], 9, '（%1）'),
  formatCase('chineseCounting', ['九十九、', '一〇〇、', '一〇一、'], 99, '%1、'),
  formatCase('chineseCountingThousand', ['十九、', '二十、', '二十一、'], 19, '%1、'),
  formatCase('chineseCountingThousand', ['一百零九、', '一百一十、', '一百一十一、'], 109, '%1、'),
  formatCase('chineseLegalSimplified', ['玖、', '壹拾、', '壹拾壹、'], 9, '%1、'),
  formatCase('ideographDigital', ['九、', '一〇、', '一一、'], 9, '%1、'),
  formatCase('ideographTraditional', ['甲、', '乙、', '丙、'], 1, '%1、'),
  formatCase('ideographZodiac', ['子、', '丑、', '寅、'], 1, '%1、'),
  formatCase('ideographZodiacTraditional', ['甲子、', '乙丑、', '丙寅、'], 1, '%1、'),
  formatCase('ideographEnclosedCircle', ['㊀', '㊁', '㊂']),
  formatCase('decimalEnclosedCircle', ['①', '②', '③']),
  formatCase('decimalEnclosedCircleChinese', ['⑨', '⑩', '⑪'], 9),
  formatCase('decimalEnclosedParen', ['⑴', '⑵', '⑶']),
  formatCase('decimalEnclosedFullstop', ['⒈', '⒉', '⒊']),
  formatCase('upperLetter', ['Y.', 'Z.', 'AA.'], 25, '%1.'),
  formatCase('lowerLetter', ['a)', 'b)', 'c)'], 1, '%1)'),
  formatCase('upperRoman', ['VIII.', 'IX.', 'X.'], 8, '%1.'),
  formatCase('lowerRoman', ['iii.', 'iv.', 'v.'], 3, '%1.'),
  formatCase('taiwaneseCountingThousand', ['十、', '十一、', '十二、'], 10, '%1、'),
  formatCase('japaneseCounting', ['十、', '十一、', '十二、'], 10, '%1、'),
  formatCase('ideographLegalTraditional', ['壹、', '貳、', '參、'], 1, '%1、'),
]

const override = (start: number) => `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`
const deletedEnd = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'

const lists: readonly ReadingCase[] = [
  readingCase('four-official-levels', '一、（一）1.（1）, each beginning again below the one above', {
    body: numbered('总体要求', 1) + numbered('主要任务', 1) + numbered('学习方面', 1, 1) + numbered('压实责任', 1, 2) + numbered('每月一次', 1, 3) + numbered('每季一评', 1, 3) + numbered('作风方面', 1, 1) + numbered('改进文风', 1, 2) + numbered('组织保障', 1),
    numbering: official + instance(1, 0),
  }, ['一、总体要求', '二、主要任务', '（一）学习方面', '1.压实责任', '（1）每月一次', '（2）每季一评', '（二）作风方面', '1.改进文风', '三、组织保障'], [told(9)]),
  readingCase('several-lists-of-one-definition', 'w:num of one w:abstractNum count on from each other', {
    body: numbered('甲项', 1) + numbered('乙项', 2) + numbered('丙项', 1), numbering: official + instance(1, 0) + instance(2, 0),
  }, ['一、甲项', '二、乙项', '三、丙项'], [told(3)]),
  readingCase('start-override', 'a w:num with w:startOverride begins again', {
    body: numbered('甲项', 1) + numbered('乙项', 1) + numbered('丙项', 2) + numbered('丁项', 2), numbering: official + instance(1, 0) + instance(2, 0, override(1)),
  }, ['一、甲项', '二、乙项', '一、丙项', '二、丁项'], [told(4)]),
  readingCase('level-override', 'a w:num that puts another form in the place of a level', {
    body: numbered('甲项', 1) + numbered('乙项', 2), numbering: official + instance(1, 0) + instance(2, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', '第%1条 ')}</w:lvlOverride>`),
  }, ['一、甲项', '第2条 乙项'], [told(2)]),
  readingCase('restart-only-behind-level-one', 'w:lvlRestart: numbers that run on through the groups', {
    body: numbered('第一组', 1) + numbered('甲', 1, 1) + numbered('第二组', 1) + numbered('乙', 1, 1),
    numbering: abstract(0, level(0, 'chineseCounting', '（%1）'), level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')) + instance(1, 0),
  }, ['（一）第一组', '1.甲', '（二）第二组', '2.乙'], [told(4)]),
  readingCase('plain-figures-of-several-levels', 'w:isLgl writes 第一章 as 1 in 1.1', {
    body: numbered('总则', 1) + numbered('目的', 1, 1) + numbered('范围', 1, 1), numbering: abstract(0, level(0, 'chineseCounting', '第%1章 '), level(1, 'decimal', '%1.%2 ', '<w:isLgl/>')) + instance(1, 0),
  }, ['第一章 总则', '1.1 目的', '1.2 范围'], [told(3)]),
  readingCase('custom-format-of-word-2010', '001, 002: a format in mc:AlternateContent', {
    body: numbered('甲', 1) + numbered('乙', 1), numbering: abstract(0, level(0, custom, '%1、')) + instance(1, 0),
  }, ['001、甲', '002、乙'], [told(2)]),
  readingCase('numbers-through-styles', 'numbering of a style, of the style it is based on, and taken away by numId 0', {
    body: styled('一级', 'A') + styled('二级', 'B') + styled('照二级', 'C') + styled('不编号', 'A', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('也不编号', 'D') + styled('又一级', 'A'),
    styles: style('A', '甲级', '<w:numPr><w:numId w:val="1"/></w:numPr>') + style('B', '乙级', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>') + style('C', '丙级', '', 'B') + style('D', '丁级', '<w:numPr><w:numId w:val="0"/></w:numPr>', 'A'),
    numbering: official + instance(1, 0),
  }, ['一、一级', '（一）二级', '（二）照二级', '不编号', '也不编号', '二、又一级'], [told(4)]),
  readingCase('level-tied-to-a-style', 'the level of a style that names no level stands at the list (w:pStyle), also for styles based on it', {
    body: styled('一级', 'A') + styled('二级', 'B') + styled('照二级', 'C'),
    styles: style('A', '甲级', '<w:numPr><w:numId w:val="1"/></w:numPr>') + style('B', '乙级', '<w:numPr><w:numId w:val="1"/></w:numPr>') + style('C', '丙级', '', 'B'),
    numbering: abstract(0, level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="A"/>'), level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="B"/>')) + instance(1, 0),
  }, ['一、一级', '（一）二级', '（二）照二级'], [told(3)]),
  readingCase('list-style', 'w:numStyleLink: the levels stand at the list a numbering style names', {
    body: numbered('甲', 1) + numbered('乙', 1, 1), styles: '<w:style w:type="numbering" w:styleId="L"><w:name w:val="公文列表"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>',
    numbering: official.replace('<w:multiLevelType w:val="multilevel"/>', '<w:multiLevelType w:val="multilevel"/><w:styleLink w:val="L"/>') + '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>' + instance(9, 0) + instance(1, 5),
  }, ['一、甲', '（一）乙'], [told(2)]),
  readingCase('numbers-in-a-table', 'cells of a table count on with the text around it', {
    body: numbered('甲', 1) + table(row(`<w:tc>${numbered('乙', 1)}</w:tc>`, `<w:tc>${plain('说明')}</w:tc>`), row(`<w:tc>${numbered('丙', 1)}</w:tc>`, `<w:tc>${plain('备注')}</w:tc>`)) + numbered('丁', 1), numbering: official + instance(1, 0),
  }, ['一、甲', '二、乙\t说明', '三、丙\t备注', '四、丁'], [told(4)]),
  readingCase('numbers-in-a-text-box', 'text boxes are a story of their own: their numbers do not move those of the text', {
    body: numbered('甲', 1) + paragraph(run('乙') + box(numbered('框内', 1)), numPr(1)) + numbered('丙', 1), numbering: official + instance(1, 0),
  }, ['一、甲', '一、框内', '二、乙', '三、丙'], [told(4), '文本框 1 个，文字放在所在段落之前。']),
  readingCase('a-deleted-paragraph-does-not-count', 'a paragraph deleted by a revision has no number once that is accepted', {
    body: numbered('甲', 1) + paragraph(`<w:del w:id="2" w:author="甲"><w:r><w:delText>乙</w:delText></w:r></w:del>`, numPr(1) + deletedEnd) + numbered('丙', 1), numbering: official + instance(1, 0),
  }, ['一、甲', '二、丙'], ['自动编号 2 处已转成文字。', '修订中删除的文字 1 处，没有导入。'], ['一、甲', '二、乙', '三、丙']),
  readingCase('numbering-changed-by-a-revision', 'w:pPrChange: the list a paragraph was in before', {
    body: numbered('甲', 1) + plain('乙', `${numPr(1)}<w:pPrChange w:id="3" w:author="甲"><w:pPr/></w:pPrChange>`) + numbered('丙', 1), numbering: official + instance(1, 0),
  }, ['一、甲', '二、乙', '三、丙'], [told(3), '修订中的格式改动 1 处，按修订后处理。'], ['一、甲', '乙', '二、丙']),
  readingCase('bullets-and-empty-items', 'bullets are no numbers; an empty item still counts', {
    body: numbered('点', 1) + numbered('', 1, 1) + numbered('第二', 1, 1), numbering: abstract(0, level(0, 'bullet', '\uf06c', ''), level(1, 'decimal', '%2.')) + instance(1, 0),
  }, ['点', '1.', '2.第二'], [told(2), '项目符号 1 处没有导入，文字都在。']),
  readingCase('a-hidden-paragraph-does-not-count', 'a paragraph hidden from end to end is not in the list', {
    body: numbered('甲', 1) + paragraph(run('藏', '<w:vanish/>'), `${numPr(1)}<w:rPr><w:vanish/></w:rPr>`) + numbered('乙', 1), numbering: official + instance(1, 0),
  }, ['一、甲', '二、乙'], [told(2), '隐藏文字 1 处，没有导入。']),
  readingCase('figures-kept-apart', 'a blank only where number and text would run together', {
    body: numbered('2023年完成', 1) + numbered('完成', 1), numbering: abstract(0, level(0, 'decimal', '%1.')) + instance(1, 0),
  }, ['1. 2023年完成', '2.完成'], [told(2)]),
  readingCase('a-format-nobody-knows', 'figures stand in for an unknown format, and it is said', {
    body: numbered('甲', 1), numbering: abstract(0, level(0, 'somethingNew', '%1、')) + instance(1, 0),
  }, ['1、甲'], [told(1), '编号格式不认识 1 处，按阿拉伯数字写出，请核对。']),
]

export const numberingCases: readonly ReadingCase[] = [...formats, ...lists]
