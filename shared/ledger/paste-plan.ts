/** What a block from the clipboard would change, before it changes anything. */
import { rowName, type ListedRow } from './build-ledger-table.ts'
import type { LedgerField } from './ledger-fields.ts'
import type { ViewField } from './ledger-view.ts'
import { readTypedValue, storedValue } from './typed-value.ts'

export interface PlannedEdit {
  readonly draftId: string
  readonly key: string
  readonly field: LedgerField
  readonly value: string
}

export interface PastePlan {
  readonly edits: readonly PlannedEdit[]
  /** Size of what is filled in. */
  readonly rows: number
  readonly columns: number
  /** Edits that replace something. */
  readonly replaced: number
  /** Cells of computed columns, which are passed over. */
  readonly derived: number
  /** Cells that are no date or no state. */
  readonly wrong: readonly string[]
  /** Cells for which there is no row or column. */
  readonly beyond: number
}

export interface PasteTarget {
  /** Rows from the first that is pasted into, in the order shown. */
  readonly rows: readonly ListedRow[]
  /** Columns from the first that is pasted into. */
  readonly fields: readonly ViewField[]
  /** Size of the selection: a block goes into it over and over where it fits exactly. */
  readonly height: number
  readonly width: number
}

function tiled(cells: readonly (readonly string[])[], { height, width }: PasteTarget): readonly (readonly string[])[] {
  const [rows, columns] = [cells.length, Math.max(...cells.map((row) => row.length))]
  if (rows === 0 || height % rows !== 0 || width % columns !== 0 || (height === rows && width === columns)) return cells
  return Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_unused, column) => cells[row % rows]![column % columns] ?? ''))
}

/** @param today ISO. A row that stands in several groups is filled once. */
export function planPaste(block: readonly (readonly string[])[], target: PasteTarget, today: string): PastePlan {
  const cells = tiled(block, target)
  const edits = new Map<string, PlannedEdit>()
  const [filledRows, filledColumns] = [new Set<number>(), new Set<number>()]
  const wrong: string[] = []
  let [replaced, derived, beyond] = [0, 0, 0]
  cells.forEach((line, down) => line.forEach((text, right) => {
    const [row, field] = [target.rows[down], target.fields[right]]
    if (row === undefined || field === undefined) {
      beyond += text.trim() === '' ? 0 : 1
      return
    }
    const read = readTypedValue(field, text, today)
    if (!read.ok) {
      if (read.fault === 'derived') derived += 1
      else wrong.push(text.trim())
      return
    }
    const before = storedValue(row, read.field)
    if (before === read.value || (read.field === 'state' && read.value === '')) return
    const cell = `${rowName(row)} ${read.field}`
    if (edits.has(cell)) return
    edits.set(cell, { draftId: row.draftId, key: row.key, field: read.field, value: read.value })
    filledRows.add(down)
    filledColumns.add(right)
    if (before !== '') replaced += 1
  }))
  return { edits: [...edits.values()], rows: filledRows.size, columns: filledColumns.size, replaced, derived, wrong, beyond }
}
