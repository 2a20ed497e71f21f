/** Web pages, and papers saved as such by Word, WPS and LibreOffice → paragraphs in order. */
import type { SourceParagraph } from '../../../shared/recognition/source.ts'
import { FileFault } from '../word/file-fault.ts'
import { decodePage } from './html-decode.ts'
import { attribute, isHtmlElement, isHtmlText, parsePage, plainText, visitElements, type HtmlElement, type HtmlNode } from './html-nodes.ts'
import { collectNotes, type HtmlNotes } from './html-notes.ts'
import { startHtmlList, type HtmlList } from './html-lists.ts'
import { readStyles, type Declarations, type StyleOf } from './html-styles.ts'
import { readHtmlTable } from './html-tables.ts'
import { startForeignTally, type ForeignTally } from './foreign-tally.ts'
import { cleanMarker, startFlow, type Flow } from './html-flow.ts'
import { headingLevel, type ReadForeign } from './pieces.ts'

const deepest = 1500

/** What is handed down from element to element. */
interface Inherited {
  readonly bold: boolean
  readonly underline: boolean
  readonly centred: boolean
  readonly pre: boolean
  readonly level: 1 | 2 | 3 | 4 | undefined
  readonly title: boolean
  readonly list: HtmlList | undefined
  readonly depth: number
}

export interface HtmlReading {
  readonly styleOf: StyleOf
  readonly notes: HtmlNotes
  readonly tally: ForeignTally
  /** Heading level of <h1>: 0 where the one <h1> is the page's title. */
  readonly topLevel: number
  /** Reads what stands in an element by itself: a cell. */
  readonly inside: (element: HtmlElement, bold: boolean, depth: number) => SourceParagraph[]
}

const blocks: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'td', 'th', 'ul',
])
const dropped: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'noscript', 'noframes', 'datalist', 'link', 'meta', 'base', 'col', 'colgroup'])
const controls: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea', 'option'])
const objects: ReadonlySet<string> = new Set(['object', 'embed', 'iframe', 'video', 'audio', 'canvas', 'applet'])

function isHidden(declarations: Declarations, element: HtmlElement): boolean {
  return declarations['display'] === 'none' || declarations['visibility'] === 'hidden' || declarations['mso-hide'] === 'all' || attribute(element, 'hidden') !== undefined
}

const isBold = (weight: string | undefined) => (weight === undefined ? undefined : /^(?:bold|bolder|[6-9]00)/.test(weight))

function inherit(element: HtmlElement, declarations: Declarations, from: Inherited, reading: HtmlReading): Inherited {
  const tag = element.tagName
  const heading = /^h([1-6])$/.exec(tag)
  const outline = /^(?:level-?)?(\d)/.exec(declarations['mso-outline-level'] ?? '')?.[1]
  const counted = heading ? Number(heading[1]) - 1 + reading.topLevel : outline === undefined ? undefined : Number(outline)
  const align = declarations['text-align'] ?? attribute(element, 'align')?.toLowerCase()
  const decoration = declarations['text-decoration-line'] ?? declarations['text-decoration']
  const named = attribute(element, 'class') ?? ''
  return {
    bold: isBold(declarations['font-weight']) ?? (tag === 'b' || tag === 'strong' || from.bold),
    underline: tag === 'u' || (decoration === undefined || tag === 'a' ? from.underline : decoration.includes('underline') || (from.underline && decoration !== 'none')),
    centred: tag === 'center' ? true : align === undefined ? from.centred : align === 'center' || align === '-webkit-center' || align === 'middle',
    pre: tag === 'pre' || tag === 'listing' ? true : declarations['white-space'] === undefined ? from.pre : declarations['white-space'].startsWith('pre'),
    level: counted === undefined ? from.level : headingLevel(counted),
    title: (heading !== null && counted === 0) || /(?:^|\s)(?:MsoTitle|title)(?:\s|$)/.test(named) && (tag === 'p' || heading !== null) || from.title,
    list: from.list,
    depth: from.depth + 1,
  }
}

/** Automatic numbers of Word's pages stand in spans that other programs are to ignore. */
function readMarker(element: HtmlElement, reading: HtmlReading, flow: Flow): void {
  let symbols = false
  visitElements(element, (one) => { if (/symbol|wingding|webding/.test(reading.styleOf(one)['font-family'] ?? attribute(one, 'style')?.toLowerCase() ?? '')) symbols = true })
  flow.mark(symbols ? undefined : cleanMarker(plainText(element)))
}

function readElement(element: HtmlElement, from: Inherited, reading: HtmlReading, flow: Flow): void {
  const { tally } = reading
  const tag = element.tagName
  if (from.depth > deepest) throw new FileFault('FILE_LIMITS', 'page too deep')
  if (dropped.has(tag) || reading.notes.isBody(element)) return
  const declarations = reading.styleOf(element)
  if (isHidden(declarations, element)) {
    if (plainText(element).trim() !== '') tally.add('hidden')
    return
  }
  // Word marks headers and footers by style, LibreOffice by the title of their block.
  if (/^(?:header|footer)$/.test(declarations['mso-element'] ?? (tag === 'div' ? (attribute(element, 'title') ?? '') : ''))) return tally.add('header')
  if (/^mso-(?:tab-count)/.test(Object.keys(declarations).find((name) => name === 'mso-tab-count') ?? '')) return flow.text('\t', false, false, true)
  if (/\bignore\b/.test(declarations['mso-list'] ?? '')) return readMarker(element, reading, flow)
  if (controls.has(tag)) return attribute(element, 'type') === 'hidden' ? undefined : tally.add('control')
  if (objects.has(tag)) return tally.add('object')
  switch (tag) {
    case 'br': return flow.lineBreak(declarations['page-break-before'] !== 'always')
    case 'hr': return flow.end()
    case 'img': case 'svg': case 'v:imagedata': return attribute(element, 'width') === '1' ? undefined : tally.add('image')
    case 'del': return plainText(element).trim() === '' ? undefined : tally.add('deleted')
    case 'table': return readHtmlTable(element, from.bold, from.depth, reading, flow, (child) => readElement(child, from, reading, flow))
    case 'a': {
      const note = reading.notes.at(attribute(element, 'href') ?? '')
      if (note !== undefined) {
        tally.add(note.kind === 'comment' ? 'comment' : 'footnote')
        return flow.note(note)
      }
      break
    }
    default:
  }
  const own = inherit(element, declarations, from, reading)
  if (tag === 'ins') tally.add('inserted')
  if (!blocks.has(tag)) return readChildren(element, tag === 'rt' || tag === 'rp' ? undefined : own, reading, flow)
  flow.end()
  flow.look({ centred: own.centred, title: own.title, ...(own.level === undefined ? {} : { level: own.level }) }, tag === 'p')
  if (tag === 'li') {
    const number = from.list?.next(element, declarations)
    flow.mark(from.list === undefined ? '' : number)
  }
  readChildren(element, tag === 'ol' || tag === 'ul' || tag === 'menu' || tag === 'dir' ? { ...own, list: startHtmlList(element, declarations) } : own, reading, flow)
  flow.end(tag === 'p' || tag === 'li')
  flow.look({ centred: from.centred, title: from.title, ...(from.level === undefined ? {} : { level: from.level }) }, false)
}

function readChildren(element: HtmlElement, own: Inherited | undefined, reading: HtmlReading, flow: Flow): void {
  if (own === undefined) return
  for (const child of element.childNodes as HtmlNode[]) {
    if (isHtmlText(child)) flow.text(child.value, own.bold, own.underline, own.pre)
    else if (isHtmlElement(child)) readElement(child, own, reading, flow)
  }
}

/** One <h1> above other headings is the title of a page; in a paper saved as a page it is a heading like others. */
function topLevelOf(page: HtmlElement): number {
  let office = false
  let first = 0
  let lower = 0
  visitElements(page, (element) => {
    if (element.tagName === 'h1') first += 1
    if (/^h[2-6]$/.test(element.tagName)) lower += 1
    if (element.tagName === 'meta' && /generator|progid/i.test(attribute(element, 'name') ?? '') && /word|wps|office|kingsoft/i.test(attribute(element, 'content') ?? '')) office = true
    if (/^Mso[A-Z]/.test(attribute(element, 'class') ?? '')) office = true
  })
  return !office && first === 1 && lower > 0 ? 0 : 1
}

const top: Inherited = { bold: false, underline: false, centred: false, pre: false, level: undefined, title: false, list: undefined, depth: 0 }

/** @param carried the character set a MIME part names. @throws FileFault FILE_DAMAGED, FILE_LIMITS */
export function readHtml(bytes: Uint8Array, carried?: string): ReadForeign {
  const page = parsePage(decodePage(bytes, carried))
  const tally = startForeignTally()
  const styleOf = readStyles(page)
  const reading: HtmlReading = {
    styleOf, tally, notes: collectNotes(page, styleOf), topLevel: topLevelOf(page),
    inside: (element, bold, depth) => {
      const flow = startFlow(tally)
      flow.look({ centred: false }, false)
      readChildren(element, { ...top, bold, depth: depth + 1 }, reading, flow)
      return flow.finish()
    },
  }
  const flow = startFlow(tally)
  readElement(page, top, reading, flow)
  const paragraphs = flow.finish()
  tally.add('looseNote', reading.notes.unused())
  return { paragraphs, notes: tally.notes() }
}
