/** What goes out beside the text comes back through our own reader. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noCorrections, preview } from '../../electron/backend/jobs/tasks.ts'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { wordChanges } from '../../electron/backend/word/write-changes.ts'
import { wordComments } from '../../electron/backend/word/write-comments.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import type { ImportSource } from '../../shared/contract/procedures.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { annotationsOf, type Annotation } from '../../shared/notes/annotations.ts'
import { changedDocument } from '../../shared/print/changed-document.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { layoutOf } from '../support/layouts.ts'
import { notedDraftArbitrary } from '../support/random-notes.ts'
import { versionsArbitrary } from '../support/random-versions.ts'

const layout = layoutOf('gb33476')
const seed = 31

/** Remarks as they can be told apart on paper: by place, words, who, when, and what they answer. */
function told(draft: Draft) {
  const annotations = annotationsOf(draft)
  const inText = (one: Annotation) => draft.blocks.find((block) => block.id === one.blockId)!.role !== 'table'
  const place = (one: Annotation) => `${draft.blocks.findIndex((block) => block.id === one.blockId)}:${inText(one) ? `${one.from}-${one.to}` : 'table'}`
  return annotations.map((one) => JSON.stringify([place(one), one.author, one.text.trim(), one.date ?? null, one.done ?? false, one.answers === undefined ? null : annotations.find((other) => other.id === one.answers)!.text.trim()])).sort()
}

/** What has no words to be found by, a mark at the seam of two blocks or a block without text, may come back beside its place. */
function withWords(draft: Draft): Draft {
  const { notes = [], ...rest } = draft
  const texts = new Map(draft.blocks.map((block) => [block.id, blockText(block)]))
  const kept = new Set(annotationsOf(draft).filter((one) => (texts.get(one.blockId) ?? '').slice(one.from, one.to).trim() !== '').map((one) => one.id))
  const own = notes.filter((note) => kept.has(note.id))
  return own.length === 0 ? rest : { ...rest, notes: own }
}

describe('read back', () => {
  test('N8 comments come back as notes, at the same words, with answers and state', async () => {
    await fc.assert(fc.asyncProperty(notedDraftArbitrary.map(withWords), async (draft) => {
      const document = buildPrintDocument(draft, layout)
      const read = await readWord(writeWord(document, { title: draft.title, creator: '' }, wordComments(document, annotationsOf(draft))), 'draft.docx')
      if (!read.ok) throw new Error(read.error.message)
      const source: ImportSource = { name: 'draft.docx', format: 'docx', paragraphs: read.value.paragraphs as ImportSource['paragraphs'], notes: [] }
      expect(told(preview(source, noCorrections, 'again').draft)).toEqual(told(draft))
    }), { seed, numRuns: 150 })
  }, 120_000)

  test('N12 taken as it was before its changes, the file has the words of the older version', async () => {
    await fc.assert(fc.asyncProperty(versionsArbitrary, async ({ old, now }) => {
      const bytes = writeWord(changedDocument(buildPrintDocument(old, layout), buildPrintDocument(now, layout)), { title: now.title, creator: '' }, wordChanges({ author: '张三', date: '2024-06-30T09:05:00' }))
      const read = await readWord(bytes, 'draft.docx', { revisions: 'original' })
      if (!read.ok) throw new Error(read.error.message)
      const words = (text: string) => text.replaceAll(/\s/gu, '')
      expect(words(read.value.paragraphs.map((paragraph) => paragraph.text).join(''))).toBe(words(printText(old)))
    }), { seed, numRuns: 200 })
  }, 120_000)
})
