/** Notes keep their words through all that recognition does to the text. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftNotesSchema } from '../../shared/document/draft-note.ts'
import { printPlaces } from '../../shared/document/print-places.ts'
import { printText } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { notesOfSource } from '../../shared/recognition/notes-of-source.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import type { SourceNote, SourceParagraph } from '../../shared/recognition/source.ts'
import { draftArbitrary } from '../support/random-draft.ts'
import { readCorpora } from '../support/paper-corpus.ts'

const comment = (from: number, to: number, more: Partial<SourceNote> = {}): SourceNote => ({ kind: 'comment', from, to, text: '请核', ...more })

function placed(source: readonly SourceParagraph[]) {
  const { draft, report } = recognise(source, { draftId: 'd' })
  return notesOfSource(source, draft, report).map((note) => {
    const block = draft.blocks.find((one) => one.id === note.blockId)!
    return { role: block.role, text: blockText(block), quote: note.quote, at: note.at }
  })
}

const title = { text: '某县水务局整改方案', hint: { centred: true as const } }

describe('W7 a note finds its words again', () => {
  test('behind an indent that was cut, a blank taken out, a number rewritten', () => {
    const text = '　　（四） 学习 不够深入，需要 加强。'
    const from = text.indexOf('不够')
    expect(placed([title, { text: '一、存在问题' }, { text, hint: { notes: [comment(from, from + 4)] } }])[0])
      .toMatchObject({ quote: '不够深入', at: 2 })
  })

  test('in a line that was joined to the one before', () => {
    const first = '坚持问题导向和目标导向相结合，压实整改责任，明确整改时限和责任部门，确保各项整改任务都'
    const second = '落到实处、见到成效，推动全局工作再上新台阶，为高质量发展提供坚强保证。'
    const [note] = placed([title, { text: '一、总体要求' }, { text: `　　${first}` }, { text: second, hint: { notes: [comment(0, 4)] } }])
    expect(note!.quote).toBe('落到实处')
    expect(note!.text.slice(note!.at, note!.at! + 4)).toBe('落到实处')
  })

  test('in a block run in behind others, at a number, at a label, in a line that went', () => {
    const text = '（一）学习方面。一是学得少；二是学得浅。'
    const at = text.indexOf('学得浅')
    expect(placed([title, { text: '一、存在问题' }, { text, hint: { notes: [comment(at, at + 3)] } }])[0]).toMatchObject({ text: '学得浅。', quote: '学得浅', at: 0 })
    expect(placed([title, { text: '一、总体要求', hint: { notes: [comment(0, 2)] } }, { text: '坚持问题导向。' }])[0]).toEqual({ role: 'heading1', text: '总体要求', quote: undefined, at: 0 })
    expect(placed([title, { text: '', hint: { notes: [comment(0, 0)] } }, { text: '坚持问题导向，务求实效。' }])).toHaveLength(1)
  })

  test('the mark of a footnote stands behind its word, at the end of its own block', () => {
    const footnote: SourceNote = { kind: 'footnote', from: 4, to: 4, text: '出处' }
    expect(placed([title, { text: '坚持导向，务求实效。', hint: { notes: [footnote] } }])[0]).toMatchObject({ at: 4, quote: undefined })
    const line = '一是学得少；二是学得浅。'
    const end = line.indexOf('二是')
    expect(placed([title, { text: '一、存在问题' }, { text: line, hint: { notes: [{ ...footnote, from: end, to: end }] } }])[0]).toMatchObject({ text: '学得少；', at: 4 })
  })

  test('a comment over several blocks stands at the first of them', () => {
    const line = '一是学得少；二是学得浅。'
    expect(placed([title, { text: '一、存在问题' }, { text: line, hint: { notes: [comment(2, line.length)] } }])[0]).toMatchObject({ text: '学得少；', quote: '学得少；', at: 0 })
  })

  test('in a table its words tell the cell; the mark of a footnote is told by the words before it', () => {
    const rows = [['序号', '问题'], ['1', '学习不够深入']]
    const text = rows.map((row) => row.join('\t')).join('\n')
    const at = text.indexOf('不够')
    const table = { text, hint: { table: { rows, headerRows: 1 }, notes: [comment(at, at + 4), { kind: 'footnote' as const, from: text.length, to: text.length, text: '注' }] } }
    const found = placed([title, table])
    expect(found[0]).toMatchObject({ role: 'table', quote: '不够深入' })
    expect(found[0]!.text.slice(found[0]!.at, found[0]!.at! + 4)).toBe('不够深入')
    expect(found[1]).toMatchObject({ role: 'table', quote: '学习不够深入' })
  })
})

describe('W8 what a note says', () => {
  const noted = (notes: readonly SourceNote[]) => {
    const source = [title, { text: '坚持问题导向，务求实效。', hint: { notes } }]
    const { draft, report } = recognise(source, { draftId: 'd' })
    return notesOfSource(source, draft, report)
  }

  test('author, date, answers and what is dealt with', () => {
    const notes = noted([comment(0, 2, { id: '5', author: '张三', date: '2023-11-01T09:00:00Z' }), comment(0, 2, { id: '7', answers: '5', done: true }), comment(0, 2, { answers: '99' })])
    expect(notes.map(({ id, author, date, answers, done }) => ({ id, author, date, answers, done }))).toEqual([
      { id: 'n1', author: '张三', date: '2023-11-01T09:00:00Z', answers: undefined, done: undefined },
      { id: 'n2', author: undefined, date: undefined, answers: 'n1', done: true },
      { id: 'n3', author: undefined, date: undefined, answers: undefined, done: undefined },
    ])
  })

  test('a text beyond all measure goes on in further notes, control characters go, everything fits the draft', () => {
    const long = '长'.repeat(45_000)
    const notes = noted([comment(0, 2, { text: long }), comment(0, 2, { text: '甲\u0007乙\n丙', author: `名\u0001${'长'.repeat(200)}` })])
    expect(notes.filter((note) => note.id.startsWith('n1')).map((note) => note.text).join('')).toBe(long)
    expect(notes.at(-1)!.text).toBe('甲乙\n丙')
    expect(draftNotesSchema.safeParse(notes).success).toBe(true)
  })

  test('no notes, no work', () => {
    expect(notesOfSource([title], recognise([title], { draftId: 'd' }).draft, [])).toEqual([])
  })
})

const seed = 20240803

describe('W7 by random papers', () => {
  test('the place of each block in the print is its text', () => {
    fc.assert(fc.property(draftArbitrary, (draft) => {
      const printed = printText(draft)
      expect(printPlaces(draft.blocks).map(({ from, to }) => printed.slice(from, to))).toEqual(draft.blocks.map(blockText))
    }), { seed, numRuns: 300 })
  }, 60_000)

  test('every note finds a block, in the words it was about as far as they are still there', () => {
    const papers = readCorpora().map((paper) => paper.text)
    fc.assert(fc.property(fc.constantFrom(...papers), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 12 })), { minLength: 1, maxLength: 12 }), (text, choices) => {
      const lines = text.split('\n')
      const notes = new Map<number, SourceNote[]>()
      for (const [line, from, length] of choices) {
        const at = line % lines.length
        const start = from % (lines[at]!.length + 1)
        notes.set(at, [...(notes.get(at) ?? []), comment(start, Math.min(lines[at]!.length, start + length))])
      }
      const source = lines.map((one, index): SourceParagraph => (notes.has(index) ? { text: one, hint: { notes: notes.get(index)! } } : { text: one }))
      const { draft, report } = recognise(source, { draftId: 'd' })
      const found = notesOfSource(source, draft, report)
      expect(found).toHaveLength(choices.length)
      expect(draftNotesSchema.safeParse(found).success).toBe(true)
      const asked = source.flatMap(({ text: line, hint }) => (hint?.notes ?? []).map((note) => line.slice(note.from, note.to)))
      found.forEach((note, index) => {
        const block = draft.blocks.find((one) => one.id === note.blockId)!
        if (note.quote === undefined) return
        expect(blockText(block).slice(note.at, note.at! + note.quote.length)).toBe(note.quote)
        // In a table a place without words of its own is told by the words before it.
        if (block.role === 'table') return
        // No character of the quote comes from elsewhere: all stand in the words asked for, in order, but for what the report changed.
        const wanted = [...asked[index]!.normalize('NFKC')]
        const kept = [...note.quote.normalize('NFKC')].filter((sign) => wanted.includes(sign))
        expect(kept.length / [...note.quote.normalize('NFKC')].length).toBeGreaterThanOrEqual(0.5)
      })
    }), { seed, numRuns: 300 })
  }, 120_000)
})
