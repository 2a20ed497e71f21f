/** Contents → the bytes of a package. Runs in a worker. */
import { createHash } from 'node:crypto'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { TheirContent } from '../../../shared/exchange/plan.ts'
import { exchangeLimits, manifestName, manifestSchema, packageContentSchema, packageFormat, packageVersion, signatureName, type Manifest } from '../../../shared/exchange/manifest.ts'
import { contentKinds } from '../../../shared/exchange/content-kinds.ts'
import { seal } from './sealed.ts'
import { signManifest, type KeyPair } from './signature.ts'

export interface PackageToMake {
  readonly contents: readonly TheirContent[]
  readonly maker: Manifest['maker']
  readonly madeAt: string
  readonly passphrase: string | null
  readonly signWith: KeyPair | null
}

/** Zip keeps local time without a zone: noon by the local clock is the same two bytes everywhere. */
const entryTime = () => new Date(2000, 0, 1, 12, 0, 0)

const oneLine = (text: string, most: number) => text.toWellFormed().replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, most).toWellFormed()

/** @returns PACKAGE_CONTENT_INVALID where a content would not be read again, PACKAGE_TOO_LARGE where it is more than a package holds. */
export async function makePackage({ contents, maker, madeAt, passphrase, signWith }: PackageToMake, progress: (done: number) => void): Promise<Result<Uint8Array>> {
  const packed = contents.map((content, index) => ({ ...content, bytes: strToU8(content.text), path: `contents/${content.kind}/${index + 1}.json` }))
  const unreadable = contents.find(({ kind, id, text }) => {
    const read = contentKinds[kind].read(text)
    // An id that no manifest may name cannot travel either.
    return !read.ok || read.id !== id || !packageContentSchema.shape.id.safeParse(id).success
  })
  if (unreadable) return fail('PACKAGE_CONTENT_INVALID', { title: unreadable.title })
  if (packed.length > exchangeLimits.contents || packed.some(({ bytes }) => bytes.length > exchangeLimits.content) || packed.reduce((sum, { bytes }) => sum + bytes.length, 0) > exchangeLimits.unpacked) return fail('PACKAGE_TOO_LARGE')
  progress(0.2)
  const kinds = [...new Set(contents.map(({ kind }) => kind))]
  const manifest = strToU8(JSON.stringify(manifestSchema.parse({
    format: packageFormat, version: packageVersion, kind: kinds.length === 1 ? kinds[0]! : 'mixed',
    maker: { unit: oneLine(maker.unit, 200), program: oneLine(maker.program, 60) }, madeAt,
    contents: packed.map(({ id, kind, title, path, bytes }) => ({ id, kind, title: oneLine(title, 500), path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })),
  } satisfies Manifest)))
  const mtime = entryTime()
  const entry = (bytes: Uint8Array): Zippable[string] => [bytes, { mtime, level: 6 }]
  const zip = zipSync({
    [manifestName]: entry(manifest),
    ...(signWith === null ? {} : { [signatureName]: entry(strToU8(signManifest(manifest, signWith))) }),
    ...Object.fromEntries(packed.map(({ path, bytes }) => [path, entry(bytes)])),
  })
  progress(0.8)
  return ok(passphrase === null ? zip : await seal(zip, passphrase))
}
