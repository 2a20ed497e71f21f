/** The head of a Word 97–2007 document ([MS-DOC] 2.5 Fib) and the text it points to. */
import { FileFault } from '../../word/file-fault.ts'
import type { OleFile } from './ole.ts'
import { utf16Text } from './utf16-text.ts'

/** Places of tables in the table stream: index of the pair in FibRgFcLcb97. */
export const tables = {
  stylesheet: 1, footnoteReferences: 2, footnoteTexts: 3, commentReferences: 4, commentTexts: 5, sections: 6, headers: 11, characters: 12, paragraphs: 13, text: 33,
  commentAuthors: 36, commentBookmarks: 37, shapes: 40, commentStarts: 42, commentEnds: 43, endnoteReferences: 46, endnoteTexts: 47, boxTexts: 56, lists: 73, listOverrides: 74,
} as const
export type TableName = keyof typeof tables

export interface Fib {
  readonly document: Buffer
  readonly data: Buffer | undefined
  /** Bytes of a table; empty where there is none. */
  readonly table: (name: TableName) => Buffer
  /** From a table's beginning to the end of the stream: the levels of lists stand behind their table. */
  readonly tail: (name: TableName) => Buffer
  /** First position of each run of text, and the one behind the last. */
  readonly ranges: Readonly<Record<'paper' | 'footnotes' | 'headers' | 'comments' | 'endnotes' | 'boxes', { readonly from: number; readonly to: number }>>
}

/** @throws FileFault FILE_DAMAGED, FILE_ENCRYPTED, FILE_TYPE_UNSUPPORTED (its message names the type). */
export function readFib(ole: OleFile): Fib {
  const document = ole.stream('WordDocument')
  if (document === undefined) throw new FileFault('FILE_TYPE_UNSUPPORTED', '旧版 Office 或 WPS 文件')
  if (document.length < 0x400 && document.length < 200) throw new FileFault('FILE_DAMAGED', 'no head')
  const mark = document.readUInt16LE(0)
  const version = document.readUInt16LE(2)
  if (mark === 0xa5dc || mark === 0xa5db || (mark === 0xa5ec && version < 0xc1 && version > 0)) throw new FileFault('FILE_TYPE_UNSUPPORTED', ' Word 6.0 或 Word 95 文档')
  if (mark !== 0xa5ec) throw new FileFault('FILE_DAMAGED', `mark ${mark.toString(16)}`)
  const flags = document.readUInt16LE(0x0a)
  if ((flags & 0x0100) !== 0) throw new FileFault('FILE_ENCRYPTED', 'encrypted')
  const stream = ole.stream((flags & 0x0200) !== 0 ? '1Table' : '0Table')
  if (stream === undefined) throw new FileFault('FILE_DAMAGED', 'no table stream')
  const pairs = document.readUInt16LE(0x98)
  const place = (name: TableName): readonly [number, number] => {
    const index = tables[name]
    const at = 0x9a + index * 8
    return index < pairs && at + 8 <= document.length ? [document.readUInt32LE(at), document.readUInt32LE(at + 4)] : [0, 0]
  }
  const count = (at: number) => {
    const value = document.readInt32LE(at)
    if (value < 0) throw new FileFault('FILE_DAMAGED', 'a negative length')
    return value
  }
  let at = 0
  const next = (length: number) => ({ from: at, to: (at += length) })
  const paper = next(count(0x4c))
  const footnotes = next(count(0x50))
  const headers = next(count(0x54))
  next(count(0x58))
  const comments = next(count(0x5c))
  const endnotes = next(count(0x60))
  const boxes = next(count(0x64))
  return {
    document, data: ole.stream('Data'), ranges: { paper, footnotes, headers, comments, endnotes, boxes },
    table: (name) => {
      const [from, length] = place(name)
      if (length === 0) return Buffer.alloc(0)
      if (from + length > stream.length) throw new FileFault('FILE_DAMAGED', `${name} breaks off`)
      return stream.subarray(from, from + length)
    },
    tail: (name) => {
      const [from, length] = place(name)
      return length === 0 ? Buffer.alloc(0) : stream.subarray(from)
    },
  }
}

export interface TextPiece {
  readonly from: number
  readonly to: number
  /** Offset in the document stream. */
  readonly offset: number
  /** Bytes of a character. */
  readonly width: 1 | 2
  /** Properties given to the piece when the file was saved in haste. */
  readonly properties: Buffer | undefined
}

export interface DocText {
  readonly text: string
  readonly pieces: readonly TextPiece[]
}

/** Above this a document is none that people write. */
const mostCharacters = 24 * 1024 * 1024

/** The piece table ([MS-DOC] 2.4.1): text stands in the file in any order. @throws FileFault */
export function readText({ document, table }: Fib): DocText {
  const clx = table('text')
  const western = new TextDecoder('windows-1252')
  const properties: Buffer[] = []
  let at = 0
  while (clx[at] === 1) {
    const length = clx.readUInt16LE(at + 1)
    properties.push(clx.subarray(at + 3, at + 3 + length))
    at += 3 + length
  }
  if (clx[at] !== 2) throw new FileFault('FILE_DAMAGED', 'no piece table')
  const plc = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
  const count = Math.floor((plc.length - 4) / 12)
  const pieces: TextPiece[] = []
  const texts: string[] = []
  let total = 0
  for (let index = 0; index < count; index += 1) {
    const from = plc.readUInt32LE(index * 4)
    const to = plc.readUInt32LE(index * 4 + 4)
    const descriptor = (count + 1) * 4 + index * 8
    const place = plc.readUInt32LE(descriptor + 2)
    const width = (place & 0x40000000) !== 0 ? 1 : 2
    const offset = width === 1 ? Math.floor((place & 0x3fffffff) / 2) : place & 0x3fffffff
    if (to < from || from !== total || offset + (to - from) * width > document.length) throw new FileFault('FILE_DAMAGED', 'a piece lies outside')
    total = to
    if (total > mostCharacters) throw new FileFault('FILE_LIMITS', 'too much text')
    const bytes = document.subarray(offset, offset + (to - from) * width)
    texts.push(width === 1 ? western.decode(bytes) : utf16Text(bytes))
    const prm = plc.readUInt16LE(descriptor + 6)
    pieces.push({ from, to, offset, width, properties: (prm & 1) !== 0 ? properties[prm >> 1] : undefined })
  }
  return { text: texts.join(''), pieces }
}
