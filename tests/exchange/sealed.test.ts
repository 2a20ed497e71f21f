/** Z6: what stands before the ciphertext, byte for byte; and passphrases that are nearly right. */
import { strFromU8, strToU8 } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { isSealed, seal, unseal } from '../../electron/backend/exchange/sealed.ts'
import { PackageFault } from '../../electron/backend/exchange/package-fault.ts'
import { readPackage } from '../../electron/backend/exchange/read-package.ts'

const passphrase = '口令 Café 1'
const words = strToU8('青禾县水务局整改方案')
let sealed: Uint8Array
beforeAll(async () => { sealed = await seal(words, passphrase) })

async function codeOf(bytes: Uint8Array, given: string | null = passphrase): Promise<string> {
  try {
    return isSealed(bytes) ? strFromU8(await unseal(bytes, given)) : 'not sealed'
  } catch (error) {
    if (error instanceof PackageFault) return error.code
    throw error
  }
}

const headOf = (bytes: Uint8Array) => 8 + Buffer.from(bytes).readUInt32BE(4)

describe('the sealed form', () => {
  it('Z6 no byte of the head can be changed without the package being refused', async () => {
    const front = headOf(sealed)
    expect(front).toBeGreaterThan(150)
    const codes = new Map<string, number>()
    for (let at = 0; at < front; at += 1) {
      for (const change of [0x01, 0x02].filter((bits) => at % 2 === 0 || bits === 0x02)) {
        const bytes = sealed.slice()
        bytes[at]! ^= change
        const code = await codeOf(bytes)
        codes.set(code, (codes.get(code) ?? 0) + 1)
        expect(code, `byte ${at} ^ ${change}`).toMatch(/^(?:not sealed|PACKAGE_DAMAGED|PACKAGE_PASSPHRASE|PACKAGE_NEWER)$/)
      }
    }
    expect([...codes.keys()].sort()).toEqual(['PACKAGE_DAMAGED', 'PACKAGE_NEWER', 'PACKAGE_PASSPHRASE', 'not sealed'])
  }, 120_000)
  it('Z6 no byte behind the head can be changed, added or taken away', async () => {
    const front = headOf(sealed)
    for (const at of [front, front + 1, sealed.length - 17, sealed.length - 16, sealed.length - 1]) {
      const bytes = sealed.slice()
      bytes[at]! ^= 0x80
      expect(await codeOf(bytes), String(at)).toBe('PACKAGE_PASSPHRASE')
    }
    for (const bytes of [sealed.slice(0, -1), Uint8Array.from([...sealed, 0]), sealed.slice(0, front + 16)]) expect(await codeOf(bytes)).toBe('PACKAGE_PASSPHRASE')
    for (const length of [4, 7, 8, 9, front - 1, front, front + 15]) expect(await codeOf(sealed.slice(0, length)), String(length)).toBe('PACKAGE_DAMAGED')
  }, 60_000)
  it('Z6 only the passphrase itself opens it, however it was typed', async () => {
    expect(await codeOf(sealed)).toBe('青禾县水务局整改方案')
    expect(await codeOf(sealed, passphrase.normalize('NFD'))).toBe('青禾县水务局整改方案')
    for (const wrong of ['', ' ', passphrase.slice(0, -1), `${passphrase} `, passphrase.toLowerCase(), passphrase.replace('é', 'e'), '口令']) expect(await codeOf(sealed, wrong), wrong).toBe('PACKAGE_PASSPHRASE')
    expect(await codeOf(sealed, null)).toBe('PACKAGE_ENCRYPTED')
  }, 60_000)
  it('Z6 two packages of one content under one passphrase have nothing in common', async () => {
    const other = await seal(words, passphrase)
    expect(Buffer.compare(other.subarray(headOf(other)), sealed.subarray(headOf(sealed)))).not.toBe(0)
    const heads = [sealed, other].map((bytes) => JSON.parse(strFromU8(bytes.slice(8, headOf(bytes)))) as { nonce: string; key: { salt: string } })
    expect(heads[0]!.nonce).not.toBe(heads[1]!.nonce)
    expect(heads[0]!.key.salt).not.toBe(heads[1]!.key.salt)
  })
  it('Z6 a head that asks for more than a machine should give is refused before any key is made', async () => {
    const text = strFromU8(sealed.slice(8, headOf(sealed)))
    const withHead = (json: string) => {
      const head = strToU8(json)
      const length = new Uint8Array(4)
      new DataView(length.buffer).setUint32(0, head.length)
      return Uint8Array.from([...sealed.slice(0, 4), ...length, ...head, ...sealed.slice(headOf(sealed))])
    }
    expect(await codeOf(withHead(text))).toBe('青禾县水务局整改方案')
    const begin = performance.now()
    for (const [from, to] of [['"cost":32768', '"cost":1073741824'], ['"cost":32768', '"cost":1024'], ['"parallelization":1', '"parallelization":4096'], ['"blockSize":8', '"blockSize":65536'], ['aes-256-gcm', 'aes-128-ecb'], ['scrypt', 'plain'], ['"version":1', '"version":1,"more":1']] as const) {
      expect(text).toContain(from)
      expect(await codeOf(withHead(text.replace(from, to))), to).toBe('PACKAGE_DAMAGED')
    }
    expect(await codeOf(withHead(text.replace('"version":1', '"version":2')))).toBe('PACKAGE_NEWER')
    expect(performance.now() - begin).toBeLessThan(5_000)
    // Blanks mean nothing to JSON; the head is authenticated as it stands, not as it reads.
    expect(await codeOf(withHead(text.replace('{', '{ ')))).toBe('PACKAGE_PASSPHRASE')
  }, 60_000)
  it('Z6 a wrong passphrase is told in words that say what to do and that nothing was stored', async () => {
    const result = await readPackage({ name: '包.zgx', bytes: Uint8Array.from(sealed), passphrase: '错' }, () => {})
    expect(result).toMatchObject({ ok: false, error: { code: 'PACKAGE_PASSPHRASE', message: expect.stringMatching(/包\.zgx.*没有存入任何内容/su) } })
  })
})
