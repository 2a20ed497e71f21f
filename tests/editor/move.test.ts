import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, draftSchemaVersion, type Block, type Draft } from '../../shared/document/draft.ts'
import { moveStep } from '../../shared/document/moves.ts'
import { blockNumbers } from '../../shared/document/numbering.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { CHANGE_LEVEL_COMMAND, MOVE_COMMAND } from '../../renderer/editor/extensions/block/move-commands.ts'
import { SET_LIST_COMMAND, SET_ROLE_COMMAND, TOGGLE_RUN_IN_COMMAND } from '../../renderer/editor/extensions/block/block-commands.ts'
import { headlessPaper } from '../support/headless-paper.ts'
import { draftArbitrary } from '../support/random-draft.ts'

type Shape = Partial<Exclude<Block, { role: 'table' }>> & { role: Exclude<Block['role'], 'table'>; text: string }

function draftOf(...shapes: Shape[]): Draft {
  const blocks = shapes.map(({ text, ...shape }, index) => ({ id: `b${index}`, runs: [{ text }], ...shape }) as Block)
  return { schemaVersion: draftSchemaVersion, id: 'd', kind: 'team-plan', title: '', meta: {}, layout: 'gb33476', blocks }
}

const paperDraft = draftOf(
  { role: 'title', text: '方案' },
  { role: 'heading1', list: '一、', text: '目标' },
  { role: 'paragraph', text: '要改好。' },
  { role: 'heading1', list: '一、', text: '措施' },
  { role: 'heading2', list: '（一）', text: '学习方面' },
  { role: 'problem', list: '一是', text: '学得少。' },
  { role: 'measure', list: '1.', label: '整改措施：', text: '甲' },
  { role: 'measure', list: '1.', text: '乙' },
  { role: 'heading2', list: '（一）', text: '作风方面' },
  { role: 'problem', list: '一是', text: '调研浅。' },
  { role: 'signature', text: '某局党组' },
)

/** Runs one gesture with the caret in the block of the text. */
function gesture(draft: Draft, text: string, act: (paper: ReturnType<typeof headlessPaper>) => void) {
  const paper = headlessPaper(draft)
  paper.caret(draft.blocks.findIndex((block) => blockText(block) === text), 0)
  act(paper)
  paper.update(() => {})
  return paper
}

const move = (direction: 'up' | 'down') => (paper: ReturnType<typeof headlessPaper>) => { paper.editor.dispatchCommand(MOVE_COMMAND, { direction }) }
const level = (by: 1 | -1) => (paper: ReturnType<typeof headlessPaper>) => { paper.editor.dispatchCommand(CHANGE_LEVEL_COMMAND, { by }) }
const lines = (paper: ReturnType<typeof headlessPaper>) => printLines(paper.draft().blocks)

describe('E8 Alt+↑ and Alt+↓', () => {
  it('E8 a measure changes places with its neighbour; the label stays before the first', () => {
    expect(lines(gesture(paperDraft, '乙', move('up'))).slice(6, 8)).toEqual(['整改措施：1.乙', '2.甲'])
  })
  it('E8 a group moves with all it holds and is numbered anew', () => {
    expect(lines(gesture(paperDraft, '作风方面', move('up'))).slice(4)).toEqual(['（一）作风方面', '一是调研浅。', '（二）学习方面', '一是学得少。', '整改措施：1.甲', '2.乙', '某局党组'])
  })
  it('E8 a part moves over the whole part before it', () => {
    expect(lines(gesture(paperDraft, '措施', move('up'))).slice(1, 4)).toEqual(['一、措施', '（一）学习方面', '一是学得少。'])
  })
  it('E8 a group goes over into the part before, not out of the paper', () => {
    expect(lines(gesture(paperDraft, '学习方面', move('up'))).slice(1, 8)).toEqual(['一、目标', '要改好。', '（一）学习方面', '一是学得少。', '整改措施：1.甲', '2.乙', '二、措施'])
    expect(moveStep(paperDraft.blocks, 8, 'down')).toBeUndefined()
  })
  it('E8 nothing goes above the title or below the signature', () => {
    expect(moveStep(paperDraft.blocks, 1, 'up')).toBeUndefined()
    expect(moveStep(paperDraft.blocks, 0, 'down')).toBeUndefined()
    expect(moveStep(paperDraft.blocks, 9, 'down')).toBeUndefined()
    expect(moveStep(paperDraft.blocks, 10, 'up')).toBeUndefined()
  })
})

describe('E9 Tab and Shift+Tab', () => {
  it('E9 a heading takes the headings it holds along', () => {
    const paper = gesture(paperDraft, '措施', level(1))
    expect(paper.draft().blocks.map((block) => block.role).slice(3, 9)).toEqual(['heading2', 'heading3', 'problem', 'measure', 'measure', 'heading3'])
    expect(blockNumbers(paper.draft().blocks)[4]).toBe('1.')
    expect(lines(gesture(paper.draft(), '措施', level(-1)))).toEqual(printLines(paperDraft.blocks))
  })
  it('E9 a numbered block goes one number deeper, and no further than there are numbers', () => {
    expect(blockNumbers(gesture(paperDraft, '乙', level(1)).draft().blocks)[7]).toBe('（1）')
    expect(lines(gesture(paperDraft, '目标', level(-1)))).toEqual(printLines(paperDraft.blocks))
  })
})

const step = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), direction: fc.constantFrom('up' as const, 'down' as const) }),
  fc.record({ kind: fc.constant('level' as const), by: fc.constantFrom(1 as const, -1 as const) }),
  fc.record({ kind: fc.constant('role' as const), role: fc.constantFrom('problem' as const, 'measure' as const, 'heading2' as const, 'paragraph' as const) }),
  fc.record({ kind: fc.constant('list' as const), list: fc.constantFrom('1.' as const, '一是' as const, null) }),
  fc.record({ kind: fc.constant('runIn' as const) }),
)

describe('any sequence of gestures', () => {
  it('E1 E4 E8 E9 keeps the draft valid and every block, and undo goes back exactly, step by step', () => {
    fc.assert(fc.property(draftArbitrary, fc.array(fc.tuple(fc.nat(40), step), { maxLength: 12 }), (draft, steps) => {
      const paper = headlessPaper(draft)
      const ids = draft.blocks.map((block) => block.id).sort()
      const history: Draft[] = [paper.draft()]
      for (const [place, one] of steps) {
        const index = place % draft.blocks.length
        if (paper.draft().blocks[index]!.role === 'table') continue
        paper.caret(index, 0)
        if (one.kind === 'move') paper.editor.dispatchCommand(MOVE_COMMAND, { direction: one.direction })
        else if (one.kind === 'level') paper.editor.dispatchCommand(CHANGE_LEVEL_COMMAND, { by: one.by })
        else if (one.kind === 'role') paper.editor.dispatchCommand(SET_ROLE_COMMAND, { role: one.role })
        else if (one.kind === 'list') paper.editor.dispatchCommand(SET_LIST_COMMAND, { list: one.list })
        else paper.editor.dispatchCommand(TOGGLE_RUN_IN_COMMAND, {})
        paper.update(() => {})
        const now = paper.draft()
        expect(draftSchema.safeParse(now).error).toBeUndefined()
        expect(now.blocks.map((block) => block.id).sort()).toEqual(ids)
        if (JSON.stringify(now) !== JSON.stringify(history.at(-1))) history.push(now)
      }
      for (let at = history.length - 2; at >= 0; at -= 1) {
        for (let tries = 0; tries < steps.length + 2 && JSON.stringify(paper.draft()) !== JSON.stringify(history[at]); tries += 1) paper.undo()
        expect(paper.draft()).toEqual(history[at])
      }
    }), { seed: 11, numRuns: 250 })
  }, 60_000)
})
