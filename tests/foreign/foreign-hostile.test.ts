/** Law D5 for every other type: any bytes end in paragraphs or in exactly one typed failure, within seconds. */
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import type { ErrorCode } from '../../shared/contract/errors.ts'
import { importSourceSchema } from '../../shared/contract/procedures.ts'
import { docFixture } from './doc-cases.ts'
import { foreignCases, type ForeignCase } from './foreign-cases.ts'
import { fodt, odt, p } from './odt-cases.ts'
import { rtf } from './rtf-cases.ts'
import { wordml } from './wordml-cases.ts'

const name = '某局材料.doc'

async function code(bytes: Uint8Array): Promise<ErrorCode | 'read'> {
  const started = performance.now()
  const read = await readDocument({ name, bytes })
  // The limit of any reading (D5).
  expect(performance.now() - started).toBeLessThan(30_000)
  if (read.ok) {
    expect(importSourceSchema.safeParse(read.value).success).toBe(true)
    return 'read'
  }
  expect(read.error.message).toContain(name)
  expect(read.error.code).toMatch(/^FILE_/)
  return read.error.code
}

/** Seeded: bytes changed, cut out, doubled, moved, at places and of sizes that matter. */
function mutations(good: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat(good.length - 1)
  const bytes = fc.array(fc.tuple(at, fc.oneof(fc.nat(255), fc.constantFrom(0, 0xff, 0x7f, 0x7b, 0x7d, 0x5c, 0x3c, 0x3e, 0x22))), { minLength: 1, maxLength: 10 }).map((changes) => {
    const copy = good.slice()
    for (const [place, byte] of changes) copy[place] = byte
    return copy
  })
  const span = fc.tuple(at, fc.integer({ min: 1, max: 400 }))
  const removed = span.map(([from, length]) => new Uint8Array([...good.slice(0, from), ...good.slice(from + length)]))
  const doubled = span.map(([from, length]) => new Uint8Array([...good.slice(0, from + length), ...good.slice(from)]))
  const filled = fc.tuple(span, fc.constantFrom(0, 0xff)).map(([[from, length], byte]) => good.slice().fill(byte, from, from + length))
  const cut = at.map((length) => good.slice(0, length + 1))
  return fc.oneof({ weight: 5, arbitrary: bytes }, removed, doubled, filled, cut)
}

const byFormat = new Map<string, ForeignCase[]>()
for (const one of foreignCases) byFormat.set(one.format, [...(byFormat.get(one.format) ?? []), one])

describe.each([...byFormat])('D5 W26 damaged .%s', (format, cases) => {
  test('220 mutations: no crash, no hang', async () => {
    const good = cases.map((one) => one.bytes())
    const runs = Math.ceil(220 / good.length)
    for (const [index, bytes] of good.entries()) {
      await fc.assert(fc.asyncProperty(fc.noShrink(mutations(bytes)), async (mutated) => { await code(mutated) }), { seed: 4100 + index, numRuns: runs })
    }
  }, 90_000)
  test('cut off: never a part of the text without a word', async () => {
    for (const one of cases.slice(0, 4)) {
      const bytes = one.bytes()
      for (const share of [0.2, 0.5, 0.8, 0.95]) {
        const result = await code(bytes.slice(0, Math.floor(bytes.length * share)))
        // A page has no end that could be missing: browsers close what is open.
        if (format !== 'html') expect(result, `${one.name} ${share}`).not.toBe('read')
      }
    }
  })
})

describe('W26 nesting and sizes', () => {
  const many = 60_000
  test('.rtf: groups, notes in notes, tables in tables, lengths that lie', async () => {
    expect(await code(rtf('{'.repeat(5000) + '甲' + '}'.repeat(5000)))).toBe('FILE_LIMITS')
    expect(await code(rtf('{\\footnote '.repeat(500) + 'a' + '}'.repeat(500)))).toBe('FILE_LIMITS')
    expect(await code(rtf('\\pard\\intbl\\itap200 a\\nestcell\\par'))).toBe('read')
    expect(await code(rtf(`a\\bin2000000000 ${'x'.repeat(100)}\\par`))).toBe('FILE_DAMAGED')
    expect(await code(rtf(`${'\\trowd' + '\\cellx100'.repeat(3000)}${'a\\cell'.repeat(3000)}\\row`))).toBe('read')
    expect(await code(rtf(`${'a\\cell\\row '.repeat(11_000)}`))).toBe('FILE_LIMITS')
    expect(await code(rtf('\\u-1?\\u99999999999999?\\uc-5\\u20?\\par a'))).toBe('read')
    expect(await code(rtf("{\\*\\atrfstart 1}a".repeat(many) + 'b'))).toBe('read')
  })
  test('.html: elements without end, spans without sense, formats never closed', async () => {
    const page = (body: string) => strToU8(`<html><meta charset=utf-8><body>${body}`)
    expect(await code(page('<div>'.repeat(20_000) + '甲'))).toBe('FILE_LIMITS')
    expect(await code(page('<b><i><u>'.repeat(300) + '甲'))).toBe('read')
    expect(await code(page('<table><tr>' + '<td rowspan=99999 colspan=99999>甲</td>'.repeat(2000) + '</tr></table>'))).toBe('read')
    expect(await code(page('<table>' + '<tr><td>甲<td>乙</tr>'.repeat(11_000) + '</table>'))).toBe('FILE_LIMITS')
    expect(await code(page('<table><tr><td>'.repeat(300) + '甲'))).toMatch(/read|FILE_LIMITS/)
    expect(await code(page('<ol start=99999999999><li value=-5>甲<li>乙</ol>'))).toBe('read')
    expect(await code(page(`<style>${'p{color:red}'.repeat(50_000)}</style><p>甲</p>`))).toBe('read')
    expect(await code(page(`<style>${'/*'.repeat(50_000)}</style><p>甲</p>`))).toBe('read')
  }, 60_000)
  test('.mht: boundaries without end, parts inside parts', async () => {
    const mime = (body: string) => strToU8(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${body}`)
    expect(await code(mime('--b\r\n\r\nx\r\n'.repeat(21_000)))).toBe('FILE_LIMITS')
    expect(await code(mime('--b\r\nContent-Type: text/html\r\n\r\n<p>甲</p>'))).toBe('FILE_DAMAGED')
    expect(await code(mime('--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--'))).toBe('FILE_DAMAGED')
  })
  test('.odt: bombs, depth, repeated cells and rows, styles in a circle, lists deep down', async () => {
    const bomb = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': [new Uint8Array(70 * 1024 * 1024).fill(0x20), { level: 9 }] })
    expect(await code(bomb)).toBe('FILE_LIMITS')
    expect(await code(odt({ body: '<text:section>'.repeat(400) + '</text:section>'.repeat(400) }))).toBe('FILE_LIMITS')
    const endless = odt({ body: `<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384">${p('甲')}</table:table-cell></table:table-row></table:table>` })
    expect(await code(endless)).toBe('read')
    const read = await readDocument({ name: '表.odt', bytes: endless })
    expect(read.ok && read.value.notes).toContain('重复太多次的单元格或行 2 处，只导入了前面的一部分。')
    expect(await code(odt({ body: `<table:table>${`<table:table-row table:number-rows-repeated="1000"><table:table-cell>${p('甲')}</table:table-cell></table:table-row>`.repeat(20)}</table:table>` }))).toBe('FILE_LIMITS')
    expect(await code(odt({ automatic: '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/><style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>', body: p('甲', 'A') }))).toBe('read')
    expect(await code(odt({ body: '<text:list><text:list-item>'.repeat(80) + p('甲') + '</text:list-item></text:list>'.repeat(80) }))).toBe('read')
    expect(await code(odt({ body: p('<text:s text:c="999999999"/>甲') }))).toBe('read')
    expect(await code(fodt({ body: p('甲').repeat(many) }))).toBe('read')
    expect(await code(odt({ body: p('甲') }, { 'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>' }))).toBe('FILE_ENCRYPTED')
  }, 60_000)
  test('Word XML: depth, entities, no body', async () => {
    expect(await code(wordml('<wx:sub-section>'.repeat(400) + '</wx:sub-section>'.repeat(400)))).toBe('FILE_LIMITS')
    expect(await code(strToU8('<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'))).toBe('FILE_DAMAGED')
    expect(await code(strToU8('<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b">]><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>&a;</w:body></w:wordDocument>'))).toMatch(/FILE_DAMAGED|FILE_TYPE_UNSUPPORTED/)
  })
  test('.doc: chains in circles, lengths that lie, a piece that lies outside', async () => {
    const good = docFixture('numbers')
    const changed = (change: (bytes: Buffer) => void) => {
      const bytes = Buffer.from(good)
      change(bytes)
      return new Uint8Array(bytes)
    }
    const fat = (bytes: Buffer) => (bytes.readUInt32LE(76) + 1) * 512
    expect(await code(changed((bytes) => { for (let id = 0; id < 20; id += 1) bytes.writeUInt32LE(id, fat(bytes) + id * 4) }))).toBe('FILE_DAMAGED')
    expect(await code(changed((bytes) => { bytes.writeUInt32LE(0, 68) }))).toMatch(/FILE_DAMAGED|read/)
    expect(await code(changed((bytes) => { bytes.writeUInt16LE(30, 30) }))).toBe('FILE_DAMAGED')
    const document = good.findIndex((_, at) => at % 512 === 0 && at > 0 && good[at] === 0xec && good[at + 1] === 0xa5)
    expect(await code(changed((bytes) => { bytes.writeInt32LE(2_000_000_000, document + 0x4c) }))).toBe('FILE_DAMAGED')
    expect(await code(changed((bytes) => { bytes.writeUInt16LE(bytes.readUInt16LE(document + 0x0a) | 0x100, document + 0x0a) }))).toBe('FILE_ENCRYPTED')
    expect(await code(changed((bytes) => { bytes.writeUInt16LE(0xa5dc, document) }))).toBe('FILE_TYPE_UNSUPPORTED')
  })
})
