/** How pages are filled: lines, what holds together, tables, sheets on their side, 版记, numbers. Twips from the sheet's top left corner. */
import { describe, expect, test } from 'vitest'
import { landscapeLayout, sideNumber } from '../../shared/print/landscape.ts'
import type { BlankLine, PrintColophon, PrintedPart, PrintTurn } from '../../shared/print/print-types.ts'
import { builtInMetrics } from '../../shared/typeset/face-metrics.ts'
import { pageCount, pageOfBlock } from '../support/page-of-block.ts'
import type { PlacedRule, PlacedText, TypesetDocument, TypesetPage } from '../../shared/typeset/typeset-types.ts'
import { endOfText, typeset } from '../../shared/typeset/typeset.ts'
import { layoutOf, layouts } from '../support/layouts.ts'
import { documentOf, paragraph, run, table } from '../support/print-parts.ts'

const layout = layoutOf('gb33476')
const set = (parts: readonly PrintedPart[], change = {}, id = 'gb33476'): TypesetDocument => typeset(documentOf(parts, change, id), builtInMetrics)
const texts = (page: TypesetPage | undefined) => page?.lines.map((line) => line.text)
const short = (count: number, prefix = '行') => Array.from({ length: count }, (_, index) => paragraph(`${prefix}${index + 1}`, { alignment: 'left' }))
const blank = (keepWithNext = false): BlankLine => ({ kind: 'blank', linePitch: 592, keepWithNext })
const rules = (page: TypesetPage) => page.items.filter((item): item is PlacedRule => item.kind === 'rule')
const number = (page: TypesetPage) => page.items.filter((item): item is PlacedText => item.kind === 'text').find((item) => /^—/.test(item.text))

describe('P5: pages', () => {
  test.each(layouts.map((one) => [one.name, one] as const))('%s: 22 lines to a page, at the exact pitch', (_, one) => {
    const pitch = one.grid.linePitch
    const { pages } = set(short(50).map((part) => ({ ...part, linePitch: pitch })), {}, one.id)
    expect(pages.map((page) => page.lines.length)).toEqual([22, 22, 6])
    for (const { lines } of pages) lines.forEach((line, index) => expect(line.top).toBe(one.page.top + index * pitch))
    expect(pages.map((page) => page.number)).toEqual([1, 2, 3])
  })
  test('a paragraph goes on over pages, be it one line alone: no widow control', () => {
    expect(texts(set([...short(21), paragraph('坚'.repeat(60))]).pages[1])).toEqual(['坚'.repeat(28), '坚'.repeat(4)])
  })
  test('a heading goes with what follows, a chain of them too, with the first line at least', () => {
    const heading = (text: string) => paragraph(text, { keepWithNext: true })
    expect(texts(set([...short(21), heading('一、'), paragraph('正文')]).pages[1])).toEqual(['一、', '正文'])
    expect(texts(set([...short(20), heading('一、'), heading('（一）'), paragraph('正'.repeat(90))]).pages[1])!.slice(0, 3)).toEqual(['一、', '（一）', '正'.repeat(28)])
    expect(texts(set([...short(19), heading('一、'), heading('（一）'), paragraph('正'.repeat(90))]).pages[1])).toHaveLength(3)
    expect(texts(set([...short(20), blank(true), paragraph('署名', { keepWithNext: true }), paragraph('日期')]).pages[1])).toEqual(['', '署名', '日期'])
  })
  test('a chain longer than a page is no chain', () => {
    const { pages } = set([...short(2), ...short(40, '题').map((part) => ({ ...part, keepWithNext: true })), paragraph('正文')])
    expect(pages[0]!.lines).toHaveLength(22)
    expect(pages.reduce((sum, page) => sum + page.lines.length, 0)).toBe(43)
  })
  test('a page break before, room above, a rule below', () => {
    const { pages } = set([...short(1), paragraph('附件1', { pageBreakBefore: true })])
    expect(pages.map(texts)).toEqual([['行1'], ['附件1']])
    expect(set([paragraph('附件1', { pageBreakBefore: true })]).pages).toHaveLength(1)
    const [page] = set([paragraph('字号', { spaceBefore: 1000, ruleBelow: { thickness: 16, colour: 'red', gap: 160 } }), paragraph('题')]).pages
    expect(page!.lines.map((line) => line.top)).toEqual([2960, 2960 + 592 + 160 + 40])
    expect(rules(page!)).toEqual([{ kind: 'rule', x1: 1587, x2: 11906 - 1474, y1: 2960 + 592 + 160 + 20, y2: 2960 + 592 + 160 + 20, thickness: 40, colour: 'red' }])
  })
  test('an empty paragraph and an empty document', () => {
    expect(texts(set([paragraph([]), paragraph('字')]).pages[0])).toEqual(['', '字'])
    expect(set([]).pages).toHaveLength(1)
  })
})

describe('P6: tables', () => {
  const rows = (count: number, lines = 1) => [['序号', '问题', '措施'], ...Array.from({ length: count }, (_, index) => [String(index + 1), '问题\n'.repeat(lines).trim(), '改'])]
  const rowHeight = (lines: number) => lines * 400 + 2 * 28 + 10

  test('rows are as high as their highest cell; frames stand round every cell', () => {
    const [page] = set([table(rows(2, 3))]).pages
    expect(page!.lines.map((line) => line.bottom - line.top)).toEqual([rowHeight(1), rowHeight(3), rowHeight(3)])
    const upright = rules(page!).filter((rule) => rule.x1 === rule.x2)
    expect(new Set(upright.map((rule) => rule.x1)).size).toBe(4)
    expect(rules(page!).filter((rule) => rule.y1 === rule.y2)).toHaveLength(4)
  })
  test('cells stand in the middle of their row, heads and numbers in the middle of their column', () => {
    const [page] = set([table([['序号', '问题'], ['1', '一\n二\n三']])]).pages
    const placed = page!.items.filter((item): item is PlacedText => item.kind === 'text')
    const at = (text: string) => placed.find((item) => item.text === text)!
    expect(at('1').y).toBe(at('二').y)
    expect(at('三').y - at('二').y).toBe(400)
    expect(at('序号').x + at('序号').width / 2).toBeCloseTo(1587 + 8840 / 4, 0)
    expect(at('一').x).toBe(1587 + 4420 + 70)
  })
  test('a cell over all columns', () => {
    const [page] = set([table([['序号', '问题'], ['（一）学习方面']])]).pages
    expect(rules(page!).filter((rule) => rule.x1 === rule.x2 && rule.y1 > 2400).map((rule) => rule.x1)).toEqual([1587, 1587 + 8840])
  })
  test('the head stands again on every page; a row holds together', () => {
    const { pages } = set([table(rows(20, 3))])
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(texts(page)![0]).toBe('序号问题措施')
    expect(pages.flatMap((page) => texts(page)!.slice(1))).toHaveLength(20)
    for (const page of pages) expect(page.lines.at(-1)!.bottom).toBeLessThanOrEqual(16838 - 1847)
  })
  test('a row that may break goes on over the page, and one too high for any page too', () => {
    const long = [['序号', '措施'], ['1', Array.from({ length: 60 }, (_, index) => `第${index + 1}条`).join('\n')]]
    for (const breaks of [true, false]) {
      const { pages } = set([...short(18), table(long, {}, breaks)])
      expect(pages.flatMap((page) => page.items.filter((item): item is PlacedText => item.kind === 'text' && item.blockId === 't' && /^[第条]/.test(item.text)))).toHaveLength(120)
      for (const page of pages) expect(page.lines.at(-1)!.bottom).toBeLessThanOrEqual(16838 - 1847)
    }
  })
  test('head and first row do not part, and stay with the line above that is held to them', () => {
    const { pages } = set([...short(21), { ...blank(true), linePitch: 200 }, table(rows(3))])
    expect(texts(pages[1])!.slice(0, 3)).toEqual(['', '序号问题措施', '1问题改'])
  })
})

describe('P7: numbers, sheets on their side, 版记', () => {
  const turn = (onSide: boolean): PrintTurn => (onSide ? { kind: 'turn', page: landscapeLayout(layout).page, sideNumber: sideNumber(layout) } : { kind: 'turn', page: layout.page })
  const colophon: PrintColophon = {
    kind: 'colophon', outerRule: 8, innerRule: 6,
    lines: [paragraph([run('抄送：区委办公室。', { size: 28 })], { official: 'copies', linePitch: 518 }), paragraph([run('测试区档案局', { size: 28 }), run('2024年7月22日印发', { size: 28, atRight: true })], { official: 'printer', linePitch: 518, right: { twips: 280, characters: 1 } })],
  }

  test('odd pages right, even pages left, one character in; the dash at 268.99 mm, a character wide either side', () => {
    const { pages } = set(short(30))
    const [odd, even] = pages.map((page) => number(page)!)
    expect([odd!.text, even!.text]).toEqual(['—\u00a01\u00a0—', '—\u00a02\u00a0—'])
    expect(odd!.x + odd!.width).toBeCloseTo(11906 - 1474 - 280, 0)
    expect(even!.x).toBe(1587 + 280)
    // A dash of 宋体 stands three tenths of its size above the baseline.
    expect(((odd!.y - 28 * 10 * 0.305) * 25.4) / 1440).toBeCloseTo(268.99, 1)
  })
  test('in the middle, or none', () => {
    const change = (place: 'centre' | 'none') => ({ pageNumber: { ...layout.pageNumber, place } })
    const centred = number(set(short(1), change('centre')).pages[0]!)!
    expect(centred.x + centred.width / 2).toBeCloseTo(1587 + 8845 / 2, 0)
    expect(number(set(short(1), change('none')).pages[0]!)).toBeUndefined()
  })
  test('a sheet on its side: its own shape, the number turned at its left edge, odd below and even above; upright again', () => {
    const { pages } = set([...short(1), turn(true), ...short(20), turn(false), ...short(1)])
    expect(pages.map((page) => page.width > page.height)).toEqual([false, true, true, false])
    expect(pages.map((page) => page.lines.length)).toEqual([1, 14, 6, 1])
    const [, even, odd, last] = pages.map((page) => number(page)!)
    for (const one of [even!, odd!]) {
      expect(one.turned).toBe(true)
      expect((one.x * 25.4) / 1440).toBeGreaterThan(25)
      expect((one.x * 25.4) / 1440).toBeLessThan(28.5)
    }
    expect(even!.y).toBe(1587 + 280)
    expect(odd!.y + odd!.width).toBeCloseTo(11906 - 1474 - 280, 0)
    expect(last!.turned).toBeUndefined()
  })
  test('a document that begins on its side', () => {
    expect(set([turn(true), ...short(1)]).pages.map((page) => page.width)).toEqual([16838])
  })
  test('版记 at the foot of the last page, which is even', () => {
    const next = set([...short(3), colophon])
    expect(next.pages.map((page) => page.lines.length)).toEqual([3, 2])
    expect(rules(next.pages[1]!).at(-1)!.y1).toBeCloseTo(16838 - 1847 - 10, 0)
    expect(next.pages.map((page) => number(page)?.text.replaceAll('\u00a0', ''))).toEqual(['—1—', '—2—'])
    const same = set([...short(30), colophon])
    expect(same.pages.map((page) => page.lines.length)).toEqual([22, 10])
    expect(texts(same.pages[1])!.slice(-2)).toEqual(['抄送：区委办公室。', '测试区档案局2024年7月22日印发'])
  })
  test('no room on the even page: a blank page comes between, neither it nor 版记 is numbered', () => {
    const { pages } = set([...short(43), colophon])
    expect(pages.map((page) => page.lines.length)).toEqual([22, 21, 0, 2])
    expect(pages.map((page) => number(page) !== undefined)).toEqual([true, true, false, false])
    expect(endOfText(documentOf([...short(43), colophon]), builtInMetrics)).toEqual({ pages: 2, room: 13031 - 21 * 592 })
  })
  test('what stands at the right end shares the line, one character from the edge; parts of the document belong to no block', () => {
    const [, page] = set([...short(1), colophon]).pages
    const items = page!.items.filter((item): item is PlacedText => item.kind === 'text')
    const date = items.filter((item) => item.y === items.find((one) => one.text.startsWith('测试区'))!.y).at(-1)!
    expect(date.x + date.width).toBeCloseTo(11906 - 1474 - 280, 0)
    for (const item of items) expect(item.blockId).toBeUndefined()
  })
  test('joint organs: their names under each other, 文件 beside them; organs under seals side by side', () => {
    const mark = paragraph([
      run('测试区档案局', { size: 90, spacing: 0, colour: 'red' }), run('司法局', { size: 90, spacing: 1350, startsLine: true, colour: 'red' }), run('文件', { size: 126, spacing: 0, atRight: true, colour: 'red' }),
    ], { official: 'mark', alignment: 'centre', linePitch: 1080 })
    const place = (left: number) => ({ row: 0, left, width: 2600 })
    const { pages: [page] } = set([mark, paragraph('甲局', { column: place(3000), alignment: 'centre' }), paragraph([run('乙局', { blockId: 'c' })], { column: place(5600), alignment: 'centre' }), paragraph('附注')])
    const placed = page!.items.filter((item): item is PlacedText => item.kind === 'text')
    const at = (text: string) => placed.find((item) => item.text === text)!
    expect(at('文件').x).toBeGreaterThan(at('测试区档案局').x + at('测试区档案局').width)
    expect(at('文件').y).toBeGreaterThan(at('测试区档案局').y)
    expect(at('文件').y).toBeLessThan(at('司法局').y)
    expect(at('甲局').y).toBe(at('乙局').y)
    expect(at('甲局').x).toBeCloseTo(1587 + 3000 + (2600 - 630) / 2, 0)
    expect(at('附注').y - at('甲局').y).toBe(592)
  })
})

describe('P9: where a block begins', () => {
  test('each block on the page of its first line; a label of its own line begins its block', () => {
    const document = set([
      ...short(21).map((part, index) => ({ ...part, blocks: [{ id: `a${index}`, role: 'paragraph' as const, firstRun: 0 }] })),
      paragraph([run('一是'.repeat(20), { blockId: 'p' }), run('二是', { blockId: 'q' })]),
      paragraph('标签', { blocks: [{ id: 'l', role: 'measure', firstRun: 0, labelLine: 'label' }] }),
      paragraph('正文', { blocks: [{ id: 'l', role: 'measure', firstRun: 0, labelLine: 'text' }, { id: 'empty', role: 'paragraph', firstRun: 1 }] }),
      table([['序号'], ['1']]),
    ])
    const pages = pageOfBlock(document)
    expect(pageCount(document)).toBe(2)
    expect(['a0', 'a20', 'p', 'q', 'l', 'empty', 't'].map((id) => pages.get(id))).toEqual([1, 1, 1, 2, 2, 2, 2])
    expect(document.pages.flatMap((page) => page.blocks).filter((id) => id === 'l')).toHaveLength(1)
  })
})
