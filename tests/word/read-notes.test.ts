/** From the marks in a Word file to the notes of a draft. */
import { describe, expect, test } from 'vitest'
import { noCorrections, preview } from '../../electron/backend/jobs/tasks.ts'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { draftSchema } from '../../shared/document/draft.ts'
import { blockText } from '../../shared/document/runs.ts'
import { buildDocx, cell, paragraph, plain, row, run, table, type DocxParts } from './build-docx.ts'
import { noteCases } from './cases/paper-cases.ts'

async function importOf(bytes: Uint8Array) {
  const read = await readDocument({ name: '材料.docx', bytes })
  if (!read.ok) throw new Error(read.error.code)
  const { draft } = preview(read.value, noCorrections, 'd')
  expect(draftSchema.safeParse(draft).success).toBe(true)
  return { draft, notes: (draft.notes ?? []).map((note) => ({ ...note, block: blockText(draft.blocks.find((block) => block.id === note.blockId)!) })) }
}
const imported = (parts: DocxParts) => importOf(buildDocx(parts))
const caseNamed = (name: string) => noteCases.find((one) => one.name === name)!

const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const comment = (id: number, text: string) => `<w:comment w:id="${id}" w:author="张三"><w:p>${run(text)}</w:p></w:comment>`

describe('W9 notes of a Word file come into the draft', () => {
  test('footnotes and endnotes at their marks, separators left out', async () => {
    const { notes } = await importOf(caseNamed('footnotes-and-endnotes').bytes())
    expect(notes).toMatchObject([
      { kind: 'footnote', text: '2023年修订。', block: '学习贯彻条例，制定方案。', at: 6 },
      { kind: 'endnote', text: '存档备查。', block: '另见附件。', at: 5 },
    ])
    expect(notes[0]!.quote).toBeUndefined()
  })

  test('comments with author, date, range, answer and done, an automatic number before them', async () => {
    const { notes } = await importOf(caseNamed('comments-and-an-answer').bytes())
    expect(notes).toMatchObject([
      { kind: 'comment', author: '张三', date: '2023-11-01T09:00:00Z', quote: '总体要求', at: 0, text: '标题太短', done: true },
      { kind: 'comment', author: '李四', date: '2023-11-02T09:00:00Z', quote: '总体要求', at: 0, text: '已改', answers: 'n1', done: true },
    ])
  })

  test('over paragraphs, in a table, on deleted words, without a place', async () => {
    expect((await importOf(caseNamed('comment-over-paragraphs').bytes())).notes).toMatchObject([{ quote: '甲段。', block: '甲段。' }])
    const [inTable] = (await importOf(caseNamed('comment-in-a-table').bytes())).notes
    expect(inTable).toMatchObject({ quote: '不够深入', text: '写具体' })
    expect(inTable!.block.slice(inTable!.at)).toMatch(/^不够深入/)
    expect((await importOf(caseNamed('comment-on-deleted-words').bytes())).notes).toMatchObject([{ block: '甲乙', at: 1, text: '删去' }])
    expect((await importOf(caseNamed('comment-without-a-place').bytes())).notes).toMatchObject([{ block: '正文。', at: 0 }])
  })

  test('several paragraphs of a comment, an empty one, one with a tracked change in it', async () => {
    const comments = `<w:comment w:id="0"><w:p>${run('第一行')}</w:p><w:p>${run('第二行')}</w:p></w:comment><w:comment w:id="1"><w:p/></w:comment><w:comment w:id="2"><w:p><w:ins>${run('留')}</w:ins><w:del><w:r><w:delText>去</w:delText></w:r></w:del></w:p></w:comment>`
    const { notes } = await imported({ body: paragraph(run('正文。') + end(0) + end(1) + end(2)), comments })
    expect(notes.map((note) => note.text)).toEqual(['第一行\n第二行', '（无文字）', '留'])
  })

  test('at a soft return each line has its own', async () => {
    const body = paragraph(start(0) + run('甲行') + end(0) + '<w:r><w:br/></w:r>' + start(1) + run('乙行') + end(1))
    const { notes } = await imported({ body, comments: comment(0, '一') + comment(1, '二') })
    expect(notes).toMatchObject([{ quote: '甲行', block: '甲行' }, { quote: '乙行', block: '乙行' }])
  })

  test('in cells: blanks around the text, a merged one, one beyond the first row', async () => {
    const body = table(
      row(cell('序号'), cell('问题', '<w:gridSpan w:val="2"/>')),
      row(cell('1'), `<w:tc>${plain('')}${paragraph(run(' 甲') + start(0) + run('乙') + end(0))}</w:tc>`, `<w:tc>${paragraph(run('丙') + '<w:r><w:footnoteReference w:id="1"/></w:r>')}</w:tc>`),
    )
    const { notes } = await imported({ body, comments: comment(0, '一'), footnotes: `<w:footnote w:id="1"><w:p>${run('注')}</w:p></w:footnote>` })
    expect(notes.map(({ quote, block, at }) => [quote, block.slice(at, at! + 1)])).toEqual([['乙', '乙'], ['丙', '丙']])
  })

  test('in text boxes, in paragraphs a revision joins, at a page break', async () => {
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(start(0) + run('框内') + end(0))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
    const body = paragraph(box + run('甲')) + paragraph(run('上半'), '<w:rPr><w:del/></w:rPr>') + paragraph(start(1) + run('下半') + end(1)) + paragraph(`${run('末')}<w:r><w:br w:type="page"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>`)
    const { notes } = await imported({ body, comments: comment(0, '一') + comment(1, '二'), footnotes: `<w:footnote w:id="1"><w:p>${run('注')}</w:p></w:footnote>` })
    expect(notes).toMatchObject([{ quote: '框内', block: '框内' }, { quote: '下半', block: '上半下半', at: 2 }, { block: '末', at: 1 }])
  })

  test('a footnote in an empty paragraph that a revision takes away; one nobody refers to', async () => {
    const body = plain('正文。') + paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:rPr><w:del/></w:rPr>')
    const { notes } = await imported({ body, footnotes: `<w:footnote w:id="1"><w:p>${run('留')}</w:p></w:footnote><w:footnote w:id="2"><w:p>${run('无主')}</w:p></w:footnote>` })
    expect(notes).toMatchObject([{ kind: 'footnote', text: '留', block: '正文。' }])
  })

  test('a note on a heading without any number leaves it one', async () => {
    const body = plain('关于加强机关管理的情况报告', '<w:jc w:val="center"/>') + plain('总体情况') + plain('今年以来，全局上下认真落实各项要求，工作取得了新的成效，各方面反映良好。')
      + paragraph(start(0) + run('存在问题') + end(0)) + plain('学习还不够深入，联系实际还不够紧密，有的同志工作标准不高，作风不够扎实。') + plain('下步打算') + plain('坚持问题导向，压实整改责任，明确整改措施和完成时限，确保各项任务见到成效。')
    const roles = async (comments?: string) => (await imported({ body, ...(comments === undefined ? {} : { comments }) })).draft.blocks.map((block) => block.role)
    expect(await roles(comment(0, '核'))).toEqual(await roles())
    expect(await roles()).toContain('heading1')
  })

  test('comments in a file of our own stay where they are, and the blocks stay as they were', async () => {
    const { fullDraft } = await import('../support/full-draft.ts')
    const { writeWord } = await import('../../electron/backend/word/write-word.ts')
    const { buildPrintDocument } = await import('../../shared/print/print-document.ts')
    const { layoutOf } = await import('../support/layouts.ts')
    const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
    const { comparable } = await import('../support/comparable.ts')
    const files = unzipSync(writeWord(buildPrintDocument(fullDraft, layoutOf('common')), { title: '', creator: '' }))
    const text = fullDraft.blocks.filter((block) => block.role === 'paragraph').map(blockText).find((one) => one.length > 4)!
    const document = strFromU8(files['word/document.xml']!)
    const at = document.indexOf(`>${text}<`)
    const from = document.lastIndexOf('<w:r>', at)
    const to = document.indexOf('</w:r>', at) + 6
    files['word/document.xml'] = strToU8(document.slice(0, from) + start(0) + document.slice(from, to) + end(0) + document.slice(to))
    files['word/comments.xml'] = strToU8(`<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${comment(0, '核对')}</w:comments>`)
    const { draft, notes } = await importOf(zipSync(files))
    expect(notes).toMatchObject([{ quote: text, text: '核对', at: 0 }])
    expect(comparable(draft.blocks)).toEqual(comparable(fullDraft.blocks))
  })
})
