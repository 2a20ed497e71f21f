import { describe, expect, it } from 'vitest'
import { collectLedgers } from '../../shared/collect/collect-ledgers.ts'
import type { CollectOptions, SourceFile } from '../../shared/collect/collect-types.ts'
import { collectedTables } from '../../shared/collect/collected-tables.ts'
import { classKey, expectedUnits, plainName } from '../../shared/collect/names.ts'
import { sourceFile } from '../support/sent-packages.ts'

const collect = (files: readonly SourceFile[], more: Partial<CollectOptions> = {}) => collectLedgers(files, { today: '2024-06-15', expected: [], choices: {}, ...more })
const water = '青禾县水务局'
const problems = (collected: ReturnType<typeof collect>) => collected.rows.map(({ row }) => row.values.problem)

describe('J4 units by name', () => {
  it('blanks, full and half width and closing marks say nothing', () => {
    expect(new Set(['青禾县水务局', ' 青禾县　水务局', '青禾县水务局。', '“青禾县水务局”'].map(plainName)).size).toBe(1)
    expect(plainName('ABC（一）')).toBe(plainName('ＡＢＣ(一)'))
    expect(plainName('青禾县水务局')).not.toBe(plainName('水务局'))
  })
  it('shows a unit as it is written most often, and the other ways with it', () => {
    const { units } = collect([sourceFile(1, water, [{ key: 'a' }]), sourceFile(2, '青禾县 水务局', [{ draft: 'd2', key: 'b' }, { draft: 'd2', key: 'c' }])])
    expect(units).toHaveLength(1)
    expect(units[0]).toMatchObject({ name: '青禾县 水务局', alsoWritten: [water], total: 3 })
  })
  it('a short name means the unit only where the list says so, and never two of them', () => {
    const files = [sourceFile(1, water, [{ key: 'a' }]), sourceFile(2, '水务局', [{ draft: 'd2', key: 'b' }])]
    expect(collect(files).units.map(({ name }) => name)).toEqual([water, '水务局'])
    expect(collect(files, { expected: [`${water}（水务局）`] }).units.map(({ name, total }) => [name, total])).toEqual([[water, 2]])
    const two = collect(files, { expected: ['青禾县水务局（水务局）', '白石县水务局（水务局）'] })
    expect(two.units.map(({ name }) => name)).toEqual([water, '水务局'])
  })
})

describe('J5 who is missing', () => {
  it('reads the list by lines and by 、, each unit once', () => {
    expect(expectedUnits(['青禾县水务局（简称：水务局）', '财政局、丰谷镇；白石乡', '', '财政局']).map(({ name, keys }) => [name, ...keys])).toEqual([
      ['青禾县水务局', '青禾县水务局', '青禾县水务局(简称:水务局)', '水务局'], ['财政局', '财政局'], ['丰谷镇', '丰谷镇'], ['白石乡', '白石乡'],
    ])
  })
  it('names who has not reported, who may have under a like name, and who is not in the list', () => {
    const found = collect([sourceFile(1, '青禾县水务局党组', [{ key: 'a' }]), sourceFile(2, '丰谷镇', [])], { expected: [water, '丰谷镇', '白石乡'] })
    expect(found.missing).toEqual([{ name: water, maybe: '青禾县水务局党组' }, { name: '白石乡', maybe: null }])
    expect(found.unexpected).toEqual(['青禾县水务局党组'])
    expect(found.units[0]).toMatchObject({ name: '丰谷镇', total: 0 })
    expect(collectedTables(found, [], [])[2]!.rows.at(-1)!.at(-1)).toBe('应报 3 个，已报 1 个，未报 2 个')
  })
})

it('J3 classes: number, 方面 and “存在的问题” say nothing; what has none is shown as such, last', () => {
  expect(new Set(['（一）理论学习方面', '理论学习', '在理论学习方面存在的主要问题', '１．理论学习方面：'].map(classKey)).size).toBe(1)
  expect(classKey('问题')).not.toBe('')
  const { classes } = collect([sourceFile(1, water, [{ key: 'a', category: '理论学习方面' }, { key: 'b' }, { key: 'c', category: '（二）理论学习' }, { key: 'd', category: '工作作风方面' }])])
  expect(classes.map(({ name, total }) => [name, total])).toEqual([['理论学习方面', 2], ['工作作风方面', 1], ['', 1]])
  expect(collectedTables(collect([sourceFile(1, water, [{ key: 'a' }])]), [], [])[1]!.rows[0]![1]).toBe('（未分类）')
})

it('J3 overdue and done are counted from dates and states', () => {
  const { total } = collect([sourceFile(1, water, [
    { key: 'a', due: '2024-06-14' }, { key: 'b', due: '2024-06-15' }, { key: 'c', due: '2024-06-01', state: 'done' }, { key: 'd', due: '2024-06-01', state: 'closed' }, { key: 'e', state: 'long-term', due: '2024-01-01' },
  ])])
  expect(total).toMatchObject({ total: 5, overdue: 1, done: 2 })
})

describe('J6 several packages of one unit', () => {
  const old = sourceFile(1, water, [{ key: 'a', problem: '甲。' }, { key: 'b', problem: '乙。', state: 'under-way' }, { key: 'c', problem: '丙。' }])
  const now = sourceFile(2, water, [{ key: 'a', problem: '甲。' }, { key: 'b', problem: '乙。', state: 'done' }])
  it('the newest of a document is taken, told, and why each other row is not', () => {
    const found = collect([now, old].map((file, index) => ({ ...file, id: index + 1 })))
    expect(problems(found)).toEqual(['甲。', '乙。'])
    expect(found.total.done).toBe(1)
    expect(found.left.map(({ reason, insteadOf, fields }) => [reason, insteadOf, fields])).toEqual([['identical', 1, []], ['changed', 2, ['state']], ['gone', null, []]])
    expect(found.conflicts).toMatchObject([{ unit: water, choice: 'newest', files: [{ rows: 2, taken: 2 }, { rows: 3, taken: 0 }] }])
  })
  it('the writer takes one package instead, or all of them', () => {
    const key = plainName(water)
    expect(problems(collect([old, now], { choices: { [key]: 1 } }))).toEqual(['甲。', '乙。', '丙。'])
    const all = collect([old, now], { choices: { [key]: 'all' } })
    expect(problems(all).toSorted()).toEqual(['丙。', '乙。', '甲。'])
    expect(all.total.done).toBe(1)
  })
  it('documents only the older package has stay: another paper is not an older version', () => {
    const other = sourceFile(1, water, [{ draft: 'd9', key: 'z', problem: '丁。' }])
    expect(problems(collect([other, now]))).toEqual(['丁。', '甲。', '乙。'])
    expect(collect([other, now]).conflicts).toHaveLength(1)
  })
  it('a paper read into the program anew is known by its problems', () => {
    const anew = sourceFile(2, water, [{ draft: 'd7', key: 'x', problem: '甲' }, { draft: 'd7', key: 'y', problem: '乙。 ', state: 'done' }])
    const found = collect([old, anew])
    expect(problems(found)).toEqual(['甲', '乙。 '])
    expect(found.left.map(({ reason }) => reason)).toEqual(['changed', 'changed', 'gone'])
  })
  it('a draft and its ledger in one package count once', () => {
    const file = sourceFile(1, water, [{ key: 'a', problem: '甲。' }])
    const both = { ...file, contents: [file.contents[0]!, { ...file.contents[0]!, kind: 'draft' as const, rows: file.contents[0]!.rows.map((row) => ({ ...row })) }] }
    const found = collect([both])
    expect(found.rows).toHaveLength(1)
    expect(found.left.map(({ reason }) => reason)).toEqual(['identical'])
  })
})

describe('J7 what may be one', () => {
  it('the same words twice in a unit are counted and listed', () => {
    const found = collect([sourceFile(1, water, [{ key: 'a', problem: '学得少。' }, { key: 'b', problem: '学得 少' }])])
    expect(found.rows).toHaveLength(2)
    expect(found.suspicions).toMatchObject([{ kind: 'same-problem', numbers: [1, 2] }])
  })
  it('one item under two units is counted for both and listed', () => {
    const found = collect([sourceFile(1, water, [{ key: 'a', problem: '甲。' }]), sourceFile(2, '青禾县水务局党组', [{ key: 'a', problem: '甲。' }])])
    expect(found.rows).toHaveLength(2)
    expect(found.suspicions).toMatchObject([{ kind: 'two-units', numbers: [1, 2] }])
    const doubts = collectedTables(found, [], [{ name: 'b.zgx', as: 'a.zgx' }])[3]!
    expect(doubts.rows.map((row) => row[0])).toEqual(['两个单位有同一事项', '同一个文件'])
  })
})
