/** A collected ledger → .xlsx: the ledger itself and a sheet for each table beside it. */
import { cellRef, colToLetter, writeXlsx, type Cell, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx'
import type { CollectedToWrite } from '../../../shared/collect/collected-output.ts'
import { collectedLedgerTable, collectedTables, type PlainTable } from '../../../shared/collect/collected-tables.ts'
import { textWidth } from '../../../shared/print/text-width.ts'
import { finishPackage } from '../sheet/finish-package.ts'
import { columnWidth, rowHeight, spanHeight } from '../sheet/sheet-size.ts'
import { bodySize, sheetStyles } from '../sheet/sheet-style.ts'
import { escapeSheetText, exportedText, sheetText } from '../sheet/sheet-text.ts'
import { fixedTime, ledgerSheet } from '../sheet/write-sheet.ts'

export type { CollectedToWrite }

/** Titles stay on one line where they can; texts get at most this many characters of width. */
const widest = 44
/** Rows by which a column's width is told. */
const weighed = 300

function widthsOf({ columns, rows }: PlainTable): number[] {
  return columns.map(({ title, width }, column) => {
    const texts = rows.slice(0, weighed).map((row) => textWidth(String(row[column] ?? '')))
    return Math.min(widest, Math.max(width, Math.min(6, textWidth(title)) + 1, ...texts.map((one) => one + 0.5)))
  })
}

function plainSheet(table: PlainTable): WriteSheet {
  const widths = widthsOf(table)
  const lastColumn = table.columns.length - 1
  const cells = new Map<string, Partial<Cell>>()
  const heights: number[] = []
  const grid: CellValue[][] = []
  const add = (row: readonly Partial<Cell>[], height: number) => {
    row.forEach((cell, column) => cells.set(`${grid.length},${column}`, cell))
    grid.push(row.map((cell) => cell.value ?? null))
    heights.push(height)
  }
  const text = (value: string, style: CellStyle): Partial<Cell> => ({ value: value === '' ? null : escapeSheetText(sheetText(value)), style })
  add([text(table.title, sheetStyles.title)], spanHeight(table.title, widths, 18) + 8)
  add(table.columns.map(({ title }) => text(title, sheetStyles.head)), 26)
  for (const row of table.rows) {
    add(table.columns.map(({ align }, column) => {
      const value = row[column] ?? ''
      return typeof value === 'number' ? { value, style: sheetStyles.number } : text(value, align === 'centre' ? sheetStyles.short : sheetStyles.text)
    }), rowHeight(row.map(String), widths))
  }
  const filtered = table.rows.length - (table.hasTotal ? 1 : 0)
  return {
    name: table.title,
    columns: widths.map((width) => ({ width: columnWidth(width) })),
    rows: grid, cells,
    rowDefs: new Map(heights.map((height, row) => [row, { height }])),
    merges: lastColumn === 0 ? [] : [{ startRow: 0, endRow: 0, startCol: 0, endCol: lastColumn }],
    ...(filtered > 0 ? { autoFilter: { range: `${cellRef(1, 0)}:${cellRef(1 + filtered, lastColumn)}` } } : {}),
    freezePane: { rows: 2, columns: 0 },
    pageSetup: {
      paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$2:$2', horizontalCentered: true,
      printArea: `$A:$${colToLetter(lastColumn)}`,
    },
    headerFooter: { oddFooter: '&C&"宋体,常规"&10第 &P 页，共 &N 页' },
  }
}

export async function writeCollectedSheet({ title, creator: named, collected, unread, sameFiles }: CollectedToWrite): Promise<Uint8Array> {
  const table = collectedLedgerTable(collected, title, unread.length)
  const texts = table.rows.map((row) => table.columns.map((_, column) => exportedText(row.cells[column])))
  const creator = named.trim() === '' ? '整稿' : sheetText(named)
  const bytes = await writeXlsx({
    properties: { title: sheetText(title), creator, lastModifiedBy: creator, created: fixedTime, modified: fixedTime },
    defaultFont: { name: '宋体', size: bodySize },
    sheets: [{ ...ledgerSheet(table, texts, false), name: '汇总台账' }, ...collectedTables(collected, unread, sameFiles).map(plainSheet)],
  })
  return finishPackage(bytes)
}
