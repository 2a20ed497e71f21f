import { describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { isOwnOfficeFile } from '../../electron/backend/files/is-own-office-file.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { comparable } from '../support/comparable.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layouts } from '../support/layouts.ts'
import { saveAgain, whyNot } from './office.ts'

describe.skipIf(whyNot !== undefined).each(layouts.map((layout) => [layout.name, layout] as const))('layout %s', (_, layout) => {
  test('D3 holds even after another program has saved the file', async () => {
    const bytes = saveAgain(writeWord(buildPrintDocument(fullDraft, layout), { title: fullDraft.title, creator: '' }))
    expect(isOwnOfficeFile(bytes)).toBe(false)
    const read = await readWord(bytes, 'paper.docx')
    if (!read.ok) throw new Error(read.error.message)
    const { draft, understood, report } = recognise(read.value.paragraphs, { draftId: 'again' })
    expect(understood).toBe(true)
    expect(report).toEqual([])
    expect(comparable(draft.blocks)).toEqual(comparable(fullDraft.blocks))
  })
})
