/**
 * Where LibreOffice lets a line end in Western text: the rules of UAX #14 as its ICU has them, on the signs that official papers
 * hold. Measured on 468 pairs with LibreOffice 7.4 (docs/typesetting.md).
 */

type LineClass = 'open' | 'wideOpen' | 'close' | 'quote' | 'exclaim' | 'nonstarter' | 'separator' | 'slash' | 'hyphen' | 'dash' | 'dots' | 'prefix' | 'postfix' | 'unit' | 'number' | 'letter' | 'ambiguous' | 'ideograph' | 'space' | 'glue'

const listed: ReadonlyMap<string, LineClass> = new Map((Object.entries({
  open: '([{', wideOpen: '（〔［｛〈《「『【〖“‘', close: ')]}）〕］｝〉》」』】〗、。，．”’', quote: '"\'', exclaim: '!?！？', nonstarter: '：；々', separator: ',.:;', slash: '/', hyphen: '-–‐', dash: '—',
  dots: '…', prefix: '$+￥¥£±\\', unit: '℃', postfix: '%‰°′″¢％￠', number: '0123456789', ambiguous: '·×÷§①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳□■○●★☆△▲→', space: ' \u3000', glue: '\u00a0\u2060',
}) as [LineClass, string][]).flatMap(([name, signs]) => [...signs].map((one): [string, LineClass] => [one, name])))

function classOf(character: string): LineClass {
  return listed.get(character) ?? ((character.codePointAt(0) ?? 0) >= 0x2e80 ? 'ideograph' : 'letter')
}

const never: ReadonlySet<LineClass> = new Set(['close', 'quote', 'exclaim', 'nonstarter', 'separator', 'slash', 'hyphen', 'dots', 'space', 'glue'])
const wordParts: ReadonlySet<LineClass> = new Set(['number', 'letter', 'prefix', 'postfix', 'unit'])

/** Whether a line may end between the two. */
export function partsInWestern(before: string, after: string): boolean {
  const [left, right] = [classOf(before), classOf(after)]
  if (left === 'space') return right !== 'glue'
  if (left === 'postfix' && right === 'dots') return true
  if (never.has(right) || left === 'open' || left === 'wideOpen' || left === 'quote' || left === 'glue') return false
  switch (left) {
    case 'close': return !wordParts.has(right) && right !== 'ambiguous'
    case 'separator': return right !== 'number' && right !== 'letter'
    case 'prefix': return right !== 'number' && right !== 'letter' && right !== 'ideograph' && right !== 'wideOpen'
    case 'postfix': case 'unit': return right !== 'number' && right !== 'letter' && right !== 'ambiguous'
    case 'number': case 'letter': return !wordParts.has(right) && right !== 'open' && right !== 'wideOpen' && right !== 'ambiguous'
    case 'ambiguous': return !wordParts.has(right) && right !== 'open'
    case 'ideograph': return right !== 'postfix'
    case 'dash': return right !== 'dash'
    default: return true
  }
}
