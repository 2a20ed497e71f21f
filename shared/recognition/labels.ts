/** Labels of the record in the text: 【整改措施】：, 整改措施:, 责任人：, 问题1：, （整改时限：. */
import { fromChineseNumeral, type ListStyle } from '../document/list-style.ts'
import { isKnownLabel, labelRole, longestLabelWord } from '../document/label-words.ts'
import type { RecordRole } from '../document/roles.ts'
import type { Marker } from './markers.ts'

export interface Label {
  readonly role: RecordRole | 'other'
  /** Offsets in the paragraph, brackets and colon included, the number of “问题1：” not. */
  readonly from: number
  readonly to: number
  /** “1：” of “问题1：”. */
  readonly marker?: Marker
}

const bracketed = /[【\[［〔「（(]\s*([^【】\[\]（）()：:，。；]{2,14}?)\s*[】\]］〕」）)]\s*[：:]?/yu
const opening = '（(【[〔'

function bracketLabel(text: string, at: number): Label | undefined {
  bracketed.lastIndex = at
  const match = bracketed.exec(text)
  if (!match) return undefined
  const word = match[1]!.replaceAll(/\s/gu, '')
  const role = labelRole(word.replace(/[\d一二三四五六七八九十]{1,2}$/u, '')) ?? labelRole(word)
  // （…） without a colon is an aside: “（责任人）”, unless a paragraph, a number or a sentence ends before it. 【…】 needs none.
  // “由【主要负责人】任组长” is a place to fill in.
  const coined = !isKnownLabel(word) && !isKnownLabel(word.replace(/[\d一二三四五六七八九十]{1,2}$/u, ''))
  const begins = at === 0 || '。；;.、）)'.includes(text[at - 1]!)
  if (role === undefined || (!begins && (coined || '（('.includes(match[0][0]!)) && !/[：:]$/u.test(match[0]))) return undefined
  return { role, from: at, to: at + match[0].length }
}

function plainLabel(text: string, at: number): Label | undefined {
  const start = opening.includes(text[at] ?? ' ') ? at + 1 : at
  const window = text.slice(start, start + longestLabelWord + 6)
  const colon = window.search(/[：:]/u)
  if (colon < 2) return undefined
  const word = window.slice(0, colon).trimEnd()
  const role = labelRole(word)
  if (role !== undefined) return { role, from: at, to: start + colon + 1 }
  const numbered = /^(.+?)([0-9]{1,2}|[一二三四五六七八九十]{1,3})$/u.exec(word)
  if (!numbered) return undefined
  const numberedRole = labelRole(numbered[1]!)
  if (numberedRole === undefined) return undefined
  const digits = /^\d/.test(numbered[2]!)
  const value = digits ? Number(numbered[2]) : fromChineseNumeral(numbered[2]!)
  if (value === undefined || value < 1) return undefined
  const style: ListStyle = digits ? '1：' : '一：'
  const to = start + numbered[1]!.length
  return { role: numberedRole, from: at, to, marker: { style, value, from: to, to: start + colon + 1 } }
}

/** The label that begins at the place, if one does. */
export function labelAt(text: string, at: number): Label | undefined {
  return bracketLabel(text, at) ?? plainLabel(text, at)
}

/** A whole line that is a label and nothing more: “整改措施：”, “【整改问题】”, “存在问题”. */
export function wholeLineLabel(text: string, from: number): Label | undefined {
  const label = labelAt(text, from)
  if (label && label.to === text.length && label.marker === undefined) return label
  const role = labelRole(text.slice(from))
  return role === undefined ? undefined : { role, from, to: text.length }
}

/** Labels inside the text. They follow a mark that ends a part, a blank, or an opening bracket of their own. */
export function labelsInside(text: string, from: number): Label[] {
  const found: Label[] = []
  for (let at = Math.max(from, 1); at < text.length; at += 1) {
    const before = text[at - 1]!
    const opens = '（(【[〔'.includes(text[at]!)
    if (!'。；;，,！？”）】 \u3000'.includes(before) && !opens) continue
    const label = labelAt(text, at)
    if (!label || label.to > text.length) continue
    // After a comma only who and when are told: “，责任人：张三”. 问题： and 措施： there belong to the sentence.
    if ('，,'.includes(before) && label.role !== 'timeLimit' && label.role !== 'responsible') continue
    if (label.role === 'other' && !/[。；\u3000 ]/u.test(before)) continue
    // “学习不系统。具体表现：…” tells more of the same problem.
    if (/表现[：:]$/u.test(text.slice(label.from, label.to))) continue
    found.push(label)
    at = label.to - 1
  }
  return found
}
