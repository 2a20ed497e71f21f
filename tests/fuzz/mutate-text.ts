/** Damage of marked-up text (XML, RTF, HTML): well-formed as often as not, so that it gets past the first check. */
import type { Random } from './random.ts'

type Mutation = (text: string, random: Random) => string

const numbers = ['0', '-1', '1', '65535', '2147483647', '2147483648', '-2147483648', '4294967295', '999999999999', '1e308', '0.5', 'NaN', '', '00000000000000000001', '９', '0x7fffffff']
const hostile = ['\u0000', '\ufffe', '\ufeff', '\u202e', '\ud800', '&#0;', '&#x110000;', '&lt;', '&amp;amp;', '&bogus;', ']]>', '<!--', '<![CDATA[', '<?x', '\\bin99999 ', '{', '}', '\\u-1?', '\\par', '"', "'", '<', '>', '=', '一、', '\t', '\u000b', '𠮷', '\r']

const places = (text: string, pattern: RegExp, most = 4000) => {
  const found: { at: number; text: string }[] = []
  for (const match of text.matchAll(pattern)) {
    found.push({ at: match.index, text: match[0] })
    if (found.length >= most) break
  }
  return found
}

const replaceAt = (text: string, at: number, length: number, by: string) => text.slice(0, at) + by + text.slice(at + length)

function replaceOne(pattern: RegExp, by: (found: string, random: Random) => string): Mutation {
  return (text, random) => {
    const found = places(text, pattern)
    if (found.length === 0) return text
    const one = random.pick(found)
    return replaceAt(text, one.at, one.text.length, by(one.text, random))
  }
}

const tag = /<[^<>]{1,400}>/gu
/** An element without elements in it, or an RTF group without groups in it. */
const leaf = /<([\w:]+)[^<>]*>[^<>]{0,200}<\/\1>|\{[^{}]{0,200}\}/gu
const attribute = /[\w:]+="[^"]{0,200}"/gu

const mutations: readonly Mutation[] = [
  replaceOne(/-?\d+/gu, (_, random) => random.pick(numbers)),
  (text, random) => text.replaceAll(random.pick([/(?<=val=")\d+/gu, /(?<=\\[a-z]{1,20})-?\d+/gu, /(?<=\w=")\d+/gu]), () => random.pick(numbers)),
  replaceOne(tag, () => ''),
  replaceOne(tag, (found) => found + found),
  replaceOne(tag, (found) => found.replace(/\/>$/u, '>')),
  replaceOne(attribute, () => ''),
  replaceOne(attribute, (found, random) => found.replace(/"[^"]*"/u, `"${random.pick([...numbers, 'none', 'true', '·'.repeat(3000), '../../etc/passwd', 'http://example.invalid/', '%1.%2.%3.%99'])}"`)),
  (text, random) => {
    const found = places(text, attribute)
    if (found.length < 2) return text
    const [one, two] = [random.pick(found), random.pick(found)]
    return replaceAt(text, one.at, one.text.length, `${one.text.split('=')[0]}=${two.text.split('=').slice(1).join('=')}`)
  },
  // Deep: an element in itself, over and over.
  (text, random) => {
    const found = places(text, leaf)
    if (found.length === 0) return text
    const one = random.pick(found)
    const depth = random.pick([5, 60, 300, 3000, 20_000])
    const rtf = one.text.startsWith('{')
    const [open, close] = rtf ? ['{', '}'] : [/^<[^<>]*>/u.exec(one.text)![0], /<\/[^<>]*>$/u.exec(one.text)![0]]
    return replaceAt(text, one.at, one.text.length, open.repeat(depth) + one.text + close.repeat(random.chance(0.8) ? depth : depth - 1))
  },
  // Wide: an element or a stretch with many in it, over and over.
  replaceOne(leaf, (found, random) => found.repeat(random.pick([2, 10, 500, 5000]))),
  (text, random) => {
    const ends = places(text, /<\/[\w:]+>|\}/gu)
    if (ends.length < 3) return text
    const at = random.below(ends.length - 1)
    const [from, to] = [ends[at]!.at, ends[Math.min(ends.length - 1, at + 1 + random.below(20))]!.at]
    return text.slice(0, from) + text.slice(from, to).repeat(random.pick([2, 5, 40])) + text.slice(to)
  },
  (text, random) => {
    const ends = places(text, /<\/[\w:]+>|\}/gu)
    if (ends.length < 3) return text
    const [a, b] = [random.pick(ends).at, random.pick(ends).at].sort((x, y) => x - y) as [number, number]
    return text.slice(0, a) + text.slice(b)
  },
  (text, random) => replaceAt(text, random.below(text.length + 1), 0, random.pick(hostile)),
  replaceOne(/(?<=>)[^<>]+(?=<)|(?<=\\[a-z]+ )[^\\{}]+/gu, (found, random) => random.pick([found.repeat(random.pick([2, 50])), '', random.pick(hostile) + found, '一、' + found, found.split('').reverse().join(''), '\u200b'.repeat(40) + found])),
  replaceOne(/<\/[\w:]+>/gu, () => ''),
  replaceOne(/[\w]+:/gu, () => 'q:'),
  (text, random) => text.slice(0, random.below(text.length)),
]

export function mutateText(text: string, random: Random): string {
  let result = text
  for (let count = 1 + random.below(random.chance(0.6) ? 1 : 6); count > 0 && result.length > 0 && result.length < mostCharacters; count -= 1) result = random.pick(mutations)(result, random)
  return result.slice(0, mostCharacters)
}

/** 20,000 levels of an element with a long start are enough. */
export const mostCharacters = 3_000_000
