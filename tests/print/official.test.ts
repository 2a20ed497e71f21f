/** X11–X16 as LibreOffice sets them: where marks, lines, 署名, date, 版记 and turned sheets stand on the paper, in millimetres. */
import { beforeAll, describe, expect, test } from 'vitest'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { layouts } from '../support/layouts.ts'
import { officialDrafts } from '../support/official-drafts.ts'
import { inkOfPages, type Ink } from './ink.ts'
import { toPdfs, usualFaces, whyNot, wordsOf, type Line } from './office.ts'

interface Sheet {
  readonly width: number
  readonly height: number
  readonly words: readonly Line[]
}

const names = Object.keys(officialDrafts) as (keyof typeof officialDrafts)[]
const pages = new Map<string, readonly Sheet[]>()
const inks = new Map<string, readonly Ink[]>()

const text = (words: readonly Line[]) => words.map((word) => word.text).join('')
/** Words that stand on one line with the word that begins with the text. */
function lineWith(sheets: readonly Sheet[], start: string): Line & { readonly page: number } {
  for (const [page, { words }] of sheets.entries()) {
    const first = words.find((word) => word.text.startsWith(start))
    if (first === undefined) continue
    const row = words.filter((word) => Math.abs((word.top + word.bottom) / 2 - (first.top + first.bottom) / 2) < 2)
    return { page, text: text(row), left: Math.min(...row.map((word) => word.left)), right: Math.max(...row.map((word) => word.right)), top: first.top, bottom: first.bottom }
  }
  throw new Error(`no line with ${start}`)
}

let all: Record<string, Uint8Array> | undefined
/** Every paper in every layout, through one start. */
const laidOut = () => (all ??= toPdfs(Object.fromEntries(layouts.flatMap((layout) => names.map((name) => [`${layout.id}-${name}`, writeWord(buildPrintDocument(officialDrafts[name], layout), { title: name, creator: '' })]))),
  usualFaces, process.env['ZHENGGAO_KEEP_PRINTS']))

describe.skipIf(whyNot !== undefined).each(layouts.map((layout) => [layout.name, layout] as const))('layout %s', (_, layout) => {
  beforeAll(() => {
    for (const name of names) {
      const pdf = laidOut()[`${layout.id}-${name}`]!
      pages.set(name, wordsOf(pdf))
      if (['upward', 'sealed', 'joint', 'attached'].includes(name)) inks.set(name, inkOfPages(pdf))
    }
  }, 240_000)
  const millimetres = (twips: number) => (twips * 25.4) / 1440
  const pitch = millimetres(layout.grid.linePitch)
  const character = millimetres(layout.grid.indent / 2)
  const right = 210 - millimetres(layout.page.right)
  const foot = 297 - millimetres(layout.page.bottom)
  // LibreOffice puts the lines of a grid that does not fill the page into its middle.
  const shift = millimetres(Math.max(0, layout.page.height - layout.page.top - layout.page.bottom - layout.grid.linesPerPage * layout.grid.linePitch)) / 2
  const of = (name: keyof typeof officialDrafts) => pages.get(name)!

  test('X11 the corner: 份号, 密级, 紧急程度 on the first three lines, flush left', () => {
    const lines = ['000012', '机密', '特急'].map((start) => lineWith(of('upward'), start))
    for (const line of lines) expect(line.left).toBeCloseTo(28, 0)
    expect(lines[0]!.bottom).toBeLessThan(millimetres(layout.page.top) + shift + pitch + 1.5)
    expect(lines[1]!.bottom - lines[0]!.bottom).toBeCloseTo(pitch, 0)
    expect(lines[2]!.bottom - lines[1]!.bottom).toBeCloseTo(pitch, 0)
  })

  test.each(['upward', 'sealed', 'joint', 'attached'] as const)('X11 %s: the mark’s top 72 mm from the paper’s edge, red, centred, inside the type area', (name) => {
    const red = inks.get(name)![0]!.red!
    // 35 mm below a type area that begins at 37; by 33476.2 it is 37.42 below a margin of 34.58.
    expect(red.top).toBeGreaterThan(71 + shift)
    expect(red.top).toBeLessThan(73.5 + shift)
    expect((red.left + red.right) / 2).toBeGreaterThan(104)
    expect((red.left + red.right) / 2).toBeLessThan(108)
    expect(red.left).toBeGreaterThan(28)
    expect(red.right).toBeLessThan(right)
  })

  test.each(['upward', 'sealed', 'joint'] as const)('X11 %s: one red line as wide as the type area, 4 mm below 发文字号, the title two lines below it', (name) => {
    const rules = inks.get(name)![0]!.rules.filter((rule) => rule.colour === 'red')
    expect(rules).toHaveLength(1)
    const [rule] = rules
    expect(rule!.left).toBeCloseTo(28, 0)
    expect(rule!.right).toBeCloseTo(right, 0)
    expect(rule!.bottom - rule!.top).toBeGreaterThan(0.5)
    expect(rule!.bottom - rule!.top).toBeLessThan(1)
    const number = lineWith(of(name), '测档')
    // The box of a face goes on a millimetre below its characters.
    expect(rule!.top - number.bottom).toBeGreaterThan(1.8)
    expect(rule!.top - number.bottom).toBeLessThan(4.5)
    const titles = of(name)[0]!.words.filter((word) => word.top > rule!.bottom)
    const first = Math.min(...titles.map((word) => word.top))
    expect(first - rule!.bottom).toBeGreaterThan(2 * pitch - 2)
    expect(first - rule!.bottom).toBeLessThan(2 * pitch + 7)
  })

  test('X11 发文字号 in the middle; with 签发人 one character from the left, the name one from the right', () => {
    const alone = lineWith(of('sealed'), '测档发')
    expect((alone.left + alone.right) / 2).toBeCloseTo((28 + right) / 2, 0)
    const both = lineWith(of('upward'), '测档党')
    expect(Math.abs(both.left - (28 + character))).toBeLessThan(1)
    expect(Math.abs(both.right - (right - character))).toBeLessThan(1.2)
  })

  test('X12 without a seal: 署名 two characters from the right, the date two right of its first', () => {
    const date = lineWith(of('upward').slice(1), '2024')
    const name = of('upward')[1]!.words.find((word) => word.text === '中共测试区档案局党组')!
    expect(Math.abs(name.right - (right - 2 * character))).toBeLessThan(1.2)
    // LibreOffice sets quarter blanks between digits and characters whatever the file says: five of them, from the right.
    expect(date.left - name.left).toBeGreaterThan(2 * character - 5 * 0.25 * 5.64 - 1.5)
    expect(date.left - name.left).toBeLessThan(2 * character + 1)
  })

  test('X12 under a seal: the date four characters from the right, 署名 centred on it, two lines of room above', () => {
    const sheet = of('sealed').slice(1)
    const [signature, date] = [lineWith(sheet, '中共测试区'), lineWith(sheet, '2024')]
    expect(Math.abs(date.right - (right - 4 * character))).toBeLessThan(1.2)
    // Half of the blanks LibreOffice sets.
    expect(Math.abs((date.left + date.right) / 2 - (signature.left + signature.right) / 2)).toBeLessThan(5 * 0.25 * 5.64 / 2 + 1)
    const above = sheet[0]!.words.filter((word) => word.bottom < signature.top)
    expect(signature.top - Math.max(...above.map((word) => word.top))).toBeCloseTo(3 * pitch, 0)
  })

  test('X12 above a stamp: the date four characters from the right, the post left of the stamp’s room, lines of room between', () => {
    const sheet = of('stamped').slice(1)
    const [post, date, remark] = [lineWith(sheet, '区'), lineWith(sheet, '2024'), lineWith(sheet, '（此件')]
    expect(Math.abs(date.right - (right - 4 * character))).toBeLessThan(1.2)
    expect(Math.abs(post.right - (right - 13 * character))).toBeLessThan(1.2)
    expect(date.top - post.top).toBeGreaterThan(2.4 * pitch)
    expect(remark.top - date.top).toBeCloseTo(pitch, 0)
    expect(Math.abs(remark.left - (28 + 2 * character))).toBeLessThan(1.2)
  })

  test('X12 several seals: organs side by side 45 mm apart at least, rows as far apart as seals are high, the last above the date', () => {
    const words = of('joint')[1]!.words
    const [archive, finance, school, audit] = ['测试区档案局', '测试区财政局', '测试区教育局', '测试区审计局'].map((name) => words.find((word) => word.text === name)!)
    expect([finance!.top, school!.top]).toEqual([archive!.top, archive!.top])
    expect(finance!.left - archive!.left).toBeGreaterThan(44)
    expect(school!.left - finance!.left).toBeGreaterThan(44)
    expect(audit!.top - archive!.top).toBeGreaterThan(45)
    expect(audit!.left).toBeCloseTo(school!.left, 0)
    const date = lineWith(of('joint').slice(1), '2024')
    expect(date.top - audit!.top).toBeCloseTo(pitch, 0)
    expect(Math.abs((date.left + date.right - audit!.left - audit!.right) / 2)).toBeLessThan(1.5)
  })

  test('X13 版记 at the foot of the type area, on an even page: two thick lines and a thin one, as wide as the type area', () => {
    const ink = inks.get('upward')!
    expect(ink).toHaveLength(2)
    const rules = ink[1]!.rules
    expect(rules).toHaveLength(3)
    expect(Math.abs(rules[2]!.bottom - foot)).toBeLessThan(0.8)
    for (const rule of rules) {
      expect(rule.left).toBeCloseTo(28, 0)
      expect(rule.right).toBeCloseTo(right, 0)
    }
    const thick = (index: number) => rules[index]!.bottom - rules[index]!.top
    expect(thick(0)).toBeGreaterThan(0.28)
    expect(thick(1)).toBeLessThan(0.3)
    expect(thick(2)).toBeGreaterThan(0.28)
    const small = 28 * 10 * 25.4 / 1440
    const [copies, printer] = [lineWith(of('upward'), '抄送'), lineWith(of('upward'), '测试区档案局办公室')]
    expect(Math.abs(copies.left - (28 + small))).toBeLessThan(1)
    expect(Math.abs(printer.left - (28 + small))).toBeLessThan(1)
    expect(Math.abs(printer.right - (right - small))).toBeLessThan(1)
    expect(printer.text).toContain('印发')
    const next = of('upward')[1]!.words.filter((word) => word.top > copies.top + 2 && word.top < copies.bottom + 4)
    expect(Math.abs(Math.min(...next.map((word) => word.left)) - (28 + 4 * small))).toBeLessThan(1)
  })

  test('X13 a text that ends on an odd page: 版记 alone on the even one after it', () => {
    const sheets = of('attached')
    expect(sheets).toHaveLength(6)
    const words = text(sheets[5]!.words)
    for (const part of ['抄送', '印发', '—6—']) expect(words).toContain(part)
    expect(words).not.toContain('对照')
    // LibreOffice puts what floats on a page that has to be even up to 5 mm lower; Word goes by the margin.
    const last = inks.get('attached')![5]!.rules.at(-1)!
    expect(last.bottom).toBeGreaterThan(foot - 1)
    expect(last.bottom).toBeLessThan(foot + 5)
  })

  test('X14 附件说明: further lines of a name under its first character', () => {
    const words = of('attached')[1]!.words
    const first = words.find((word) => word.text.startsWith('附件'))!
    expect(Math.abs(first.left - (28 + 2 * character))).toBeLessThan(1)
    const name = words.find((word) => word.text.includes('测试区档案局巡察反馈问题整改问题清单'))!
    const below = words.filter((word) => word.top > first.bottom - 2 && word.top < first.bottom + pitch)
    const start = Math.min(...below.map((word) => word.left))
    expect(start).toBeGreaterThan(name.left)
    expect(Math.abs(start - (28 + 6 * character))).toBeLessThan(character / 2)
  })

  test.each(['turned', 'attached'] as const)('X15 X16 %s: a table on its side between upright pages, numbers going on, turned at the left edge', (name) => {
    const sheets = of(name)
    const sides = sheets.map(({ width, height }) => (width > height ? 'side' : 'up'))
    expect(sides).toEqual(name === 'turned' ? ['up', 'side', 'side', 'up'] : ['up', 'up', 'side', 'side', 'up', 'up'])
    sheets.forEach(({ words }, index) => {
      if (sides[index] === 'up') {
        const number = words.filter((word) => word.top > 265)
        expect(text(number), `page ${index + 1}`).toContain(`—${index + 1}—`)
        return
      }
      const number = words.filter((word) => word.right < millimetres(layout.page.bottom) - 1)
      expect(text(number), `page ${index + 1}`).toBe(`—${index + 1}—`)
      const [left, far, top, bottom] = [Math.min(...number.map((word) => word.left)), Math.max(...number.map((word) => word.right)), Math.min(...number.map((word) => word.top)), Math.max(...number.map((word) => word.bottom))]
      expect(bottom - top).toBeGreaterThan(2 * (far - left))
      expect(Math.abs((left + far) / 2 - 28)).toBeLessThan(1.5)
      if (index % 2 === 0) expect(bottom).toBeCloseTo(210 - 26 - 4.94, 0)
      else expect(top).toBeCloseTo(28 + 4.94, 0)
    })
    const first = sides.indexOf('side')
    expect(text(sheets[first]!.words)).toContain(name === 'turned' ? '二、问题清单' : '附件1')
    expect(text(sheets[first + 1]!.words)).toContain('整改措施')
  })

  test('X17 byline under a speech’s title: date in brackets, post and name, centred', () => {
    for (const start of ['（2024', '测试区档案局局长']) {
      const line = lineWith(of('speech'), start)
      expect(Math.abs((line.left + line.right) / 2 - (28 + right) / 2)).toBeLessThan(1.2)
    }
  })
})
