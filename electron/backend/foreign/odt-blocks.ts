/** Paragraphs, headings, lists, tables and sections of an OpenDocument text, in order. */
import type { SourceParagraph } from '../../../shared/recognition/source.ts'
import { addTable, mostColumns, mostRows, type ForeignCell, type ForeignRow } from './cells.ts'
import { FileFault } from '../word/file-fault.ts'
import { elementsOf, type Markup } from './markup.ts'
import { integerOf, visitMarkup } from './odt-names.ts'
import { nextNumber, type ListCounts } from './odt-numbers.ts'
import { readOdtInline, type OdtReading } from './odt-inline.ts'
import type { OdtStyle } from './odt-styles.ts'
import { headingLevel, paragraphsOfPieces, type Piece } from './pieces.ts'

/** Where the reading is inside lists. */
interface InList {
  readonly style: string | undefined
  readonly counts: ListCounts
  readonly level: number
  /** The number for the next paragraph; undefined where it has been used. */
  pending: { readonly start: number | undefined } | undefined
}

const isTitle = (style: OdtStyle) => style.names.some((name) => /^(?:title|标题|文档标题)$/iu.test(name.trim()))

export function startOdtBlocks(parts: Omit<OdtReading, 'blocks'>): (element: Markup) => SourceParagraph[] {
  const { styles, tally } = parts
  const byId = new Map<string, ListCounts>()
  const byStyle = new Map<string, ListCounts>()
  const outline: ListCounts = new Map()
  /** What a deletion joins to the paragraph after it. */
  let carried: Piece[] = []

  const inside = (element: Markup): SourceParagraph[] => {
    const paragraphs: SourceParagraph[] = []
    readAll(element, undefined, (one) => paragraphs.push(one))
    return paragraphs
  }
  const reading: OdtReading = { ...parts, blocks: inside }

  const numberOf = (element: Markup, style: OdtStyle, list: InList | undefined): string => {
    if (list !== undefined) {
      const { pending } = list
      if (pending === undefined) return ''
      list.pending = undefined
      const number = nextNumber(styles.list(list.style ?? style.listStyle), list.counts, list.level, pending.start)
      if (number === undefined) tally.add('bullet')
      return number ?? ''
    }
    if (element.name !== 'text:h' || element.attributes['text:is-list-header'] === 'true') return ''
    const level = integerOf(element, 'text:outline-level', 1, 10) ?? 1
    const restart = element.attributes['text:restart-numbering'] === 'true' ? (integerOf(element, 'text:start-value', 0, 1_000_000) ?? 1) : undefined
    return nextNumber(styles.outline, outline, level, restart) ?? ''
  }

  const readParagraph = (element: Markup, list: InList | undefined, take: (paragraph: SourceParagraph) => void): void => {
    const style = styles.paragraph(element.attributes['text:style-name'])
    const number = numberOf(element, style, list)
    const inline = readOdtInline(element, { bold: style.bold ?? false, underline: style.underline ?? false, hidden: style.hidden ?? false }, reading)
    inline.boxes.forEach(take)
    const pieces = carried.length > 0 ? [...carried.splice(0), ...inline.pieces] : inline.pieces
    if (reading.deleting.size > 0) {
      carried = pieces.map((piece) => (piece.kind === 'note' ? { kind: piece.kind, note: piece.note } : piece))
      return
    }
    if (number !== '') tally.add('automaticNumber')
    const level = element.name === 'text:h' ? headingLevel(integerOf(element, 'text:outline-level', 1, 10) ?? 1) : undefined
    const read = paragraphsOfPieces(number.trim(), pieces, { title: isTitle(style), centred: style.centred ?? false, ...(level === undefined ? {} : { level }) }, tally)
    read.forEach(take)
  }

  const countsFor = (list: Markup, style: string | undefined): ListCounts => {
    const continued = list.attributes['text:continue-list']
    const counts = (continued === undefined ? undefined : byId.get(continued)) ?? (list.attributes['text:continue-numbering'] === 'true' ? byStyle.get(style ?? '') : undefined) ?? new Map<number, number>()
    const id = list.attributes['xml:id']
    if (id !== undefined) byId.set(id, counts)
    byStyle.set(style ?? '', counts)
    return counts
  }

  const readList = (element: Markup, outer: InList | undefined, take: (paragraph: SourceParagraph) => void): void => {
    const style = element.attributes['text:style-name'] ?? outer?.style
    const counts = outer?.counts ?? countsFor(element, style)
    const level = Math.min((outer?.level ?? 0) + 1, 10)
    for (const item of elementsOf(element)) {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue
      const own: InList = { style, counts, level, pending: item.name === 'text:list-header' ? undefined : { start: integerOf(item, 'text:start-value', 0, 1_000_000) } }
      for (const child of elementsOf(item)) readBlock(child, own, take)
    }
  }

  const readCell = (cell: Markup): ForeignCell => ({ paragraphs: inside(cell) })

  const hasText = (cell: ForeignCell) => cell.paragraphs.some((one) => one.text !== '')

  /** How often a cell or row stands; where that is more than any paper has, it is told what was left out of text. */
  const timesOf = (element: Markup, name: string, most: number, filled: boolean): number => {
    const times = integerOf(element, name, 1, 999_999_999) ?? 1
    if (filled && times > most) tally.add('repeated')
    return Math.min(times, most)
  }

  const readTable = (table: Markup, take: (paragraph: SourceParagraph) => void): void => {
    const rows: ForeignRow[] = []
    const readRow = (row: Markup, header: boolean): void => {
      const cells: ForeignCell[] = []
      for (const cell of elementsOf(row)) {
        const covered = cell.name === 'table:covered-table-cell'
        if (!covered && cell.name !== 'table:table-cell') continue
        if ((integerOf(cell, 'table:number-columns-spanned', 1, mostColumns) ?? 1) > 1 || (integerOf(cell, 'table:number-rows-spanned', 1, mostRows) ?? 1) > 1) tally.add('mergedCell')
        const read = covered ? { paragraphs: [] } : readCell(cell)
        for (let left = timesOf(cell, 'table:number-columns-repeated', mostColumns, hasText(read)); left > 0; left -= 1) cells.push(read)
      }
      const filled = cells.some(hasText)
      for (let left = filled ? timesOf(row, 'table:number-rows-repeated', 1000, true) : 1; left > 0; left -= 1) rows.push({ cells, header })
      if (rows.length > mostRows) throw new FileFault('FILE_LIMITS', 'too many rows')
    }
    const readRows = (element: Markup, header: boolean): void => {
      for (const child of elementsOf(element)) {
        if (child.name === 'table:table-row') readRow(child, header)
        else if (child.name === 'table:table-header-rows' || child.name === 'table:table-rows' || child.name === 'table:table-row-group') readRows(child, header || child.name === 'table:table-header-rows')
      }
    }
    let nested = 0
    visitMarkup(table, (one) => { if (one.name === 'table:table') nested += 1 })
    tally.add('nestedTable', nested)
    readRows(table, false)
    addTable(rows, tally, take)
  }

  const contentsLines = (element: Markup): number => {
    let lines = 0
    visitMarkup(element, (one) => { if (one.name === 'text:p') lines += 1 })
    return lines
  }

  const readBlock = (element: Markup, list: InList | undefined, take: (paragraph: SourceParagraph) => void): void => {
    switch (element.name) {
      case 'text:p': case 'text:h': return readParagraph(element, list, take)
      case 'text:list': return readList(element, list, take)
      case 'text:numbered-paragraph': {
        const style = element.attributes['text:style-name']
        const counts = byId.get(element.attributes['text:list-id'] ?? '') ?? new Map<number, number>()
        byId.set(element.attributes['text:list-id'] ?? '', counts)
        const own: InList = { style, counts, level: integerOf(element, 'text:level', 1, 10) ?? 1, pending: { start: integerOf(element, 'text:start-value', 0, 1_000_000) } }
        return elementsOf(element).forEach((child) => readBlock(child, own, take))
      }
      case 'table:table': return readTable(element, take)
      case 'text:section':
        if (element.attributes['text:display'] === 'none') return tally.add('hidden')
        if (element.attributes['text:display'] === 'condition') tally.add('condition')
        return readAll(element, list, take)
      case 'text:table-of-content': case 'text:alphabetical-index': case 'text:illustration-index': case 'text:table-index': case 'text:object-index': case 'text:user-index': case 'text:bibliography':
        return tally.add('contents', contentsLines(element))
      case 'text:soft-page-break': case 'text:tracked-changes': return
      default:
        if (element.name.startsWith('draw:')) readOdtInline({ name: 'text:p', attributes: {}, children: [element] }, { bold: false, underline: false, hidden: false }, reading).boxes.forEach(take)
    }
  }

  const readAll = (element: Markup, list: InList | undefined, take: (paragraph: SourceParagraph) => void): void => {
    for (const child of elementsOf(element)) readBlock(child, list, take)
  }

  return (element) => {
    const paragraphs = inside(element)
    if (carried.length > 0) paragraphs.push(...paragraphsOfPieces('', carried, {}, tally))
    return paragraphs
  }
}
