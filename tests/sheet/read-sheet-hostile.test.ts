/** Law D5 for spreadsheets: any bytes end in a ledger or in one typed failure, within limits. */
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { createWorkerPool } from '../../electron/backend/jobs/worker-pool.ts'
import { readSheet } from '../../electron/backend/sheet/read-sheet.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { ledgerPrintDocument } from '../../shared/print/ledger-print.ts'
import { layoutOf } from '../support/layouts.ts'
import { usualTable } from '../support/ledger-tables.ts'
import { exported, failure, read } from './edit-sheet.ts'

const good = await exported(usualTable(8))
const parts = unzipSync(good)
const sheetPart = 'xl/worksheets/sheet1.xml'
const changed = (name: string, change: (xml: string) => string) => zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]!))) })

async function quick(bytes: Uint8Array): Promise<string> {
  const started = performance.now()
  const code = await failure(bytes)
  // The limit of any reading (D5).
  expect(performance.now() - started).toBeLessThan(30_000)
  return code
}

describe('D5 damaged', () => {
  test.each([0.1, 0.5, 0.9, 0.999])('cut off at %d of its length', async (share) => {
    expect(await failure(good.subarray(0, Math.floor(good.length * share)))).toBe('FILE_DAMAGED')
  })

  test.each([
    ['cut XML', (xml: string) => xml.slice(0, 400)], ['no XML', () => 'Hallo'], ['another root', () => '<a/>'], ['an unknown entity', (xml: string) => xml.replace('<sheetData>', '<sheetData>&lol;')],
    ['a declared entity', (xml: string) => `<!DOCTYPE d [<!ENTITY a "b">]>${xml.replace(/<\?xml.*?\?>/, '').replace('<sheetData>', '<sheetData>&a;')}`],
  ])('%s', async (_, change) => {
    expect(await failure(changed(sheetPart, change))).toBe('FILE_DAMAGED')
  })

  test('a sheet that is named and not there', async () => {
    const { [sheetPart]: _, ...others } = parts
    expect(await failure(zipSync(others))).toBe('FILE_DAMAGED')
  })
})

describe('D5 beyond the limits', () => {
  test('unpacked beyond 64 MB, whatever part', async () => {
    expect(await quick(changed(sheetPart, (xml) => xml.replace('<sheetData>', `<sheetData>${' '.repeat(70 * 1024 * 1024)}`)))).toBe('FILE_LIMITS')
    expect(await quick(changed('xl/sharedStrings.xml', (xml) => xml.replace('</sst>', `<si><t>${'长'.repeat(25 * 1024 * 1024)}</t></si></sst>`)))).toBe('FILE_LIMITS')
  }, 60_000)

  test('entries, rows, sheets and depth without number', async () => {
    expect(await quick(zipSync({ ...parts, ...Object.fromEntries(Array.from({ length: 20_100 }, (_, index) => [`xl/media/${index}`, new Uint8Array()])) }))).toBe('FILE_LIMITS')
    expect(await quick(changed(sheetPart, (xml) => xml.replace('</sheetData>', `${Array.from({ length: 20_100 }, (_, row) => `<row r="${row + 100}"><c t="inlineStr"><is><t>甲</t></is></c></row>`).join('')}</sheetData>`)))).toBe('FILE_LIMITS')
    expect(await quick(changed('xl/workbook.xml', (xml) => xml.replace('</sheets>', `${'<sheet name="a" sheetId="1" r:id="rId1"/>'.repeat(200)}</sheets>`)))).toBe('FILE_LIMITS')
    expect(await quick(changed(sheetPart, (xml) => xml.replace('<sheetData>', '<sheetData>' + '<row>'.repeat(500) + '</row>'.repeat(500))))).toBe('FILE_LIMITS')
  }, 60_000)

  test('merged cells over the whole sheet, cells at its far corner, numbers beyond counting', async () => {
    expect(await quick(changed(sheetPart, (xml) => xml.replace(/<mergeCells .*<\/mergeCells>/, `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells>`)))).toBe('FILE_LIMITS')
    expect(await quick(changed(sheetPart, (xml) => xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1e308</v></c></row><row r="99999999"><c r="ZZZ99999999"><v>NaN</v></c></row></sheetData>')))).toBe('read')
  }, 60_000)

  test('keys like names of an object’s own', async () => {
    const sheet = await read(changed('xl/sharedStrings.xml', (xml) => xml.replaceAll('draft-1/item-3', '__proto__')))
    expect(sheet.rows[2]!.key).toBe('__proto__')
    expect(sheet.base.get('__proto__')!.problem).toBe(sheet.rows[2]!.values.problem!.text)
  })
})

test('D5 any bytes end in a ledger or in one typed failure', async () => {
  const bytesChanged = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((changes) => {
    const bytes = good.slice()
    for (const [at, byte] of changes) bytes[at] = byte
    return bytes
  })
  // Evenly over the whole part: numbers at random would mostly be small.
  const place = fc.noBias(fc.integer({ min: 400, max: 9999 }))
  // Changed inside the parts, so that what is behind the checksums is reached.
  const names = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/sharedStrings.xml', sheetPart, 'xl/worksheets/sheet2.xml']
  const pieces = ['', '<', '>', '"', '&', '0', '-1', '99999999', 'A1', '<c/>', '</row>', 'zhenggao:head', 'zhenggao:problem', '整稿台账', 't="d"', '\u0000']
  const textChanged = fc.tuple(fc.constantFrom(...names), fc.array(fc.tuple(place, fc.nat(12), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 4 }))
    .map(([name, changes]) => changed(name, (xml) => changes.reduce((text, [share, length, piece]) => {
      const at = Math.floor((share / 10_000) * text.length)
      return text.slice(0, at) + piece + text.slice(at + length)
    }, xml)))
  // Attributes and texts only: the XML stays whole, what it says does not.
  const valuesChanged = fc.tuple(fc.constantFrom(...names), fc.array(fc.tuple(place, fc.constantFrom('', '0', '-1', '7', '99999999', 'A1', 'B2:C9', 'zhenggao:head', '整稿台账', 'd', 's', '1e308', '2024-6-30')), { minLength: 1, maxLength: 6 }))
    .map(([name, changes]) => changed(name, (xml) => changes.reduce((text, [share, value]) => {
      const places = [...text.matchAll(/(?<==")[^"]*(?=")|(?<=>)[^<]+(?=<)/g)].filter((one) => !one[0].startsWith('http'))
      const place = places[Math.floor((share / 10_000) * places.length)]!
      return text.slice(0, place.index) + value + text.slice(place.index + place[0].length)
    }, xml)))
  const head = fc.uint8Array({ maxLength: 300 }).map((tail) => new Uint8Array([0x50, 0x4b, 3, 4, ...tail]))
  const codes = new Map<string, number>()
  await fc.assert(fc.asyncProperty(fc.noShrink(fc.oneof(bytesChanged, textChanged, { weight: 3, arbitrary: valuesChanged }, head)), async (bytes) => {
    const result = await readSheet(bytes, '台账.xlsx')
    const code = result.ok ? 'read' : result.error.code
    codes.set(code, (codes.get(code) ?? 0) + 1)
    if (!result.ok) expect(code).toMatch(/^(?:FILE_(?:DAMAGED|LIMITS)|SHEET_(?:NOT_OURS|NEWER|TYPE_UNSUPPORTED))$/)
    else for (const row of result.value.rows) if (row.key !== null) expect(result.value.base.has(row.key)).toBe(true)
  }), { seed: 41, numRuns: 600 })
  // The mutations reach behind the zip: some files are still read.
  expect(codes.get('read')).toBeGreaterThan(100)
  expect(codes.get('FILE_DAMAGED')).toBeGreaterThan(100)
}, 60_000)

test('read and written in a worker, the base a map on this side too', async () => {
  const pool = createWorkerPool(new URL('../../dist/electron/worker.js', import.meta.url))
  try {
    const written = await pool.run('write-sheet', { table: usualTable(3), options: { creator: '某区档案局', merge: { source: 'draft-1' } } })
    if (!written.ok) throw new Error(written.error.message)
    expect(Buffer.compare(written.value, await exported(usualTable(3)))).toBe(0)
    const word = await pool.run('write-ledger-word', { table: usualTable(3), layout: layoutOf('common'), creator: '某区档案局' })
    if (!word.ok) throw new Error(word.error.message)
    expect(Buffer.compare(word.value, writeWord(ledgerPrintDocument(usualTable(3), layoutOf('common')), { title: usualTable(3).title, creator: '某区档案局' }))).toBe(0)
    const result = await pool.run('read-sheet', { name: '台账.xlsx', bytes: written.value.slice() }, { name: '台账.xlsx' })
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value).toEqual(await read(written.value))
  } finally {
    await pool.close()
  }
})
