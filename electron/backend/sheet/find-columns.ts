/** Where things stand in the ledger's sheet after others have worked in it: columns moved, renamed, inserted; the hidden row gone. */
import { ledgerFieldFacts, ledgerFields, type LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import type { SheetData } from './read-data-sheet.ts'
import type { SheetCells, SheetRow } from './sheet-cells.ts'
import { fieldOfMark, rowMarkOf } from './sheet-marks.ts'

export interface SheetPlan {
  /** Undefined where the column was deleted. */
  readonly keyColumn: number | undefined
  readonly columns: readonly { readonly column: number; readonly field: LedgerField }[]
  /** The line of the titles; rows without key above it are none of the ledger's. */
  readonly headLine: number
  /** Titles of columns that were exported and are gone; of columns that stand here twice; of columns we know nothing of. */
  readonly gone: readonly string[]
  readonly twice: readonly string[]
  readonly foreign: readonly string[]
}

/** Titles are looked for near the top only. */
const mostRowsAbove = 200

const bare = (text: string) => text.replace(/\s/gu, '')

function keyColumnOf(rows: readonly SheetRow[], data: SheetData): number | undefined {
  const counts = new Map<number, number>()
  for (const row of rows) {
    for (const [column, { text }] of row.cells) if (data.base.has(text) || rowMarkOf(text) !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  return [...counts].reduce<[number, number] | undefined>((best, one) => (best === undefined || one[1] > best[1] ? one : best), undefined)?.[0]
}

function titlesToFields(data: SheetData): Map<string, LedgerField> {
  const own = data.fields.map((field): [string, LedgerField] => [bare(data.titles.get(field) ?? ''), field])
  const usual = ledgerFields.filter((field) => data.fields.includes(field)).map((field): [string, LedgerField] => [ledgerFieldFacts[field].title, field])
  // The titles it was exported with go before those that are usual.
  return new Map([...usual, ...own].filter(([title]) => title !== ''))
}

const matches = (row: SheetRow, titles: ReadonlyMap<string, LedgerField>) => [...row.cells.values()].filter((cell) => titles.has(bare(cell.text))).length

/** A row of titles, be it one that somebody copied further down. */
export function isHead(row: SheetRow, data: SheetData): boolean {
  const titles = titlesToFields(data)
  const found = matches(row, titles)
  return found >= 2 && found * 2 > row.cells.size
}

function headOf(rows: readonly SheetRow[], keyColumn: number | undefined, data: SheetData): SheetRow | undefined {
  const marked = keyColumn === undefined ? undefined : rows.find((row) => rowMarkOf(row.cells.get(keyColumn)?.text ?? '') === 'head')
  return marked ?? rows.slice(0, mostRowsAbove).find((row) => isHead(row, data))
}

/** @returns undefined where the sheet is not the exported one. */
export function findColumns({ rows }: SheetCells, data: SheetData): SheetPlan | undefined {
  const keyColumn = keyColumnOf(rows, data)
  const head = headOf(rows, keyColumn, data)
  const marked = rows.slice(0, mostRowsAbove).find((row) => [...row.cells.values()].filter(({ text }) => data.fields.some((field) => field === fieldOfMark(text))).length > 0)
  if (head === undefined && marked === undefined) return undefined
  const titles = titlesToFields(data)
  const found = new Map<LedgerField, number>()
  const taken = new Set<number>(keyColumn === undefined ? [] : [keyColumn])
  const twice = new Set<string>()
  const name = (field: LedgerField) => data.titles.get(field) || ledgerFieldFacts[field].title
  const take = (field: LedgerField, column: number) => {
    if (taken.has(column)) return
    taken.add(column)
    if (found.has(field)) twice.add(name(field))
    else found.set(field, column)
  }
  for (const [column, { text }] of marked?.cells ?? []) {
    const field = data.fields.find((one) => one === fieldOfMark(text))
    if (field !== undefined) take(field, column)
  }
  const foreign: string[] = []
  for (const [column, { text }] of head?.cells ?? []) {
    const field = titles.get(bare(text))
    if (field !== undefined) take(field, column)
    else if (!taken.has(column)) foreign.push(bare(text))
  }
  if (found.size === 0) return undefined
  const columns = [...found].map(([field, column]) => ({ field, column })).sort((a, b) => a.column - b.column)
  const firstKey = keyColumn === undefined ? undefined : rows.find((row) => data.base.has(row.cells.get(keyColumn)?.text ?? ''))?.line
  return {
    keyColumn, columns, twice: [...twice], foreign,
    headLine: head?.line ?? Math.max(marked?.line ?? 0, (firstKey ?? 1) - 1),
    gone: data.fields.filter((field) => !found.has(field)).map(name),
  }
}
