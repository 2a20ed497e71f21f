/** Random notes on a random draft: quotes cut anywhere in its blocks and cells, marks, notes on whole blocks, answers, notes whose block is gone. */
import fc from 'fast-check'
import type { DraftNote } from '../../shared/document/draft-note.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { blockText } from '../../shared/document/runs.ts'
import { noteQuote } from '../../shared/notes/edit-notes.ts'
import { draftArbitrary } from './random-draft.ts'

const choiceArbitrary = fc.record({
  block: fc.nat(), from: fc.nat(), length: fc.nat(20), kind: fc.constantFrom('quote', 'quote', 'quote', 'point', 'block', 'answer', 'lost'),
  text: fc.constantFrom('请核实', '第一行\n第二行', '<改> & “再议”', '\n空行开头', '𠮷'), author: fc.constantFrom(undefined, '张三', '李 "四" <办>', ''),
  date: fc.constantFrom(undefined, '2024-06-30T09:05:00+08:00', '2024-02-29', 'never'), done: fc.boolean(),
})

type Choice = typeof choiceArbitrary extends fc.Arbitrary<infer T> ? T : never

function noteOf(draft: Draft, { block, from, length, kind, text, author, date, done }: Choice, index: number, earlier: readonly DraftNote[]): DraftNote {
  const target = draft.blocks[block % draft.blocks.length]!
  const words = blockText(target)
  const start = from % (words.length + 1)
  const quote = noteQuote(words.slice(start, start + length))
  const asked = earlier.at(block % Math.max(1, earlier.length))
  return {
    id: `n${index}`, kind: kind === 'point' ? (done ? 'footnote' : 'endnote') : 'comment', blockId: kind === 'lost' ? 'gone' : target.id, text,
    ...(kind === 'quote' && quote !== '' ? { quote, at: words.indexOf(quote, start) } : kind === 'point' ? { at: start } : {}),
    ...(author === undefined ? {} : { author }), ...(date === undefined ? {} : { date }), ...(done ? { done: true as const } : {}),
    ...(kind === 'answer' && asked ? { answers: asked.id, blockId: asked.blockId } : {}),
  }
}

export const notedDraftArbitrary: fc.Arbitrary<Draft> = fc.tuple(draftArbitrary, fc.array(choiceArbitrary, { minLength: 1, maxLength: 8 })).map(([draft, choices]) => {
  const notes = choices.reduce<DraftNote[]>((made, choice, index) => [...made, noteOf(draft, choice, index, made)], [])
  return { ...draft, notes }
})
