import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spacedTextWidth } from '../../shared/print/text-width.ts'
import { titleAtoms, atomText } from '../../shared/print/title-atoms.ts'
import { titleLines } from '../../shared/print/title-lines.ts'
import { genreWords, organWords, postWords } from '../../shared/print/title-words.ts'

/** At 22 pt a line holds 20 characters (GB/T 9704-2012 §5.2.3, §7.3.1). */
const widest = 20

const words = [...genreWords, ...organWords, ...postWords]
const names = ['测试区', '甲某某', '某某县', '滨河镇', '欧阳某']
const kept = ['《中国共产党纪律处分条例》', '“学查改”', '《条例》', '2023年', '2024年度', '3个', '12条', '85.5%', '2023年11月9日', '第二批', '二〇二三年', 'XX局', 'A类']
const joints = ['的', '和', '与', '及', '、', '关于', '在', '上的', '（试行）', '，']

const titleArbitrary = fc.array(fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) }, { weight: 2, arbitrary: fc.constantFrom(...names) },
  { weight: 2, arbitrary: fc.constantFrom(...kept) }, { weight: 2, arbitrary: fc.constantFrom(...joints) },
), { minLength: 1, maxLength: 16 }).map((parts) => parts.join(''))

/** Every stretch that may not be parted, found without the code under test. */
const stretches = /《[^《》]*》|“[^“”]*”|\d+年(?:度|\d+月(?:\d+日)?)?|[A-Za-z]+/gu

describe('a title over several lines', () => {
  test('the lines joined are the title, none is too wide, none is empty', () => {
    fc.assert(fc.property(fc.oneof(titleArbitrary, fc.string({ unit: 'grapheme', maxLength: 120 })), (title) => {
      const lines = titleLines(title, widest)
      expect(lines.join('')).toBe(title)
      for (const line of lines) expect(spacedTextWidth(line)).toBeLessThanOrEqual(widest)
      if (title !== '') expect(lines.every((line) => line !== '')).toBe(true)
    }), { seed: 9, numRuns: 1500 })
  })

  test('no line begins with 的, 和, 与, 及 or a closing mark, and none parts a quotation, a book title or a number with its unit', () => {
    fc.assert(fc.property(titleArbitrary, (title) => {
      const lines = titleLines(title, widest)
      const breaks: number[] = []
      lines.slice(0, -1).reduce((offset, line) => (breaks.push(offset + line.length), offset + line.length), 0)
      const chain = titleAtoms(title, widest).some((atom) => atom.length === 1 && atomText(atom).length === 1 && /[的和与及、，）》”]/u.test(atomText(atom)))
      // Only where such characters fill a whole line by themselves is one of them parted from the others.
      if (chain) return
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[的和与及、，。；：）》”’]/u)
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《“‘]$/u)
      for (const match of title.matchAll(stretches)) {
        if (spacedTextWidth(match[0]) > widest) continue
        expect(breaks.filter((at) => at > match.index && at < match.index + match[0].length)).toEqual([])
      }
    }), { seed: 10, numRuns: 1500 })
  })

  test('no word of the list is parted', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 12 }), (parts) => {
      const title = parts.join('')
      const atoms = titleAtoms(title, widest).map(atomText)
      const ends = new Set<number>()
      atoms.reduce((offset, atom) => (ends.add(offset + atom.length), offset + atom.length), 0)
      let offset = 0
      for (const line of titleLines(title, widest)) {
        offset += line.length
        expect(ends.has(offset)).toBe(true)
      }
    }), { seed: 11, numRuns: 500 })
  })

  test.each([
    ['测试区档案馆领导班子2024年巡察整改专题民主生活会整改方案', ['测试区档案馆领导班子', '2024年巡察整改专题民主生活会整改方案']],
    ['测试区档案馆党组关于2024年区委巡察集中整改进展情况的报告', undefined],
    ['关于对照《中国共产党纪律处分条例》开展“学查改”专项工作的情况报告', ['关于对照《中国共产党纪律处分条例》', '开展“学查改”专项工作的情况报告']],
    ['党委书记、局长甲某同志在巡察整改专题民主生活会上的个人对照检查发言提纲', ['党委书记、局长甲某同志', '在巡察整改专题民主生活会上的', '个人对照检查发言提纲']],
  ])('%s', (title, expected) => {
    const lines = titleLines(title, widest)
    if (expected) expect(lines).toEqual(expected)
    // 梯形或菱形: no line narrower than both its neighbours.
    const widths = lines.map(spacedTextWidth)
    widths.slice(1, -1).forEach((width, index) => expect(width).toBeGreaterThanOrEqual(Math.min(widths[index]!, widths[index + 2]!)))
  })

  test('a title that fits stays on one line', () => {
    expect(titleLines('民主生活会对照检查材料', widest)).toEqual(['民主生活会对照检查材料'])
    expect(titleLines('', widest)).toEqual([''])
  })

  test('a title of thousands of characters is broken at once', () => {
    const title = '关于进一步加强党的建设的'.repeat(400)
    expect(titleLines(title, widest).join('')).toBe(title)
  })
})
