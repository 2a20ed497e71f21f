/** .mht: a page with what belongs to it in one MIME file (RFC 2045–2047, 2557). Only the page itself is read. */
import { FileFault } from '../word/file-fault.ts'
import { readHtml } from './read-html.ts'
import type { ReadForeign } from './pieces.ts'

interface Part {
  readonly headers: ReadonlyMap<string, string>
  /** One byte per character. */
  readonly body: string
}

const longestHead = 64 * 1024

function parsePart(text: string): Part {
  const gap = /\r?\n\r?\n/.exec(text.slice(0, longestHead))
  const head = gap === null ? '' : text.slice(0, gap.index)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0 && headers.size < 200) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: gap === null ? text : text.slice(gap.index + gap[0].length) }
}

function parameter(value: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value)
  return match?.[1] ?? match?.[2]
}

const typeOf = (part: Part) => part.headers.get('content-type') ?? 'text/plain'

function decodeQuoted(text: string): Uint8Array {
  // A soft break takes the line's end, not the blanks before it (RFC 2045 §6.7).
  const clean = text.replace(/=[ \t]*\r?\n/g, '')
  const bytes = new Uint8Array(clean.length)
  let size = 0
  for (let at = 0; at < clean.length; at += 1) {
    const pair = clean[at] === '=' ? clean.slice(at + 1, at + 3) : ''
    if (/^[0-9A-Fa-f]{2}$/.test(pair)) {
      bytes[size] = Number.parseInt(pair, 16)
      at += 2
    } else bytes[size] = clean.charCodeAt(at)
    size += 1
  }
  return bytes.subarray(0, size)
}

function decodeBody({ headers, body }: Part): Uint8Array {
  switch ((headers.get('content-transfer-encoding') ?? '').toLowerCase()) {
    case 'base64': return Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64')
    case 'quoted-printable': return decodeQuoted(body)
    default: return Buffer.from(body, 'latin1')
  }
}

const mostParts = 20_000

/** The parts between the lines of a boundary; a file that breaks off before the last one is not whole. */
function partsOf(part: Part, boundary: string): Part[] {
  const mark = `--${boundary}`
  const parts: Part[] = []
  let from = -1
  let at = part.body.startsWith(mark) ? 0 : part.body.indexOf(`\n${mark}`)
  for (; at !== -1; at = part.body.indexOf(`\n${mark}`, at + 1)) {
    if (from !== -1) parts.push(parsePart(part.body.slice(from, at)))
    if (parts.length > mostParts) throw new FileFault('FILE_LIMITS', 'too many parts')
    const line = part.body.indexOf('\n', at + 1 + mark.length - (at === 0 ? 1 : 0))
    const ended = part.body.startsWith('--', at + (at === 0 && part.body.startsWith(mark) ? 0 : 1) + mark.length)
    if (ended) return parts
    if (line === -1) break
    from = line + 1
  }
  throw new FileFault('FILE_DAMAGED', 'the last boundary is missing')
}

function pageOf(part: Part, depth: number): Part | undefined {
  const type = typeOf(part)
  if (/^text\/html|^application\/xhtml/i.test(type)) return part
  if (!/^multipart\//i.test(type) || depth > 5) return undefined
  const boundary = parameter(type, 'boundary')
  if (boundary === undefined || boundary === '') return undefined
  const parts = partsOf(part, boundary)
  const start = parameter(type, 'start')
  const first = start === undefined ? undefined : parts.find((one) => one.headers.get('content-id') === start)
  for (const one of first === undefined ? parts : [first, ...parts]) {
    const page = pageOf(one, depth + 1)
    if (page !== undefined) return page
  }
  return undefined
}

/** @throws FileFault FILE_DAMAGED, FILE_LIMITS, FILE_TYPE_UNSUPPORTED */
export function readMht(bytes: Uint8Array): ReadForeign {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const page = pageOf(parsePart(text.replace(/^\s+/, '')), 0)
  if (page === undefined) throw new FileFault('FILE_DAMAGED', 'no page inside')
  return readHtml(decodeBody(page), parameter(typeOf(page), 'charset'))
}
