/** What de-identifying may and may not do, on random drafts and on every invented paper. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, type Draft } from '../../shared/document/draft.ts'
import { blockText, isTextBlock } from '../../shared/document/runs.ts'
import { templateOf } from '../../shared/deidentify/apply-decisions.ts'
import { findIdentifying } from '../../shared/deidentify/find-identifying.ts'
import type { Finding } from '../../shared/deidentify/finding.ts'
import { fillPlaceholders } from '../../shared/placeholders/fill-placeholders.ts'
import { textsOf, type TextPlace } from '../../shared/placeholders/placeholder-places.ts'
import { draftArbitrary } from '../support/random-draft.ts'
import { inventedPapers } from '../support/invented-papers.ts'

const papers = inventedPapers()
const nameOf = (place: TextPlace) => (place.in === 'cell' ? `${place.blockId} ${place.row} ${place.column}` : place.blockId)

/** Words a unit leaves in its papers, put into random drafts where they hurt: beside signs, numbers and each other. */
const telling = ['青禾县水务局', '县水务局', '2023年', '2023年度', '3月14日至4月27日', '反馈', '召开', '第四巡察组', '区委', '我局', '全馆', '馆长', '王建国同志', '局长李明', '责任人：', '张三、李四', '18个问题', '3.5万元', '85%', '〔2023〕3号', '（2022）12号', 'XX局', '××', 'X月X日', 'A总书记', '20XX年', '___', '[单位全称]', '13800001111', '河湾镇', '水务', '局', '年', '月', '日', '由', '负责', '、', '，', '\uFFFC']
const withTelling = fc.tuple(draftArbitrary, fc.array(fc.tuple(fc.nat(), fc.array(fc.constantFrom(...telling), { minLength: 1, maxLength: 6 })), { maxLength: 8 })).map(([draft, additions]): Draft => {
  const blocks = [...draft.blocks]
  for (const [at, words] of additions) {
    const block = blocks[at % blocks.length]!
    const text = words.join('')
    blocks[at % blocks.length] = isTextBlock(block)
      ? { ...block, runs: [...block.runs, { text, ...(at % 3 === 0 ? { bold: true as const } : {}) }] }
      : { ...block, rows: block.rows.map((row, index) => (index === at % block.rows.length ? row.map((cell) => `${cell}${text}`) : row)) }
  }
  return { ...draft, blocks }
})

function written(text: string, found: readonly Finding[]): string {
  let result = ''
  let at = 0
  for (const { from, to, key } of found.toSorted((a, b) => a.from - b.from)) {
    result += `${text.slice(at, from)}[${key}]`
    at = to
  }
  return result + text.slice(at)
}

function checkRanges(draft: Draft): void {
  const findings = findIdentifying(draft)
  const template = templateOf(draft, findings)
  expect(draftSchema.safeParse(template).success).toBe(true)
  const before = textsOf(draft)
  const after = new Map(textsOf(template).map((one) => [nameOf(one.place), one.text]))
  expect(after.size).toBe(before.length)
  for (const { place, text, open } of before) {
    const found = findings.filter((one) => nameOf(one.place) === nameOf(place)).toSorted((a, b) => a.from - b.from)
    for (const one of found) expect(text.slice(one.from, one.to)).toBe(one.text)
    const ranges = [...found, ...open].toSorted((a, b) => a.from - b.from)
    expect(ranges.every((one, index) => index === 0 || ranges[index - 1]!.to <= one.from)).toBe(true)
    expect(after.get(nameOf(place))).toBe(written(text, found))
  }
  const shape = ({ blocks }: Draft) => blocks.map((block) => (isTextBlock(block) ? { ...block, runs: null } : { ...block, rows: block.rows.map((row) => row.length) }))
  expect(shape(template)).toEqual(shape(draft))
  const keys = new Map<string, string>()
  for (const { key, text } of findings) {
    expect(keys.get(key) ?? text, key).toBe(text)
    keys.set(key, text)
  }
}

function checkTwice(draft: Draft): void {
  const template = templateOf(draft, findIdentifying(draft))
  const more = findIdentifying(template)
  expect(more.map(({ text, key }) => `${text} ${key}`)).toEqual([])
  expect(templateOf(template, more)).toEqual(template)
}

function checkBack(draft: Draft): void {
  const findings = findIdentifying(draft)
  const filled = fillPlaceholders(templateOf(draft, findings), new Map(findings.map(({ key, text }) => [key, text])))
  expect(filled.blocks.map(blockText)).toEqual(draft.blocks.map(blockText))
}

const laws = [
  ['Y6 nothing but the found ranges changes, and one key is one text', checkRanges],
  ['Y7 a second reading finds nothing more', checkTwice],
  ['Y8 filling with what was there gives the text back', checkBack],
] as const

describe.each(laws)('%s', (_title, check) => {
  it('random drafts', () => fc.assert(fc.property(withTelling, check), { seed: 20231109, numRuns: 250 }), 120_000)
  it(`invented papers`, () => {
    expect(papers.length).toBeGreaterThan(100)
    for (const { draft, name } of papers) {
      try {
        check(draft)
      } catch (error) {
        throw new Error(name, { cause: error })
      }
    }
  }, 60_000)
})
