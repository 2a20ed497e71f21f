/** Edits an exported ledger as somebody would in a spreadsheet. Another library reads and writes the file: faults of ours do not cancel out. */
import { readXlsx, writeXlsx, type CellValue, type MergeRange, type WriteSheet } from 'hucre/xlsx'
import { readSheet } from '../../electron/backend/sheet/read-sheet.ts'
import { writeSheet } from '../../electron/backend/sheet/write-sheet.ts'
import type { ReadLedgerSheet } from '../../shared/ledger/read-ledger-sheet.ts'
import type { LedgerTable } from '../../shared/ledger/ledger-table.ts'

export type Grid = CellValue[][]

export interface Edits {
  /** Rows of the ledger's sheet: marks, title, notes, head, items, summary. */
  readonly rows?: (rows: Grid) => Grid
  readonly data?: (rows: Grid) => Grid
  readonly merges?: MergeRange[]
  readonly more?: readonly WriteSheet[]
  readonly dateSystem?: '1900' | '1904'
}

export const exported = (table: LedgerTable) => writeSheet(table, { creator: '某区档案局', merge: { source: 'draft-1' } })

export async function edit(bytes: Uint8Array, { rows = (grid) => grid, data = (grid) => grid, merges, more = [], dateSystem }: Edits): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  const square = (grid: Grid): Grid => grid.map((row) => Array.from(row, (cell) => cell ?? null))
  return writeXlsx({
    sheets: [
      { name: '台账', rows: rows(square(sheets[0]!.rows)), ...(merges === undefined ? {} : { merges }) },
      { name: '整稿数据', hidden: true, rows: data(square(sheets[1]!.rows)) }, ...more,
    ],
    ...(dateSystem === undefined ? {} : { dateSystem }),
  })
}

export async function read(bytes: Uint8Array): Promise<ReadLedgerSheet> {
  const result = await readSheet(bytes, '台账.xlsx')
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.message}`)
  return result.value
}

export async function failure(bytes: Uint8Array): Promise<string> {
  const result = await readSheet(bytes, '台账.xlsx')
  return result.ok ? 'read' : result.error.code
}

/** Lines of an exported ledger with two notes, counted from 0: marks, title, two notes, head. */
export const headLine = 4
export const firstLine = 5
