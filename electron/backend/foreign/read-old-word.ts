/**
 * .doc and .wps: saved as .docx by LibreOffice, Word or WPS where one is installed, else read directly. Whichever way it
 * went is said, with what that way cannot give; the way that loses words is never taken.
 */
import type { SourceParagraph } from '../../../shared/recognition/source.ts'
import type { TaskHost } from '../jobs/held.ts'
import { FileFault } from '../word/file-fault.ts'
import { readWord } from '../word/read-word.ts'
import { findConverters, type Converter } from './convert/converters.ts'
import { runConverter, type Converted } from './convert/run-converter.ts'
import { readDoc } from './doc/read-doc.ts'
import type { ReadForeign } from './pieces.ts'

export interface OldWordOptions {
  /** Absent: no other program is started. */
  readonly host?: TaskHost
  /** For tests: instead of those found on the machine. */
  readonly converters?: readonly Converter[]
  readonly timeoutMs?: number
}

/** Half of what a reader has in all: the rest is for the other way. */
const usualTimeoutMs = 15_000

const directNote = '直接读取了旧版 Word（.doc）文件：文字、自动编号、表格、脚注、批注和文本框都在；公式和艺术字里的文字读不出来，请对照原件。'

function convertedNote(program: Converted['program']): string {
  const limits = program === 'LibreOffice' ? '日期等自动更新的域会变成今天的值，文本框的先后次序可能与原件不同' : '日期等自动更新的域会变成今天的值'
  return `这份旧版 Word（.doc）文件先由本机的 ${program} 转成 .docx 再读取，原文件没有改动；${limits}，请对照原件。`
}

/** Chinese characters by how often they stand in the text. */
function characterCounts(paragraphs: readonly SourceParagraph[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of paragraphs) for (const character of text) if (character >= '\u3400') counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

/** Characters of one reading that the other does not have. */
function missingIn(other: readonly SourceParagraph[], own: readonly SourceParagraph[]): number {
  const there = characterCounts(other)
  let missing = 0
  for (const [character, count] of characterCounts(own)) missing += Math.max(0, count - (there.get(character) ?? 0))
  return missing
}

/** A file a program took for plain text and made rubbish of. */
function isRubbish(paragraphs: readonly SourceParagraph[]): boolean {
  const text = paragraphs.map((one) => one.text).join('')
  return (text.match(/[\u0080-\u009f\ue000-\uf8ff\ufffd]/g)?.length ?? 0) * 20 > text.length
}

interface Attempt {
  readonly read: ReadForeign | undefined
  readonly program: Converted['program'] | undefined
  readonly fault: 'missing' | 'failed' | 'slow'
}

async function convert(bytes: Uint8Array, name: string, { host, converters = findConverters(), timeoutMs = usualTimeoutMs }: OldWordOptions): Promise<Attempt> {
  const until = Date.now() + timeoutMs
  let fault: Attempt['fault'] = 'missing'
  for (const converter of host === undefined || !host.convert ? [] : converters) {
    const left = until - Date.now()
    if (left < 500) break
    const converted = await runConverter(converter, bytes, left, host!)
    if (typeof converted === 'string') {
      fault = converted
      continue
    }
    const read = await readWord(converted.bytes, name)
    if (read.ok) return { read: read.value, program: converted.program, fault }
    fault = 'failed'
  }
  return { read: undefined, program: undefined, fault }
}

function readDirectly(bytes: Uint8Array): ReadForeign | FileFault {
  try {
    return readDoc(bytes)
  } catch (error) {
    if (error instanceof FileFault) return error
    throw error
  }
}

const why: Readonly<Record<Attempt['fault'], string>> = { missing: '', failed: '（本机的办公软件没有转换成功。）', slow: '（本机的办公软件转换太慢，已停止。）' }

/** @throws FileFault */
export async function readOldWord(bytes: Uint8Array, name: string, options: OldWordOptions): Promise<ReadForeign> {
  const own = readDirectly(bytes)
  // Other programs make something of a damaged file as well, and say nothing of what is lost.
  if (own instanceof FileFault && own.code !== 'FILE_TYPE_UNSUPPORTED') throw own
  const { read, program, fault } = await convert(bytes, name, options)
  if (own instanceof FileFault) {
    if (read === undefined || program === undefined || isRubbish(read.paragraphs)) throw own
    return { paragraphs: read.paragraphs, notes: [convertedNote(program), ...read.notes] }
  }
  if (read === undefined || program === undefined) return { paragraphs: own.paragraphs, notes: [`${directNote}${why[fault]}`, ...own.notes] }
  const missing = missingIn(read.paragraphs, own.paragraphs)
  if (missing > 0) return { paragraphs: own.paragraphs, notes: [`${directNote}（${program} 转换后少了 ${missing} 个字，没有采用。）`, ...own.notes] }
  return { paragraphs: read.paragraphs, notes: [convertedNote(program), ...read.notes] }
}
