/** Damaged packages of every kind: the same one for the same seed and number (but for the salt of those under a passphrase). */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { makePackage } from '../../electron/backend/exchange/make-package.ts'
import { seal } from '../../electron/backend/exchange/sealed.ts'
import { fingerprintOf, makeKeyPair, signManifest } from '../../electron/backend/exchange/signature.ts'
import type { TheirContent } from '../../shared/exchange/plan.ts'
import { libraryArbitrary } from '../support/random-contents.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateJson } from './mutate-json.ts'
import { mutatePackage } from './mutate-package.ts'
import { mutateText } from './mutate-text.ts'
import { mutateZip } from './mutate-zip.ts'
import { randomOf, type Random } from './random.ts'

export const fuzzPassphrase = '口令'

export interface PackageBase {
  readonly contents: readonly TheirContent[]
  readonly plain: Uint8Array
  readonly signed: Uint8Array
  readonly sealed: Uint8Array
}

export interface PackageFile {
  readonly index: number
  readonly name: string
  readonly base: PackageBase
  /** How it was damaged. */
  readonly way: string
  /** Its hashes were made to fit again: what is valid in it may be opened. */
  readonly rehashed: boolean
  readonly bytes: Uint8Array
}

type Json = Record<string, unknown>
type Parts = Record<string, Uint8Array>
interface LooseManifest extends Json { contents: (Json & { id: string; kind: string; path: string; size: number; sha256: string })[] }

const signer = makeKeyPair()
export const fuzzFingerprint = fingerprintOf(signer.publicKey)

export async function loadPackageBases(): Promise<readonly PackageBase[]> {
  return Promise.all(fc.sample(libraryArbitrary, { numRuns: 5, seed: 20240106 }).map(async (contents): Promise<PackageBase> => {
    const make = async (signWith: typeof signer | null) => {
      const made = await makePackage({ contents, maker: { unit: '青禾县水务局', program: '整稿 0' }, madeAt: '2024-01-02T03:04:05.000Z', passphrase: null, signWith }, () => {})
      if (!made.ok) throw new Error(made.error.message)
      return made.value
    }
    const plain = await make(null)
    return { contents, plain, signed: await make(signer), sealed: await seal(plain, fuzzPassphrase) }
  }))
}

function changed(bytes: Uint8Array, change: (manifest: LooseManifest, parts: Parts) => void, random: Random): Uint8Array {
  const parts: Parts = { ...unzipSync(bytes) }
  const manifest = JSON.parse(strFromU8(parts['manifest.json']!)) as LooseManifest
  change(manifest, parts)
  // Signed anew now and then: by somebody, as anybody can.
  const text = strToU8(JSON.stringify(manifest))
  const signature = random.chance(0.1) ? { 'signature.json': strToU8(signManifest(text, signer)) } : {}
  const { 'manifest.json': _manifest, ...rest } = parts
  return zipSync({ 'manifest.json': text, ...rest, ...signature }, { level: 1 })
}

function put(manifest: LooseManifest, parts: Parts, index: number, bytes: Uint8Array): void {
  const entry = manifest.contents[index]!
  parts[entry.path] = bytes
  entry.size = bytes.length
  entry.sha256 = createHash('sha256').update(bytes).digest('hex')
}

type Way = (base: PackageBase, random: Random) => Uint8Array

const textOf = (manifest: LooseManifest, parts: Parts, index: number) => strFromU8(parts[manifest.contents[index]!.path]!)

/** What keeps or mends the hashes, so that what is behind them is reached. */
const rehashing: Readonly<Record<string, Way>> = {
  'a content’s JSON': ({ plain }, random) => changed(plain, (manifest, parts) => {
    for (let count = 1 + random.below(2); count > 0; count -= 1) {
      const index = random.below(manifest.contents.length)
      put(manifest, parts, index, strToU8(mutateJson(textOf(manifest, parts, index), random)))
    }
  }, random),
  'a content’s text': ({ plain }, random) => changed(plain, (manifest, parts) => {
    const index = random.below(manifest.contents.length)
    put(manifest, parts, index, strToU8(mutateText(textOf(manifest, parts, index), random)))
  }, random),
  'a content’s bytes': ({ plain }, random) => changed(plain, (manifest, parts) => {
    const index = random.below(manifest.contents.length)
    put(manifest, parts, index, mutateBytes(parts[manifest.contents[index]!.path]!, random, plain))
  }, random),
  'the manifest': ({ plain }, random) => {
    const parts = unzipSync(plain)
    const { 'manifest.json': old, ...rest } = parts
    return zipSync({ 'manifest.json': strToU8(mutateJson(strFromU8(old!), random)), ...rest }, { level: 1 })
  },
  'kinds, ids and contents exchanged': ({ plain }, random) => changed(plain, (manifest, parts) => {
    const [one, other] = [random.below(manifest.contents.length), random.below(manifest.contents.length)]
    const field = random.pick(['kind', 'id', 'title'] as const)
    const [mine, theirs] = [manifest.contents[one]!, manifest.contents[other]!]
    const kept = mine[field]
    Object.assign(mine, { [field]: theirs[field] })
    Object.assign(theirs, { [field]: kept })
    if (random.chance(0.5)) put(manifest, parts, one, strToU8(mutateJson(textOf(manifest, parts, other), random)))
  }, random),
  'contents many times': ({ plain }, random) => changed(plain, (manifest, parts) => {
    const source = random.below(manifest.contents.length)
    const { kind, id, title } = manifest.contents[source]!
    const text = textOf(manifest, parts, source)
    const count = random.pick([2, 30, 200])
    const twice = random.chance(0.3)
    for (let copy = 0; copy < count; copy += 1) {
      const own = twice && copy === 1 ? id : `${id.slice(0, 50)}-${copy}`
      manifest.contents.push({ id: own, kind, title, path: `contents/${kind}/${1000 + copy}.json`, size: 0, sha256: '' })
      put(manifest, parts, manifest.contents.length - 1, strToU8(JSON.stringify({ ...(JSON.parse(text) as Json), id: own })))
    }
  }, random),
  'more than it says': ({ plain }, random) => changed(plain, (manifest, parts) => {
    const index = random.below(manifest.contents.length)
    const size = random.pick([1, 1, 5, 20, 20, 80]) * 1024 * 1024
    const bomb = new Uint8Array(size).fill(random.pick([0x20, 0x5b, 0x00]))
    if (random.chance(0.5)) put(manifest, parts, index, bomb)
    else parts[manifest.contents[index]!.path] = bomb
  }, random),
  'another manifest beside': ({ plain }, random) => changed(plain, (_manifest, parts) => {
    parts[random.pick(['Manifest.json', 'manifest.json/x', 'contents/draft/1.json/../../x', 'contents/draft/１.json', '__proto__', 'signature.json', 'a'.repeat(60_000)])] = strToU8('{}')
  }, random),
}

const breaking: Readonly<Record<string, Way>> = {
  'bytes': ({ plain, signed }, random) => mutateBytes(random.pick([plain, signed]), random, plain),
  'the zip': ({ plain, signed }, random) => mutateZip(random.pick([plain, signed]), random),
  'the zip, twice': ({ plain }, random) => mutateZip(mutateZip(plain, random), random),
  'parts': ({ signed, plain }, random) => mutatePackage(random.pick([plain, signed]), random, signed) ?? mutateBytes(plain, random, signed),
  'a cut': ({ plain, signed }, random) => {
    const bytes = random.pick([plain, signed])
    return bytes.slice(0, random.below(bytes.length))
  },
  'one byte': ({ plain, signed }, random) => {
    const bytes = random.pick([plain, signed]).slice()
    bytes[random.below(bytes.length)]! ^= 1 + random.below(255)
    return bytes
  },
}

/** Each of these costs a key of scrypt: there are fewer. */
const sealing: Readonly<Record<string, Way>> = {
  'sealed bytes': ({ sealed, plain }, random) => mutateBytes(sealed, random, plain),
  'the sealed head': ({ sealed }, random) => {
    const bytes = sealed.slice()
    bytes[random.below(Math.min(bytes.length, 240))]! ^= 1 + random.below(255)
    return bytes
  },
}

export function packageFile(bases: readonly PackageBase[], seed: number, index: number): PackageFile {
  const random = randomOf(seed * 1_000_003 + index)
  const base = bases[index % bases.length]!
  const ways = index % 25 === 24 ? sealing : random.chance(0.5) ? rehashing : breaking
  const way = random.pick(Object.keys(ways))
  return { index, name: `fuzz-${index}.zgx`, base, way, rehashed: ways === rehashing, bytes: ways[way]!(base, random) }
}
