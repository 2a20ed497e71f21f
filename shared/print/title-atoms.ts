/** Cuts a title into the pieces a line break must not go through. */
import { genreWords, leadingWords, organWords, postWords } from './title-words.ts'
import { spacedTextWidth } from './text-width.ts'

export type TokenKind = 'organ' | 'post' | 'leading' | 'word' | 'number' | 'quoted' | 'unknown'

export interface TitleToken {
  readonly text: string
  readonly kind: TokenKind
}

/** Tokens that stay on one line: a word with the marks that hang on it. */
export type TitleAtom = readonly TitleToken[]

const wordKinds = new Map<string, TokenKind>()
for (const word of genreWords) wordKinds.set(word, 'word')
for (const word of postWords) wordKinds.set(word, 'post')
for (const word of organWords) wordKinds.set(word, 'organ')
for (const word of leadingWords) wordKinds.set(word, 'leading')
const longestWord = Math.max(...[...wordKinds.keys()].map((word) => word.length))

const quotes: Readonly<Record<string, string>> = { '《': '》', '“': '”', '‘': '’', '〈': '〉', '「': '」', '『': '』' }
/** No line begins with these. 的, 和, 与, 及 bind to what stands before them; the marks by the rules of 禁则. */
const notAtStart = /^[的和与及、，。；：！？）〕】》”’〉」』…—～·％%‰℃,.;:!?)\]]/u
/** No line ends with these. */
const notAtEnd = /[（〔【《“‘〈「『([]$/u

const numberWithUnit = new RegExp([
  // 2023年11月9日, 2023—2024年度, 3个, 12条, 85.5%
  '(?:\\d+年(?:度|(?:\\d+月(?:份|\\d+日)?)?)|\\d+(?:[.．:：—～~\\-]\\d+)*(?:年度|年|月份|月|日|号|[%％‰]|[\\u4e00-\\u9fff](?<![关在对的和与及]))?)',
  '[〇○零一二三四五六七八九]{4}年度?',
  '第[一二三四五六七八九十百零\\d]+(?:季度|[届次批轮期号章部])?',
].join('|'), 'yu')
const latinWord = /[A-Za-z]+[A-Za-z0-9.\-]*/y

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function knownWordAt(text: string, at: number): TitleToken | undefined {
  for (let length = Math.min(longestWord, text.length - at); length >= 1; length -= 1) {
    const word = text.slice(at, at + length)
    const kind = wordKinds.get(word)
    if (kind !== undefined) return { text: word, kind }
  }
  return undefined
}

function quotedAt(text: string, at: number, widest: number): TitleToken | undefined {
  const close = quotes[text[at]!]
  if (close === undefined) return undefined
  const end = text.indexOf(close, at + 1)
  // A name wider than a line can not be kept on one; its words still are.
  if (end === -1 || spacedTextWidth(text.slice(at, end + 1)) > widest) return undefined
  return { text: text.slice(at, end + 1), kind: 'quoted' }
}

function single(text: string, at: number): TitleToken {
  const character = String.fromCodePoint(text.codePointAt(at)!)
  return { text: character, kind: notAtStart.test(character) ? 'word' : 'unknown' }
}

function tokens(text: string, widest: number): TitleToken[] {
  const result: TitleToken[] = []
  let at = 0
  while (at < text.length) {
    const number = matchAt(numberWithUnit, text, at)
    const latin = matchAt(latinWord, text, at)
    const token = quotedAt(text, at, widest)
      ?? (number ? { text: number, kind: 'number' as const } : undefined)
      ?? (latin ? { text: latin, kind: 'word' as const } : undefined)
      ?? knownWordAt(text, at)
      ?? single(text, at)
    result.push(token)
    at += token.text.length
  }
  return result
}

/** Characters one by one, for what no rule can keep on a line. */
function apart(atom: TitleAtom): TitleAtom[] {
  return atom.flatMap((token) => [...token.text].map((character): TitleAtom => [{ text: character, kind: token.kind }]))
}

export function atomText(atom: TitleAtom): string {
  return atom.map((token) => token.text).join('')
}

/**
 * @param widest characters a line holds; no atom is wider.
 * @returns atoms that join to the title.
 */
export function titleAtoms(title: string, widest: number): TitleAtom[] {
  const atoms: TitleToken[][] = []
  for (const token of tokens(title, widest)) {
    const last = atoms.at(-1)
    const glued = last !== undefined && (notAtStart.test(token.text) || notAtEnd.test(atomText(last)))
    if (glued) last.push(token)
    else atoms.push([token])
  }
  return atoms.flatMap((atom) => (spacedTextWidth(atomText(atom)) <= widest ? [atom] : apart(atom)))
}
