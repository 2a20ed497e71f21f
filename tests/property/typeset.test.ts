/** P8: laws of pages, on random papers with everything in them that breaks line breaking. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildPrintDocument, type PrintDocument } from '../../shared/print/print-document.ts'
import type { PrintedPart } from '../../shared/print/print-types.ts'
import { builtInMetrics } from '../../shared/typeset/face-metrics.ts'
import { libreOfficeFlavour, wordFlavour, type Flavour } from '../../shared/typeset/flavour.ts'
import { typeset } from '../../shared/typeset/typeset.ts'
import type { TypesetDocument } from '../../shared/typeset/typeset-types.ts'
import { layouts } from '../support/layouts.ts'
import { documentOf, paragraph, run } from '../support/print-parts.ts'
import { draftArbitrary } from '../support/random-draft.ts'
import { seededPaper } from '../support/seeded-papers.ts'

const runs = { seed: 20260807, numRuns: 150 }

const option = fc.record({ hangingPunctuation: fc.boolean(), compressPunctuation: fc.boolean(), autoSpace: fc.boolean(), keepHeadingWithNext: fc.boolean() })
const layoutArbitrary = fc.tuple(fc.constantFrom(...layouts), option).map(([layout, options]) => ({ ...layout, options }))
const flavours: readonly Flavour[] = [wordFlavour, libreOfficeFlavour]
const documentArbitrary = fc.tuple(draftArbitrary, layoutArbitrary).map(([draft, layout]) => buildPrintDocument(draft, layout))

/** Text with more marks, blanks and words than any paper has. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'整改落实到位办结一件') }, { weight: 4, arbitrary: fc.constantFrom(...'，。、；：！？”’）》】“‘（《【〔…—～·%') },
  { weight: 2, arbitrary: fc.constantFrom('2023', '98.5%', 'OA', 'online-offline', '1.', ' ', '　', '\u00a0', '①', '𠮷', '😀', 'é́') },
)
const textArbitrary = fc.array(piece, { minLength: 1, maxLength: 300 }).map((pieces) => pieces.join(''))
const hostile = fc.tuple(fc.array(textArbitrary, { minLength: 1, maxLength: 3 }), layoutArbitrary, fc.constantFrom('both', 'left', 'centre', 'right'))
  .map(([texts, { options }, alignment]) => documentOf([paragraph(texts.map((text, index) => run(text, { size: index === 1 ? 44 : 32, blockId: `b${index}` })), { alignment })], { options }))

const withoutTables = (document: PrintDocument): PrintDocument => ({ ...document, parts: document.parts.filter((part) => part.kind !== 'table') })

/** Its rows without a head, which would be repeated, and none of them parted: cells of a parted row stand beside each other on two pages. */
const plainTables = (document: PrintDocument): PrintDocument => ({
  ...document, parts: document.parts.map((part) => (part.kind === 'table' ? { ...part, rows: part.rows.map((row) => ({ ...row, header: false })) } : part)),
})

function printed(part: PrintedPart): string {
  switch (part.kind) {
    case 'paragraph': return part.runs.map((one) => one.text).join('')
    case 'table': return part.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines)).join('')
    case 'colophon': return part.lines.map(printed).join('')
    default: return ''
  }
}
const textOf = ({ parts }: PrintDocument) => parts.map(printed).join('')
const linesOf = ({ pages }: TypesetDocument) => pages.flatMap((page) => page.lines.map((line) => line.text))
const sorted = (text: string) => [...text].sort().join('')

describe('P8', () => {
  test('every character stands on exactly one line, in order', () => {
    fc.assert(fc.property(fc.oneof(documentArbitrary.map(withoutTables), hostile), fc.constantFrom(...flavours), (document, flavour) => {
      expect(linesOf(typeset(document, builtInMetrics, flavour)).join('')).toBe(textOf(document))
    }), runs)
  })

  test('cells too: no character is lost, none comes twice', () => {
    fc.assert(fc.property(documentArbitrary.map(plainTables), (document) => {
      expect(sorted(linesOf(typeset(document, builtInMetrics)).join(''))).toBe(sorted(textOf(document)))
    }), runs)
  })

  test('what is drawn is what is printed, blanks at the ends of lines left out; offsets are those of the block', () => {
    fc.assert(fc.property(fc.oneof(documentArbitrary.map(withoutTables), hostile), (document) => {
      const texts = new Map<string, string>()
      for (const part of document.parts) if (part.kind === 'paragraph') for (const one of part.runs) if (one.part === 'text') texts.set(one.blockId, (texts.get(one.blockId) ?? '') + one.text)
      for (const page of typeset(document, builtInMetrics).pages) {
        // The page number stands outside the lines, or turned beside them.
        const foot = Math.max(0, ...page.lines.map((line) => line.bottom))
        const drawn = page.items.flatMap((item) => (item.kind === 'text' && item.turned === undefined && item.y <= foot ? [item] : []))
        for (const { text, at, blockId } of drawn) if (at !== undefined) expect(texts.get(blockId!)!.slice(at, at + text.length)).toBe(text)
        expect(drawn.map((item) => item.text).join('').replaceAll(/[ \u3000]/g, '')).toBe(page.lines.map((line) => line.text).join('').replaceAll(/[ \u3000]/g, ''))
      }
    }), runs)
  })

  test('no line is wider than the type area, but for one mark that hangs', () => {
    fc.assert(fc.property(fc.oneof(documentArbitrary.map(withoutTables), hostile), (document) => {
      const right = document.page.width - document.page.right
      for (const page of typeset(document, builtInMetrics).pages) {
        for (const item of page.items) {
          if (item.kind !== 'text') continue
          const end = item.x + item.width
          if (end <= right + 0.1) continue
          // A line that holds one character only may be too narrow for it; a narrowed mark's blank half is drawn outside.
          const hangs = wordFlavour.hanging.has(item.text) && document.options.hangingPunctuation
          expect(hangs || document.options.compressPunctuation, `${item.text} ends at ${end}`).toBe(true)
          expect(end).toBeLessThanOrEqual(right + item.size * 10 + 0.1)
        }
      }
    }), runs)
  })

  test('no forbidden mark begins a line where anything else is possible', () => {
    fc.assert(fc.property(hostile, (document) => {
      const lines = linesOf(typeset(document, builtInMetrics))
      lines.forEach((text, index) => {
        if (index === 0 || !wordFlavour.notFirst.has([...text][0]!)) return
        // The line before had no other place to break: marks held to each other from its first sign on.
        const before = [...lines[index - 1]!]
        const free = before.some((one, at) => at > 0 && !wordFlavour.notFirst.has(one) && !/[ \u3000\u00a0—\u0300-\u036f]/.test(one) && !wordFlavour.notLast.has(before[at - 1]!)
          && before[at - 1] !== '\u00a0' && /[\u4e00-\u9fff]/.test(one))
        expect(free, `${lines[index - 1]} | ${text}`).toBe(false)
      })
    }), runs)
  })

  test('no page is over its height, every page is numbered in order, blocks begin once and in order', () => {
    fc.assert(fc.property(documentArbitrary, fc.constantFrom(...flavours), (document, flavour) => {
      const { pages } = typeset(document, builtInMetrics, flavour)
      pages.forEach((page, index) => {
        expect(page.number).toBe(index + 1)
        for (const line of page.lines) expect(line.bottom).toBeLessThanOrEqual(page.height - document.page.bottom + 0.1)
        page.lines.slice(1).forEach((line, at) => expect(line.top).toBeGreaterThanOrEqual(page.lines[at]!.bottom - 0.1))
      })
      const begun = pages.flatMap((page) => page.blocks)
      expect(new Set(begun).size).toBe(begun.length)
      const expected = new Set(document.parts.flatMap((part) => (part.kind === 'paragraph' ? part.blocks.map((block) => block.id) : part.kind === 'table' ? [part.blockId] : [])))
      expect(begun.toSorted()).toEqual([...expected].toSorted())
    }), runs)
  })

  test('the same document gives the same pages, also where parts of it are known from before', () => {
    fc.assert(fc.property(documentArbitrary, fc.constantFrom(...flavours), (document, flavour) => {
      const first = typeset(document, builtInMetrics, flavour)
      typeset(document, builtInMetrics, flavour === wordFlavour ? libreOfficeFlavour : wordFlavour)
      const again = typeset(structuredClone(document), { of: builtInMetrics.of }, flavour)
      expect(again).toEqual(first)
    }), { ...runs, numRuns: 60 })
  })

  test('a long paper', () => {
    for (const layout of layouts) {
      const document = buildPrintDocument({ blocks: seededPaper(7, 30_000) }, layout)
      const set = typeset(document, builtInMetrics)
      expect(linesOf(set).join('')).toBe(textOf(document))
      expect(set.pages.length).toBeGreaterThan(45)
      for (const page of set.pages) expect(page.lines.length).toBeLessThanOrEqual(22)
    }
  })
})
