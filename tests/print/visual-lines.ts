/** Pages as the eye reads them, from a PDF and from our own pages: words that stand at one height are a line. Millimetres. */
import type { TypesetDocument } from '../../shared/typeset/typeset-types.ts'
import type { wordsOf } from './office.ts'

export interface VisualLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly middle: number
}

interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly middle: number
}

const plain = (text: string) => text.replaceAll(/[\s\u00a0\u3000\u200b]/g, '')

/** @param within how far middles of one line may lie apart. */
function linesOf(words: readonly Word[], within = 1.1): VisualLine[] {
  const groups: Word[][] = []
  for (const word of words.toSorted((a, b) => a.middle - b.middle)) {
    const last = groups.at(-1)
    if (last !== undefined && word.middle - last[0]!.middle < within) last.push(word)
    else groups.push([word])
  }
  return groups.map((group): VisualLine => {
    const ordered = group.toSorted((a, b) => a.left - b.left)
    return { text: plain(ordered.map((word) => word.text).join('')), left: ordered[0]!.left, right: Math.max(...ordered.map((word) => word.right)), middle: ordered[0]!.middle }
  }).filter((line) => line.text !== '')
}

/** Numbers of pages left out, also those at the side. */
const inBody = ({ text }: VisualLine) => !/^—\d+—$/.test(text)

/** @param within as above: more for a PDF whose faces have boxes of different heights. */
export function linesOfPdf(pages: ReturnType<typeof wordsOf>, within?: number): VisualLine[][] {
  return pages.map(({ words, width, height }) => {
    const body = width > height ? words.filter((word) => word.left > 32.5) : words
    return linesOf(body.map((word) => ({ text: word.text, left: word.left, right: word.right, middle: (word.top + word.bottom) / 2 })), within).filter(inBody)
  })
}

const millimetres = (twips: number) => (twips * 25.4) / 1440

/** What the eye takes for the middle of a line lies three tenths of the type above its baseline. */
export function linesOfPages({ pages }: TypesetDocument): VisualLine[][] {
  return pages.map(({ items }) => linesOf(items.flatMap((item) => (item.kind === 'rule' || item.turned ? [] : [{
    text: item.text, left: millimetres(item.x), right: millimetres(item.x + item.width), middle: millimetres(item.y - item.size * 3),
  }]))).filter(inBody))
}

export interface Agreement {
  readonly pages: readonly [theirs: number, ours: number]
  /** Pages whose first and last words are not the same. */
  readonly ends: readonly string[]
  readonly lines: number
  readonly same: number
  /** Of the pages that are not the same, the first line that differs. */
  readonly differences: readonly string[]
  /** How far lines with the same words stand apart at most. */
  readonly across: number
  readonly down: number
}

const few = (text: string | undefined, from: 'head' | 'end') => (from === 'head' ? text?.slice(0, 8) : text?.slice(-8)) ?? ''

export function compare(theirs: readonly (readonly VisualLine[])[], ours: readonly (readonly VisualLine[])[]): Agreement {
  const ends: string[] = []
  const differences: string[] = []
  let [lines, same, across, down] = [0, 0, 0, 0]
  for (let index = 0; index < Math.max(theirs.length, ours.length); index += 1) {
    const [their, our] = [theirs[index] ?? [], ours[index] ?? []]
    const [before, after] = [their, our].map((page) => `${few(page[0]?.text, 'head')} … ${few(page.at(-1)?.text, 'end')}`)
    if (before !== after) ends.push(`page ${index + 1}: ${before} | ${after}`)
    const left = new Map<string, number>()
    for (const { text } of our) left.set(text, (left.get(text) ?? 0) + 1)
    lines += their.length
    for (const { text } of their) {
      const count = left.get(text) ?? 0
      if (count === 0) continue
      left.set(text, count - 1)
      same += 1
    }
    const first = their.findIndex((line, at) => line.text !== our[at]?.text)
    if (first !== -1 || their.length !== our.length) differences.push(`page ${index + 1}: ${their[first]?.text ?? '(end)'} | ${our[first]?.text ?? '(end)'}`)
    their.forEach((line, at) => {
      const own = our[at]
      if (own?.text !== line.text) return
      across = Math.max(across, Math.abs(own.left - line.left), Math.abs(own.right - line.right))
      down = Math.max(down, Math.abs(own.middle - line.middle))
    })
  }
  return { pages: [theirs.length, ours.length], ends, lines, same, differences, across, down }
}
