/** Right indents of 署名 and 成文日期 in the three forms of GB/T 9704-2012 §7.3.5. */
import type { EndPlace } from '../document/official.ts'
import type { Layout } from './layout.ts'
import type { CharacterLength } from './print-types.ts'
import { textWidthTwips } from './text-width.ts'
import { characters } from './role-formats.ts'

export interface SignaturePlace {
  readonly signature: (text: string) => CharacterLength
  readonly date: CharacterLength
}

/** A signature stamp is about 40 mm wide: seven characters; what it belongs to stands two further left. */
export const stampWidth = 7

/** Lengths as they fall, in whole twips and hundredths of a character, none below zero. */
function lengthOf(layout: Layout, twips: number): CharacterLength {
  const whole = Math.max(0, Math.round(twips))
  return { twips: whole, characters: Math.round((whole / (layout.grid.indent / 2)) * 100) / 100 }
}

/** §7.3.5.2: 署名右空二字, the date's first character two right of the first of 署名; a longer date stands 右空二字 and 署名 moves left. */
function plainPlace(layout: Layout, widest: number, date: number): SignaturePlace {
  const usual = characters(layout, 2)
  const longer = widest - date
  if (longer >= 0) return { signature: () => usual, date: lengthOf(layout, longer) }
  return { signature: () => lengthOf(layout, usual.twips * 2 - longer), date: usual }
}

/** §7.3.5.1: the date 右空四字, 署名 centred on it. Where 署名 is so long that it would leave the type area the date moves left. */
function sealPlace(layout: Layout, width: (text: string) => number, widest: number, date: number): SignaturePlace {
  const right = Math.max(characters(layout, 4).twips, (widest - date) / 2)
  return { signature: (text) => lengthOf(layout, right + (date - width(text)) / 2), date: lengthOf(layout, right) }
}

/**
 * @param signatures the lines of 署名; the widest counts. Empty where there is none.
 * @param date undefined where there is none.
 */
export function signaturePlace(layout: Layout, signatures: readonly string[], date: string | undefined, place: EndPlace = 'plain'): SignaturePlace {
  const width = (text: string) => textWidthTwips(text, layout.styles.body.size, layout.grid.characterSpacing, layout.options.autoSpace)
  const four = characters(layout, 4)
  const widest = Math.max(0, ...signatures.map(width))
  // §7.3.5.3: stamp and date 右空四字, the post two characters left of the stamp.
  if (place === 'stamp') return { signature: () => characters(layout, 4 + stampWidth + 2), date: four }
  if (place === 'seal') return sealPlace(layout, width, widest, date === undefined ? 0 : width(date))
  const usual = characters(layout, 2)
  return signatures.length === 0 || date === undefined ? { signature: () => usual, date: usual } : plainPlace(layout, widest, width(date))
}
