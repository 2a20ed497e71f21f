/** Bytes of RTF text → characters, by the code page of the font they are written in. */

/** \fcharsetN → label of TextDecoder (RTF specification, “Font table”). */
const charsets: Readonly<Record<number, string>> = {
  77: 'macintosh', 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5', 161: 'windows-1253', 162: 'windows-1254', 163: 'windows-1258',
  177: 'windows-1255', 178: 'windows-1256', 186: 'windows-1257', 204: 'windows-1251', 222: 'windows-874', 238: 'windows-1250',
}

const pages: Readonly<Record<number, string>> = {
  936: 'gb18030', 54936: 'gb18030', 950: 'big5', 932: 'shift_jis', 949: 'euc-kr', 65001: 'utf-8', 10000: 'macintosh', 874: 'windows-874',
  1250: 'windows-1250', 1251: 'windows-1251', 1252: 'windows-1252', 1253: 'windows-1253', 1254: 'windows-1254', 1255: 'windows-1255', 1256: 'windows-1256', 1257: 'windows-1257', 1258: 'windows-1258',
}

const doubleByte: ReadonlySet<string> = new Set(['gb18030', 'big5', 'shift_jis', 'euc-kr'])

export const symbolCharset = 2
export const pageLabel = (page: number): string => pages[page] ?? 'windows-1252'

/** Fonts of no particular code page follow the document; so do those that say “Western” but hold Chinese (see `decodeRun`). */
export function fontLabel(charset: number | undefined): string | undefined {
  return charset === undefined ? undefined : charsets[charset]
}

type Decoder = InstanceType<typeof TextDecoder>
const decoders = new Map<string, Decoder>()

function decoderOf(label: string): Decoder {
  const known = decoders.get(label) ?? new TextDecoder(label)
  decoders.set(label, known)
  return known
}

/** All bytes beyond ASCII in pairs as GB2312 has them. */
function pairsOfGb2312(bytes: readonly number[]): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!
    if (byte < 0x80) continue
    if (byte < 0xa1 || byte > 0xf7 || (bytes[at + 1] ?? 0) < 0xa1) return false
    at += 1
  }
  return true
}

/** Whether the last byte begins a character of two. */
export function endsInside(bytes: readonly number[], label: string): boolean {
  if (!doubleByte.has(label)) return false
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]!
    const lead = label === 'shift_jis' ? (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc) : byte >= 0x81 && byte <= 0xfe
    if (lead && at + 1 === bytes.length) return true
    at += lead ? 2 : 1
  }
  return false
}

/** The code page of a run: a Western font's in a Chinese paper is Chinese where the bytes can be nothing else. */
export function runLabel(bytes: readonly number[], font: string | undefined, western: boolean, page: string): string {
  if (font !== undefined) return font
  if (!western || !doubleByte.has(page)) return page
  return page !== 'gb18030' || pairsOfGb2312(bytes) ? page : 'windows-1252'
}

export function decodeRun(bytes: readonly number[], label: string): string {
  return decoderOf(label).decode(Uint8Array.from(bytes))
}
