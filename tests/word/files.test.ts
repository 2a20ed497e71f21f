import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atomicWrite } from '../../electron/backend/files/atomic-write.ts'
import { safeFileName } from '../../electron/backend/files/safe-path.ts'

describe('atomicWrite', () => {
  let folder = ''
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'zhenggao-')) })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('writes a new file and replaces an old one, with nothing left beside it', async () => {
    const path = join(folder, '整改方案.docx')
    await atomicWrite(path, new Uint8Array([1, 2, 3]))
    await atomicWrite(path, new Uint8Array([4]))
    expect([...readFileSync(path)]).toEqual([4])
    expect(readdirSync(folder)).toEqual(['整改方案.docx'])
  })

  test('a name as long as the file system allows', async () => {
    const path = join(folder, `${'整'.repeat(83)}.docx`)
    await atomicWrite(path, new Uint8Array([1]))
    expect(readFileSync(path)).toHaveLength(1)
    rmSync(path)
  })

  test('what stood there stays and nothing is left where writing fails', async () => {
    const inner = join(folder, 'held')
    mkdirSync(join(inner, 'sub'), { recursive: true })
    writeFileSync(join(inner, 'sub', 'file'), 'x')
    await expect(atomicWrite(join(inner, 'sub'), new Uint8Array([1]))).rejects.toThrow()
    expect(readdirSync(inner)).toEqual(['sub'])
    await expect(atomicWrite(join(folder, 'missing', 'a.docx'), new Uint8Array([1]))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('two writers at the same time leave one whole file', async () => {
    const path = join(folder, 'both.docx')
    const one = new Uint8Array(200_000).fill(1)
    const two = new Uint8Array(200_000).fill(2)
    await Promise.all([atomicWrite(path, one), atomicWrite(path, two)])
    const found = readFileSync(path)
    expect(found.every((byte) => byte === found[0])).toBe(true)
    expect(found).toHaveLength(200_000)
  })
})

describe('safeFileName', () => {
  test.each([
    ['某局“学查改”整改方案', '某局“学查改”整改方案'], ['关于“a/b”：<试行>?', '关于“a／b”：〈试行〉？'], ['  方案. ', '方案'], ['..', '未命名文稿'], ['', '未命名文稿'], ['CON', '_CON'], ['com1.docx', '_com1.docx'],
    ['a\u202etxt.docx', 'atxt.docx'], ['第一行\n第二行', '第一行 第二行'], ['C:\\x', 'C：＼x'], ['.hidden', 'hidden'],
  ])('%j → %j', (title, expected) => {
    expect(safeFileName(title)).toBe(expected)
  })

  test('is always a name: some text, no path, no reserved sign, no more than 200 bytes', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constant('整'.repeat(200))), (title) => {
      const name = safeFileName(title)
      expect(name).not.toBe('')
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201)
      expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|[. ]$|^[. ]/)
      expect(name.isWellFormed()).toBe(true)
      expect(safeFileName(name)).toBe(name)
    }), { seed: 1, numRuns: 1000 })
  })
})
