/** A collected ledger on paper: the list on sheets on their side, as ledgers are, then the tables beside it. */
import { ledgerPrintDocument } from '../print/ledger-print.ts'
import { landscapeLayout } from '../print/landscape.ts'
import type { Layout } from '../print/layout.ts'
import { charactersAcross, toTwips, typeAreaWidth } from '../print/print-table.ts'
import type { BlankLine, PrintCell, PrintDocument, PrintParagraph, PrintRow, PrintTable } from '../print/print-types.ts'
import { noLength, roleFormats } from '../print/role-formats.ts'
import { cellLines, widenColumns } from '../print/table-columns.ts'
import type { CollectedToWrite } from './collected-output.ts'
import { collectedLedgerTable, collectedTables, type PlainTable } from './collected-tables.ts'

const size = 21
const padding = 70

function printPlainTable({ id, columns, rows }: PlainTable, layout: Layout): PrintTable {
  const width = typeAreaWidth(layout)
  const { table: own, tableHead } = layout.styles
  const characterWidth = size * 10 + layout.grid.characterSpacing
  const widths = widenColumns(columns.map((column) => column.width), rows.map((row) => columns.map((_, column) => String(row[column] ?? ''))), charactersAcross(columns.length, characterWidth, width, padding))
  const twips = toTwips(widths, characterWidth, width, padding)
  const linePitch = Math.round((own.linePitch * size) / own.size / 10) * 10
  const tallest = (layout.page.height - layout.page.top - layout.page.bottom) / 3 / linePitch
  const rowOf = (cells: readonly PrintCell[], header: boolean): PrintRow => ({ header, cells, mayBreak: !header && Math.max(...cells.map((cell, column) => cellLines(cell.lines.join('\n'), widths[column]!))) > tallest })
  return {
    kind: 'table', blockId: id, width, linePitch, cellPadding: padding, columns: twips.map((one) => ({ role: 'other', width: one })),
    rows: [
      rowOf(columns.map(({ title }) => ({ lines: [title], span: 1, alignment: 'centre' })), true),
      ...rows.map((row) => rowOf(columns.map(({ align }, column) => ({ lines: String(row[column] ?? '').split('\n'), span: 1, alignment: align })), false)),
    ],
    text: { font: own.font, size, bold: own.bold }, head: { ...tableHead, size },
  }
}

/** Tables with nothing in them are left out, but never who is missing. @param upright the unit's layout for its papers. */
export function collectedPrintDocument({ title, collected, unread, sameFiles }: CollectedToWrite, upright: Layout): PrintDocument {
  const layout = landscapeLayout(upright)
  const paper = ledgerPrintDocument(collectedLedgerTable(collected, title, unread.length), upright)
  const { heading1 } = roleFormats(layout)
  const gap: BlankLine = { kind: 'blank', linePitch: 200, keepWithNext: true }
  const head = (text: string, id: string): PrintParagraph => ({
    ...heading1.format, kind: 'paragraph', role: 'heading1', alignment: 'left', firstLine: noLength, keepWithNext: true,
    runs: [{ text, font: heading1.type.font, size: 28, bold: heading1.type.bold, underline: false, part: 'text', blockId: id, role: 'heading1', style: heading1.typeStyle }],
    blocks: [{ id, role: 'heading1', firstRun: 0 }],
  })
  const tables = collectedTables(collected, unread, sameFiles).filter(({ rows }) => rows.length > 0)
  return { ...paper, parts: [...paper.parts, ...tables.flatMap((table) => [gap, head(table.title, `head-${table.id}`), printPlainTable(table, layout)])] }
}
