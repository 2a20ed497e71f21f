/** X9 as LibreOffice sets it: the ledger on its side, its number at the binding edge, its head on every page, nothing cut off. */
import { beforeAll, describe, expect, test } from 'vitest'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import type { LedgerTable } from '../../shared/ledger/ledger-table.ts'
import { ledgerPrintDocument } from '../../shared/print/ledger-print.ts'
import { ledgerTable, usualTable, widestTable } from '../support/ledger-tables.ts'
import { layouts } from '../support/layouts.ts'
import { toPdfs, usualFaces, whyNot, wordsOf } from './office.ts'

const long = ledgerTable(['number', 'problem', 'measure', 'person', 'closedOn', 'state'], 6, (field, index) => (field === 'measure' && index % 2 === 1 ? { text: '对照检查、逐项整改，责任到人。'.repeat(90) } : undefined))
const tables: Readonly<Record<string, LedgerTable>> = { usual: usualTable(30), wide: widestTable(14), long }
const cases = layouts.flatMap((layout) => Object.entries(tables).map(([name, table]) => ({ name, table, layout, title: `${layout.name}, ${name}` })))

type Pages = ReturnType<typeof wordsOf>
const laid = new Map<string, Pages>()
const sorted = (text: string) => [...text.replaceAll(/\s/g, '')].sort().join('')

describe.skipIf(whyNot !== undefined)('X9', () => {
  beforeAll(() => {
    const fileOf = ({ layout, name }: (typeof cases)[number]) => `ledger-${layout.id}-${name}`
    const files = Object.fromEntries(cases.map((one) => [fileOf(one), writeWord(ledgerPrintDocument(one.table, one.layout), { title: one.table.title, creator: '' })]))
    const pdfs = toPdfs(files, usualFaces, process.env['ZHENGGAO_KEEP_PRINTS'])
    for (const one of cases) laid.set(one.title, wordsOf(pdfs[fileOf(one)]!))
  }, 240_000)

  test.each(cases)('$title: the number stands at the left edge, odd pages below, even pages above, where the upright pages have it', ({ title, layout }) => {
    const pages = laid.get(title)!
    expect(pages.length).toBeGreaterThanOrEqual(3)
    const pitch = 25.4 / 1440
    pages.forEach(({ width, height, words }, index) => {
      expect(width).toBeCloseTo(297, 0)
      expect(height).toBeCloseTo(210, 0)
      const number = words.filter((word) => word.right < layout.page.bottom * pitch - 1)
      expect(number.map((word) => word.text).join('').replaceAll(/\s/g, ''), `page ${index + 1}`).toBe(`—${index + 1}—`)
      const [left, right, top, bottom] = [Math.min(...number.map((word) => word.left)), Math.max(...number.map((word) => word.right)), Math.min(...number.map((word) => word.top)), Math.max(...number.map((word) => word.bottom))]
      // 28 mm from the edge as on upright pages; taller than wide: it is turned.
      expect(Math.abs((left + right) / 2 - 28)).toBeLessThan(1.5)
      expect(bottom - top).toBeGreaterThan(2 * (right - left))
      if (index % 2 === 0) expect(bottom).toBeCloseTo(210 - 26 - 4.94, 0)
      else expect(top).toBeCloseTo(28 + 4.94, 0)
    })
  })

  test.each(cases)('$title: the head on every page, everything inside the margins', ({ title, table, layout }) => {
    const pitch = 25.4 / 1440
    for (const { words } of laid.get(title)!) {
      const body = words.filter((word) => word.right > layout.page.bottom * pitch - 1)
      for (const word of body) {
        expect(word.left).toBeGreaterThan(layout.page.bottom * pitch - 0.5)
        expect(word.right).toBeLessThan(297 - layout.page.top * pitch + 0.5)
        expect(word.top).toBeGreaterThan(28 - 1)
        expect(word.bottom).toBeLessThan(210 - 26 + 1)
      }
      const heads = body.map((word) => word.text).join('')
      for (const part of ['问题', table.columns.length > 15 ? '类别' : '责任人']) expect(heads).toContain(part)
    }
  })

  test.each(cases)('$title: every character of every cell is there, once', ({ title, table, layout }) => {
    const pages = laid.get(title)!
    const body = pages.flatMap(({ words }) => words.filter((word) => word.right > (layout.page.bottom * 25.4) / 1440 - 1).map((word) => word.text)).join('')
    const head = table.columns.map((column) => column.title).join('').repeat(pages.length)
    // A last page that holds the summary alone has no table on it.
    const summaryAlone = pages.at(-1)!.words.length < 8
    expect(summaryAlone).toBe(false)
    expect(sorted(body)).toBe(sorted(table.title + table.notes.join('') + head + table.rows.flatMap((row) => row.cells.map((cell) => cell.text)).join('') + table.summary))
  })

  test('a row taller than a page goes on over the next, pages are filled to their foot', () => {
    const pages = laid.get(`${layouts[0]!.name}, long`)!
    const feet = pages.slice(0, -1).map(({ words }) => Math.max(...words.filter((word) => word.left > 40).map((word) => word.bottom)))
    expect(feet.filter((foot) => foot > 170).length).toBeGreaterThanOrEqual(feet.length - 1)
  })

  test('dates and names are on one line', () => {
    for (const layout of layouts) {
      const words = laid.get(`${layout.name}, usual`)!.flatMap((page) => page.words.map((word) => word.text))
      const text = words.join(' ')
      expect(text.match(/2024 ?年 ?12 ?月 ?31 ?日/g)).toHaveLength(6)
      for (const name of ['赵立新', '钱卫东', '孙小梅', '已完成待核', '理论学习']) expect(words).toContain(name)
    }
  })
})
