/** (LedgerTable, Layout) → PrintDocument: the ledger on sheets on their side, behaviour X9. */
import type { TableColumnRole } from '../document/draft.ts'
import { headLines, leastLedgerWidths, ledgerWidths } from '../ledger/column-widths.ts'
import { ledgerFieldFacts, type LedgerField } from '../ledger/ledger-fields.ts'
import type { LedgerTable } from '../ledger/ledger-table.ts'
import { landscapeLayout, sideNumber } from './landscape.ts'
import type { Layout } from './layout.ts'
import { paragraphPrinter } from './print-paragraph.ts'
import { charactersAcross, toTwips, typeAreaWidth } from './print-table.ts'
import type { BlankLine, PrintCell, PrintDocument, PrintParagraph, PrintRow, PrintTable } from './print-types.ts'
import { noLength, roleFormats, typeSettings } from './role-formats.ts'
import { cellLines } from './table-columns.ts'
import { spacedTextWidth, textWidth } from './text-width.ts'

/** 小四、五号、小五、六号: sizes that type is cut in. */
const sizes = [24, 21, 18, 15] as const
const usualSizes = { size: 24, smallestSize: 15 } as const

const roles: Readonly<Partial<Record<LedgerField, TableColumnRole>>> = {
  number: 'number', category: 'category', problem: 'problem', cause: 'cause', measure: 'measure', leader: 'responsible', person: 'responsible', office: 'responsible',
  support: 'responsible', timeLimit: 'timeLimit', due: 'timeLimit',
}

const centred: ReadonlySet<LedgerField> = new Set<LedgerField>(['number', 'category', 'leader', 'person', 'office', 'support', 'timeLimit', 'due', 'state', 'stateSince', 'closedOn'])

interface Setting {
  readonly size: number
  readonly padding: number
  readonly characterWidth: number
  /** More columns than a sheet holds with ease. */
  readonly tight: boolean
  readonly available: number
}

/** The largest type in which every column can be read; beyond that the smallest, with columns as narrow as they can be. */
function settingOf(table: LedgerTable, layout: Layout, width: number): Setting {
  const { size: largest, smallestSize } = layout.ledger ?? usualSizes
  const own = [largest, ...sizes.filter((size) => size < largest && size > smallestSize), ...(smallestSize < largest ? [smallestSize] : [])]
  const columns = table.columns.length
  const padding = columns > 10 ? 50 : 70
  const settings = [false, true].flatMap((tight) => own.map((size): Setting => {
    const characterWidth = size * 10 + layout.grid.characterSpacing
    return { size, padding, characterWidth, tight, available: charactersAcross(columns, characterWidth, width, padding) }
  }))
  const fits = ({ tight, available }: Setting) => leastLedgerWidths(table, tight).reduce((sum, one) => sum + one, 0) <= available
  return settings.find(fits) ?? settings.at(-1)!
}

/** A date that does not fit on one line breaks behind its year, nowhere else. */
function linesOf(field: LedgerField, text: string, width: number): string[] {
  const date = ledgerFieldFacts[field].kind === 'date' && spacedTextWidth(text) > width ? /^(\d{4}年)(\d{1,2}月\d{1,2}日)$/.exec(text) : null
  return date === null ? text.split('\n') : [date[1]!, date[2]!]
}

function rowOf(cells: readonly PrintCell[], header: boolean, widths: readonly number[], tallest: number): PrintRow {
  const height = Math.max(...cells.map((cell, column) => cellLines(cell.lines.join('\n'), widths[column]!)))
  return { header, mayBreak: height > tallest, cells }
}

function printLedgerTable(table: LedgerTable, layout: Layout, setting: Setting): PrintTable {
  const { styles, page } = layout
  const width = typeAreaWidth(layout)
  const fields = table.columns.map((column) => column.field)
  const widths = ledgerWidths(table, setting.available, setting.tight)
  const twips = toTwips(widths, setting.characterWidth, width, setting.padding)
  const linePitch = Math.round((styles.table.linePitch * setting.size) / styles.table.size / 10) * 10
  const tallest = (page.height - page.top - page.bottom) / 3 / linePitch
  const head = table.columns.map(({ title }, column): PrintCell => ({ lines: headLines(title, widths[column]!), span: 1, alignment: 'centre' }))
  const rows = table.rows.map((row) => fields.map((field, column): PrintCell => {
    const text = row.cells[column]?.text ?? ''
    const short = centred.has(field) && text.split('\n').every((line) => textWidth(line) <= Math.max(9, widths[column]! * 2))
    return { lines: linesOf(field, text, widths[column]!), span: 1, alignment: short ? 'centre' : 'left' }
  }))
  return {
    kind: 'table', blockId: 'ledger', width, linePitch, cellPadding: setting.padding,
    columns: fields.map((field, column) => ({ role: roles[field] ?? 'other', width: twips[column]! })),
    rows: [rowOf(head, true, widths, Infinity), ...rows.map((cells) => rowOf(cells, false, widths, tallest))],
    text: { font: styles.table.font, size: setting.size, bold: styles.table.bold },
    head: { ...styles.tableHead, size: setting.size },
  }
}

/** Notes stand on one line where it holds them all. */
function noteLines(notes: readonly string[], characters: number): string[] {
  const filled = notes.filter((note) => note !== '')
  const joined = filled.join('\u3000\u3000')
  return filled.length > 1 && spacedTextWidth(joined) <= characters ? [joined] : filled
}

const gap = (linePitch: number): BlankLine => ({ kind: 'blank', linePitch, keepWithNext: true })

/**
 * @param upright the unit's layout for its papers; margins and page number are turned with the sheet.
 * @returns title, notes, the table with its head on every page, the summary.
 */
export function ledgerPrintDocument(table: LedgerTable, upright: Layout): PrintDocument {
  const layout = landscapeLayout(upright)
  const setting = settingOf(table, layout, typeAreaWidth(layout))
  const ledger = printLedgerTable(table, layout, setting)
  const formats = roleFormats(layout)
  const noteSize = Math.max(21, setting.size)

  const line = (text: string, id: string, keepWithNext: boolean): PrintParagraph => ({
    ...formats.paragraph.format, kind: 'paragraph', role: 'paragraph', alignment: 'left', firstLine: noLength, keepWithNext,
    runs: [{ text, font: ledger.text.font, size: noteSize, bold: false, underline: false, part: 'text', blockId: id, role: 'paragraph', style: 'body' }],
    blocks: [{ id, role: 'paragraph', firstRun: 0 }],
  })
  const title = table.title === '' ? [] : paragraphPrinter(layout)([{ block: { id: 'title', role: 'title', runs: [{ text: table.title }] }, number: '', value: 0 }])
    .map((paragraph) => ({ ...paragraph, keepWithNext: true }))
  const across = typeAreaWidth(layout) / (noteSize * 10 + layout.grid.characterSpacing)
  return {
    page: layout.page,
    sideNumber: sideNumber(upright),
    grid: layout.grid,
    options: layout.options,
    pageNumber: { ...layout.pageNumber, type: layout.styles.pageNumber },
    typeStyles: typeSettings(layout),
    roleFormats: formats,
    table: { text: ledger.text, head: ledger.head, linePitch: ledger.linePitch },
    parts: [
      ...title,
      ...(table.notes.some((note) => note !== '') ? noteLines(table.notes, across).map((text, index) => line(text, `note-${index}`, true)) : [gap(200)]),
      ledger,
      ...(table.summary === '' ? [] : [gap(100), line(table.summary, 'summary', false)]),
    ],
  }
}
