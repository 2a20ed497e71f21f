/** Latin letters, digits and signs take half a character; so do half-width kana. Everything else takes a whole one. */
const half = /[\u0020-\u007e\u00a0\uff61-\uffdc\uffe8-\uffee]/

/** Width of a text in characters of its own type (em). Digits of proportional fonts differ by a few hundredths. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += half.test(character) ? 0.5 : 1
  return width
}

const latin = /[A-Za-z0-9]/
const chinese = /[\u2e80-\u9fff\uf900-\ufaff]/

/**
 * The same with the quarter blank that a program may set between Chinese characters and digits or letters. LibreOffice
 * sets it whatever the file says (word-format.md §3), so a line that must not break is measured with it.
 */
export function spacedTextWidth(text: string): number {
  let width = textWidth(text)
  for (let at = 1; at < text.length; at += 1) {
    const [before, after] = [text[at - 1]!, text[at]!]
    if ((latin.test(before) && chinese.test(after)) || (chinese.test(before) && latin.test(after))) width += 0.25
  }
  return width
}

/**
 * Width of a text in twips, in type of the size (half-points) with the spacing added to each character.
 * @param autoSpace the layout sets a quarter blank between Chinese and digits.
 */
export function textWidthTwips(text: string, size: number, characterSpacing: number, autoSpace: boolean): number {
  const width = autoSpace ? spacedTextWidth(text) : textWidth(text)
  return Math.round(width * size * 10 + [...text].length * characterSpacing)
}
