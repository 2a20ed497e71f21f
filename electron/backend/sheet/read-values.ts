/** One cell of a spreadsheet as a field of the ledger. */
import { itemStateNames, itemStates, ledgerFieldFacts, type LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import type { ReadLedgerCell } from '../../../shared/ledger/read-ledger-sheet.ts'
import { dateOfSerial, readWrittenDate, writtenDate } from '../../../shared/ledger/written-dates.ts'
import type { SheetCell } from './sheet-cells.ts'

/** Serial numbers of the years 1980 to 2099: a number among them in a column of dates lost its format. */
const serials = { first: 29_221, last: 73_050 } as const

/** Blanks at the ends of lines and around the text are nobody's edit: programs add and take them as they save. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\S\n]+$/gmu, '').trim()
}

function readDate(cell: SheetCell, from1904: boolean): string | undefined {
  if (cell.date !== undefined) return cell.date
  const { number } = cell
  if (number !== undefined && number >= serials.first && number <= serials.last) return dateOfSerial(number, from1904)
  return readWrittenDate(cell.text)
}

/** @param base the exported text. A text that differs from it in blanks only is given back as the exported one. */
export function readValue(field: LedgerField, cell: SheetCell | undefined, base: string | undefined, from1904: boolean): ReadLedgerCell {
  const kept = (text: string) => (base !== undefined && plainText(base) === text ? base : text)
  if (cell === undefined) return { text: kept('') }
  switch (ledgerFieldFacts[field].kind) {
    case 'date': {
      const date = readDate(cell, from1904)
      return date === undefined ? { text: kept(plainText(cell.text)) } : { text: kept(writtenDate(date)), date }
    }
    case 'state': {
      const text = plainText(cell.text)
      const state = itemStates.find((one) => itemStateNames[one] === text.replace(/\s/gu, ''))
      return state === undefined ? { text: kept(text) } : { text: kept(itemStateNames[state]), state }
    }
    default: return { text: kept(plainText(cell.text)) }
  }
}
