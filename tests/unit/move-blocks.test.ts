import { describe, expect, it } from 'vitest'
import type { Draft } from '../../shared/document/draft.ts'
import { draggedRange, dropTargets } from '../../shared/document/drop-places.ts'
import { moveBlocks } from '../../shared/document/move-blocks.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { draftOf } from '../support/plan-draft.ts'

const plan = draftOf(
  { role: 'title', text: '方案' },
  { role: 'heading1', list: '一、', text: '措施' },
  { role: 'paragraph', text: '总的要求。' },
  { role: 'heading2', list: '（一）', text: '学习方面' },
  { role: 'problem', list: '一是', text: '学得少。' },
  { role: 'measure', list: '1.', label: '整改措施：', text: '甲' },
  { role: 'measure', list: '1.', text: '乙' },
  { role: 'timeLimit', label: '整改时限：', text: '11月底。' },
  { role: 'heading2', list: '（一）', text: '作风方面' },
  { role: 'problem', list: '一是', text: '调研浅。' },
  { role: 'measure', label: '整改措施：', text: '丙' },
  { role: 'signature', text: '某局党组' },
)

const at = (draft: Draft, text: string) => draft.blocks.findIndex((block) => blockText(block) === text)

/** The lines after the block of the text, with what it takes along, was put before another ('' is the end). */
function dropped(draft: Draft, text: string, before: string): string[] {
  const range = draggedRange(draft.blocks, at(draft, text))!
  const target = before === '' ? draft.blocks.length : at(draft, before)
  expect(dropTargets(draft.blocks, range)).toContain(target)
  return printLines(moveBlocks(draft.blocks, { ...range, target }))
}

describe('E11 what is moved, and what stays with the place', () => {
  it('E11 the label stays before the first of those left behind; put into another run the block is numbered as that run is', () => {
    expect(dropped(plan, '甲', '某局党组').slice(4)).toEqual(['一是学得少。', '整改措施：1.乙', '整改时限：11月底。', '（二）作风方面', '一是调研浅。', '整改措施：丙', '甲', '某局党组'])
  })
  it('E11 put before the first of a run it takes the label over', () => {
    expect(dropped(plan, '乙', '丙').slice(5)).toEqual(['整改措施：1.甲', '整改时限：11月底。', '（二）作风方面', '一是调研浅。', '整改措施：乙', '丙', '某局党组'])
  })
  it('E11 put where there is no such run it begins one with the label', () => {
    expect(dropped(plan, '乙', '调研浅。').slice(7, 10)).toEqual(['（二）作风方面', '整改措施：1.乙', '一是调研浅。'])
  })
  it('E11 a run cut in two has its label twice, and is one again when what parted it goes', () => {
    const cut = { ...plan, blocks: moveBlocks(plan.blocks, { from: 9, to: 10, target: 6 }) }
    expect(printLines(cut.blocks).slice(4, 8)).toEqual(['一是学得少。', '整改措施：1.甲', '二是调研浅。', '整改措施：1.乙'])
    expect(printLines(moveBlocks(cut.blocks, { from: 6, to: 7, target: 10 }))).toEqual(printLines(plan.blocks))
  })
  it('E11 a label in words of the writer’s own goes with its text', () => {
    const own = draftOf({ role: 'measure', label: '近期：', text: '甲' }, { role: 'measure', label: '长期：', text: '乙' }, { role: 'problem', text: '丙' }, { role: 'measure', label: '整改措施：', text: '丁' })
    expect(printLines(moveBlocks(own.blocks, { from: 1, to: 2, target: 0 }))).toEqual(['长期：乙', '近期：甲', '丙', '整改措施：丁'])
    expect(printLines(moveBlocks(own.blocks, { from: 0, to: 1, target: 4 }))).toEqual(['长期：乙', '丙', '整改措施：丁', '近期：甲'])
  })
  it('E11 a section moves whole; a count that ran on through the paper runs on again', () => {
    const running = draftOf(
      { role: 'heading2', list: '（一）', text: '甲' }, { role: 'problem', list: '1.', text: 'a' }, { role: 'problem', list: '1.', text: 'b' },
      { role: 'heading2', list: '（一）', text: '乙' }, { role: 'problem', list: '1.', start: 3, text: 'c' },
    )
    expect(dropped(running, '乙', '甲')).toEqual(['（一）乙', '1.c', '（二）甲', '2.a', '3.b'])
    expect(dropped(running, 'a', '')).toEqual(['（一）甲', '1.b', '（二）乙', '2.c', '3.a'])
  })
  it('E11 run-in blocks: the paragraph closes behind one taken out, and takes in one put inside', () => {
    const inside = draftOf(
      { role: 'heading2', list: '（一）', text: '学习方面。' }, { role: 'problem', list: '一是', runIn: true, text: '甲；' }, { role: 'problem', list: '一是', runIn: true, text: '乙；' },
      { role: 'heading2', list: '（一）', text: '作风方面。' }, { role: 'problem', list: '一是', text: '丙。' }, { role: 'measure', text: '丁' },
    )
    expect(dropped(inside, '甲；', '丁')).toEqual(['（一）学习方面。一是乙；', '（二）作风方面。', '一是丙。', '二是甲；', '丁'])
    expect(dropped(inside, '丙。', '乙；')).toEqual(['（一）学习方面。一是甲；二是丙。三是乙；', '（二）作风方面。', '丁'])
  })
})

describe('E11 where it may go', () => {
  const targets = (text: string, chosen?: { from: number; to: number }) => dropTargets(plan.blocks, draggedRange(plan.blocks, at(plan, text), chosen)!)
  it('E11 not above the title, not below the signature, not inside itself', () => {
    expect(targets('乙')).toEqual([1, 2, 3, 4, 5, 8, 9, 10, 11])
    expect(draggedRange(plan.blocks, 0)).toBeUndefined()
    expect(draggedRange(plan.blocks, 11)).toBeUndefined()
  })
  it('E11 a heading only where no text of another comes under it', () => {
    expect(targets('作风方面')).toEqual([1, 3])
    expect(targets('学习方面')).toEqual([1, 11])
    expect(targets('措施')).toEqual([])
  })
  it('E11 several chosen move together when one of them is dragged; another is dragged alone', () => {
    expect(draggedRange(plan.blocks, 5, { from: 4, to: 8 })).toEqual({ from: 4, to: 8 })
    expect(draggedRange(plan.blocks, 10, { from: 4, to: 8 })).toEqual({ from: 10, to: 11 })
    expect(draggedRange(plan.blocks, 10, { from: 9, to: 12 })).toEqual({ from: 9, to: 11 })
    expect(targets('甲', { from: 4, to: 8 })).toEqual([1, 2, 3, 9, 10, 11])
  })
})
