/** The number of the page: at the foot of the page, or at the left edge of one that lies on its side. */
import type { PrintDocument, SideNumber } from '../../../shared/print/print-types.ts'
import { alignmentElement, runProperties } from './formats.ts'
import type { Footer } from './sections.ts'
import { footerStyle } from './word-names.ts'
import { element, part, textElement, value } from './xml.ts'

type FooterSide = Exclude<Footer['side'], 'none'>

/**
 * GB/T 9704-2012 §7.5. The field is complete and in runs of its own, or WPS shows nothing; all fonts are the Chinese one, or
 * the dash beside the digit turns Latin (word-format.md §3).
 */
function numberRuns({ pageNumber: { type, before, after } }: PrintDocument): string {
  const properties = runProperties({ font: type.font, size: type.size })
  const run = (content: string) => element('w:r', {}, properties, content)
  const text = (content: string) => (content === '' ? '' : run(textElement(content)))
  const field = (kind: string) => run(element('w:fldChar', { 'w:fldCharType': kind }))
  return text(before) + field('begin') + run(element('w:instrText', { 'xml:space': 'preserve' }, ' PAGE ')) + field('separate') + run('<w:t>1</w:t>') + field('end') + text(after)
}

function footParagraph(document: PrintDocument, side: FooterSide): string {
  // 空一字 is a character of the number's own type.
  const space = { twips: document.pageNumber.indent, characters: 1 }
  return element('w:p', {},
    element('w:pPr', {}, value('w:pStyle', footerStyle.id),
      side === 'centre' ? '' : element('w:ind', side === 'right' ? { 'w:right': space.twips } : { 'w:left': space.twips }),
      alignmentElement(side)),
    numberRuns(document))
}

const none = { 'w:w': 0, 'w:type': 'dxa' } as const

/**
 * A page on its side, GB/T 9704-2012 §8: a floating table of one cell, placed from the edges of the paper, its text turned
 * clockwise. A line that runs down ends at the bottom: right is below.
 */
function sideTable(document: PrintDocument, number: SideNumber, side: FooterSide): string {
  const { left, width, length } = number
  const top = side === 'right' ? number.oddTop : side === 'left' ? number.evenTop : number.centreTop
  return element('w:tbl', {},
    element('w:tblPr', {},
      element('w:tblpPr', { 'w:leftFromText': 0, 'w:rightFromText': 0, 'w:vertAnchor': 'page', 'w:horzAnchor': 'page', 'w:tblpX': left, 'w:tblpY': top }),
      element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }), element('w:tblInd', none), element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', {}, ...['top', 'left', 'bottom', 'right'].map((edge) => element(`w:${edge}`, none))), element('w:tblLook', { 'w:val': '0000' })),
    element('w:tblGrid', {}, element('w:gridCol', { 'w:w': width })),
    element('w:tr', {},
      element('w:trPr', {}, element('w:trHeight', { 'w:val': length, 'w:hRule': 'exact' })),
      element('w:tc', {},
        element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), value('w:textDirection', 'tbRl')),
        element('w:p', {}, element('w:pPr', {}, value('w:pStyle', footerStyle.id), alignmentElement(side)), numberRuns(document)))))
}

const emptyParagraph = element('w:p', {}, element('w:pPr', {}, value('w:pStyle', footerStyle.id)))

/** On a sheet on its side right is below and left above. */
export function footerPart(document: PrintDocument, { side, sideNumber }: Pick<Footer, 'side' | 'sideNumber'>): string {
  if (side === 'none') return part('w:ftr', emptyParagraph)
  if (sideNumber === undefined) return part('w:ftr', footParagraph(document, side))
  // A footer ends in a paragraph; this one is empty, the table floats.
  return part('w:ftr', sideTable(document, sideNumber, side), emptyParagraph)
}
