import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { applyReport, entryKey } from '../../shared/recognition/report.ts'
import { paragraphsFromText, sourceText } from '../../shared/recognition/source.ts'
import { randomPaper } from '../support/random-text.ts'

const options = { seed: 20231109, numRuns: 1500 }

/** The source as recognition counts it, and the printed text as the report gives it. */
function recogniseLines(lines: readonly string[], keep: readonly string[] = []) {
  const paragraphs = paragraphsFromText(lines.join('\n'))
  const result = recognise(paragraphs, { draftId: 'd', keep })
  return { ...result, source: sourceText(paragraphs) }
}

function printed(draft: Parameters<typeof printText>[0], empty: boolean): string {
  return empty ? '' : `${printText(draft)}\n`
}

describe('recognition of any text', () => {
  it('D1 the report applied to the source is the printed text, and the draft is valid', () => {
    fc.assert(fc.property(randomPaper, (lines) => {
      const { draft, report, source, understood } = recogniseLines(lines)
      expect(understood).toBe(true)
      expect(draftSchema.safeParse(draft).error).toBeUndefined()
      const applied = applyReport(source, report)
      expect(applied).toBe(printed(draft, applied === ''))
    }), options)
  })

  it('D1 R9 with any of the changes put back it is still so, and what was put back is in the text', () => {
    fc.assert(fc.property(randomPaper, fc.array(fc.nat(60), { maxLength: 5 }), (lines, picks) => {
      const first = recogniseLines(lines)
      const keep = picks.flatMap((pick) => (first.report[pick] ? [entryKey(first.report[pick])] : []))
      const { draft, report, source, understood } = recogniseLines(lines, keep)
      expect(understood).toBe(true)
      const applied = applyReport(source, report)
      expect(applied).toBe(printed(draft, applied === ''))
      const left = new Set(report.map(entryKey))
      for (const key of keep) if (!/^(?:broken|invisible|stray)/.test(key)) expect(left.has(key)).toBe(false)
    }), options)
  })

  it('D4 every number of the draft is computed from position', () => {
    fc.assert(fc.property(randomPaper, (lines) => {
      const { draft, report } = recogniseLines(lines)
      // A number that prints otherwise than it stood is told of, before and after.
      for (const entry of report) if (entry.kind === 'renumbered' || entry.kind === 'number-form') expect(entry.before).not.toBe(entry.after)
      expect(printText(draft)).toBe(printText(JSON.parse(JSON.stringify(draft)) as typeof draft))
    }), { ...options, numRuns: 300 })
  })
})
