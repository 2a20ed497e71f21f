/** Words about packages: hints on passphrases, failures, files handed over. */
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createOfferedFiles, packagePathsIn } from '../../electron/backend/files/offered-files.ts'
import { errorCodes, failure } from '../../shared/contract/errors.ts'
import { passphraseStrength } from '../../shared/exchange/passphrase-strength.ts'
import { packageFailures } from '../../renderer/text/packages.ts'

describe('Z12 a passphrase', () => {
  it.each([
    ['', 'short'], ['abc123', 'short'], ['整改方案', 'short'], ['12345678', 'weak'], ['aaaaaaaaaaaaaaaa', 'weak'], ['abcdefghijkl', 'weak'], ['20240630', 'weak'], ['13800001111', 'weak'], ['Password2024', 'weak'], ['qwertyuiop', 'weak'],
    ['k7m2w9q4', 'weak'], ['K7m!w9Qx', 'fair'], ['K7m!w9QxPz4&t', 'good'], ['河边老柳树下', 'fair'], ['河边老柳树下第三块青石板', 'good'],
  ] as const)('Z12 %s is %s', (passphrase, expected) => expect(passphraseStrength(passphrase)).toBe(expected))
})

describe('Z16 failures of reading a package', () => {
  const ofReading = errorCodes.filter((code) => code.startsWith('FILE_') || (code.startsWith('PACKAGE_') && !['PACKAGE_CONTENT_UNKNOWN', 'PACKAGE_CONTENT_INVALID', 'PACKAGE_TOO_LARGE', 'PACKAGE_CHANGED_SINCE', 'PACKAGE_OPENING_NOT_FOUND', 'PACKAGE_KEY_NOT_FOUND', 'PACKAGE_CONTENT_GONE', 'PACKAGE_REVIEW_NEEDED'].includes(code)))
  /** Never of a package: what readers of papers say, and what writing says. */
  const never = ['FILE_BINARY', 'FILE_TYPE_UNSUPPORTED', 'FILE_ENCRYPTED', 'FILE_ENCODING', 'FILE_DAMAGED', 'FILE_EXISTS', 'FILE_CHANGED', 'FILE_OPEN']
  it.each(ofReading.filter((code) => !never.includes(code)))('Z16 %s says what was kept and speaks of no paper to import', (code) => {
    const words = packageFailures[code]?.('来件.zgx') ?? failure(code, { name: '来件.zgx' }).message
    expect(words).toContain('没有存入任何内容')
    expect(words).toContain('来件.zgx')
    expect(words).not.toMatch(/\.docx|\.txt|导入/u)
  })
})

describe('Z20 files handed over', () => {
  it('Z20 are the packages among the words of a command line', () => {
    expect(packagePathsIn(['--data', '目录', '.', '甲.zgx', '/盘/乙.ZGX', '甲.zgx', '--x.zgx', '丙.docx', 'file:///盘/丁%201.zgx', 'file://host/戊.zgx'], '/家')).toEqual(
      [resolve('/家', '甲.zgx'), '/盘/乙.ZGX', '/盘/丁 1.zgx'],
    )
  })
  it('Z20 wait in order, each once, and are told of', () => {
    const files = createOfferedFiles(['/a.zgx'])
    let told = 0
    const stop = files.watch(() => { told += 1 })
    files.offer(['/b.zgx', '/a.zgx'])
    files.offer([])
    stop()
    files.offer(['/c.zgx'])
    expect([files.take(), files.take(), files.take(), files.take()]).toEqual(['/b.zgx', '/a.zgx', '/c.zgx', undefined])
    expect(told).toBe(1)
  })
})
