/** What stands under each other on the pages, and what has to stay together. */
import type { PrintDocument, PrintedPart, PrintParagraph, PrintRun, PrintTable, PrintTurn } from '../print/print-types.ts'
import type { Flavour } from './flavour.ts'
import type { TextSetting } from './glyphs.ts'
import { memo } from './memo.ts'
import { atTop, firstSheet, newPage, pageRoom, roomLeft, type Shape, type Sheets } from './open-page.ts'
import { putColophon } from './put-colophon.ts'
import { putRowOfColumns, rowOfColumnsHeight, withRows, type ColumnRow } from './put-columns.ts'
import { isJointMark, jointMarkHeight, putJointMark } from './put-mark.ts'
import { paragraphHeight, putLine, putParagraph } from './put-paragraph.ts'
import { firstRowsHeight, putTable } from './put-table.ts'
import { setTable, type SetTable } from './set-table.ts'
import { setParagraph, type SetText } from './set-text.ts'

type Part = PrintedPart | ColumnRow

const runContent = ({ text, font, size, bold, underline, part, blockId, startsLine, colour, atRight, spacing }: PrintRun) =>
  `${text}\u0000${font.chinese}\u0000${font.latin}\u0000${size}${bold ? 'b' : ''}${underline ? 'u' : ''}${startsLine ? 'l' : ''}${atRight ? 'r' : ''}${colour ?? ''}${spacing ?? ''}\u0000${part}${blockId}`

const paragraphs = memo<PrintParagraph, SetText>(({ alignment, firstLine, hanging, left, right, official, runs }) =>
  [alignment, firstLine.twips, hanging.twips, left.twips, right.twips, official, ...runs.map(runContent)].join('\u0001'))
const tables = memo<PrintTable, SetTable>((table) => JSON.stringify(table))

const areaWidth = ({ current: { page } }: Sheets) => page.width - page.left - page.right

const textOf = (part: PrintParagraph, width: number, setting: TextSetting) => paragraphs(part, width, setting, () => setParagraph(part, width, setting))
const tableOf = (part: PrintTable, width: number, setting: TextSetting) => tables(part, width, setting, () => setTable(part, setting))

const keeps = (part: Part | undefined) => (part?.kind === 'paragraph' || part?.kind === 'blank' || part?.kind === 'row') && part.keepWithNext

const startsPage = (part: Part | undefined) => part?.kind === 'turn' || (part?.kind === 'paragraph' && part.pageBreakBefore)

function wholeHeight(part: Part, width: number, setting: TextSetting): number {
  switch (part.kind) {
    case 'paragraph': return isJointMark(part) ? jointMarkHeight(part, setting) : paragraphHeight(part, textOf(part, width, setting))
    case 'row': return rowOfColumnsHeight(part, setting)
    case 'blank': return part.linePitch
    default: return 0
  }
}

/** The least of a part that has to stand with what is kept to it. */
function firstHeight(part: Part | undefined, width: number, setting: TextSetting): number {
  switch (part?.kind) {
    case 'paragraph': return isJointMark(part) ? jointMarkHeight(part, setting) : (part.spaceBefore ?? 0) + part.linePitch
    case 'row': return rowOfColumnsHeight(part, setting)
    case 'blank': return part.linePitch
    case 'table': return firstRowsHeight(part, tableOf(part, width, setting))
    default: return 0
  }
}

/** A chain of parts held to the next goes to the next page with the beginning of what it is held to. */
function keepTogether(sheets: Sheets, parts: readonly Part[], from: number, setting: TextSetting): void {
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

function putBlank(sheets: Sheets, linePitch: number): void {
  if (linePitch > roomLeft(sheets)) newPage(sheets)
  putLine(sheets.current, { text: '', pieces: [], right: 0 }, sheets.current.page.left, sheets.y, linePitch)
  sheets.y += linePitch
}

/** The page as the flavour fills it. */
export function shapeOf({ page, sideNumber }: Pick<PrintTurn, 'page' | 'sideNumber'>, linePitch: number, { gridCentred }: Flavour): Shape {
  const rest = gridCentred ? (page.height - page.top - page.bottom) % linePitch : 0
  return { page: { ...page, top: page.top + Math.floor(rest / 2), bottom: page.bottom + Math.ceil(rest / 2) }, foot: page.height - page.bottom, sideNumber }
}

/** Puts every part on the pages, in order. */
export function putParts(sheets: Sheets, document: PrintDocument, setting: TextSetting): void {
  const { linePitch } = document.grid
  const parts: readonly Part[] = withRows<PrintedPart>(document.parts)
  parts.forEach((part, index) => {
    if (startsPage(part) && part.kind === 'paragraph' && !(atTop(sheets) && sheets.current.blank)) newPage(sheets)
    if (keeps(part) && (startsPage(part) || !keeps(parts[index - 1]))) keepTogether(sheets, parts, index, setting)
    switch (part.kind) {
      case 'paragraph': return isJointMark(part) ? putJointMark(sheets, part, areaWidth(sheets), setting) : putParagraph(sheets, part, textOf(part, areaWidth(sheets), setting))
      case 'row': return putRowOfColumns(sheets, part, setting)
      case 'blank': return putBlank(sheets, part.linePitch)
      case 'table': return putTable(sheets, part, tableOf(part, areaWidth(sheets), setting))
      case 'turn': {
        const shape = shapeOf(part, linePitch, setting.flavour)
        if (index === 0) Object.assign(sheets, firstSheet(shape))
        else newPage(sheets, shape)
        return
      }
      case 'colophon': return putColophon(sheets, part, linePitch, setting)
    }
  })
}
