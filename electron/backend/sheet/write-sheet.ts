/** LedgerTable → .xlsx (behaviour X4, X5). The same table gives the same bytes, on any machine, on any day. */
import { cellRef, colToLetter, writeXlsx, type Cell, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx'
import { itemStateNames, itemStates, ledgerFieldFacts, type LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import type { LedgerCell, LedgerTable } from '../../../shared/ledger/ledger-table.ts'
import { parseIsoDate } from '../../../shared/time-limit/calendar.ts'
import { textWidth } from '../../../shared/print/text-width.ts'
import { dataSheet, type LedgerManifest } from './data-sheet.ts'
import { finishPackage } from './finish-package.ts'
import { fieldMark, rowMarks } from './sheet-marks.ts'
import { columnWidth, headHeight, rowHeight, sheetWidths, spanHeight } from './sheet-size.ts'
import { bodySize, sheetStyles } from './sheet-style.ts'
import { escapeSheetText, exportedText, sheetText } from './sheet-text.ts'

export interface SheetOptions {
  /** Shown as 作者. */
  readonly creator?: string
  /** With it the file can be read back and merged: it then carries the keys of its rows and their texts, hidden. */
  readonly merge?: LedgerManifest
}

/** Noon by no clock: Excel asks for a time, one that never changes keeps the bytes the same. */
export const fixedTime = new Date(Date.UTC(2000, 0, 1))

const inches = (millimetres: number) => Math.round((millimetres / 25.4) * 1000) / 1000

const centred: ReadonlySet<LedgerField> = new Set<LedgerField>(['category', 'leader', 'person', 'office', 'support', 'timeLimit', 'state'])
const longest = 255

function styleOf(field: LedgerField, text: string): CellStyle {
  const { kind } = ledgerFieldFacts[field]
  if (kind === 'date') return sheetStyles.date
  if (centred.has(field) && textWidth(text) <= 16) return sheetStyles.short
  return text.length > longest && !/^[=+\-@]/.test(text) ? sheetStyles.longText : sheetStyles.text
}

/** A number where it counts, a date where it is one, text everywhere else, whatever it begins with. */
function cellOf(field: LedgerField, cell: LedgerCell | undefined, text: string): Partial<Cell> {
  const { kind } = ledgerFieldFacts[field]
  if (kind === 'number' && /^[1-9]\d{0,8}$/.test(text)) return { value: Number(text), style: sheetStyles.number }
  const date = kind === 'date' ? parseIsoDate(cell?.date) : undefined
  if (date !== undefined && date.year >= 1901) return { value: new Date(Date.UTC(date.year, date.month - 1, date.day)), style: sheetStyles.date }
  return { value: text === '' ? null : escapeSheetText(text), style: styleOf(field, text) }
}

interface Line {
  readonly mark: string
  readonly cells: readonly Partial<Cell>[]
  readonly height: number
  readonly merged?: true
}

const text = (value: string, style: CellStyle): Partial<Cell> => ({ value: escapeSheetText(sheetText(value)), style })
const spanning = (mark: string, value: string, style: CellStyle, height: number): Line => ({ mark, cells: [text(value, style)], height, merged: true })

/** The sheet of a ledger. @param texts cells by row as they are exported. */
export function ledgerSheet(table: LedgerTable, texts: readonly (readonly string[])[], marked: boolean): WriteSheet {
  const widths = sheetWidths(table, texts)
  const fields = table.columns.map((column) => column.field)
  const titles = table.columns.map((column) => sheetText(column.title))
  const note = (mark: string, value: string) => spanning(mark, value, sheetStyles.note, spanHeight(value, widths, bodySize))
  const above: Line[] = [
    ...(marked ? [{ mark: rowMarks.fields, cells: fields.map((field) => text(fieldMark(field), sheetStyles.key)), height: 15 }] : []),
    spanning(rowMarks.title, table.title, sheetStyles.title, spanHeight(table.title, widths, 18) + 8),
    ...table.notes.map((value) => note(rowMarks.note, value)),
    { mark: rowMarks.head, cells: titles.map((title) => text(title, sheetStyles.head)), height: headHeight(titles, widths) },
  ]
  const rows = table.rows.map(({ key, cells }, index): Line => ({
    mark: key, cells: fields.map((field, column) => cellOf(field, cells[column], texts[index]![column]!)), height: rowHeight(texts[index]!, widths),
  }))
  const lines = [...above, ...rows, ...(table.summary === '' ? [] : [note(rowMarks.summary, table.summary)])]
  const head = above.length - 1
  const first = marked ? 1 : 0
  const last = first + fields.length - 1
  const area = (column: number) => `${cellRef(head + 1, column)}:${cellRef(head + rows.length, column)}`

  const cells = new Map<string, Partial<Cell>>()
  const grid: CellValue[][] = lines.map((line, row) => {
    const all = [...(marked ? [text(line.mark, sheetStyles.key)] : []), ...line.cells]
    all.forEach((cell, column) => cells.set(`${row},${column}`, cell))
    return all.map((cell) => cell.value ?? null)
  })
  const states = fields.flatMap((field, column) => (field === 'state' && rows.length > 0 ? [first + column] : []))
  return {
    name: '台账',
    columns: [...(marked ? [{ width: 12, hidden: true }] : []), ...widths.map((width) => ({ width: columnWidth(width) }))],
    rows: grid, cells,
    rowDefs: new Map(lines.map((line, row) => [row, { height: line.height, ...(marked && row === 0 ? { hidden: true } : {}) }])),
    merges: last === first ? [] : lines.flatMap((line, row) => (line.merged ? [{ startRow: row, endRow: row, startCol: first, endCol: last }] : [])),
    // The column of keys is sorted along with the others: it is part of the filter.
    ...(rows.length > 0 ? { autoFilter: { range: `${cellRef(head, 0)}:${cellRef(head + rows.length, last)}` } } : {}),
    dataValidations: states.map((column) => ({
      type: 'list' as const, values: itemStates.map((state) => itemStateNames[state]), range: area(column), allowBlank: true, showErrorMessage: true,
      errorTitle: '状态', errorMessage: '请从下拉列表中选择一种状态。',
    })),
    freezePane: { rows: head + 1, columns: first + (fields[0] === 'number' ? 1 : 0) },
    pageSetup: {
      paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `$${head + 1}:$${head + 1}`, horizontalCentered: true,
      margins: { top: inches(28), bottom: inches(20), left: inches(18), right: inches(18), header: inches(12), footer: inches(10) },
      printArea: `$${colToLetter(first)}:$${colToLetter(last)}`,
    },
    headerFooter: { oddFooter: '&C&"宋体,常规"&10第 &P 页，共 &N 页' },
  }
}

/** @returns the bytes of the file. With `merge` it can be read back by `readSheet`. */
export async function writeSheet(table: LedgerTable, options: SheetOptions = {}): Promise<Uint8Array> {
  const texts = table.rows.map((row) => table.columns.map((_, column) => exportedText(row.cells[column])))
  const creator = options.creator === undefined || options.creator.trim() === '' ? '整稿' : sheetText(options.creator)
  const bytes = await writeXlsx({
    properties: { title: sheetText(table.title), creator, lastModifiedBy: creator, created: fixedTime, modified: fixedTime },
    defaultFont: { name: '宋体', size: bodySize },
    sheets: [ledgerSheet(table, texts, options.merge !== undefined), ...(options.merge === undefined ? [] : [dataSheet(table, texts, options.merge)])],
  })
  return finishPackage(bytes)
}

export type { LedgerManifest }
