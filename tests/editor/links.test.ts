/** Links through the editor: undo, and where they go when blocks are cut in two, joined, cut, copied and pasted. */
import { $generateNodesFromSerializedNodes, $insertGeneratedNodes } from '@lexical/clipboard'
import { $getRoot, $getSelection, DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND, type SerializedLexicalNode } from 'lexical'
import { describe, expect, it } from 'vitest'
import type { Block, Draft } from '../../shared/document/draft.ts'
import { deriveLinks } from '../../shared/document/links.ts'
import { blockText } from '../../shared/document/runs.ts'
import { changeLinks } from '../../renderer/editor/extensions/links/change-links.ts'
import { $range, headlessPaper, type HeadlessPaper } from '../support/headless-paper.ts'

type Shape = Partial<Exclude<Block, { role: 'table' }>> & { role: Exclude<Block['role'], 'table'>; text: string; answers?: readonly string[] }

function draftOf(id: string, ...shapes: Shape[]): Draft {
  const blocks = shapes.map(({ text, ...shape }, index) => ({ id: `b${index}`, runs: [{ text }], ...shape }) as Block)
  return { schemaVersion: 4, id, kind: 'self-examination', title: '', meta: {}, layout: 'gb33476', blocks }
}

const paperDraft = draftOf('d',
  { role: 'heading1', text: '问题' }, { role: 'problem', list: '1.', text: '学得少。' }, { role: 'problem', list: '1.', text: '用得少。' },
  { role: 'heading1', text: '措施' }, { role: 'measure', list: '1.', text: '每月读书。', answers: ['b1'] }, { role: 'measure', list: '1.', text: '每季交流。', answers: ['b2'] },
)

/** “每月读书。→学得少。” for each link. */
function told(paper: HeadlessPaper): string[] {
  const links = deriveLinks(paper.draft())
  const leadOf = new Map([...links.problems, ...links.answers].map(({ id, text }) => [id, text]))
  return links.links.map(({ answerId, problemId }) => `${leadOf.get(answerId)}→${leadOf.get(problemId)}`)
}

const whole = ['每月读书。→学得少。', '每季交流。→用得少。']

/** Takes the block out as the clipboard has it. */
function $serialised(index: number): SerializedLexicalNode {
  const block = $getRoot().getChildAtIndex(index)!
  const inside = 'getChildren' in block ? (block as unknown as { getChildren: () => { exportJSON: () => SerializedLexicalNode }[] }).getChildren().map((child) => child.exportJSON()) : []
  return { ...block.exportJSON(), children: inside } as SerializedLexicalNode
}

function paste(paper: HeadlessPaper, nodes: readonly SerializedLexicalNode[]): void {
  paper.update(() => { $insertGeneratedNodes(paper.editor, $generateNodesFromSerializedNodes([...nodes]), $getSelection()!) })
}

/** An empty line after the block, as a writer makes room for what is pasted. */
function newLine(paper: HeadlessPaper, index: number): void {
  paper.caret(index, 'end')
  paper.update(() => { $range().insertParagraph() })
}

describe('K6 changes of links', () => {
  it('K6 are one step of undo each, and redo brings them back', () => {
    const paper = headlessPaper(paperDraft)
    expect(changeLinks(paper.editor, [{ answerId: 'b4', problemId: 'b2', on: true }, { answerId: 'b5', problemId: 'b1', on: true }])).toBe(true)
    expect(told(paper)).toHaveLength(4)
    expect(changeLinks(paper.editor, [{ answerId: 'b4', problemId: 'b1', on: false }])).toBe(true)
    expect(changeLinks(paper.editor, [{ answerId: 'b4', problemId: 'b1', on: false }])).toBe(false)
    paper.undo()
    expect(told(paper)).toHaveLength(4)
    paper.undo()
    expect(paper.draft()).toEqual(paperDraft)
    paper.redo()
    expect(told(paper)).toHaveLength(4)
  })
})

describe('K4 links follow the text', () => {
  it('K4 E14 Enter in the middle leaves them with both halves, before the first character with the text', () => {
    const paper = headlessPaper(paperDraft)
    paper.caret(4, 2)
    paper.update(() => { $range().insertParagraph() })
    expect(paper.draft().blocks.slice(4, 6)).toMatchObject([{ id: 'b4', answers: ['b1'] }, { role: 'measure', answers: ['b1'], runs: [{ text: '读书。' }] }])
    for (const at of [1, 4]) {
      const other = headlessPaper(paperDraft)
      other.caret(at, 0)
      other.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
      other.update(() => {})
      expect(told(other)).toEqual(whole)
      expect(blockText(other.draft().blocks[at]!)).toBe('')
      other.undo()
      expect(other.draft()).toEqual(paperDraft)
    }
  })
  it('K4 two joined by Backspace or Delete have the links of both', () => {
    for (const [at, place, isBackward] of [[2, 0, true], [1, 'end', false]] as const) {
      const paper = headlessPaper({ ...paperDraft, blocks: paperDraft.blocks.map((block) => (block.role === 'problem' ? (({ list: _list, ...rest }) => rest as Block)(block) : block)) })
      paper.caret(at, place)
      paper.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward)
      paper.update(() => {})
      expect(told(paper)).toEqual(['每月读书。→学得少。用得少。', '每季交流。→学得少。用得少。'])
    }
    const paper = headlessPaper({ ...paperDraft, blocks: paperDraft.blocks.map((block) => (block.role === 'measure' ? (({ list: _list, ...rest }) => rest as Block)(block) : block)) })
    paper.caret(5, 0)
    paper.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
    paper.update(() => {})
    expect(told(paper)).toEqual(['每月读书。每季交流。→学得少。', '每月读书。每季交流。→用得少。'])
    paper.undo()
    expect(told(paper)).toEqual(whole)
  })
  it('K4 a problem cut and pasted in its paper keeps them', () => {
    const paper = headlessPaper(paperDraft)
    let cut: SerializedLexicalNode[] = []
    paper.update(() => {
      cut = [$serialised(1)]
      $getRoot().getChildAtIndex(1)!.remove()
    })
    expect(told(paper)).toEqual(['每季交流。→用得少。'])
    newLine(paper, 1)
    paste(paper, cut)
    expect(paper.draft().blocks.slice(1, 4).map(blockText)).toEqual(['用得少。', '学得少。', '措施'])
    expect(told(paper).sort()).toEqual([...whole].sort())
  })
  it('K4 a copy of a measure answers the same, and the first stays what it was', () => {
    const paper = headlessPaper(paperDraft)
    let copied: SerializedLexicalNode[] = []
    paper.update(() => { copied = [$serialised(4), $serialised(5)] })
    newLine(paper, 5)
    paste(paper, copied)
    expect(new Set(paper.draft().blocks.map(({ id }) => id)).size).toBe(paper.draft().blocks.length)
    expect(told(paper).filter((one) => one === '每月读书。→学得少。')).toHaveLength(2)
    expect(paper.draft().blocks[4]).toMatchObject({ id: 'b4' })
  })
  it('K4 in another paper they mean nothing and are left behind', () => {
    const from = headlessPaper(paperDraft)
    let copied: SerializedLexicalNode[] = []
    from.update(() => { copied = [$serialised(4), $serialised(5)] })
    const into = headlessPaper({ ...paperDraft, id: 'other' })
    newLine(into, 5)
    paste(into, copied)
    expect(into.draft().blocks).toHaveLength(8)
    expect(told(into)).toEqual(whole)
    expect(new Set(into.draft().blocks.map(({ id }) => id)).size).toBe(8)
  })
})
