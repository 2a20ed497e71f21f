/** Widths of the faces of official papers, built in: pages are the same on every machine, whatever is installed there. */
import { westernPunctuation, westernWidths, type WesternWidths } from './western-widths.ts'
import type { FontMetrics, Metrics } from './typeset-types.ts'

/** Latin letters, digits and signs of a Chinese face, no-break space and half-width kana take half a character. */
function isHalf(code: number): boolean {
  return (code >= 0x20 && code <= 0x7e) || code === 0xa0 || (code >= 0xff61 && code <= 0xffdc) || (code >= 0xffe8 && code <= 0xffee)
}

/** Takes no room: combining marks, joiners, variation selectors. */
export function isMark(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || (code >= 0x20d0 && code <= 0x20ff)
    || (code >= 0x302a && code <= 0x302f) || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xfe20 && code <= 0xfe2f) || code === 0xfeff || (code >= 0xe0100 && code <= 0xe01ef)
}

const chinese: FontMetrics = {
  width: (character) => {
    const code = character.codePointAt(0) ?? 0
    return isHalf(code) ? 500 : isMark(code) ? 0 : 1000
  },
}

/** A Western face has its own widths; what it lacks comes from a Chinese face. */
function western({ latin, punctuation }: WesternWidths): FontMetrics {
  const others = new Map([...westernPunctuation].map((one, index) => [one, punctuation[index]!]))
  return {
    width: (character) => {
      const code = character.codePointAt(0) ?? 0
      return (code >= 0x20 ? latin[code - 0x20] : undefined) ?? others.get(character) ?? chinese.width(character)
    },
  }
}

interface Face {
  readonly regular: FontMetrics
  readonly bold: FontMetrics
}

const face = ({ regular, bold }: (typeof westernWidths)['serif']): Face => ({ regular: western(regular), bold: western(bold) })
const serif = face(westernWidths.serif)
const sans = face(westernWidths.sans)

const westernFaces: ReadonlyMap<string, Face> = new Map([
  ['times new roman', serif], ['times', serif], ['liberation serif', serif], ['cambria', serif], ['georgia', serif],
  ['arial', sans], ['helvetica', sans], ['liberation sans', sans], ['calibri', sans], ['verdana', sans], ['tahoma', sans],
])

/** Chinese faces are all alike: what is no Chinese sign takes half a character. Unknown Western names count as Times. */
export const builtInMetrics: Metrics = {
  of: (family, bold) => {
    const found = westernFaces.get(family.toLowerCase())
    return found === undefined ? chinese : bold ? found.bold : found.regular
  },
}
