import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../electron/backend/files/decode-text.ts'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { sniffType } from '../../electron/backend/files/sniff-type.ts'

const paper = '测试区档案馆领导班子整改方案\n一、总体要求\n坚持问题导向，对照巡察反馈意见逐条整改，2023年11月底前完成。\n'

const hasIconv = (() => {
  try {
    execFileSync('iconv', ['--version'])
    return true
  } catch {
    return false
  }
})()

/** Node has no encoder for other than UTF-8 and UTF-16. */
const encode = (text: string, encoding: string): Buffer => execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: text })
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}
const mark = '\ufeff'

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(paper), 'UTF-8'], ['UTF-8 with mark', Buffer.from(mark + paper), 'UTF-8'],
    ['UTF-16LE with mark', utf16(mark + paper, false), 'UTF-16LE'], ['UTF-16BE with mark', utf16(mark + paper, true), 'UTF-16BE'],
    ['UTF-16LE', utf16(paper, false), 'UTF-16LE'], ['UTF-16BE', utf16(paper, true), 'UTF-16BE'],
    ['plain ASCII', Buffer.from('Plan 2023'), 'UTF-8'],
  ] as const)('%s', (_, bytes, encoding) => {
    const found = decodeText(bytes)
    expect(found?.encoding).toBe(encoding)
    if (encoding !== 'UTF-8' || bytes.length > 20) expect(found?.text).toBe(paper)
    expect(sniffType(bytes)).toEqual({ kind: 'text' })
  })

  test.runIf(hasIconv).each(['GB2312', 'GBK', 'GB18030'])('%s', (encoding) => {
    expect(decodeText(encode(paper, encoding))).toEqual({ text: paper, encoding: 'GB18030' })
  })

  test.runIf(hasIconv)('short lines, names, rare characters, four-byte characters', () => {
    for (const text of ['甲', '责任人：张三', '联通', '周喆、陈垚', '𠮷某', '镕基', '㐂']) expect(decodeText(encode(text, 'GB18030'))?.text, text).toBe(text)
  })

  test.runIf(hasIconv).each([['BIG5', '對照巡察反饋意見逐條整改，堅持問題導向，明確責任領導和完成時限，逐項落實整改措施並按月報告進展情況。'], ['EUC-KR', '대한민국의 주권은 국민에게 있고 모든 권력은 국민으로부터 나온다 그리고 우리는 함께 살아간다'], ['SHIFT_JIS', 'これはペンです。日本語の文章をここに書きます。とても長い文章です。ありがとうございます。'], ['KOI8-R', 'Это обычный русский текст, в котором нет ни одного китайского знака.']])('%s is refused, not passed on garbled', (encoding, text) => {
    expect(decodeText(encode(text, encoding))).toBeUndefined()
  })

  test.runIf(hasIconv)('any Chinese text comes back as it was, or is refused', () => {
    const words = ['整改', '方案', '落实', '（一）', '，', '。', '2023年', '“两个维护”', '学习', 'A', '\n', '责任', '问题', '不够']
    const text = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(fc.property(text, fc.constantFrom('UTF-8', 'GB18030', 'UTF-16LE', 'UTF-16BE'), (content, encoding) => {
      const found = decodeText(encode(content, encoding))
      expect(found === undefined || found.text === content).toBe(true)
    }), { seed: 3, numRuns: 120 })
  }, 30_000)

  test('what no encoding explains is FILE_ENCODING', async () => {
    const read = await readDocument({ name: '甲.txt', bytes: Buffer.from(mark + '甲', 'utf16le').subarray(0, 3) })
    expect(read).toMatchObject({ ok: false, error: { code: 'FILE_ENCODING' } })
    // What was a Word file by its name is broken: saving it from a text editor would not help.
    expect(await readDocument({ name: '甲.docx', bytes: Buffer.from(mark + '甲', 'utf16le').subarray(0, 3) })).toMatchObject({ ok: false, error: { code: 'FILE_DAMAGED' } })
  })

  test('the note names the encoding where it is not UTF-8', async () => {
    expect(await readDocument({ name: '甲.txt', bytes: utf16(mark + paper, false) })).toMatchObject({ ok: true, value: { format: 'txt', notes: ['文字编码按 UTF-16LE 读取。'] } })
    expect(await readDocument({ name: '甲.txt', bytes: Buffer.from(paper) })).toMatchObject({ ok: true, value: { notes: [] } })
  })
})

describe('what a file is, by its bytes', () => {
  const ole = (...names: string[]) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(64), ...names.map((name) => Buffer.from(name, 'utf16le'))])

  test.each([
    ['old Word or WPS', ole('WordDocument'), 'doc'], ['an encrypted file', ole('EncryptedPackage'), 'encrypted'], ['old Excel', ole('Workbook'), 'other'],
    ['RTF', Buffer.from('{\\rtf1\\ansi'), 'rtf'], ['HTML', Buffer.from('\ufeff\n<!DOCTYPE html><html>'), 'html'], ['HTML', Buffer.from('<html xmlns:o="x">'), 'html'],
    ['Word 2003 XML', Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'), 'wordml'], ['PDF', Buffer.from('%PDF-1.7'), 'other'],
  ])('%s', (_, bytes, kind) => {
    expect(sniffType(bytes).kind).toBe(kind)
  })

  test.each([
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])], ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['unknown', Buffer.from([1, 2, 3, 0, 0, 0, 7, 8])], ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)])], ['zeros', Buffer.alloc(1000)],
  ])('%s is no text', async (_, bytes) => {
    expect(await readDocument({ name: '甲.txt', bytes })).toMatchObject({ ok: false, error: { code: 'FILE_BINARY' } })
  })

  test('text that only begins like something else stays text', () => {
    for (const text of ['BM整改方案，坚持问题导向', 'MZ方案：一、总体要求', '<p>整改方案</p>', '##paidbegin##整改']) expect(sniffType(Buffer.from(text)), text).toEqual({ kind: 'text' })
  })
})
