/** Notes in the editor: they follow the text, in the same step of undo as the edit itself. */
import { $getRoot, $getSelection, $isRangeSelection, DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND, PASTE_TAG } from 'lexical'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DraftNote } from '../../shared/document/draft-note.ts'
import type { Block, Draft } from '../../shared/document/draft.ts'
import { draftSchema, draftSchemaVersion } from '../../shared/document/draft.ts'
import { blockText } from '../../shared/document/runs.ts'
import { placeNotes } from '../../shared/notes/place-notes.ts'
import { $isPaperBlock } from '../../renderer/editor/extensions/block/paper-block-node.ts'
import { MOVE_COMMAND } from '../../renderer/editor/extensions/block/move-commands.ts'
import { $isPaperTable } from '../../renderer/editor/extensions/table/paper-table.ts'
import { $isElementNode } from 'lexical'
import { headlessPaper } from '../support/headless-paper.ts'

const paragraph = (id: string, text: string): Block => ({ role: 'paragraph', id, runs: text === '' ? [] : [{ text }] })
const note = (id: string, blockId: string, more: Partial<DraftNote> = {}): DraftNote => ({ id, kind: 'comment', blockId, text: `批注${id}`, ...more })
const draftOf = (blocks: readonly Block[], notes: readonly DraftNote[]): Draft => draftSchema.parse({ schemaVersion: draftSchemaVersion, id: 'd', kind: 'other', title: '', meta: {}, layout: 'common', blocks, notes })

/** The words each note is about, as they stand, with what stands before them. */
function told(draft: Draft): Record<string, string> {
  const { threads, lost } = placeNotes(draft)
  return Object.fromEntries([
    ...threads.map(({ note: one, place }) => {
      const text = blockText(draft.blocks.find((block) => block.id === one.blockId)!)
      return [one.id, place?.kind === 'quote' ? `${text.slice(0, place.from)}[${text.slice(place.from, place.to)}]${text.slice(place.to)}` : place?.kind === 'point' ? `${text.slice(0, place.at)}|${text.slice(place.at)}` : place?.changed ? `(改)${text}` : `(段)${text}`]
    }),
    ...lost.map(({ note: one }) => [one.id, '(无)']),
  ])
}

const type = (text: string) => {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) selection.insertText(text)
}

describe('N3 notes follow the text', () => {
  const blocks = [paragraph('a', '学习不够深入，学习不够系统。'), paragraph('b', '落实不到位。')]
  const notes = [note('1', 'a', { quote: '学习不够', at: 7 }), note('2', 'a'), note('3', 'a', { kind: 'footnote', at: 6 }), note('4', 'b', { quote: '不到位', at: 2 })]

  test('N3 text before the words moves them, also where equal words come in', () => {
    const paper = headlessPaper(draftOf(blocks, notes))
    paper.caret(0, 0)
    for (const piece of ['学', '习', '不够', '，', '抓紧']) paper.update(() => type(piece))
    expect(told(paper.draft())).toEqual({ 1: '学习不够，抓紧学习不够深入，[学习不够]系统。', 2: '(段)学习不够，抓紧学习不够深入，学习不够系统。', 3: '学习不够，抓紧学习不够深入|，学习不够系统。', 4: '落实[不到位]。' })
    for (let count = 0; count < 5; count += 1) paper.undo()
    expect(paper.draft()).toEqual(draftOf(blocks, notes))
  })

  test('N3 several edits in one update are reckoned from what was shown', () => {
    const paper = headlessPaper(draftOf(blocks, notes))
    paper.caret(0, 0)
    paper.editor.update(() => type('学习不够，'))
    paper.editor.update(() => type('学习不够，'))
    paper.update(() => {})
    expect(told(paper.draft())[1]).toBe('学习不够，学习不够，学习不够深入，[学习不够]系统。')
  })

  test('N3 a block cut in two: each note goes to the half that holds its words', () => {
    const paper = headlessPaper(draftOf(blocks, notes))
    paper.caret(0, 3)
    paper.update(() => { paper.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined) })
    expect(told(paper.draft())).toEqual({ 1: '够深入，[学习不够]系统。', 2: '(段)学习不', 3: '够深入|，学习不够系统。', 4: '落实[不到位]。' })
    paper.undo()
    expect(paper.draft()).toEqual(draftOf(blocks, notes))
  })

  test('N3 cut through the words themselves, the note stays and says so', () => {
    const paper = headlessPaper(draftOf(blocks, notes))
    paper.caret(0, 9)
    paper.update(() => { paper.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined) })
    expect(paper.draft().notes!.find((one) => one.id === '1')!.blockId).toBe('a')
  })

  test('N3 two blocks joined: the notes of the one that is gone are the other\'s', () => {
    const paper = headlessPaper(draftOf(blocks, [...notes, note('5', 'b'), note('6', 'b', { kind: 'endnote', at: 5 })]))
    paper.caret(1, 0)
    paper.update(() => { paper.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true) })
    const joined = '学习不够深入，学习不够系统。落实不到位。'
    expect(told(paper.draft())).toMatchObject({ 1: '学习不够深入，[学习不够]系统。落实不到位。', 4: '学习不够深入，学习不够系统。落实[不到位]。', 5: `(段)${joined}`, 6: '学习不够深入，学习不够系统。落实不到位|。' })
    expect(paper.draft().notes!.every((one) => one.blockId === 'a')).toBe(true)
    paper.undo()
    expect(told(paper.draft())[4]).toBe('落实[不到位]。')
  })

  test('N3 a block that moves keeps its notes, one that is deleted leaves them apart, undo brings them back', () => {
    const paper = headlessPaper(draftOf(blocks, notes))
    paper.caret(1, 0)
    paper.update(() => { paper.editor.dispatchCommand(MOVE_COMMAND, { direction: 'up' }) })
    expect(told(paper.draft())[4]).toBe('落实[不到位]。')
    paper.update(() => $getRoot().getChildren().find((node) => $isPaperBlock(node) && node.getBlockId() === 'a')!.remove())
    expect(told(paper.draft())).toEqual({ 1: '(无)', 2: '(无)', 3: '(无)', 4: '落实[不到位]。' })
    expect(paper.draft().notes).toHaveLength(4)
    paper.undo()
    expect(told(paper.draft())[2]).toBe('(段)学习不够深入，学习不够系统。')
  })

  test('N3 words cut from one block and pasted into another take their note along', () => {
    const paper = headlessPaper(draftOf(blocks, [note('1', 'a', { quote: '不够系统', at: 9 })]))
    paper.update(() => {
      const selection = $getRoot().getFirstChildOrThrow().selectStart()
      const text = selection.anchor.getNode()
      selection.anchor.set(text.getKey(), 7, 'text')
      selection.focus.set(text.getKey(), 13, 'text')
      selection.removeText()
    })
    paper.caret(1, 'end')
    paper.editor.update(() => type('学习不够系统'), { discrete: true, tag: PASTE_TAG })
    expect(told(paper.draft())[1]).toBe('落实不到位。学习[不够系统]')
    expect(paper.draft().notes!.find((one) => one.id === '1')!.blockId).toBe('b')
  })

  test('N3 in a table, by the cell the words stand in', () => {
    const table: Block = { role: 'table', id: 't', columns: ['number', 'problem'], headerRows: 0, rows: [['1', '学得不深'], ['2', '学得不深']] }
    const paper = headlessPaper(draftOf([table, paragraph('b', '完')], [note('1', 't', { quote: '学得不深', at: 9 })]))
    paper.update(() => {
      const found = $getRoot().getChildren().find($isPaperTable)!
      const cell = found.getFirstDescendant()
      if (cell && 'setTextContent' in cell) (cell as { setTextContent: (text: string) => void }).setTextContent('第 1 条，学得不深的')
      void $isElementNode
    })
    expect(told(paper.draft())[1]).toBe('第 1 条，学得不深的\t学得不深\n2\t[学得不深]')
  })

  test('N3 another state of the draft put in brings its own notes', () => {
    const paper = headlessPaper(draftOf(blocks, notes))
    paper.caret(0, 0)
    paper.update(() => type('学习不够'))
    const saved = draftOf(blocks, [note('1', 'a', { quote: '学习不够', at: 0 })])
    paper.undo()
    expect(paper.draft().notes).toEqual(notes)
    expect(saved.notes).toHaveLength(1)
  })

  test('N3 any typing, splitting and joining: no note is lost, words that stand are found, undo gives back every state', () => {
    const pieces = ['学习', '不够', '，', '落实', '不到位', '甲', '乙']
    const gesture = fc.record({ kind: fc.constantFrom('type', 'type', 'enter', 'back', 'delete'), block: fc.nat(9), at: fc.nat(30), text: fc.constantFrom(...pieces) })
    fc.assert(fc.property(fc.array(gesture, { maxLength: 12 }), (gestures) => {
      const unique = [paragraph('a', '甲子乙丑丙寅丁卯。'), paragraph('b', '戊辰己巳庚午。'), paragraph('c', '')]
      const marked = [note('1', 'a', { quote: '丙寅', at: 4 }), note('2', 'b', { quote: '己巳', at: 2 }), note('3', 'b', { kind: 'footnote', at: 3 })]
      const paper = headlessPaper(draftOf(unique, marked))
      const states = [paper.draft()]
      for (const { kind, block, at, text } of gestures) {
        const index = block % paper.draft().blocks.length
        paper.caret(index, Math.min(at, blockText(paper.draft().blocks[index]!).length))
        paper.update(() => {
          if (kind === 'type') type(text)
          else if (kind === 'enter') paper.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
          else {
            const selection = $getSelection()
            if (!$isRangeSelection(selection)) return
            const { anchor, focus } = selection
            const size = anchor.getNode().getTextContentSize()
            const [from, to] = kind === 'back' ? [anchor.offset - 1, anchor.offset] : [anchor.offset, anchor.offset + 1]
            // Without a window the editor cannot tell a character's width; where two blocks meet it need not.
            if ((from < 0 && index === 0) || (to > size && index === paper.draft().blocks.length - 1)) return
            if (from < 0 || to > size) return void paper.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, kind === 'back')
            anchor.set(anchor.key, from, 'text')
            focus.set(anchor.key, to, 'text')
            selection.removeText()
          }
        })
        const draft = paper.draft()
        expect(draft.notes).toHaveLength(3)
        for (const words of ['丙寅', '己巳']) {
          const holder = draft.blocks.find((one) => blockText(one).includes(words))
          const own = draft.notes!.find((one) => one.quote === words)!
          const wasTold = placeNotes(states.at(-1)!).threads.find((one) => one.note.quote === words)?.place
          // While its words stood, the note stays with them wherever they go.
          if (holder && wasTold?.kind === 'quote') expect(own.blockId).toBe(holder.id)
        }
        if (JSON.stringify(draft) !== JSON.stringify(states.at(-1))) states.push(draft)
      }
      for (const state of states.toReversed().slice(1)) {
        paper.undo()
        expect(paper.draft()).toEqual(state)
      }
    }), { seed: 41, numRuns: 150 })
  }, 60_000)
})
