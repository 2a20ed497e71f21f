/** What still tells of the unit once placeholders stand: what the writer kept, and rare words that no pattern replaces. */
import type { Draft } from '../document/draft.ts'
import { textsOf, type PlaceRange } from '../placeholders/placeholder-places.ts'
import { emptyUnitProfile, type UnitProfile } from '../settings/unit-profile.ts'
import { commonQuotes, commonTitles, tellingWords } from './common-phrases.ts'
import { commonWords } from './common-words.ts'
import { findIdentifying } from './find-identifying.ts'
import { gap } from './finding.ts'
import { generalWords } from './general-words.ts'
import { rangeRead, readable } from './readable.ts'

export interface Clue {
  readonly text: string
  readonly reason: string
  readonly count: number
  readonly places: readonly PlaceRange[]
}

interface Seen extends PlaceRange {
  readonly text: string
  readonly reason: string
}

const patterns: readonly { readonly pattern: RegExp; readonly reason: string; readonly common: (text: string) => boolean }[] = [
  { pattern: /“[^“”]{1,40}”/gu, reason: '引号里的说法不是各单位通用的，可能是本地的提法、活动或领导讲话', common: (text) => commonQuotes.has(text.slice(1, -1)) },
  { pattern: /《[^《》]{1,60}》/gu, reason: '这份文件、制度或书名不是各单位通用的', common: (text) => commonTitles.has(text.slice(1, -1).replace(/（第.卷）$/u, '')) },
  { pattern: /\d{2,}(?:\.\d+)?/gu, reason: '没有换成待填项的数字', common: () => false },
  { pattern: /(?:上|下|前|第[一二三四])(?:半年|季度)|元旦|春节|五一|端午|中秋|国庆|七一/gu, reason: '说出了事情发生的时候', common: () => false },
]

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const concrete = /(?:库|房|站|厅|馆|厂|园|院|矿|港|桥|坝|场|棚|井)$/u

function rareWords(text: string): { readonly word: string; readonly from: number }[] {
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    (isWordLike === true && segment.length >= 2 && /^\p{Script=Han}+$/u.test(segment) && !commonWords.has(segment) && !generalWords.has(segment) ? [{ word: segment, from: index }] : []))
}

function together(seen: readonly Seen[]): Clue[] {
  const clues = new Map<string, Seen[]>()
  for (const one of seen) clues.set(`${one.text}\n${one.reason}`, [...clues.get(`${one.text}\n${one.reason}`) ?? [], one])
  return [...clues.values()].map((list) => ({ text: list[0]!.text, reason: list[0]!.reason, count: list.length, places: list.map(({ place, from, to }) => ({ place, from, to })) }))
}

/**
 * In the order of the paper by reason: kept findings, quotes, titles, numbers, times, then words of one kind of unit and
 * words that are rare in such papers and come again or name a thing. Labels, which nothing replaces, are read too.
 */
export function stillIdentifying(template: Draft, profile: UnitProfile = emptyUnitProfile): Clue[] {
  const kept: Seen[] = findIdentifying(template, profile).map(({ place, from, to, text, reason }) => ({ place, from, to, text, reason: `保留未换：${reason}` }))
  const quoted: Seen[] = []
  const telling: Seen[] = []
  const rare: Seen[] = []
  const labels = template.blocks.flatMap((block) => ('label' in block && block.label !== undefined ? [{ place: { in: 'block' as const, blockId: block.id }, text: block.label, open: [] }] : []))
  for (const { place, text, open } of [...textsOf(template), ...labels]) {
    const read = readable(text, open)
    const see = (from: number, to: number, word: string, reason: string): Seen => ({ place, ...rangeRead(read, { from, to }), text: word, reason })
    for (const { pattern, reason, common } of patterns) {
      for (const { 0: word, index } of read.text.matchAll(pattern)) if (!common(word)) quoted.push(see(index, index + word.length, word.replaceAll(gap, '…'), reason))
    }
    for (const word of tellingWords) {
      for (let at = read.text.indexOf(word); at >= 0; at = read.text.indexOf(word, at + word.length)) telling.push(see(at, at + word.length, word, '只有某一类单位的稿子里才有的词'))
    }
    for (const { word, from } of rareWords(read.text)) if (!tellingWords.some((one) => word.includes(one))) rare.push(see(from, from + word.length, word, '这类稿子里少见的词'))
  }
  const rareClues = together(rare).filter(({ text, count }) => count >= 3 || concrete.test(text)).toSorted((a, b) => b.count - a.count).slice(0, 40)
  return [...together(kept), ...together(quoted), ...together(telling), ...rareClues]
}
