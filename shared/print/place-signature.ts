import type { Layout } from './layout.ts'
import type { CharacterLength } from './print-types.ts'
import { textWidthTwips } from './text-width.ts'
import { characters } from './role-formats.ts'

export interface SignaturePlace {
  /** Right indents. */
  readonly signature: CharacterLength
  readonly date: CharacterLength
}

/**
 * 署名 and 成文日期 of a paper without seal, GB/T 9704-2012 §7.3.5.2: 署名右空二字, the date's first character two
 * characters right of the first of 署名. A date longer than 署名 stands 右空二字 itself and 署名 moves left.
 * @param signatures the lines of 署名; the widest counts. Empty where there is none.
 * @param date undefined where there is none.
 */
export function signaturePlace(layout: Layout, signatures: readonly string[], date: string | undefined): SignaturePlace {
  const usual = characters(layout, 2)
  if (signatures.length === 0 || date === undefined) return { signature: usual, date: usual }
  const width = (text: string) => textWidthTwips(text, layout.styles.body.size, layout.grid.characterSpacing, layout.options.autoSpace)
  const longer = Math.max(...signatures.map(width)) - width(date)
  const cell = layout.grid.indent / 2
  const length = (twips: number): CharacterLength => ({ twips: Math.max(0, Math.round(twips)), characters: Math.max(0, Math.round((twips / cell) * 100) / 100) })
  if (longer >= 0) return { signature: usual, date: length(longer) }
  return { signature: length(usual.twips * 2 - longer), date: usual }
}
