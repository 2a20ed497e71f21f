/** Rows of the ledger's sheet: which are its items, which were added, which are none. */
import type { LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import type { ReadLedgerCell, ReadLedgerRow } from '../../../shared/ledger/read-ledger-sheet.ts'
import { FileFault } from '../word/file-fault.ts'
import { isHead, type SheetPlan } from './find-columns.ts'
import type { SheetData } from './read-data-sheet.ts'
import { plainText, readValue } from './read-values.ts'
import type { Merge, SheetCell, SheetCells, SheetRow } from './sheet-cells.ts'
import { rowMarkOf } from './sheet-marks.ts'
import type { SheetTally } from './sheet-tally.ts'

interface Candidate {
  readonly row: SheetRow
  readonly key: string | null
  readonly values: Partial<Record<LedgerField, ReadLedgerCell>>
}

const fieldKinds: Readonly<Partial<Record<LedgerField, 'date' | 'state'>>> = { due: 'date', stateSince: 'date', closedOn: 'date', state: 'state' }

/** Beyond any table a person has made; what a hostile file could cost without it grows with rows times merges. */
const mostMergedRows = 50_000

/** Merged cells by the rows they cover, of those rows that hold anything. @throws FileFault */
function mergeIndex(merges: readonly Merge[], rows: readonly SheetRow[]): Map<number, Merge[]> {
  const index = new Map<number, Merge[]>(rows.map((row) => [row.line, []]))
  let left = mostMergedRows
  for (const merge of merges) {
    for (const { line } of merge.bottom - merge.top < rows.length ? [] : rows) if (merge.top <= line && line <= merge.bottom) add(line, merge)
    if (merge.bottom - merge.top < rows.length) for (let line = merge.top; line <= merge.bottom; line += 1) add(line, merge)
  }
  function add(line: number, merge: Merge): void {
    left -= 1
    if (left < 0) throw new FileFault('FILE_LIMITS', `more than ${mostMergedRows} merged rows`)
    index.get(line)?.push(merge)
  }
  return index
}

/** Where the column of keys was deleted: rows are known by the words of their problem, where only one has them. */
function keysByProblem({ base }: SheetData): Map<string, string> {
  const keys = new Map<string, string>()
  const twice = new Set<string>()
  for (const [key, { problem }] of base) {
    const text = plainText(problem ?? '')
    if (text === '' || keys.has(text)) twice.add(text)
    keys.set(text, key)
  }
  for (const text of twice) keys.delete(text)
  return keys
}

export interface RowsInput {
  readonly cells: SheetCells
  readonly plan: SheetPlan
  readonly data: SheetData
  readonly from1904: boolean
  readonly tally: SheetTally
}

/** How many of the row's texts are as they were exported: of two copies of a row the one closer to it is the row itself. */
function likeness({ values }: Candidate, base: Readonly<Partial<Record<LedgerField, string>>>): number {
  return Object.entries(values).filter(([field, value]) => value.text === base[field as LedgerField]).length
}

function oneOfEachKey(candidates: readonly Candidate[], data: SheetData, tally: SheetTally): ReadLedgerRow[] {
  const best = new Map<string, Candidate>()
  for (const one of candidates) {
    const base = one.key === null ? undefined : data.base.get(one.key)
    if (one.key === null || base === undefined) continue
    const other = best.get(one.key)
    if (other === undefined || likeness(one, base) > likeness(other, base)) best.set(one.key, one)
  }
  return candidates.map((one) => {
    const copied = one.key !== null && best.get(one.key) !== one
    if (copied) tally.line('copied', one.row.line)
    else if (one.key === null) tally.line('added', one.row.line)
    return { key: copied ? null : one.key, values: one.values, line: one.row.line }
  })
}

export function readRows({ cells, plan, data, from1904, tally }: RowsInput): ReadLedgerRow[] {
  const { keyColumn, columns, headLine } = plan
  const byLine = new Map(cells.rows.map((row) => [row.line, row]))
  const merged = mergeIndex(cells.merges, cells.rows)
  const byProblem = keyColumn === undefined ? keysByProblem(data) : undefined
  const problemColumn = columns.find(({ field }) => field === 'problem')?.column
  const keyOf = (row: SheetRow): string => {
    if (keyColumn !== undefined) return row.cells.get(keyColumn)?.text.trim() ?? ''
    return (problemColumn === undefined ? undefined : byProblem?.get(plainText(row.cells.get(problemColumn)?.text ?? ''))) ?? ''
  }
  const summaryLine = cells.rows.find((row) => rowMarkOf(keyOf(row)) === 'summary')?.line ?? Infinity

  /** The cell at the column, through merged cells; null where a merged cell that begins in another column covers it. */
  const cellAt = (row: SheetRow, column: number): SheetCell | undefined | null => {
    const own = row.cells.get(column)
    const merge = merged.get(row.line)?.find((one) => one.left <= column && column <= one.right)
    if (merge === undefined || own !== undefined) return own
    if (merge.left !== column) return null
    if (merge.top === row.line) return undefined
    tally.line('merged', row.line)
    return byLine.get(merge.top)?.cells.get(column)
  }

  const valuesOf = (row: SheetRow, key: string | null): Candidate['values'] => {
    const base = key === null ? undefined : data.base.get(key)
    const values: Partial<Record<LedgerField, ReadLedgerCell>> = {}
    for (const { field, column } of columns) {
      const cell = cellAt(row, column)
      if (cell === null) {
        tally.line('covered', row.line)
        continue
      }
      if (cell?.formula) tally.line('formula', row.line)
      const value = readValue(field, cell, base?.[field], from1904)
      const kind = fieldKinds[field]
      const changed = value.text !== '' && value.text !== base?.[field]
      if (kind === 'date' && value.date === undefined && changed) tally.line('date', row.line)
      if (kind === 'state' && value.state === undefined && changed) tally.line('state', row.line)
      values[field] = value
    }
    return values
  }

  /** A heading somebody set across the table, a line below it, a repeated head: none is an item. */
  const isNoItem = (row: SheetRow): boolean => {
    const filled = columns.filter(({ field, column }) => field !== 'number' && plainText(row.cells.get(column)?.text ?? '') !== '')
    if (filled.length === 0 || isHead(row, data)) return true
    const spread = merged.get(row.line)?.some((one) => one.right - one.left >= Math.max(2, columns.length / 2)) ?? false
    return filled.length === 1 && (spread || row.line > summaryLine)
  }

  const candidates = cells.rows.flatMap((row): Candidate[] => {
    const key = keyOf(row)
    if (rowMarkOf(key) !== undefined) return []
    if (data.base.has(key)) return [{ row, key, values: valuesOf(row, key) }]
    if (row.line <= headLine) return []
    if (isNoItem(row)) {
      if ([...row.cells].some(([column]) => column !== keyColumn) && !isHead(row, data)) tally.line('left', row.line)
      return []
    }
    if (key !== '') tally.line('foreignKey', row.line)
    return [{ row, key: null, values: valuesOf(row, null) }]
  })
  return oneOfEachKey(candidates, data, tally)
}
