/** The sections of a Word file: stretches of the paper on sheets of one shape, and the footers each of them has. */
import { colophonPlace } from '../../../shared/typeset/colophon-place.ts'
import type { ChangedDocument } from '../../../shared/print/changed-types.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import type { PrintDocument, PrintedPart, SideNumber } from '../../../shared/print/print-types.ts'
import { element, value } from './xml.ts'

export interface Section {
  readonly page: Layout['page']
  readonly sideNumber: SideNumber | undefined
  /** How it begins; the first one begins by itself. */
  readonly begins: 'first' | 'nextPage' | 'evenPage'
  readonly numbered: boolean
  readonly parts: readonly PrintedPart[]
}

/** One footer part of the file. */
export interface Footer {
  readonly id: string
  /** In the folder word. */
  readonly target: string
  readonly sideNumber: SideNumber | undefined
  /** `none`: of pages without a number. */
  readonly side: 'left' | 'right' | 'centre' | 'none'
}

/** 版记 that cannot stand on the page the text ends on begins the next even one: Word leaves the odd one between empty by itself. */
export function sectionsOf(document: PrintDocument): Section[] {
  const place = colophonPlace((document as Partial<ChangedDocument>).newer ?? document)
  const sections: { page: Layout['page']; sideNumber: SideNumber | undefined; begins: Section['begins']; numbered: boolean; parts: PrintedPart[] }[] = [
    { page: document.page, sideNumber: document.sideNumber, begins: 'first', numbered: true, parts: [] },
  ]
  for (const part of document.parts) {
    const last = sections.at(-1)!
    if (part.kind === 'turn') sections.push({ page: part.page, sideNumber: part.sideNumber, begins: 'nextPage', numbered: true, parts: [] })
    else if (part.kind === 'colophon' && place !== 'same') sections.push({ ...last, begins: 'evenPage', numbered: place !== 'afterBlank', parts: [part] })
    else last.parts.push(part)
  }
  const filled = sections.filter((section, index) => section.parts.length > 0 || index === sections.length - 1)
  return filled.map((section, index) => (index === 0 ? { ...section, begins: 'first' } : section))
}

const shapeOf = ({ sideNumber, numbered }: Pick<Section, 'sideNumber' | 'numbered'>) => (!numbered ? 'none' : sideNumber === undefined ? 'upright' : 'side')

/** Footers by the shape of their sheets, in the order the shapes come up. Ids follow those of the fixed parts. */
export function footersOf({ pageNumber }: PrintDocument, sections: readonly Section[]): ReadonlyMap<string, readonly Footer[]> {
  const result = new Map<string, readonly Footer[]>()
  if (pageNumber.place === 'none') return result
  let count = 0
  for (const section of sections) {
    const shape = shapeOf(section)
    if (result.has(shape)) continue
    const sides: Footer['side'][] = shape === 'none' ? ['none'] : pageNumber.place === 'outside' ? ['right', 'left'] : ['centre']
    result.set(shape, sides.map((side) => {
      count += 1
      return { id: `rId${4 + count}`, target: `footer${count}.xml`, sideNumber: section.sideNumber, side }
    }))
  }
  return result
}

/** Every section says all of its footers: what it leaves out it would take from the one before. */
export function sectionElement(section: Section, document: PrintDocument, footers: ReadonlyMap<string, readonly Footer[]>): string {
  const { page, sideNumber, begins } = section
  const own = footers.get(shapeOf(section)) ?? []
  const [odd, even] = [own[0], own[1] ?? own[0]]
  const footer = (type: string, one: Footer | undefined) => (one === undefined ? '' : element('w:footerReference', { 'w:type': type, 'r:id': one.id }))
  return element('w:sectPr', {},
    footer('default', odd), document.pageNumber.place === 'outside' ? footer('even', even) : '',
    begins === 'first' ? '' : value('w:type', begins),
    element('w:pgSz', { 'w:w': page.width, 'w:h': page.height, 'w:orient': sideNumber === undefined ? undefined : 'landscape' }),
    element('w:pgMar', { 'w:top': page.top, 'w:right': page.right, 'w:bottom': page.bottom, 'w:left': page.left, 'w:header': page.header, 'w:footer': page.footer, 'w:gutter': 0 }),
    element('w:cols', { 'w:space': 425 }),
    // Lines only: with characters too LibreOffice sets fourteen to a line (word-format.md §0 point 2).
    element('w:docGrid', { 'w:type': 'lines', 'w:linePitch': document.grid.linePitch }))
}
