/** Parts of an official document as Word has them: paragraphs in styles of their own, a borderless table for a joint 标志, a floating one for 版记. */
import type { PrintColophon, PrintDocument, PrintParagraph, PrintRun, PrintRule } from '../../../shared/print/print-types.ts'
import { noLength } from '../../../shared/print/role-formats.ts'
import { textWidth } from '../../../shared/print/text-width.ts'
import { entryMarkName } from './block-marks.ts'
import type { Bookmarks } from './bookmarks.ts'
import { alignmentElement, indentElement, runProperties, spacingElement } from './formats.ts'
import { plainTable, tightCells } from './plain-table.ts'
import { blankStyle, officialStyles, partStyles } from './word-names.ts'
import { element, textElement, value } from './xml.ts'

function runElements(runs: readonly PrintRun[], bookmarks: Bookmarks): string {
  let entry: number | undefined
  let right = false
  return runs.map((run) => {
    // The first run at the right end of the line comes behind a tab.
    const tab = run.atRight && !right ? element('w:r', {}, runProperties({ font: run.font, size: run.size }), '<w:tab/>') : ''
    right ||= run.atRight === true
    const mark = run.entry !== undefined && run.entry !== entry ? bookmarks.point(entryMarkName) : ''
    entry = run.entry ?? entry
    return tab + mark + element('w:r', {},
      runProperties({
        font: run.font, size: run.size, bold: run.bold,
        ...(run.part === 'label' ? { style: partStyles.label.id } : {}),
        ...(run.spacing === undefined ? {} : { spacing: run.spacing }),
        ...(run.colour === undefined ? {} : { colour: run.colour }),
      }),
      run.startsLine ? '<w:br/>' : '', textElement(run.text))
  }).join('')
}

/** The line belongs to the paragraph above it; Word counts its distance in whole points, 31 at most. */
function ruleElement(rule: PrintRule): string {
  return element('w:pBdr', {}, element('w:bottom', { 'w:val': 'single', 'w:sz': rule.thickness, 'w:space': Math.min(31, Math.round(rule.gap / 20)), 'w:color': rule.colour === 'red' ? 'FF0000' : '000000' }))
}

/** @param width of the type area, or of the cell. */
export function officialParagraph(paragraph: PrintParagraph, width: number, bookmarks: Bookmarks): string {
  const split = paragraph.runs.some((run) => run.atRight)
  // An indent on the right would hold back the tab, and shorten the line below.
  const indents = split ? { ...paragraph, right: noLength } : paragraph
  return element('w:p', {},
    element('w:pPr', {},
      value('w:pStyle', officialStyles[paragraph.official!].id),
      paragraph.keepWithNext ? '<w:keepNext/>' : '',
      paragraph.ruleBelow === undefined ? '' : ruleElement(paragraph.ruleBelow),
      split ? element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:pos': width - paragraph.right.twips })) : '',
      spacingElement(paragraph.linePitch, paragraph.spaceBefore ?? 0), indentElement(indents), alignmentElement(paragraph.alignment)),
    runElements(paragraph.runs, bookmarks))
}

/** A joint 标志: the organs in one cell, 文件 in the middle of the other. */
export function jointMark(paragraph: PrintParagraph, bookmarks: Bookmarks): string {
  const organs = paragraph.runs.filter((run) => !run.atRight)
  const word = paragraph.runs.filter((run) => run.atRight).map(({ atRight: _atRight, ...run }): PrintRun => run)
  const lines: PrintRun[][] = []
  for (const run of organs) {
    if (lines.length === 0 || run.startsLine) lines.push([])
    lines.at(-1)!.push(run)
  }
  const runWidth = (run: PrintRun) => Math.ceil(textWidth(run.text) * run.size * 10 + [...run.text].length * (run.spacing ?? 0))
  const widest = Math.max(...lines.map((line) => line.reduce((sum, run) => sum + runWidth(run), 0)))
  const size = organs[0]!.size * 10
  // Fixed widths leave a little for rounding, or the last character would go down a line.
  const left = widest + Math.round(size * 0.4)
  const right = word.reduce((sum, run) => sum + runWidth(run), 0) + Math.round(size * 0.1)
  const inCell = (runs: readonly PrintRun[]) => officialParagraph({ ...paragraph, runs, alignment: 'left', spaceBefore: 0, linePitch: Math.round((paragraph.linePitch * runs[0]!.size) / organs[0]!.size) }, left, bookmarks)
  const above = paragraph.spaceBefore ?? 0
  const room = above === 0 ? '' : element('w:p', {}, element('w:pPr', {}, value('w:pStyle', blankStyle.id), '<w:keepNext/>', spacingElement(above)))
  return room + plainTable([left, right], [[{ width: left, content: inCell(organs), middle: true }, { width: right, content: inCell(word), middle: true }]], 'centre')
}

/** 版记: a floating table at the foot of the type area. What it hangs on has to follow. */
export function colophonElement(colophon: PrintColophon, document: PrintDocument, bookmarks: Bookmarks): string {
  const { page } = document
  const width = page.width - page.left - page.right
  const line = (edge: string, size: number) => element(`w:${edge}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': '000000' })
  const properties = element('w:tblPr', {},
    element('w:tblpPr', { 'w:leftFromText': 0, 'w:rightFromText': 0, 'w:topFromText': 0, 'w:bottomFromText': 0, 'w:vertAnchor': 'margin', 'w:horzAnchor': 'page', 'w:tblpX': page.left, 'w:tblpYSpec': 'bottom' }),
    value('w:tblOverlap', 'never'),
    element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }), element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
    element('w:tblBorders', {}, line('top', colophon.outerRule), line('bottom', colophon.outerRule), line('insideH', colophon.innerRule)),
    element('w:tblLayout', { 'w:type': 'fixed' }), tightCells, element('w:tblLook', { 'w:val': '0000' }))
  const rows = colophon.lines.map((one) => element('w:tr', {}, element('w:trPr', {}, '<w:cantSplit/>'),
    element('w:tc', {}, element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })), officialParagraph(one, width, bookmarks))))
  return element('w:tbl', {}, properties, element('w:tblGrid', {}, element('w:gridCol', { 'w:w': width })), ...rows)
}
