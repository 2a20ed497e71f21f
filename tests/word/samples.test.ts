/** The real papers beside the repository, where they are there: recognised, set in Word, validated, read back. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import validate from '@ooxml-tools/validate'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { printText } from '../../shared/document/print-text.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { comparable } from '../support/comparable.ts'
import { layouts } from '../support/layouts.ts'
import { structureFaults } from './structure-checks.ts'

const shipped = new URL('../../resources/examples/', import.meta.url)
const real = new URL('../../../shared/samples/', import.meta.url)
const papersIn = (folder: URL) => readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))

const samples = existsSync(real) ? papersIn(real) : []
if (samples.length === 0) console.warn('no sample papers at ../shared/samples: 0 of 5 tried')

describe.each([...papersIn(shipped), ...samples])('$name', ({ name, bytes }) => {
  test('D3 from text to Word and back: valid, and the same blocks', async () => {
    const read = await readDocument({ name, bytes })
    if (!read.ok) throw new Error(read.error.message)
    const { draft } = recognise(read.value.paragraphs, { draftId: name })
    for (const layout of layouts) {
      const word = writeWord(buildPrintDocument(draft, layout), { title: draft.title, creator: draft.meta.unit ?? '' })
      expect(structureFaults(word)).toEqual([])
      expect(await validate(word, 'docx')).toEqual([])
      const again = await readDocument({ name: 'a.docx', bytes: word })
      if (!again.ok) throw new Error(again.error.message)
      const recognised = recognise(again.value.paragraphs, { draftId: name })
      expect(recognised.understood).toBe(true)
      expect(recognised.report).toEqual([])
      expect(comparable(recognised.draft.blocks)).toEqual(comparable(draft.blocks))
      expect(printText(recognised.draft)).toBe(printText(draft))
    }
  }, 60_000)
})
