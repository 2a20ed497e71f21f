/** A fault of ours planted between the stages of recognition: a word goes missing and no report tells of it. */
import { expect, it, vi } from 'vitest'
import { printText } from '../../shared/document/print-text.ts'
import type { Paragraph } from '../../shared/recognition/paragraph.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { applyReport } from '../../shared/recognition/report.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'

vi.mock('../../shared/recognition/follow-formats.ts', () => ({
  followFormats: (_: unknown, paragraphs: readonly Paragraph[]) => {
    for (const paragraph of paragraphs) paragraph.text = paragraph.text.replace('学习', '')
  },
}))

it('R8 D1 a paper that came out other than the report says is taken over line by line, whole', () => {
  const text = '某局整改方案\n一、存在问题\n1.学习 不深入\n二、整改措施\n1.加强学习。'
  const { draft, report, understood } = recognise(paragraphsFromText(text), { draftId: 'd' })
  expect(understood).toBe(false)
  expect(draft.blocks.map((block) => block.role)).toEqual(Array(5).fill('paragraph'))
  expect(printText(draft)).toBe(text)
  expect(applyReport(text, report)).toBe(`${text}\n`)
})
