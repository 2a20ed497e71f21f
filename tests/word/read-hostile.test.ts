/** Law D5: any bytes end in paragraphs or in exactly one typed failure that names the file. */
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import type { ErrorCode } from '../../shared/contract/errors.ts'
import { importSourceSchema } from '../../shared/contract/procedures.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layoutOf } from '../support/layouts.ts'
import { buildDocx, documentXml, plain } from './build-docx.ts'

const name = '某局材料.docx'
const good = writeWord(buildPrintDocument(fullDraft, layoutOf('common')), { title: '', creator: '' })

async function code(bytes: Uint8Array): Promise<ErrorCode | 'read'> {
  const read = await readDocument({ name, bytes })
  if (read.ok) return 'read'
  expect(read.error.message).toContain(name)
  return read.error.code
}

/** A zip whose one entry says it is small and is not; fflate writes honest ones only. */
function bomb(size: number, declared: number): Uint8Array {
  const entry = strToU8('word/document.xml')
  const data = deflateRawSync(Buffer.concat([Buffer.from(documentXml('').replace(/<w:sectPr.*$/s, '')), Buffer.alloc(size, 0x20)]))
  const header = (signature: number, length: number) => {
    const buffer = Buffer.alloc(length)
    buffer.writeUInt32LE(signature)
    return buffer
  }
  const local = header(0x04034b50, 30)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(declared, 22)
  local.writeUInt16LE(entry.length, 26)
  const directory = header(0x02014b50, 46)
  directory.writeUInt16LE(20, 4)
  directory.writeUInt16LE(20, 6)
  directory.writeUInt16LE(8, 10)
  directory.writeUInt32LE(data.length, 20)
  directory.writeUInt32LE(declared, 24)
  directory.writeUInt16LE(entry.length, 28)
  const end = header(0x06054b50, 22)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + entry.length, 12)
  end.writeUInt32LE(30 + entry.length + data.length, 16)
  return Buffer.concat([local, entry, data, directory, entry, end])
}

describe('damaged', () => {
  test.each([0.1, 0.5, 0.9, 0.999])('a file cut off at %d of its length', async (share) => {
    expect(await code(good.subarray(0, Math.floor(good.length * share)))).toBe('FILE_DAMAGED')
  })

  test('a byte changed in the middle of the text', async () => {
    const bytes = good.slice()
    const at = Buffer.from(bytes).indexOf('word/document.xml') + 400
    bytes[at] = bytes[at]! ^ 0x10
    expect(await code(bytes)).toBe('FILE_DAMAGED')
  })

  test.each([
    ['cut XML', documentXml('').slice(0, 60)], ['no XML', 'Hallo'], ['another root', '<a/>'], ['an unknown entity', documentXml('<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>')],
    ['entities that multiply', `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${documentXml('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>').replace(/<\?xml.*?\?>/, '')}`],
    ['a control character', documentXml('<w:p><w:r><w:t>&#1;</w:t></w:r></w:p>')], ['an unbound prefix', '<q:document/>'],
  ])('%s', async (_, document) => {
    expect(await code(buildDocx({ document }))).toBe('FILE_DAMAGED')
  })

  test('no main part', async () => {
    expect(await code(zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/other.xml': strToU8('<a/>') }))).toBe('FILE_DAMAGED')
  })

  test('text that is not UTF-8', async () => {
    const content = new Uint8Array([...strToU8('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'), 0xff, 0xc0])
    expect(await code(buildDocx({ extra: { 'word/document.xml': content } }))).toBe('FILE_DAMAGED')
  })
})

describe('beyond the limits', () => {
  test('a bomb, whatever it says of its size', async () => {
    expect(await code(bomb(80 * 1024 * 1024, 1000))).toBe('FILE_LIMITS')
    expect(await code(bomb(80 * 1024 * 1024, 80 * 1024 * 1024))).toBe('FILE_LIMITS')
  })

  test('a part that is larger than it says, within the limit', async () => {
    expect(await code(bomb(1000, 10))).toBe('FILE_DAMAGED')
  })

  test('XML nested without end', async () => {
    expect(await code(buildDocx({ body: '<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000) }))).toBe('FILE_LIMITS')
  })

  test('too many elements', async () => {
    expect(await code(buildDocx({ body: '<w:p/>'.repeat(1_050_000) }))).toBe('FILE_LIMITS')
  }, 60_000)

  test('too many entries', async () => {
    const extra = Object.fromEntries(Array.from({ length: 20_100 }, (_, index) => [`word/media/${index}`, '']))
    expect(await code(buildDocx({ body: plain('甲'), extra }))).toBe('FILE_LIMITS')
  }, 60_000)

  test('too much text, in either kind of file', async () => {
    expect(await code(strToU8('整改材料，'.repeat(1_200_000)))).toBe('FILE_TOO_LARGE')
    expect(await code(Buffer.alloc(20 * 1024 * 1024, 'The text. '))).toBe('FILE_TOO_LARGE')
    expect(await code(buildDocx({ body: plain('整改材料，'.repeat(50_000)).repeat(22) }))).toBe('FILE_TOO_LARGE')
    expect(await code(new Uint8Array(50 * 1024 * 1024 + 1))).toBe('FILE_TOO_LARGE')
  }, 60_000)
})

describe('empty', () => {
  test('no bytes, no text', async () => {
    expect(await code(new Uint8Array())).toBe('FILE_EMPTY')
    expect(await code(strToU8(' \n\t\r\n\u3000'))).toBe('FILE_EMPTY')
    expect(await code(buildDocx({ body: plain(' ') + '<w:p/>' }))).toBe('FILE_EMPTY')
    expect(await code(buildDocx({}))).toBe('FILE_EMPTY')
    expect(await code(strToU8('\ufeff'))).toBe('FILE_EMPTY')
  })
})

describe('odd but readable', () => {
  test('control characters, broken pairs, styles that go in a circle', async () => {
    expect(await code(strToU8('整改\u0007方案\u0001\n一、总体要求'))).toBe('read')
    expect(await code(buildDocx({ body: plain('甲&#x7f;&#x85;') }))).toBe('read')
  })

  test('deep but honest nesting: revisions in links in controls', async () => {
    const wrap = ['w:hyperlink', 'w:smartTag', 'w:ins', 'w:sdt><w:sdtContent']
    const nested = Array.from({ length: 40 }, (_, index) => wrap[index % 3]!).reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, '<w:r><w:t>深</w:t></w:r>')
    expect(await code(buildDocx({ body: `<w:p>${nested}</w:p>` }))).toBe('read')
  })
})

test('D5 any bytes end in a valid source or in one typed failure', async () => {
  const signatures = [[], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [...strToU8('{\\rtf')], [...strToU8('<?xml ?>')]]
  const mutated = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((changes) => {
    const bytes = good.slice()
    for (const [at, byte] of changes) bytes[at] = byte
    return bytes
  })
  const random = fc.tuple(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 400 })).map(([head, tail]) => new Uint8Array([...head, ...tail]))
  await fc.assert(fc.asyncProperty(fc.noShrink(fc.oneof(random, mutated)), async (bytes) => {
    const read = await readDocument({ name, bytes })
    if (read.ok) expect(importSourceSchema.safeParse(read.value).success).toBe(true)
    else expect(read.error.code).toMatch(/^FILE_/)
  }), { seed: 77, numRuns: 600 })
}, 60_000)

describe('D5 sizes that grow with each other stay within seconds', () => {
  const many = 60_000
  const quick = async (bytes: Uint8Array) => {
    const started = performance.now()
    const result = await code(bytes)
    // The limit of any reading (D5).
    expect(performance.now() - started).toBeLessThan(30_000)
    return result
  }

  test('attributes without number', async () => {
    expect(await quick(buildDocx({ body: `<w:p ${Array.from({ length: many }, (_, index) => `w:a${index}="1"`).join(' ')}/>${plain('甲')}` }))).toBe('read')
  })

  test('paragraph ends deleted one after another', async () => {
    expect(await quick(buildDocx({ body: plain('甲', '<w:rPr><w:del/></w:rPr>').repeat(many) }))).toBe('read')
  })

  test('levels without number, a number text without end, a level far beyond the ninth', async () => {
    const levels = `<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="${'%1'.repeat(100_000)}"/></w:lvl>` + Array.from({ length: many }, (_, index) => `<w:lvl w:ilvl="${index + 9}"/>`).join('')
    const numbering = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const numbered = (level: number) => plain('甲', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)
    expect(await quick(buildDocx({ body: numbered(0).repeat(5000) + numbered(999_999_999).repeat(20), numbering }))).toBe('read')
  })

  test('rows and cells without number', async () => {
    expect(await quick(buildDocx({ body: `<w:tbl>${'<w:tr><w:tc><w:p/></w:tc><w:tc/></w:tr>'.repeat(20_000)}</w:tbl>` }))).toBe('FILE_LIMITS')
    expect(await quick(buildDocx({ body: `<w:tbl><w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'.repeat(many)}</w:tr></w:tbl>` }))).toBe('read')
  })

  test('styles based on each other in a long chain', async () => {
    const styles = Array.from({ length: 20_000 }, (_, index) => `<w:style w:type="paragraph" w:styleId="s${index}"><w:name w:val="s${index}"/><w:basedOn w:val="s${index + 1}"/></w:style>`).join('')
    const body = Array.from({ length: 20_000 }, (_, index) => plain('甲', `<w:pStyle w:val="s${index}"/>`)).join('')
    expect(await quick(buildDocx({ body, styles }))).toBe('read')
  })
})
