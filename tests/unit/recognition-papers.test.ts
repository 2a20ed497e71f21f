import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recognise } from '../../shared/recognition/recognise.ts'
import { applyReport } from '../../shared/recognition/report.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { printText } from '../../shared/document/print-text.ts'
import { draftSchema } from '../../shared/document/draft.ts'
import { differences, readPapers } from '../support/paper-corpus.ts'

const papers = ['papers', 'papers-2', 'papers-3', 'papers-4', 'papers-5'].flatMap((folder) => readPapers(join(import.meta.dirname, '../fixtures', folder)))

describe('recognition of invented papers', () => {
  it('finds the corpus', () => expect(papers.length).toBeGreaterThanOrEqual(126))

  it.each(papers.map((paper) => [paper.name, paper] as const))('R1 %s is understood as a careful clerk would', (_name, paper) => {
    const { draft, understood } = recognise(paragraphsFromText(paper.text), { draftId: 'd' })
    expect(understood).toBe(true)
    expect(differences(draft, paper.expected)).toEqual([])
  })

  it.each(papers.map((paper) => [paper.name, paper] as const))('D1 %s: the report applied to the source is the printed text', (_name, paper) => {
    const source = paper.text.replace(/\n$/, '')
    const { draft, report } = recognise(paragraphsFromText(paper.text), { draftId: 'd' })
    expect(applyReport(source, report)).toBe(`${printText(draft)}\n`)
    expect(draftSchema.safeParse(draft).error).toBeUndefined()
  })

  it.each(papers.map((paper) => [paper.name, paper] as const))('D1 %s: printed text recognised again has nothing left to clean', (_name, paper) => {
    const first = recognise(paragraphsFromText(paper.text), { draftId: 'd' })
    const again = recognise(paragraphsFromText(printText(first.draft)), { draftId: 'd', kind: first.draft.kind })
    expect(again.report.filter((entry) => entry.kind !== 'joined')).toEqual([])
    expect(printText(again.draft)).toBe(printText(first.draft))
  })
})
