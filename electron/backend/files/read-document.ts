/** Any file the writer picks → its paragraphs, or one typed failure that says what to do (law D5). */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { ImportSource } from '../../../shared/contract/procedures.ts'
import { paragraphsFromText, type SourceParagraph } from '../../../shared/recognition/source.ts'
import { readForeign, type ForeignFormat, type ForeignOptions } from '../foreign/read-foreign.ts'
import type { RevisionView } from '../../../shared/recognition/revision-view.ts'
import { readWord } from '../word/read-word.ts'
import { decodeText } from './decode-text.ts'
import { sniffType } from './sniff-type.ts'

export const documentLimits = {
  /** Bytes of any file. */
  bytes: 50 * 1024 * 1024,
  /** Characters of a text: a paper has a few thousand, all papers of a county bureau in a year about 1 million. */
  characters: 5 * 1024 * 1024,
} as const

export interface InputFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Which side of tracked changes; the accepted one unless said otherwise. */
  readonly revisions?: RevisionView
}

type ReadFormat = Exclude<ImportSource['format'], 'paste'>
export type ReadDocument = ImportSource & { readonly format: ReadFormat }

const megabytes = (size: number) => `${Math.ceil((size / 1024 / 1024) * 10) / 10} MB`
const tenThousands = (count: number) => `${Math.ceil(count / 10_000)} 万字`

function tooLong(name: string, characters: number): Result<never> {
  return fail('FILE_TOO_LARGE', { name, size: tenThousands(characters), limit: tenThousands(documentLimits.characters) })
}

function source(name: string, format: ReadFormat, paragraphs: readonly SourceParagraph[], notes: readonly string[]): Result<ReadDocument> {
  let characters = 0
  for (const paragraph of paragraphs) characters += paragraph.text.length
  if (characters > documentLimits.characters) return tooLong(name, characters)
  if (paragraphs.every((paragraph) => paragraph.text.trim() === '')) return fail('FILE_EMPTY', { name })
  return ok({ name: name.slice(0, 300), format, paragraphs, notes })
}

function readText({ name, bytes }: InputFile): Result<ReadDocument> {
  const decoded = decodeText(bytes)
  // Saving it from a text editor would not help what was a Word file: its bytes are broken.
  if (decoded === undefined) return fail(/\.(?:docx?|docm|dotx?|wps|wpt|odt|rtf)$/iu.test(name) ? 'FILE_DAMAGED' : 'FILE_ENCODING', { name })
  if (decoded.text.length > documentLimits.characters) return tooLong(name, decoded.text.length)
  const notes = decoded.encoding === 'UTF-8' ? [] : [`文字编码按 ${decoded.encoding} 读取。`]
  return source(name, 'txt', paragraphsFromText(decoded.text), notes)
}

/** What the writer calls it: a saved page is one, however it is packed. */
const formatOf = (format: ForeignFormat): ReadFormat => (format === 'mht' ? 'html' : format === 'flat-opc' ? 'wordml' : format === 'fodt' ? 'odt' : format)

/**
 * @param file its name (for messages only: what it is, its bytes say) and content. Nothing is written.
 * @param options how .doc is converted; without it, only by readers of our own.
 * @returns FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_UNSUPPORTED, FILE_ENCRYPTED, FILE_BINARY, FILE_ENCODING, FILE_DAMAGED or FILE_LIMITS as failures.
 */
export async function readDocument(file: InputFile, options: ForeignOptions = {}): Promise<Result<ReadDocument>> {
  const { name, bytes } = file
  if (bytes.length === 0) return fail('FILE_EMPTY', { name })
  if (bytes.length > documentLimits.bytes) return fail('FILE_TOO_LARGE', { name, size: megabytes(bytes.length), limit: megabytes(documentLimits.bytes) })
  const type = sniffType(bytes)
  switch (type.kind) {
    case 'other': return fail('FILE_TYPE_UNSUPPORTED', { name, type: type.label })
    case 'encrypted': return fail('FILE_ENCRYPTED', { name })
    case 'binary': return fail('FILE_BINARY', { name, type: type.label })
    case 'text': return readText(file)
    case 'docx': {
      const read = await readWord(bytes, name, file.revisions === undefined ? {} : { revisions: file.revisions })
      if (!read.ok) return read
      const { paragraphs, notes, ...official } = read.value
      const found = source(name, 'docx', paragraphs, notes)
      return found.ok ? ok({ ...found.value, ...official }) : found
    }
    default: {
      const read = await readForeign(type.kind, file, options)
      return read.ok ? source(name, formatOf(type.kind), read.value.paragraphs, read.value.notes) : read
    }
  }
}
