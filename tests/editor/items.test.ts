import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { $createTextNode, DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND } from 'lexical'
import { draftSchema, type Block, type Draft } from '../../shared/document/draft.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { MERGE_ITEM_COMMAND, SPLIT_ITEM_COMMAND, ITEM_NOTICE_COMMAND, type ItemNotice } from '../../renderer/editor/extensions/block/item-commands.ts'
import { MOVE_BLOCKS_COMMAND } from '../../renderer/editor/extensions/block/move-commands.ts'
import { moveBlocks } from '../../shared/document/move-blocks.ts'
import { mergeItem, splitItem } from '../../shared/document/item-edits.ts'
import { $range, headlessPaper } from '../support/headless-paper.ts'
import { draftOf } from '../support/plan-draft.ts'
import { draftArbitrary } from '../support/random-draft.ts'
import { planArbitrary } from '../support/random-plan.ts'
import { dragOf, gestureArbitrary } from '../support/random-range.ts'

type Paper = ReturnType<typeof headlessPaper>
const settle = (paper: Paper) => paper.update(() => {})
const lines = (paper: Paper) => printLines(paper.draft().blocks)

const plan = draftOf(
  { role: 'heading2', list: '（一）', text: '作风' },
  { role: 'problem', list: '一是', text: '甲' }, { role: 'problem', list: '一是', text: '乙' },
  { role: 'measure', list: '1.', label: '整改措施：', text: '子' }, { role: 'measure', list: '1.', text: '丑' },
  { role: 'timeLimit', label: '整改时限：', text: '年底' },
)

describe('E13 in the editor', () => {
  it('E13 splits and merges at the caret as one step each, the caret in its problem, and says what came of it', () => {
    const paper = headlessPaper(plan)
    const notices: ItemNotice[] = []
    paper.editor.registerCommand(ITEM_NOTICE_COMMAND, (notice) => { notices.push(notice); return true }, 1)
    paper.caret(2, 'end')
    paper.editor.dispatchCommand(SPLIT_ITEM_COMMAND, {})
    settle(paper)
    const split = ['（一）作风', '一是甲', '整改措施：1.子', '整改时限：年底', '二是乙', '整改措施：1.丑']
    expect(lines(paper)).toEqual(split)
    paper.update(() => { $range().insertText('。') })
    expect(lines(paper)[4]).toBe('二是乙。')
    paper.undo()
    paper.editor.dispatchCommand(MERGE_ITEM_COMMAND, {})
    settle(paper)
    expect(lines(paper)).toEqual(printLines(plan.blocks))
    paper.undo()
    expect(lines(paper)).toEqual(split)
    paper.undo()
    expect(paper.draft()).toEqual(plan)
    paper.editor.dispatchCommand(MERGE_ITEM_COMMAND, { blockId: 'b1' })
    settle(paper)
    expect(notices).toEqual([{ kind: 'split', lacks: ['timeLimit'] }, { kind: 'merged', dropped: [] }, { kind: 'refused', what: 'merge', reason: 'no-item-before' }])
  })
  it('E13 in a run of measures the caret goes to the empty problem', () => {
    const paper = headlessPaper({ ...plan, blocks: plan.blocks.filter((block) => block.id !== 'b2') })
    paper.caret(3, 0)
    paper.editor.dispatchCommand(SPLIT_ITEM_COMMAND, {})
    settle(paper)
    paper.update(() => { $range().insertText('新问题') })
    expect(lines(paper).slice(2)).toEqual(['整改措施：1.子', '二是新问题', '整改措施：1.丑', '整改时限：年底'])
  })
})

const step = fc.oneof(
  fc.record({ kind: fc.constant('split' as const), place: fc.nat(60) }),
  fc.record({ kind: fc.constant('merge' as const), place: fc.nat(60) }),
  fc.record({ kind: fc.constant('drag' as const), gesture: gestureArbitrary }),
)

describe('E11 E13 any sequence of drags, splits and merges in the editor', () => {
  it('E11 E13 gives what the rules say, and undo goes back to exactly each draft before', () => {
    const made = { drags: 0, items: 0 }
    fc.assert(fc.property(fc.oneof({ weight: 1, arbitrary: draftArbitrary }, { weight: 2, arbitrary: planArbitrary }), fc.array(step, { maxLength: 8 }), (draft, steps) => {
      const paper = headlessPaper(draft)
      const history: Draft[] = [paper.draft()]
      for (const one of steps) {
        const now = paper.draft()
        let wanted: readonly Block[] | undefined
        if (one.kind === 'drag') {
          const drag = dragOf(now, one.gesture)
          if (!drag) continue
          made.drags += 1
          wanted = moveBlocks(now.blocks, drag)
          paper.editor.dispatchCommand(MOVE_BLOCKS_COMMAND, { blockIds: now.blocks.slice(drag.from, drag.to).map((block) => block.id), before: now.blocks[drag.target]?.id ?? null, takeCaret: one.gesture.length % 2 === 0 })
        } else {
          const index = one.place % now.blocks.length
          const edit = one.kind === 'split' ? splitItem(now.blocks, index, 'new') : mergeItem(now.blocks, index)
          if (edit.ok) made.items += 1
          wanted = edit.ok ? edit.blocks : now.blocks
          paper.editor.dispatchCommand(one.kind === 'split' ? SPLIT_ITEM_COMMAND : MERGE_ITEM_COMMAND, { blockId: now.blocks[index]!.id })
        }
        settle(paper)
        const after = paper.draft()
        expect(after.blocks.map((block) => ({ ...block, id: now.blocks.some((old) => old.id === block.id) ? block.id : 'new' }))).toEqual(wanted)
        expect(draftSchema.safeParse(after).error).toBeUndefined()
        if (JSON.stringify(after) !== JSON.stringify(history.at(-1))) history.push(after)
      }
      for (let at = history.length - 2; at >= 0; at -= 1) {
        for (let tries = 0; tries < steps.length + 2 && JSON.stringify(paper.draft()) !== JSON.stringify(history[at]); tries += 1) paper.undo()
        expect(paper.draft()).toEqual(history[at])
      }
    }), { seed: 41, numRuns: 300 })
    expect(made.drags).toBeGreaterThan(200)
    expect(made.items).toBeGreaterThan(100)
  }, 60_000)

  it('E11 nodes are moved, not made anew', () => {
    const paper = headlessPaper(plan)
    const keys = () => paper.editor.getEditorState().read(() => [...paper.editor.getEditorState()._nodeMap.keys()].sort())
    const before = keys()
    paper.editor.dispatchCommand(MOVE_BLOCKS_COMMAND, { blockIds: ['b3'], before: 'b5' })
    settle(paper)
    expect(paper.draft().blocks.map((block) => block.id)).toEqual(['b0', 'b1', 'b2', 'b4', 'b3', 'b5'])
    expect(keys()).toEqual(before)
  })
})

describe('E14 ids and links where blocks are cut and joined', () => {
  const linked = draftOf(
    { role: 'problem', list: '一是', text: '甲' }, { role: 'problem', list: '一是', text: '乙' },
    { role: 'measure', list: '1.', label: '整改措施：', text: '子丑', answers: ['b0', 'b1'] } as never, { role: 'measure', list: '1.', text: '寅', answers: ['b1'] } as never,
  )
  const enter = (paper: Paper) => { paper.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined); settle(paper) }
  const backspace = (paper: Paper) => { paper.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true); settle(paper) }
  const told = (paper: Paper) => paper.draft().blocks.map((block) => [block.id.startsWith('new') ? 'new' : block.id, blockText(block), 'answers' in block ? block.answers : undefined])

  it('E14 Enter in the middle: the first half keeps the id, both halves the links', () => {
    const paper = headlessPaper(linked)
    paper.caret(2, 1)
    enter(paper)
    expect(told(paper).slice(2)).toEqual([['b2', '子', ['b0', 'b1']], ['new', '丑', ['b0', 'b1']], ['b3', '寅', ['b1']]])
    expect(lines(paper).slice(2)).toEqual(['整改措施：1.子', '2.丑', '3.寅'])
  })
  it('E14 Enter before the text: the text keeps id and links, the empty block above the place with its label', () => {
    const paper = headlessPaper(linked)
    paper.caret(2, 0)
    enter(paper)
    expect(told(paper).slice(2)).toEqual([['new', '', undefined], ['b2', '子丑', ['b0', 'b1']], ['b3', '寅', ['b1']]])
    expect(lines(paper).slice(2)).toEqual(['整改措施：1.', '2.子丑', '3.寅'])
    paper.update(() => { $range().insertNodes([$createTextNode('在')]) })
    expect(lines(paper)[3]).toBe('2.在子丑')
    const heading = headlessPaper(draftOf({ role: 'title', text: '方案' }, { role: 'heading1', list: '一、', text: '目标' }))
    heading.caret(1, 0)
    enter(heading)
    expect(heading.draft().blocks.map((block) => [block.role, blockText(block)])).toEqual([['title', '方案'], ['paragraph', ''], ['heading1', '目标']])
  })
  it('E14 Backspace joins: links to the problem that is gone point to the one it went into, its own links go along', () => {
    const paper = headlessPaper({ ...linked, blocks: linked.blocks.map((block) => { const { list: _list, label: _label, ...rest } = block as Exclude<Block, { role: 'table' }>; return rest as Block }) })
    paper.caret(1, 0)
    backspace(paper)
    expect(told(paper)).toEqual([['b0', '甲乙', undefined], ['b2', '子丑', ['b0']], ['b3', '寅', ['b0']]])
    paper.undo()
    expect(told(paper)[2]).toEqual(['b2', '子丑', ['b0', 'b1']])
    paper.caret(3, 0)
    backspace(paper)
    expect(told(paper)[2]).toEqual(['b2', '子丑寅', ['b0', 'b1']])
    paper.undo()
    paper.caret(0, 'end')
    paper.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false)
    settle(paper)
    expect(told(paper)).toEqual([['b0', '甲乙', undefined], ['b2', '子丑', ['b0']], ['b3', '寅', ['b0']]])
  })
})
