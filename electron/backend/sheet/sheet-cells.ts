/** The cells of one worksheet, as text. Sparse: a sheet costs what it holds, not what it spans. */
import { dateOfSerial, readWrittenDate, writtenDate } from '../../../shared/ledger/written-dates.ts'
import { FileFault } from '../word/file-fault.ts'
import { childOf, childrenOf, parseXml, type XmlElement } from '../word/xml-tree.ts'
import { stringText, type SheetPackage } from './sheet-package.ts'
import { unescapeSheetText } from './sheet-text.ts'

export interface SheetCell {
  readonly text: string
  /** ISO, where the sheet itself says that it is a date. */
  readonly date?: string
  /** A number without a format of its own; may be the serial number of a date. */
  readonly number?: number
  readonly formula?: true
}

export interface SheetRow {
  /** Counted from 1, as Excel shows it. */
  readonly line: number
  /** By column, counted from 0; empty cells are left out. */
  readonly cells: ReadonlyMap<number, SheetCell>
}

export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface SheetCells {
  readonly rows: readonly SheetRow[]
  readonly merges: readonly Merge[]
}

/** Far beyond any ledger: one of a whole county has a few thousand rows. */
export const sheetLimits = { rows: 20_000, cells: 400_000, columns: 16_384, lines: 1_048_576, merges: 20_000 } as const

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** B7 → row 7, column 1; undefined where it is no place on a sheet. */
function placeOf(reference: string | undefined): { readonly line: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference ?? '')
  if (match === null) return undefined
  const place = { line: Number(match[2]), column: columnOf(match[1]!) }
  return place.line <= sheetLimits.lines && place.column < sheetLimits.columns ? place : undefined
}

/** Fifteen digits count in a spreadsheet; what the machine adds beyond them (0.1 + 0.2) is noise. */
const plainNumber = (value: number) => String(Number(value.toPrecision(15)))

function numberCell(value: number, style: number, file: SheetPackage): SheetCell {
  switch (file.kinds[style] ?? 'number') {
    case 'percent': return { text: `${plainNumber(value * 100)}%` }
    case 'date': {
      const date = dateOfSerial(value, file.from1904)
      return date === undefined ? { text: plainNumber(value), number: value } : { text: writtenDate(date), date }
    }
    case 'number': return { text: plainNumber(value), number: value }
  }
}

function readCell(cell: XmlElement, file: SheetPackage): SheetCell | undefined {
  const value = childOf(cell, 's:v')?.text ?? ''
  switch (cell.attributes['t']) {
    case 's': {
      const text = /^\s*\d{1,9}\s*$/.test(value) ? file.strings[Number(value)] : undefined
      return text === undefined ? undefined : { text }
    }
    case 'inlineStr': {
      const item = childOf(cell, 's:is')
      return item === undefined ? undefined : { text: stringText(item) }
    }
    case 'str': case 'e': return { text: unescapeSheetText(value) }
    case 'b': return { text: value.trim() === '1' ? 'TRUE' : 'FALSE' }
    case 'd': {
      const date = readWrittenDate(value.slice(0, 40))
      return date === undefined ? { text: value } : { text: writtenDate(date), date }
    }
    default: {
      const number = value.trim() === '' ? NaN : Number(value)
      return Number.isFinite(number) ? numberCell(number, Number(cell.attributes['s'] ?? 0), file) : value === '' ? undefined : { text: value }
    }
  }
}

function readRow(row: XmlElement, before: number, file: SheetPackage): SheetRow {
  const told = Number(row.attributes['r'])
  const line = Number.isInteger(told) && told >= 1 && told <= sheetLimits.lines ? told : before + 1
  const cells = new Map<number, SheetCell>()
  let next = 0
  for (const element of childrenOf(row, 's:c')) {
    const column = placeOf(element.attributes['r'])?.column ?? next
    next = column + 1
    const read = readCell(element, file)
    if (read === undefined || read.text === '') continue
    cells.set(column, childOf(element, 's:f') === undefined ? read : { ...read, formula: true })
  }
  return { line, cells }
}

function readMerge(reference: string): Merge | undefined {
  const [from, to] = reference.split(':').map(placeOf)
  return from && to ? { top: Math.min(from.line, to.line), bottom: Math.max(from.line, to.line), left: Math.min(from.column, to.column), right: Math.max(from.column, to.column) } : undefined
}

/** @returns rows with anything in them, in order. @throws FileFault */
export async function readCells(file: SheetPackage, part: string): Promise<SheetCells> {
  const bytes = await file.read(part)
  if (bytes === undefined) throw new FileFault('FILE_DAMAGED', `${part} is missing`)
  const rows: SheetRow[] = []
  let last = 0
  let count = 0
  const root = parseXml(bytes, {
    name: 's:sheetData',
    child: (element) => {
      if (element.name !== 's:row') return
      const row = readRow(element, last, file)
      last = row.line
      if (row.cells.size === 0) return
      rows.push(row)
      count += row.cells.size
      if (rows.length > sheetLimits.rows || count > sheetLimits.cells) throw new FileFault('FILE_LIMITS', `more than ${sheetLimits.rows} rows or ${sheetLimits.cells} cells`)
    },
  })
  if (root.name !== 's:worksheet') throw new FileFault('FILE_DAMAGED', `${part} is ${root.name}`)
  const merges = childrenOf(childOf(root, 's:mergeCells'), 's:mergeCell').flatMap((one) => readMerge(one.attributes['ref'] ?? '') ?? [])
  if (merges.length > sheetLimits.merges) throw new FileFault('FILE_LIMITS', `${merges.length} merged cells`)
  return { rows: rows.sort((a, b) => a.line - b.line), merges }
}
