import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, type Block, type Draft } from '../../shared/document/draft.ts'
import { suggestLinks } from '../../shared/document/link-suggestions.ts'
import { deriveLinks, setLink } from '../../shared/document/links.ts'
import { draftArbitrary } from '../support/random-draft.ts'
import { headlessPaper } from '../support/headless-paper.ts'

/** Random drafts whose causes and measures answer blocks of any kind, and some that are not there. */
const linkedDraftArbitrary: fc.Arbitrary<Draft> = fc.tuple(draftArbitrary, fc.array(fc.array(fc.nat(60), { minLength: 1, maxLength: 3 }), { maxLength: 8 })).map(([draft, lists]) => ({
  ...draft,
  blocks: draft.blocks.map((block, index): Block => {
    const list = lists[index % Math.max(1, lists.length)]
    return (block.role === 'cause' || block.role === 'measure') && list && index % 3 !== 0 ? { ...block, answers: list.map((at) => `b${at}`) } : block
  }),
}))

describe('K1 K2 K3 on any draft', () => {
  it('K1 deriving never throws, names only what is there, and leaves nothing out', () => {
    fc.assert(fc.property(linkedDraftArbitrary, (draft) => {
      const links = deriveLinks(draft)
      const blocks = new Set(draft.blocks.map(({ id }) => id))
      const problems = new Set(links.problems.map(({ id }) => id))
      const answers = new Set(links.answers.map(({ id }) => id))
      for (const entry of [...links.problems, ...links.answers]) expect([entry.blockId, ...entry.blockIds].every((id) => blocks.has(id))).toBe(true)
      expect(links.links.every(({ answerId, problemId }) => answers.has(answerId) && problems.has(problemId))).toBe(true)
      expect(new Set(links.links.map(({ answerId, problemId }) => `${answerId}\n${problemId}`)).size).toBe(links.links.length)
      expect(links.causes.length + links.measures.length).toBe(links.answers.length)
      const linked = new Set(links.links.map(({ answerId }) => answerId))
      expect(links.withoutProblem).toHaveLength([...answers].filter((id) => !linked.has(id)).length)
      // Every block with words of the record stands in exactly one entry.
      const held = [...links.problems, ...links.answers].flatMap(({ blockIds }) => blockIds)
      expect(new Set(held).size).toBe(held.length)
    }), { seed: 21, numRuns: 400 })
  })
  it('K2 setLink keeps the draft valid, says what it did, and is undone by its opposite', () => {
    fc.assert(fc.property(linkedDraftArbitrary, fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.boolean()), { maxLength: 10 }), (draft, changes) => {
      let blocks: readonly Block[] = draft.blocks
      for (const [answer, problem, on] of changes) {
        const [answerId, problemId] = [`b${answer}`, `b${problem}`]
        const before = deriveLinks({ blocks })
        const next = setLink(blocks, answerId, problemId, on)
        const after = deriveLinks({ blocks: next })
        const pairs = ({ links }: typeof after) => links.map((link) => `${link.answerId}\n${link.problemId}`).sort()
        expect(draftSchema.safeParse({ ...draft, blocks: next }).error).toBeUndefined()
        expect(next.map(({ id, role }) => [id, role])).toEqual(blocks.map(({ id, role }) => [id, role]))
        if (next === blocks) continue
        expect(pairs(after).includes(`${answerId}\n${problemId}`)).toBe(on)
        expect(pairs(after).filter((pair) => pair !== `${answerId}\n${problemId}`)).toEqual(pairs(before).filter((pair) => pair !== `${answerId}\n${problemId}`))
        blocks = next
      }
    }), { seed: 22, numRuns: 400 })
  })
  it('K5 suggesting never throws and names only entries without a link', () => {
    fc.assert(fc.property(linkedDraftArbitrary, (draft) => {
      const links = deriveLinks(draft)
      for (const { answerId, problemId } of suggestLinks(draft)) {
        expect(links.withoutProblem).toContain(answerId)
        expect(links.problems.some(({ id }) => id === problemId)).toBe(true)
      }
    }), { seed: 23, numRuns: 300 })
  })
  it('D2 the editor keeps links, also to what is gone', () => {
    fc.assert(fc.property(linkedDraftArbitrary, (draft) => { expect(headlessPaper(draft).draft()).toEqual(draft) }), { seed: 24, numRuns: 150 })
  })
})
