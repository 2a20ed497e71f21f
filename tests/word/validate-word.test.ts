/** The Open XML SDK's own validator. It takes two seconds to start: one file, one instance. */
import validate from '@ooxml-tools/validate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import type { Layout } from '../../shared/print/layout.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layouts } from '../support/layouts.ts'
import { draftArbitrary } from '../support/random-draft.ts'

const faults = async (draft: Draft, layout: Layout, version: 'Microsoft365' | 'Office2016' = 'Microsoft365') => {
  const bytes = writeWord(buildPrintDocument(draft, layout), { title: draft.title, subject: '类别', creator: '整稿' })
  return (await validate(bytes, 'docx', version)).map((one) => `${one.path.xpath}: ${one.description}`)
}

describe('the validator finds nothing', () => {
  test.each(layouts.map((layout) => [layout.name, layout] as const))('in a draft with everything, %s', async (_, layout) => {
    expect(await faults(fullDraft, layout)).toEqual([])
    expect(await faults(fullDraft, layout, 'Office2016')).toEqual([])
  }, 60_000)

  test('in any draft', async () => {
    await fc.assert(fc.asyncProperty(draftArbitrary, async (draft) => {
      expect(await faults(draft, layouts[0]!)).toEqual([])
    }), { seed: 5, numRuns: 25 })
  }, 60_000)
})
