/** X10–X18 in the Word file: every variant valid, read back into the same draft, its measures as the standard gives them. */
import validate from '@ooxml-tools/validate'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { preview, noCorrections } from '../../electron/backend/jobs/tasks.ts'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { printedOfficial } from '../../shared/document/official-form.ts'
import { colophonPlace } from '../../shared/typeset/colophon-place.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { comparable } from '../support/comparable.ts'
import { layoutOf, layouts } from '../support/layouts.ts'
import { officialDrafts } from '../support/official-drafts.ts'
import { all, parse, structureFaults, unpack, type Node } from './structure-checks.ts'

const write = (draft: Draft, layout = 'gb33476') => writeWord(buildPrintDocument(draft, layoutOf(layout)), { title: draft.title, creator: '' })
const documentOf = (bytes: Uint8Array) => parse(unpack(bytes)['word/document.xml']!)
const styled = (document: Node, id: string) => all(document, 'w:p').filter((one) => all(one, 'w:pStyle')[0]?.attributes['w:val'] === id)
const textOf = (node: Node) => all(node, 'w:t').map((one) => one.text).join('')
const first = (node: Node, name: string) => all(node, name)[0]?.attributes ?? {}

async function readAgain(bytes: Uint8Array) {
  const read = await readDocument({ name: '文.docx', bytes })
  if (!read.ok) throw new Error(read.error.code)
  return { ...preview(read.value, noCorrections, 'again'), notes: read.value.notes }
}

const cases = Object.entries(officialDrafts).flatMap(([name, draft]) => layouts.map((layout) => ({ name: `${name}, ${layout.name}`, draft, layout: layout.id })))

describe('X10 every variant', () => {
  test.each(cases)('$name: nothing for the validator, nothing for our own checks', async ({ draft, layout }) => {
    const bytes = write(draft, layout)
    expect(structureFaults(bytes)).toEqual([])
    expect((await validate(bytes, 'docx', 'Microsoft365')).map((one) => `${one.path.xpath}: ${one.description}`)).toEqual([])
    expect((await validate(bytes, 'docx', 'Office2016')).map((one) => one.description)).toEqual([])
  }, 30_000)

  test.each(cases)('D3 $name: comes back with the same blocks and the same parts', async ({ draft, layout }) => {
    const { draft: again, report, notes } = await readAgain(write(draft, layout))
    expect(comparable(again.blocks)).toEqual(comparable(draft.blocks))
    expect(again.official).toEqual(draft.official && printedOfficial(draft.official))
    expect(again.meta.classification).toBe(draft.meta.classification)
    expect([report, notes]).toEqual([[], []])
  })
})

describe('X11 版头', () => {
  const document = documentOf(write(officialDrafts.upward))

  test('the corner in its order; 密级 and 紧急程度 in 黑体 of 3号', () => {
    expect(styled(document, 'ZgCopyNumber').concat(styled(document, 'ZgClassification'), styled(document, 'ZgUrgency')).map(textOf)).toEqual(['000012', '机密★1年', '特急'])
    for (const id of ['ZgClassification', 'ZgUrgency']) {
      const run = all(styled(document, id)[0]!, 'w:rPr')[0]!
      expect([first(run, 'w:rFonts')['w:eastAsia'], first(run, 'w:sz')['w:val']]).toEqual(['黑体', '32'])
    }
  })

  test('the mark is red, in the title’s face, centred; the red line is of the type area’s width below 发文字号', () => {
    const [mark] = styled(document, 'ZgMark')
    expect(all(mark!, 'w:color').map((one) => one.attributes['w:val'])).toEqual(['FF0000'])
    expect(first(mark!, 'w:rFonts')['w:eastAsia']).toBe('方正小标宋简体')
    expect(first(mark!, 'w:jc')['w:val']).toBe('center')
    const [number] = styled(document, 'ZgDocumentNumber')
    expect(first(number!, 'w:bottom')).toEqual({ 'w:val': 'single', 'w:sz': '16', 'w:space': '8', 'w:color': 'FF0000' })
    // An indent at the right would shorten the line.
    expect(first(number!, 'w:ind')).toMatchObject({ 'w:left': '0', 'w:right': '0', 'w:firstLineChars': '100' })
    expect(textOf(number!)).toBe('测档党〔2024〕17号签发人：甲某某')
    expect(all(number!, 'w:tab').find((one) => one.attributes['w:pos'])!.attributes).toEqual({ 'w:val': 'right', 'w:pos': String(11906 - 1587 - 1474 - 316) })
  })

  test('the names of 签发人 are in 楷体, what leads to them in 仿宋', () => {
    const runs = styled(document, 'ZgDocumentNumber').flatMap((line) => all(line, 'w:r')).filter((run) => textOf(run) !== '')
    expect(runs.map((run) => [textOf(run), first(run, 'w:rFonts')['w:eastAsia']])).toEqual([['测档党〔2024〕17号', '仿宋_GB2312'], ['签发人：', '仿宋_GB2312'], ['甲某某', '楷体_GB2312']])
  })

  test('several 签发人: two to a line, the number beside the last of them', () => {
    const lines = styled(documentOf(write(officialDrafts.joint)), 'ZgDocumentNumber')
    expect(lines.map(textOf)).toEqual(['签发人：甲某某　乙　某', '测档联〔2024〕5号丙某某　　　　'])
    expect(lines.map((line) => all(line, 'w:pBdr').length)).toEqual([0, 1])
  })

  test('a joint paper: organs above each other in one cell, 文件 in the middle of the other', () => {
    const [cells] = all(documentOf(write(officialDrafts.joint)), 'w:tr').map((row) => all(row, 'w:tc'))
    expect(cells!.map(textOf)).toEqual(['测试区档案局测试区财政局测试区退役军人事务局', '文件'])
    expect(all(cells![0]!, 'w:br')).toHaveLength(2)
    expect(cells!.map((cell) => first(cell, 'w:vAlign')['w:val'])).toEqual(['center', 'center'])
  })
})

describe('X11 a joint paper of organs with long names', () => {
  const mark = (length: number) => {
    const { joint } = officialDrafts
    const marks = ['测试区档案局', '测试自治区测试市人民政府办公室机关事务'.slice(0, length), '文件']
    return all(documentOf(write({ ...joint, official: { ...joint.official, head: { ...joint.official?.head, marks } } })), 'w:tbl')[0]!
  }
  test.each([14, 15, 16, 17, 18, 19])('a name of %i characters and 文件 beside it stay within the type area', (length) => {
    expect(all(mark(length), 'w:gridCol').reduce((sum, one) => sum + Number(one.attributes['w:w']), 0)).toBeLessThanOrEqual(11906 - 1587 - 1474)
    expect(textOf(all(mark(length), 'w:tc')[0]!)).toBe(`测试区档案局${'测试自治区测试市人民政府办公室机关事务'.slice(0, length)}`)
  })
})

describe('X13 版记', () => {
  test('a floating table at the foot of the type area, thick lines outside, a thin one between', () => {
    const table = all(documentOf(write(officialDrafts.upward)), 'w:tbl').at(-1)!
    expect(first(table, 'w:tblpPr')).toMatchObject({ 'w:vertAnchor': 'margin', 'w:tblpYSpec': 'bottom' })
    expect(['w:top', 'w:bottom', 'w:insideH'].map((edge) => all(all(table, 'w:tblBorders')[0]!, edge)[0]!.attributes['w:sz'])).toEqual(['8', '8', '6'])
    expect(all(table, 'w:p').map(textOf)).toEqual(['抄送：区委办公室，区人大常委会办公室，区政府办公室，区政协办公室，区纪委监委，区委组织部，各镇（街道）党委（党工委）。', '测试区档案局办公室2024年7月22日印发'])
    expect(all(table, 'w:sz').every((one) => one.attributes['w:val'] === '28')).toBe(true)
    expect(first(all(table, 'w:p')[0]!, 'w:ind')).toMatchObject({ 'w:hanging': '840', 'w:left': '1120', 'w:right': '280' })
  })

  test('a text that ends on an odd page: 版记 on the even one after it; a full even page: an empty page between, both without number', () => {
    const kinds = (draft: Draft) => all(documentOf(write(draft)), 'w:sectPr').map((one) => first(one, 'w:type')['w:val'] ?? 'first')
    const { upward } = officialDrafts
    expect(kinds(upward)).toEqual(['first'])
    const odd = { ...upward, blocks: upward.blocks.slice(0, 2) }
    expect(kinds(odd)).toEqual(['first', 'evenPage'])
    const body = upward.blocks[2]!
    const lengths = Array.from({ length: 30 }, (_, length) => ({ ...upward, blocks: [...upward.blocks.slice(0, 2), ...Array.from({ length }, (_, index) => ({ ...body, id: `f${index}` }))] }))
    const places = lengths.map((draft) => colophonPlace(buildPrintDocument(draft, layoutOf('gb33476'))))
    // Over three pages: odd, even with room, even without, odd again.
    expect(places.filter((place, index) => place !== places[index - 1]).slice(0, 6)).toEqual(['next', 'same', 'afterBlank', 'next', 'same', 'afterBlank'])
    const full = lengths[places.indexOf('afterBlank')]!
    expect(kinds(full)).toEqual(['first', 'evenPage'])
    const parts = unpack(write(full))
    const section = all(parse(parts['word/document.xml']!), 'w:sectPr').at(-1)!
    const id = first(section, 'w:footerReference')['r:id']
    const target = parse(parts['word/_rels/document.xml.rels']!).children.find((one) => one.attributes['Id'] === id)!.attributes['Target']
    expect(textOf(parse(parts[`word/${target}`]!))).toBe('')
    expect(all(section, 'w:footerReference').map((one) => one.attributes['r:id'])).toEqual([id, id])
  })
})

describe('X15 a table on its side', () => {
  test('stands in a section of its own with its heading, in the middle of upright ones', () => {
    const bytes = write(officialDrafts.turned)
    const body = all(documentOf(bytes), 'w:body')[0]!
    const sections = all(body, 'w:sectPr').map((one) => first(one, 'w:pgSz'))
    expect(sections.map((one) => one['w:orient'])).toEqual([undefined, 'landscape', undefined])
    const ends = body.children.flatMap((one, index) => (one.name === 'w:p' && all(one, 'w:sectPr').length > 0 ? [index] : []))
    expect(textOf(body.children[ends[0]! + 1]!)).toBe('二、问题清单')
    expect(body.children[ends[1]! - 1]!.name).toBe('w:tbl')
    const wide = all(body.children[ends[1]! - 1]!, 'w:gridCol').reduce((sum, one) => sum + Number(one.attributes['w:w']), 0)
    expect(wide).toBe(16838 - 1847 - 1960)
  })

  test('numbers go on, each shape has footers of its own for odd and even pages', () => {
    const parts = unpack(write(officialDrafts.turned))
    const document = parse(parts['word/document.xml']!)
    expect(all(document, 'w:pgNumType')).toEqual([])
    expect(Object.keys(parts).filter((name) => name.includes('footer')).sort()).toEqual([1, 2, 3, 4].map((number) => `word/footer${number}.xml`))
    expect(all(document, 'w:sectPr').map((one) => all(one, 'w:footerReference').map((reference) => reference.attributes['r:id']))).toEqual([['rId5', 'rId6'], ['rId7', 'rId8'], ['rId5', 'rId6']])
    expect([1, 2, 3, 4].map((number) => all(parse(parts[`word/footer${number}.xml`]!), 'w:textDirection').length)).toEqual([0, 0, 1, 1])
  })

  test('a paper that is nothing but such a table', () => {
    const bytes = write({ ...officialDrafts.turned, blocks: officialDrafts.turned.blocks.filter((block) => block.role === 'table') })
    expect(structureFaults(bytes)).toEqual([])
    expect(all(documentOf(bytes), 'w:sectPr').map((one) => first(one, 'w:pgSz')['w:orient'])).toEqual(['landscape'])
  })
})

describe('D3 after other hands', () => {
  const edited = (draft: Draft, edit: (xml: string) => string) => {
    const files = unzipSync(write(draft))
    return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, name === 'word/document.xml' ? strToU8(edit(strFromU8(content))) : content])))
  }

  test('a number typed over in Word is the draft’s number', async () => {
    const { draft } = await readAgain(edited(officialDrafts.upward, (xml) => xml.replace('〔2024〕17号', '〔2025〕1号')))
    expect(draft.official?.head?.documentNumber).toBe('测档党〔2025〕1号')
  })

  test('a date of printing that is none any more stays as text, the rest of 版记 is kept', async () => {
    const { draft } = await readAgain(edited(officialDrafts.upward, (xml) => xml.replace('2024年7月22日', '近期')))
    expect(draft.official?.colophon).toEqual({ copies: officialDrafts.upward.official!.colophon!.copies })
    expect(JSON.stringify(draft.blocks)).toContain('近期印发')
  })

  test('without the bookmarks the parts are still told by their styles', async () => {
    const { draft } = await readAgain(edited(officialDrafts.joint, (xml) => xml.replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')))
    expect(draft.official?.head?.signers).toEqual(['甲某某', '乙某', '丙某某'])
    expect(draft.blocks.map((block) => block.role).slice(-5)).toEqual(['signature', 'signature', 'signature', 'signature', 'date'])
  })

  test('one of the parts twice: the second is text', async () => {
    const { draft } = await readAgain(edited(officialDrafts.upward, (xml) => xml.replace(/<w:p>(?:(?!<\/w:p>).)*ZgUrgency(?:(?!<\/w:p>).)*<\/w:p>/, (one) => one + one.replace('特急', '加急'))))
    expect(draft.official?.urgency).toBe('特急')
    expect(JSON.stringify(draft.blocks)).toContain('加急')
  })
})
