import { describe, expect, test } from 'vitest'
import { formatListNumber } from '../../electron/backend/word/number-formats.ts'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { deriveOutline } from '../../shared/document/outline.ts'
import { buildDocx, plain } from './build-docx.ts'

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const abstract = (id: number, ...levels: string[]) => `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const instance = (id: number, abstractId: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`
const numbered = (text: string, numId: number, index = 0) => plain(text, `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${numId}"/></w:numPr>`)

async function texts(body: string, numbering: string, styles = ''): Promise<string[]> {
  const read = await readWord(buildDocx({ body, numbering, styles }), '材料.docx')
  if (!read.ok) throw new Error(read.error.code)
  return read.value.paragraphs.map((one) => one.text)
}

const outline = abstract(0, level(0, 'chineseCountingThousand', '%1、'), level(1, 'chineseCounting', '（%2）'), level(2, 'decimal', '%3.'), level(3, 'decimal', '（%4）'))

describe('formats (ISO 29500-1 §17.18.59)', () => {
  test.each([
    ['decimal', 12, '12'], ['decimalZero', 5, '05'], ['chineseCounting', 12, '十二'], ['chineseCounting', 20, '二十'], ['chineseCounting', 105, '一〇五'],
    ['chineseCountingThousand', 10, '十'], ['chineseCountingThousand', 21, '二十一'], ['chineseCountingThousand', 105, '一百零五'], ['chineseCountingThousand', 110, '一百一十'], ['chineseCountingThousand', 1000, '一千'],
    ['ideographTraditional', 3, '丙'], ['ideographZodiac', 2, '丑'], ['ideographDigital', 10, '一〇'], ['chineseLegalSimplified', 12, '壹拾贰'],
    ['upperLetter', 27, 'AA'], ['lowerLetter', 2, 'b'], ['lowerRoman', 4, 'iv'], ['upperRoman', 9, 'IX'], ['decimalEnclosedCircle', 20, '⑳'], ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedCircleChinese', 1, '①'], ['decimalFullWidth', 12, '１２'], ['decimalEnclosedParen', 3, '⑶'], ['none', 3, ''], ['somethingNew', 7, '7'],
  ])('%s %i → %s', (format, value, expected) => {
    expect(formatListNumber(value, format)).toBe(expected)
  })
})

describe('automatic numbers become text', () => {
  test('four levels, each beginning again below the one above', async () => {
    const body = numbered('甲', 1) + numbered('乙', 1, 1) + numbered('丙', 1, 2) + numbered('丁', 1, 3) + numbered('戊', 1, 1) + numbered('己', 1, 2) + numbered('庚', 1)
    expect(await texts(body, outline + instance(1, 0))).toEqual(['一、甲', '（一）乙', '1.丙', '（1）丁', '（二）戊', '1.己', '二、庚'])
  })

  test('two instances of one list count on from each other, a start override begins again', async () => {
    const numbering = outline + instance(1, 0) + instance(2, 0) + instance(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    expect(await texts(numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 3) + numbered('丁', 3) + numbered('戊', 1), numbering)).toEqual(['一、甲', '二、乙', '五、丙', '六、丁', '七、戊'])
  })

  test('a level that never begins again, and one that does so only behind level 0', async () => {
    const numbering = abstract(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>'), level(2, 'lowerLetter', '%3', '<w:lvlRestart w:val="1"/>')) + instance(1, 0)
    expect(await texts(numbered('', 1) + numbered('', 1, 1) + numbered('', 1, 2) + numbered('', 1, 1) + numbered('', 1, 2) + numbered('', 1) + numbered('', 1, 1) + numbered('', 1, 2), numbering))
      .toEqual(['1.', '1)', 'a', '2)', 'b', '2.', '3)', 'a'])
  })

  test('numbers of several levels, in plain figures where the level says so', async () => {
    const numbering = abstract(0, level(0, 'chineseCounting', '第%1章'), level(1, 'decimal', '%1.%2'), level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')) + instance(1, 0)
    expect(await texts(numbered('甲', 1) + numbered('乙', 1, 1) + numbered('丙', 1, 2), numbering)).toEqual(['第一章甲', '一.1乙', '1.1.1丙'])
  })

  test('through a style, the style it is based on, and a level tied to the style', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="我的"/><w:basedOn w:val="1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="4"><w:name w:val="小节"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const tied = outline.replace('<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="decimal"/><w:pStyle w:val="4"/>')
    const styled = (text: string, id: string) => plain(text, `<w:pStyle w:val="${id}"/>`)
    expect(await texts(styled('甲', '1') + styled('乙', '2') + styled('丙', '4') + styled('丁', '3') + plain('戊', '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'), tied + instance(1, 0), styles))
      .toEqual(['一、甲', '（一）乙', '1.丙', '二、丁', '戊'])
  })

  test('a list that takes its levels from a numbering style', async () => {
    const styles = '<w:style w:type="numbering" w:styleId="L"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
    const numbering = outline + '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>' + instance(9, 0) + instance(1, 5)
    expect(await texts(numbered('甲', 1), numbering, styles)).toEqual(['一、甲'])
  })

  test('bullets give no text, a figure after a point keeps its distance, an unknown list does no harm', async () => {
    const numbering = abstract(0, level(0, 'bullet', '\uf06c'), level(1, 'decimal', '%2.')) + instance(1, 0)
    expect(await texts(numbered('甲', 1) + numbered('2023年', 1, 1) + numbered('丙', 77), numbering)).toEqual(['甲', '1. 2023年', '丙'])
  })

  test('recognition sees the structure', async () => {
    const read = await readWord(buildDocx({ body: plain('某局整改方案', '<w:jc w:val="center"/>') + numbered('总体要求', 1) + plain('坚持问题导向，务求实效。') + numbered('重点任务', 1) + numbered('学习方面', 1, 1), numbering: outline + instance(1, 0) }), '材料.docx')
    const { draft, understood } = recognise(read.ok ? read.value.paragraphs : [], { draftId: 'd' })
    expect(understood).toBe(true)
    expect(deriveOutline(draft).map((entry) => entry.number + entry.text)).toEqual(['一、总体要求', '二、重点任务'])
  })
})
