/** A ledger in LibreOffice: read back after it was saved there (X6), its rows as tall as their text, its pages with the head on each. */
import { beforeAll, describe, expect, test } from 'vitest'
import { readSheet } from '../../electron/backend/sheet/read-sheet.ts'
import { writeSheet } from '../../electron/backend/sheet/write-sheet.ts'
import type { LedgerTable } from '../../shared/ledger/ledger-table.ts'
import { ledgerFields } from '../../shared/ledger/ledger-fields.ts'
import { ledgerTable, usualTable, widestTable } from '../support/ledger-tables.ts'
import { saveAllAgain, toPdfs, usualFaces, whyNoSheets, wordsOf } from './office.ts'

const keep = process.env['ZHENGGAO_KEEP_PRINTS']
const bytesOf = (table: LedgerTable) => writeSheet(table, { merge: { source: 'draft-1' } })

async function read(bytes: Uint8Array) {
  const result = await readSheet(bytes, '台账.xlsx')
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const odd = ['=SUM(A1)', '+86', '-3', '@某某', '_x0041_', '甲\n\n乙', '<b>&amp;"', '3-1', '007', '1e5', '2024/6/30', ' 两头有空格 ', '😀', "'引号", 'TRUE', '50%']
const tables: Readonly<Record<string, LedgerTable>> = {
  'usual': usualTable(40),
  'wide and long': widestTable(500),
  'odd texts': ledgerTable(['number', 'problem', 'measure', 'timeLimit', 'due'], odd.length, (field, index) => (['problem', 'timeLimit'].includes(field) ? { text: odd[index]! } : undefined)),
  'long cells': ledgerTable(ledgerFields, 4, (field, index) => (field === 'measure' ? { text: '对照检查、逐项整改，'.repeat(100 * (index + 1)) } : undefined)),
}

describe.skipIf(whyNoSheets !== undefined)('X6 saved again by another program', () => {
  const written = new Map<string, Uint8Array>()
  let saved: Record<string, Uint8Array> = {}
  beforeAll(async () => {
    for (const [name, table] of Object.entries(tables)) written.set(name, await bytesOf(table))
    saved = saveAllAgain(Object.fromEntries(written), 'xlsx')
  })

  test.each(Object.keys(tables))('%s: the same rows, the same base, nothing to tell', async (name) => {
    const before = await read(written.get(name)!)
    const after = await read(saved[name]!)
    expect(after).toEqual(before)
    expect(after.notes).toEqual([])
    for (const row of after.rows) for (const [field, value] of Object.entries(row.values)) expect(value.text).toBe(after.base.get(row.key!)![field as 'problem'])
  })
})

const sorted = (texts: readonly string[]) => [...texts.join('').replaceAll(/\s/g, '')].sort().join('')

/** Words by row of the table: a row begins where its number stands, and ends where the next one or the summary does. */
function rowsOf(pages: ReturnType<typeof wordsOf>): { readonly words: readonly string[]; readonly height: number; readonly filled: number }[] {
  return pages.flatMap(({ words }) => {
    const body = words.filter((word) => word.top < 195)
    const edge = Math.min(...body.filter((word) => word.text === '序号').map((word) => word.right)) + 1
    const starts = body.filter((word) => word.right <= edge && /^\d+$/.test(word.text)).map((word) => word.top).sort((x, y) => x - y)
    return starts.flatMap((top, index) => {
      const end = starts[index + 1] ?? Infinity
      const own = body.filter((word) => word.top > top - 0.8 && word.top < end - 0.8)
      // The last row of a page has nothing below it to measure by.
      return [{ words: own.map((word) => word.text), height: end - top, filled: Math.max(...own.map((word) => word.bottom)) - top }]
    })
  })
}

describe.skipIf(whyNoSheets !== undefined)('X4 what is seen', () => {
  const rowTables = { 'usual': usualTable(40), '19 columns': widestTable(40) }
  let pdfs: Record<string, Uint8Array> = {}
  let pages: ReturnType<typeof wordsOf> = []
  beforeAll(async () => {
    const files = { ledger: await bytesOf(usualTable(60)), ...Object.fromEntries(await Promise.all(Object.entries(rowTables).map(async ([name, table]) => [name, await bytesOf({ ...table, summary: '' })] as const))) }
    pdfs = toPdfs(files, usualFaces, keep, 'xlsx')
    pages = wordsOf(pdfs['ledger']!)
  })

  test.each(Object.entries(rowTables))('%s: no row cuts its text off, none stands half empty', (name, table) => {
    const rows = rowsOf(wordsOf(pdfs[name]!))
    expect(rows).toHaveLength(table.rows.length)
    rows.forEach(({ words, height, filled }, index) => {
      expect(sorted(words), `row ${index + 1}`).toBe(sorted(table.rows[index]!.cells.map((cell) => cell.text)))
      expect(filled, `row ${index + 1}`).toBeLessThan(height + 0.3)
    })
    const whole = rows.filter(({ height }) => Number.isFinite(height))
    const total = (pick: (row: (typeof rows)[number]) => number) => whole.reduce((sum, row) => sum + pick(row), 0)
    expect(total((row) => row.height)).toBeLessThan(1.6 * total((row) => row.filled))
  })

  test('A4 landscape, one page wide, the head on each page, the page’s number at its foot', () => {
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach(({ width, height, words }, index) => {
      expect(width).toBeCloseTo(297, 0)
      expect(height).toBeCloseTo(210, 0)
      const heads = words.filter((word) => word.text === '整改措施')
      expect(heads).toHaveLength(1)
      expect(words.filter((word) => word.text === '销号日期')).toHaveLength(1)
      expect(words.filter((word) => word.top > 195).map((word) => word.text).join('')).toBe(`第${index + 1}页，共${pages.length}页`)
      for (const word of words) {
        expect(word.left).toBeGreaterThan(15)
        expect(word.right).toBeLessThan(282)
      }
    })
  })

  test('dates on one line, hidden keys and fields nowhere', () => {
    const words = pages.flatMap((page) => page.words.map((word) => word.text))
    expect(words.filter((word) => word === '2024年12月31日')).toHaveLength(12)
    expect(words.join('')).not.toMatch(/zhenggao|draft-1|item-/)
  })
})
