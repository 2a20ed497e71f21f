import { describe, expect, it } from 'vitest'
import type { Block } from '../../shared/document/draft.ts'
import { deriveLinks, setLink, setLinks } from '../../shared/document/links.ts'

type Shape = Partial<Exclude<Block, { role: 'table' }>> & { role: Exclude<Block['role'], 'table'>; text?: string; answers?: readonly string[] }

const blocksOf = (...shapes: Shape[]): Block[] => shapes.map(({ text, ...shape }, index) => ({ id: `b${index}`, runs: text === '' ? [] : [{ text: text ?? '甲乙丙。' }], ...shape }) as Block)
const linksOf = (blocks: readonly Block[]) => deriveLinks({ blocks }).links.map(({ answerId, problemId, origin, removable }) => `${answerId}-${problemId} ${origin}${removable ? '' : ' fixed'}`)
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id)

const apart = blocksOf(
  { role: 'heading1', list: '一、', text: '存在的问题' }, // b0
  { role: 'heading2', list: '（一）', text: '学习方面' },
  { role: 'problem', list: '1.', text: '学得少。今年只读了一本书。' }, // b2
  { role: 'problem', list: '①', runIn: true, text: '年初没有读；' },
  { role: 'problem', list: '①', runIn: true, text: '年中没有读。' },
  { role: 'problem', list: '1.', text: '用得少。' }, // b5
  { role: 'heading1', list: '一、', text: '原因分析' },
  { role: 'cause', list: '（一）', text: '认识不深。' }, // b7
  { role: 'heading1', list: '一、', text: '整改措施' },
  { role: 'measure', list: '1.', text: '每月读一本。' }, // b9
  { role: 'measure', list: '一是', text: '列出书目；' },
  { role: 'measure', list: '1.', text: '每季交流。' }, // b11
)

const plan = blocksOf(
  { role: 'heading2', list: '（一）', text: '学习方面' },
  { role: 'problem', list: '一是', text: '学得少。' }, // b1
  { role: 'problem', list: '一是', text: '用得少。' }, // b2
  { role: 'measure', list: '1.', label: '整改措施：', text: '每月读一本。' }, // b3
  { role: 'measure', list: '1.', text: '每季交流。' }, // b4
  { role: 'timeLimit', label: '整改时限：', text: '长期坚持。' },
  { role: 'heading2', list: '（一）', text: '作风方面' },
  { role: 'problem', list: '一是', text: '下乡少。' }, // b7
  { role: 'measure', label: '整改措施：', text: '每月下乡。' }, // b8
)

describe('K1 problems, causes and measures as a reader counts them', () => {
  it('K1 manifestations and steps belong to what they are told of', () => {
    const { problems, causes, measures, answers } = deriveLinks({ blocks: apart })
    expect([ids(problems), ids(causes), ids(measures), ids(answers)]).toEqual([['b2', 'b5'], ['b7'], ['b9', 'b11'], ['b7', 'b9', 'b11']])
    expect(problems[0]).toMatchObject({ number: '1.', lead: '学得少。', text: '学得少。今年只读了一本书。年初没有读；年中没有读。', blockIds: ['b2', 'b3', 'b4'], place: 1, group: { number: '（一）', text: '学习方面', level: 2 } })
    expect(problems[1]).toMatchObject({ number: '2.', place: 2 })
    expect(measures[0]).toMatchObject({ blockIds: ['b9', 'b10'], group: { text: '整改措施', level: 1 } })
  })
  it('K1 manifestations behind a label of their own, and text run in, belong to the problem', () => {
    const blocks = blocksOf({ role: 'problem', list: '一是', text: '学得少。' }, { role: 'problem', label: '具体表现：', text: '只读一本。' }, { role: 'problem', list: '一是', text: '用得少。' }, { role: 'problem', runIn: true, text: '从不交流。' })
    expect(deriveLinks({ blocks }).problems.map(({ blockIds }) => blockIds)).toEqual([['b0', 'b1'], ['b2', 'b3']])
  })
  it('K1 a number of the heading’s own rank stands beside the heading', () => {
    const blocks = blocksOf({ role: 'heading2', list: '（一）', text: '学习' }, { role: 'heading3', list: '1.', text: '读书' }, { role: 'measure', list: '一是', text: '多读。' }, { role: 'measure', list: '1.', text: '多用。' })
    expect(deriveLinks({ blocks }).measures.map(({ group, place }) => [group.text, place])).toEqual([['读书', 1], ['学习', 1]])
  })
  it('K1 empty blocks do not count', () => {
    expect(deriveLinks({ blocks: blocksOf({ role: 'problem', text: '' }, { role: 'measure', text: ' ' }) }).problems).toEqual([])
  })
  it('K1 rows of a table are linked by their row and cannot be linked by hand', () => {
    const blocks: Block[] = [
      { role: 'table', id: 't', columns: ['number', 'problem', 'measure'], headerRows: 1, rows: [['序号', '问题', '措施'], ['1', '学得少', '1.多读。2.多想。'], ['2', '用得少', '']] },
      ...blocksOf({ role: 'measure', text: '另写一条。' }),
    ]
    const links = deriveLinks({ blocks })
    expect([links.problems.length, links.measures.length]).toEqual([2, 3])
    expect(links.links.map(({ removable }) => removable)).toEqual([false, false])
    expect(links.problems.every(({ blockId, inTable }) => blockId === 't' && inTable)).toBe(true)
    expect(links.withoutMeasure).toEqual([links.problems[1]!.id])
    expect(setLink(blocks, 'b0', links.problems[1]!.id, true)).toBe(blocks)
  })
})

describe('K2 links by position and by the writer', () => {
  it('K2 parts apart have no links until the writer makes them', () => {
    const links = deriveLinks({ blocks: apart })
    expect(links.links).toEqual([])
    expect([links.withoutMeasure, links.withoutCause, links.withoutProblem]).toEqual([['b2', 'b5'], ['b2', 'b5'], ['b7', 'b9', 'b11']])
    const linked = setLinks(apart, [{ answerId: 'b9', problemId: 'b2', on: true }, { answerId: 'b9', problemId: 'b5', on: true }, { answerId: 'b7', problemId: 'b5', on: true }])
    expect(linksOf(linked)).toEqual(['b7-b5 explicit', 'b9-b2 explicit', 'b9-b5 explicit'])
    const after = deriveLinks({ blocks: linked })
    expect([after.withoutMeasure, after.withoutCause, after.withoutProblem]).toEqual([[], ['b2'], ['b11']])
    expect(setLink(setLink(linked, 'b9', 'b2', false), 'b9', 'b5', false)[9]).toEqual(apart[9])
  })
  it('K2 a paper without causes lacks none', () => {
    expect(deriveLinks({ blocks: apart.filter(({ role }) => role !== 'cause') }).withoutCause).toEqual([])
  })
  it('K2 in a plan position links, all of an item to all', () => {
    expect(linksOf(plan)).toEqual(['b3-b1 position', 'b3-b2 position', 'b4-b1 position', 'b4-b2 position', 'b8-b7 position fixed'])
    expect(deriveLinks({ blocks: plan }).withoutMeasure).toEqual([])
  })
  it('K2 taking one away leaves the others, and never the last', () => {
    const narrowed = setLink(plan, 'b3', 'b1', false)
    expect(linksOf(narrowed).slice(0, 3)).toEqual(['b3-b2 explicit fixed', 'b4-b1 position', 'b4-b2 position'])
    expect(setLink(narrowed, 'b3', 'b2', false)).toBe(narrowed)
    expect(linksOf(setLink(narrowed, 'b3', 'b1', true)).slice(0, 2)).toEqual(['b3-b2 explicit', 'b3-b1 explicit'])
    expect(setLink(plan, 'b8', 'b7', false)).toBe(plan)
  })
  it('K2 a link to a problem elsewhere comes on top', () => {
    const more = setLink(plan, 'b8', 'b1', true)
    expect(linksOf(more).slice(4)).toEqual(['b8-b1 explicit', 'b8-b7 position fixed'])
    expect(setLink(more, 'b8', 'b1', false)).toEqual(plan)
  })
  it('K2 nothing changes for what is linked already, unknown, or no answer', () => {
    for (const [answer, problem, on] of [['b3', 'b1', true], ['b3', 'nowhere', true], ['nowhere', 'b1', true], ['b1', 'b2', true], ['b3', 'b4', true], ['b8', 'b1', false]] as const) expect(setLink(plan, answer, problem, on)).toBe(plan)
  })
})

describe('K3 links to what is gone', () => {
  const linked = setLinks(apart, [{ answerId: 'b9', problemId: 'b2', on: true }, { answerId: 'b9', problemId: 'b5', on: true }])
  it('K3 are not shown, and dropped with the next change', () => {
    const without = linked.filter(({ id }) => id !== 'b2')
    expect(linksOf(without)).toEqual(['b9-b5 explicit'])
    expect(without.find(({ id }) => id === 'b9')).toMatchObject({ answers: ['b2', 'b5'] })
    expect(setLink(without, 'b9', 'b5', false).find(({ id }) => id === 'b9')).not.toHaveProperty('answers')
  })
  it('K3 to a problem that became a manifestation count for the problem it is told of', () => {
    const demoted = linked.map((block) => (block.id === 'b5' ? ({ ...block, list: '①' } as Block) : block))
    expect(linksOf(demoted)).toEqual(['b9-b2 explicit'])
    expect(setLink(demoted, 'b9', 'b2', false).find(({ id }) => id === 'b9')).not.toHaveProperty('answers')
  })
  it('K3 to a problem whose words were just taken out stay through a change', () => {
    const emptied = linked.map((block) => (block.id === 'b2' ? ({ ...block, runs: [] } as Block) : block)).filter(({ id }) => id !== 'b3' && id !== 'b4')
    expect(linksOf(emptied)).toEqual(['b9-b5 explicit'])
    expect(setLink(emptied, 'b9', 'b5', false).find(({ id }) => id === 'b9')).toMatchObject({ answers: ['b2'] })
  })
})
