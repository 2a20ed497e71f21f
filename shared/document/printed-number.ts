/** Reads numbers back that `formatNumber` printed. For text of unknown origin see recognition/markers.ts. */
import { formatNumber, fromChineseNumeral, listStyles, type ListStyle } from './list-style.ts'

const numeral = '([〇零一二三四五六七八九十百]+|\\d+)'

const patterns: Readonly<Record<ListStyle, RegExp>> = {
  '第一部分': new RegExp(`^第${numeral}部分\\u3000$`, 'u'),
  '一、': new RegExp(`^${numeral}、$`, 'u'),
  '（一）': new RegExp(`^（${numeral}）$`, 'u'),
  '1.': /^(\d+)\.$/u,
  '（1）': /^（(\d+)）$/u,
  '①': /^(?:([①-⑳])|（(\d+)）)$/u,
  '一是': new RegExp(`^${numeral}是$`, 'u'),
  '一要': new RegExp(`^${numeral}要$`, 'u'),
  '第一，': new RegExp(`^第${numeral}，$`, 'u'),
  '其一，': new RegExp(`^其${numeral}，$`, 'u'),
  '1：': /^(\d+)：$/u,
  '一：': new RegExp(`^${numeral}：$`, 'u'),
}

/** The value of a printed number of the style; undefined where the text is not one. */
export function readNumberOf(style: ListStyle, text: string): number | undefined {
  const match = patterns[style].exec(text)
  if (!match) return undefined
  const found = match[1] ?? match[2]!
  const value = /^\d/.test(found) ? Number(found)
    : found.length === 1 && found >= '①' && found <= '⑳' ? found.codePointAt(0)! - 0x245f
      : fromChineseNumeral(found)
  return value !== undefined && formatNumber(style, value) === text ? value : undefined
}

/** Style and value of a printed number. Where two styles print the same (“（21）”), the first of the list is taken. */
export function readNumber(text: string): { readonly style: ListStyle; readonly value: number } | undefined {
  for (const style of listStyles) {
    const value = readNumberOf(style, text)
    if (value !== undefined) return { style, value }
  }
  return undefined
}
