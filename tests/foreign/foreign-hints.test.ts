/** What readers know beside the text: headings, looks, tables, notes; and what they say they left out. */
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { foreignCases } from './foreign-cases.ts'
import { wordml } from './wordml-cases.ts'
import { docFixture } from './doc-cases.ts'
import { odt, p } from './odt-cases.ts'
import { rtf } from './rtf-cases.ts'
import { bodyByWordExtractor } from './word-extractor-body.ts'

async function read(nameOrBytes: string | Uint8Array) {
  const bytes = typeof nameOrBytes === 'string' ? foreignCases.find((one) => one.name === nameOrBytes)!.bytes() : nameOrBytes
  const result = await readDocument({ name: '材料', bytes })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const hintsOf = async (name: string) => Object.fromEntries((await read(name)).paragraphs.map((one) => [one.text, one.hint]))
const bold = (from: number, to: number) => ({ from, to, bold: true })
const underline = (from: number, to: number) => ({ from, to, underline: true })

describe('W21 headings, title, centred, bold, underlined', () => {
  test('of .rtf', async () => {
    expect(await hintsOf('rtf-looks')).toEqual({
      '整改方案': { title: true, centred: true }, '学习方面': { level: 2 }, '三级': { level: 3 },
      '普通加粗下划线完亚洲粗': { formats: [bold(2, 4), underline(4, 7), bold(8, 11)] },
    })
  })
  test('of .html', async () => {
    expect(await hintsOf('html-looks')).toMatchObject({ '居中': { centred: true }, '也居中': { centred: true }, '普通粗也粗线链接': { formats: [bold(2, 5), underline(5, 6)] } })
    expect(await hintsOf('html-word')).toMatchObject({ '整改方案': { title: true, centred: true }, '一、存在问题': { level: 1 } })
    expect(await hintsOf('html-web')).toMatchObject({ '某局整改方案': { title: true }, '一、总体要求': { level: 1 } })
  })
  test('of .odt', async () => {
    expect(await hintsOf('odt-headings')).toEqual({ '整改方案': { title: true, centred: true }, '一、存在问题': { level: 1 }, '学习方面': { level: 2 }, '不编号': { level: 1 }, '二、整改措施': { level: 1 }, '普通粗线': { formats: [bold(2, 3), underline(3, 4)] } })
  })
  test('of .doc', async () => {
    expect(await hintsOf('doc-numbers')).toMatchObject({ '作风建设整改方案': { title: true, centred: true }, '一、存在的问题': { level: 1 }, '（一）学习方面': { level: 2 } })
    expect(await hintsOf('doc-notes')).toMatchObject({ '普通加粗下划线': { formats: [bold(2, 4), underline(4, 7)] } })
  })
  test('of .doc, where each paragraph has a look of its own to its very end: none is handed to the next', async () => {
    expect((await read('doc-looks')).paragraphs.map(({ text, hint }) => [text, hint])).toEqual([
      ['总体要求', { level: 1 }], ['坚持问题导向。', undefined], ['存在的问题', { level: 1 }], ['1.学习不深。', undefined],
      ['2.调研不够。', { formats: [bold(2, 7)] }], ['以上问题由办公室牵头。', { centred: true }], ['没有编号也不居中。', undefined],
    ])
  })
  test('of Word 2003 XML', async () => {
    expect(await hintsOf('wordml-written-numbers')).toMatchObject({ '一、存在问题': { level: 1 } })
  })
  test('of Word 2003 XML by LibreOffice: its names of styles are understood, numbers it does not write are told of', async () => {
    const plain = Buffer.from(wordml('<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>总体要求</w:t></w:r></w:p>')).toString()
    const theirs = plain.replace('w:val="heading 1"', 'w:val="Heading_20_1"').replace('<w:outlineLvl w:val="0"/>', '').replace('<w:body>', '<w:body xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">')
    const { paragraphs, notes } = await read(new Uint8Array(Buffer.from(theirs)))
    expect(paragraphs.find((one) => one.text === '总体要求')?.hint).toEqual({ level: 1 })
    expect(notes.join('')).toContain('自动编号没有存进文件')
    expect((await read(new Uint8Array(Buffer.from(plain)))).notes.join('')).not.toContain('LibreOffice')
  })
})

describe('W22 tables', () => {
  const grid = [['序号', '问题', '措施'], ['1', '合并', ''], ['', '甲', '乙']]
  test('of .rtf, cells placed by their edges', async () => {
    expect((await read('rtf-table')).paragraphs[0]?.hint?.table).toEqual({ rows: grid })
  })
  test('of .html, .odt and .doc, heads told', async () => {
    expect((await read('html-table')).paragraphs[1]?.hint?.table).toEqual({ headerRows: 1, rows: [['序号', '问题', ''], ['1', '甲\n甲二', '乙'], ['', '丙', '丁']] })
    expect((await read('odt-table')).paragraphs[0]?.hint?.table).toEqual({ headerRows: 1, rows: [['序号', '问题', ''], ['1', '甲\n甲二', '乙'], ['', '同', '同']] })
    expect((await read('doc-tables')).paragraphs[1]?.hint?.table).toEqual({ headerRows: 1, rows: [['序号', '问题', '', '措施'], ['1', '学习\n不够', '甲', '加强'], ['', '乙', '丙', '丁']] })
  })
  test('notes in cells stand where their words are', async () => {
    const { paragraphs } = await read(odt({ body: `<table:table><table:table-row><table:table-cell>${p('甲')}</table:table-cell><table:table-cell>${p('乙<text:note text:note-class="footnote"><text:note-body><text:p>注</text:p></text:note-body></text:note>丙')}</table:table-cell></table:table-row></table:table>` }))
    expect(paragraphs[0]).toMatchObject({ text: '甲\t乙丙', hint: { notes: [{ kind: 'footnote', from: 3, to: 3, text: '注' }] } })
  })
})

describe('W23 notes and comments', () => {
  const text = '有脚注，有尾注，所批。'
  const notes = [{ kind: 'footnote', from: 3, to: 3, text: '脚注内容' }, { kind: 'endnote', from: 7, to: 7, text: '尾注内容' }]
  test('of .rtf', async () => {
    expect((await hintsOf('rtf-notes'))[text]?.notes).toEqual([{ ...notes[0], text: '脚注内容\n第二段' }, notes[1], { kind: 'comment', from: 8, to: 10, text: '批注内容', author: 'Zhang San', date: '2024-03-01T09:30:00' }])
  })
  test('of .odt', async () => {
    expect((await hintsOf('odt-notes'))[text]?.notes).toEqual([...notes, { kind: 'comment', from: 8, to: 10, text: '批注内容', author: '张三', date: '2024-03-01T09:30:00' }])
  })
  test('of .doc', async () => {
    expect((await read('doc-notes')).paragraphs[0]?.hint?.notes).toEqual([
      { kind: 'footnote', from: 3, to: 3, text: '脚注一' }, { kind: 'footnote', from: 7, to: 7, text: '脚注二' }, { kind: 'endnote', from: 11, to: 11, text: '尾注一' }, { kind: 'comment', from: 12, to: 14, text: '批注一', author: '张三' },
    ])
  })
  test('of .html', async () => {
    expect((await hintsOf('html-libreoffice'))['有注。']?.notes).toEqual([{ kind: 'footnote', from: 2, to: 2, text: '注文' }])
    expect((await hintsOf('html-word'))['有脚注的\t句子']?.notes).toEqual([{ kind: 'footnote', from: 3, to: 3, text: '脚注内容' }])
  })
})

describe('W24 what was left out is said', () => {
  test.each([
    ['rtf-left-out', ['图片 3 张', '对象或外部内容 1 个', '页眉、页脚 2 处']], ['rtf-revisions', ['插入的文字 1 处', '删除的文字 1 处', '隐藏文字 1 处']],
    ['rtf-list-text', ['自动编号 3 处已转成文字', '项目符号 1 处']], ['rtf-contents', ['自动目录 1 行']], ['rtf-text-box', ['文本框 1 个']],
    ['html-lists', ['自动编号 9 处', '项目符号 1 处']], ['html-web', ['隐藏文字 1 处', '按钮、输入框 1 个']], ['html-layout', ['只用来排版的表格 1 个']],
    ['odt-changes', ['插入的文字 1 处', '删除的文字 2 处']], ['odt-frames', ['自动目录 1 行', '文本框 2 个', '图片 1 张', '隐藏文字 1 处', '页眉、页脚 1 处']],
    ['doc-numbers', ['直接读取了旧版 Word', '自动编号 10 处', '项目符号 1 处', '页眉、页脚 1 处']], ['doc-notes', ['插入的文字 1 处', '删除的文字 1 处', '隐藏文字 1 处', '文本框 1 个']],
    ['wordml-written-numbers', ['自动编号 3 处已转成文字', '项目符号 1 处', '页眉、页脚 1 处']], ['wordml-revisions', ['插入的文字 1 处', '删除的文字 1 处']],
  ])('%s', async (name, expected) => {
    const { notes } = await read(name)
    for (const words of expected) expect(notes.join('\n')).toContain(words)
  })
  test('a list of .rtf whose numbers are written nowhere', async () => {
    expect((await read(rtf('\\ls1\\ilvl0 \\u30002?\\par'))).notes.join()).toContain('自动编号 1 处在文件中没有写明')
  })
  test('Word 2003 XML: numbers that not all are written are counted anew', async () => {
    const number = (text: string) => `<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/>${text}</w:listPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`
    expect((await read(wordml(number('<wx:t wx:val="七、"/>') + number('')))).paragraphs.map((one) => one.text)).toEqual(['一、甲', '二、甲'])
  })
})

test('W25 the old reader and word-extractor find the same words in a .doc', async () => {
  for (const name of ['numbers', 'tables', 'notes']) {
    const body = await bodyByWordExtractor(docFixture(name))
    const own = (await read(docFixture(name))).paragraphs.map((one) => one.text).join('')
    // Word-extractor knows no numbers and no boxes, and keeps hidden text.
    for (const line of body.replaceAll('隐藏', '').split(/[\n\t]+/)) expect(own).toContain(line)
  }
})
