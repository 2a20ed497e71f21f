/** The parts of a .docx, unpacked under limits. Nothing a file says about its own sizes is believed. */
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { FileFault } from './file-fault.ts'

export const packageLimits = {
  /** Unpacked bytes of all parts read. A paper of 300 pages takes about 6 MB. */
  unpacked: 64 * 1024 * 1024,
  entries: 20_000,
} as const

export interface WordPackage {
  /** In lower case. */
  readonly names: readonly string[]
  /** The same, as the file writes them: for who writes the parts again. */
  readonly writtenNames: readonly string[]
  /** The bytes of a part; undefined where there is none of the name. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>
  readonly close: () => void
}

/** Some programs write `word\\document.xml` or `/word/document.xml`. */
const partName = (name: string) => name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '')

/** Names are decoded here: the library refuses a file for a name it would not unpack to disk, and nothing is unpacked to disk. */
function nameOf(entry: Entry): string {
  const raw = Buffer.from(entry.fileNameRaw)
  return raw.toString((entry.generalPurposeBitFlag & 0x800) !== 0 ? 'utf8' : 'latin1')
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > packageLimits.entries) throw new FileFault('FILE_LIMITS', `${zip.entryCount} entries`)
  const entries = new Map<string, Entry>()
  let count = 0
  for await (const entry of zip.eachEntry()) {
    count += 1
    if (count > packageLimits.entries) throw new FileFault('FILE_LIMITS', 'too many entries')
    // Part names do not tell upper from lower case (ECMA-376 part 2 §6.2.2.3); the first of a name counts.
    const key = partName(nameOf(entry)).toLowerCase()
    if (!entries.has(key)) entries.set(key, entry)
  }
  return entries
}

async function inflate(zip: ZipFile, entry: Entry, left: number): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new FileFault('FILE_DAMAGED', 'encrypted entry')
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = await zip.openReadStreamPromise(entry)
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > left) {
      stream.destroy()
      throw new FileFault('FILE_LIMITS', `an entry is larger than ${left} bytes`)
    }
    chunks.push(chunk)
  }
  const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
  if (size !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw new FileFault('FILE_DAMAGED', 'an entry does not match its checksum')
  return bytes
}

/** Any error of the zip itself means the file is damaged or was not copied to its end. */
async function asDamage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault('FILE_DAMAGED', String(error))
  }
}

/** @throws FileFault FILE_DAMAGED or FILE_LIMITS, also later while parts are read. */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Sizes are counted here: with its own check the library would call a bomb merely damaged.
  const zip = await asDamage(() => yauzl.fromBufferPromise(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: false, decodeStrings: false }))
  const entries = await asDamage(() => listEntries(zip))
  let left: number = packageLimits.unpacked
  return {
    names: [...entries.keys()],
    writtenNames: [...entries.values()].map((entry) => partName(nameOf(entry))),
    read: async (name) => {
      const entry = entries.get(partName(name).toLowerCase())
      if (entry === undefined) return undefined
      const content = await asDamage(() => inflate(zip, entry, left))
      left -= content.length
      return content
    },
    close: () => zip.close(),
  }
}
