/** E19: limits of length. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, type Draft } from '../../shared/document/draft.ts'
import { lengthState, setLimit } from '../../shared/document/length-limits.ts'
import { paperLengths } from '../../shared/document/paper-lengths.ts'
import { countCharacters, printText } from '../../shared/document/print-text.ts'
import { headlessPaper } from '../support/headless-paper.ts'
import { draftOf, templates } from '../support/shipped-templates.ts'
import { draftArbitrary } from '../support/random-draft.ts'

describe('E19 limits of length', () => {
  it('E19 near from nine tenths on, over above the most, short below the least', () => {
    expect([539, 540, 600, 601].map((count) => lengthState(count, { atMost: 600 }))).toEqual(['within', 'near', 'near', 'over'])
    expect([299, 300].map((count) => lengthState(count, { atLeast: 300, atMost: 600 }))).toEqual(['short', 'within'])
  })
  it('E19 a limit is changed, taken away, and those of headings gone go with the next change', () => {
    const ids = new Set(['a', 'b'])
    const limits = { whole: { atMost: 4000 }, parts: { a: { atMost: 600 }, gone: { atMost: 1 } } }
    expect(setLimit(limits, { part: 'b' }, { atLeast: 300 }, ids)).toEqual({ whole: { atMost: 4000 }, parts: { a: { atMost: 600 }, b: { atLeast: 300 } } })
    expect(setLimit(limits, { part: 'a' }, undefined, ids)).toEqual({ whole: { atMost: 4000 } })
    expect(setLimit({ whole: { atMost: 4000 } }, 'whole', undefined, ids)).toBeUndefined()
  })
  it('E19 D2 limits survive the editor; a draft with crossed or empty limits is refused', () => {
    const limit = fc.record({ atLeast: fc.integer({ min: 1, max: 900 }), more: fc.nat(900), which: fc.constantFrom('least', 'most', 'both'), suggested: fc.boolean() })
      .map(({ atLeast, more, which, suggested }) => ({ ...(which === 'most' ? {} : { atLeast }), ...(which === 'least' ? {} : { atMost: atLeast + more }), ...(suggested ? { suggested: true as const } : {}) }))
    fc.assert(fc.property(draftArbitrary, limit, limit, (draft, whole, part) => {
      const limited: Draft = { ...draft, limits: { whole, parts: { [draft.blocks[0]!.id]: part } } }
      expect(draftSchema.parse(limited)).toEqual(limited)
      expect(headlessPaper(limited).draft()).toEqual(limited)
    }), { seed: 19, numRuns: 60 })
    const draft = fc.sample(draftArbitrary, { seed: 19, numRuns: 1 })[0]!
    for (const whole of [{}, { atLeast: 5, atMost: 4 }, { atMost: 0 }, { atMost: 1.5 }]) expect(draftSchema.safeParse({ ...draft, limits: { whole } }).success).toBe(false)
  })
  it('E19 a part is counted down to the next one, without signature and date; parts and front make the whole', () => {
    const draft: Pick<Draft, 'blocks'> = { blocks: [
      { id: 't', role: 'title', runs: [{ text: '方案' }] }, { id: 'a', role: 'heading1', list: '一、', runs: [{ text: '目标' }] }, { id: 'p', role: 'paragraph', runs: [{ text: '改 好。' }] },
      { id: 'b', role: 'heading1', list: '一、', runs: [{ text: '措施' }] }, { id: 's', role: 'signature', runs: [{ text: '某局' }] },
    ] }
    expect(paperLengths(draft)).toEqual({ whole: 15, parts: new Map([['a', 7], ['b', 4]]) })
  })
  it('E19 characters are counted as before, also rare ones', () => {
    const slow = (text: string) => [...text].filter((character) => !/\s/u.test(character)).length
    fc.assert(fc.property(draftArbitrary, (draft) => { expect(countCharacters(printText(draft))).toBe(slow(printText(draft))) }), { seed: 19, numRuns: 200 })
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(countCharacters(text)).toBe(slow(text)) }), { seed: 19, numRuns: 500 })
  })
  it('E19 shipped templates limit parts they have, and their drafts mark the limits as suggested', () => {
    const limited = templates.filter((template) => template.limits !== undefined)
    expect(limited.length).toBeGreaterThanOrEqual(9)
    for (const template of limited) {
      const { limits, blocks } = draftOf(template)
      for (const limit of [limits!.whole!, ...Object.values(limits!.parts!)]) expect(limit.suggested).toBe(true)
      for (const id of Object.keys(limits!.parts!)) expect(blocks.find((block) => block.id === id)?.role).toBe('heading1')
    }
  })
})
