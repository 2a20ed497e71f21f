/** Random plans with items in groups, as plans have them: labels at the heads of runs, limits and people that repeat. */
import fc from 'fast-check'
import { draftSchema, draftSchemaVersion, type Block, type Draft } from '../../shared/document/draft.ts'

const words = ['学得少。', '调研浅。', '督办松。', '建清单。', '每月查。', '定制度。']
const limits = ['11月底前完成', '立行立改']
const people = ['王某某', '办公室']

type Bare = Record<string, unknown>
const text = (from: readonly string[]) => fc.constantFrom(...from).map((words) => [{ text: words }])

const runOf = (role: string, from: readonly string[], most: number, labels: readonly (string | undefined)[], list: string | undefined): fc.Arbitrary<Bare[]> =>
  fc.tuple(fc.array(text(from), { maxLength: most }), fc.constantFrom(...labels), fc.boolean()).map(([texts, label, numbered]) => texts.map((runs, index) => ({
    role, runs, ...(list !== undefined && numbered ? { list } : {}), ...(index === 0 && label !== undefined ? { label } : {}),
  })))

const itemArbitrary = fc.tuple(
  runOf('problem', words, 3, [undefined, '【整改问题】：'], '一是'),
  runOf('cause', words, 2, [undefined, '原因：'], '1.'),
  runOf('measure', words, 3, [undefined, '整改措施：', '改进措施：'], '1.'),
  fc.array(text(words).map((runs): Bare => ({ role: 'paragraph', runs })), { maxLength: 1 }),
  runOf('timeLimit', limits, 1, [undefined, '整改时限：'], undefined),
  runOf('responsible', people, 2, ['责任领导：', '责任科室：'], undefined),
).map((parts) => parts.flat())

const groupArbitrary = fc.tuple(text(['学习方面', '作风方面', '担当方面']).map((runs): Bare => ({ role: 'heading2', list: '（一）', runs })), fc.array(itemArbitrary, { maxLength: 3 }))
  .map(([heading, items]) => [heading, ...items.flat()])

export const planArbitrary: fc.Arbitrary<Draft> = fc.array(groupArbitrary, { minLength: 1, maxLength: 3 }).map((groups) => draftSchema.parse({
  schemaVersion: draftSchemaVersion, id: 'draft', kind: 'team-plan', title: '随机方案', meta: {}, layout: 'gb33476',
  blocks: ([{ role: 'title', runs: [{ text: '方案' }] }, { role: 'heading1', list: '一、', runs: [{ text: '整改措施' }] }, ...groups.flat()] as Block[]).map((block, index) => ({ ...block, id: `b${index}` })),
}))
