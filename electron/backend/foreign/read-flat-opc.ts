/** “Word XML 文档” since 2007: the parts of a .docx in one XML file (Flat OPC). Rebuilt in memory and read as a .docx. */
import { FileFault } from '../word/file-fault.ts'
import { packageLimits } from '../word/open-package.ts'
import { decodeMarkup } from './markup.ts'
import { readPackageInMemory } from './memory-docx.ts'
import type { ReadForeign } from './pieces.ts'

const partStart = '<pkg:part'
const dataStart = '<pkg:xmlData'
const dataEnd = '</pkg:xmlData>'

/** Parts by name; pictures are left out, as the reader has no use for them. @throws FileFault */
function partsOf(text: string): Record<string, string> {
  const parts: Record<string, string> = {}
  let count = 0
  for (let at = text.indexOf(partStart); at !== -1; ) {
    const next = text.indexOf(partStart, at + partStart.length)
    const end = next === -1 ? text.length : next
    count += 1
    if (count > packageLimits.entries) throw new FileFault('FILE_LIMITS', 'too many parts')
    const head = text.slice(at, Math.min(end, at + 2000))
    const name = /\bpkg:name\s*=\s*["']\/?([^"']+)["']/.exec(head)?.[1]
    const open = text.indexOf(dataStart, at)
    if (name !== undefined && open !== -1 && open < end) {
      const from = text.indexOf('>', open) + 1
      const to = text.indexOf(dataEnd, from)
      if (from === 0 || to === -1 || to > end) throw new FileFault('FILE_DAMAGED', 'a part breaks off')
      parts[name] ??= text.slice(from, to)
    }
    at = next
  }
  return parts
}

export async function readFlatOpc(bytes: Uint8Array, name: string): Promise<ReadForeign> {
  const text = decodeMarkup(bytes)
  if (!/<\/pkg:package>\s*$/.test(text.slice(-200))) throw new FileFault('FILE_DAMAGED', 'the file breaks off')
  return readPackageInMemory(partsOf(text), name)
}
