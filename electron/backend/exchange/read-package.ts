/** The bytes of a package → its contents, every one of them verified before any is given out. Runs in a worker. */
import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import { contentKinds, isKnownKind } from '../../../shared/exchange/content-kinds.ts'
import { exchangeLimits, manifestName, readManifest, signatureName, type Manifest, type PackageContent } from '../../../shared/exchange/manifest.ts'
import type { TheirContent } from '../../../shared/exchange/plan.ts'
import { FileFault } from '../word/file-fault.ts'
import { openPackage, type WordPackage } from '../word/open-package.ts'
import { damaged, PackageFault } from './package-fault.ts'
import { isSealed, unseal } from './sealed.ts'
import { checkSignature, fingerprintOf } from './signature.ts'

export interface PackageToRead {
  readonly name: string
  readonly bytes: Uint8Array
  readonly passphrase: string | null
}

export interface OpenedPackage {
  readonly manifest: Manifest
  readonly encrypted: boolean
  /** The key it was signed with; the signature holds. */
  readonly signer: { readonly publicKey: string; readonly fingerprint: string } | null
  readonly contents: readonly TheirContent[]
  /** Of kinds a newer program knows: whole, but nothing can be done with them here. */
  readonly unknown: readonly Pick<PackageContent, 'kind' | 'id' | 'title'>[]
}

type Progress = (done: number) => void

function startsAsZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textOf(bytes: Uint8Array, what: string): string {
  try {
    return strictText.decode(bytes)
  } catch {
    throw damaged(`${what}的文字读不出来`)
  }
}

async function manifestOf(zip: WordPackage): Promise<{ readonly manifest: Manifest; readonly bytes: Uint8Array }> {
  if (zip.names[0] !== manifestName) throw new PackageFault('PACKAGE_NOT_OURS')
  const bytes = (await zip.read(manifestName, exchangeLimits.manifest))!
  const read = readManifest(textOf(bytes, '目录'))
  switch (read.kind) {
    case 'foreign': throw new PackageFault('PACKAGE_NOT_OURS')
    case 'newer': throw new PackageFault('PACKAGE_NEWER')
    case 'broken': throw damaged('目录不合规定')
    case 'manifest': return { manifest: read.manifest, bytes }
  }
}

async function contentOf(zip: WordPackage, { kind, id, title, path, size, sha256 }: PackageContent): Promise<TheirContent | undefined> {
  const bytes = await zip.read(path, size)
  if (bytes === undefined || bytes.length !== size || createHash('sha256').update(bytes).digest('hex') !== sha256) throw damaged(`“${title}”的内容与目录不符`)
  if (!isKnownKind(kind)) return undefined
  const read = contentKinds[kind].read(textOf(bytes, `“${title}”`))
  if (!read.ok) throw read.fault === 'newer' ? new PackageFault('PACKAGE_NEWER') : damaged('reason' in read && read.reason !== undefined ? read.reason : `“${title}”不合规定`)
  if (read.id !== id) throw damaged(`“${title}”的编号与目录不符`)
  return { kind, id, title: read.title, text: read.text }
}

async function readZip(zip: WordPackage, encrypted: boolean, progress: Progress): Promise<OpenedPackage> {
  const { manifest, bytes } = await manifestOf(zip)
  const signed = zip.names.includes(signatureName)
  const expected = new Set([manifestName, ...(signed ? [signatureName] : []), ...manifest.contents.map(({ path }) => path)])
  if (zip.names.length !== expected.size || zip.names.some((name) => !expected.has(name))) throw damaged('里面的文件与目录不符')
  const publicKey = signed ? checkSignature(bytes, textOf((await zip.read(signatureName, exchangeLimits.signature))!, '签名')) : undefined
  const contents: TheirContent[] = []
  const unknown: PackageContent[] = []
  for (const [index, content] of manifest.contents.entries()) {
    const read = await contentOf(zip, content)
    if (read) contents.push(read)
    else unknown.push(content)
    if (index % 20 === 0) progress(index / manifest.contents.length)
  }
  return {
    manifest, encrypted, contents,
    signer: publicKey === undefined ? null : { publicKey, fingerprint: fingerprintOf(publicKey) },
    unknown: unknown.map(({ kind, id, title }) => ({ kind, id, title })),
  }
}

async function open(bytes: Uint8Array, passphrase: string | null, progress: Progress): Promise<OpenedPackage> {
  const encrypted = isSealed(bytes)
  const plain = encrypted ? await unseal(bytes, passphrase) : bytes
  if (!startsAsZip(plain)) throw new PackageFault('PACKAGE_NOT_OURS')
  const zip = await openPackage(plain, { entries: exchangeLimits.contents + 2, unpacked: exchangeLimits.unpacked + exchangeLimits.manifest + exchangeLimits.signature, exactNames: true })
  try {
    return await readZip(zip, encrypted, progress)
  } finally {
    zip.close()
  }
}

/** @returns one failure for whatever is wrong with it: PACKAGE_DAMAGED, _NOT_OURS, _NEWER, _ENCRYPTED or _PASSPHRASE. */
export async function readPackage({ name, bytes, passphrase }: PackageToRead, progress: Progress): Promise<Result<OpenedPackage>> {
  try {
    return ok(await open(bytes, passphrase, progress))
  } catch (error) {
    if (error instanceof PackageFault) return fail(error.code, { name, reason: error.reason })
    if (error instanceof FileFault) return fail('PACKAGE_DAMAGED', { name, reason: error.code === 'FILE_LIMITS' ? '展开后过大或文件太多' : '没有拷贝完整，或内容被改动' })
    // JSON nested too deep for its readers.
    if (error instanceof RangeError) return fail('PACKAGE_DAMAGED', { name, reason: '结构异常' })
    throw error
  }
}
