/**
 * The real papers beside the repository, where they are there. What is expected of them is told in numbers only: their
 * sentences have no place in the project.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { draftSchema } from '../../shared/document/draft.ts'
import { deriveItems, type Item } from '../../shared/document/items.ts'
import { deriveOutline } from '../../shared/document/outline.ts'
import { printText } from '../../shared/document/print-text.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { applyReport } from '../../shared/recognition/report.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { paperTimeContext } from '../../shared/time-limit/paper-context.ts'
import { parseTimeLimit } from '../../shared/time-limit/parse-time-limit.ts'

interface Expected {
  readonly kind: string
  /** Outermost entries of the outline, and those one level below, numbered lead sentences among them. */
  readonly parts: number
  readonly aspects: number
  /** problems/causes/measures/limits of each item. */
  readonly items: readonly string[]
  /** Due dates of the limits in order: '' without one, ~ where the year is inferred, … where it goes on. */
  readonly limits: readonly string[]
  readonly report: Readonly<Record<string, number>>
}

const ongoing = Array<string>(8).fill('…')
const expected: Readonly<Record<string, Expected>> = {
  '000': {
    kind: 'individual-plan', parts: 3, aspects: 7,
    items: ['2/0/2/1', '2/0/2/1', '2/0/2/1', '2/0/3/1', '2/0/3/1', '2/0/2/1', '3/0/3/1'],
    limits: ['2023-11-30', '…', '~2023-11-30', '~2023-11-30', '~2023-12-31', '~2023-11-30', '~2023-11-30'],
    report: { 'blank-line': 1, 'stray-blank': 5 },
  },
  '001': {
    kind: 'team-plan', parts: 4, aspects: 9,
    items: ['2/0/2/1', '1/0/1/1', '1/0/1/1', '1/0/1/1', '1/0/1/1', '2/0/2/1', '2/0/1/1', '2/0/2/1'], limits: ongoing,
    report: { 'blank-line': 1 },
  },
  '002': {
    kind: 'ecology-report', parts: 6, aspects: 8, items: [], limits: [],
    report: { joined: 1, 'pay-wall': 2, 'blank-line': 5, advertisement: 5 },
  },
  '003': {
    kind: 'speech-outline', parts: 3, aspects: 10, items: ['3/0/0/0', '2/0/0/0', '2/0/0/0', '0/4/0/0', '0/0/10/0', '0/0/2/0', '0/0/2/0'], limits: [],
    report: { 'trailing-blank': 32 },
  },
  '004': {
    kind: 'self-examination', parts: 3, aspects: 17,
    items: ['3/0/0/0', '3/0/0/0', '2/0/0/0', '3/0/0/0', '3/0/0/0', '3/0/0/0', '3/0/0/0', '0/5/0/0', '0/0/2/0', '0/0/3/0', '0/0/3/0', '0/0/3/0'], limits: [],
    report: { advertisement: 8, 'blank-line': 10, indent: 1 },
  },
}

const folder = new URL('../../../shared/samples/', import.meta.url)
const samples = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')).sort() : []
console.info(`sample papers at ../shared/samples: ${samples.length} of ${Object.keys(expected).length} tried`)

const show = (item: Item) => [item.problems, item.causes, item.measures, item.timeLimits].map((list) => list.length).join('/')

describe.each(samples)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const want = expected[name.slice(0, 3)]
  const { draft, report, understood } = recognise(paragraphsFromText(text), { draftId: name })

  it.runIf(want)('R1 is understood as it is laid out', () => {
    const outline = deriveOutline(draft)
    const items = deriveItems(draft)
    const context = paperTimeContext(draft)
    const limits = items.flatMap((item) => item.timeLimits).map(({ text: words }) => {
      const limit = parseTimeLimit(words, context)
      return `${limit?.yearInferred ? '~' : ''}${limit?.due ?? ''}${limit?.ongoing ? '…' : ''}`
    })
    const counts: Record<string, number> = {}
    for (const entry of report) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1
    expect({
      kind: draft.kind, parts: outline.length, aspects: outline.reduce((sum, part) => sum + part.children.length, 0),
      items: items.map(show), limits, report: counts,
    }).toEqual(want)
  })

  it('D1 the report applied to the source is the printed text, and no advertisement or half-open 《 is left', () => {
    expect(understood).toBe(true)
    expect(draftSchema.safeParse(draft).error).toBeUndefined()
    const printed = printText(draft)
    expect(applyReport(text.replace(/\r/g, '').replace(/\n$/, ''), report)).toBe(`${printed}\n`)
    expect(printed).not.toMatch(/paidbegin|paidend|公众号[：:]|会员|客服|素材库|仅供学习|禁止外传|倒卖/u)
    for (const paragraph of printed.split('\n')) expect(paragraph.split('《').length, paragraph).toBe(paragraph.split('》').length)
  })
})

// Without the folder the file still has to hold a test.
it('every sample there has what is expected of it', () => expect(samples.filter((name) => !expected[name.slice(0, 3)])).toEqual([]))
