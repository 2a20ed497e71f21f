import { beforeAll, describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { isOwnOfficeFile } from '../../electron/backend/files/is-own-office-file.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { comparable } from '../support/comparable.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layouts } from '../support/layouts.ts'
import { saveAllAgain, whyNot } from './office.ts'

describe.skipIf(whyNot !== undefined)('saved again', () => {
  let saved: Readonly<Record<string, Uint8Array>> = {}
  beforeAll(() => { saved = saveAllAgain(Object.fromEntries(layouts.map((layout) => [layout.id, writeWord(buildPrintDocument(fullDraft, layout), { title: fullDraft.title, creator: '' })]))) })

  test.each(layouts.map((layout) => [layout.name, layout] as const))('layout %s: D3 holds even after another program has saved the file', async (_, layout) => {
    const bytes = saved[layout.id]!
    expect(isOwnOfficeFile(bytes)).toBe(false)
    const read = await readWord(bytes, 'paper.docx')
    if (!read.ok) throw new Error(read.error.message)
    const { draft, understood, report } = recognise(read.value.paragraphs, { draftId: 'again' })
    expect(understood).toBe(true)
    expect(report).toEqual([])
    expect(comparable(draft.blocks)).toEqual(comparable(fullDraft.blocks))
  })
})
