/** Tracked changes of official documents: what frames the paper is the newer version's, and nothing of the older one's is left over. */
import validate from '@ooxml-tools/validate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { wordChanges } from '../../electron/backend/word/write-changes.ts'
import { officialStyles } from '../../electron/backend/word/word-names.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { printedClassification, printedOfficial } from '../../shared/document/official-form.ts'
import { printText } from '../../shared/document/print-text.ts'
import { changedDocument } from '../../shared/print/changed-document.ts'
import { sameFormat } from '../../shared/print/change-paragraph.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import type { PrintDocument } from '../../shared/print/print-types.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { comparable } from '../support/comparable.ts'
import { layoutOf } from '../support/layouts.ts'
import { officialDrafts } from '../support/official-drafts.ts'
import { versionsArbitrary, type Versions } from '../support/random-versions.ts'
import { settledLines } from '../support/settle-changes.ts'
import { all, parse, structureFaults, unpack, type Node } from './structure-checks.ts'

const layout = layoutOf('gb33476')
const print = (draft: Draft) => buildPrintDocument(draft, layout)
const plain = (document: PrintDocument) => writeWord(document, { title: '文', creator: '' })
const write = ({ old, now }: Versions) => writeWord(changedDocument(print(old), print(now)), { title: '文', creator: '' }, wordChanges({ author: '张三', date: '2024-06-30T09:05:00' }))
const documentOf = (bytes: Uint8Array) => parse(unpack(bytes)['word/document.xml']!)
const body = (document: Node) => document.children.find((one) => one.name === 'w:body')!

/** Sheets, beginnings and footers of all sections. */
const sections = (document: Node) => all(document, 'w:sectPr').map((one) => one.children.map((child) => [child.name, child.attributes]))
const framing = new Set(Object.values(officialStyles).map((style) => style.id))
/** The paragraphs that frame the paper, with all that is said of them. */
const frameOf = (document: Node) => all(document, 'w:p').filter((one) => framing.has(all(one, 'w:pStyle')[0]?.attributes['w:val'] ?? ''))
  .map((one) => JSON.stringify([all(one, 'w:pPr')[0], all(one, 'w:r')]))

/** Width of the type area each table stands in, and its own. */
function tablesOnSheets(document: Node): { readonly own: number; readonly area: number }[] {
  const result: { own: number; area: number }[] = []
  let open: number[] = []
  for (const one of body(document).children) {
    if (one.name === 'w:tbl') open.push(all(one, 'w:gridCol').reduce((sum, column) => sum + Number(column.attributes['w:w']), 0))
    const section = all(one, 'w:sectPr')[0]
    if (section === undefined) continue
    const number = (name: string, key: string) => Number(all(section, name)[0]!.attributes[key])
    const area = number('w:pgSz', 'w:w') - number('w:pgMar', 'w:left') - number('w:pgMar', 'w:right')
    result.push(...open.map((own) => ({ own, area })))
    open = []
  }
  return result
}

const drafts = Object.entries(officialDrafts)
const pairs = drafts.flatMap(([from, old]) => drafts.map(([to, now]) => ({ name: `${from} → ${to}`, old: old as Draft, now: now as Draft })))

describe('N12 official documents as tracked changes', () => {
  test.each(pairs)('N12 $name: both texts, the newer one’s frame and sheets', async ({ old, now }) => {
    const bytes = write({ old, now })
    const document = documentOf(bytes)
    expect(structureFaults(bytes)).toEqual([])
    expect(settledLines(document, 'accept').join('\n')).toBe(printText(now))
    expect(settledLines(document, 'reject').join('\n')).toBe(printText(old))
    expect(sections(document)).toEqual(sections(documentOf(plain(print(now)))))
    expect(frameOf(document)).toEqual(frameOf(documentOf(plain(print(now)))))
    const read = await readWord(bytes, '文.docx')
    if (!read.ok) throw new Error(read.error.code)
    expect(comparable(recognise(read.value.paragraphs, { draftId: 'again' }).draft.blocks)).toEqual(comparable(now.blocks))
    expect([read.value.official, read.value.classification]).toEqual([now.official && printedOfficial(now.official), printedClassification(now.meta.classification)])
  })

  test.each(pairs.filter(({ old, now }) => old !== now))('N12 X3 $name: the validator finds nothing', async (versions) => {
    for (const version of ['Microsoft365', 'Office2016'] as const) expect((await validate(write(versions), 'docx', version)).map((one) => `${one.path.xpath}: ${one.description}`)).toEqual([])
  }, 30_000)

  test('N12 of any two versions: sections and frame are the newer one’s, each table has the width of its sheet', () => {
    fc.assert(fc.property(versionsArbitrary, (versions) => {
      const [document, alone] = [documentOf(write(versions)), documentOf(plain(print(versions.now)))]
      expect(sections(document)).toEqual(sections(alone))
      expect(frameOf(document)).toEqual(frameOf(alone))
      for (const { own, area } of tablesOnSheets(document)) expect(own).toBeLessThanOrEqual(area)
    }), { seed: 5151, numRuns: 200 })
  }, 120_000)

  test('N12 another organ joins: the columns of both come whole, the words within equal columns as words', () => {
    const { joint } = officialDrafts
    const signed = joint.blocks.findIndex((block) => block.role === 'signature')
    const told = (old: Draft, now: Draft) => all(documentOf(write({ old, now })), 'w:tr').filter((row) => all(row, 'w:pStyle').some((one) => one.attributes['w:val'] === 'ZgSignature'))
      .map((row) => ({ came: row.children[0]!.children.some((one) => one.name === 'w:ins'), text: all(row, 'w:ins').flatMap((one) => all(one, 'w:t').map((text) => text.text)).join('|') }))
    const fewer: Draft = { ...joint, blocks: joint.blocks.toSpliced(signed, 1) }
    expect(told(fewer, joint).map((row) => row.came)).toEqual([true, true])
    const renamed: Draft = { ...joint, blocks: joint.blocks.with(signed, { role: 'signature', id: joint.blocks[signed]!.id, runs: [{ text: '测试区新档案局' }] }) }
    expect(told(joint, renamed)).toEqual([{ came: false, text: '新' }, { came: false, text: '' }])
  })

  test('N12 a turned table that was taken out stands on the upright sheet in its width', () => {
    const { turned } = officialDrafts
    const now: Draft = { ...turned, blocks: turned.blocks.filter((block) => block.role !== 'table') }
    const document = documentOf(write({ old: turned, now }))
    expect(all(document, 'w:pgSz').map((one) => one.attributes['w:orient'])).toEqual([undefined])
    expect(tablesOnSheets(document)).toEqual([{ own: layout.page.width - layout.page.left - layout.page.right, area: layout.page.width - layout.page.left - layout.page.right }])
  })

  test('N12 a paper that now begins with a turned table has no sheet of what was taken out alone', () => {
    const { turned } = officialDrafts
    const at = turned.blocks.findIndex((block) => block.role === 'table')
    const now: Draft = { ...turned, blocks: turned.blocks.slice(at) }
    const sheets = all(documentOf(write({ old: turned, now })), 'w:pgSz').map((one) => one.attributes['w:orient'])
    expect(sheets).toEqual(['landscape', undefined])
  })

  test('N12 the room above a stamped name and a line below are part of how a paragraph is set', () => {
    const [line] = print(officialDrafts.stamped).parts.filter((part) => part.kind === 'paragraph' && part.blocks.length > 0)
    if (line?.kind !== 'paragraph') throw new Error('no paragraph')
    expect(sameFormat(line, { ...line, spaceBefore: 0 })).toBe(true)
    expect(sameFormat(line, { ...line, spaceBefore: 280 })).toBe(false)
    expect(sameFormat(line, { ...line, ruleBelow: { thickness: 8, colour: 'black', gap: 0 } })).toBe(false)
  })
})
