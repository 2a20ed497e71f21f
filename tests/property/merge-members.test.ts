import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeMembers } from '../../shared/collect/merge-members.ts'
import { draftSchema, type Draft } from '../../shared/document/draft.ts'
import { deriveLinks } from '../../shared/document/links.ts'
import { blockText, isTextBlock } from '../../shared/document/runs.ts'
import { expectLedgerWhole } from '../support/ledger-law.ts'
import { memberExamination, memberPlan, type MemberItem } from '../support/member-drafts.ts'
import { draftArbitrary } from '../support/random-draft.ts'
import { planArbitrary } from '../support/random-plan.ts'

const seed = Number(process.env['SEED'] ?? 20261124)
const runs = Number(process.env['RUNS'] ?? 400)

const options = () => {
  let last = 0
  return { draftId: 'team', kind: null, layout: 'gb33476', now: '2023-11-09T02:30:00.000Z', newId: () => `n${(last += 1)}` }
}

const itemArbitrary: fc.Arbitrary<MemberItem> = fc.record({
  aspect: fc.constantFrom('理论学习方面', '担当作为方面', '政治素质', '数字赋能方面'), problem: fc.constantFrom('学得少。', '调研浅。', '督办松。', '跟进慢。'),
  cause: fc.option(fc.constantFrom('标准不高。', '压力不够。'), { nil: undefined }), measure: fc.option(fc.constantFrom('每周学。', '建台账。'), { nil: undefined }),
  limit: fc.option(fc.constantFrom('11月底前', '长期坚持'), { nil: undefined }),
}).map((item) => Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as unknown as MemberItem)

const memberArbitrary = (author: string): fc.Arbitrary<Draft> => fc.tuple(fc.boolean(), fc.array(itemArbitrary, { minLength: 1, maxLength: 6 }))
  .map(([plan, items]) => (plan ? memberPlan(`d${author}`, author, items) : memberExamination(`d${author}`, author, items)))

const some = fc.oneof(draftArbitrary, planArbitrary)
const anyDrafts = fc.oneof(fc.tuple(some, some), fc.tuple(some, some, some), fc.tuple(memberArbitrary('甲某'), memberArbitrary('乙某某')), fc.tuple(memberArbitrary('甲某'), memberArbitrary('乙某某'), some))

/** Everything a draft prints or tells beside its text. */
function textsOf(draft: Draft): string[] {
  return [
    ...draft.blocks.flatMap((block) => (isTextBlock(block) ? [block.label ?? '', blockText(block)] : block.rows.flat())), ...(draft.notes ?? []).map((note) => note.text),
    ...(draft.records ?? []).flatMap((record) => [record.progress ?? '', record.result ?? '']),
  ].filter((text) => text.trim() !== '')
}

it('J12 merging loses nothing: every text of every member is in the draft of the 班子, which is valid', () => {
  fc.assert(fc.property(anyDrafts, (drafts) => {
    const { draft } = mergeMembers(drafts, options())
    expect(draftSchema.safeParse(draft).error?.issues).toBeUndefined()
    expect(new Set(draft.blocks.map(({ id }) => id)).size).toBe(draft.blocks.length)
    const all = textsOf(draft).join('\n')
    for (const text of drafts.flatMap(textsOf)) expect(all).toContain(text)
    // As often as the members wrote it: a problem, cause, measure, limit or name is never taken for another's.
    for (const role of ['problem', 'cause', 'measure', 'timeLimit', 'responsible', 'table'] as const) {
      const words = (papers: readonly Draft[]) => papers.flatMap(({ blocks }) => blocks.filter((block) => block.role === role && blockText(block) !== '').map(blockText)).toSorted()
      expect(words([draft])).toEqual(words(drafts))
    }
  }), { seed, numRuns: runs })
})

it('J13 every problem says whose it is, and no answer stands with the problem of another member', () => {
  fc.assert(fc.property(fc.tuple(memberArbitrary('甲某'), memberArbitrary('乙某某'), memberArbitrary('丙某')), (drafts) => {
    const { draft, members } = mergeMembers(drafts, options())
    const from = new Map(draft.origins!.map((one) => [one.block, one.from]))
    const wrote = new Map(drafts.map((one, index) => [members[index]!, new Set(one.blocks.map(blockText))]))
    for (const block of draft.blocks.filter(({ role }) => role === 'problem')) expect(wrote.get(from.get(block.id)!)?.has(blockText(block))).toBe(true)
    for (const { answerId, problemId } of deriveLinks(draft).links) expect(from.get(answerId)).toBe(from.get(problemId))
    expectLedgerWhole(draft)
  }), { seed, numRuns: runs })
})

it('J13 in plans where problems wait for answers beside answered ones as well', () => {
  const bare = fc.record({ problem: fc.constantFrom('学得少。', '调研浅。', '督办松。'), measure: fc.option(fc.constantFrom('每周学。', '建台账。'), { nil: undefined }) })
    .map(({ problem, measure }): MemberItem => ({ aspect: '理论学习方面', problem, ...(measure === undefined ? {} : { measure }) }))
  const plan = (author: string) => fc.array(bare, { minLength: 1, maxLength: 4 }).map((items) => memberPlan(`d${author}`, author, items))
  fc.assert(fc.property(fc.tuple(plan('甲某'), plan('乙某某'), plan('丙某')), (drafts) => {
    const { draft } = mergeMembers(drafts, options())
    const from = new Map(draft.origins!.map((one) => [one.block, one.from]))
    for (const { answerId, problemId } of deriveLinks(draft).links) expect(from.get(answerId)).toBe(from.get(problemId))
  }), { seed, numRuns: runs })
})

it('J13 links go along: as many as the members made, between the same words', () => {
  fc.assert(fc.property(fc.tuple(memberArbitrary('甲某'), memberArbitrary('乙某某')), (drafts) => {
    const pairs = (draft: Draft) => {
      const text = new Map(draft.blocks.map((block) => [block.id, blockText(block)]))
      return draft.blocks.flatMap((block) => ('answers' in block ? (block.answers ?? []).map((id) => `${text.get(id)} ← ${blockText(block)}`) : []))
    }
    expect(pairs(mergeMembers(drafts, options()).draft).toSorted()).toEqual(drafts.flatMap(pairs).toSorted())
  }), { seed, numRuns: runs })
})
