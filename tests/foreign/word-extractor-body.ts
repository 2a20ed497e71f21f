/** word-extractor as a witness. It has no types of its own. */
import { createRequire } from 'node:module'

interface Extractor {
  readonly extract: (bytes: Buffer) => Promise<{ readonly getBody: (options: { filterUnicode: boolean }) => string }>
}

export async function bodyByWordExtractor(bytes: Uint8Array): Promise<string> {
  const WordExtractor = createRequire(import.meta.url)('word-extractor') as new () => Extractor
  return (await new WordExtractor().extract(Buffer.from(bytes))).getBody({ filterUnicode: false })
}
