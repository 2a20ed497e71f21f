/** Two versions as tracked changes: accepted they are the one, rejected the other. */
import validate from '@ooxml-tools/validate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { wordChanges } from '../../electron/backend/word/write-changes.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import type { Block, Draft } from '../../shared/document/draft.ts'
import { draftSchema, draftSchemaVersion } from '../../shared/document/draft.ts'
import { printedClassification, printedOfficial } from '../../shared/document/official-form.ts'
import { printText } from '../../shared/document/print-text.ts'
import { changedDocument } from '../../shared/print/changed-document.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { comparable } from '../support/comparable.ts'
import { layoutOf } from '../support/layouts.ts'
import { versionsArbitrary, type Versions } from '../support/random-versions.ts'
import { settledLines } from '../support/settle-changes.ts'
import { all, parse, structureFaults, unpack } from './structure-checks.ts'

const author = { author: '张三 & "办"', date: '2024-06-30T09:05:00' }

function write({ old, now }: Versions): Uint8Array {
  const layout = layoutOf('gb33476')
  return writeWord(changedDocument(buildPrintDocument(old, layout), buildPrintDocument(now, layout)), { title: now.title, creator: '' }, wordChanges(author))
}

const seed = 90210
const faultsOf = (bytes: Uint8Array) => structureFaults(bytes)
const documentOf = (bytes: Uint8Array) => parse(unpack(bytes)['word/document.xml']!)
const paper = (...blocks: Block[]): Draft => draftSchema.parse({ schemaVersion: draftSchemaVersion, id: 'd', kind: 'other', title: '', meta: {}, layout: 'common', blocks })
const paragraph = (id: string, text: string, more: object = {}): Block => ({ role: 'paragraph', id, runs: text === '' ? [] : [{ text }], ...more }) as Block
/** The document with changes told as [-…-] and [+…+]. */
const told = (versions: Versions) => all(documentOf(write(versions)), 'w:p').map((one) => one.children.map((run) =>
  (run.name === 'w:ins' ? `[+${all(run, 'w:t').map((text) => text.text).join('')}+]` : run.name === 'w:del' ? `[-${all(run, 'w:delText').map((text) => text.text).join('')}-]` : all(run, 'w:t').map((text) => text.text).join(''))).join(''))

describe('N12 differences as tracked changes', () => {
  test('N12 accepting all gives exactly the new print text, rejecting all exactly the old one', () => {
    fc.assert(fc.property(versionsArbitrary, (versions) => {
      const bytes = write(versions)
      const document = documentOf(bytes)
      expect(settledLines(document, 'accept').join('\n')).toBe(printText(versions.now))
      expect(settledLines(document, 'reject').join('\n')).toBe(printText(versions.old))
    }), { seed, numRuns: 500 })
  }, 180_000)

  test('N12 our own reader, which keeps what was put in, reads the blocks of the new version', async () => {
    await fc.assert(fc.asyncProperty(versionsArbitrary, async (versions) => {
      const read = await readWord(write(versions), 'draft.docx')
      if (!read.ok) throw new Error(read.error.message)
      const { draft } = recognise(read.value.paragraphs, { draftId: 'again' })
      expect(printText(draft)).toBe(printText(versions.now))
      expect(comparable(draft.blocks)).toEqual(comparable(versions.now.blocks))
      expect(read.value.official).toEqual(versions.now.official && printedOfficial(versions.now.official))
      expect(read.value.classification).toEqual(printedClassification(versions.now.meta.classification))
    }), { seed, numRuns: 300 })
  }, 180_000)

  test('N12 X3 ids are unique, the structure is sound, each change names author and time', () => {
    fc.assert(fc.property(versionsArbitrary, (versions) => {
      const bytes = write(versions)
      expect(faultsOf(bytes)).toEqual([])
      const document = documentOf(bytes)
      const changes = ['w:ins', 'w:del', 'w:rPrChange', 'w:pPrChange'].flatMap((name) => all(document, name))
      const ids = [...changes, ...all(document, 'w:bookmarkStart')].map((one) => one.attributes['w:id'])
      expect(new Set(ids).size).toBe(ids.length)
      for (const one of changes) expect([one.attributes['w:author'], one.attributes['w:date']]).toEqual([author.author, `${author.date}Z`])
      expect(all(document, 'w:del').flatMap((one) => all(one, 'w:t'))).toEqual([])
      expect(all(document, 'w:delText').length).toBe(all(document, 'w:del').flatMap((one) => all(one, 'w:delText')).length)
    }), { seed, numRuns: 200 })
  }, 120_000)

  test('N12 X3 the validator finds nothing', async () => {
    await fc.assert(fc.asyncProperty(versionsArbitrary, async (versions) => {
      for (const version of ['Microsoft365', 'Office2016'] as const) expect((await validate(write(versions), 'docx', version)).map((one) => `${one.path.xpath}: ${one.description}`)).toEqual([])
    }), { seed: 8, numRuns: 25 })
  }, 120_000)

  test('N12 the same version twice has no change, and the same two give the same bytes', () => {
    fc.assert(fc.property(versionsArbitrary, ({ old, now }) => {
      const document = documentOf(write({ old, now: old }))
      expect(['w:ins', 'w:del', 'w:rPrChange', 'w:pPrChange'].flatMap((name) => all(document, name))).toEqual([])
      expect(write({ old, now })).toEqual(write({ old, now }))
    }), { seed, numRuns: 60 })
  }, 60_000)

  test('N12 words change as words, numbers as printed', () => {
    const old = paper(paragraph('a', '目标', { role: 'heading1', list: '一、' }), paragraph('b', '2023年11月底前，学习不够深入的问题得到解决。'), paragraph('c', '措施', { role: 'heading1', list: '一、' }))
    const now = paper(paragraph('b', '2024年11月底前，学习不够系统、不够深入的问题得到解决。'), paragraph('c', '措施', { role: 'heading1', list: '一、' }))
    expect(told({ old, now })).toEqual(['[-一、-][-目标-]', '[-2023-][+2024+]年11月底前，学习[+不够系统、+]不够深入的问题得到解决。', '[-二-][+一+]、措施'])
  })
})
