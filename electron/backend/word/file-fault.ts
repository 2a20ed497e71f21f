import type { ErrorCode } from '../../../shared/contract/errors.ts'

/** Ends the reading of a file from any depth; turned into a failure value where reading began. */
export class FileFault extends Error {
  readonly code: Extract<ErrorCode, 'FILE_DAMAGED' | 'FILE_LIMITS' | 'FILE_TYPE_UNSUPPORTED' | 'FILE_ENCRYPTED'>

  constructor(code: FileFault['code'], why: string) {
    super(why)
    this.name = 'FileFault'
    this.code = code
  }
}
