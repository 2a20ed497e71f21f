/** The printed page by GB/T 9704-2012 §5.2: 22 lines of 28 characters, margins, page numbers. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Block } from '../../shared/document/draft.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { textWidth } from '../../shared/print/text-width.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layouts } from '../support/layouts.ts'
import { layOut, whyNot, type LaidOut } from './office.ts'

if (whyNot) console.warn(`print tests skipped, ${whyNot}`)

const paragraph = (text: string, role = 'paragraph', more: object = {}): Block => ({ role, id: `p${text.length}`, runs: [{ text }], ...more }) as Block

/** Characters only: no mark can hang over the margin or be pushed to another line. */
const solid = '坚持问题导向对照反馈意见逐条梳理能够当场改正的立即改正需要时间的列出清单明确责任限定时间办结一件核销一件'
const solidPaper: Block[] = [
  paragraph('测试区档案馆整改方案', 'title'),
  ...Array.from({ length: 24 }, (_, index) => paragraph(solid.repeat(3).slice(0, 60 + index * 4))),
]

const examples = new URL('../../resources/examples/', import.meta.url)
const examplePapers = readdirSync(examples).sort().map((name) => ({
  name: name.replace('.txt', ''),
  blocks: recognise(paragraphsFromText(readFileSync(new URL(name, examples), 'utf8')), { draftId: name }).draft.blocks,
}))

/** 仿宋 by another name: the faces the private configuration puts in place. */
const resolved = /^NotoS(?:erif|ans)CJK/

const papers = { solid: solidPaper, full: fullDraft.blocks, ...Object.fromEntries(examplePapers.map(({ name, blocks }) => [name, blocks])) }
let all: Record<string, LaidOut> | undefined
/** Every paper in every layout, through one start. */
const laidOut = () => (all ??= layOut(Object.fromEntries(layouts.flatMap((layout) => Object.entries(papers).map(([name, blocks]) => [`${layout.id}-${name}`, { blocks, layout }]))), process.env['ZHENGGAO_KEEP_PRINTS']))

describe.skipIf(whyNot !== undefined).each(layouts.map((layout) => [layout.name, layout] as const))('layout %s', (_, layout) => {
  let laid: Record<string, LaidOut> = {}
  beforeAll(() => {
    laid = Object.fromEntries(Object.keys(papers).map((name) => [name, laidOut()[`${layout.id}-${name}`]!]))
  }, 240_000)
  const pitch = (layout.grid.linePitch / 1440) * 25.4

  test('all fonts are the ones put in their place', () => {
    for (const [name, { fonts }] of Object.entries(laid)) {
      expect(fonts.length, name).toBeGreaterThan(0)
      for (const font of fonts) expect(font, name).toMatch(resolved)
    }
  })

  test('22 lines on every full page, at the exact pitch', () => {
    const { pages } = laid['solid']!
    expect(pages.length).toBeGreaterThanOrEqual(4)
    for (const { lines } of pages.slice(1, -1)) {
      expect(lines).toHaveLength(22)
      lines.slice(1).forEach((line, index) => expect(line.top - lines[index]!.top).toBeCloseTo(pitch, 0))
    }
    // The title and the blank line below it take two lines of the first page's 22.
    expect(pages[0]!.lines).toHaveLength(21)
    expect(pages[0]!.lines.at(-1)!.top).toBeCloseTo(pages[1]!.lines.at(-1)!.top, 0)
  })

  test('28 characters on every full line, two fewer where a paragraph begins', () => {
    const lines = laid['solid']!.pages.flatMap((page) => page.lines).slice(1)
    const full = lines.filter((line) => line.right > 183)
    expect(full.length).toBeGreaterThan(60)
    for (const line of full) expect(line.text.length).toBe(line.left > 30 ? 26 : 28)
    for (const line of lines) expect(line.text.length).toBeLessThanOrEqual(28)
  })

  test('the type area is 156 mm wide, 28 mm from the left edge; marks may hang by half a character', () => {
    for (const [name, { pages }] of Object.entries(laid)) {
      for (const { lines } of pages) {
        for (const line of lines) {
          expect(line.left, `${name}: ${line.text}`).toBeGreaterThan(27.8)
          expect(line.right, `${name}: ${line.text}`).toBeLessThan(/[，。、；：！？”’）》]$/u.test(line.text) ? 190 : 184.6)
        }
      }
    }
  })

  test('lines end above the foot of the type area and begin below its head', () => {
    const bottom = 297 - (layout.page.bottom / 1440) * 25.4
    const top = (layout.page.top / 1440) * 25.4
    for (const { pages } of Object.values(laid)) {
      for (const { lines } of pages) {
        expect(lines.at(-1)!.bottom).toBeLessThan(bottom + 2.5)
        expect(lines[0]!.top).toBeGreaterThan(top - 1.5)
        expect(lines.filter((line) => textWidth(line.text) > 0).length).toBeLessThanOrEqual(60)
      }
    }
  })

  test('page numbers: 7 mm below the type area, odd pages right, even pages left, one character in', () => {
    for (const [name, { pages }] of Object.entries(laid)) {
      pages.forEach(({ number }, index) => {
        expect(number?.text.replaceAll(/\s/g, ''), `${name} page ${index + 1}`).toBe(`—${index + 1}—`)
        expect((number!.top + number!.bottom) / 2).toBeGreaterThan(267.5)
        expect((number!.top + number!.bottom) / 2).toBeLessThan(270.5)
        if (index % 2 === 0) expect(number!.right).toBeCloseTo(184 - 4.94, 0)
        else expect(number!.left).toBeCloseTo(28 + 4.94, 0)
      })
    }
  })

  test('a long title: its lines as they were broken, centred, one blank line below', () => {
    for (const { name, blocks } of examplePapers) {
      const lines = laid[name]!.pages[0]!.lines
      const title = buildPrintDocument({ blocks: blocks.filter((block) => block.role === 'title') }, layout).parts
        .flatMap((part) => (part.kind === 'paragraph' ? part.runs.map((run) => run.text) : []))
      expect(lines.slice(0, title.length).map((line) => line.text.replaceAll(/\s/g, '')), name).toEqual(title)
      for (const line of lines.slice(0, title.length)) expect(Math.abs((line.left + line.right) / 2 - 106), `${name}: ${line.text}`).toBeLessThan(1.5)
      const front = blocks.filter((block) => block.role === 'subtitle' || block.role === 'byline').length
      const below = lines[title.length + front]!
      expect(below.bottom - lines[title.length + front - 1]!.bottom, name).toBeGreaterThan(1.7 * pitch)
    }
  })

  test('a table: inside the type area, its head again on the next page', () => {
    const { pages } = laid['ledger']!
    expect(pages.length).toBeGreaterThan(1)
    for (const { lines } of pages.slice(1)) expect(lines[0]!.text).toContain('序号')
  })

  test('署名 is not alone on a page, its date two characters further right', () => {
    for (const [name, { pages }] of Object.entries(laid)) {
      if (name !== 'progress-report') continue
      const { lines } = pages.at(-1)!
      expect(lines.length).toBeGreaterThan(2)
      const [signature, date] = lines.slice(-2)
      expect(date!.text).toMatch(/^\d{4}年/)
      // LibreOffice sets a quarter blank between digits and characters whatever the file says: five of them.
      const spread = 5 * 0.25 * 5.64
      expect(date!.left - signature!.left).toBeGreaterThan(2 * 5.57 - spread - 1)
      expect(date!.left - signature!.left).toBeLessThan(2 * 5.57 + 1)
    }
  })
})
