/** What still tells of the unit once placeholders stand: what the writer kept, and rare words that no pattern replaces. */
import type { Draft } from '../document/draft.ts'
import { textsOf, type PlaceRange } from '../placeholders/placeholder-places.ts'
import { emptyUnitProfile, type UnitProfile } from '../settings/unit-profile.ts'
import { commonQuotes, commonTitles, tellingWords } from './common-phrases.ts'
import { commonWords } from './common-words.ts'
import { findIdentifying } from './find-identifying.ts'
import { gap } from './finding.ts'
import { generalWords } from './general-words.ts'
import { rangeRead, readable, type Range, type Readable } from './readable.ts'

export interface Clue {
  readonly text: string
  readonly reason: string
  readonly count: number
  /** True: the offsets are those of the blocks' labels, which no placeholder can stand in. */
  readonly inLabel: boolean
  readonly places: readonly PlaceRange[]
}

interface Seen extends PlaceRange {
  readonly text: string
  readonly reason: string
  readonly inLabel: boolean
}

const patterns: readonly { readonly pattern: RegExp; readonly reason: string; readonly common: (text: string) => boolean }[] = [
  { pattern: /“[^“”]{1,40}”/gu, reason: '引号里的说法不是各单位通用的，可能是本地的提法、活动或领导讲话', common: (text) => commonQuotes.has(text.slice(1, -1)) },
  { pattern: /《[^《》]{1,60}》/gu, reason: '这份文件、制度或书名不是各单位通用的', common: (text) => commonTitles.has(text.slice(1, -1).replace(/（第.卷）$/u, '')) },
  { pattern: /第[一二三四]批(?=主题教育|学习贯彻|教育实践|党史学习|专题民主生活会)/gu, reason: '说出了是哪一批，能推出单位在哪一级', common: () => false },
  { pattern: /\d{2,}(?:\.\d+)?/gu, reason: '没有换成待填项的数字', common: () => false },
  { pattern: /(?:上|下|前|第[一二三四])(?:半年|季度)|元旦|春节|五一|端午|中秋|国庆|七一/gu, reason: '说出了事情发生的时候', common: () => false },
]

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const concrete = /(?:库|房|站|厅|馆|厂|园|院|矿|港|桥|坝|场|棚|井)$/u

function rareWords(text: string): { readonly word: string; readonly from: number }[] {
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    (isWordLike === true && segment.length >= 2 && /^\p{Script=Han}+$/u.test(segment) && !commonWords.has(segment) && !generalWords.has(segment) ? [{ word: segment, from: index }] : []))
}

/** The same in every review: one text for one reason. */
export const clueKey = ({ text, reason, inLabel }: Pick<Clue, 'text' | 'reason' | 'inLabel'>) => `${inLabel ? 'label' : 'text'}\n${text}\n${reason}`

/** Labels as paragraphs, for finders that read a draft. */
function labelsAsText({ blocks, ...draft }: Draft): Draft {
  const labels = blocks.flatMap((block): Draft['blocks'] => ('label' in block && block.label !== undefined ? [{ role: 'paragraph', id: block.id, runs: [{ text: block.label }] }] : []))
  return { ...draft, blocks: labels }
}

function together(seen: readonly Seen[]): Clue[] {
  const clues = new Map<string, Seen[]>()
  for (const one of seen) {
    const key = clueKey(one)
    const list = clues.get(key)
    if (list) list.push(one)
    else clues.set(key, [one])
  }
  return [...clues.values()].map((list) => ({ text: list[0]!.text, reason: list[0]!.reason, count: list.length, inLabel: list[0]!.inLabel, places: list.map(({ place, from, to }) => ({ place, from, to })) }))
}

function readText(read: Readable, seen: (range: Range, text: string, reason: string) => Seen, { quoted, telling, rare }: { readonly quoted: Seen[]; readonly telling: Seen[]; readonly rare: Seen[] }): void {
  const see = (from: number, to: number, word: string, reason: string) => seen(rangeRead(read, { from, to }), word, reason)
  for (const { pattern, reason, common } of patterns) {
    for (const { 0: word, index } of read.text.matchAll(pattern)) if (!common(word)) quoted.push(see(index, index + word.length, word.replaceAll(gap, '…'), reason))
  }
  for (const word of tellingWords) {
    for (let at = read.text.indexOf(word); at >= 0; at = read.text.indexOf(word, at + word.length)) telling.push(see(at, at + word.length, word, '只有某一类单位的稿子里才有的词'))
  }
  for (const { word, from } of rareWords(read.text)) if (!tellingWords.some((one) => word.includes(one))) rare.push(see(from, from + word.length, word, '这类稿子里少见的词'))
}

/**
 * In the order of the paper by reason: kept findings, quotes, titles, numbers, times, then words of one kind of unit and
 * words that are rare in such papers and come again or name a thing. Labels, which nothing replaces, are read too.
 */
export function stillIdentifying(template: Draft, profile: UnitProfile = emptyUnitProfile): Clue[] {
  const kept: Seen[] = []
  const quoted: Seen[] = []
  const telling: Seen[] = []
  const rare: Seen[] = []
  for (const inLabel of [false, true]) {
    const read = inLabel ? labelsAsText(template) : template
    kept.push(...findIdentifying(read, profile).map(({ place, from, to, text, reason }) => ({ place, from, to, text, inLabel, reason: `保留未换：${reason}` })))
    for (const { place, text, open } of textsOf(read)) readText(readable(text, open), (range, word, reason) => ({ place, ...range, text: word, reason, inLabel }), { quoted, telling, rare })
  }
  const rareClues = together(rare).filter(({ text, count }) => count >= 3 || concrete.test(text)).toSorted((a, b) => b.count - a.count).slice(0, 40)
  return [...together(kept), ...together(quoted), ...together(telling), ...rareClues]
}
