/** The fixtures of reading that say what their text is: those of .docx, and those of other formats, where they are there. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface ComparedCase {
  readonly name: string
  /** What it shows, in one line. */
  readonly shows: string
  readonly extension: string
  readonly bytes: Uint8Array
  readonly expectedText: string
}

interface LooseCase {
  readonly name: string
  readonly shows?: string
  readonly file?: string
  readonly extension?: string
  readonly format?: string
  readonly bytes: Uint8Array | (() => Uint8Array | Promise<Uint8Array>)
  readonly expectedText?: string
}

/** What a file of the format is called in the world. */
const extensions: Readonly<Record<string, string>> = { wordml: 'xml', 'flat-opc': 'xml' }

const tests = join(import.meta.dirname, '..')

async function casesOf(path: string, list: string, extension: string): Promise<ComparedCase[]> {
  if (!existsSync(path)) return []
  const found = ((await import(pathToFileURL(path).href)) as Record<string, readonly LooseCase[]>)[list] ?? []
  const whole = await Promise.all(found.map(async (one) => ({
    name: one.name, shows: one.shows ?? '', expectedText: one.expectedText,
    extension: one.extension ?? extensions[one.format ?? ''] ?? one.format ?? /\.([a-z]{2,5})$/u.exec(one.file ?? one.name)?.[1] ?? extension,
    bytes: typeof one.bytes === 'function' ? await one.bytes() : one.bytes,
  })))
  return whole.flatMap(({ expectedText, ...one }) => (expectedText === undefined ? [] : [{ ...one, expectedText }]))
}

export async function comparedCases(): Promise<ComparedCase[]> {
  return [
    ...await casesOf(join(tests, 'word/reading-cases.ts'), 'readingCases', 'docx'),
    ...await casesOf(join(tests, 'foreign/foreign-cases.ts'), 'foreignCases', 'bin'),
  ]
}
