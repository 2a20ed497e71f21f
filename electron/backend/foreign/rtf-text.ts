/** Bytes and \u characters of an RTF file, gathered until the look changes: characters may be written in pieces. */
import type { ForeignTally } from './foreign-tally.ts'
import { decodeRun, endsInside, fontLabel, pageLabel, runLabel, symbolCharset } from './rtf-characters.ts'

export interface RtfFont {
  charset?: number
  label?: string
}

export interface RtfFonts {
  readonly of: (number: number | undefined) => RtfFont | undefined
  readonly word: (number: number | undefined, word: string, value: number | undefined) => void
}

/** The font table: which code page each font's bytes are in. */
export function startRtfFonts(): RtfFonts {
  const fonts = new Map<number, RtfFont>()
  return {
    of: (number) => (number === undefined ? undefined : fonts.get(number)),
    word: (number, word, value) => {
      if (number === undefined || value === undefined || (word !== 'fcharset' && word !== 'cpg')) return
      const font = fonts.get(number) ?? {}
      if (word === 'fcharset') font.charset = value
      else font.label = pageLabel(value)
      if (fonts.size < 20_000) fonts.set(number, font)
    },
  }
}

export interface RtfText {
  /** Bytes to be read as the font says. */
  readonly add: (bytes: Uint8Array | readonly number[], font: RtfFont | undefined) => void
  readonly addCharacter: (text: string) => void
  /** What was gathered. @param final half a character waits for no other half. */
  readonly take: (final: boolean) => string
}

/** Symbol fonts have their signs at U+F0xx; a bullet among them is known by where it stands. */
export const symbolSign = '\uf0b7'

export function startRtfText(page: () => string, tally: ForeignTally): RtfText {
  let text = ''
  let bytes: number[] = []
  let font: RtfFont | undefined

  const settle = (final: boolean): void => {
    if (bytes.length === 0) return
    if (font?.charset === symbolCharset) {
      text += bytes.map((byte) => (byte > 32 ? symbolSign : ' ')).join('')
      bytes = []
      return
    }
    const label = font?.label ?? runLabel(bytes, fontLabel(font?.charset), font?.charset === 0, page())
    const held = !final && endsInside(bytes, label) ? bytes.slice(-1) : []
    const decoded = decodeRun(held.length > 0 ? bytes.slice(0, -1) : bytes, label)
    const bad = decoded.split('\ufffd').length - 1
    tally.add('undecoded', bad)
    text += bad > 0 ? decoded.replaceAll('\ufffd', '□') : decoded
    bytes = held
  }
  return {
    add: (more, by) => {
      if (bytes.length > 0 && by !== font) settle(false)
      font = by
      for (const byte of more) bytes.push(byte)
    },
    addCharacter: (character) => {
      settle(true)
      text += character
    },
    take: (final) => {
      settle(final)
      // Half a character beyond U+FFFF waits for the other half.
      const half = !final && /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : ''
      const taken = half === '' ? text : text.slice(0, -1)
      text = half
      return taken
    },
  }
}
