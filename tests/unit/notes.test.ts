import { describe, expect, test } from 'vitest'
import type { DraftNote } from '../../shared/document/draft-note.ts'
import { draftSchema, type Block } from '../../shared/document/draft.ts'
import { addNote, answerNote, editNote, moveNote, noteQuote, noteText, removeNote, setNoteDone, withNotes } from '../../shared/notes/edit-notes.ts'
import { findWords, followPoint } from '../../shared/notes/follow-notes.ts'
import { placeInText, placeNotes } from '../../shared/notes/place-notes.ts'

const paragraph = (id: string, text: string): Block => ({ role: 'paragraph', id, runs: text === '' ? [] : [{ text }] })
const note = (id: string, blockId: string, more: Partial<DraftNote> = {}): DraftNote => ({ id, kind: 'comment', blockId, text: `批注${id}`, ...more })

describe('N1 a note is found by its words', () => {
  test('N1 of equal words those nearest to where it was made', () => {
    expect(placeInText('学习不够，落实不够', { quote: '不够', at: 7 })).toEqual({ kind: 'quote', from: 7, to: 9 })
    expect(placeInText('学习不够，落实不够', { quote: '不够' })).toEqual({ kind: 'quote', from: 2, to: 4 })
  })
  test('N1 words that are gone leave the whole block, told as changed', () => {
    expect(placeInText('学习很好', { quote: '不够', at: 2 })).toEqual({ kind: 'block', changed: true })
    expect(placeInText('学习很好', {})).toEqual({ kind: 'block', changed: false })
    expect(placeInText('学习', { at: 9 })).toEqual({ kind: 'point', at: 2 })
  })
  test('N1 in reading order: by block, then by place; those without a block apart', () => {
    const blocks = [paragraph('a', '一二三四'), paragraph('b', '五六七八')]
    const notes = [note('4', 'b'), note('2', 'a', { quote: '三' }), note('1', 'a', { quote: '二' }), note('5', 'gone'), note('3', 'a', { kind: 'footnote', at: 4 })]
    const placed = placeNotes({ blocks, notes })
    expect(placed.threads.map((one) => one.note.id)).toEqual(['1', '2', '3', '4'])
    expect(placed.lost.map((one) => one.note.id)).toEqual(['5'])
  })
  test('N1 a table is searched with its cells', () => {
    const table: Block = { role: 'table', id: 't', columns: ['number', 'problem'], headerRows: 0, rows: [['1', '学得不深'], ['2', '学得不深']] }
    const { threads } = placeNotes({ blocks: [table], notes: [note('1', 't', { quote: '学得不深', at: 9 })] })
    expect(threads[0]!.place).toEqual({ kind: 'quote', from: 9, to: 13 })
  })
})

describe('N2 threads', () => {
  const notes = [note('1', 'a', { quote: '甲' }), note('2', 'a', { answers: '1' }), note('3', 'a', { answers: '2' }), note('4', 'a')]
  test('N2 answers stand with the note they answer, however deep', () => {
    const { threads } = placeNotes({ blocks: [paragraph('a', '甲')], notes })
    expect(threads.map((one) => [one.note.id, one.answers.map((answer) => answer.id)])).toEqual([['4', []], ['1', ['2', '3']]])
  })
  test('N2 answers to nothing and answers in a ring are shown, each once', () => {
    const ring = [note('1', 'a', { answers: '2' }), note('2', 'a', { answers: '3' }), note('3', 'a', { answers: '1' }), note('4', 'a', { answers: '4' }), note('5', 'a', { answers: 'nobody' })]
    const { threads } = placeNotes({ blocks: [paragraph('a', '甲')], notes: ring })
    expect(threads.flatMap((one) => [one.note.id, ...one.answers.map((answer) => answer.id)]).sort()).toEqual(['1', '2', '3', '4', '5'])
  })
})

describe('N4 editing notes', () => {
  const first = note('1', 'a', { quote: '甲', at: 3 })
  test('N4 adds, answers, edits, marks and removes; what changes nothing is the same object', () => {
    const one = addNote([], first)
    const two = answerNote(one, { id: '2', to: '1', text: '好', author: '张三' })
    expect(two[1]).toEqual({ id: '2', kind: 'comment', blockId: 'a', quote: '甲', at: 3, answers: '1', text: '好', author: '张三' })
    expect(setNoteDone(two, '1', true)[0]!.done).toBe(true)
    expect(setNoteDone(setNoteDone(two, '1', true), '1', false)).toEqual(two)
    expect(setNoteDone(two, '1', false)).toBe(two)
    expect(editNote(two, '1', '改了')[0]!.text).toBe('改了')
    expect(editNote(two, '1', '')).toBe(two)
    expect(editNote(two, '9', '改了')).toBe(two)
    expect(removeNote(two, '1')).toEqual([])
    expect(removeNote(two, '2')).toEqual([first])
    expect(removeNote(two, '9')).toBe(two)
    expect(moveNote(two, '1', 'b').map((each) => [each.blockId, each.quote])).toEqual([['b', undefined], ['b', undefined]])
  })
  test('N4 nothing that makes no valid draft comes in', () => {
    expect(addNote([first], { ...first })).toEqual([first])
    expect(addNote([], note('1', 'a', { text: '' }))).toEqual([])
    expect(noteText('\t 一\r\n二\u0007 \n\n')).toBe('一\n二')
    expect(noteText('\u0000')).toBe('')
    expect(noteQuote('\n表头\t内容')).toBe('表头')
    const draft = draftSchema.parse({ schemaVersion: 4, id: 'd', kind: 'other', title: '', meta: {}, layout: 'common', blocks: [paragraph('a', '甲')], notes: [first] })
    expect(withNotes(draft, [])).not.toHaveProperty('notes')
    expect(() => draftSchema.parse(withNotes(draft, []))).not.toThrow()
  })
})

describe('N3 places follow an edit', () => {
  test.each([
    ['学习不够', '再说学习不够', 2, 4, 4],
    ['学习，学习，学习', '抓学习，学习，学习', 3, 5, 4],
    ['学习，学习，学习', '学习，学习', 6, 8, 3],
    ['不够深入，不够实', '不够，不够深入，不够实', 0, 2, 3],
  ])('N3 %s → %s', (before, after, from, to, at) => {
    expect(findWords(before, from, to, after)?.at).toBe(at)
  })
  test('N3 a mark stays between what stands beside it', () => {
    expect(followPoint('一二三', '零一二三', 2)).toBe(3)
    expect(followPoint('一二三', '一二三四', 2)).toBe(2)
    expect(followPoint('一二三', '三', 1)).toBe(0)
  })
})
