/** Fonts whose characters are pictures: the ones papers use, as the characters Unicode has for them. */
import type { XmlElement } from './xml-tree.ts'

export type SymbolFont = 'wingdings' | 'wingdings2' | 'wingdings3' | 'symbol' | 'webdings'

const pairs = (table: string): ReadonlyMap<number, string> =>
  new Map(table.trim().split(/\s+/u).map((one) => [Number.parseInt(one.slice(0, 2), 16), one.slice(2)] as const))

const tables: Readonly<Record<SymbolFont, ReadonlyMap<number, string>>> = {
  wingdings: pairs(`
    22✂ 28☎ 29✆ 2A✉ 36⌛ 37⌨ 3F✍ 41✌ 45☜ 46☞ 47☝ 48☟ 4A☺ 4C☹ 52☼ 54❄ 5B☯ 6C● 6D❍ 6E■ 6F□ 70□ 71❑ 72❒ 73◆ 74◆ 75◆ 76❖ 77◆ 78☒ 7A⌘ 7D“ 7E”
    80⓪ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8A⑩ 8B⓿ 8C❶ 8D❷ 8E❸ 8F❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿ 9E· 9F• A0▪ A1○ A2○ A3○ A4◉ A5◎ A6○ A7▪ A8□ AA✦ AB★ AC✶ AD✴ AE✹ AF✵ B5✪ B6✰
    D5⌫ D6⌦ D8➢ DC➲ DF← E0→ E1↑ E2↓ E3↖ E4↗ E5↙ E6↘ E7← E8→ E9↑ EA↓ EB↖ EC↗ ED↙ EE↘ EF⇦ F0⇨ F1⇧ F2⇩ F3⇔ F8▭ F9▫ FB✗ FC✓ FD☒ FE☑`),
  wingdings2: pairs(`
    4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 69⓪ 6A① 6B② 6C③ 6D④ 6E⑤ 6F⑥ 70⑦ 71⑧ 72⑨ 73⑩ 75⓿ 76❶ 77❷ 78❸ 79❹ 7A❺ 7B❻ 7C❼ 7D❽ 7E❾ 7F❿ 95· 96• 97● 98● 99○ 9A◉ A0■ A1□ A2□ A3□ A4□ AE◆ AF◇`),
  wingdings3: pairs('66← 67→ 68↑ 69↓ 6A↖ 6B↗ 6C↙ 6D↘ 70▲ 71▼ 72△ 73▽ 74◀ 75▶ 76◁ 77▷ 7D▶'),
  symbol: pairs(`
    22∀ 24∃ 27∋ 2A∗ 2D− 40≅ 41Α 42Β 43Χ 44Δ 45Ε 46Φ 47Γ 48Η 49Ι 4Aϑ 4BΚ 4CΛ 4DΜ 4EΝ 4FΟ 50Π 51Θ 52Ρ 53Σ 54Τ 55Υ 56ς 57Ω 58Ξ 59Ψ 5AΖ 5C∴ 5E⊥
    61α 62β 63χ 64δ 65ε 66φ 67γ 68η 69ι 6Aϕ 6Bκ 6Cλ 6Dμ 6Eν 6Fο 70π 71θ 72ρ 73σ 74τ 75υ 76ϖ 77ω 78ξ 79ψ 7Aζ 7E∼ A2′ A3≤ A5∞ A7♣ A8♦ A9♥ AA♠ AB↔ AC← AD↑ AE→ AF↓
    B0° B1± B2″ B3≥ B4× B5∝ B6∂ B7• B8÷ B9≠ BA≡ BB≈ BC… C4⊗ C5⊕ C6∅ C7∩ C8∪ C9⊃ CA⊇ CB⊄ CC⊂ CD⊆ CE∈ CF∉ D0∠ D1∇ D5∏ D6√ D7⋅ D8¬ D9∧ DA∨ DB⇔ DC⇐ DD⇑ DE⇒ DF⇓ E5∑ F2∫`),
  webdings: pairs('61✔ 63□ 67■ 6E● 72✖ 33◀ 34▶ 35▲ 36▼'),
}

export function symbolFont(name: string | undefined): SymbolFont | undefined {
  switch (name?.toLowerCase().replace(/\s/gu, '')) {
    case 'wingdings': return 'wingdings'
    case 'wingdings2': return 'wingdings2'
    case 'wingdings3': return 'wingdings3'
    case 'symbol': return 'symbol'
    case 'webdings': return 'webdings'
    default: return undefined
  }
}

export const symbolFontOf = (fonts: XmlElement | undefined) => symbolFont(fonts?.attributes['ascii'] ?? fonts?.attributes['hAnsi'])

/** What stands for a picture nothing is known of. */
export const unknownSign = '□'

/** A w:sym. Undefined where no character is known for it. */
export function symbolCharacter(font: string | undefined, char: string | undefined): string | undefined {
  const code = Number.parseInt(char ?? '', 16)
  if (!Number.isInteger(code) || code < 0x20 || code > 0xffff || (code >= 0xd800 && code < 0xe000)) return undefined
  const table = symbolFont(font)
  const known = table === undefined ? undefined : tables[table].get(code & 0xff)
  if (known !== undefined && (code < 0x100 || code >= 0xf000)) return known
  return code < 0xe000 && (table === undefined || table === 'symbol') ? String.fromCharCode(code) : undefined
}

/** Text set in such a font. Characters of another kind in it stay as they are. */
export function symbolText(text: string, font: SymbolFont): { readonly text: string; readonly unknown: number } {
  let unknown = 0
  const shown = text.replace(/[!-\u00ff\uf020-\uf0ff]/gu, (sign) => {
    const code = sign.charCodeAt(0)
    const known = tables[font].get(code & 0xff)
    if (known !== undefined || code < 0xf000) return known ?? sign
    if (code === 0xf020) return ' '
    unknown += 1
    return unknownSign
  })
  return { text: shown, unknown }
}
