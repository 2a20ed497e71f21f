/** Sources far longer than any paper, of the kinds that damaged web pages give. Work that grows with the square of the source does not come to an end in time. */
import { expect, it } from 'vitest'
import { printText } from '../../shared/document/print-text.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { applyReport } from '../../shared/recognition/report.ts'
import { sourceText, type SourceParagraph } from '../../shared/recognition/source.ts'

const lines = (count: number, text: (index: number) => string): SourceParagraph[] => Array.from({ length: count }, (_, index) => ({ text: text(index) }))

it.each([
  ['empty lines after one', lines(150_000, (index) => (index === 0 ? '整改方案' : ''))],
  ['empty lines, then page numbers', [{ text: '整改方案' }, ...lines(40_000, () => ''), ...lines(40_000, (index) => `— ${index % 900} —`)]],
  ['one sentence that never ends', lines(8_000, () => '学习不够深入，联系实际不够紧密，调研')],
  ['words of table heads', lines(20_000, (index) => ['序号', '问题', '正文一行'][index % 3]!)],
])('D5 D1 recognition comes to an end: %s', (_, source) => {
  const { draft, report, understood } = recognise(source, { draftId: 'd' })
  expect(understood).toBe(true)
  expect(applyReport(sourceText(source), report)).toBe(`${printText(draft)}\n`)
}, 30_000)

/** One paragraph that repeats a piece: what becomes of each piece is told by one alone. */
it.each([
  ['blanks in words, with marks', '学 习 不　够， 联系 \t实际。', '学习不够，联系实际。'],
  ['blanks and no marks', '学 习', '学习'],
  ['phrases of one length', '学思想，强党性 重实践、', '学思想，强党性 重实践、'],
  ['invisible characters', '学\u200b习', '学习'],
  ['entities of a web page', '学&nbsp;习&lt;', '学习<'],
  ['tags', '学<b>习</b>', '学习'],
  ['runs of blanks that stay', `学${' '.repeat(50)}习`, `学${' '.repeat(50)}习`],
])('D5 D1 a paragraph of a hundred thousand characters is cleaned as a short one: %s', (_, piece, cleaned) => {
  const count = Math.ceil(100_000 / piece.length)
  const source = [{ text: '整改方案' }, { text: `${piece.repeat(count)}好` }]
  const { draft, report, understood } = recognise(source, { draftId: 'd' })
  expect(understood).toBe(true)
  expect(applyReport(sourceText(source), report)).toBe(`${printText(draft)}\n`)
  expect(printText(draft) === `整改方案\n${cleaned.repeat(count)}好`).toBe(true)
}, 30_000)

it('D5 D1 a paragraph of thousands of items is split into them', () => {
  const source = [{ text: '整改方案' }, { text: `存在问题：${Array.from({ length: 4_000 }, (_, index) => `${index % 2 === 0 ? '一' : '二'}是学习不够。`).join('')}` }]
  const { draft, report, understood } = recognise(source, { draftId: 'd' })
  expect(understood).toBe(true)
  expect(applyReport(sourceText(source), report)).toBe(`${printText(draft)}\n`)
  expect(draft.blocks.filter((block) => 'list' in block && block.list === '一是')).toHaveLength(4_000)
}, 30_000)

it('D5 D1 eighty thousand blanks between two words, and a table of five thousand lines that every line could begin', () => {
  const source = [{ text: '整改方案' }, { text: `学${' '.repeat(80_000)}习` }, ...lines(5_000, () => '存在问题'), ...lines(3_000, (index) => ['序号', '问题', '整改措施', '整改时限', '1', '学习不够'][index % 6]!)]
  const { draft, report, understood } = recognise(source, { draftId: 'd' })
  expect(understood).toBe(true)
  expect(applyReport(sourceText(source), report)).toBe(`${printText(draft)}\n`)
}, 30_000)
