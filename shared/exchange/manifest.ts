/**
 * The manifest of a package (.zgx): what is in it, who made it, and the hash of every content. It is the first entry of
 * the zip and what a signature is over. Contents are open to further kinds; their list says what each one is.
 */
import { z } from 'zod'

export const packageFormat = 'zgx'
export const packageVersion = 1
export const manifestName = 'manifest.json'
export const signatureName = 'signature.json'

/** Bytes and numbers a package may have. A draft of 300 pages takes about 1 MB. */
export const exchangeLimits = {
  contents: 10_000,
  manifest: 8 * 1024 * 1024,
  signature: 4096,
  content: 16 * 1024 * 1024,
  unpacked: 256 * 1024 * 1024,
} as const

const kindWord = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const plain = (most: number) => z.string().max(most).refine((text) => text.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(text), 'control character')

export const packageContentSchema = z.strictObject({
  /** Printable: an id is a key of the database, which would take two broken ones for the same. */
  id: plain(64).min(1),
  kind: kindWord,
  title: plain(500),
  /** One folder for each kind and nothing else: no path can lead out of the package. */
  path: z.string().regex(/^contents\/[a-z][a-z0-9-]{0,39}\/[0-9]{1,6}\.[a-z0-9]{1,8}$/),
  size: z.int().min(0).max(exchangeLimits.content),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type PackageContent = Readonly<z.infer<typeof packageContentSchema>>

const unique = (values: readonly string[]) => new Set(values).size === values.length

export const manifestSchema = z.strictObject({
  format: z.literal(packageFormat),
  version: z.literal(packageVersion),
  /** The kind all contents have, or “mixed”. */
  kind: kindWord,
  maker: z.strictObject({ unit: plain(200), program: plain(60) }),
  /** ISO date and time with zone Z. */
  madeAt: z.iso.datetime(),
  contents: z.array(packageContentSchema).min(1).max(exchangeLimits.contents).readonly(),
}).refine(({ contents }) => unique(contents.map(contentKey)) && unique(contents.map(({ path }) => path)), 'a content is listed twice')
  .refine(({ contents }) => contents.reduce((sum, { size }) => sum + size, 0) <= exchangeLimits.unpacked, 'too large')
export type Manifest = Readonly<z.infer<typeof manifestSchema>>

/** Names a content among those of a package and of the library. */
export function contentKey({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}/${id}`
}

export type ReadManifest =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  /** No package of ours. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer' }
  /** @param place the first fault: "contents.3.sha256". */
  | { readonly kind: 'broken'; readonly place: string }

/** From the version of its index to the next one. Version 1 is the first there was: the next format adds its line here. */
export type ManifestUpgrades = Readonly<Record<number, (manifest: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>>>
const upgrades: ManifestUpgrades = {}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads the manifest of any version up to `latest`, older ones made into those of today. */
export function readManifest(text: string, steps: ManifestUpgrades = upgrades): ReadManifest {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== packageFormat) return { kind: 'foreign' }
  let current = value as Readonly<Record<string, unknown>>
  const { version } = current
  if (typeof version !== 'number' || !Number.isInteger(version)) return { kind: 'broken', place: 'version' }
  if (version > packageVersion) return { kind: 'newer' }
  for (let from = version; from < packageVersion; from += 1) {
    const step = Object.hasOwn(steps, from) ? steps[from] : undefined
    if (step === undefined) return { kind: 'broken', place: 'version' }
    current = { ...step(current), version: from + 1 }
  }
  const read = manifestSchema.safeParse(current)
  return read.success ? { kind: 'manifest', manifest: read.data } : { kind: 'broken', place: (read.error.issues[0]?.path ?? []).map(String).join('.') }
}
