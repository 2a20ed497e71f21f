/** The exported ledger as Excel sees it: read by another library and judged by the Open XML SDK. */
import validate from '@ooxml-tools/validate'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { isOwnOfficeFile } from '../../electron/backend/files/is-own-office-file.ts'
import { writeSheet } from '../../electron/backend/sheet/write-sheet.ts'
import { columnSets, columnsOf } from '../../shared/ledger/column-sets.ts'
import { ledgerFields, type LedgerField } from '../../shared/ledger/ledger-fields.ts'
import { ledgerTable, usualTable, widestTable } from '../support/ledger-tables.ts'
import { exported, firstLine, headLine, read } from './edit-sheet.ts'

const parts = (bytes: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
const faults = async (bytes: Uint8Array) => (await validate(bytes, 'xlsx', 'Microsoft365')).map((one) => `${one.path?.partUri}${one.path?.xpath}: ${one.description}`)

describe('X3 the validator finds nothing', () => {
  test.each([['usual', usualTable(12)], ['19 columns', widestTable(3)], ['no rows', usualTable(0)], ['one column', ledgerTable(['problem'], 2)], ['no summary', { ...usualTable(2), summary: '', notes: [] }]] as const)('%s', async (_, table) => {
    expect(await faults(await exported(table))).toEqual([])
    expect(await faults(await writeSheet(table))).toEqual([])
  }, 30_000)
})

describe('X4', () => {
  test('X1 the same table gives the same bytes, a second later too', async () => {
    const first = await exported(usualTable(20))
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect(Buffer.compare(await exported(usualTable(20)), first)).toBe(0)
    expect(parts(first)['docProps/core.xml']).toContain('某区档案局')
    expect(isOwnOfficeFile(first)).toBe(true)
  })

  test('real dates, a real number, everything else text', async () => {
    const { sheets: [sheet] } = await readXlsx(await exported(widestTable(4)), { readStyles: true })
    const row = sheet!.rows[firstLine + 3]!
    const at = (field: LedgerField) => row[1 + ledgerFields.indexOf(field)]
    expect(at('number')).toBe(4)
    expect(at('closedOn')).toEqual(new Date(Date.UTC(2024, 11, 31)))
    expect(at('due')).toEqual(new Date(Date.UTC(2024, 8, 30)))
    for (const field of ledgerFields) if (!['number', 'due', 'stateSince', 'closedOn'].includes(field)) expect(typeof (at(field) ?? ''), field).toBe('string')
    expect(sheet!.cells?.get(`${firstLine + 3},${1 + ledgerFields.indexOf('closedOn')}`)?.style?.numFmt).toBe('yyyy"年"m"月"d"日"')
  })

  test('texts that begin like formulas, look like escapes or hold odd characters stay the texts they are', async () => {
    const texts = ['=1+1', '+86', '-3', '@某某', '=HYPERLINK("http://a","b")', '_x0041_', '甲\n乙', 'a\u0001b\tc', '<b>&amp;"', '3-1', '007', '😀'.repeat(3), ' 两头有空格 ']
    const table = ledgerTable(['number', 'problem', 'measure'], texts.length, (field, index) => (field === 'problem' ? { text: texts[index]! } : undefined))
    const bytes = await exported(table)
    expect(parts(bytes)['xl/worksheets/sheet1.xml']).not.toContain('<f>')
    const { rows } = await read(bytes)
    expect(rows.map((row) => row.values.problem!.text)).toEqual(texts.map((text) => text.replace('\u0001', '').replace('\t', ' ')))
  })

  test('title, notes, head, rows and summary in their order, over the whole width', async () => {
    const table = usualTable(3)
    const { sheets: [sheet] } = await readXlsx(await writeSheet(table), { readStyles: true })
    expect(sheet!.rows.map((row) => row[0])).toEqual(['某区档案局主题教育整改台账', '填报单位：某区档案局', '填报日期：2024年6月12日', '序号', 1, 2, 3, '共3项。'])
    expect(sheet!.rows[3]).toEqual(table.columns.map((column) => column.title))
    expect(sheet!.merges).toHaveLength(4)
    for (const merge of sheet!.merges!) expect([merge.startCol, merge.endCol]).toEqual([0, 11])
    const xml = parts(await writeSheet(table))
    expect(xml['xl/worksheets/sheet1.xml']).not.toContain('hidden')
    expect(xml['xl/worksheets/sheet2.xml']).toBeUndefined()
  })

  test('head frozen, filter, list of states, A4 landscape on one page width, head on every page, number at the foot', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet, 'xl/workbook.xml': workbook } = parts(await exported(usualTable(3)))
    expect(sheet).toMatch(/<pane xSplit="2" ySplit="5" topLeftCell="C6" [^>]*state="frozen"/)
    expect(sheet).toContain('<autoFilter ref="A5:M8"/>')
    expect(sheet).toContain('sqref="L6:L8"')
    expect(sheet).toContain('<formula1>"未启动,推进中,已完成待核,已销号,长期坚持"</formula1>')
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/)
    expect(sheet).toContain('第 &amp;P 页，共 &amp;N 页')
    expect(sheet).toMatch(/<col min="1" max="1" [^>]*hidden="true"/)
    expect(sheet).toMatch(/<row r="1" [^>]*hidden="1"/)
    expect(workbook).toContain('台账!$5:$5</definedName>')
    expect(workbook).toContain('state="veryHidden"')
    expect(workbook).not.toContain('fullCalcOnLoad')
    expect(sheet).toContain('<sheetView tabSelected="1"')
  })

  test('rows are as tall as their text wants, never taller than Excel allows, and grow when they are edited', async () => {
    const long = '逐条对照检查，'.repeat(40)
    const table = ledgerTable(['number', 'problem', 'measure', 'leader'], 4, (field, index) => (field === 'problem' ? { text: ['短', long, long.repeat(6), '一行\n'.repeat(60)][index]! } : field === 'measure' ? { text: '短' } : undefined))
    const sheet = parts(await exported(table))['xl/worksheets/sheet1.xml']!
    const [short, tall, taller, lines] = [0, 1, 2, 3].map((row) => Number(new RegExp(`<row r="${firstLine + row + 1}" ht="([\\d.]+)"`).exec(sheet)![1]))
    expect(short).toBeLessThan(25)
    expect(tall).toBeGreaterThan(4 * 15)
    expect(taller).toBeGreaterThan(tall! * 3)
    expect(taller).toBeLessThanOrEqual(409)
    expect(lines).toBe(409)
    expect(sheet).not.toContain('customHeight')
  })

  test('a cell longer than Excel allows is cut, in 500 rows of 19 columns', async () => {
    const table = ledgerTable(ledgerFields, 500, (field, index) => (field === 'problem' && index === 0 ? { text: '长'.repeat(40_000) } : undefined))
    const bytes = await exported(table)
    const { rows, base } = await read(bytes)
    expect(rows).toHaveLength(500)
    expect(rows[0]!.values.problem!.text).toHaveLength(32_767)
    // Cut alike in the base: nobody has edited it.
    expect(base.get(rows[0]!.key!)!.problem).toBe(rows[0]!.values.problem!.text)
  })

  test('the usual sets of columns: no field twice, at most twelve, titles of their own', () => {
    expect(columnSets.map((set) => [set.id, set.title])).toEqual([['ledger', '整改台账'], ['problem-list', '问题清单'], ['responsibility-list', '责任清单'], ['task-list', '任务清单']])
    for (const set of columnSets) {
      expect(new Set<LedgerField>(set.fields).size).toBe(set.fields.length)
      expect(set.fields.length).toBeLessThanOrEqual(12)
      expect(set.fields).toContain('problem')
      expect(columnsOf(set).every((column) => column.title !== '')).toBe(true)
    }
    expect(columnsOf(columnSets[3]).map((column) => column.title)).toContain('任务（整改措施）')
  })
})

test('X5 the hidden sheet keeps key, field and text of every cell', async () => {
  const table = usualTable(3)
  const { sheets } = await readXlsx(await exported(table))
  const [, data] = sheets
  expect(data!.rows[0]!.slice(0, 3)).toEqual(['整稿台账', 1, 'draft-1'])
  expect(data!.rows[2]).toEqual(['字段', ...table.columns.map((column) => column.field)])
  expect(data!.rows.slice(4)).toEqual(table.rows.map((row) => [row.key, ...row.cells.map((cell) => cell.text)]).map((row) => row.map((cell) => (cell === '' ? expect.toSatisfy((value: unknown) => value === '' || value === null) : cell))))
  expect(sheets[0]!.rows[headLine]![0]).toBe('zhenggao:head')
})
