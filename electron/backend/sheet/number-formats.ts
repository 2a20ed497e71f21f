/** What the numbers of a spreadsheet stand for, by their formats (ISO 29500-1 §18.8.30). */
import { childOf, childrenOf, type XmlElement } from '../word/xml-tree.ts'

export type NumberKind = 'number' | 'date' | 'percent'

/** Built-in dates, those of Chinese, Japanese and Korean Excel among them; times of the day are none. */
const builtInDates: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, ...Array.from({ length: 10 }, (_, index) => 27 + index), ...Array.from({ length: 9 }, (_, index) => 50 + index)])
const builtInPercents: ReadonlySet<number> = new Set([9, 10])

/** No format anybody made is longer. */
const mostCodeLength = 255

function kindOfCode(code: string): NumberKind {
  // Words in quotes, escaped signs, colours, conditions and languages say nothing of the number.
  const plain = code.slice(0, mostCodeLength).replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  if (/general|@/.test(plain)) return 'number'
  if (/[yd]/.test(plain) || /^m+$/.test(plain)) return 'date'
  return plain.includes('%') ? 'percent' : 'number'
}

/** @returns the kind of each cell style, by its index. */
export function readFormats(styles: XmlElement): NumberKind[] {
  const own = new Map<number, NumberKind>(childrenOf(childOf(styles, 's:numFmts'), 's:numFmt')
    .map(({ attributes }) => [Number(attributes['numFmtId']), kindOfCode(attributes['formatCode'] ?? '')]))
  return childrenOf(childOf(styles, 's:cellXfs'), 's:xf').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0)
    return own.get(id) ?? (builtInDates.has(id) ? 'date' : builtInPercents.has(id) ? 'percent' : 'number')
  })
}
