/** Words two texts have in common: runs of Chinese characters both contain, weighed by how rare they are in the paper. */
import { edgeCharacters, stopPhrases, weakWords } from './link-words.ts'

const stops = new RegExp([...stopPhrases].sort((a, b) => b.length - a.length).join('|'), 'gu')

/** Counts say nothing of what is counted: “6次”, “三项”. */
const counts = /[\d一二三四五六七八九十两几百千]+(?:次|个|名|条|项|家|户|份|件|位|场|期|篇)/gu

/** The text in runs of Chinese characters or of Latin letters and digits, phrases of the genre taken out. */
export function contentRuns(text: string): string[] {
  return text.normalize('NFKC').replaceAll(counts, '|').replaceAll(stops, '|').match(/[\u3400-\u9fff]{2,}|[A-Za-z][A-Za-z0-9-]+|\d{3,}/gu) ?? []
}

/** Without characters a word does not begin or end with. */
function trimEdges(word: string): string {
  let from = 0
  let to = word.length
  while (from < to && edgeCharacters.has(word[from]!)) from += 1
  while (to > from && edgeCharacters.has(word[to - 1]!)) to -= 1
  return word.slice(from, to)
}

/** A known word with one character of its neighbour (评意见 of 批评意见 and 互评意见) is that word. */
function wholeWord(word: string): string {
  if (word.length !== 3) return word
  return [word.slice(1), word.slice(0, 2)].find((part) => weakWords.has(part)) ?? word
}

export interface WordIndex {
  /** Runs of each text, in order. */
  readonly runs: readonly (readonly string[])[]
  /** The same joined, to look words up in. */
  readonly joined: readonly string[]
  /** Pairs of characters and tokens → texts they occur in. */
  readonly places: ReadonlyMap<string, readonly number[]>
  /** How many texts have a word. */
  readonly count: (word: string) => number
}

const isChinese = (run: string) => run.codePointAt(0)! >= 0x3400

function pairsOf(run: string): string[] {
  return isChinese(run) ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)) : [run]
}

export function indexWords(texts: readonly string[]): WordIndex {
  const runs = texts.map(contentRuns)
  const places = new Map<string, number[]>()
  runs.forEach((list, index) => {
    for (const pair of new Set(list.flatMap(pairsOf))) {
      const known = places.get(pair)
      if (known) known.push(index)
      else places.set(pair, [index])
    }
  })
  const joined = runs.map((list) => `|${list.join('|')}|`)
  // The same words come up for many pairs.
  const counted = new Map<string, number>()
  const count = (word: string) => {
    const known = counted.get(word)
    if (known !== undefined) return known
    const candidates = pairsOf(word).map((pair) => places.get(pair) ?? []).reduce((least, list) => (list.length < least.length ? list : least))
    const found = candidates.filter((at) => joined[at]!.includes(word)).length
    counted.set(word, found)
    return found
  }
  return { runs, joined, places, count }
}

/** The longest words of the runs that the other text has too, from left to right, each once. */
export function commonWords(runs: readonly string[], other: string): string[] {
  const found = new Set<string>()
  for (const run of runs) {
    if (!isChinese(run)) {
      if (other.includes(`|${run}|`)) found.add(run)
      continue
    }
    for (let at = 0; at + 2 <= run.length;) {
      let length = 1
      while (at + length < run.length && other.includes(run.slice(at, at + length + 1))) length += 1
      const word = length >= 2 ? wholeWord(trimEdges(run.slice(at, at + length))) : ''
      if (word.length >= 2) found.add(word)
      at += length >= 2 ? length : 1
    }
  }
  // What is part of a longer word they share says nothing more.
  const words = [...found]
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word)))
}

/** Whether the word is made of weak words only: 审核把关, 困难群众. */
function isWeak(word: string): boolean {
  for (let at = 0; at < word.length;) {
    const piece = [4, 3, 2].map((length) => word.slice(at, at + length)).find((part) => weakWords.has(part))
    if (piece === undefined) return false
    at += piece.length
  }
  return true
}

const lengthWeights = [0, 0, 1, 1.8, 2.5, 3, 3.5]

/** What a word says of a pair: longer and rarer words more. 0 and above. */
export function wordWeight(word: string, inProblems: number, inAnswers: number): number {
  const length = isChinese(word) ? lengthWeights[Math.min(word.length, 6)]! : 1.5
  return (length * (isWeak(word) ? 0.5 : 1)) / (inProblems * Math.sqrt(inAnswers))
}
