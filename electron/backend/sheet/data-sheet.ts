/** The hidden sheet: each cell's text as it was exported, by key and field. */
import type { WriteSheet } from 'hucre/xlsx'
import type { LedgerTable } from '../../../shared/ledger/ledger-table.ts'
import { dataRows, dataSheetName, dataSheetWarning, sheetFormat } from './sheet-marks.ts'
import { sheetStyles } from './sheet-style.ts'
import { escapeSheetText, sheetText } from './sheet-text.ts'

/** What is said of the ledger as a whole, given back when the file is read. */
export interface LedgerManifest {
  /** Where the ledger is from: the id of its draft, or of the choice of drafts. Carried, not shown. */
  readonly source: string
}

/** @param texts cells by row as they are exported. */
export function dataSheet(table: LedgerTable, texts: readonly (readonly string[])[], manifest: LedgerManifest): WriteSheet {
  const escaped = (cells: readonly string[]) => cells.map((cell) => escapeSheetText(sheetText(cell)))
  const rows: (string | number)[][] = [
    [sheetFormat.name, sheetFormat.version, escapeSheetText(sheetText(manifest.source))],
    [dataSheetWarning],
    [dataRows.fields, ...table.columns.map((column) => column.field)],
    [dataRows.titles, ...escaped(table.columns.map((column) => column.title))],
    ...table.rows.map((row, index) => escaped([row.key, ...texts[index]!])),
  ]
  const width = table.columns.length + 1
  return { name: dataSheetName, veryHidden: true, rows, columns: Array.from({ length: width }, () => ({ width: 12, style: { numFmt: sheetStyles.key.numFmt } })) }
}
