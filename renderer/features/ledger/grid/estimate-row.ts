/** About how high a row is, before the browser has drawn it: the scroll bar keeps still when the guess is good. */
import type { ListedRow } from '../../../../shared/ledger/build-ledger-table.ts'
import { copiedText } from '../../../../shared/ledger/typed-value.ts'
import type { GridColumn } from '../use-ledger-columns.ts'

/** As in ledger-grid.css, in CSS pixels. */
export const lineHeight = 21
export const cellPadding = 13
export const groupHeight = 36
export const headHeight = 36
const characterWidth = 14
/** Lines shown of a long text. */
const mostLines = 4

function linesOf(text: string, width: number): number {
  const perLine = Math.max(1, Math.floor((width - 20) / characterWidth))
  let lines = 0
  for (const line of text.split('\n')) {
    let units = 0
    for (let index = 0; index < line.length; index += 1) units += line.charCodeAt(index) < 256 ? 0.57 : 1
    lines += Math.max(1, Math.ceil(units / perLine))
  }
  return lines
}

/** Remembers what it guessed: the list asks for all its rows anew whenever one of them was measured. */
export function createEstimate(columns: readonly GridColumn[], isExpanded: boolean): (row: ListedRow) => number {
  const known = new WeakMap<ListedRow, number>()
  return (row) => {
    const before = known.get(row)
    if (before !== undefined) return before
    const height = estimateRow(row, columns, isExpanded)
    known.set(row, height)
    return height
  }
}

function estimateRow(row: ListedRow, columns: readonly GridColumn[], isExpanded: boolean): number {
  let most = 1
  for (const { field, width } of columns) {
    if (field === 'left' || field === 'number') continue
    const text = copiedText(row, field)
    if (text !== '') most = Math.max(most, linesOf(text, width))
    if (!isExpanded && most >= mostLines) break
  }
  return (isExpanded ? most : Math.min(mostLines, most)) * lineHeight + cellPadding
}
