/** Pages of 512 bytes that say which properties hold from where to where in the file ([MS-DOC] 2.9.33 ChpxFkp, 2.9.174 PapxFkp). */
import type { Fib } from './fib.ts'
import { lastBegun } from './last-begun.ts'

export interface Stretch {
  /** Offsets in the document stream. */
  readonly from: number
  readonly to: number
  readonly properties: Buffer
  /** The paragraph's style; 0 for characters. */
  readonly style: number
}

const empty = Buffer.alloc(0)
const pageSize = 512

function readPage(page: Buffer, kind: 'characters' | 'paragraphs', take: (stretch: Stretch) => void): void {
  const count = page[511]!
  const width = kind === 'characters' ? 1 : 13
  for (let index = 0; index < count; index += 1) {
    const at = (count + 1) * 4 + index * width
    if (at + width > 511) return
    const from = page.readUInt32LE(index * 4)
    const to = page.readUInt32LE(index * 4 + 4)
    const place = page[at]! * 2
    if (to <= from) continue
    if (kind === 'characters') {
      const properties = place === 0 ? empty : page.subarray(place + 1, Math.min(place + 1 + page[place]!, 511))
      take({ from, to, properties, style: 0 })
      continue
    }
    // The count is in words; 0 says that the next byte is it.
    const short = place === 0 || place >= 511 ? 0 : page[place]!
    const start = short === 0 ? place + 2 : place + 1
    const length = place === 0 || place >= 510 ? 0 : short === 0 ? page[place + 1]! * 2 : short * 2 - 1
    const whole = length < 2 ? empty : page.subarray(start, Math.min(start + length, 511))
    take({ from, to, style: whole.length < 2 ? 0 : whole.readUInt16LE(0), properties: whole.subarray(2) })
  }
}

/** All stretches in the order of the file. */
export function readStretches(fib: Fib, kind: 'characters' | 'paragraphs'): Stretch[] {
  const plc = fib.table(kind)
  const count = Math.max(0, Math.floor((plc.length - 4) / 8))
  const stretches: Stretch[] = []
  const seen = new Set<number>()
  for (let index = 0; index < count; index += 1) {
    const number = plc.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff
    const page = fib.document.subarray(number * pageSize, (number + 1) * pageSize)
    if (page.length < pageSize || seen.has(number)) continue
    seen.add(number)
    readPage(page, kind, (stretch) => stretches.push(stretch))
  }
  return stretches.sort((a, b) => a.from - b.from)
}

/** The stretch at an offset. */
export function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  const found = lastBegun(stretches, offset)
  return found !== undefined && found.from <= offset && offset < found.to ? found : undefined
}
