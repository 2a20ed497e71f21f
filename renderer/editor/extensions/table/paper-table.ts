/** A table of the paper: Lexical's own table nodes, with what the draft says of the table as state of the node. */
import { $createTableCellNode, $createTableNode, $createTableRowNode, $isTableCellNode, $isTableNode, $isTableRowNode, TableCellHeaderStates, type TableNode, type TableRowNode } from '@lexical/table'
import { $createParagraphNode, $createTextNode, $getState, $setState, createState, type LexicalNode } from 'lexical'
import type { TableBlock, TableColumnRole } from '../../../../shared/document/draft.ts'
import { columnCharacters } from '../../../../shared/print/table-columns.ts'
import { newBlockId } from '../../block-ids.ts'
import { columnRole } from '../../../../shared/recognition/table-heads.ts'

interface TableHead {
  readonly id: string
  readonly columns: readonly TableColumnRole[]
  readonly headerRows: number
  /** Printed on sheets on their side. */
  readonly landscape?: true
}

const tableState = createState('paperTable', {
  parse: (value): TableHead | null => (typeof value === 'object' && value !== null && 'columns' in value ? (value as TableHead) : null),
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
})

/** The row's id in the draft, '' where it has none. */
const rowIdState = createState('rowId', { parse: (value) => (typeof value === 'string' ? value : '') })

/** Once one row has an id every row has one of its own: rows come in by the table's commands and by pasting. */
export function $keepRowIds(table: TableNode): void {
  const rows = table.getChildren().filter($isTableRowNode)
  if (rows.every((row) => $getState(row, rowIdState) === '')) return
  const taken = new Set<string>()
  for (const row of rows) {
    const id = $getState(row, rowIdState)
    if (id === '' || taken.has(id)) $setState(row, rowIdState, newBlockId())
    taken.add($getState(row, rowIdState))
  }
}

export function $tableId(table: TableNode): string {
  return $getState(table, tableState)?.id ?? ''
}

export function $setTableId(table: TableNode, id: string): void {
  const head = $getState(table, tableState)
  $setState(table, tableState, head ? { ...head, id } : { id, columns: [], headerRows: 0 })
}

export function $isOnSide(table: TableNode): boolean {
  return $getState(table, tableState)?.landscape === true
}

export function $setOnSide(table: TableNode, onSide: boolean): void {
  const { landscape: _old, ...head } = $getState(table, tableState) ?? { id: '', columns: [], headerRows: 0 }
  const next: TableHead = onSide ? { ...head, landscape: true } : head
  $setState(table, tableState, next)
}

/** Of the paper's text area, in CSS pixels (paper.css), and of a cell's characters, padding and line in it. */
const textWidth = 476
const characterWidth = 13
const cellPadding = 9

/** The columns share the width as they do in print. */
function columnPixels(block: TableBlock): number[] {
  const available = (textWidth - cellPadding * block.columns.length) / characterWidth
  return columnCharacters(block.columns, block.rows, block.headerRows, available).map((width) => Math.round(width * characterWidth + cellPadding))
}

function $cellLines(text: string): LexicalNode[] {
  return text.split('\n').map((line) => {
    const paragraph = $createParagraphNode()
    return line === '' ? paragraph : paragraph.append($createTextNode(line))
  })
}

/** Changes cells and ids of rows where they differ. False, and nothing changed, where rows or columns themselves do. */
export function $changePaperTable(table: TableNode, block: TableBlock): boolean {
  const before = $readPaperTable(table)
  const rows = table.getChildren().filter($isTableRowNode)
  const fits = before.rows.length === block.rows.length && rows.length === block.rows.length && before.headerRows === block.headerRows &&
    before.columns.join() === block.columns.join() && block.rows.every((row, index) => row.length === rows[index]!.getChildrenSize()) && (before.rowIds === undefined || block.rowIds !== undefined)
  if (!fits) return false
  if ($isOnSide(table) !== (block.landscape === true)) $setOnSide(table, block.landscape === true)
  rows.forEach((row, rowIndex) => {
    const rowId = block.rowIds?.[rowIndex]
    if (rowId !== undefined && $getState(row, rowIdState) !== rowId) $setState(row, rowIdState, rowId)
    row.getChildren().filter($isTableCellNode).forEach((cell, column) => {
      const text = block.rows[rowIndex]![column]!
      if ($cellText(cell) !== text) cell.splice(0, cell.getChildrenSize(), $cellLines(text))
    })
  })
  return true
}

export function $createPaperTable(block: TableBlock): TableNode {
  const table = $createTableNode().setColWidths(columnPixels(block))
  const head: TableHead = { id: block.id, columns: block.columns, headerRows: block.headerRows, ...(block.landscape ? { landscape: true } : {}) }
  $setState(table, tableState, head)
  block.rows.forEach((cells, rowIndex) => {
    const row = $createTableRowNode()
    const rowId = block.rowIds?.[rowIndex]
    if (rowId !== undefined) $setState(row, rowIdState, rowId)
    for (const text of cells) {
      // A row of one cell spans the table; told as a span, so that the table's own rules leave the row as it is.
      const span = cells.length === 1 ? block.columns.length : 1
      row.append($createTableCellNode(rowIndex < block.headerRows ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS, span).append(...$cellLines(text)))
    }
    table.append(row)
  })
  return table
}

function $cellText(cell: LexicalNode): string {
  return $isTableCellNode(cell) ? cell.getChildren().map((child) => child.getTextContent().replaceAll('\n', '').replaceAll('\t', '\u3000')).join('\n') : ''
}

/** One text per column; a row of a single cell is that cell alone. */
function $rowTexts(row: TableRowNode): string[] {
  const cells = row.getChildren().filter($isTableCellNode)
  if (cells.length === 1) return [$cellText(cells[0]!)]
  return cells.flatMap((cell) => [$cellText(cell), ...new Array<string>(cell.getColSpan() - 1).fill('')])
}

/** A table whose columns were added or taken away in the editor tells them anew by its head. */
function $columns(head: TableHead | null, rows: readonly (readonly string[])[]): readonly TableColumnRole[] {
  const width = Math.max(1, ...rows.map((row) => row.length))
  if (head && head.columns.length === width) return head.columns
  return Array.from({ length: width }, (_, index) => columnRole(rows[0]?.[index] ?? '') ?? 'other')
}

export function $readPaperTable(table: TableNode): TableBlock {
  const filledRows = table.getChildren().filter($isTableRowNode).filter((row) => row.getChildrenSize() > 0)
  const rows = filledRows.map($rowTexts).filter((row) => row.length > 0)
  const rowIds = filledRows.map((row) => $getState(row, rowIdState))
  const known = rowIds.length === rows.length && rowIds.length > 0 && rowIds.every((id) => id !== '')
  const width = Math.max(1, ...rows.map((row) => row.length))
  // Cells merged elsewhere and pasted here keep their text in the first place; the others are empty.
  const filled = rows.length > 0 ? rows.map((row) => (row.length === 1 ? row : [...row, ...new Array<string>(width - row.length).fill('')])) : [['']]
  const head = $getState(table, tableState)
  return { role: 'table', id: head?.id ?? '', columns: $columns(head, filled), headerRows: Math.min(head?.headerRows ?? 0, filled.length), rows: filled, ...(known ? { rowIds } : {}), ...(head?.landscape ? { landscape: true as const } : {}) }
}

/** What the column holds and how its head is called; undefined where the row itself is a head. */
export function $columnAt(table: TableNode, rowIndex: number, column: number): { readonly role: TableColumnRole; readonly title: string } | undefined {
  const head = $getState(table, tableState)
  if (!head || rowIndex < head.headerRows) return undefined
  const rows = table.getChildren().filter($isTableRowNode)
  const titles = rows.slice(0, head.headerRows).map((row) => $rowTexts(row)[column] ?? '').filter((title) => title !== '')
  return { role: head.columns[column] ?? 'other', title: titles.at(-1) ?? '' }
}

export { $isTableNode as $isPaperTable }
