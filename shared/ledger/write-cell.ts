/** Entries written into a cell of a paper's table, numbered as the cell was. */
import type { Block, TableBlock } from '../document/draft.ts'
import { cellEntries } from '../document/items.ts'

/** The mark in front of the first entry, with its number taken out: “1.” → ["", "."]. */
function numberedBy(cell: string): ((value: number) => string) | undefined {
  if (cellEntries(cell).length < 2) return undefined
  const match = /^\s*(?:1([.．、])|([（(])1([）)])|①)/u.exec(cell)
  if (!match) return undefined
  if (match[1] !== undefined) return (value) => `${value}${match[1]}`
  if (match[2] !== undefined) return (value) => `${match[2]}${value}${match[3]}`
  return (value) => (value <= 20 ? String.fromCodePoint(0x245f + value) : `（${value}）`)
}

/** The text of the cell with these entries. Entries of a cell told without line breaks stay in one line. */
export function cellWith(cell: string, lines: readonly string[]): string {
  const number = numberedBy(cell)
  if (number === undefined || lines.length < 2) return lines.join('\n')
  return lines.map((line, index) => number(index + 1) + line).join(cell.includes('\n') ? '\n' : '')
}

/** The blocks with another text in a cell of the table; a row of one cell keeps its one. */
export function setCell(blocks: readonly Block[], table: TableBlock, row: number, column: number, text: string): Block[] {
  const rows = table.rows.map((cells, at) => (at === row ? cells.map((cell, index) => (index === column ? text : cell)) : cells))
  return blocks.map((block) => (block.id === table.id ? { ...table, rows } : block))
}
