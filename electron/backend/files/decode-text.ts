/**
 * Bytes of a text file → text. UTF-8 and UTF-16 with or without a byte order mark, GB18030 (and with it GBK and GB2312).
 * A guess must be good: text that comes out implausible is refused, never passed on garbled.
 */
import { commonCharacters } from './common-characters.ts'

export type TextEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

const labels: Readonly<Record<TextEncoding, string>> = { 'UTF-8': 'utf-8', 'UTF-16LE': 'utf-16le', 'UTF-16BE': 'utf-16be', GB18030: 'gb18030' }

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(labels[encoding], { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The encoding a byte order mark names. */
export function markedEncoding(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  // The mark U+FEFF as GB18030 writes it.
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'GB18030'
  return undefined
}

/** Characters judged; the head of a file is like the rest of it. */
const judged = 20_000

const strange = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff]/
const western = /[\t\n\r\f\u0020-\u007e]/
const marks = /[\u00a0-\u00ff\u2000-\u206f\u2100-\u2bff\u3000-\u303f\uff00-\uff65\uffe0-\uffe6]/
const han = /[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff]|[\ud840-\ud88d][\udc00-\udfff]/

interface Judgement {
  /** 0–1: how much of the text is what such papers are made of. */
  readonly score: number
  readonly plausible: boolean
}

/**
 * Chinese text is Han characters, a good part of them frequent, with marks and some figures. Short texts may have no
 * frequent character; they must at least hold nothing else.
 */
function judge(text: string): Judgement {
  let counted = 0
  let hanCount = 0
  let common = 0
  let odd = 0
  let latin = 0
  for (const character of text.slice(0, judged)) {
    counted += 1
    if (commonCharacters.has(character)) common += 1
    if (han.test(character)) hanCount += 1
    else if (western.test(character)) latin += 1
    else if (strange.test(character)) odd += 10
    else if (!marks.test(character) && character !== '\ufeff') odd += 1
  }
  if (counted === 0) return { score: 1, plausible: true }
  const oddShare = Math.min(1, odd / counted)
  const commonShare = hanCount === 0 ? 1 : Math.min(1, common / hanCount)
  const enough = hanCount < 30 ? commonShare > 0 || hanCount < 8 : commonShare >= 0.2
  return { score: (1 - oddShare) * (0.2 + 0.8 * commonShare), plausible: oddShare < 0.05 && enough && hanCount + latin > 0 }
}

/**
 * Valid UTF-8 whose characters beyond ASCII are mostly Han is Chinese text, odd characters or not: by chance three bytes
 * in a row hardly ever make one.
 */
function surelyUtf8(text: string): boolean {
  let beyond = 0
  let hanCount = 0
  for (const character of text.slice(0, judged)) {
    if (character <= '\u007f') continue
    beyond += 1
    if (han.test(character) || commonCharacters.has(character)) hanCount += 1
  }
  return hanCount >= 2 && hanCount * 2 >= beyond
}

/** Bytes that GB2312 has no character for are rare in GBK text; in other encodings read as GBK they are everywhere. */
function mayBeGbk(bytes: Uint8Array): boolean {
  let double = 0
  let inside = 0
  for (let at = 0; at < Math.min(bytes.length, judged * 2); at += 1) {
    if (bytes[at]! < 0x80) continue
    // Four bytes: a character beyond GBK, which says nothing of GB2312.
    if (bytes[at + 1]! >= 0x30 && bytes[at + 1]! <= 0x39) {
      at += 3
      continue
    }
    double += 1
    if (bytes[at]! >= 0xa1 && bytes[at]! <= 0xf7 && bytes[at + 1]! >= 0xa1) inside += 1
    at += 1
  }
  // A line with a rare name in it is still Chinese.
  return inside >= double * (double < 20 ? 0.5 : 0.8)
}

/** @returns undefined where no encoding gives plausible text. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = markedEncoding(bytes)
  if (marked !== undefined) {
    const text = decodeAs(bytes, marked)
    return text === undefined ? undefined : { text: text.replace(/^\ufeff/, ''), encoding: marked }
  }
  const candidates: TextEncoding[] = ['UTF-8', ...(bytes.length % 2 === 0 ? (['UTF-16LE', 'UTF-16BE'] as const) : []), ...(mayBeGbk(bytes) ? (['GB18030'] as const) : [])]
  const utf8 = decodeAs(bytes, 'UTF-8')
  if (utf8 !== undefined && surelyUtf8(utf8)) return { text: utf8, encoding: 'UTF-8' }
  let best: (DecodedText & Judgement) | undefined
  for (const encoding of candidates) {
    const text = decodeAs(bytes, encoding)
    if (text === undefined) continue
    const judgement = judge(text)
    // A text valid as UTF-8 hardly ever is so by chance: it is taken unless it looks wrong.
    const score = judgement.score + (encoding === 'UTF-8' ? 0.1 : 0)
    if (judgement.plausible && (best === undefined || score > best.score)) best = { text, encoding, ...judgement, score }
  }
  return best === undefined ? undefined : { text: best.text, encoding: best.encoding }
}
