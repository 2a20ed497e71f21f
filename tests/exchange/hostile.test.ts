/** Z5: whatever is done to a package ends in one typed error or in the very contents that were packed. */
import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePackage } from '../../electron/backend/exchange/make-package.ts'
import { readPackage, type OpenedPackage } from '../../electron/backend/exchange/read-package.ts'
import { isSealed, seal } from '../../electron/backend/exchange/sealed.ts'
import { makeKeyPair } from '../../electron/backend/exchange/signature.ts'
import type { Result } from '../../shared/contract/errors.ts'
import { contentKinds } from '../../shared/exchange/content-kinds.ts'
import type { TheirContent } from '../../shared/exchange/plan.ts'
import { mutateBytes } from '../fuzz/mutate-bytes.ts'
import { mutatePackage } from '../fuzz/mutate-package.ts'
import { mutateText } from '../fuzz/mutate-text.ts'
import { randomOf } from '../fuzz/random.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layoutOf } from '../support/layouts.ts'

/** 5,000 with ZHENGGAO_PACKAGE_MUTATIONS=5000. */
const mutations = Number(process.env.ZHENGGAO_PACKAGE_MUTATIONS ?? 400)
const passphrase = '口令'

const contents: readonly TheirContent[] = [
  { kind: 'draft', id: fullDraft.id, title: fullDraft.title, text: JSON.stringify(fullDraft) },
  { kind: 'draft', id: 'second', title: '第二份', text: JSON.stringify({ ...fullDraft, id: 'second' }) },
  { kind: 'layout', id: 'own', title: '局用', text: JSON.stringify({ ...layoutOf('gb33476'), id: 'own', name: '局用' }) },
]
const signWith = makeKeyPair()
let plain: Uint8Array
let signed: Uint8Array
let sealed: Uint8Array

async function made(more: { passphrase?: string; sign?: boolean }): Promise<Uint8Array> {
  const result = await makePackage({ contents, maker: { unit: '青禾县水务局', program: '整稿 0' }, madeAt: '2024-01-02T03:04:05.000Z', passphrase: more.passphrase ?? null, signWith: more.sign ? signWith : null }, () => {})
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
beforeAll(async () => {
  plain = await made({})
  signed = await made({ sign: true })
  sealed = await made({ passphrase })
})

const read = (bytes: Uint8Array, given: string | null = passphrase): Promise<Result<OpenedPackage>> => readPackage({ name: '包.zgx', bytes: Uint8Array.from(bytes), passphrase: given }, () => {})
const codeOf = async (bytes: Uint8Array, given: string | null = passphrase) => {
  const result = await read(bytes, given)
  return result.ok ? 'ok' : result.error.code
}

type Json = Record<string, unknown>
interface LooseManifest extends Json { version: unknown; contents: (Json & { id: string; path: string; sha256: string; size: number; kind: string })[] }

/** The package with its manifest or entries changed; hashes as they are. */
function changed(change: (manifest: LooseManifest, parts: Record<string, Uint8Array>) => void, bytes = plain): Uint8Array {
  const parts = { ...unzipSync(bytes) }
  const manifest = JSON.parse(strFromU8(parts['manifest.json']!)) as LooseManifest
  change(manifest, parts)
  if (parts['manifest.json'] !== undefined) parts['manifest.json'] = strToU8(JSON.stringify(manifest))
  return zipSync(parts)
}
const put = (manifest: LooseManifest, parts: Record<string, Uint8Array>, index: number, bytes: Uint8Array) => {
  const entry = manifest.contents[index]!
  parts[entry.path] = bytes
  entry.size = bytes.length
  entry.sha256 = createHash('sha256').update(bytes).digest('hex')
}

/** A second central entry under a name that is there: zip writers do not make such. */
function withTwin(bytes: Uint8Array): Uint8Array {
  const twin = changed((_manifest, parts) => { parts['contents/draft/9.json'] = strToU8('{}') }, bytes)
  return Uint8Array.from(Buffer.from(Buffer.from(twin).toString('latin1').replaceAll('contents/draft/9.json', 'contents/draft/1.json'), 'latin1'))
}

describe('hostile packages', () => {
  it('Z5 the untouched ones open, all alike', async () => {
    for (const bytes of [plain, signed, sealed]) {
      const result = await read(bytes)
      expect(result.ok && result.value.contents.map(({ text }) => text)).toEqual(contents.map(({ text }) => text))
    }
    expect((await read(signed) as { value: OpenedPackage }).value.signer?.publicKey).toBe(signWith.publicKey)
  })
  const cases: readonly (readonly [string, string, () => Uint8Array | Promise<Uint8Array>])[] = [
    ['a path out of the package', 'PACKAGE_DAMAGED', () => changed((manifest, parts) => {
      parts['../../evil.json'] = parts[manifest.contents[0]!.path]!
      delete parts[manifest.contents[0]!.path]
      manifest.contents[0]!.path = '../../evil.json'
    })],
    ['an absolute path', 'PACKAGE_DAMAGED', () => changed((_manifest, parts) => { parts['/etc/passwd'] = strToU8('x') })],
    ['a backslash path', 'PACKAGE_DAMAGED', () => changed((_manifest, parts) => { parts['contents\\draft\\1.json'] = strToU8('x') })],
    ['an extra entry', 'PACKAGE_DAMAGED', () => changed((_manifest, parts) => { parts['extra.txt'] = strToU8('x') })],
    ['a missing entry', 'PACKAGE_DAMAGED', () => changed((manifest, parts) => { delete parts[manifest.contents[1]!.path] })],
    ['one name twice', 'PACKAGE_DAMAGED', () => withTwin(plain)],
    ['one content twice', 'PACKAGE_DAMAGED', () => changed((manifest, parts) => {
      parts['contents/draft/7.json'] = parts[manifest.contents[0]!.path]!
      manifest.contents.push({ ...manifest.contents[0]!, path: 'contents/draft/7.json' })
    })],
    ['two contents of one path', 'PACKAGE_DAMAGED', () => changed((manifest) => { manifest.contents.push({ ...manifest.contents[0]!, id: 'other' }) })],
    ['a wrong hash', 'PACKAGE_DAMAGED', () => changed((manifest) => { manifest.contents[0]!.sha256 = '0'.repeat(64) })],
    ['a wrong size', 'PACKAGE_DAMAGED', () => changed((manifest) => { manifest.contents[0]!.size += 1 })],
    ['another id than listed', 'PACKAGE_DAMAGED', () => changed((manifest) => { manifest.contents[0]!.id = 'another' })],
    ['a draft that is none', 'PACKAGE_DAMAGED', () => changed((manifest, parts) => put(manifest, parts, 0, strToU8('{"id":"x"}')))],
    ['JSON nested without end', 'PACKAGE_DAMAGED', () => changed((manifest, parts) => put(manifest, parts, 0, strToU8('['.repeat(500_000) + ']'.repeat(500_000))))],
    ['text that is no UTF-8', 'PACKAGE_DAMAGED', () => changed((manifest, parts) => put(manifest, parts, 0, new Uint8Array([0x22, 0xff, 0xfe, 0x22])))],
    ['a layout that makes no page', 'PACKAGE_DAMAGED', () => changed((manifest, parts) => {
      const layout = layoutOf('gb33476')
      put(manifest, parts, 2, strToU8(JSON.stringify({ ...layout, id: 'own', page: { ...layout.page, left: 20_000 } })))
    })],
    ['a bomb behind a small size', 'PACKAGE_DAMAGED', () => changed((manifest, parts) => { parts[manifest.contents[0]!.path] = new Uint8Array(64 * 1024 * 1024) })],
    ['a bomb as a manifest', 'PACKAGE_DAMAGED', () => zipSync({ 'manifest.json': new Uint8Array(32 * 1024 * 1024) })],
    ['too many entries', 'PACKAGE_DAMAGED', () => {
      const many: Zippable = {}
      for (let count = 0; count < 10_100; count += 1) many[`contents/draft/${count}.json`] = [new Uint8Array(1), { level: 0 }]
      return zipSync({ ...unzipSync(plain), ...many })
    }],
    ['a draft of a newer program', 'PACKAGE_NEWER', () => changed((manifest, parts) => put(manifest, parts, 0, strToU8(JSON.stringify({ ...fullDraft, schemaVersion: 99, more: 1 }))))],
    ['a newer format', 'PACKAGE_NEWER', () => changed((manifest) => { manifest.version = 2 })],
    ['a version that is no number', 'PACKAGE_DAMAGED', () => changed((manifest) => { manifest.version = '1' })],
    ['a version before the first', 'PACKAGE_DAMAGED', () => changed((manifest) => { manifest.version = 0 })],
    ['another program’s zip', 'PACKAGE_NOT_OURS', () => zipSync({ 'word/document.xml': strToU8('<x/>') })],
    ['no zip', 'PACKAGE_NOT_OURS', () => strToU8('青禾县水务局整改方案')],
    ['a signed manifest changed', 'PACKAGE_DAMAGED', () => changed((manifest) => { manifest['maker'] = { unit: '别的单位', program: '整稿' } }, signed)],
    ['a signed content exchanged', 'PACKAGE_DAMAGED', () => changed((manifest, parts) => put(manifest, parts, 0, strToU8(JSON.stringify({ ...fullDraft, title: '换掉' }))), signed)],
    ['an encrypted header that wants the whole machine', 'PACKAGE_DAMAGED', () => Uint8Array.from(Buffer.from(Buffer.from(sealed).toString('latin1').replace('"cost":32768', '"cost":99999'), 'latin1'))],
    ['an encrypted header changed within bounds', 'PACKAGE_PASSPHRASE', () => Uint8Array.from(Buffer.from(Buffer.from(sealed).toString('latin1').replace('"cost":32768', '"cost":16384'), 'latin1'))],
    ['something else under the passphrase', 'PACKAGE_NOT_OURS', () => seal(strToU8('x'), passphrase)],
  ]
  it.each(cases)('Z5 %s: %s', async (_name, code, bytes) => {
    const result = await read(await bytes())
    expect(result.ok ? 'ok' : result.error.code).toBe(code)
    expect(result.ok ? '' : result.error.message).toContain('没有存入任何内容')
  })
  it('Z5 a package cut anywhere is refused', async () => {
    for (let length = 0; length < plain.length; length += Math.max(1, Math.floor(plain.length / 300))) expect(await codeOf(plain.subarray(0, length)), String(length)).toMatch(/^PACKAGE_(?:DAMAGED|NOT_OURS)$/)
    for (let length = 0; length < sealed.length; length += Math.ceil(sealed.length / 12)) expect(await codeOf(sealed.subarray(0, length)), String(length)).toMatch(/^PACKAGE_(?:DAMAGED|NOT_OURS|PASSPHRASE)$/)
  })
  it('Z2 a content of a kind not known here is told of and harms nothing', async () => {
    const result = await read(changed((manifest, parts) => {
      const bytes = strToU8('甲\n乙\n')
      parts['contents/word-list/1.txt'] = bytes
      manifest.contents.push({ id: 'w', kind: 'word-list', title: '词表', path: 'contents/word-list/1.txt', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    }))
    expect(result.ok && result.value).toMatchObject({ unknown: [{ kind: 'word-list', id: 'w', title: '词表' }] })
    expect(result.ok && result.value.contents).toHaveLength(3)
  })
})

describe('seeded mutations', () => {
  it(`Z5 ${mutations} mutations end in one typed error or in what was packed`, async () => {
    const packed = new Set(contents.map(({ text }) => text))
    const tally = { refused: 0, whole: 0, reread: 0 }
    for (let seed = 1; seed <= mutations; seed += 1) {
      const random = randomOf(seed)
      const base = random.pick([plain, plain, plain, signed, signed, sealed].slice(0, seed % 10 === 0 ? 6 : 5))
      const rehashed = !isSealed(base) && base === plain && random.chance(0.3)
      const bytes = rehashed
        ? changed((manifest, parts) => {
          const index = random.below(manifest.contents.length)
          put(manifest, parts, index, strToU8(mutateText(strFromU8(parts[manifest.contents[index]!.path]!), random)))
        })
        : (random.chance(0.5) ? mutatePackage(base, random, plain) : undefined) ?? mutateBytes(base, random, plain)
      const result = await read(bytes)
      if (!result.ok) {
        expect(result.error.code, `seed ${seed}`).toMatch(/^PACKAGE_(?:DAMAGED|NOT_OURS|NEWER|PASSPHRASE)$/)
        tally.refused += 1
        continue
      }
      if (result.value.signer) expect(result.value.contents.map(({ text }) => text), `seed ${seed}`).toEqual(contents.map(({ text }) => text))
      for (const { kind, id, text } of result.value.contents) {
        expect(contentKinds[kind].read(text), `seed ${seed}`).toMatchObject({ ok: true, id })
        if (!rehashed) expect(packed.has(text), `seed ${seed}`).toBe(true)
      }
      tally[rehashed ? 'reread' : 'whole'] += 1
    }
    // Mutations that all fail, or all do nothing, would prove little.
    expect(tally.refused).toBeGreaterThan(mutations / 2)
    expect(tally.whole + tally.reread).toBeGreaterThan(0)
  }, 60_000 + mutations * 100)
})
