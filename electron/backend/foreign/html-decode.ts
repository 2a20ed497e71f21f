/** Bytes of a web page → text: by byte order mark, by what carried it, by what it says of itself, else as any text. */
import { decodeText, markedEncoding } from '../files/decode-text.ts'
import { FileFault } from '../word/file-fault.ts'

/** Names that browsers read as a wider set (Encoding Standard §4.2). */
function labelOf(name: string): string | undefined {
  const label = name.trim().toLowerCase().replace(/^["']|["']$/g, '')
  if (/^(?:gb_?2312|gbk|gb18030|x-gbk|hz-gb-2312|chinese)/.test(label)) return 'gb18030'
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

const named = [/<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{2,40})/i, /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{2,40})/i]

/** @param carried the character set a MIME part names. @throws FileFault FILE_DAMAGED */
export function decodePage(bytes: Uint8Array, carried?: string): string {
  const marked = markedEncoding(bytes)
  if (marked === undefined) {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192))
    const names = [carried, ...named.map((pattern) => pattern.exec(head)?.[1])].flatMap((name) => (name === undefined ? [] : (labelOf(name) ?? [])))
    for (const label of names) {
      // UTF-16 without a mark that names itself in single bytes is none.
      if (label.startsWith('utf-16')) continue
      try {
        return new TextDecoder(label, { fatal: true }).decode(bytes)
      } catch {
        // It says one thing and is another: judged below.
      }
    }
    const judged = decodeText(bytes)
    if (judged !== undefined) return judged.text
    // A few broken bytes on a page: browsers show it all the same.
    return new TextDecoder(names[0] ?? 'utf-8').decode(bytes)
  }
  const decoded = decodeText(bytes)
  if (decoded === undefined) throw new FileFault('FILE_DAMAGED', `not ${marked}`)
  return decoded.text
}
