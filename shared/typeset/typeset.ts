/**
 * (PrintDocument, Metrics) → pages, line by line, as the Word file has them. Pure: preview, PDF, print and page counts all
 * draw from it. What is known of Word and LibreOffice, and how far pages agree: docs/typesetting.md.
 */
import type { Layout } from '../print/layout.ts'
import type { PrintDocument, PrintedPart, PrintParagraph, PrintTable } from '../print/print-types.ts'
import { wordFlavour, type Flavour } from './flavour.ts'
import type { TextSetting } from './glyphs.ts'
import { memo } from './memo.ts'
import { atTop, firstSheet, newPage, pageRoom, roomLeft, type OpenPage, type Sheets } from './open-page.ts'
import { pageNumberItem } from './page-number.ts'
import { putColophon } from './put-colophon.ts'
import { paragraphHeight, putLine, putParagraph } from './put-paragraph.ts'
import { firstRowsHeight, putTable } from './put-table.ts'
import { setTable, type SetTable } from './set-table.ts'
import { setParagraph, type SetText } from './set-text.ts'
import type { Metrics, TypesetDocument, TypesetPage } from './typeset-types.ts'

const paragraphs = memo<PrintParagraph, SetText>()
const tables = memo<PrintTable, SetTable>()

const areaWidth = ({ current: { page } }: Sheets) => page.width - page.left - page.right

const textOf = (part: PrintParagraph, width: number, setting: TextSetting) => paragraphs(part, width, setting, () => setParagraph(part, width, setting))
const tableOf = (part: PrintTable, width: number, setting: TextSetting) => tables(part, width, setting, () => setTable(part, setting))

const keeps = (part: PrintedPart | undefined) => (part?.kind === 'paragraph' || part?.kind === 'blank') && part.keepWithNext

function wholeHeight(part: PrintedPart, width: number, setting: TextSetting): number {
  return part.kind === 'paragraph' ? paragraphHeight(part, textOf(part, width, setting)) : part.kind === 'blank' ? part.linePitch : 0
}

/** The least of a part that has to stand with what is kept to it. */
function firstHeight(part: PrintedPart | undefined, width: number, setting: TextSetting): number {
  switch (part?.kind) {
    case 'paragraph': return (part.spaceBefore ?? 0) + part.linePitch
    case 'blank': return part.linePitch
    case 'table': return firstRowsHeight(part, tableOf(part, width, setting))
    default: return 0
  }
}

/** A chain of parts held to the next goes to the next page with the beginning of what it is held to. */
function keepTogether(sheets: Sheets, parts: readonly PrintedPart[], from: number, setting: TextSetting): void {
  const width = areaWidth(sheets)
  const most = pageRoom(sheets)
  let needed = 0
  let at = from
  for (; keeps(parts[at]) && needed <= most; at += 1) {
    if (at > from && startsPage(parts[at])) break
    needed += wholeHeight(parts[at]!, width, setting)
  }
  if (!startsPage(parts[at])) needed += firstHeight(parts[at], width, setting)
  if (needed > roomLeft(sheets) && needed <= most && !atTop(sheets)) newPage(sheets)
}

const startsPage = (part: PrintedPart | undefined) => part?.kind === 'turn' || (part?.kind === 'paragraph' && part.pageBreakBefore)

function putBlank(sheets: Sheets, linePitch: number): void {
  if (linePitch > roomLeft(sheets)) newPage(sheets)
  putLine(sheets.current, { text: '', pieces: [], right: 0 }, sheets.current.page.left, sheets.y, linePitch)
  sheets.y += linePitch
}

/** The page as the flavour fills it. */
function filledPage(page: Layout['page'], linePitch: number, { gridCentred }: Flavour): Layout['page'] {
  if (!gridCentred) return page
  const rest = (page.height - page.top - page.bottom) % linePitch
  return { ...page, top: page.top + Math.floor(rest / 2), bottom: page.bottom + Math.ceil(rest / 2) }
}

function putParts(sheets: Sheets, { parts, grid }: PrintDocument, setting: TextSetting): void {
  parts.forEach((part, index) => {
    if (startsPage(part) && part.kind === 'paragraph' && !(atTop(sheets) && sheets.current.blank)) newPage(sheets)
    if (keeps(part) && (startsPage(part) || !keeps(parts[index - 1]))) keepTogether(sheets, parts, index, setting)
    switch (part.kind) {
      case 'paragraph': return putParagraph(sheets, part, textOf(part, areaWidth(sheets), setting))
      case 'blank': return putBlank(sheets, part.linePitch)
      case 'table': return putTable(sheets, part, tableOf(part, areaWidth(sheets), setting))
      case 'turn': {
        const turned = { ...part, page: filledPage(part.page, grid.linePitch, setting.flavour) }
        if (index === 0) Object.assign(sheets, firstSheet(turned.page, turned.sideNumber))
        else newPage(sheets, turned)
        return
      }
      case 'colophon': return putColophon(sheets, part, setting)
    }
  })
}

function closed(document: PrintDocument, page: OpenPage, number: number, setting: TextSetting): TypesetPage {
  const item = pageNumberItem(document, page, number, setting)
  return {
    number, width: page.page.width, height: page.page.height, items: item === undefined ? page.items : [...page.items, item],
    lines: page.lines, blocks: page.blocks,
  }
}

/** @param flavour whose habits decide where the file leaves a choice; Word's, unless pages are compared with another program's. */
export function typeset(document: PrintDocument, metrics: Metrics, flavour: Flavour = wordFlavour): TypesetDocument {
  const { options, grid } = document
  const setting: TextSetting = {
    metrics, flavour, characterSpacing: grid.characterSpacing, hangingPunctuation: options.hangingPunctuation,
    compressPunctuation: options.compressPunctuation, autoSpace: options.autoSpace,
  }
  const sheets = firstSheet(filledPage(document.page, grid.linePitch, flavour), document.sideNumber)
  putParts(sheets, document, setting)
  return { pages: sheets.pages.map((page, index) => closed(document, page, index + 1, setting)) }
}
