/** X6–X8: a ledger comes back after others have worked in it. */
import { describe, expect, test } from 'vitest'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { readSheet } from '../../electron/backend/sheet/read-sheet.ts'
import { ledgerFields, type LedgerField } from '../../shared/ledger/ledger-fields.ts'
import type { LedgerTable } from '../../shared/ledger/ledger-table.ts'
import type { ReadLedgerSheet } from '../../shared/ledger/read-ledger-sheet.ts'
import { dateOfSerial, dateSerial, readWrittenDate } from '../../shared/ledger/written-dates.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layoutOf } from '../support/layouts.ts'
import { ledgerTable, usualTable, widestTable } from '../support/ledger-tables.ts'
import { edit, exported, failure, firstLine, headLine, read, type Grid } from './edit-sheet.ts'

const keys = (sheet: ReadLedgerSheet) => sheet.rows.map((row) => row.key)
const texts = (sheet: ReadLedgerSheet, field: LedgerField) => sheet.rows.map((row) => row.values[field]?.text)
const column = (table: LedgerTable, field: LedgerField) => 1 + table.columns.findIndex((one) => one.field === field)

/** Rows in which nothing differs from what was exported. */
function unchanged(sheet: ReadLedgerSheet): void {
  for (const row of sheet.rows) for (const [field, value] of Object.entries(row.values)) expect(value.text, `${row.line} ${field}`).toBe(sheet.base.get(row.key!)![field as LedgerField])
}

describe('X6 read back as it was exported', () => {
  test.each([['usual', usualTable(7)], ['19 columns', widestTable(7)], ['no rows', usualTable(0)], ['one column', ledgerTable(['problem'], 3)], ['no notes, no summary', { ...usualTable(3), notes: [], summary: '' }]] as const)('%s', async (_, table) => {
    const sheet = await read(await exported(table))
    expect(keys(sheet)).toEqual(table.rows.map((row) => row.key))
    expect(sheet.columns).toEqual(table.columns.map((one) => one.field))
    expect(sheet.source).toBe('draft-1')
    expect(sheet.notes).toEqual([])
    table.rows.forEach((row, index) => row.cells.forEach((cell, at) => {
      const value = sheet.rows[index]!.values[table.columns[at]!.field]!
      expect(value.text).toBe(cell.text)
      expect(value.date).toBe(cell.date)
      expect(value.state).toBe(cell.state)
    }))
    unchanged(sheet)
  })
})

describe('X6 rows', () => {
  const table = usualTable(6)
  const body = (change: (rows: Grid) => Grid) => (rows: Grid): Grid => [...rows.slice(0, firstLine), ...change(rows.slice(firstLine, -1)), rows.at(-1)!]

  test('put in another order: each keeps its key', async () => {
    const sheet = await read(await edit(await exported(table), { rows: body((rows) => rows.toReversed()) }))
    expect(keys(sheet)).toEqual(table.rows.map((row) => row.key).toReversed())
    unchanged(sheet)
    expect(sheet.notes).toEqual([])
  })

  test('deleted: told with their numbers, still in the base', async () => {
    const sheet = await read(await edit(await exported(table), { rows: body((rows) => rows.filter((_, index) => index !== 1 && index !== 4)) }))
    expect(keys(sheet)).toEqual([1, 3, 4, 6].map((number) => `draft-1/item-${number}`))
    expect(sheet.base.size).toBe(6)
    expect(sheet.notes).toEqual(['导出时的 2 项在文件中已经没有了（原序号 2、5）。'])
  })

  test('inserted without a key, and blank ones: the first are new, the second nothing', async () => {
    const added = (rows: Grid) => [...rows.slice(0, 2), Array.from({ length: 13 }, (_, at) => (at === 3 ? '新发现的问题' : null)), [], ...rows.slice(2)]
    const sheet = await read(await edit(await exported(table), { rows: body(added) }))
    expect(keys(sheet)[2]).toBeNull()
    expect(sheet.rows[2]!.values.problem).toEqual({ text: '新发现的问题' })
    expect(sheet.rows).toHaveLength(7)
    expect(sheet.notes).toEqual(['第 8 行是新增的，按新增问题处理。'])
  })

  test('copied: the one nearer to what was exported keeps the key, the copy is new', async () => {
    const problem = column(table, 'problem')
    const copied = (rows: Grid) => [rows[2]!.with(problem, '照着改写的问题'), ...rows]
    const sheet = await read(await edit(await exported(table), { rows: body(copied) }))
    expect(keys(sheet)).toEqual([null, ...table.rows.map((row) => row.key)])
    expect(sheet.notes).toEqual(['第 6 行由别的行复制而来，按新增问题处理。'])
  })

  test('from another ledger, headings across the table, lines below it, a head once more', async () => {
    const more = (rows: Grid) => [[null, '一、学习方面'], ...rows.slice(0, 2), ['draft-9/item-1', 1, '学习', '别处的问题', '别处的措施'], ...rows.slice(2), [null, ...table.columns.map((one) => one.title)]]
    const edited = await edit(await exported(table), { rows: (rows) => [...body(more)(rows), [], [null, '填表人：周敏']], merges: [{ startRow: firstLine, endRow: firstLine, startCol: 1, endCol: 12 }] })
    const sheet = await read(edited)
    expect(keys(sheet).filter((key) => key === null)).toHaveLength(1)
    expect(sheet.rows).toHaveLength(7)
    expect(sheet.notes).toEqual(['第 9 行是新增的，按新增问题处理。', '第 9 行来自另一份台账，按新增问题处理。', '第 6、17 行不像台账中的一项，没有读入。'])
  })

  test('merged cells: below each other they hold for all rows, beside each other the covered ones say nothing', async () => {
    const category = column(table, 'category')
    const problem = column(table, 'problem')
    const emptied = (rows: Grid) => rows.map((row, index) => (index === 1 || index === 2 ? row.with(category, null) : index === 4 ? row.with(problem + 1, null) : row))
    const sheet = await read(await edit(await exported(table), {
      rows: body(emptied),
      merges: [{ startRow: firstLine, endRow: firstLine + 2, startCol: category, endCol: category }, { startRow: firstLine + 4, endRow: firstLine + 4, startCol: problem, endCol: problem + 1 }],
    }))
    expect(texts(sheet, 'category').slice(0, 3)).toEqual(['理论学习', '理论学习', '理论学习'])
    expect('measure' in sheet.rows[4]!.values).toBe(false)
    expect(sheet.notes).toEqual(['第 7、8 行有上下合并的单元格，各行按相同内容读入。', '第 10 行有左右合并的单元格，被盖住的列没有读入，原内容不变。'])
  })

  test('the column of keys deleted: rows are known by their problem', async () => {
    const sheet = await read(await edit(await exported(table), { rows: (rows) => rows.map((row) => row.slice(1)) }))
    expect(keys(sheet)).toEqual(table.rows.map((row) => row.key))
    unchanged(sheet)
    expect(sheet.notes).toContain('隐藏的编号列已被删掉，各行按“问题”一列的原文辨认。')
  })
})

describe('X6 columns', () => {
  const table = usualTable(3)

  test('moved, deleted, renamed, added', async () => {
    const state = column(table, 'state')
    const rows = (grid: Grid) => grid.map((row, line) => {
      const [key, number, category, problem, measure, ...others] = row
      const named = line === headLine ? '我们的问题' : problem
      return [key, number, measure ?? null, named ?? null, line === headLine ? '备注' : '自己加的话', ...others, category ?? null].filter((_, at) => at !== state)
    }) as Grid
    const sheet = await read(await edit(await exported(table), { rows }))
    expect(sheet.columns).toEqual(['number', 'measure', 'problem', 'leader', 'person', 'office', 'timeLimit', 'result', 'evidence', 'closedOn', 'category'])
    expect(keys(sheet)).toEqual(table.rows.map((row) => row.key))
    unchanged(sheet)
    expect(sheet.rows.every((row) => !('state' in row.values))).toBe(true)
    expect(sheet.notes).toEqual(['文件中少了“状态”列，这些内容保持原样。', '另加的“备注”列没有读入。'])
  })

  test('the hidden row of fields deleted: titles say what the columns are, ours or the unit’s own', async () => {
    const own: LedgerTable = { ...table, columns: table.columns.map((one) => (one.field === 'measure' ? { ...one, title: '怎么改' } : one)) }
    const sheet = await read(await edit(await exported(own), { rows: (grid) => grid.slice(1) }))
    expect(sheet.columns).toEqual(own.columns.map((one) => one.field))
    unchanged(sheet)
  })

  test('hidden row, title, notes and the head’s mark gone', async () => {
    const sheet = await read(await edit(await exported(table), { rows: (grid) => grid.slice(headLine).map((row, line) => (line === 0 ? row.with(0, null) : row)) }))
    expect(keys(sheet)).toEqual(table.rows.map((row) => row.key))
    unchanged(sheet)
  })

  test('a column twice, and a copy of the sheet', async () => {
    const sheet = await read(await edit(await exported(table), { rows: (grid) => grid.map((row) => [...row, row[3] ?? null]) }))
    expect(sheet.notes).toEqual(['“问题”列有重复，只读入了最左边的一列。'])
    const bytes = await exported(table)
    let copy: Grid = []
    await edit(bytes, { rows: (grid) => (copy = grid) })
    const both = await read(await edit(bytes, { more: [{ name: '台账 (2)', rows: copy }] }))
    expect(both.rows).toHaveLength(3)
    expect(both.notes).toEqual(['只读入了工作表“台账”，没有读入“台账 (2)”。'])
  })
})

describe('X7 values', () => {
  const table = ledgerTable(['problem', 'due', 'closedOn', 'state', 'timeLimit'], 9, (field) => (field === 'problem' ? undefined : { text: '' }))
  const fill = (at: number, values: readonly unknown[]) => (rows: Grid) => rows.map((row, line) => (line >= firstLine && line - firstLine < values.length ? row.with(at, values[line - firstLine] as never) : row))

  test('dates: real, as text in every usual form, as a bare serial number; others stay text and are told', async () => {
    const values = [new Date(Date.UTC(2024, 5, 30)), '2024-6-30', '2024/6/30', '2024.6.30', '2024年6月30日', '２０２４年６月３０日', 45473, '2024-06-30 00:00:00', '长期坚持']
    const sheet = await read(await edit(await exported(table), { rows: fill(3, values) }))
    expect(texts(sheet, 'closedOn')).toEqual([...Array.from({ length: 8 }, () => '2024年6月30日'), '长期坚持'])
    expect(sheet.rows.map((row) => row.values.closedOn!.date)).toEqual([...Array.from({ length: 8 }, () => '2024-06-30'), undefined])
    expect(sheet.notes).toEqual(['第 14 行有认不出的日期，按文字读入。'])
  })

  test('dates counted from 1904', async () => {
    const sheet = await read(await edit(await exported(table), { rows: fill(2, [new Date(Date.UTC(2024, 1, 29))]), dateSystem: '1904' }))
    expect(sheet.rows[0]!.values.due).toEqual({ text: '2024年2月29日', date: '2024-02-29' })
  })

  test('states by name; others stay text and are told', async () => {
    const sheet = await read(await edit(await exported(table), { rows: fill(4, ['已销号', ' 推进中 ', '已完成 待核', '办结', null]) }))
    expect(sheet.rows.slice(0, 5).map((row) => row.values.state)).toEqual([{ text: '已销号', state: 'closed' }, { text: '推进中', state: 'under-way' }, { text: '已完成待核', state: 'done' }, { text: '办结' }, { text: '' }])
    expect(sheet.notes).toEqual(['第 9 行的状态不是规定的五种之一，按文字读入。'])
  })

  test('a text that a spreadsheet took for a date or a number reads as it looks', async () => {
    const sheet = await read(await edit(await exported(table), { rows: fill(5, [new Date(Date.UTC(2024, 5, 30)), 15, 0.1 + 0.2, true, '第一行\r\n第二行  ']) }))
    expect(texts(sheet, 'timeLimit').slice(0, 5)).toEqual(['2024年6月30日', '15', '0.3', 'TRUE', '第一行\n第二行'])
  })

  test('blanks at the ends are nobody’s edit; an emptied cell is one', async () => {
    const spaced = ledgerTable(['problem', 'measure'], 2, (field) => (field === 'measure' ? { text: ' 甲 \n乙' } : undefined))
    const sheet = await read(await edit(await exported(spaced), { rows: fill(2, ['甲\n乙 ', null]) }))
    expect(texts(sheet, 'measure')).toEqual([' 甲 \n乙', ''])
  })

  test.each([
    ['2024-6-30', '2024-06-30'], ['2024．6．30', '2024-06-30'], ['2024 年 6 月 30 日', '2024-06-30'], ['2024年6月30号', '2024-06-30'], ['20240630', '2024-06-30'],
    ['2024年6月', undefined], ['2024-2-30', undefined], ['24.6.30', undefined], ['2024-13-1', undefined], ['1-2', undefined], ['', undefined],
  ])('the written date %s', (text, date) => expect(readWrittenDate(text)).toBe(date))

  test('serial numbers and dates turn into each other', () => {
    for (const [iso, serial] of [['1900-03-01', 61], ['2024-06-30', 45473], ['2024-02-29', 45351], ['2099-12-31', 73050]] as const) {
      expect(dateSerial(iso)).toBe(serial)
      expect(dateOfSerial(serial)).toBe(iso)
    }
    expect(dateOfSerial(45473.75)).toBe('2024-06-30')
    expect(dateOfSerial(-1)).toBeUndefined()
    expect(dateOfSerial(9e9)).toBeUndefined()
  })
})

describe('X8 files that are none of ours', () => {
  test('a plain export, another workbook, the hidden sheet deleted or spoilt', async () => {
    const other = await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [['序号', '问题', '整改措施'], [1, '甲', '乙']] }] })
    expect(await failure(other)).toBe('SHEET_NOT_OURS')
    expect(await failure(await edit(await exported(usualTable(2)), { data: (rows) => rows.slice(1) }))).toBe('SHEET_NOT_OURS')
    expect(await failure(await edit(await exported(usualTable(2)), { rows: () => [['别的内容']] }))).toBe('SHEET_NOT_OURS')
    const result = await readSheet(other, '某表.xlsx')
    if (!result.ok) expect(result.error.message).toMatch(/“某表\.xlsx”不是整稿导出的台账.*没有读入任何内容，原有台账不变。请/)
  })

  test('a newer version is refused', async () => {
    expect(await failure(await edit(await exported(usualTable(2)), { data: ([first, ...rows]) => [first!.with(1, 2), ...rows] }))).toBe('SHEET_NEWER')
  })

  test('other types, by content', async () => {
    const ole = (stream: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)])
    const cases: readonly (readonly [Uint8Array, string])[] = [
      [ole('Workbook'), '旧版电子表格（.xls、.et）'], [ole('EncryptedPackage'), '加了密码的文档'], [strToU8('序号,问题\n1,甲'), '文本文件'],
      [writeWord(buildPrintDocument(fullDraft, layoutOf('common')), { title: '', creator: '' }), 'Word 文档（.docx）'],
      [zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<a/>') }), 'OpenDocument 文件'],
      [zipSync({ 'xl/workbook.bin': new Uint8Array(8) }), '二进制工作簿（.xlsb）'],
    ]
    for (const [bytes, type] of cases) {
      const result = await readSheet(bytes, '旧表.xls')
      expect(result.ok ? 'read' : result.error.code, type).toBe('SHEET_TYPE_UNSUPPORTED')
      if (!result.ok) expect(result.error.message).toContain(type)
      if (!result.ok) expect(result.error.message).toContain('另存为不加密码的 .xlsx')
    }
    expect(await failure(new Uint8Array())).toBe('FILE_EMPTY')
  })
})

test('every field can come back', () => expect(widestTable(1).columns.map((one) => one.field)).toEqual(ledgerFields))
