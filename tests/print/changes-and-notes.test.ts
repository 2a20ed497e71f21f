/** Tracked changes and comments as LibreOffice understands them. */
import { beforeAll, describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { wordChanges } from '../../electron/backend/word/write-changes.ts'
import { wordComments } from '../../electron/backend/word/write-comments.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import type { Block, Draft } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { isTextBlock } from '../../shared/document/runs.ts'
import { annotationsOf } from '../../shared/notes/annotations.ts'
import { changedDocument } from '../../shared/print/changed-document.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layoutOf } from '../support/layouts.ts'
import { all, parse, unpack } from '../word/structure-checks.ts'
import { saveAllAgain, toPdfs, whyNot, wordsOf } from './office.ts'

const layout = layoutOf('gb33476')
const inserted = '新增的一段：进一步压实责任。'

/** The full draft edited as a writer does: a word changed, a paragraph put in, one taken out, a cell written anew. */
function edited(draft: Draft): { now: Draft; gone: string } {
  const texts = draft.blocks.filter((block) => block.role === 'paragraph' && isTextBlock(block) && block.runs.length > 0 && !block.runIn && !block.label)
  const [changed, removed] = [texts[0]!, texts[1]!]
  const blocks = draft.blocks.flatMap((block): Block[] => {
    if (block.id === removed.id) return []
    if (block.id === changed.id && isTextBlock(block)) return [{ ...block, runs: [...block.runs, { text: '并限期办结。' }] } as Block, { role: 'paragraph', id: 'inserted', runs: [{ text: inserted }] }]
    if (!isTextBlock(block)) return [{ ...block, rows: block.rows.map((row, index) => (index === block.rows.length - 1 ? row.map((cell, column) => (column === 1 ? `${cell}改后` : cell)) : row)) }]
    return [block]
  })
  return { now: { ...draft, blocks }, gone: isTextBlock(removed) ? removed.runs.map((run) => run.text).join('') : '' }
}

describe.skipIf(whyNot !== undefined)('LibreOffice', () => {
  const { now, gone } = edited(fullDraft)
  const bytes = writeWord(changedDocument(buildPrintDocument(fullDraft, layout), buildPrintDocument(now, layout)), { title: '修订', creator: '' }, wordChanges({ author: '张三', date: '2024-06-30T09:05:00' }))
  const first = fullDraft.blocks.find((block) => block.role === 'paragraph' && isTextBlock(block) && block.runs.length > 0)!
  const quote = isTextBlock(first) ? first.runs[0]!.text.slice(0, 4) : ''
  const draft: Draft = { ...fullDraft, notes: [{ id: '1', kind: 'comment', blockId: first.id, quote, at: 0, text: '第一行\n第二行', author: '张三', date: '2024-06-30T09:05:00+08:00' }, { id: '2', kind: 'comment', blockId: first.id, text: '同意', answers: '1', author: '李四', done: true }] }
  const printed = buildPrintDocument(draft, layout)
  let saved: Readonly<Record<string, Uint8Array>> = {}
  beforeAll(() => { saved = saveAllAgain({ changes: bytes, comments: writeWord(printed, { title: '批注', creator: '' }, wordComments(printed, annotationsOf(draft))) }) })

  test('N12 shows what was put in and what was taken out', () => {
    const text = wordsOf(toPdfs({ changes: bytes })['changes']!).flatMap((page) => page.words.map((word) => word.text)).join('')
    expect(text).toContain(inserted.slice(0, 10))
    expect(text).toContain('并限期办结')
    expect(gone.length).toBeGreaterThan(0)
    expect(text.replaceAll(/\s/gu, '')).toContain(gone.slice(0, 10).replaceAll(/\s/gu, ''))
  })

  test('N12 keeps every change when it saves the file again', async () => {
    const again = saved['changes']!
    const document = parse(unpack(again)['word/document.xml']!)
    expect(all(document, 'w:ins').length).toBeGreaterThan(0)
    expect(all(document, 'w:delText').map((one) => one.text).join('')).toContain(gone)
    const read = await readWord(again, 'paper.docx')
    if (!read.ok) throw new Error(read.error.message)
    expect(printText(recognise(read.value.paragraphs, { draftId: 'again' }).draft)).toBe(printText(now))
  })

  test('N8 keeps the comments, their words, answers and blocks', async () => {
    const again = saved['comments']!
    const comments = all(parse(unpack(again)['word/comments.xml']!), 'w:comment')
    expect(comments.map((one) => [one.attributes['w:author'], all(one, 'w:p').map((line) => all(line, 'w:t').map((text) => text.text).join('')).join('\n')])).toEqual([['张三', '第一行\n第二行'], ['李四', '同意']])
    const read = await readWord(again, 'paper.docx')
    if (!read.ok) throw new Error(read.error.message)
    expect(printText(recognise(read.value.paragraphs, { draftId: 'again' }).draft)).toBe(printText(draft))
  })
})
