/** Every fixture of reading, both sides of its tracked changes. */
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { readWord } from '../../electron/backend/word/read-word.ts'
import type { RevisionView } from '../../shared/recognition/revision-view.ts'
import { sourceText } from '../../shared/recognition/source.ts'
import { importSourceSchema } from '../../shared/contract/procedures.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { numberingCases } from './cases/numbering-cases.ts'
import { packageCases } from './cases/package-cases.ts'
import { paperCases } from './cases/paper-cases.ts'
import { textCases } from './cases/text-cases.ts'
import { readingCases, type ReadingCase } from './reading-cases.ts'

async function read(one: ReadingCase, revisions?: RevisionView) {
  const result = await readWord(one.bytes(), `${one.name}.docx`, revisions === undefined ? {} : { revisions })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe.each([
  ['W1 automatic numbers', numberingCases], ['W2 inside paragraphs', textCases], ['W3 the paper as a whole', paperCases], ['W4 packages', packageCases],
])('%s', (_, cases) => {
  test.each(cases.map((one) => [one.name, one.shows, one] as const))('%s: %s', async (_name, _shows, one) => {
    const { paragraphs, notes } = await read(one)
    expect(sourceText(paragraphs)).toBe(one.expectedText)
    expect(notes).toEqual(one.expectedReport)
    // What is read fits the contract, and recognition loses none of it.
    expect(importSourceSchema.safeParse({ name: one.name, format: 'docx', paragraphs, notes }).success).toBe(true)
    expect(recognise(paragraphs, { draftId: 'd' }).understood).toBe(true)
  })
})

describe('W5 the text before the tracked changes', () => {
  test.each(readingCases.filter((one) => one.originalText !== undefined).map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const { paragraphs, revisions } = await read(one, 'original')
    expect(sourceText(paragraphs)).toBe(one.originalText)
    expect(revisions?.view).toBe('original')
    const accepted = (await read(one)).revisions
    // Both sides tell of the same changes.
    expect({ ...revisions, view: '' }).toEqual({ ...accepted, view: '' })
  })

  test('a file without tracked changes has no choice to offer', async () => {
    expect((await read(readingCases[0]!)).revisions).toBeUndefined()
  })
})

test('W4 each of these packages is taken for a Word file by its bytes', async () => {
  for (const one of packageCases) {
    const result = await readDocument({ name: `${one.name}.wps`, bytes: one.bytes() })
    expect([one.name, result.ok && result.value.format]).toEqual([one.name, 'docx'])
  }
})

test('W6 every fixture has a name of its own and says what it shows', () => {
  expect(new Set(readingCases.map((one) => one.name)).size).toBe(readingCases.length)
  for (const one of readingCases) expect(one.name).toMatch(/^[a-zA-Z0-9-]+$/)
  expect(readingCases.every((one) => one.shows !== '')).toBe(true)
})
