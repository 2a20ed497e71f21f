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
