/** What a sign is to whoever breaks lines: classes as bits, looked up in tables because every character asks. */
import { isMark } from './face-metrics.ts'
import type { Flavour } from './flavour.ts'

export const sign = {
  /** Part of a Western word or number, which does not break. */
  word: 1,
  space: 2,
  notFirst: 4,
  notLast: 8,
  hanging: 16,
  /** Full-width mark with its blank half before it, or behind it. */
  opening: 32,
  closing: 64,
  /** Joined to what stands before it. */
  joined: 128,
  /** Of a Chinese letter, and of a Western letter or digit: a gap may stand between the two. */
  chineseLetter: 256,
  westernLetter: 512,
  /** A no-break space joins both its sides. */
  joins: 1024,
  /** One sign with the same sign beside it: ——, ……. */
  pair: 2048,
  /** Set in the Western face by the sign alone. */
  western: 4096,
  /** Has the script of what stands before it. */
  weak: 8192,
  /** ①: a digit where it is Western. */
  circled: 16384,
} as const

const known = 32768

const openings: ReadonlySet<string> = new Set('（〔［｛〈《「『【〖〘〚〝“‘')
const closings: ReadonlySet<string> = new Set('、。，．：；！？）〕］｝〉》」』】〗〙〛〞〟”’')

function isChineseLetter(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code >= 0x20000 || code === 0x3005 || code === 0x3007
    || (code >= 0x3041 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7af)
}

function isWesternLetter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
}

/** No script of its own: spaces, general punctuation, symbols. */
function isWeak(code: number): boolean {
  return code === 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x214f) || (code >= 0x2190 && code <= 0x2bff) || (code >= 0x1f000 && code <= 0x1faff)
}

function classOf(character: string, flavour: Flavour): number {
  const code = character.codePointAt(0) ?? 0
  let bits = known
  // The ideographic space hangs over the end of a line as other blanks do.
  if (code === 0x20 || code === 0x3000 || code === 0x09) bits |= sign.space
  else if ((code > 0x20 && code <= 0x7e) || (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7 && !isMark(code))) bits |= sign.word
  if (code === 0xa0 || code === 0x2060) bits |= sign.joins
  if (flavour.notFirst.has(character)) bits |= sign.notFirst
  if (flavour.notLast.has(character)) bits |= sign.notLast
  if (flavour.hanging.has(character)) bits |= sign.hanging
  if (openings.has(character)) bits |= sign.opening
  if (closings.has(character)) bits |= sign.closing
  if (isMark(code)) bits |= sign.joined
  if (isChineseLetter(code)) bits |= sign.chineseLetter
  if (isWesternLetter(code)) bits |= sign.westernLetter
  if (flavour.pairs.has(character)) bits |= sign.pair
  if (code >= 0x2460 && code <= 0x249b) bits |= sign.circled
  // ASCII by the ascii name of the run; all else by hAnsi and eastAsia, which are the Chinese face (formats.ts).
  if (flavour.faceBy === 'sign' ? code <= 0x7e : code < 0x2e80 && !isWeak(code)) bits |= sign.western
  if (flavour.faceBy === 'context' && isWeak(code)) bits |= sign.weak
  return bits
}

const tables = new WeakMap<Flavour, Uint16Array>()

/** @returns the classes of the sign whose first unit stands at the place. */
export function signClasses(flavour: Flavour): (text: string, at: number) => number {
  let table = tables.get(flavour)
  if (table === undefined) tables.set(flavour, table = new Uint16Array(0x10000))
  const found = table
  return (text, at) => {
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800 && unit <= 0xdbff) return classOf(String.fromCodePoint(text.codePointAt(at)!), flavour)
    return found[unit] || (found[unit] = classOf(text[at]!, flavour))
  }
}
