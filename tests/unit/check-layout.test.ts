/** The checks of a layout, each with a layout that breaks it. */
import { describe, expect, it } from 'vitest'
import { checkLayout, hasErrors, type LayoutFinding } from '../../shared/print/check-layout.ts'
import { layoutFacts } from '../../shared/print/layout-facts.ts'
import { layoutFileText, readLayoutFile } from '../../shared/print/layout-file.ts'
import { freeLayoutName, layoutNamed } from '../../shared/print/layout-names.ts'
import { millimetresOf, pointsOf, readSize, sizeText, twipsOfMillimetres, twipsOfPoints } from '../../shared/print/layout-units.ts'
import { joinLayouts, layoutPaths, valueAt } from '../../shared/print/layout-paths.ts'
import { layoutSchema, type Layout } from '../../shared/print/layout.ts'
import { draftSchema } from '../../shared/document/draft.ts'
import { setDraft } from '../../shared/typeset/set-draft.ts'
import { allFields, readValue, shownValue } from '../../renderer/features/settings/layouts/layout-fields.ts'
import { samplePaper } from '../../renderer/text/sample-paper.ts'
import { layoutOf, layouts } from '../support/layouts.ts'
import { setAt } from '../support/set-at.ts'

const common = layoutOf('common')
const broken = (changes: Readonly<Record<string, unknown>>, from: Layout = common): Layout =>
  Object.entries(changes).reduce((layout, [path, value]) => setAt(layout, path, value), from)
const at = (layout: Layout, path: string): readonly LayoutFinding[] => checkLayout(layout).filter((one) => one.path === path)

/** [what is broken, changes, place, severity, words of the message] */
const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string, LayoutFinding['severity'], RegExp])[] = [
  ['29 磅 with 37/35 gives 21 lines', { 'grid.linePitch': 580 }, 'grid.linePitch', 'warning', /只排得下 21 行，不是 22 行.*638 磅.*637\.8 磅.*差 0\.2 磅.*28\.95 磅/],
  ['more lines fit than are said', { 'grid.linePitch': 540 }, 'grid.linePitch', 'warning', /排得下 23 行，比写明的 22 行多/],
  ['a pitch below the type', { 'grid.linePitch': 300 }, 'grid.linePitch', 'error', /小于正文字号 16 磅/],
  ['a pitch hardly above the type', { 'grid.linePitch': 340, 'grid.linesPerPage': 37 }, 'grid.linePitch', 'warning', /太挤/],
  ['a pitch beyond Word', { 'grid.linePitch': 40_000 }, 'grid.linePitch', 'error', /1584 磅/],
  ['no number of lines', { 'grid.linesPerPage': 0 }, 'grid.linesPerPage', 'error', /1 到 200/],
  ['characters without negative spacing', { 'grid.characterSpacing': 0, 'grid.indent': 640 }, 'grid.characterSpacing', 'warning', /只排得下 27 字，不是 28 字.*448 磅.*442\.25 磅.*-0\.25 磅就是 28 字/],
  ['more characters fit than are said', { 'grid.charactersPerLine': 26 }, 'grid.characterSpacing', 'warning', /排得下 28 字，比写明的 26 字多/],
  ['characters on top of each other', { 'grid.characterSpacing': -200 }, 'grid.characterSpacing', 'error', /叠在一起/],
  ['characters far apart', { 'grid.characterSpacing': 700 }, 'grid.characterSpacing', 'error', /两个字宽/],
  ['spacing of a fifth', { 'grid.characterSpacing': 100, 'grid.charactersPerLine': 21, 'grid.indent': 840 }, 'grid.characterSpacing', 'warning', /五分之一/],
  ['no number of characters', { 'grid.charactersPerLine': -1 }, 'grid.charactersPerLine', 'error', /1 到 200/],
  ['an indent that is not two characters', { 'grid.indent': 480 }, 'grid.indent', 'warning', /24 磅不是两个字.*31\.5 磅/],
  ['an indent beyond the line', { 'grid.indent': 9000 }, 'grid.indent', 'error', /半行/],
  ['paper no machine takes', { 'page.width': 40_000 }, 'page.width', 'error', /纸宽/],
  ['paper on its side', { 'page.width': 16_838, 'page.height': 11_906 }, 'page.width', 'warning', /横放/],
  ['paper that is not A4', { 'page.width': 12_240, 'page.height': 15_840 }, 'page.width', 'warning', /不是 A4/],
  ['a margin below nothing', { 'page.left': -1 }, 'page.left', 'error', /左边距不能小于 0/],
  ['a margin printers leave white', { 'page.right': 100 }, 'page.right', 'warning', /右边距只有1\.76 毫米/],
  ['side margins as wide as the paper', { 'page.left': 6000, 'page.right': 6000 }, 'page.left', 'error', /排不下 5 个字/],
  ['top and bottom as high as the paper', { 'page.top': 9000, 'page.bottom': 8000, 'page.footer': 7000 }, 'page.top', 'error', /排不下 3 行/],
  ['a header below the text', { 'page.header': 2200 }, 'page.header', 'warning', /页眉距边/],
  ['a header below nothing', { 'page.header': -5 }, 'page.header', 'error', /页眉距边不能小于 0/],
  ['a page number in the text', { 'page.footer': 1800 }, 'page.footer', 'error', /伸进了版心.*少排一行/],
  ['a page number at the edge', { 'page.footer': 200 }, 'page.footer', 'warning', /离纸边/],
  ['a page number that is not 7 mm below', { 'page.footer': 1134 }, 'page.footer', 'warning', /一字线在版心下.*7 毫米/],
  ['a footer below nothing', { 'page.footer': -1 }, 'page.footer', 'error', /页脚距边不能小于 0/],
  ['a footer in the text, no page numbers', { 'pageNumber.place': 'none', 'page.footer': 2000 }, 'page.footer', 'warning', /往上挤/],
  ['signs of the page number that are a sentence', { 'pageNumber.before': '青禾县水务局第若干页之' }, 'pageNumber.before', 'error', /最多 10 个字/],
  ['signs of the page number that do not print', { 'pageNumber.after': '\u0007' }, 'pageNumber.after', 'error', /不能印/],
  ['a page number in the middle by indent', { 'pageNumber.indent': 6000 }, 'pageNumber.indent', 'error', /离版心边要在/],
  ['a page number not one character in', { 'pageNumber.indent': 0 }, 'pageNumber.indent', 'warning', /空一字/],
  ['a page number in a Latin face', { 'styles.pageNumber.font.latin': 'Times New Roman' }, 'styles.pageNumber.font.latin', 'warning', /一字线可能变成西文短线/],
  ['a title cut off', { 'styles.title.linePitch': 400 }, 'styles.title.linePitch', 'error', /标题二号（22 磅）高于标题行距 20 磅.*切掉/],
  ['a title that costs a line', { 'styles.title.linePitch': 740 }, 'styles.title.linePitch', 'warning', /只排得下 21 行/],
  ['a heading cut off', { 'styles.heading1.size': 60 }, 'styles.heading1.size', 'error', /一级标题30 磅高于行距|高于行距 28\.95 磅/],
  ['a size without a name', { 'styles.body.size': 31 }, 'styles.body.size', 'warning', /15\.5 磅不是常用字号.*小三 15 磅和三号 16 磅/],
  ['a size beyond reason', { 'styles.subtitle.size': 4 }, 'styles.subtitle.size', 'error', /4 磅到 100 磅/],
  ['table lines cut off', { 'styles.table.linePitch': 200 }, 'styles.table.linePitch', 'error', /表格小四（12 磅）高于表格行距 10 磅/],
  ['a table head cut off', { 'styles.tableHead.size': 44 }, 'styles.tableHead.size', 'error', /表头/],
  ['a table larger than the text', { 'styles.table.size': 36, 'styles.table.linePitch': 500 }, 'styles.table.size', 'warning', /大于正文/],
  ['a table too small to read', { 'styles.table.size': 13 }, 'styles.table.size', 'warning', /看不清/],
  ['table lines that fill the page', { 'styles.table.linePitch': 6000 }, 'styles.table.linePitch', 'error', /一页排不下几行/],
  ['a ledger that shrinks to more than it is', { 'ledger.smallestSize': 28 }, 'ledger.smallestSize', 'error', /大于台账字号/],
  ['a ledger too small', { 'ledger.size': 10 }, 'ledger.size', 'error', /7\.5 磅/],
  ['a font without a name', { 'styles.body.font.chinese': ' ' }, 'styles.body.font.chinese', 'error', /没有填/],
  ['a font name of 32 characters', { 'styles.title.font.chinese': '仿'.repeat(32) }, 'styles.title.font.chinese', 'error', /最多认 31 个/],
  ['two fonts in one name', { 'styles.body.font.latin': 'Arial, Calibri' }, 'styles.body.font.latin', 'error', /一处只能填一种字体/],
  ['a font of vertical text', { 'styles.heading2.font.chinese': '@楷体' }, 'styles.heading2.font.chinese', 'error', /竖排/],
  ['a font name with a blank', { 'styles.heading2.font.chinese': '楷体 ' }, 'styles.heading2.font.chinese', 'error', /空格/],
  ['a Western font for Chinese', { 'styles.body.font.chinese': 'Times New Roman' }, 'styles.body.font.chinese', 'warning', /西文字体/],
  ['compressed punctuation', { 'options.compressPunctuation': true }, 'options.compressPunctuation', 'warning', /不再整齐/],
  ['blanks beside digits', { 'options.autoSpace': true }, 'options.autoSpace', 'warning', /不再整齐/],
  ['no name', { name: '  ' }, 'name', 'error', /起个名字/],
  ['a name that cannot be stored', { name: '甲\u0000' }, 'name', 'error', /不能保存/],
  ['a source as long as a paper', { source: '长'.repeat(501) }, 'source', 'error', /500 字/],
]

describe('U7 the checks of a layout', () => {
  it.each(layouts.map((layout) => [layout.name, layout] as const))('U7 find nothing in %s', (_, layout) => {
    expect(checkLayout(layout)).toEqual([])
  })

  it.each(cases)('U7 tell of %s', (_, changes, path, severity, words) => {
    const found = at(broken(changes), path)
    expect(found.map((one) => one.message).join(' ')).toMatch(words)
    expect(found.some((one) => one.severity === severity && words.test(one.message))).toBe(true)
    expect(at(common, path)).toEqual([])
  })

  it('U7 a repair puts right what it is offered for', () => {
    for (const [name, changes, path, severity, words] of cases) {
      const layout = broken(changes)
      const finding = at(layout, path).find((one) => one.severity === severity && words.test(one.message))!
      if (finding.repair === undefined) continue
      const repaired = broken(finding.repair, layout)
      expect(at(repaired, path).filter((one) => one.message === finding.message), name).toEqual([])
    }
  })

  it('U7 numbers of any size end in findings, never in an exception', () => {
    for (const value of [0, -1, 1, 31_680, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.NaN]) {
      for (const path of numberPlaces(common)) expect(Array.isArray(checkLayout(broken({ [path]: value })))).toBe(true)
    }
  })

  it('U7 errors come before warnings', () => {
    const found = checkLayout(broken({ 'grid.indent': 480, 'styles.title.linePitch': 400 }))
    expect(found.map((one) => one.severity)).toEqual([...found.map((one) => one.severity)].sort())
    expect(hasErrors(found)).toBe(true)
  })
})

function numberPlaces(value: object, before = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]): string[] =>
    typeof inner === 'number' && key !== 'schemaVersion' ? [before + key] : typeof inner === 'object' && inner !== null ? numberPlaces(inner as object, `${before}${key}.`) : [])
}

describe('U7 the facts of a layout', () => {
  it('U7 lines, characters and what is left over', () => {
    expect(layoutFacts(common)).toMatchObject({ lines: 22, characters: 28, heightLeft: 18, widthLeft: 25, titleCharacters: 20, linesBelowTitle: 22, toPageNumber: 397 })
    expect(layoutFacts(layoutOf('gb33476'))).toMatchObject({ lines: 22, characters: 28, heightLeft: 7, toPageNumber: 396 })
    expect(layoutFacts(broken({ 'grid.linePitch': 580 }))).toMatchObject({ lines: 21, heightLeft: 576 })
  })
  it('U7 the 7 mm of the page number hold in every shipped layout', () => {
    for (const layout of layouts) expect(Math.abs(millimetresOf(layoutFacts(layout).toPageNumber!) - 7)).toBeLessThan(0.1)
  })
})

describe('U8 units', () => {
  it.each([[2098, 37], [1984, 35], [1960, 34.58], [1847, 32.58], [1587, 28], [1474, 26], [11906, 210], [16838, 297], [1447, 25.52], [851, 15]])('U8 %i twips are %f mm', (twips, millimetres) => {
    expect(millimetresOf(twips)).toBe(millimetres)
  })
  it('U8 what is shown is taken back as the same length, within a hundredth of a millimetre', () => {
    for (let twips = 0; twips < 4000; twips += 1) expect(Math.abs(twipsOfMillimetres(millimetresOf(twips)) - twips)).toBeLessThanOrEqual(1)
    for (let twips = -100; twips < 2000; twips += 1) expect(twipsOfPoints(pointsOf(twips))).toBe(twips)
  })
  it.each([['三号', 32], ['3号', 32], [' 小四 ', 24], ['小4号', 24], ['16', 32], ['１６磅', 32], ['10.5pt', 21], ['三号（16 磅）', 32], ['16.3', undefined], ['大号', undefined], ['', undefined]])('U8 the size %j is %j half-points', (typed, size) => {
    expect(readSize(typed)).toBe(size)
  })
  it('U8 sizes have the names people use', () => {
    expect([32, 44, 33].map(sizeText)).toEqual(['三号（16 磅）', '二号（22 磅）', '16.5 磅'])
  })
})

describe('U8 the form', () => {
  it('U8 has a field for every number, font and choice of a layout', () => {
    const paths = layouts.flatMap(layoutPaths).filter((path) => path !== 'name' && path !== 'source')
    expect([...new Set(paths)].sort()).toEqual(allFields.map((field) => field.path).sort())
  })
  it('U8 shows each value so that it is read back within a hundredth of a millimetre', () => {
    for (const layout of layouts) for (const { path, kind } of allFields) {
      const value = valueAt(layout, path)!
      if (typeof value !== 'number') continue
      const read = readValue(kind, shownValue(kind, value))
      expect('value' in read && Math.abs((read.value as number) - value), path).toBeLessThanOrEqual(1)
    }
  })
  it('U8 what two windows changed is joined field by field', () => {
    const mine = broken({ 'page.left': 1700, 'grid.linePitch': 570 })
    const theirs = broken({ 'page.right': 1500, 'grid.linePitch': 560 })
    expect(joinLayouts(common, mine, theirs)).toEqual(broken({ 'page.left': 1700, 'grid.linePitch': 570, 'page.right': 1500 }))
    expect(joinLayouts(common, common, theirs)).toEqual(theirs)
  })
  it('U8 the sample paper is a valid draft with every kind of heading, a table and 署名', () => {
    expect(draftSchema.parse(samplePaper)).toEqual(samplePaper)
    for (const role of ['title', 'heading1', 'heading2', 'heading3', 'heading4', 'table', 'attachment', 'signature', 'date']) expect(samplePaper.blocks.some((block) => block.role === role), role).toBe(true)
    for (const layout of layouts) expect(setDraft(samplePaper, layout).pages.length).toBeGreaterThanOrEqual(2)
  })
})

describe('U6 names and files', () => {
  it.each([['gb33476', 'gb33476'], ['国标显现', 'gb33476'], ['常用', 'common'], ['常用 28.95 磅', 'common'], ['常用28.95磅', 'common'], ['常用28磅', 'common-28'], ['常用 28 磅', 'common-28'], ['common-28', 'common-28'], ['没有', undefined]])('U6 “%s” finds %s', (name, id) => {
    expect(layoutNamed(layouts, name)?.id).toBe(id)
  })
  it('U6 a name not yet taken', () => {
    expect(freeLayoutName('局用', ['局用', '局 用（2）'])).toBe('局用（3）')
    expect(freeLayoutName('局用（2）', ['局用（2）'])).toBe('局用（3）')
  })
  it('U6 a file is read back as it was written', () => {
    for (const layout of layouts) expect(readLayoutFile(layoutFileText(layout))).toEqual({ kind: 'layout', layout })
  })
  it.each([
    ['nothing', '', 'foreign'], ['text', '你好', 'foreign'], ['other JSON', '{"a":1}', 'foreign'], ['a list', '[]', 'foreign'], ['cut off', layoutFileText(common).slice(0, 500), 'broken'],
    ['a newer version', layoutFileText(common).replace('"version": 1', '"version": 2'), 'newer'], ['a newer layout', layoutFileText(common).replace('"schemaVersion": 1', '"schemaVersion": 9'), 'newer'],
    ['no version', layoutFileText(common).replace('"version": 1', '"version": "x"'), 'broken'], ['a number that is a word', layoutFileText(common).replace('"linePitch": 579', '"linePitch": "很宽"'), 'broken'],
    ['a field too many', layoutFileText(common).replace('"id": "common"', '"id": "common", "script": 1'), 'broken'], ['deep nesting', `{"format":"整稿版式","version":1,"layout":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'broken'],
  ])('U6 %s is no layout', (_, text, kind) => {
    expect(readLayoutFile(text).kind).toBe(kind)
  })
  it('U6 the schema itself knows nothing but layouts', () => {
    expect(layoutSchema.safeParse({ ...common, extra: 1 }).success).toBe(false)
  })
})
