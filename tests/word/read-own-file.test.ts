/** Our own files after other programs or a writer had a hand in them (law D3 and its limits). */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { printText } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { comparable } from '../support/comparable.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layoutOf, layouts } from '../support/layouts.ts'
import { plain, run } from './build-docx.ts'

const written = writeWord(buildPrintDocument(fullDraft, layoutOf('gb33476')), { title: '', creator: '' })

function changed(edit: (xml: string) => string, parts: readonly string[] = ['word/document.xml']): Uint8Array {
  const files = unzipSync(written)
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, parts.includes(name) ? strToU8(edit(strFromU8(content))) : content])))
}

async function again(bytes: Uint8Array) {
  const read = await readWord(bytes, '方案.docx')
  if (!read.ok) throw new Error(read.error.code)
  const recognised = recognise(read.value.paragraphs, { draftId: 'again' })
  expect(recognised.understood).toBe(true)
  return { ...recognised, notes: read.value.notes }
}

describe('D3 a draft with everything', () => {
  test.each(layouts.map((layout) => layout.id))('comes back the same from layout %s', async (id) => {
    const { draft, report } = await again(writeWord(buildPrintDocument(fullDraft, layoutOf(id)), { title: '', creator: '' }))
    expect(comparable(draft.blocks)).toEqual(comparable(fullDraft.blocks))
    expect(report).toEqual([])
  })

  test('also where WPS has given the styles other ids', async () => {
    const ids = new Map<string, string>()
    const rename = (xml: string) => xml.replace(/(w:(?:styleId|val))="((?:Zg\w+|Heading\d|Title))"/g, (_, key: string, id: string) => {
      if (!ids.has(id)) ids.set(id, String(ids.size + 100))
      return `${key}="${ids.get(id)}"`
    })
    const keepNames = (xml: string) => rename(xml.replace(/<w:name w:val="Title"\/>/, '<w:name w:val="@"/>')).replace('<w:name w:val="@"/>', '<w:name w:val="Title"/>')
    const { draft } = await again(changed(keepNames, ['word/document.xml', 'word/styles.xml']))
    expect(ids.size).toBeGreaterThan(15)
    expect(comparable(draft.blocks)).toEqual(comparable(fullDraft.blocks))
  })

  test('also where a program has cut the runs to pieces', async () => {
    const { draft } = await again(changed((xml) => xml.replace(/<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)<w:t xml:space="preserve">([^<&]{2,})<\/w:t><\/w:r>/g,
      (_, properties: string, text: string) => `<w:proofErr w:type="spellStart"/>${run(text.slice(0, 1), properties.slice(7, -8))}<w:proofErr w:type="spellEnd"/>${run(text.slice(1), properties.slice(7, -8))}`)))
    expect(comparable(draft.blocks)).toEqual(comparable(fullDraft.blocks))
  })
})

describe('edited in Word', () => {
  const insertAfter = (text: string, xml: string, addition: string) => {
    const at = xml.indexOf('</w:p>', xml.indexOf(text)) + '</w:p>'.length
    return xml.slice(0, at) + addition + xml.slice(at)
  }

  test('a paragraph typed in the style of another is recognised by its wording', async () => {
    const { draft } = await again(changed((xml) => insertAfter('每人每年完成1篇调研报告。', xml, plain('（3）每季度通报学习情况。', '<w:pStyle w:val="ZgMeasure"/>'))))
    const found = draft.blocks.find((block) => blockText(block) === '每季度通报学习情况。')
    expect(found).toMatchObject({ role: 'measure', list: '（1）' })
    expect(draft.blocks).toHaveLength(fullDraft.blocks.length + 1)
  })

  test('plain text typed in keeps the role of its style', async () => {
    const { draft } = await again(changed((xml) => insertAfter('重业务轻学习。', xml, plain('制度执行不严。', '<w:pStyle w:val="ZgCause"/>'))))
    expect(draft.blocks.find((block) => blockText(block) === '制度执行不严。')).toMatchObject({ role: 'cause' })
  })

  test('a soft return typed in parts the paragraph, nothing is lost', async () => {
    const { draft, notes } = await again(changed((xml) => xml.replace('办结一件、', '办结一件、</w:t><w:br/><w:t xml:space="preserve">')))
    expect(notes).toEqual(['段内手动换行 1 处，按另起一段处理。'])
    expect(printText(draft).replaceAll('\n', '')).toBe(printText(fullDraft).replaceAll('\n', ''))
  })

  test('without its bookmarks every word is still there', async () => {
    const { draft, report } = await again(changed((xml) => xml.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')))
    // Where a list starts again is not known any more: its number is told of.
    expect(report.map((entry) => [entry.kind, entry.before, entry.after])).toEqual([['renumbered', '3.', '4.']])
    expect(printText(draft).replaceAll(/\s/g, '').replace('4.基础工作', '3.基础工作')).toBe(printText(fullDraft).replaceAll(/\s/g, ''))
  })

  test('a number typed over is reported, not believed', async () => {
    const { draft, report } = await again(changed((xml) => xml.replace('（二）</w:t>', '（三）</w:t>')))
    expect(report).toEqual([expect.objectContaining({ kind: 'renumbered', before: '（三）', after: '（二）' })])
    expect(comparable(draft.blocks)).toEqual(comparable(fullDraft.blocks))
  })

  test('a column added to a table: its columns are told by their heads again', async () => {
    const { draft } = await again(changed((xml) => xml.replaceAll('</w:tr>', '<w:tc><w:p/></w:tc></w:tr>')))
    expect(draft.blocks.find((block) => block.role === 'table')).toMatchObject({ columns: ['number', 'problem', 'cause', 'measure', 'responsible', 'responsible', 'timeLimit', 'other'] })
  })
})

test('a few paragraphs of ours pasted into another file are read like the rest of it', () => {
  const foreign = Array.from({ length: 12 }, (_, index) => ({ text: `第${index}段，抓好落实，确保按时完成整改任务。` }))
  const ours = { text: '一、总体要求', hint: { exact: [{ role: 'paragraph' as const, text: { from: 0, to: 6 } }] } }
  const { draft } = recognise([...foreign, ours, { text: '坚持问题导向，务求实效。' }], { draftId: 'd' })
  expect(draft.blocks.find((block) => blockText(block).includes('总体要求'))).toMatchObject({ role: 'heading1', list: '一、' })
})

test.each([
  [{ role: 'problem', list: '1.', marker: { from: 0, to: 2 }, text: { from: 2, to: 99 } }],
  [{ role: 'problem', list: '1.', marker: { from: 0, to: 1 }, text: { from: 1, to: 6 } }],
  [{ role: 'problem', list: '1.', text: { from: 0, to: 6 } }],
  [{ role: 'table', text: { from: 0, to: 6 } }],
  [{ role: 'problem', text: { from: 1, to: 6 } }],
] as const)('what does not fit its text is not believed: %j', (exact) => {
  const { draft, understood } = recognise([{ text: '1.学习不够', hint: { exact: [exact] } }], { draftId: 'd' })
  expect(understood).toBe(true)
  expect(printText(draft)).toBe('1.学习不够')
})
