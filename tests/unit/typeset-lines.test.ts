/** How lines are broken and set: Word's rules, as the file asks for them. Widths are twips: a character of body type takes 315, the line 8,845. */
import { describe, expect, test } from 'vitest'
import type { PrintParagraph, PrintRun } from '../../shared/print/print-types.ts'
import { builtInMetrics } from '../../shared/typeset/face-metrics.ts'
import { libreOfficeFlavour, noLineBreaksAfter, noLineBreaksBefore, type Flavour } from '../../shared/typeset/flavour.ts'
import type { PlacedText, TypesetDocument } from '../../shared/typeset/typeset-types.ts'
import { typeset } from '../../shared/typeset/typeset.ts'
import { layoutOf } from '../support/layouts.ts'
import { documentOf, paragraph, run } from '../support/print-parts.ts'

const solid = '坚持问题导向对照反馈意见逐条梳理能够当场改正的立即改正需要时间的列出清单明确责任限定时间办结一件核销一件'
const layout = layoutOf('gb33476')
const options = (change: Partial<typeof layout.options>) => ({ options: { ...layout.options, ...change } })

const set = (one: PrintParagraph, change = {}, flavour?: Flavour): TypesetDocument => typeset(documentOf([one], change), builtInMetrics, ...(flavour ? [flavour] : []))
const linesOf = (text: string | readonly PrintRun[], change = {}, flavour?: Flavour) => set(paragraph(text), change, flavour).pages.flatMap((page) => page.lines.map((line) => line.text))
const textsOf = (document: TypesetDocument): PlacedText[] => document.pages.flatMap((page) => page.items.filter((item): item is PlacedText => item.kind === 'text' && item.blockId !== undefined))

describe('P2: widths are built in', () => {
  const chinese = builtInMetrics.of('仿宋_GB2312', false)
  test.each([['一', 1000], ['，', 1000], ['“', 1000], ['’', 1000], ['—', 1000], ['…', 1000], ['～', 1000], ['·', 1000], ['×', 1000], ['°', 1000], ['±', 1000], ['§', 1000], ['①', 1000], ['Ⅳ', 1000], ['𠮷', 1000], ['A', 500], ['8', 500], ['.', 500], [' ', 500], ['\u00a0', 500], ['\u0301', 0], ['\u200b', 0]])('a Chinese face: %s takes %d thousandths', (character, width) => {
    expect(chinese.width(character)).toBe(width)
    expect(builtInMetrics.of('方正小标宋_GBK', true).width(character)).toBe(width)
  })
  test('Western faces have their own widths, bold too', () => {
    const times = builtInMetrics.of('Times New Roman', false)
    expect(['A', 'i', '8', '.', ' ', 'é'].map(times.width)).toEqual([722, 278, 500, 250, 250, 444])
    expect(['A', 'i', 'm'].map(builtInMetrics.of('Times New Roman', true).width)).toEqual([722, 278, 833])
    expect(['A', 'i', '8'].map(builtInMetrics.of('Arial', false).width)).toEqual([667, 222, 556])
    expect(times.width('中')).toBe(1000)
  })
  test('ASCII stands in the Western face, everything else in the Chinese one, quotes, dashes and ambiguous signs too', () => {
    const pieces = textsOf(set(paragraph('据2024年“A级”—×·°①é：')))
    expect(pieces.map(({ text, family }) => [text, family])).toEqual([
      ['据', '仿宋_GB2312'], ['2024', 'Times New Roman'], ['年“', '仿宋_GB2312'], ['A', 'Times New Roman'], ['级”—×·°①é：', '仿宋_GB2312'],
    ])
  })
})

describe('P3: where a line ends', () => {
  test('28 characters to a line, two fewer where a paragraph begins', () => {
    const text = solid.repeat(2)
    expect(linesOf(text)[0]).toBe(text.slice(0, 28))
    const first = set(paragraph(text, { firstLine: { twips: 632, characters: 2 } })).pages[0]!.lines
    expect(first.map((line) => line.text.length).slice(0, 2)).toEqual([26, 28])
  })
  test('one mark hangs outside the type area; where the layout forbids it, the character before goes with it', () => {
    const text = `${solid.slice(0, 28)}，${solid}`
    expect(linesOf(text)[0]).toBe(`${solid.slice(0, 28)}，`)
    expect(linesOf(text, options({ hangingPunctuation: false }))[0]).toBe(solid.slice(0, 27))
    // Of two marks none may begin the next line: neither hangs.
    expect(linesOf(`${solid.slice(0, 28)}。”${solid}`)[0]).toBe(solid.slice(0, 27))
    const hung = textsOf(set(paragraph(text))).find((piece) => piece.text.endsWith('，'))!
    expect(hung.x + hung.width).toBeGreaterThan(1587 + 8845)
  })
  test.each([...'）》】”’！？：；％…'].map((mark) => [mark]))('%s begins no line', (mark) => {
    expect(noLineBreaksBefore).toContain(mark)
    expect(linesOf(`${solid.slice(0, 28)}${mark}${solid}`, options({ hangingPunctuation: false }))[0]).toBe(solid.slice(0, 27))
  })
  test.each([...'（《【“‘〔'].map((mark) => [mark]))('%s ends no line', (mark) => {
    expect(noLineBreaksAfter).toContain(mark)
    expect(linesOf(`${solid.slice(0, 27)}${mark}${solid}`)[0]).toBe(solid.slice(0, 27))
  })
  test('—— and …… do not part', () => {
    expect(linesOf(`${solid.slice(0, 27)}——${solid}`)[0]).toBe(solid.slice(0, 27))
    expect(linesOf(`${solid.slice(0, 26)}————${solid}`)[0]).toBe(`${solid.slice(0, 26)}——`)
    // …… does not begin a line either.
    expect(linesOf(`${solid.slice(0, 27)}……${solid}`)[0]).toBe(solid.slice(0, 26))
  })
  test('words and numbers do not part, but from the character beside them; a word behind its hyphen', () => {
    expect(linesOf(`${solid.slice(0, 26)}20232024年${solid}`)[0]).toBe(solid.slice(0, 26))
    expect(linesOf(`${solid.slice(0, 26)}2023年${solid}`)[0]).toBe(`${solid.slice(0, 26)}2023`)
    expect(linesOf(`${solid.slice(0, 26)}98.5%，${solid}`)[0]).toBe(solid.slice(0, 26))
    expect(linesOf(`${solid.slice(0, 24)}online-offline${solid}`)[0]).toBe(`${solid.slice(0, 24)}online-`)
  })
  test('what is longer than a line breaks where it must; nothing is lost', () => {
    const word = 'x'.repeat(200)
    expect(linesOf(word).join('')).toBe(word)
    const closings = '》'.repeat(70)
    expect(linesOf(closings).join('')).toBe(closings)
    expect(linesOf('—'.repeat(3000)).join('')).toHaveLength(3000)
  })
  test('blanks at the end of a line take no room and stay on it', () => {
    const text = `${solid.slice(0, 28)}   ${solid}`
    expect(linesOf(text)[0]).toBe(`${solid.slice(0, 28)}   `)
    expect(linesOf(text)[1]!.startsWith(' ')).toBe(false)
  })
  test('compressed marks make room for more', () => {
    const text = `${solid.slice(0, 9)}，${solid.slice(9, 18)}、${solid.slice(18, 25)}，${solid.slice(25)}`
    const plain = linesOf(text, options({ hangingPunctuation: false }))[0]!
    const squeezed = linesOf(text, options({ hangingPunctuation: false, compressPunctuation: true }))[0]!
    expect(plain).toHaveLength(28)
    expect(squeezed).toHaveLength(29)
    const items = textsOf(set(paragraph(text), options({ compressPunctuation: true }))).filter((piece) => piece.y < 3000)
    const last = items.at(-1)!
    expect(last.x + last.width).toBeLessThanOrEqual(1587 + 8845 + 0.1)
  })
  test('a gap between Chinese and digits where the layout asks for it; LibreOffice sets one always', () => {
    const text = `${'3项'.repeat(20)}${solid}`
    const [without, gap, office] = [linesOf(text)[0]!, linesOf(text, options({ autoSpace: true }))[0]!, linesOf(text, {}, libreOfficeFlavour)[0]!]
    expect(without.length).toBeGreaterThan(office.length)
    expect(office.length).toBeGreaterThanOrEqual(gap.length)
  })
})

describe('P4: how a line is set', () => {
  const ends = (line: readonly PlacedText[]) => [line[0]!.x - 1587, line.at(-1)!.x + line.at(-1)!.width - 1587].map(Math.round)
  const byLine = (document: TypesetDocument) => [...Map.groupBy(textsOf(document), (piece) => piece.y).values()]

  test('lines of a justified paragraph fill the width, the last one not', () => {
    const lines = byLine(set(paragraph(`${solid}，12个`.repeat(2))))
    for (const line of lines.slice(0, -1)) expect(ends(line)[0]).toBe(0)
    for (const line of lines.slice(0, -1)) expect(ends(line)[1]! >= 8844).toBe(true)
    expect(ends(lines.at(-1)!)[1]).toBeLessThan(8400)
  })
  test('left, centred and right lines keep their natural width', () => {
    const six = solid.slice(0, 6)
    expect(ends(byLine(set(paragraph(six, { alignment: 'left' })))[0]!)).toEqual([0, 1890])
    expect(ends(byLine(set(paragraph(six, { alignment: 'centre' })))[0]!)).toEqual([3478, 5368])
    expect(ends(byLine(set(paragraph(six, { alignment: 'right', right: { twips: 632, characters: 2 } })))[0]!)).toEqual([6323, 8213])
  })
  test('indents: first line, hanging, left and right', () => {
    const length = (twips: number) => ({ twips, characters: twips / 316 })
    const hanging = byLine(set(paragraph(solid.repeat(2), { left: length(1580), hanging: length(948) })))
    expect(hanging.map((line) => ends(line)[0])).toEqual([632, ...hanging.slice(1).map(() => 1580)])
    const narrow = byLine(set(paragraph(solid.repeat(2), { left: length(632), right: length(632) })))
    expect(ends(narrow[0]!)).toEqual([632, 8213])
  })
  test('a title stands in the lines it was broken into, each centred', () => {
    const title = paragraph([run('测试区档案馆', { size: 44 }), run('整改方案', { size: 44, startsLine: true })], { alignment: 'centre' })
    const lines = byLine(set(title))
    expect(lines.map((line) => line.map((piece) => piece.text).join(''))).toEqual(['测试区档案馆', '整改方案'])
    for (const line of lines) expect((ends(line)[0]! + ends(line)[1]!) / 2).toBeCloseTo(8845 / 2, -1)
  })
  test('bold, underline, colour and size stay with their run; offsets count in the text of the block', () => {
    const document = set(paragraph([run('一、', { part: 'number' }), run('坚持', { bold: true }), run('问题', { underline: true }), run('导向', { colour: 'red', size: 44 })]))
    expect(textsOf(document).map(({ text, bold, underline, colour, size, at }) => [text, bold, underline, colour, size, at])).toEqual([
      ['一、', false, false, 'black', 32, undefined], ['坚持', true, false, 'black', 32, 0], ['问题', false, true, 'black', 32, 2], ['导向', false, false, 'red', 44, 4],
    ])
  })
  test('offsets go on over lines', () => {
    const text = solid.repeat(2)
    for (const { text: piece, at } of textsOf(set(paragraph(text)))) expect(text.slice(at, at! + piece.length)).toBe(piece)
  })
  test('the baseline stands at four fifths of an exact line', () => {
    expect(textsOf(set(paragraph('坚持')))[0]!.y).toBeCloseTo(1960 + 592 * 0.8, 5)
  })
})
