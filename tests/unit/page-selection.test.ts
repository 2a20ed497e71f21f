/** Which pages are printed, on which side of which sheet; and the one drawing of a page. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePageRange } from '../../shared/print/page-ranges.ts'
import { facesToPrint, onSheets, printSides } from '../../shared/print/print-selection.ts'
import { fontStack, officialFonts } from '../../shared/typeset/font-stacks.ts'
import { pageSvg } from '../../shared/typeset/page-svg.ts'
import { pagesHtml } from '../../shared/typeset/pages-html.ts'
import type { PlacedText, TypesetPage } from '../../shared/typeset/typeset-types.ts'

const paper = (count: number) => Array.from({ length: count }, (_, index) => ({ number: index + 1 }))
const numbers = (faces: readonly ({ readonly number: number } | undefined)[]) => faces.map((face) => face?.number ?? 0)

describe('P14 ranges of pages', () => {
  it.each<[string, number[]]>([
    ['', [1, 2, 3, 4, 5, 6]], ['  ', [1, 2, 3, 4, 5, 6]], ['1-3,5', [1, 2, 3, 5]], ['１－３，５', [1, 2, 3, 5]], ['1—3、5', [1, 2, 3, 5]], ['第2页至第4页', [2, 3, 4]], ['4-', [4, 5, 6]], ['-2', [1, 2]],
    ['5,1-2', [5, 1, 2]], ['3-1', [3, 2, 1]], ['2,2,1-2', [2, 1]], ['1～2；6', [1, 2, 6]], [' 2 - 3 ', [2, 3]], ['2 到 3 5', [2, 3, 5]],
  ])('P14 “%s” of six pages', (text, pages) => expect(parsePageRange(text, 6)).toEqual({ ok: true, pages }))
  it.each([['x', 'unreadable'], ['1-2-3', 'unreadable'], ['-', 'unreadable'], ['1.5', 'unreadable'], ['0', 'outside'], ['7', 'outside'], ['5-9', 'outside'], ['3,99999', 'outside']])('P14 “%s” is told of: %s', (text, problem) => {
    expect(parsePageRange(text, 6)).toMatchObject({ ok: false, problem })
  })
  it('P14 never names a page that is not there, nor one twice, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-,，、－~ 第页'), maxLength: 14 }), fc.integer({ min: 1, max: 40 }), (text, count) => {
      const range = parsePageRange(text, count)
      if (!range.ok) return
      expect(new Set(range.pages).size).toBe(range.pages.length)
      for (const page of range.pages) expect(page >= 1 && page <= count).toBe(true)
    }), { seed: 20261121, numRuns: 2000 })
  })
})

describe('P15 sides of sheets', () => {
  it('P15 prints odd or even pages by their number', () => {
    expect(numbers(facesToPrint([paper(5)], { sides: 'odd', reverse: false }))).toEqual([1, 3, 5])
    expect(numbers(facesToPrint([paper(5)], { sides: 'even', reverse: true }))).toEqual([4, 2])
    expect(numbers(facesToPrint([paper(5).slice(1, 4)], { sides: 'all', reverse: false }))).toEqual([2, 3, 4])
  })
  it('P15 by hand on both sides: every front has its back, an empty one where there is no page', () => {
    expect(numbers(facesToPrint([paper(5)], { sides: 'fronts', reverse: false }))).toEqual([1, 3, 5])
    expect(numbers(facesToPrint([paper(5)], { sides: 'backs', reverse: true }))).toEqual([0, 4, 2])
    const range = paper(7).slice(1)
    expect(numbers(facesToPrint([range], { sides: 'fronts', reverse: false }))).toEqual([0, 3, 5, 7])
    expect(numbers(facesToPrint([range], { sides: 'backs', reverse: false }))).toEqual([2, 4, 6, 0])
  })
  it('P23 each of several papers begins a sheet, and nothing follows the last', () => {
    expect(numbers(facesToPrint([paper(3), paper(2), paper(1)], { sides: 'all', reverse: false }))).toEqual([1, 2, 3, 0, 1, 2, 1])
  })
  it('P15 fronts and backs are as many, and together every page once', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }), (written) => {
      const papers = written.map((pages) => [...new Set(pages)].map((number) => ({ number })))
      const [fronts, backs] = (['fronts', 'backs'] as const).map((sides) => facesToPrint(papers, { sides, reverse: false }))
      expect(fronts!.length).toBe(backs!.length)
      for (const face of fronts!) if (face) expect(face.number % 2).toBe(1)
      for (const face of backs!) if (face) expect(face.number % 2).toBe(0)
      expect([...fronts!, ...backs!].filter((face) => face).length).toBe(papers.flat().length)
      for (const sides of printSides) expect(numbers(facesToPrint(papers, { sides, reverse: true }))).toEqual(numbers(facesToPrint(papers, { sides, reverse: false })).reverse())
      for (const pages of papers) expect(onSheets(pages).length % 2).toBe(0)
    }), { seed: 20261121, numRuns: 300 })
  })
})

const text = (more: Partial<PlacedText>): PlacedText => ({ kind: 'text', text: '整改', x: 100, y: 200, width: 640, family: '仿宋_GB2312', size: 32, bold: false, underline: false, colour: 'black', ...more })
const page = (...items: TypesetPage['items']): TypesetPage => ({ number: 1, width: 11906, height: 16838, items, lines: [], blocks: [] })

describe('P10 the drawing of a page', () => {
  it('P10 sets every stretch to its width, whatever face is there, official faces first', () => {
    const svg = pageSvg(page(text({})))
    expect(svg).toContain('textLength="640"')
    expect(svg).toMatch(/font-family="&#39;仿宋_GB2312&#39;,.*&#39;FangSong&#39;,.*&#39;Noto Serif SC Variable&#39;,serif"/)
    expect(svg).toContain('font-size="320"')
    expect(svg).not.toContain('style=')
  })
  it('P10 draws rules, turned and underlined text, and red', () => {
    const svg = pageSvg(page(text({ turned: true, colour: 'red', underline: true, bold: true }), { kind: 'rule', x1: 0, y1: 1, x2: 2, y2: 3, thickness: 15, colour: 'red' }))
    expect(svg).toContain('rotate(90 100 200)')
    expect(svg).toContain('font-weight="700"')
    expect(svg.match(/<line/g)?.length).toBe(2)
    expect(svg.match(/#f00/g)?.length).toBe(3)
  })
  it('P10 lets no text, name or title break out of its place', () => {
    const nasty = `"><script>&'`
    const html = pagesHtml([{ number: 1, width: 11906, height: 16838, svg: pageSvg(page(text({ text: nasty, family: nasty, blockId: nasty }))) }], { title: nasty, fontsAddress: `x"${nasty}` })
    expect(html).not.toContain('<script')
    expect(html.match(/<title>/g)?.length).toBe(1)
  })
  it('P11 no open face goes by an official name', () => {
    for (const family of ['仿宋_GB2312', '楷体_GB2312', '黑体', '宋体', '方正小标宋简体', '自有字体']) expect(fontStack(family)[0]).toBe(family)
    expect(fontStack('楷体_GB2312').at(-2)).toBe('LXGW WenKai')
    expect(officialFonts(['仿宋_GB2312', '仿宋', 'FangSong', '黑体', '某单位体']).map((font) => font.title)).toEqual(['仿宋_GB2312', '黑体', '某单位体'])
  })
  it('P18 gives each sheet its size, also a table on its side, and an empty side a page', () => {
    const html = pagesHtml([{ number: 1, width: 11906, height: 16838, svg: '<svg/>' }, undefined, { number: 2, width: 16838, height: 11906, svg: '<svg/>' }], { title: '甲' })
    expect(html.match(/@page sheet\d/g)).toEqual(['@page sheet0', '@page sheet1'])
    expect(html.match(/<section class="sheet\d"/g)).toEqual(['<section class="sheet0"', '<section class="sheet0"', '<section class="sheet1"'])
  })
})
