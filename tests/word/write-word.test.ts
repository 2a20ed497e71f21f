import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, test } from 'vitest'
import { isOwnOfficeFile } from '../../electron/backend/files/is-own-office-file.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layoutOf, layouts } from '../support/layouts.ts'
import { draftArbitrary } from '../support/random-draft.ts'
import { all, parse, structureFaults, unpack, type Node } from './structure-checks.ts'

const write = (layoutId = 'gb33476', creator = '测试区档案馆') =>
  writeWord(buildPrintDocument(fullDraft, layoutOf(layoutId)), { title: fullDraft.title, subject: '整改方案', creator })

const part = (name: string, layoutId?: string): Node => parse(unpack(write(layoutId))[name]!)

const styleNamed = (name: string, layoutId?: string): Node =>
  all(part('word/styles.xml', layoutId), 'w:style').find((style) => style.children.some((one) => one.name === 'w:name' && one.attributes['w:val'] === name))!

const one = (node: Node, name: string) => all(node, name)[0]?.attributes ?? {}

describe('the same draft gives the same bytes', () => {
  const zone = process.env['TZ']
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  test.each(['UTC', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Kiritimati'])('in the time zone %s', (name) => {
    process.env['TZ'] = 'Europe/Berlin'
    const before = write()
    process.env['TZ'] = name
    // The zone has really changed: Berlin is an hour ahead.
    expect(new Date(2024, 0, 1).getTimezoneOffset()).not.toBe(-60)
    expect(Buffer.compare(before, write())).toBe(0)
  })

  test('and it is known as ours until somebody saves it', () => {
    const bytes = write()
    expect(isOwnOfficeFile(bytes)).toBe(true)
    expect(isOwnOfficeFile(bytes.subarray(0, bytes.length - 1))).toBe(false)
    expect(isOwnOfficeFile(new Uint8Array())).toBe(false)
    const resaved = bytes.slice()
    // The time of an entry in the directory, as another program would write it.
    const directory = Buffer.from(resaved).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    resaved[directory + 12] = 0x21
    expect(isOwnOfficeFile(resaved)).toBe(false)
  })
})

describe('the page', () => {
  test.each([
    ['gb33476', { top: '1960', bottom: '1847', pitch: '592' }],
    ['common', { top: '2098', bottom: '1984', pitch: '579' }],
    ['common-28', { top: '2098', bottom: '1984', pitch: '560' }],
  ] as const)('%s: A4, margins and grid of word-format.md §1.2', (id, expected) => {
    const document = part('word/document.xml', id)
    expect(one(document, 'w:pgSz')).toEqual({ 'w:w': '11906', 'w:h': '16838' })
    expect(one(document, 'w:pgMar')).toMatchObject({ 'w:top': expected.top, 'w:bottom': expected.bottom, 'w:left': '1587', 'w:right': '1474', 'w:footer': '1447' })
    expect(one(document, 'w:docGrid')).toEqual({ 'w:type': 'lines', 'w:linePitch': expected.pitch })
    expect(one(styleNamed('Normal', id), 'w:spacing')).toMatchObject({ 'w:line': expected.pitch, 'w:lineRule': 'exact' })
  })

  test('Normal holds size, character spacing, and keeps off the grid and the widow control', () => {
    const normal = styleNamed('Normal')
    expect(one(normal, 'w:sz')).toEqual({ 'w:val': '32' })
    expect(all(normal, 'w:spacing').map((node) => node.attributes['w:val'])).toContain('-5')
    for (const name of ['w:snapToGrid', 'w:widowControl', 'w:autoSpaceDE', 'w:autoSpaceDN']) expect(one(normal, name), name).toEqual({ 'w:val': '0' })
  })

  test('indents are given in characters and in twips', () => {
    expect(one(styleNamed('整稿 正文'), 'w:ind')).toMatchObject({ 'w:firstLineChars': '200', 'w:firstLine': '632' })
    expect(one(styleNamed('整稿 署名'), 'w:ind')).toMatchObject({ 'w:rightChars': '200', 'w:right': '632' })
  })

  test('page numbers: odd pages right, even pages left, a whole field in runs of its own', () => {
    const parts = unpack(write())
    expect(one(parse(parts['word/footer1.xml']!), 'w:jc')).toEqual({ 'w:val': 'right' })
    expect(one(parse(parts['word/footer2.xml']!), 'w:jc')).toEqual({ 'w:val': 'left' })
    const runs = all(parse(parts['word/footer1.xml']!), 'w:r').map((run) => run.children.slice(1).map((node) => node.attributes['w:fldCharType'] ?? `${node.name} ${node.text.trim()}`).join())
    expect(runs).toEqual(['w:t —', 'begin', 'w:instrText PAGE', 'separate', 'w:t 1', 'end', 'w:t —'])
    expect(all(parse(parts['word/settings.xml']!), 'w:evenAndOddHeaders')).toHaveLength(1)
    expect(all(parse(parts['word/document.xml']!), 'w:footerReference').map((node) => node.attributes['w:type'])).toEqual(['default', 'even'])
  })

  test('page numbers in the middle need one footer, none needs none', () => {
    const layout = layoutOf('gb33476')
    const placed = (place: 'centre' | 'none') => unpack(writeWord(buildPrintDocument(fullDraft, { ...layout, pageNumber: { ...layout.pageNumber, place } }), { title: '', creator: '' }))
    expect(Object.keys(placed('centre')).filter((name) => name.includes('footer'))).toEqual(['word/footer1.xml'])
    expect(Object.keys(placed('none')).filter((name) => name.includes('footer'))).toEqual([])
  })
})

describe('names and settings', () => {
  test('headings and title have the names Word knows, our roles names of their own', () => {
    const names = all(part('word/styles.xml'), 'w:name').map((node) => node.attributes['w:val'])
    for (const name of ['Normal', 'Title', 'heading 1', 'heading 2', 'heading 3', 'heading 4', '整稿 正文', '整稿 问题', '整稿 措施', '整稿 编号']) expect(names).toContain(name)
    expect([1, 2, 3, 4].map((level) => one(styleNamed(`heading ${level}`), 'w:outlineLvl')['w:val'])).toEqual(['0', '1', '2', '3'])
  })

  test('no 兼容模式, no useFELayout, no compression of punctuation unless the layout asks for it', () => {
    const settings = part('word/settings.xml')
    expect(all(settings, 'w:compatSetting').map((node) => node.attributes)).toContainEqual(expect.objectContaining({ 'w:name': 'compatibilityMode', 'w:val': '15' }))
    expect(all(settings, 'w:useFELayout')).toEqual([])
    expect(one(settings, 'w:characterSpacingControl')).toEqual({ 'w:val': 'doNotCompress' })
  })

  test('the font table says where else a font is found, the theme names no foreign one', () => {
    const fonts = all(part('word/fontTable.xml'), 'w:font')
    expect(fonts.map((font) => font.attributes['w:name'])).toEqual(expect.arrayContaining(['仿宋_GB2312', '楷体_GB2312', '黑体', '宋体', '方正小标宋简体']))
    expect(one(fonts.find((font) => font.attributes['w:name'] === '仿宋_GB2312')!, 'w:altName')).toEqual({ 'w:val': '仿宋' })
    expect(unpack(write())['word/theme/theme1.xml']).not.toMatch(/Calibri|Cambria|等线/)
  })

  test('X18 what begins and ends no line in Chinese is said; fonts of 方正 are told with the name Word knows', () => {
    const settings = part('word/settings.xml')
    for (const [name, sign] of [['w:noLineBreaksBefore', '。'], ['w:noLineBreaksAfter', '《']] as const) expect(one(settings, name)).toMatchObject({ 'w:lang': 'zh-CN', 'w:val': expect.stringContaining(sign) as string })
    const layout = layoutOf('gb33476')
    const font = { chinese: '方正仿宋_GBK', latin: '方正仿宋_GBK' }
    const bytes = writeWord(buildPrintDocument(fullDraft, { ...layout, styles: { ...layout.styles, body: { ...layout.styles.body, font } } }), { title: '', creator: '' })
    const entry = all(parse(unpack(bytes)['word/fontTable.xml']!), 'w:font').find((node) => node.attributes['w:name'] === '方正仿宋_GBK')!
    expect([one(entry, 'w:altName')['w:val'], one(entry, 'w:charset')['w:val']]).toEqual(['仿宋_GB2312', '86'])
    expect(structureFaults(bytes)).toEqual([])
  })

  test('properties: title and author as given, never empty, fixed times', () => {
    const core = (creator: string) => parse(unpack(write('gb33476', creator))['docProps/core.xml']!)
    const textOf = (node: Node, name: string) => all(node, name)[0]!.text
    expect(textOf(core('甲 & 乙'), 'dc:creator')).toBe('甲 & 乙')
    expect(textOf(core(' '), 'dc:creator')).toBe('整稿')
    expect(textOf(core(''), 'dc:title')).toBe(fullDraft.title)
    expect(textOf(core(''), 'dcterms:modified')).toBe('2000-01-01T00:00:00Z')
  })

  test('what no XML can hold does not get in', () => {
    const bytes = writeWord(buildPrintDocument(fullDraft, layoutOf('common')), { title: 'a\u0000b\ud800c\uffff', creator: '\u0001' })
    expect(all(parse(unpack(bytes)['docProps/core.xml']!), 'dc:title')[0]!.text).toBe('a\ufffdb\ufffdc\ufffd')
  })
})

describe('the structure Word and WPS insist on', () => {
  test.each(layouts.map((layout) => layout.id))('a draft with everything, layout %s', (id) => {
    expect(structureFaults(write(id))).toEqual([])
  })

  test('any draft', () => {
    fc.assert(fc.property(draftArbitrary, fc.constantFrom(...layouts), (draft, layout) => {
      expect(structureFaults(writeWord(buildPrintDocument(draft, layout), { title: draft.title, creator: '' }))).toEqual([])
    }), { seed: 31, numRuns: 60 })
  })

  test('an empty draft', () => {
    const bytes = writeWord(buildPrintDocument({ blocks: [] }, layoutOf('common')), { title: '', creator: '' })
    expect(structureFaults(bytes)).toEqual([])
    expect(Object.keys(unzipSync(bytes))[0]).toBe('[Content_Types].xml')
  })
})
