/** Lines of a cell as the writer left them, against the entries they were. */
import { readNumber } from '../document/printed-number.ts'

/** One entry of the new text: the old one it was made of, if any. */
export interface LineEdit {
  /** Index among the old entries; undefined for a new one. */
  readonly old: number | undefined
  readonly text: string
}

const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029\ufffe\uffff]/g

/** A typed number in front of an entry, where the lines count up from 1: numbers are computed (law D4). */
function withoutNumbers(lines: readonly string[]): readonly string[] {
  const split = lines.map((line) => /^(第[^\s]{1,4}部分|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}\.(?!\d)|[①-⑳])\s*(.+)$/u.exec(line))
  const numbers = split.map((match) => (match ? readNumber(match[1]!) : undefined))
  const inOrder = numbers.every((number, index) => number !== undefined && number.value === index + 1 && number.style === numbers[0]!.style)
  return inOrder && lines.length > 0 ? withoutNumbers(split.map((match) => match![2]!)) : lines
}

/** Trimmed lines with text in them, without control characters and typed numbers. */
export function entryLines(value: string, trim: (line: string) => string = (line) => line.trim()): string[] {
  const clean = value.replaceAll('\r\n', '\n').replaceAll('\t', '\u3000').replaceAll(forbidden, '').toWellFormed()
  // A number with nothing behind it is an entry not yet written.
  const lines = clean.split('\n').map(trim).filter((line) => line !== '' && readNumber(line) === undefined)
  return withoutNumbers(lines).map(trim).filter((line) => line !== '')
}

/** Longest run of entries that stayed; between them old and new are paired in order. */
export function alignLines(old: readonly string[], lines: readonly string[]): { readonly edits: readonly LineEdit[]; readonly removed: readonly number[] } {
  const longest = Array.from({ length: old.length + 1 }, () => new Array<number>(lines.length + 1).fill(0))
  for (let a = old.length - 1; a >= 0; a -= 1) {
    for (let b = lines.length - 1; b >= 0; b -= 1) longest[a]![b] = old[a] === lines[b] ? longest[a + 1]![b + 1]! + 1 : Math.max(longest[a + 1]![b]!, longest[a]![b + 1]!)
  }
  const edits: LineEdit[] = []
  const removed: number[] = []
  let [a, b, openOld, openNew] = [0, 0, [] as number[], [] as number[]]
  const pair = () => {
    openNew.forEach((line, index) => edits.push({ old: openOld[index], text: lines[line]! }))
    removed.push(...openOld.slice(openNew.length))
    ;[openOld, openNew] = [[], []]
  }
  while (a < old.length || b < lines.length) {
    if (a < old.length && b < lines.length && old[a] === lines[b]) {
      pair()
      edits.push({ old: a, text: lines[b]! })
      a += 1
      b += 1
    } else if (b >= lines.length || (a < old.length && longest[a + 1]![b]! >= longest[a]![b + 1]!)) openOld.push(a++)
    else openNew.push(b++)
  }
  pair()
  return { edits, removed }
}
