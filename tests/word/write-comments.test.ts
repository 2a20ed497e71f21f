/** Notes as Word comments: the ranges cover exactly the words, the blocks stay what they are. */
import validate from '@ooxml-tools/validate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { wordComments } from '../../electron/backend/word/write-comments.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { draftSchema, draftSchemaVersion, type Draft } from '../../shared/document/draft.ts'
import { printedClassification, printedOfficial } from '../../shared/document/official-form.ts'
import { blockText } from '../../shared/document/runs.ts'
import { annotationsOf, clockOf, type Annotation } from '../../shared/notes/annotations.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { comparable } from '../support/comparable.ts'
import { layoutOf } from '../support/layouts.ts'
import { officialDrafts } from '../support/official-drafts.ts'
import { notedDraftArbitrary } from '../support/random-notes.ts'
import { all, parse, structureFaults, unpack, type Node } from './structure-checks.ts'

function write(draft: Draft, annotations: readonly Annotation[] = annotationsOf(draft)): Uint8Array {
  const document = buildPrintDocument(draft, layoutOf('gb33476'))
  return writeWord(document, { title: draft.title, creator: '' }, wordComments(document, annotations))
}

/** The text between the beginning and the end of each comment's range, by the comment's number. */
function ranges(document: Node): Map<string, string> {
  const open = new Map<string, string>()
  const done = new Map<string, string>()
  const visit = (node: Node) => {
    const id = node.attributes['w:id']!
    if (node.name === 'w:commentRangeStart') open.set(id, '')
    else if (node.name === 'w:commentRangeEnd') {
      done.set(id, open.get(id)!)
      open.delete(id)
    } else if (node.name === 'w:t') for (const [one, text] of open) open.set(one, text + node.text)
    node.children.forEach(visit)
  }
  visit(document)
  expect([...open.keys()]).toEqual([])
  return done
}

const seed = 4711
const lineOf = (annotation: Annotation, draft: Draft) => {
  const block = draft.blocks.find((one) => one.id === annotation.blockId)!
  const text = blockText(block).slice(annotation.from, annotation.to)
  // In a table a comment stands in the line it begins in.
  return block.role === 'table' ? text.split(/[\n\t]/u)[0]! : text
}

describe('N8 notes as comments', () => {
  test('N8 each range covers exactly the words, in any draft with any notes', () => {
    fc.assert(fc.property(notedDraftArbitrary, (draft) => {
      const annotations = annotationsOf(draft)
      const bytes = write(draft)
      expect(structureFaults(bytes)).toEqual([])
      const parts = unpack(bytes)
      if (annotations.length === 0) {
        expect(parts['word/comments.xml']).toBeUndefined()
        return
      }
      const document = parse(parts['word/document.xml']!)
      const found = ranges(document)
      const comments = all(parse(parts['word/comments.xml']!), 'w:comment')
      expect(comments.map((one) => one.attributes['w:id'])).toEqual(annotations.map((_, index) => String(index)))
      expect(all(document, 'w:commentReference').map((one) => one.attributes['w:id']).sort()).toEqual(annotations.map((_, index) => String(index)).sort())
      annotations.forEach((annotation, index) => {
        expect(found.get(String(index))).toBe(lineOf(annotation, draft))
        expect(comments[index]!.attributes['w:author']).toBe(annotation.author)
        expect(comments[index]!.children.map((paragraph) => all(paragraph, 'w:t').map((text) => text.text).join('')).join('\n')).toBe(annotation.text)
      })
      const states = all(parse(parts['word/commentsExtended.xml']!), 'w15:commentEx').map((one) => one.attributes)
      expect(states.map((one) => one['w15:done'])).toEqual(annotations.map((one) => (one.done ? '1' : '0')))
      const ids = states.map((one) => one['w15:paraId'])
      expect(states.map((one) => ids.indexOf(one['w15:paraIdParent']))).toEqual(annotations.map((one) => (one.answers === undefined ? -1 : annotations.findIndex((other) => other.id === one.answers))))
    }), { seed, numRuns: 300 })
  }, 120_000)

  test('N8 D3 read back the blocks are the same', async () => {
    await fc.assert(fc.asyncProperty(notedDraftArbitrary, async (draft) => {
      const read = await readWord(write(draft), 'draft.docx')
      if (!read.ok) throw new Error(read.error.message)
      const { draft: again, report } = recognise(read.value.paragraphs, { draftId: 'again' })
      expect(report).toEqual([])
      expect(comparable(again.blocks)).toEqual(comparable(draft.blocks))
    }), { seed, numRuns: 200 })
  }, 120_000)

  test('N8 X3 the validator finds nothing', async () => {
    await fc.assert(fc.asyncProperty(notedDraftArbitrary, async (draft) => {
      for (const version of ['Microsoft365', 'Office2016'] as const) expect((await validate(write(draft), 'docx', version)).map((one) => `${one.path.xpath}: ${one.description}`)).toEqual([])
    }), { seed: 5, numRuns: 12 })
  }, 120_000)

  test('N8 other remarks go the same way: a finding is an annotation', () => {
    const draft = draftSchema.parse({ schemaVersion: draftSchemaVersion, id: 'd', kind: 'other', title: '', meta: {}, layout: 'common', blocks: [{ role: 'paragraph', id: 'a', runs: [{ text: '学习' }, { text: '不够', bold: true }, { text: '深入。' }] }] })
    const bytes = write(draft, [{ id: 'x', blockId: 'a', from: 1, to: 4, author: '校核', text: '说得太泛' }])
    expect(ranges(parse(unpack(bytes)['word/document.xml']!)).get('0')).toBe('习不够')
    expect(write(draft, [])).toEqual(write(draft))
  })

  test('N8 times are those of the writer\'s clock', () => {
    expect(clockOf('2024-06-30T09:05:07.123+08:00')).toBe('2024-06-30T09:05:07')
    expect(clockOf('2024-06-30')).toBe('2024-06-30T00:00:00')
    expect(clockOf('2024-02-30')).toBeUndefined()
    expect(clockOf('gestern')).toBeUndefined()
  })

  test.each([
    ['organs under their seals', officialDrafts.joint as Draft], ['a table on its side', officialDrafts.turned as Draft], ['an attachment on its side, with 版记', officialDrafts.attached as Draft],
  ])('N8 D3 %s: a note on every block keeps its words, the file is valid, blocks and parts come back', async (_name, draft) => {
    const noted: Draft = { ...draft, notes: draft.blocks.flatMap((block, index) => {
      const text = blockText(block)
      const at = block.role === 'table' ? text.lastIndexOf('\t') + 1 : 1
      return [{ id: `n${index}`, kind: 'comment' as const, blockId: block.id, quote: text.slice(at, at + 3), at, text: `第${index}条`, author: '张三' }]
    }) }
    const bytes = write(noted)
    expect(structureFaults(bytes)).toEqual([])
    expect((await validate(bytes, 'docx', 'Microsoft365')).map((one) => one.description)).toEqual([])
    const found = ranges(parse(unpack(bytes)['word/document.xml']!))
    annotationsOf(noted).forEach((annotation, index) => expect(found.get(String(index))).toBe(lineOf(annotation, noted)))
    expect(found.size).toBe(draft.blocks.length)
    const read = await readWord(bytes, 'draft.docx')
    if (!read.ok) throw new Error(read.error.message)
    expect(comparable(recognise(read.value.paragraphs, { draftId: 'again' }).draft.blocks)).toEqual(comparable(draft.blocks))
    expect([read.value.official, read.value.classification]).toEqual([draft.official && printedOfficial(draft.official), printedClassification(draft.meta.classification)])
    // Remarks beside the text do not change the sections.
    const sections = (file: Uint8Array) => (unpack(file)['word/document.xml']!.match(/<w:sectPr>.*?<\/w:sectPr>/gsu) ?? []).length
    const paragraphs = (file: Uint8Array) => all(parse(unpack(file)['word/document.xml']!), 'w:p').length
    expect([sections(bytes), paragraphs(bytes)]).toEqual([sections(write(draft, [])), paragraphs(write(draft, []))])
  }, 60_000)
})
