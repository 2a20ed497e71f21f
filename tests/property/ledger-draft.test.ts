import fc from 'fast-check'
import { expect, it } from 'vitest'
import { draftSchema, draftSchemaVersion, type Draft } from '../../shared/document/draft.ts'
import { setLinks, deriveLinks } from '../../shared/document/links.ts'
import { linkedItems } from '../../shared/document/linked-items.ts'
import { deriveLedger } from '../../shared/ledger/ledger-rows.ts'
import { setLedgerValue } from '../../shared/ledger/set-ledger-value.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { expectLedgerWhole } from '../support/ledger-law.ts'
import { readCorpora } from '../support/paper-corpus.ts'
import { draftArbitrary } from '../support/random-draft.ts'
import { planArbitrary } from '../support/random-plan.ts'

const seed = Number(process.env['SEED'] ?? 20261122)
const runs = Number(process.env['RUNS'] ?? 400)

/** The blocks with words taken out of some: what a writer who deletes leaves behind. */
const emptied = (draft: Draft, picks: readonly number[]): Draft => ({ ...draft, blocks: draft.blocks.map((block, index) => ('runs' in block && picks.includes(index % 17) ? { ...block, runs: [] } : block)) })

it('G20 any draft: each problem in one row, each cause and measure in a row or counted, records found or counted', () => {
  fc.assert(fc.property(fc.oneof(draftArbitrary, planArbitrary), fc.array(fc.nat(16), { maxLength: 3 }), (draft, picks) => {
    expectLedgerWhole(draft)
    expectLedgerWhole(emptied(draft, picks))
  }), { seed, numRuns: runs })
})

it('G20 every invented paper, with links made at random', () => {
  for (const [number, { text }] of readCorpora().entries()) {
    const { draft } = recognise(paragraphsFromText(text), { draftId: 'd' })
    expectLedgerWhole(draft)
    const { problems, answers } = deriveLinks(draft)
    if (problems.length === 0) continue
    const changes = answers.map(({ id }, index) => ({ answerId: id, problemId: problems[(index * 7 + number) % problems.length]!.id, on: true })).filter((_, index) => index % 4 !== 3)
    const linked = { ...draft, blocks: [...setLinks(draft.blocks, changes)] }
    expectLedgerWhole(linked)
    expectLedgerWhole(emptied(linked, [number % 17, (number * 5) % 17]))
  }
})

const block = (role: string, list: string, text: string) => ({ role, list, runs: [{ text }] })
const read = (): Draft => draftSchema.parse({
  schemaVersion: draftSchemaVersion, id: 'd', kind: 'speech-outline', title: '发言提纲', meta: {}, layout: 'gb33476',
  blocks: [
    block('heading1', '一、', '存在的问题'), block('problem', '1.', '学习不够系统。'), block('problem', '1.', '遇事请示多。'),
    block('heading1', '一、', '整改措施'), block('measure', '1.', '制定学习计划。'), block('measure', '（1）', '每月学习一次。'), block('measure', '（1）', '每季考核一次。'), block('measure', '1.', '建立权责清单。'),
  ].map((one, index) => ({ ...one, id: `b${index}` })),
})
const idOf = (draft: Draft, text: string) => draft.blocks.find((block) => 'runs' in block && block.runs.map((run) => run.text).join('').startsWith(text))!.id
const link = (draft: Draft, answer: string, ...problems: string[]): Draft => ({ ...draft, blocks: draft.blocks.map((block) => (block.id === idOf(draft, answer) ? { ...block, answers: problems } as typeof block : block)) })
let ids = 0
const options = { today: '2024-05-27', newId: () => `new${(ids += 1)}` }

it('G20 the steps of a linked measure go to the row with it', () => {
  const draft = read()
  const { rows, loose } = deriveLedger(link(draft, '制定学习计划', idOf(draft, '学习不够')))
  expect(rows[0]!.values.measure).toBe('制定学习计划。\n每月学习一次。\n每季考核一次。')
  expect(loose).toBe(1)
})

it('G20 a measure whose only problem was emptied is counted loose, and comes back with its problem', () => {
  const draft = read()
  const linked = link(draft, '建立权责', idOf(draft, '遇事请示'))
  const without: Draft = { ...linked, blocks: linked.blocks.map((block) => (block.id === idOf(draft, '遇事请示') ? { ...block, runs: [] } as typeof block : block)) }
  expect(deriveLedger(without)).toMatchObject({ loose: 4, rows: [{ values: { problem: '学习不够系统。' } }] })
  expect(deriveLedger(linked).rows[1]!.values.measure).toBe('建立权责清单。')
})

it('G20 limits below a measure that stands with its own problem stay there when it answers another', () => {
  const plan = recognise(paragraphsFromText('某局整改方案\n一、整改措施\n（一）学习方面\n问题：学得少。\n整改措施：定计划。\n整改时限：6月底前。\n（二）作风方面\n问题：下乡少。\n整改措施：列清单。\n整改时限：9月底前。\n'), { draftId: 'd', kind: 'team-plan' }).draft
  const items = linkedItems(link(plan, '列清单', idOf(plan, '学得少')))
  expect(items.map(({ measures, timeLimits }) => [measures.map(({ text }) => text), timeLimits.map(({ text }) => text)])).toEqual([[['定计划。', '列清单。'], ['6月底前。']], [['列清单。'], ['9月底前。']]])
})

it('K9 a problem taken out in the ledger hands its links to the item’s first, a measure to its steps', () => {
  const draft = recognise(paragraphsFromText('某局整改方案\n一、整改措施\n（一）学习方面\n一是学得少。二是用得少。\n整改措施：定计划。\n（二）作风方面\n一是下乡少。\n整改措施：列清单。\n'), { draftId: 'd', kind: 'team-plan' }).draft
  const linked = link(draft, '列清单', idOf(draft, '用得少'))
  expect(deriveLedger(linked).rows[0]!.values).toMatchObject({ problem: '学得少。\n用得少。', measure: '定计划。\n列清单。' })
  const edited = setLedgerValue(linked, { key: deriveLedger(linked).rows[0]!.key, field: 'problem', value: '学得少。' }, options)
  if (!edited.ok) throw new Error(edited.fault)
  expect(draftSchema.safeParse(edited.draft).success).toBe(true)
  expect(deriveLedger(edited.draft).rows[0]!.values).toEqual({ category: '学习方面', problem: '学得少。', measure: '定计划。\n列清单。' })
  expect(edited.draft.blocks.find(({ id }) => id === idOf(linked, '列清单'))).toMatchObject({ answers: [idOf(linked, '学得少')] })

  const speechDraft = read()
  const both = link(link(speechDraft, '制定学习计划', idOf(speechDraft, '学习不够')), '建立权责', idOf(speechDraft, '学习不够'))
  const shorter = setLedgerValue(both, { key: deriveLedger(both).rows[0]!.key, field: 'measure', value: '每月学习一次。\n每季考核一次。\n建立权责清单。' }, options)
  if (!shorter.ok) throw new Error(shorter.fault)
  expect(deriveLedger(shorter.draft)).toMatchObject({ loose: 0, rows: [{ values: { measure: '每月学习一次。\n每季考核一次。\n建立权责清单。' } }, {}] })
})
