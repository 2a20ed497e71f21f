/** What a file is, by its bytes: names lie, above all `.doc` and `.wps` (word-format.md §4). */
import { markedEncoding } from './decode-text.ts'
import { openingType } from './sniff-opening.ts'

/** Types a reader of ours takes, beside plain text. */
export type ReadKind = 'docx' | 'doc' | 'wps' | 'rtf' | 'html' | 'mht' | 'wordml' | 'flat-opc' | 'odt' | 'fodt'

export type FileType =
  | { readonly kind: ReadKind }
  | { readonly kind: 'text' }
  /** Locked by a password. */
  | { readonly kind: 'encrypted' }
  /** Known, and to be saved as something else first. @param label what it is, in the writer's words. */
  | { readonly kind: 'other'; readonly label: string }
  | { readonly kind: 'binary'; readonly label: string }

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte)

const bufferOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const ascii = (bytes: Uint8Array, from: number, to: number) => bufferOf(bytes).toString('latin1', from, Math.min(to, bytes.length))

const binaries: readonly (readonly [label: string, signature: readonly number[]])[] = [
  ['PNG 图片', [0x89, 0x50, 0x4e, 0x47]], ['JPEG 图片', [0xff, 0xd8, 0xff]], ['GIF 图片', [0x47, 0x49, 0x46, 0x38]], ['BMP 图片', [0x42, 0x4d]],
  ['TIFF 图片', [0x49, 0x49, 0x2a, 0x00]], ['TIFF 图片', [0x4d, 0x4d, 0x00, 0x2a]], ['RAR 压缩包', [0x52, 0x61, 0x72, 0x21]], ['7z 压缩包', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip 压缩包', [0x1f, 0x8b]], ['程序文件', [0x7f, 0x45, 0x4c, 0x46]], ['程序文件', [0x4d, 0x5a]],
]

/** Names of the entries of a zip, read loosely: also of one cut off in the middle. */
function zipNames(bytes: Uint8Array): string[] {
  const buffer = bufferOf(bytes)
  const names: string[] = []
  for (const [signature, lengthAt, nameAt] of [[0x04034b50, 26, 30], [0x02014b50, 28, 46]] as const) {
    const mark = Buffer.alloc(4)
    mark.writeUInt32LE(signature)
    for (let at = buffer.indexOf(mark); at !== -1 && names.length < 2000; at = buffer.indexOf(mark, at + 4)) {
      if (at + nameAt <= buffer.length) names.push(buffer.toString('utf8', at + nameAt, at + nameAt + buffer.readUInt16LE(at + lengthAt)).replaceAll('\\', '/').replace(/^(?:\.?\/)+/, ''))
    }
  }
  return names
}

const openDocuments: readonly (readonly [mark: string, label: string])[] = [
  ['epub+zip', ' EPUB 电子书'], ['opendocument.spreadsheet', 'OpenDocument 表格（.ods）'], ['opendocument.presentation', 'OpenDocument 演示文稿（.odp）'],
  ['opendocument.graphics', 'OpenDocument 绘图（.odg）'],
]

/** The type stands uncompressed in the first entry, which is what that entry is for. */
function openDocumentType(bytes: Uint8Array): FileType {
  const head = ascii(bytes, 0, 200)
  const found = openDocuments.find(([mark]) => head.includes(mark))
  return found === undefined ? { kind: 'odt' } : { kind: 'other', label: found[1] }
}

function zipType(bytes: Uint8Array): FileType {
  const names = zipNames(bytes)
  const has = (prefix: string) => names.some((name) => name.startsWith(prefix))
  if (has('word/')) return { kind: 'docx' }
  if (has('xl/')) return { kind: 'other', label: '电子表格（.xlsx）' }
  if (has('ppt/')) return { kind: 'other', label: '演示文稿（.pptx）' }
  if (has('OFD.xml')) return { kind: 'other', label: 'OFD 版式文件' }
  if (has('uof.xml') || has('_meta/meta.xml')) return { kind: 'other', label: '标文通文档（.uof）' }
  if (has('content.xml') || names[0] === 'mimetype') return openDocumentType(bytes)
  // A package without a word folder may still name its main part elsewhere.
  return has('[Content_Types].xml') ? { kind: 'docx' } : { kind: 'other', label: '压缩包（.zip）' }
}

/** Names inside an OLE file stand in UTF-16; looked for loosely, so that a damaged file is still called what it was. */
function oleType(bytes: Uint8Array): FileType {
  const buffer = bufferOf(bytes)
  const has = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage')) return { kind: 'encrypted' }
  if (has('WordDocument')) return { kind: buffer.includes('WPS Office') || has('WPS Office') || has('WpsCustomData') ? 'wps' : 'doc' }
  if (has('Workbook') || has('Book\u0000')) return { kind: 'other', label: '旧版电子表格（.xls、.et）' }
  if (has('PowerPoint Document')) return { kind: 'other', label: '旧版演示文稿（.ppt、.dps）' }
  // Kingsoft's own format before WPS Office 2005, and Microsoft Works.
  if (has('WPSDocument') || has('WPS2000') || has('Wps2001') || has('WPSMain')) return { kind: 'other', label: '早期 WPS（WPS 2003 及以前）的文档' }
  if (has('MatOST') || buffer.includes('CONTENTS') || has('CONTENTS')) return { kind: 'other', label: ' Microsoft Works 文档（.wps）' }
  if (has('__substg1.0')) return { kind: 'other', label: ' Outlook 邮件（.msg）' }
  if (has('HwpSummaryInformation')) return { kind: 'other', label: '韩文 HWP 文档' }
  // Where its list of contents is cut off, nothing says what it was: most are papers, and the reader says “damaged”.
  const shift = buffer.length >= 512 ? buffer.readUInt16LE(30) : 0
  if ((shift === 9 || shift === 12) && (buffer.readUInt32LE(48) + 1) * 2 ** shift >= buffer.length) return { kind: 'doc' }
  return { kind: 'other', label: '旧版 Office 或 WPS 文件' }
}

/** Plain text has no zero bytes, unless it is UTF-16, where every other one of its Western characters is zero. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536)
  let zeros = 0
  let controls = 0
  let pairs = 0
  head.forEach((byte, index) => {
    if (byte === 0) {
      zeros += 1
      if (head[index ^ 1] === 0) pairs += 1
    } else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls += 1
  })
  if (zeros === 0) return controls > 4 + head.length / 20
  // Both bytes of a character zero: no encoding of text writes that.
  return pairs > 0 || (head.length % 2 === 1 && head.length === bytes.length)
}

export function sniffType(bytes: Uint8Array): FileType {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return zipType(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return oleType(bytes)
  const head = ascii(bytes, 0, 4096)
  if (/^\s{0,64}%PDF-/.test(head)) return { kind: 'other', label: ' PDF 文件' }
  if (/^(?:\u00ef\u00bb\u00bf)?\s{0,64}\{\\rtf/.test(head)) return { kind: 'rtf' }
  // Word 6 and before wrote documents without a container as well.
  if ((startsWith(bytes, 0xdb, 0xa5) || startsWith(bytes, 0x31, 0xbe) || startsWith(bytes, 0xdc, 0xa5)) && looksBinary(bytes)) return { kind: 'other', label: ' Word 2.0/6.0/95 文档' }
  const found = binaries.find(([label, signature]) => startsWith(bytes, ...signature) && (label !== 'BMP 图片' && label !== '程序文件' || looksBinary(bytes)))
  if (found) return { kind: 'binary', label: found[0] }
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { kind: 'binary', label: 'WebP 图片' }
  const marked = markedEncoding(bytes)
  const opening = openingType(marked?.startsWith('UTF-16') ? ascii(bytes, 0, 8192).replaceAll('\u0000', '') : head)
  if (opening !== undefined) return opening
  if (marked === undefined && looksBinary(bytes)) return { kind: 'binary', label: '类型不明' }
  return { kind: 'text' }
}
