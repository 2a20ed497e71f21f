/** X9: the ledger as a Word file on its side. */
import validate from '@ooxml-tools/validate'
import { describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { columnSets, columnsOf } from '../../shared/ledger/column-sets.ts'
import type { LedgerTable } from '../../shared/ledger/ledger-table.ts'
import { ledgerPrintDocument } from '../../shared/print/ledger-print.ts'
import type { Layout } from '../../shared/print/layout.ts'
import type { PrintTable } from '../../shared/print/print-types.ts'
import { textWidth } from '../../shared/print/text-width.ts'
import { ledgerTable, usualTable, widestTable } from '../support/ledger-tables.ts'
import { layoutOf, layouts } from '../support/layouts.ts'
import { all, parse, structureFaults, unpack } from './structure-checks.ts'

const tables: Readonly<Record<string, LedgerTable>> = {
  'usual': usualTable(12),
  ...Object.fromEntries(columnSets.slice(1).map((set) => [set.id, { ...ledgerTable(set.fields, 6), columns: columnsOf(set) }])),
  '19 columns': widestTable(8),
  'no rows': usualTable(0),
  'one column, nothing around it': { ...ledgerTable(['problem'], 2), title: '', notes: [], summary: '' },
  'long cells, odd texts': ledgerTable(['number', 'problem', 'measure', 'due'], 3, (field, index) => (field === 'measure' ? { text: '逐条整改。'.repeat(300 * index) } : field === 'problem' ? { text: ['=1+1\n<b>&', ' 前后有空格 ', '一、某项\n（一）某条\n\n1.某点'][index]! } : undefined)),
}
const cases = layouts.flatMap((layout) => Object.entries(tables).map(([name, table]) => [layout.name, name, layout, table] as const))

const bytesOf = (table: LedgerTable, layout: Layout) => writeWord(ledgerPrintDocument(table, layout), { title: table.title, creator: '某区档案局' })
const tableOf = (table: LedgerTable, layout: Layout) => ledgerPrintDocument(table, layout).parts.find((part): part is PrintTable => part.kind === 'table')!

test.each(cases)('X3 %s, %s: nothing for the validator, nothing for our own checks', async (_, __, layout, table) => {
  const bytes = bytesOf(table, layout)
  expect(structureFaults(bytes)).toEqual([])
  expect((await validate(bytes, 'docx', 'Office2016')).map((one) => `${one.path.xpath}: ${one.description}`)).toEqual([])
  expect(Buffer.compare(bytesOf(table, layout), bytes)).toBe(0)
}, 30_000)

test.each(cases)('X9 %s, %s: read back, the cells have the same texts', async (_, __, layout, table) => {
  const read = await readWord(bytesOf(table, layout), '台账.docx')
  if (!read.ok) throw new Error(read.error.message)
  expect(read.value.notes).toEqual([])
  const paragraphs = read.value.paragraphs.filter((one) => one.text !== '' || one.hint?.table !== undefined)
  const found = paragraphs.find((one) => one.hint?.table !== undefined)!.hint!.table!
  expect(found.headerRows).toBe(1)
  // Heads may stand on two lines, and so may a date in a narrow column.
  const flat = (texts: readonly string[], head: boolean) => texts.map((text) => (head || /^\d{4}年\n/.test(text) ? text.replaceAll('\n', '') : text))
  expect(flat(found.rows[0]!, true)).toEqual(table.columns.map((column) => column.title))
  expect(found.rows.slice(1).map((row) => flat(row, false))).toEqual(table.rows.map((row) => row.cells.map((cell) => cell.text)))
  const texts = paragraphs.filter((one) => one.hint?.table === undefined).map((one) => one.text.replaceAll('\n', ''))
  expect(texts.join('')).toBe([table.title, table.notes.join('\u3000\u3000'), table.summary].join(''))
})

describe('X9 the sheet on its side', () => {
  test.each(layouts.map((layout) => [layout.name, layout] as const))('%s: size and margins of word-format.md §1.3', (_, layout) => {
    const xml = unpack(bytesOf(usualTable(2), layout))
    const section = all(parse(xml['word/document.xml']!), 'w:sectPr')[0]!
    expect(section.children.find((one) => one.name === 'w:pgSz')!.attributes).toEqual({ 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' })
    const margins = section.children.find((one) => one.name === 'w:pgMar')!.attributes
    expect(margins).toMatchObject({ 'w:top': '1587', 'w:bottom': '1474', 'w:left': layout.id === 'gb33476' ? '1847' : '1984', 'w:right': layout.id === 'gb33476' ? '1960' : '2098' })
    expect(xml['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
  })

  test('the number: at the left edge, turned clockwise, odd pages below, even pages above', () => {
    const xml = unpack(bytesOf(usualTable(2), layoutOf('common')))
    for (const [name, top, alignment] of [['word/footer1.xml', 10151 - 1600, 'right'], ['word/footer2.xml', 1867, 'left']] as const) {
      const footer = parse(xml[name]!)
      expect(all(footer, 'w:tblpPr')[0]!.attributes).toMatchObject({ 'w:horzAnchor': 'page', 'w:vertAnchor': 'page', 'w:tblpX': '1447' })
      expect(Math.abs(Number(all(footer, 'w:tblpPr')[0]!.attributes['w:tblpY']) - top)).toBeLessThan(3)
      expect(all(footer, 'w:textDirection')[0]!.attributes['w:val']).toBe('tbRl')
      expect(all(all(footer, 'w:tc')[0]!, 'w:jc')[0]!.attributes['w:val']).toBe(alignment)
      expect(all(footer, 'w:instrText')).toHaveLength(1)
    }
  })

  test('numbers in the middle, or none, as the layout says', () => {
    const layout = layoutOf('common')
    const middle = unpack(bytesOf(usualTable(1), { ...layout, pageNumber: { ...layout.pageNumber, place: 'centre' } }))
    expect(middle['word/footer2.xml']).toBeUndefined()
    expect(middle['word/footer1.xml']).toContain('<w:jc w:val="center"/>')
    expect(Object.keys(unpack(bytesOf(usualTable(1), { ...layout, pageNumber: { ...layout.pageNumber, place: 'none' } }))).filter((name) => name.includes('footer'))).toEqual([])
  })

  test('type as large as the columns allow, by the layout’s own sizes', () => {
    const layout = layoutOf('common')
    const size = (table: LedgerTable, ledger?: Layout['ledger']) => tableOf(table, ledger === undefined ? layout : { ...layout, ledger }).text.size
    expect(size(ledgerTable(['number', 'problem', 'measure'], 5))).toBe(24)
    expect([21, 24]).toContain(size(ledgerTable(columnSets[3].fields, 5)))
    expect(size(usualTable(5))).toBe(18)
    expect(size(widestTable(5))).toBe(15)
    expect(size(usualTable(5), { size: 21, smallestSize: 21 })).toBe(21)
    expect(size(ledgerTable(['number', 'problem', 'measure'], 5), { size: 21, smallestSize: 15 })).toBe(21)
  })

  test('numbers, dates, states and names stay whole; squeezed dates break behind the year', () => {
    for (const layout of layouts) {
      const usual = usualTable(40)
      const { columns, text, cellPadding } = tableOf(usual, layout)
      const fits = (column: number, width: number) => width * text.size * 10 <= columns[column]!.width - 2 * cellPadding
      usual.rows.forEach((row) => usual.columns.forEach(({ field }, column) => {
        if (['number', 'closedOn', 'state', 'leader', 'person'].includes(field)) for (const line of row.cells[column]!.text.split('\n')) expect(fits(column, textWidth(line)), `${field} ${line}`).toBe(true)
      }))
      const wide = tableOf(widestTable(3), layout)
      for (const row of wide.rows.slice(1)) expect(row.cells.flatMap((cell) => cell.lines).filter((line) => /\d日$|^\d{4}年$/.test(line)).every((line) => /^(?:\d{4}年|\d{1,2}月\d{1,2}日)$/.test(line))).toBe(true)
    }
  })

  test('the head is repeated; a row shorter than a third of the page stays together, a taller one may break', () => {
    const table = ledgerTable(['number', 'problem', 'measure'], 2, (field, index) => (field === 'measure' && index === 1 ? { text: '逐条整改。'.repeat(400) } : undefined))
    const xml = parse(unpack(bytesOf(table, layoutOf('common')))['word/document.xml']!)
    expect(all(xml, 'w:tr').map((row) => [all(row, 'w:tblHeader').length, all(row, 'w:cantSplit').length])).toEqual([[1, 1], [0, 1], [0, 0]])
  })

  test('the paper itself is no wider than the sheet', () => {
    for (const layout of layouts) for (const table of Object.values(tables)) {
      const { width, columns } = tableOf(table, layout)
      expect(columns.reduce((sum, column) => sum + column.width, 0)).toBe(width)
      expect(Math.min(...columns.map((column) => column.width))).toBeGreaterThan(250)
    }
  })
})
