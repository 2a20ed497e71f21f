import type { ErrorCode } from '../../../shared/contract/errors.ts'

export type PackageCode = Extract<ErrorCode, `PACKAGE_${string}`>

/** Ends the reading of a package from any depth; turned into a failure value where reading began. */
export class PackageFault extends Error {
  readonly code: PackageCode
  /** In the writer's words: what is wrong with it. */
  readonly reason: string

  constructor(code: PackageCode, reason = '') {
    super(`${code} ${reason}`)
    this.name = 'PackageFault'
    this.code = code
    this.reason = reason
  }
}

export const damaged = (reason: string) => new PackageFault('PACKAGE_DAMAGED', reason)
