import { $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot, DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND, type LexicalEditor } from 'lexical'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, draftSchemaVersion, type Block, type Draft } from '../../shared/document/draft.ts'
import { blockText } from '../../shared/document/runs.ts'
import { blockNumbers } from '../../shared/document/numbering.ts'
import { $getHead, $setHead, $draftToEditor } from '../../renderer/editor/draft-to-editor.ts'
import { $isPaperBlock } from '../../renderer/editor/extensions/block/paper-block-node.ts'
import { SET_LIST_COMMAND, SET_ROLE_COMMAND, TOGGLE_RUN_IN_COMMAND } from '../../renderer/editor/extensions/block/block-commands.ts'
import { pastedBlocks } from '../../renderer/editor/extensions/paste/register-paste.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { $range, headlessPaper } from '../support/headless-paper.ts'
import { draftArbitrary } from '../support/random-draft.ts'

type Shape = Partial<Exclude<Block, { role: 'table' }>> & { role: Exclude<Block['role'], 'table'>; text?: string }

function draftOf(...shapes: Shape[]): Draft {
  const blocks = shapes.map(({ text, ...shape }, index) => ({ id: `b${index}`, runs: text === '' ? [] : [{ text: text ?? '甲乙丙' }], ...shape }) as Block)
  return { schemaVersion: draftSchemaVersion, id: 'd', kind: 'team-plan', title: '', meta: {}, layout: 'gb33476', blocks }
}

const roles = (draft: Draft) => draft.blocks.map((block) => block.role)
const texts = (draft: Draft) => draft.blocks.map(blockText)
const flush = (editor: LexicalEditor) => editor.update(() => {}, { discrete: true })

describe('D2 the editor gives back the draft it was given', () => {
  it('D2 for any draft', () => {
    fc.assert(fc.property(draftArbitrary, (draft) => {
      const paper = headlessPaper(draft)
      expect(paper.draft()).toEqual(draft)
      expect(draftSchema.safeParse(paper.draft()).error).toBeUndefined()
    }), { seed: 7, numRuns: 300 })
  })
  it('D2 with properties and placeholders', () => {
    const draft: Draft = { ...draftOf({ role: 'title' }), meta: { unit: '青禾县水务局', date: '2023-11-09' }, title: '甲乙丙', layout: 'common' }
    const withPlaceholder: Draft = { ...draft, blocks: [{ role: 'title', id: 'b0', runs: [{ text: '[单位全称]', placeholder: '单位全称' }, { text: '整改方案' }] }, { role: 'paragraph', id: 'b1', runs: [] }] }
    expect(headlessPaper(withPlaceholder).draft()).toEqual(withPlaceholder)
  })
})

describe('E2 Enter', () => {
  const enter = (shape: Shape, at: number | 'end') => {
    const paper = headlessPaper(draftOf(shape))
    paper.caret(0, at)
    paper.update(() => { $range().insertParagraph() })
    return paper.draft()
  }
  it('E2 begins a paragraph after a heading', () => {
    expect(roles(enter({ role: 'heading2', list: '（一）' }, 'end'))).toEqual(['heading2', 'paragraph'])
  })
  it('E2 begins under a heading of the record what its part is made of', () => {
    const below = (...shapes: Shape[]) => {
      const paper = headlessPaper(draftOf(...shapes))
      paper.caret(shapes.length - 1, 'end')
      paper.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
      flush(paper.editor)
      return paper.draft().blocks.at(-1)!.role
    }
    const part = (text: string): Shape => ({ role: 'heading1', list: '一、', text })
    const group = (text: string): Shape => ({ role: 'heading2', list: '（一）', text })
    expect(below(part('存在的主要问题'), group('理论学习方面'))).toBe('problem')
    expect(below(part('原因剖析'))).toBe('cause')
    expect(below(part('存在问题'), part('下一步整改措施'))).toBe('measure')
    expect(below(part('整改内容'), group('工作作风方面'))).toBe('problem')
    expect(below(part('整改内容'))).toBe('paragraph')
    expect(below(part('总体要求'))).toBe('paragraph')
  })
  it('E2 begins the next item after an item, numbered on and without the label', () => {
    const draft = enter({ role: 'measure', list: '1.', label: '整改措施：' }, 'end')
    expect(roles(draft)).toEqual(['measure', 'measure'])
    expect(blockNumbers(draft.blocks)).toEqual(['1.', '2.'])
    expect(draft.blocks[1]).not.toHaveProperty('label')
  })
  it('E2 cuts an item in two of its kind', () => {
    const draft = enter({ role: 'problem', list: '一是' }, 1)
    expect(texts(draft)).toEqual(['甲', '乙丙'])
    expect(roles(draft)).toEqual(['problem', 'problem'])
    expect(new Set(draft.blocks.map((block) => block.id)).size).toBe(2)
  })
  it('E2 keeps a run-in item run in', () => {
    const paper = headlessPaper(draftOf({ role: 'heading2' }, { role: 'problem', list: '一是', runIn: true }))
    paper.caret(1, 'end')
    paper.update(() => { $range().insertParagraph() })
    expect(paper.draft().blocks[2]).toMatchObject({ role: 'problem', runIn: true, list: '一是' })
  })
  it('E2 ends the list on an empty item', () => {
    const paper = headlessPaper(draftOf({ role: 'problem', list: '一是' }, { role: 'problem', list: '一是', text: '' }))
    paper.caret(1, 'end')
    paper.update(() => { $range().insertParagraph() })
    expect(roles(paper.draft())).toEqual(['problem', 'paragraph'])
  })
  it('E2 cuts a heading into heading and text', () => {
    expect(roles(enter({ role: 'heading1', list: '一、' }, 1))).toEqual(['heading1', 'paragraph'])
  })
})

describe('E3 Backspace at the start of a block', () => {
  const backspace = (times: number, ...shapes: Shape[]) => {
    const paper = headlessPaper(draftOf(...shapes))
    paper.caret(shapes.length - 1, 0)
    for (let count = 0; count < times; count += 1) {
      paper.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
      flush(paper.editor)
    }
    return paper.draft()
  }
  it('E3 takes the number, then the label, then joins', () => {
    const shapes: Shape[] = [{ role: 'paragraph', text: '前' }, { role: 'measure', list: '1.', label: '整改措施：' }]
    expect(backspace(1, ...shapes).blocks[1]).toEqual({ role: 'measure', id: 'b1', label: '整改措施：', runs: [{ text: '甲乙丙' }] })
    expect(backspace(2, ...shapes).blocks[1]).toEqual({ role: 'measure', id: 'b1', runs: [{ text: '甲乙丙' }] })
    expect(texts(backspace(3, ...shapes))).toEqual(['前甲乙丙'])
  })
  it('E3 turns a heading into text first', () => {
    expect(roles(backspace(1, { role: 'paragraph' }, { role: 'heading2', list: '（一）' }))).toEqual(['paragraph', 'paragraph'])
  })
})

describe('commands on blocks', () => {
  it('gives a new part of the record the numbering and label its like have', () => {
    const paper = headlessPaper(draftOf(
      { role: 'problem', list: '一是' }, { role: 'measure', list: '1.', label: '整改措施：' }, { role: 'problem', list: '一是' }, { role: 'paragraph' },
    ))
    paper.caret(3, 0)
    paper.editor.dispatchCommand(SET_ROLE_COMMAND, { role: 'measure' })
    flush(paper.editor)
    expect(paper.draft().blocks[3]).toMatchObject({ role: 'measure', list: '1.', label: '整改措施：' })
  })
  it('changes every block of a selection, numbers running on', () => {
    const paper = headlessPaper(draftOf({ role: 'problem', list: '1.' }, { role: 'paragraph' }, { role: 'paragraph' }))
    paper.update(() => {
      const [, first, last] = $getRoot().getChildren().filter($isPaperBlock)
      first!.selectStart().focus.set(last!.getKey(), last!.getChildrenSize(), 'element')
    })
    paper.editor.dispatchCommand(SET_ROLE_COMMAND, { role: 'problem' })
    flush(paper.editor)
    expect(blockNumbers(paper.draft().blocks)).toEqual(['1.', '2.', '3.'])
  })
  it('sets and takes away numbers and run-in', () => {
    const paper = headlessPaper(draftOf({ role: 'paragraph' }, { role: 'paragraph' }))
    paper.editor.dispatchCommand(SET_LIST_COMMAND, { list: '（一）', blockId: 'b1' })
    paper.editor.dispatchCommand(TOGGLE_RUN_IN_COMMAND, { blockId: 'b1' })
    flush(paper.editor)
    expect(paper.draft().blocks[1]).toMatchObject({ list: '（一）', runIn: true })
    paper.editor.dispatchCommand(SET_LIST_COMMAND, { list: null, blockId: 'b1' })
    paper.editor.dispatchCommand(TOGGLE_RUN_IN_COMMAND, { blockId: 'b1' })
    flush(paper.editor)
    expect(paper.draft().blocks[1]).toEqual({ role: 'paragraph', id: 'b1', runs: [{ text: '甲乙丙' }] })
  })
  it('E1 never runs a block in where none may be', () => {
    const paper = headlessPaper(draftOf({ role: 'title' }, { role: 'paragraph' }))
    paper.editor.dispatchCommand(TOGGLE_RUN_IN_COMMAND, { blockId: 'b1' })
    flush(paper.editor)
    expect(paper.draft().blocks[1]).not.toHaveProperty('runIn')
  })
  it('Shift+Enter is Enter', () => {
    const paper = headlessPaper(draftOf({ role: 'paragraph' }))
    paper.caret(0, 1)
    paper.update(() => { $range().insertLineBreak() })
    flush(paper.editor)
    expect(texts(paper.draft())).toEqual(['甲', '乙丙'])
  })
})

describe('E1 the transforms keep the structure', () => {
  it('makes blocks of whatever comes to the root, and plain text of what comes into a block', () => {
    const paper = headlessPaper(draftOf({ role: 'paragraph' }))
    paper.update(() => {
      $getRoot().append($createParagraphNode().append($createTextNode('外来'), $createLineBreakNode(), $createTextNode('两行')))
      const text = $createTextNode('样式')
      text.setStyle('color: red; font-size: 40px')
      text.toggleFormat('italic')
      text.toggleFormat('bold')
      $getRoot().getChildren().filter($isPaperBlock)[0]!.append(text)
    })
    const { blocks } = paper.draft()
    expect(texts(paper.draft())).toEqual(['甲乙丙样式', '外来', '两行'])
    expect(blocks[0]).toMatchObject({ runs: [{ text: '甲乙丙' }, { text: '样式', bold: true }] })
    expect(new Set(blocks.map((block) => block.id)).size).toBe(3)
  })
  it('is never empty', () => {
    const paper = headlessPaper(draftOf({ role: 'paragraph' }))
    paper.update(() => { $getRoot().clear() })
    expect(paper.draft().blocks.length).toBe(1)
  })
  it('drops characters that no file can hold', () => {
    const paper = headlessPaper(draftOf({ role: 'paragraph', text: '' }))
    paper.caret(0, 'end')
    paper.update(() => { $range().insertText('甲\u0007乙\t丙\u2028') })
    expect(texts(paper.draft())).toEqual(['甲乙\u3000丙'])
  })
})

describe('E4 undo and redo', () => {
  it('E4 bring back the exact draft, over text, roles, properties and restored content', () => {
    const start = draftOf({ role: 'title' }, { role: 'problem', list: '一是' }, { role: 'measure', list: '1.', label: '整改措施：' })
    const paper = headlessPaper(start)
    const steps: (() => void)[] = [
      () => { paper.caret(1, 'end'); paper.update(() => { $range().insertText('，再写一句') }) },
      () => { paper.editor.dispatchCommand(SET_ROLE_COMMAND, { role: 'cause', blockId: 'b1' }); flush(paper.editor) },
      () => paper.update(() => $setHead({ ...$getHead(), kind: 'inspection-plan', meta: { unit: '青禾县水务局' } })),
      () => { paper.caret(2, 1); paper.update(() => { $range().insertParagraph() }) },
      () => paper.update(() => $draftToEditor(draftOf({ role: 'paragraph', text: '恢复的旧稿' }))),
    ]
    const states = [paper.draft()]
    for (const step of steps) {
      step()
      states.push(paper.draft())
    }
    for (let index = states.length - 2; index >= 0; index -= 1) {
      paper.undo()
      expect(paper.draft(), `undo to step ${index}`).toEqual(states[index])
    }
    expect(paper.draft()).toEqual(start)
    for (let index = 1; index < states.length; index += 1) {
      paper.redo()
      expect(paper.draft(), `redo to step ${index}`).toEqual(states[index])
    }
  })
})

describe('E5 paste', () => {
  it('E5 recognises a piece of a paper, without taking its first line for a title', () => {
    const blocks = pastedBlocks(paragraphsFromText('（一）理论学习方面\n【整改问题】：一是学得不深。二是用得不够。\n【整改措施】：每月学习 1 次。\n【整改时限】：立行立改。'), 'team-plan')
    expect(blocks.map((block) => block.role)).toEqual(['heading2', 'problem', 'problem', 'measure', 'timeLimit'])
    expect(blockText(blocks[3]!)).toBe('每月学习1次。')
  })
})
