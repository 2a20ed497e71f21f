/** The text of a cell as a spreadsheet holds it. */
import type { LedgerCell } from '../../../shared/ledger/ledger-table.ts'
import { writtenDate } from '../../../shared/ledger/written-dates.ts'
import { mostCellCharacters } from './sheet-marks.ts'

const impossible = /[\u0000-\u0009\u000b-\u001f\u007f\ufffe\uffff]/g

/** At most what Excel holds, no pair of a character cut in two; XML and Excel know no control characters but the end of a line. */
export function sheetText(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(impossible, '').toWellFormed()
  return clean.length <= mostCellCharacters ? clean : clean.slice(0, mostCellCharacters).replace(/[\ud800-\udbff]$/, '')
}

/** What stands in a cell when it was exported, and to what a merge compares it. */
export function exportedText(cell: LedgerCell | undefined): string {
  if (cell === undefined) return ''
  return sheetText(cell.date === undefined ? cell.text : writtenDate(cell.date))
}

/** `_x0041_` stands for A in these files (ISO 29500-1 §22.9.2.19): text that looks like it is told apart by writing its line as _x005F_. */
export function escapeSheetText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

export function unescapeSheetText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
