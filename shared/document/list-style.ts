/**
 * How a block is numbered. Numbers are computed, never typed (law D4); a block without a style prints none.
 * `1：` and `一：` follow a label and make “问题1：”; `一要` and `其一，` are common in speeches and plans; `第一部分` heads the
 * parts of long papers, whose 一、 then begins anew in each.
 */
export const listStyles = ['第一部分', '一、', '（一）', '1.', '（1）', '①', '一是', '一要', '第一，', '其一，', '1：', '一：'] as const

export type ListStyle = (typeof listStyles)[number]

/** 0 is the outermost, and rare. The styles of rank 6 run inside a paragraph and are reset by all others. */
const ranks: Record<ListStyle, number> = {
  '第一部分': 0, '一、': 1, '（一）': 2, '1.': 3, '（1）': 4, '①': 5,
  '一是': 6, '一要': 6, '第一，': 6, '其一，': 6, '1：': 6, '一：': 6,
}

export function listRank(style: ListStyle): number {
  return ranks[style]
}

/** The style a heading of each level carries by GB/T 9704-2012 §7.3.3. */
export const headingListStyles = { 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' } as const satisfies Record<number, ListStyle>

const digits = '零一二三四五六七八九'

/** 1–999 in Chinese numerals: 10 → 十, 21 → 二十一, 105 → 一百零五. Larger numbers stay Arabic. */
export function toChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return String(value)
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor((value % 100) / 10)
  const ones = value % 10
  let text = hundreds > 0 ? `${digits[hundreds]}百` : ''
  if (tens > 0) text += tens === 1 && hundreds === 0 ? '十' : `${digits[tens]}十`
  else if (hundreds > 0 && ones > 0) text += '零'
  return ones > 0 ? text + digits[ones] : text
}

/** The reverse of {@link toChineseNumeral}; also reads 〇 and 两. Undefined where the text is not a numeral of 1–999. */
export function fromChineseNumeral(text: string): number | undefined {
  const match = /^(?:([一二三四五六七八九两])百)?(?:零)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(text)
  if (!match || text === '') return undefined
  const value = (digit: string | undefined) => (digit === undefined ? 0 : digit === '两' ? 2 : digits.indexOf(digit))
  const total = value(match[1]) * 100 + (match[3] ? (match[2] ? value(match[2]) : 1) * 10 : 0) + value(match[4])
  return total > 0 ? total : undefined
}

/** The printed number: (`（一）`, 3) → “（三）”. ① beyond 20 falls back to （21）, for which Unicode has no one sign in common fonts. */
export function formatNumber(style: ListStyle, value: number): string {
  switch (style) {
    case '第一部分': return `第${toChineseNumeral(value)}部分\u3000`
    case '一、': return `${toChineseNumeral(value)}、`
    case '（一）': return `（${toChineseNumeral(value)}）`
    case '1.': return `${value}.`
    case '（1）': return `（${value}）`
    case '①': return value <= 20 ? String.fromCodePoint(0x245f + value) : `（${value}）`
    case '一是': return `${toChineseNumeral(value)}是`
    case '一要': return `${toChineseNumeral(value)}要`
    case '第一，': return `第${toChineseNumeral(value)}，`
    case '其一，': return `其${toChineseNumeral(value)}，`
    case '1：': return `${value}：`
    case '一：': return `${toChineseNumeral(value)}：`
  }
}
