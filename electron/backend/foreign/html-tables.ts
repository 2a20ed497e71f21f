/** <table> → a table, or what stands in it where it only lays out the page. */
import { addTable, mostRows, type ForeignCell, type ForeignRow } from './cells.ts'
import { FileFault } from '../word/file-fault.ts'
import { attribute, childElements, visitElements, type HtmlElement } from './html-nodes.ts'
import type { Flow } from './html-flow.ts'
import type { HtmlReading } from './read-html.ts'

const count = (text: string | undefined) => (text !== undefined && /^\d{1,5}$/.test(text.trim()) ? Math.max(1, Number(text)) : 1)

interface TableParts {
  readonly captions: readonly HtmlElement[]
  readonly rows: readonly { readonly element: HtmlElement; readonly header: boolean }[]
}

function partsOf(table: HtmlElement): TableParts {
  const captions: HtmlElement[] = []
  const rows: { element: HtmlElement; header: boolean }[] = []
  for (const child of childElements(table)) {
    if (child.tagName === 'caption') captions.push(child)
    else if (child.tagName === 'tr') rows.push({ element: child, header: false })
    else if (child.tagName === 'thead' || child.tagName === 'tbody' || child.tagName === 'tfoot') {
      for (const row of childElements(child)) if (row.tagName === 'tr') rows.push({ element: row, header: child.tagName === 'thead' })
    }
  }
  return { captions, rows }
}

const cellsOf = (row: HtmlElement) => childElements(row).filter((one) => one.tagName === 'td' || one.tagName === 'th')

/** A table whose cells hold headings, tables of several rows or whole articles lays out a page. */
function isLayout(table: HtmlElement): boolean {
  let found = false
  let paragraphs = 0
  visitElements(table, (element) => {
    if (found) return false
    if (element !== table && element.tagName === 'table' && partsOf(element).rows.length > 1) found = true
    if (/^h[1-6]$/.test(element.tagName)) found = true
    if (element.tagName === 'th') return false
    if (element.tagName === 'td') paragraphs = 0
    if (element.tagName === 'p') paragraphs += 1
    if (paragraphs > 30) found = true
    return !found
  })
  return found
}

/** @param inOrder reads an element as part of the page. */
export function readHtmlTable(table: HtmlElement, bold: boolean, depth: number, reading: HtmlReading, flow: Flow, inOrder: (element: HtmlElement) => void): void {
  const { captions, rows } = partsOf(table)
  if (rows.length > mostRows) throw new FileFault('FILE_LIMITS', `a table of ${rows.length} rows`)
  flow.end()
  captions.forEach(inOrder)
  if (depth < 600 && isLayout(table)) {
    reading.tally.add('layoutTable')
    for (const row of rows) cellsOf(row.element).forEach(inOrder)
    return flow.end()
  }
  if (captions.length === 0 && rows.length === 0) return
  const read = rows.map(({ element, header }): ForeignRow => {
    const cells = cellsOf(element)
    return {
      header: header || (cells.length > 0 && cells.every((cell) => cell.tagName === 'th')),
      cells: cells.map((cell): ForeignCell => ({
        paragraphs: reading.inside(cell, bold, depth + 3), columns: count(attribute(cell, 'colspan')), rows: count(attribute(cell, 'rowspan')),
      })),
    }
  })
  addTable(read, reading.tally, flow.add)
}
