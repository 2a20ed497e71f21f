/** The bytes of an RTF file → control words, characters and groups, in order (RTF specification 1.9.1, “RTF syntax”). */

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  /** A control symbol that is no letter: * ~ - _ | : and escaped braces. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** One byte written as \'xx. */
  | { readonly kind: 'byte'; readonly byte: number }
  /** Bytes as they stand. */
  | { readonly kind: 'bytes'; readonly from: number; readonly to: number }

const letter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const digit = (code: number) => code >= 48 && code <= 57
const hexValue = (code: number) => (digit(code) ? code - 48 : code >= 97 && code <= 102 ? code - 87 : code >= 65 && code <= 70 ? code - 55 : -1)

const backslash = 92
const openBrace = 123
const closeBrace = 125

/** @param take gets each token; true ends the reading. @returns whether it was ended so. */
export function scanRtf(bytes: Uint8Array, take: (token: RtfToken) => boolean | void): boolean {
  const open: RtfToken = { kind: 'open' }
  const close: RtfToken = { kind: 'close' }
  const length = bytes.length
  let at = 0
  while (at < length) {
    const code = bytes[at]!
    if (code === openBrace || code === closeBrace) {
      at += 1
      if (take(code === openBrace ? open : close)) return true
      continue
    }
    if (code === 13 || code === 10 || code === 0) {
      at += 1
      continue
    }
    if (code !== backslash) {
      const from = at
      while (at < length && bytes[at] !== openBrace && bytes[at] !== closeBrace && bytes[at] !== backslash && bytes[at] !== 13 && bytes[at] !== 10 && bytes[at] !== 0) at += 1
      if (take({ kind: 'bytes', from, to: at })) return true
      continue
    }
    at += 1
    if (at >= length) return false
    const next = bytes[at]!
    if (!letter(next)) {
      at += 1
      if (next === 39) {
        const high = hexValue(bytes[at] ?? 0)
        const low = hexValue(bytes[at + 1] ?? 0)
        if (high !== -1 && low !== -1) {
          at += 2
          if (take({ kind: 'byte', byte: high * 16 + low })) return true
        }
      } else if (next === 13 || next === 10) {
        // A break behind a backslash is \par.
        if (take({ kind: 'word', word: 'par', value: undefined })) return true
      } else if (take({ kind: 'symbol', symbol: String.fromCharCode(next) })) return true
      continue
    }
    const start = at
    while (at < length && letter(bytes[at]!) && at - start < 40) at += 1
    let word = ''
    for (let index = start; index < at; index += 1) word += String.fromCharCode(bytes[index]!)
    let value: number | undefined
    const negative = bytes[at] === 45 && digit(bytes[at + 1] ?? 0)
    if (negative) at += 1
    if (digit(bytes[at] ?? 0)) {
      value = 0
      for (let count = 0; at < length && digit(bytes[at]!); at += 1, count += 1) if (count < 10) value = value * 10 + bytes[at]! - 48
      if (negative) value = -value
    }
    if (bytes[at] === 32) at += 1
    if (word === 'bin') {
      at += Math.min(Math.max(value ?? 0, 0), length - at)
      continue
    }
    if (take({ kind: 'word', word, value })) return true
  }
  return false
}
