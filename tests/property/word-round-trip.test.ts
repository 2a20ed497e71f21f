import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { printedClassification, printedOfficial } from '../../shared/document/official-form.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { isTextBlock } from '../../shared/document/runs.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { comparable } from '../support/comparable.ts'
import { layoutOf, layouts } from '../support/layouts.ts'
import { draftArbitrary } from '../support/random-draft.ts'

const seed = 20240712

async function readBack(draft: Draft, layoutId: string) {
  const read = await readWord(writeWord(buildPrintDocument(draft, layoutOf(layoutId)), { title: draft.title, creator: '' }), 'draft.docx')
  if (!read.ok) throw new Error(read.error.message)
  return { read: read.value, recognised: recognise(read.value.paragraphs, { draftId: 'again' }) }
}

describe('a Word file of ours', () => {
  test('D3 read back gives the same blocks, and nothing to report', async () => {
    await fc.assert(fc.asyncProperty(draftArbitrary, fc.constantFrom(...layouts.map((layout) => layout.id)), async (draft, layoutId) => {
      const { read, recognised } = await readBack(draft, layoutId)
      expect(recognised.understood).toBe(true)
      expect(recognised.report).toEqual([])
      expect(read.notes).toEqual([])
      expect(comparable(recognised.draft.blocks)).toEqual(comparable(draft.blocks))
      expect(read.official).toEqual(draft.official === undefined ? undefined : printedOfficial(draft.official))
      expect(read.classification).toEqual(printedClassification(draft.meta.classification))
    }), { seed, numRuns: 400 })
  }, 120_000)

  test('each printed line of the draft is one paragraph of the document', () => {
    fc.assert(fc.property(draftArbitrary, (draft) => {
      const texts = draft.blocks.filter(isTextBlock)
      const printed = buildPrintDocument({ blocks: texts }, layoutOf('common')).parts
        .flatMap((part) => (part.kind === 'paragraph' ? [part.runs.map((run) => run.text).join('')] : []))
      expect(printed).toEqual(printLines(texts))
    }), { seed, numRuns: 300 })
  })
})
