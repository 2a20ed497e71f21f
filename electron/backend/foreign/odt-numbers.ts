/** Automatic numbers of OpenDocument lists and headings: nothing but the list style says them (ODF 1.3 part 3 §16.31–16.37). */
import { formatListNumber } from '../word/number-formats.ts'
import { elementsOf, type Markup } from './markup.ts'
import { integerOf } from './odt-names.ts'

export interface ListLevel {
  /** Word's name of the number's form; '' for levels without a number, 'bullet' for signs. */
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  /** Levels shown, this one included. */
  readonly shown: number
  /** “%1%、”: the whole text with places for the numbers of levels; newer files have it. */
  readonly pattern: string | undefined
}

/** ODF names forms by a sample; LibreOffice writes the first three numbers of the others. */
const samples: readonly (readonly [start: string, format: string])[] = [
  ['1', 'decimal'], ['a', 'lowerLetter'], ['A', 'upperLetter'], ['i', 'lowerRoman'], ['I', 'upperRoman'], ['01', 'decimalZero'],
  ['①', 'decimalEnclosedCircle'], ['⑴', 'decimalEnclosedParen'], ['⒈', 'decimalEnclosedFullstop'], ['㈠', 'ideographEnclosedCircle'], ['㊀', 'ideographEnclosedCircle'],
  ['一', 'chineseCountingThousand'], ['壹', 'chineseLegalSimplified'], ['甲', 'ideographTraditional'], ['子', 'ideographZodiac'], ['１', 'decimalFullWidth'],
]

/** Number form of a sample; LibreOffice tells 一, 二, 三 from 壹, 贰, 叁 by its first sign. */
export function numberFormat(sample: string): string {
  if (sample === '') return ''
  return samples.findLast(([start]) => sample.startsWith(start))?.[1] ?? 'decimal'
}

const longest = 60

export function readListLevels(style: Markup): ReadonlyMap<number, ListLevel> {
  const levels = new Map<number, ListLevel>()
  for (const element of elementsOf(style)) {
    const level = integerOf(element, 'text:level', 1, 10)
    if (level === undefined) continue
    const { attributes } = element
    const bullet = element.name === 'text:list-level-style-bullet' || element.name === 'text:list-level-style-image'
    levels.set(level, {
      format: bullet ? 'bullet' : numberFormat(attributes['style:num-format'] ?? ''),
      prefix: (attributes['style:num-prefix'] ?? '').slice(0, longest),
      suffix: (attributes['style:num-suffix'] ?? '').slice(0, longest),
      start: integerOf(element, 'text:start-value', 0, 1_000_000) ?? 1,
      shown: integerOf(element, 'text:display-levels', 1, 10) ?? 1,
      pattern: (attributes['loext:num-list-format'] ?? attributes['style:num-list-format'])?.slice(0, longest),
    })
  }
  return levels
}

/** How far a list has counted, level by level. */
export type ListCounts = Map<number, number>

type Levels = ReadonlyMap<number, ListLevel>

function figure(levels: Levels, counts: ListCounts, level: number): string {
  const style = levels.get(level)
  return style === undefined || style.format === '' || style.format === 'bullet' ? '' : formatListNumber(counts.get(level) ?? style.start, style.format)
}

/**
 * Counts one on at a level.
 * @param start the value the file gives instead.
 * @returns the number's text; undefined for a bullet, '' for none.
 */
export function nextNumber(levels: Levels | undefined, counts: ListCounts, level: number, start: number | undefined): string | undefined {
  const style = levels?.get(level)
  const before = counts.get(level)
  counts.set(level, start ?? (before === undefined ? (style?.start ?? 1) : before + 1))
  for (const deeper of [...counts.keys()]) if (deeper > level) counts.delete(deeper)
  if (style === undefined || levels === undefined || style.format === '') return ''
  if (style.format === 'bullet') return undefined
  if (style.pattern !== undefined && /%\d+%/.test(style.pattern)) {
    return style.pattern.replace(/%(\d{1,2})%/g, (_, place: string) => figure(levels, counts, Number(place)))
  }
  const shown: string[] = []
  for (let one = level - style.shown + 1; one <= level; one += 1) {
    const text = one < 1 ? '' : figure(levels, counts, one)
    if (text !== '') shown.push(text)
  }
  return `${style.prefix}${shown.join('.')}${style.suffix}`
}
