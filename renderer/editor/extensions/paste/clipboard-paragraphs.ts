/**
 * What the clipboard holds, as paragraphs: text, automatic numbers and tables of Word, WPS and browsers; styling stays
 * behind. The parsed document is inert: nothing of it is loaded or run.
 */
import type { SourceParagraph } from '../../../../shared/recognition/source.ts'
import { paragraphsFromText } from '../../../../shared/recognition/source.ts'

const blockTags = new Set(['P', 'DIV', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TR', 'BLOCKQUOTE', 'PRE', 'SECTION', 'ARTICLE', 'TABLE', 'UL', 'OL', 'DD', 'DT', 'HEADER', 'FOOTER'])
const skippedTags = new Set(['SCRIPT', 'STYLE', 'HEAD', 'META', 'LINK', 'TITLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'SVG', 'MATH', 'XML'])
/** Deeper markup than any editor writes; a guard against hostile input. */
const deepest = 200

/** Blanks as HTML counts them; a full-width or no-break blank is text. */
const collapse = (text: string) => text.replaceAll(/[ \t\r\n\f]+/g, ' ')

interface Gathering {
  readonly lines: SourceParagraph[]
  text: string
}

function flush(gathering: Gathering, level?: 1 | 2 | 3 | 4): void {
  // Word sets the number of an automatic list off with no-break blanks.
  const text = gathering.text.replaceAll('\u00a0', ' ').replaceAll(/ {2,}/g, ' ').trim()
  gathering.text = ''
  if (text !== '') gathering.lines.push(level === undefined ? { text } : { text, hint: { level } })
}

function headingLevelOf(element: Element): 1 | 2 | 3 | 4 | undefined {
  const match = /^H([1-6])$/.exec(element.tagName)
  return match ? (Math.min(Number(match[1]), 4) as 1 | 2 | 3 | 4) : undefined
}

function cellText(cell: Element, depth: number): string {
  const inner: Gathering = { lines: [], text: '' }
  for (const child of cell.childNodes) gather(child, inner, depth + 1)
  flush(inner)
  return inner.lines.map((line) => line.text).join('\n')
}

function gatherTable(table: HTMLTableElement, gathering: Gathering, depth: number): void {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cellText(cell, depth)))
  const filled = rows.filter((row) => row.length > 0)
  if (filled.length === 0) return
  // A table of one cell is a frame around text.
  if (filled.every((row) => row.length === 1)) {
    for (const [text] of filled) for (const line of text!.split('\n')) if (line !== '') gathering.lines.push({ text: line })
    return
  }
  gathering.lines.push({ text: filled.map((row) => row.join('\t')).join('\n'), hint: { table: { rows: filled, headerRows: 1 } } })
}

function gather(node: Node, gathering: Gathering, depth: number): void {
  if (depth > deepest) {
    gathering.text += collapse(node.textContent ?? '')
    return
  }
  if (node.nodeType === Node.TEXT_NODE) {
    gathering.text += collapse(node.textContent ?? '')
    return
  }
  if (!(node instanceof Element) || skippedTags.has(node.tagName) || node.tagName.startsWith('O:')) return
  if (node.tagName === 'BR') return flush(gathering)
  if (node.tagName === 'TABLE') {
    flush(gathering)
    return gatherTable(node as HTMLTableElement, gathering, depth)
  }
  const isBlock = blockTags.has(node.tagName)
  if (isBlock) flush(gathering)
  for (const child of node.childNodes) gather(child, gathering, depth + 1)
  if (isBlock) flush(gathering, headingLevelOf(node))
}

/** Paragraphs of clipboard HTML, in order. Automatic numbers are in it as text (Word and WPS write them so). */
export function paragraphsFromHtml(html: string): SourceParagraph[] {
  const document = new DOMParser().parseFromString(html, 'text/html')
  const gathering: Gathering = { lines: [], text: '' }
  for (const child of document.body.childNodes) gather(child, gathering, 0)
  flush(gathering)
  return gathering.lines
}

/** HTML is preferred only for what text lacks: tables, and numbers of lists. Text keeps blanks and breaks best. */
export function clipboardParagraphs(data: DataTransfer): SourceParagraph[] {
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  if (html !== '' && (/<table|mso-list|<li/i.test(html) || text === '')) {
    const fromHtml = paragraphsFromHtml(html)
    if (fromHtml.length > 0) return fromHtml
  }
  return paragraphsFromText(text)
}
