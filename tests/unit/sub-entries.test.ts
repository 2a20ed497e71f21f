import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, TextBlock } from '../../shared/document/draft.ts'
import { deriveItems } from '../../shared/document/items.ts'
import { innerParts, joinParts, leadLength, partCommands, splitParts } from '../../shared/document/manifestations.ts'
import { changeLevel } from '../../shared/document/moves.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { blockText, normaliseRuns } from '../../shared/document/runs.ts'
import { subFlags } from '../../shared/document/sub-entries.ts'
import { draftArbitrary } from '../support/random-draft.ts'

type Shape = Partial<TextBlock> & { role: TextBlock['role']; text: string }
const blocksOf = (...shapes: Shape[]): Block[] => shapes.map(({ text, ...shape }, index) => ({ id: `b${index}`, runs: text === '' ? [] : [{ text }], ...shape }) as Block)

let ids = 0
const newId = () => `new${(ids += 1)}`

function tab(blocks: readonly Block[], index: number, by: 1 | -1): Block[] {
  const shapes = changeLevel(blocks, index, by)
  return blocks.map((block, at) => (shapes?.has(at) ? ({ ...shapes.get(at), id: block.id, runs: (block as TextBlock).runs } as Block) : block))
}

describe('E26 表现 and steps told by their numbers', () => {
  it('E26 counts ① below 一是 and lets 二是 follow', () => {
    const blocks = blocksOf({ role: 'problem', list: '一是', text: '甲。' }, { role: 'problem', list: '①', text: '乙；' }, { role: 'problem', list: '①', text: '丙。' }, { role: 'problem', list: '一是', text: '丁。' }, { role: 'problem', list: '①', text: '戊。' })
    expect(printLines(blocks)).toEqual(['一是甲。', '①乙；', '②丙。', '二是丁。', '①戊。'])
    expect(subFlags(blocks)).toEqual([false, true, true, false, true])
    expect(deriveItems({ blocks })[0]!.problems.map((text) => text.sub ?? false)).toEqual([false, true, true, false, true])
  })
  it('E26 leaves ① open outside where 一是 stand below it', () => {
    const blocks = blocksOf({ role: 'problem', list: '①', text: '甲。' }, { role: 'problem', list: '一是', runIn: true, text: '乙；' }, { role: 'problem', list: '一是', runIn: true, text: '丙。' }, { role: 'problem', list: '①', text: '丁。' }, { role: 'problem', list: '一是', runIn: true, text: '戊。' })
    expect(printLines(blocks)).toEqual(['①甲。一是乙；二是丙。', '②丁。一是戊。'])
    expect(subFlags(blocks)).toEqual([false, true, true, false, true])
  })
  it('E26 carries 问题2： on over the parts of 问题1：', () => {
    const blocks = blocksOf({ role: 'problem', label: '问题', list: '1：', text: '甲。' }, { role: 'problem', list: '（1）', text: '乙。' }, { role: 'problem', label: '问题', list: '1：', text: '丙。' })
    expect(printLines(blocks)).toEqual(['问题1：甲。', '（1）乙。', '问题2：丙。'])
    expect(subFlags(blocks)).toEqual([false, true, false])
  })
})

describe('E26 Tab and Shift+Tab', () => {
  it('E26 makes a 表现 of the problem before it, numbered one rank deeper, and back', () => {
    const blocks = blocksOf({ role: 'problem', list: '1.', text: '甲。' }, { role: 'problem', list: '1.', text: '乙。' }, { role: 'problem', list: '1.', text: '丙。' })
    const once = tab(blocks, 1, 1)
    expect(printLines(once)).toEqual(['1.甲。', '（1）乙。', '2.丙。'])
    expect(printLines(tab(once, 2, 1))).toEqual(['1.甲。', '（1）乙。', '（2）丙。'])
    expect(tab(once, 1, -1)).toEqual(blocks)
  })
  it('E26 below 一是 takes ① as a paragraph and （1） inside one', () => {
    const apart = blocksOf({ role: 'problem', list: '一是', text: '甲。' }, { role: 'problem', list: '一是', text: '乙。' }, { role: 'problem', list: '一是', text: '丙。' })
    expect(printLines(tab(apart, 1, 1))).toEqual(['一是甲。', '①乙。', '二是丙。'])
    const inside = blocksOf({ role: 'problem', list: '一是', text: '甲。' }, { role: 'problem', list: '一是', runIn: true, text: '乙。' }, { role: 'problem', list: '一是', runIn: true, text: '丙。' })
    const once = tab(inside, 1, 1)
    expect(printLines(once)).toEqual(['一是甲。（1）乙。二是丙。'])
    expect(subFlags(once)).toEqual([false, true, false])
  })
  it('E26 works for what has no number, and takes the numbers of the parts beside it', () => {
    const blocks = blocksOf({ role: 'problem', text: '甲。' }, { role: 'problem', text: '乙；' }, { role: 'problem', text: '丙。' })
    const all = tab(tab(blocks, 1, 1), 2, 1)
    expect(printLines(all)).toEqual(['甲。一是乙；二是丙。'])
    expect(printLines(tab(all, 1, -1))).toEqual(['甲。', '乙；一是丙。'])
    const other = blocksOf({ role: 'measure', list: '1.', text: '甲' }, { role: 'measure', list: '①', text: '乙' }, { role: 'measure', list: '1.', text: '丙' }, { role: 'measure', list: '1.', text: '丁' })
    expect(printLines(tab(other, 3, 1))).toEqual(['1.甲', '①乙', '2.丙', '①丁'])
  })
  it('E26 a part becomes one of its own with the number and label of its lead', () => {
    const blocks = blocksOf({ role: 'problem', label: '问题', list: '1：', text: '甲。' }, { role: 'problem', list: '（1）', text: '乙。' })
    expect(printLines(tab(blocks, 1, -1))).toEqual(['问题1：甲。', '问题2：乙。'])
    expect(tab(tab(blocks, 1, -1), 1, 1)).toEqual(blocks)
  })
  it('E26 makes a part of the first of nothing', () => {
    const blocks = blocksOf({ role: 'heading2', list: '（一）', text: '甲' }, { role: 'problem', text: '乙。' }, { role: 'measure', text: '丙。' })
    expect(tab(blocks, 1, 1)).toEqual(blocks)
    expect(tab(blocks, 2, 1)).toEqual(blocks)
  })
})

describe('E27 a problem with its 表现 in one paragraph', () => {
  const rows: readonly (readonly [string, readonly string[], string])[] = [
    ['学用结合不紧。主要表现在：一是只读文件；二是不联系实际。', ['只读文件；', '不联系实际。'], '学用结合不紧。'],
    ['学用结合不紧。一是只读文件；二是统一是非标准不够；三是不联系实际。', ['只读文件；', '统一是非标准不够；', '不联系实际。'], '学用结合不紧。'],
    ['学用结合不紧。主要表现在只读文件，不联系实际。', ['主要表现在只读文件，不联系实际。'], '学用结合不紧。'],
    ['学用结合不紧：①只读文件；②不联系实际。', ['只读文件；', '不联系实际。'], '学用结合不紧：'],
    ['学用结合不紧。学习停留在读文件。', ['学习停留在读文件。'], '学用结合不紧。'],
    ['学用结合不紧。', [], ''],
    ['一是只读文件；二是不联系实际。', [], ''],
    ['统一是非标准不够；二是不实。', [], ''],
  ]
  it('E27 tells the lead sentence from what follows', () => {
    for (const [text, parts, lead] of rows) {
      expect(innerParts(text).map(({ words, to }) => text.slice(words, to)), text).toEqual(parts)
      expect(text.slice(0, leadLength(text, false)), text).toBe(lead)
    }
    expect(leadLength('学用结合不紧', true)).toBe(6)
  })
  it('E27 splits and joins without changing a word of print', () => {
    const [text] = rows[0]!
    for (const list of ['（一）', '1.', undefined] as const) {
      const blocks = blocksOf({ role: 'heading2', text: '甲方面' }, { role: 'problem', ...(list ? { list } : {}), text }, { role: 'measure', label: '整改措施：', text: '乙' })
      const split = splitParts(blocks, 1, newId)!
      expect(printLines(split)).toEqual(printLines(blocks))
      expect(deriveItems({ blocks: split })[0]!.problems.map((one) => [one.text, one.sub ?? false])).toEqual([['学用结合不紧。主要表现在：', false], ['只读文件；', true], ['不联系实际。', true]])
      expect(joinParts(split, 2)).toEqual(blocks)
    }
  })
  it('E27 offers no split that would change numbers', () => {
    const blocks = blocksOf({ role: 'problem', list: '一是', text: '甲不够。一是乙；二是丙。' }, { role: 'problem', list: '一是', text: '丁。' })
    expect(partCommands(blocks, 0)).toEqual({ split: false, join: false })
  })
  it('E27 offers no joining that would change the number of what goes on from the parts', () => {
    const blocks = blocksOf({ role: 'problem', text: '甲。' }, { role: 'problem', list: '1.', text: '乙。', runIn: true }, { role: 'heading1', list: '1.', text: '丙' })
    expect(printLines(blocks)).toEqual(['甲。1.乙。', '2.丙'])
    expect(joinParts(blocks, 0)).toBeUndefined()
    expect(joinParts(blocks.slice(0, 2), 0)?.map(blockText)).toEqual(['甲。1.乙。'])
  })
  it('E27 paragraphs of 表现 are run in first, their numbers kept as numbers', () => {
    const blocks = blocksOf({ role: 'problem', list: '1.', text: '甲。' }, { role: 'problem', list: '（1）', text: '乙；' }, { role: 'problem', list: '（1）', text: '丙。' })
    const joined = joinParts(blocks, 0)!
    expect(printLines(joined)).toEqual(['1.甲。（1）乙；（2）丙。'])
    expect(joined.map(blockText)).toEqual(['甲。', '乙；', '丙。'])
  })
  it('E27 holds for any draft: the print stays, and joining gives back what was split', () => {
    const texts = fc.constantFrom('甲不够。一是乙；二是丙。', '甲不够。主要表现在：（1）乙；（2）丙。', '甲不够。具体表现为乙。', '甲：①乙②丙', '甲。乙。丙。')
    fc.assert(fc.property(draftArbitrary, texts, fc.constantFrom('problem' as const, 'measure' as const), fc.nat(), ({ blocks }, text, role, place) => {
      const index = place % blocks.length
      const old = blocks[index]!
      if (old.role === 'table') return
      const bold = text.slice(0, 4)
      const own = { ...old, role, runs: normaliseRuns([{ text: bold, bold: true }, { text: text.slice(4) }]) } as TextBlock
      const changed = blocks.with(index, own)
      const split = splitParts(changed, index, newId)
      if (!split) return
      expect(printLines(split)).toEqual(printLines(changed))
      const joined = joinParts(split, index)
      // A list below that goes on from a number of the parts holds them apart.
      if (joined === undefined) return
      // What stood in paragraphs of its own below is run in first.
      if (joined.length === split.length) return
      expect(printLines(joined)).toEqual(printLines(changed))
      expect(blockText(joined[index]!).startsWith(text)).toBe(true)
    }), { seed: 27, numRuns: 600 })
  })
})
