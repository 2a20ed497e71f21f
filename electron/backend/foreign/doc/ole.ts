/** The streams of an OLE compound file ([MS-CFB]), read under limits. Nothing the file says of its own sizes is believed. */
import { FileFault } from '../../word/file-fault.ts'
import { utf16Text } from './utf16-text.ts'

export interface OleFile {
  /** Names of streams and storages at the top. */
  readonly names: readonly string[]
  /** A stream at the top; undefined where there is none of the name. @throws FileFault FILE_DAMAGED */
  readonly stream: (name: string) => Buffer | undefined
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

const damaged = (why: string) => new FileFault('FILE_DAMAGED', why)
/** Special sector numbers are all above this. */
const lastSector = 0xfffffff9
const miniCutoff = 4096

function readEntries(directory: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(Math.max(directory.readUInt16LE(at + 64) - 2, 0), 62)
    entries.push({
      name: utf16Text(directory, at, at + length), type: directory[at + 66]!, left: directory.readUInt32LE(at + 68), right: directory.readUInt32LE(at + 72),
      child: directory.readUInt32LE(at + 76), start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120),
    })
  }
  return entries
}

/** Streams and storages directly in the root: others, of embedded documents, have the same names. */
function topEntries(entries: readonly Entry[]): Entry[] {
  const found: Entry[] = []
  const seen = new Set<number>()
  const stack = [entries[0]?.child ?? lastSector + 1]
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const entry = entries[id]
    if (entry === undefined || seen.has(id)) continue
    seen.add(id)
    found.push(entry)
    stack.push(entry.left, entry.right)
  }
  return found
}

/** @throws FileFault FILE_DAMAGED */
export function openOle(bytes: Uint8Array): OleFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < 512) throw damaged('no header')
  const shift = buffer.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) throw damaged(`sectors of 2^${shift} bytes`)
  const sectorSize = 1 << shift
  // WPS leaves the last sector short; what is missing of it is filled up.
  const sectors = Math.ceil(buffer.length / sectorSize) - 1

  const sector = (id: number): Buffer => {
    if (id >= sectors) throw damaged(`no sector ${id}`)
    const part = buffer.subarray((id + 1) * sectorSize, (id + 2) * sectorSize)
    return part.length === sectorSize ? part : Buffer.concat([part, Buffer.alloc(sectorSize - part.length)])
  }

  const fatSectors: number[] = []
  for (let index = 0; index < 109; index += 1) {
    const id = buffer.readUInt32LE(76 + index * 4)
    if (id <= lastSector) fatSectors.push(id)
  }
  const seen = new Set<number>()
  for (let id = buffer.readUInt32LE(68); id <= lastSector; ) {
    if (seen.has(id)) throw damaged('a chain in a circle')
    seen.add(id)
    const part = sector(id)
    for (let at = 0; at < sectorSize - 4; at += 4) if (part.readUInt32LE(at) <= lastSector) fatSectors.push(part.readUInt32LE(at))
    id = part.readUInt32LE(sectorSize - 4)
  }
  if (fatSectors.length > sectors) throw damaged('more allocation tables than sectors')
  const fat = Buffer.concat(fatSectors.map(sector))

  const chain = (start: number, table: Buffer, most: number): number[] => {
    const ids: number[] = []
    for (let id = start; id <= lastSector; ) {
      ids.push(id)
      if (ids.length > most) throw damaged('a chain in a circle')
      if (id * 4 + 4 > table.length) throw damaged('a chain leads nowhere')
      id = table.readUInt32LE(id * 4)
    }
    return ids
  }
  const sectorsFrom = (start: number) => Buffer.concat(chain(start, fat, sectors).map(sector))

  const entries = readEntries(sectorsFrom(buffer.readUInt32LE(48)))
  const root = entries[0]
  if (root === undefined || root.type !== 5) throw damaged('no root')
  const top = topEntries(entries)
  const miniShift = buffer.readUInt16LE(32)
  const miniSize = 1 << Math.min(Math.max(miniShift, 4), 9)
  let mini: { readonly fat: Buffer; readonly data: Buffer } | undefined

  const shortStream = (entry: Entry): Buffer => {
    mini ??= { fat: sectorsFrom(buffer.readUInt32LE(60)), data: sectorsFrom(root.start) }
    const { fat: table, data } = mini
    return Buffer.concat(chain(entry.start, table, table.length / 4).map((id) => {
      const part = data.subarray(id * miniSize, (id + 1) * miniSize)
      if (part.length < miniSize) throw damaged('a short stream breaks off')
      return part
    }))
  }

  return {
    names: top.map((entry) => entry.name),
    stream: (name) => {
      const entry = top.find((one) => one.name === name && one.type === 2)
      if (entry === undefined) return undefined
      const whole = entry.size === 0 ? Buffer.alloc(0) : entry.size < miniCutoff ? shortStream(entry) : sectorsFrom(entry.start)
      if (whole.length < entry.size) throw damaged(`${name} breaks off`)
      return whole.subarray(0, entry.size)
    },
  }
}
