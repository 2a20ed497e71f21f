/** Numbers in front of headings and items, in the forms found in the wild, read as one of our list styles. */
import { fromChineseNumeral, type ListStyle } from '../document/list-style.ts'

export interface Marker {
  readonly style: ListStyle
  readonly value: number
  /** Offsets in the paragraph of the number with its mark. */
  readonly from: number
  readonly to: number
}

const zh = '[一二三四五六七八九十百零〇]{1,4}'

interface Form {
  readonly style: ListStyle
  /** Sticky; group 1 is the numeral. */
  readonly pattern: RegExp
  /** Also inside a paragraph, after a mark that ends a part of it. */
  readonly inside: boolean
  readonly read: (numeral: string) => number | undefined
}

const arabic = (numeral: string) => {
  const value = Number(numeral.normalize('NFKC'))
  return value >= 1 && value <= 99 ? value : undefined
}

const circled = (base: number) => (sign: string) => sign.codePointAt(0)! - base + 1

const forms: readonly Form[] = [
  { style: '第一部分', pattern: new RegExp(`第(${zh})部分[\\s\\u3000：:、，]*(?=[^，。；：！？]{2,40}$)`, 'yu'), inside: false, read: fromChineseNumeral },
  // “一、二季度” and “一、二类” are not numbers of headings.
  { style: '一、', pattern: new RegExp(`(${zh})\\s*[、．.](?!${zh}[、年月级季类次期])`, 'yu'), inside: false, read: fromChineseNumeral },
  // A slip on a heading line: “一，整改目标”.
  { style: '一、', pattern: new RegExp(`(${zh})\\s*[，,](?=[^，。；：！？,;:!?]{2,20}$)`, 'yu'), inside: false, read: fromChineseNumeral },
  { style: '（一）', pattern: new RegExp(`[（(〔﹙]\\s*(${zh})\\s*[）)〕﹚][、.．]?`, 'yu'), inside: true, read: fromChineseNumeral },
  { style: '（一）', pattern: /([㈠-㈩])、?/yu, inside: true, read: circled(0x3220) },
  // “1.4月底前…” begins with a number, “1.4” does not.
  { style: '1.', pattern: /([0-9０-９]{1,2})\s*[.．﹒、](?![0-9０-９](?![0-9０-９]?[月日]|[0-9０-９]{3}年))/yu, inside: true, read: arabic },
  { style: '1.', pattern: /([⒈-⒛])/yu, inside: true, read: circled(0x2488) },
  { style: '（1）', pattern: /[（(﹙]\s*([0-9０-９]{1,2})\s*[）)﹚][、.．]?/yu, inside: true, read: arabic },
  { style: '（1）', pattern: /([0-9０-９]{1,2})[）)]、?/yu, inside: true, read: arabic },
  { style: '（1）', pattern: /([⑴-⒇])/yu, inside: true, read: circled(0x2474) },
  { style: '①', pattern: /([①-⑳])/yu, inside: true, read: circled(0x2460) },
  { style: '一是', pattern: new RegExp(`(${zh})是(?!否)`, 'yu'), inside: true, read: fromChineseNumeral },
  { style: '一要', pattern: new RegExp(`(${zh})要(?!素|求|点|件)`, 'yu'), inside: true, read: fromChineseNumeral },
  { style: '第一，', pattern: new RegExp(`第(${zh})[，、,：:]`, 'yu'), inside: true, read: fromChineseNumeral },
  { style: '其一，', pattern: /其([一二三四五六七八九])[，、,：:]/yu, inside: true, read: fromChineseNumeral },
]

/** Word-like numerals that begin sentences without numbering them. */
const notAnItem = /^(?:一是一|十是|百是)/u

function readAt(text: string, at: number, inside: boolean): Marker | undefined {
  for (const form of forms) {
    if (inside && !form.inside) continue
    form.pattern.lastIndex = at
    const match = form.pattern.exec(text)
    if (!match || notAnItem.test(match[0])) continue
    const value = form.read(match[1]!)
    if (value !== undefined) return { style: form.style, value, from: at, to: at + match[0].length }
  }
  return undefined
}

/** The number a paragraph, or the text behind a label, begins with. */
export function markerAtStart(text: string, at = 0): Marker | undefined {
  return readAt(text, at, false)
}

const boundary = '。；;：:，,、！？)）”】'

/** A number behind a mark, where an item inside the text could begin. Not yet checked for order. */
export function markerInsideAt(text: string, at: number): Marker | undefined {
  const before = text[at - 1] ?? ''
  // Blanks kept between parts of a line part them too.
  const halfStop = before === '.' && /[\u4e00-\u9fff”"’)）]/u.test(text[at - 2] ?? '')
  if (before === '' || (!boundary.includes(before) && before !== '\u3000' && !halfStop)) return undefined
  const marker = readAt(text, at, true)
  // After a comma only 一是, 二是 begin an item; “，（一）” and “，1.” are asides or amounts.
  return marker && '，,、）)”】'.includes(before) && !['一是', '一要', '①'].includes(marker.style) ? undefined : marker
}

/** Every such place from an offset on. */
export function markersInside(text: string, from: number): Marker[] {
  const found: Marker[] = []
  for (let at = Math.max(from, 1); at < text.length; at += 1) {
    const marker = markerInsideAt(text, at)
    if (!marker) continue
    found.push(marker)
    at = marker.to - 1
  }
  return found
}
