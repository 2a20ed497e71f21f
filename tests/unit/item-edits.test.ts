import { describe, expect, it } from 'vitest'
import type { Block } from '../../shared/document/draft.ts'
import { mergeItem, splitItem, type ItemEdit } from '../../shared/document/item-edits.ts'
import { deriveItems } from '../../shared/document/items.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { draftOf, type Shape } from '../support/plan-draft.ts'

const problem = (text: string): Shape => ({ role: 'problem', list: '一是', text })
const group = (text: string): Shape => ({ role: 'heading2', list: '（一）', text })
const measures = (...texts: string[]): Shape[] => texts.map((text, index) => ({ role: 'measure', list: '1.', text, ...(index === 0 ? { label: '整改措施：' } : {}) }))
const limit = (text: string): Shape => ({ role: 'timeLimit', label: '整改时限：', text })
const people = (text: string, label = '责任领导：'): Shape => ({ role: 'responsible', label, text })

const blocksOf = (...shapes: Shape[]) => draftOf(...shapes).blocks
function done(edit: ItemEdit): Extract<ItemEdit, { ok: true }> {
  if (!edit.ok) throw new Error(edit.reason)
  return edit
}
const lines = (edit: ItemEdit) => printLines(done(edit).blocks)
const reason = (edit: ItemEdit) => (edit.ok ? 'done' : edit.reason)
const items = (blocks: readonly Block[]) => deriveItems({ blocks }).map((item) => [item.problems, item.measures, item.timeLimits, item.responsible].map((texts) => texts.map(({ text }) => text).join('+')).join('|'))

describe('E13 拆成两项', () => {
  it('E13 as many measures as problems: each goes behind its problem; limit and people stay and are not written twice', () => {
    const blocks = blocksOf(group('作风'), problem('甲'), problem('乙'), problem('丙'), ...measures('子', '丑', '寅'), limit('年底'), people('王某'))
    const edit = done(splitItem(blocks, 2, 'new'))
    expect(printLines(edit.blocks)).toEqual(['（一）作风', '一是甲', '整改措施：1.子', '整改时限：年底', '责任领导：王某', '二是乙', '三是丙', '整改措施：1.丑', '2.寅'])
    expect(items(edit.blocks)).toEqual(['甲|子|年底|王某', '乙+丙|丑+寅||'])
    expect(edit).toMatchObject({ caret: 'b2', lacks: ['timeLimit'] })
  })
  it('E13 other counts: the new item takes the problems alone', () => {
    const edit = done(splitItem(blocksOf(problem('甲'), problem('乙'), ...measures('子', '丑', '寅'), limit('年底')), 1, 'new'))
    expect(items(edit.blocks)).toEqual(['甲|子+丑+寅|年底|', '乙|||'])
    expect(edit.lacks).toEqual(['measure', 'timeLimit'])
  })
  it('E13 without a measure before a further item it gets an empty one, and does not run on into that', () => {
    const edit = done(splitItem(blocksOf(problem('甲'), problem('乙'), ...measures('子', '丑', '寅'), problem('丙'), ...measures('卯')), 1, 'new'))
    expect(printLines(edit.blocks)).toEqual(['一是甲', '整改措施：1.子', '2.丑', '3.寅', '二是乙', '整改措施：1.', '三是丙', '整改措施：1.卯'])
    expect(items(edit.blocks)).toEqual(['甲|子+丑+寅||', '乙|||', '丙|卯||'])
    expect(lines(mergeItem(edit.blocks, 5))).toEqual(['一是甲', '二是乙', '整改措施：1.子', '2.丑', '3.寅', '三是丙', '整改措施：1.卯'])
  })
  it('E13 a limit behind each measure goes along with it', () => {
    const blocks = blocksOf(problem('甲'), problem('乙'), ...measures('子'), limit('六月'), ...measures('丑'), limit('年底'))
    expect(items(done(splitItem(blocks, 1, 'new')).blocks)).toEqual(['甲|子|六月|', '乙|丑|年底|'])
  })
  it('E13 a label before the problems stands before each item’s', () => {
    const blocks = blocksOf({ role: 'problem', label: '【整改问题】：', list: '1.', text: '甲' }, { role: 'problem', list: '1.', text: '乙' }, { role: 'measure', label: '【整改措施】：', text: '子' }, { role: 'measure', text: '丑' })
    expect(lines(splitItem(blocks, 1, 'new'))).toEqual(['【整改问题】：1.甲', '【整改措施】：子', '【整改问题】：1.乙', '【整改措施】：丑'])
  })
  it('E13 in a run of measures the new item begins there, with an empty problem to fill in', () => {
    const blocks = blocksOf(group('作风'), problem('甲'), ...measures('子', '丑', '寅'), limit('年底'))
    const edit = done(splitItem(blocks, 3, 'new'))
    expect(printLines(edit.blocks)).toEqual(['（一）作风', '一是甲', '整改措施：1.子', '二是', '整改措施：1.丑', '2.寅', '整改时限：年底'])
    expect(items(edit.blocks)).toEqual(['甲|子||', '|丑+寅|年底|'])
    expect(edit).toMatchObject({ caret: 'new', lacks: ['problem'] })
  })
  it('E13 at a measure of a problem of its own the pair begins the new item', () => {
    expect(items(done(splitItem(blocksOf(problem('甲'), problem('乙'), ...measures('子', '丑')), 3, 'new')).blocks)).toEqual(['甲|子||', '乙|丑||'])
  })
  it('E13 says why where it cannot be', () => {
    expect(reason(splitItem(blocksOf(group('作风')), 0, 'new'))).toBe('no-item')
    expect(reason(splitItem(blocksOf(problem('甲'), ...measures('子')), 0, 'new'))).toBe('first-block')
    expect(reason(splitItem(blocksOf(problem('甲'), ...measures('子')), 1, 'new'))).toBe('first-block')
    expect(reason(splitItem(blocksOf(problem('甲'), problem('乙')), 1, 'new'))).toBe('nothing-to-part')
    expect(reason(splitItem(blocksOf(problem('甲'), ...measures('子'), limit('年底')), 2, 'new'))).toBe('not-splittable-here')
    expect(reason(splitItem(blocksOf(...measures('子', '丑')), 1, 'new'))).toBe('not-splittable-here')
    const parts = blocksOf(group('作风'), { role: 'heading3', list: '1.', text: '存在问题' }, problem('甲'), problem('乙'), { role: 'heading3', list: '1.', text: '整改措施' }, ...measures('子', '丑'))
    expect(reason(splitItem(parts, 3, 'new'))).toBe('has-parts')
  })
})

describe('E13 与上一项合并', () => {
  it('E13 part by part in order; labels once; the same limit once, and told of', () => {
    const blocks = blocksOf(group('作风'), problem('甲'), ...measures('子'), limit('年底'), people('王某'), problem('乙'), ...measures('丑', '寅'), limit('年底'), people('李某'))
    const edit = done(mergeItem(blocks, 6))
    expect(printLines(edit.blocks)).toEqual(['（一）作风', '一是甲', '二是乙', '整改措施：1.子', '2.丑', '3.寅', '整改时限：年底', '责任领导：王某', '李某'])
    expect(edit).toMatchObject({ caret: 'b6', dropped: ['年底'] })
    expect(items(edit.blocks)).toEqual(['甲+乙|子+丑+寅|年底|王某+李某'])
  })
  it('E13 the caret of a limit kept once goes to the one kept; people of one name under other words are two', () => {
    const blocks = blocksOf(problem('甲'), ...measures('子'), limit('年底'), people('办公室'), problem('乙'), ...measures('丑'), limit('年底'), people('办公室', '责任科室：'))
    const edit = done(mergeItem(blocks, 6))
    expect(edit).toMatchObject({ caret: 'b2', dropped: ['年底'] })
    expect(printLines(edit.blocks).slice(-2)).toEqual(['责任领导：办公室', '责任科室：办公室'])
  })
  it('E13 a label only the later item had goes to the head of the run; plain text stays behind its block', () => {
    const blocks = blocksOf(problem('甲'), { role: 'measure', text: '子' }, { role: 'paragraph', text: '说明' }, problem('乙'), { role: 'measure', label: '整改措施：', text: '丑' })
    expect(lines(mergeItem(blocks, 3))).toEqual(['一是甲', '二是乙', '整改措施：子', '说明', '丑'])
  })
  it('E13 says why where it cannot be', () => {
    const two = blocksOf(group('学习'), problem('甲'), ...measures('子'), group('作风'), problem('乙'), ...measures('丑'))
    expect(reason(mergeItem(two, 5))).toBe('no-item-before')
    expect(reason(mergeItem(two, 1))).toBe('no-item-before')
    expect(reason(mergeItem(two, 0))).toBe('no-item')
  })
  it('E13 split and merged again it is as it was', () => {
    const blocks = blocksOf(problem('甲'), problem('乙'), ...measures('子', '丑'), limit('年底'))
    expect(done(mergeItem(done(splitItem(blocks, 1, 'new')).blocks, 4)).blocks).toEqual(blocks)
  })
})
