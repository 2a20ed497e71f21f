/** Every type but .docx and plain text: one reader each, one way to fail. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import { FileFault } from '../word/file-fault.ts'
import type { ReadForeign } from './pieces.ts'
import { readFlatOpc } from './read-flat-opc.ts'
import { readHtml } from './read-html.ts'
import { readMht } from './read-mht.ts'
import { readFlatOdt, readOdt } from './read-odt.ts'
import { readOldWord, type OldWordOptions } from './read-old-word.ts'
import { readRtf } from './read-rtf.ts'
import { readWordml } from './read-wordml.ts'

export type ForeignFormat = 'doc' | 'wps' | 'rtf' | 'html' | 'mht' | 'wordml' | 'flat-opc' | 'odt' | 'fodt'
export type ForeignOptions = OldWordOptions

interface ForeignFile {
  readonly name: string
  readonly bytes: Uint8Array
}

async function read(format: ForeignFormat, { name, bytes }: ForeignFile, options: ForeignOptions): Promise<ReadForeign> {
  switch (format) {
    case 'doc': case 'wps': return readOldWord(bytes, name, options)
    case 'rtf': return readRtf(bytes)
    case 'html': return readHtml(bytes)
    case 'mht': return readMht(bytes)
    case 'odt': return readOdt(bytes)
    case 'fodt': return readFlatOdt(bytes)
    case 'wordml': return readWordml(bytes, name)
    case 'flat-opc': return readFlatOpc(bytes, name)
  }
}

/** @returns FILE_DAMAGED, FILE_LIMITS, FILE_ENCRYPTED or FILE_TYPE_UNSUPPORTED as failures. */
export async function readForeign(format: ForeignFormat, file: ForeignFile, options: ForeignOptions): Promise<Result<ReadForeign>> {
  try {
    return ok(await read(format, file, options))
  } catch (error) {
    if (error instanceof FileFault) return fail(error.code, { name: file.name, ...(error.code === 'FILE_TYPE_UNSUPPORTED' ? { type: error.message } : {}) })
    throw error
  }
}
