/** The bytes of a package → its rows. Runs in a worker: the package's own contents never leave it. */
import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { SourceContent } from '../../../shared/collect/collect-types.ts'
import { contentsOfPackage } from '../../../shared/collect/package-rows.ts'
import { readPackage, type PackageToRead } from '../exchange/read-package.ts'

export type SourceToRead = PackageToRead

export interface ReadSource {
  /** Of the file's bytes. */
  readonly sha256: string
  readonly unit: string
  readonly madeAt: string
  readonly contents: readonly SourceContent[]
}

/** @returns the failures of `readPackage`, COLLECT_NOTHING where it holds neither ledger nor draft. */
export async function readSource(input: SourceToRead, progress: (done: number) => void): Promise<Result<ReadSource>> {
  const read = await readPackage(input, (done) => progress(done * 0.8))
  if (!read.ok) return read
  const { manifest, contents } = read.value
  const { maker: { unit }, madeAt } = manifest
  const sources = contentsOfPackage({ unit, madeAt, contents })
  if (sources.length === 0) return fail('COLLECT_NOTHING', { name: input.name })
  return ok({ sha256: createHash('sha256').update(input.bytes).digest('hex'), unit, madeAt, contents: sources })
}
