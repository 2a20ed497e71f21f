/**
 * On which page 版记 stands (GB/T 9704-2012 §7.4, §7.5): at the foot of the last page, which has an even number. Pages are
 * estimated by the widths of characters, as no program that sets the file is asked; a page close to full may be taken for
 * the next.
 */
import { textWidthTwips } from './text-width.ts'
import type { PrintColophon, PrintDocument, PrintedPart, PrintParagraph, PrintTable } from './print-types.ts'
import { cellLines } from './table-columns.ts'

/**
 * `same`: on the page the text ends on. `next`: the text ends on an odd page, 版记 alone stands on the even one after it.
 * `afterBlank`: the text ends on an even page and leaves no room; an empty page comes between, neither it nor 版记's page is numbered.
 */
export type ColophonPlace = 'same' | 'next' | 'afterBlank'

export interface Ending {
  /** Pages the text takes. */
  readonly pages: number
  /** Room left on the last, twips. */
  readonly room: number
}

/** Line breaking leaves about a character of each hundred unused. */
const fill = 0.99

function paragraphLines(paragraph: PrintParagraph, area: number, spacing: number, autoSpace: boolean): number {
  const width = paragraph.runs.reduce((sum, run) => sum + textWidthTwips(run.text, run.size, run.spacing ?? spacing, autoSpace), 0)
  const across = Math.max(1, (paragraph.column?.width ?? area) - paragraph.left.twips - paragraph.right.twips) * fill
  const first = across - paragraph.firstLine.twips + paragraph.hanging.twips
  const broken = 1 + paragraph.runs.filter((run) => run.startsLine).length
  return Math.max(broken, width <= first ? 1 : 1 + Math.ceil((width - first) / across))
}

function rowHeights(table: PrintTable, spacing: number): number[] {
  return table.rows.map((row) => {
    let column = 0
    const lines = row.cells.map((cell) => {
      const width = table.columns.slice(column, column + cell.span).reduce((sum, one) => sum + one.width, 0) - 2 * table.cellPadding
      column += cell.span
      return cellLines(cell.lines.join('\n'), width / (table.text.size * 10 + spacing))
    })
    return Math.max(1, ...lines) * table.linePitch + 60
  })
}

/** The heights of what stands under each other, and whether a page begins before it. */
function flow(parts: readonly PrintedPart[], document: PrintDocument, ending: { area: number; height: number }, take: (height: number, breaks: boolean) => void): void {
  const { characterSpacing } = document.grid
  let sheet = ending
  let row: number | undefined
  for (const part of parts) {
    switch (part.kind) {
      case 'turn':
        sheet = { area: part.page.width - part.page.left - part.page.right, height: part.page.height - part.page.top - part.page.bottom }
        ending.height = sheet.height
        take(0, true)
        break
      case 'blank': take(part.linePitch, false); break
      case 'table': for (const height of rowHeights(part, characterSpacing)) take(height, false); break
      case 'paragraph': {
        // What stands beside another takes no height of its own; a date under the last of a row takes its line.
        const beside = part.column !== undefined && part.column.row === row && part.role !== 'date'
        row = part.column?.row
        if (beside) break
        take((part.spaceBefore ?? 0) + (part.ruleBelow?.gap ?? 0), part.pageBreakBefore)
        const lines = paragraphLines(part, sheet.area, characterSpacing, document.options.autoSpace)
        for (let line = 0; line < lines; line += 1) take(part.linePitch, false)
        break
      }
      case 'colophon': break
    }
  }
}

export function estimatedEnding(document: PrintDocument): Ending {
  const { page } = document
  const sheet = { area: page.width - page.left - page.right, height: page.height - page.top - page.bottom }
  let pages = 1
  let used = 0
  flow(document.parts, document, sheet, (height, breaks) => {
    if (breaks && (used > 0 || pages > 1)) {
      pages += 1
      used = 0
    }
    if (used > 0 && used + height > sheet.height + 20) {
      pages += 1
      used = 0
    }
    used += height
  })
  return { pages, room: sheet.height - used }
}

/** Height of 版记 with its frame and a line's distance to the text above. */
export function colophonHeight(colophon: PrintColophon, document: PrintDocument): number {
  const area = document.page.width - document.page.left - document.page.right
  const lines = colophon.lines.reduce((sum, line) => sum + paragraphLines(line, area, document.grid.characterSpacing, document.options.autoSpace) * line.linePitch, 0)
  return lines + 60 * (colophon.lines.length + 1) + document.grid.linePitch
}

/** @param known where the text ends, from a program that set it; else it is estimated. Undefined for a paper without 版记. */
export function colophonPlace(document: PrintDocument, known?: Ending): ColophonPlace | undefined {
  const colophon = document.parts.find((part) => part.kind === 'colophon')
  if (colophon === undefined) return undefined
  const ending = known ?? estimatedEnding(document)
  if (ending.pages % 2 === 1) return 'next'
  return ending.room >= colophonHeight(colophon, document) ? 'same' : 'afterBlank'
}
