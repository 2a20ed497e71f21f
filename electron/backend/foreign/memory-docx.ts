/** A .docx put together in memory from parts of another Word file, for our own reader. */
import { strToU8, zipSync } from 'fflate'
import { readWord } from '../word/read-word.ts'
import { FileFault } from '../word/file-fault.ts'
import type { ReadForeign } from './pieces.ts'

export async function readPackageInMemory(parts: Readonly<Record<string, string>>, name: string): Promise<ReadForeign> {
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, strToU8(text)])), { level: 1 })
  const read = await readWord(bytes, name)
  if (!read.ok) throw new FileFault(read.error.code === 'FILE_LIMITS' ? 'FILE_LIMITS' : 'FILE_DAMAGED', read.error.message)
  return read.value
}
