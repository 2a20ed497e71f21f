import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignUnits, type Unit } from '../../shared/comparison/align.ts'
import { compareDrafts, type ComparedBlock } from '../../shared/comparison/compare-drafts.ts'
import { diffText, type TextPiece } from '../../shared/comparison/text-diff.ts'
import { comparisonSchema } from '../../shared/contract/comparison-procedures.ts'
import type { Block } from '../../shared/document/draft.ts'
import { blockNumbers } from '../../shared/document/numbering.ts'
import { blockText } from '../../shared/document/runs.ts'
import { versionsArbitrary } from '../support/random-versions.ts'

const seed = 777
const told = (pieces: readonly TextPiece[]) => pieces.map(({ text, change }) => (change === undefined ? text : change === 'inserted' ? `[+${text}+]` : `[-${text}-]`)).join('')
const before = (pieces: readonly TextPiece[]) => pieces.filter((piece) => piece.change !== 'inserted').map((piece) => piece.text).join('')
const after = (pieces: readonly TextPiece[]) => pieces.filter((piece) => piece.change !== 'deleted').map((piece) => piece.text).join('')

const textArbitrary = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom('学习', '不够', '深入', '，', '。', '2023年', '11', 'AB', '的', '\n', '𠮷', ' ') }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) }), { maxLength: 30 }).map((parts) => parts.join(''))

describe('N10 what changed in a text', () => {
  test('N10 the pieces give back both texts, whatever they are', () => {
    fc.assert(fc.property(textArbitrary, textArbitrary, (old, now) => {
      const pieces = diffText(old, now)
      expect([before(pieces), after(pieces)]).toEqual([old, now])
      expect(pieces.every((piece) => piece.text !== '' && piece.text.isWellFormed() === (old + now).isWellFormed())).toBe(true)
      expect(diffText(old, old).some((piece) => piece.change)).toBe(false)
    }), { seed, numRuns: 2000 })
  })
  test.each([
    ['学习不够深入', '学习还不够深入', '学习[+还+]不够深入'],
    ['2023年11月底前完成', '2024年3月底前完成', '[-2023年11-][+2024年3+]月底前完成'],
    ['完成率85.5%', '完成率98%', '完成率[-85.5%-][+98%+]'],
    // Single characters that happen to be the same are no island.
    ['抓学习不实', '促落实不力', '[-抓学习不实-][+促落实不力+]'],
    ['办公室负责制度修订', '办公室牵头负责制度的修订', '办公室[+牵头+]负责制度[+的+]修订'],
    // A sentence put in begins where a sentence does.
    ['学得不深。学得不透。', '学得不深。学得不实。学得不透。', '学得不深。[+学得不实。+]学得不透。'],
    ['', '新', '[+新+]'], ['旧', '', '[-旧-]'],
  ])('N10 %s → %s', (old, now, expected) => {
    expect(told(diffText(old, now))).toBe(expected)
  })
  test('N10 two long texts without anything in common take no time', () => {
    const text = (from: number) => Array.from({ length: 40_000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919 + from) % 9_000))).join('')
    const pieces = diffText(text(0), text(4_567))
    expect([before(pieces), after(pieces)]).toEqual([text(0), text(4_567)])
  })
})

const unit = (id: string, words: string): Unit => ({ ids: id === '' ? [] : [id], kind: 'text', words })

describe('N11 which block is which', () => {
  test('N11 by id, also where the words changed; by likeness where there is no id', () => {
    const old = [unit('a', '学习不够深入'), unit('b', '落实不够有力'), unit('', '调查研究走马观花')]
    const now = [unit('a', '学得不透'), unit('n', '新的一段'), unit('b', '落实有力'), unit('', '调查研究仍有走马观花')]
    expect(alignUnits(old, now)).toEqual([{ old: 0, now: 0 }, { now: 1 }, { old: 1, now: 2 }, { old: 2, now: 3 }])
  })
  test('N11 what changed places is taken out and put in, the longer text stays', () => {
    const old = [unit('a', '短'), unit('b', '很长很长的一段文字')]
    expect(alignUnits(old, [old[1]!, old[0]!])).toEqual([{ old: 0 }, { old: 1, now: 0 }, { now: 1 }])
  })
  test('N11 every unit stands exactly once, in the order of its list', () => {
    const units = fc.array(fc.tuple(fc.constantFrom('', 'a', 'b', 'c', 'd'), fc.constantFrom('', '学习不够', '学习不够深入', '落实', '落实不力')).map(([id, words]) => unit(id, words)), { maxLength: 14 })
    fc.assert(fc.property(units, units, (old, now) => {
      const pairs = alignUnits(old, now)
      expect(pairs.flatMap((pair) => (pair.old === undefined ? [] : [pair.old]))).toEqual([...old.keys()])
      expect(pairs.flatMap((pair) => (pair.now === undefined ? [] : [pair.now]))).toEqual([...now.keys()])
    }), { seed, numRuns: 1000 })
  })
})

const printed = (blocks: readonly Block[]) => {
  const numbers = blockNumbers(blocks)
  return blocks.map((block, index) => ('runs' in block ? [numbers[index]!, block.label ?? '', blockText(block)].sort().join('') : block.rows.map((row) => row.join('\t')).join('\n')))
}
const textOf = (block: ComparedBlock, side: typeof before) => (block.kind === 'text' ? side(block.pieces) : block.rows.filter((row) => row.change === undefined || row.change === (side === before ? 'deleted' : 'inserted')).map((row) => row.cells.map(side).join('\t')).join('\n'))
const characters = (texts: readonly string[]) => texts.map((text) => [...text].sort().join(''))

describe('N13 two drafts in one', () => {
  test('N13 the one side is the one version, the other side the other, block by block', () => {
    fc.assert(fc.property(versionsArbitrary, ({ old, now }) => {
      const { blocks, counts } = compareDrafts(old, now)
      comparisonSchema.parse({ blocks, counts })
      expect(characters(blocks.filter((block) => block.change !== 'inserted').map((block) => textOf(block, before)))).toEqual(characters(printed(old.blocks)))
      expect(characters(blocks.filter((block) => block.change !== 'deleted').map((block) => textOf(block, after)))).toEqual(characters(printed(now.blocks)))
      expect(compareDrafts(old, old).counts).toEqual({ changes: 0, inserted: 0, deleted: 0, moved: 0 })
    }), { seed, numRuns: 300 })
  }, 60_000)
  test('N13 what moved word for word says so on both sides', () => {
    const block = (id: string, text: string): Block => ({ role: 'paragraph', id, runs: [{ text }] })
    const [a, b] = [block('a', '这一段写得长一些，留在原处不动。'), block('b', '这一段被移到了前面。')]
    const { blocks, counts } = compareDrafts({ blocks: [a, b] }, { blocks: [b, a] })
    expect(blocks.map(({ id, change, moved }) => [id, change, moved])).toEqual([['b', 'inserted', true], ['a', undefined, undefined], ['b', 'deleted', true]])
    expect(counts.moved).toBe(1)
  })
  test('N13 a paper of 100,000 characters with a hundred changes takes no long time', () => {
    const words = (index: number) => `第${index}项工作抓得不实，责任落实不到位，督促检查不经常，有的环节存在脱节现象，需要进一步改进和加强，切实把各项要求落到实处。`
    const blocks = Array.from({ length: 1_700 }, (_, index): Block => ({ role: 'paragraph', id: `b${index}`, runs: [{ text: words(index) }] }))
    const now = blocks.flatMap((block, index): Block[] => (index % 17 === 0 ? [{ ...block, runs: [{ text: `${words(index)}限期整改。` }] } as Block] : index % 113 === 0 ? [] : [block]))
    const { counts } = compareDrafts({ blocks }, { blocks: now })
    expect(counts.changes).toBeGreaterThanOrEqual(110)
  })
})
