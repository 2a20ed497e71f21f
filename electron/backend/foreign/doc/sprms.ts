/** Single property modifiers ([MS-DOC] 2.6): what is said of characters, paragraphs and rows, as differences. */

/** Bytes of the operand by the upper three bits; 6 says its own length. */
const lengths: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3]

/** @param take gets the modifier and where its operand begins and ends. Ends quietly where the list breaks off. */
export function eachSprm(list: Buffer, take: (sprm: number, from: number, to: number) => void): void {
  let at = 0
  while (at + 2 <= list.length) {
    const sprm = list.readUInt16LE(at)
    at += 2
    const kind = sprm >> 13
    let length = lengths[kind]!
    if (kind === 6) {
      if (at >= list.length) return
      // Tables of cells count in two bytes, the count itself less one included.
      if (sprm === 0xd608 || sprm === 0xd606) {
        if (at + 2 > list.length) return
        length = list.readUInt16LE(at) + 1
      } else length = list[at]! + 1
      if (sprm === 0xc615 && list[at] === 255) return
    }
    if (at + length > list.length) return
    take(sprm, at, at + length)
    at += length
  }
}

/** 0 off, 1 on, 0x80 as the style, 0x81 not as the style. */
export const toggled = (value: number | undefined, style: boolean): boolean => (value === undefined || value === 0x80 ? style : value === 0x81 ? !style : value === 1)

export interface CharacterChange {
  readonly bold?: number
  readonly underline?: number
  readonly hidden?: number
  readonly deleted?: boolean
  readonly inserted?: boolean
  /** A character with a meaning of its own: mark of a note, picture. */
  readonly special?: boolean
  readonly object?: boolean
  /** A character of a symbol font. */
  readonly symbol?: number
  readonly style?: number
}

export function characterChange(list: Buffer): CharacterChange {
  const change: { -readonly [K in keyof CharacterChange]: CharacterChange[K] } = {}
  eachSprm(list, (sprm, at) => {
    switch (sprm) {
      case 0x0800: change.deleted = list[at] === 1; return
      case 0x0801: change.inserted = list[at] === 1; return
      case 0x0835: change.bold = list[at]!; return
      case 0x083c: change.hidden = list[at]!; return
      case 0x2a3e: change.underline = list[at]!; return
      case 0x0855: change.special = list[at] === 1; return
      case 0x0856: change.object = list[at] === 1; return
      case 0x6a09: change.symbol = list.readUInt16LE(at + 2); return
      case 0x4a30: change.style = list.readUInt16LE(at); return
      default:
    }
  })
  return change
}

export interface ParagraphChange {
  centred?: boolean
  inTable?: boolean
  rowEnd?: boolean
  depth?: number
  innerCell?: boolean
  innerRowEnd?: boolean
  level?: number
  list?: number
  outline?: number
  header?: boolean
  row?: { left: number; cells: { right: number; continues: boolean; merged: boolean }[] }
}

/** sprmTDefTable: edges of the cells, then 20 bytes of each. */
function readRow(list: Buffer, at: number, to: number): NonNullable<ParagraphChange['row']> {
  const count = Math.min(list[at + 2] ?? 0, 64)
  const edges = at + 3
  const marks = edges + (count + 1) * 2
  const cells = []
  for (let index = 0; index < count && edges + (index + 2) * 2 <= to; index += 1) {
    const flags = marks + index * 20 + 2 <= to ? list.readUInt16LE(marks + index * 20) : 0
    cells.push({ right: list.readInt16LE(edges + (index + 1) * 2), merged: (flags & 0x0002) !== 0 && (flags & 0x0001) === 0, continues: (flags & 0x0060) === 0x0020 })
  }
  return { left: edges + 2 <= to ? list.readInt16LE(edges) : 0, cells }
}

/** @param data the Data stream, where lists too long for their place stand. */
export function applyParagraph(change: ParagraphChange, list: Buffer, data: Buffer | undefined, depth = 0): void {
  eachSprm(list, (sprm, at, to) => {
    switch (sprm) {
      case 0x2403: case 0x2461: change.centred = list[at] === 1; return
      case 0x2416: change.inTable = list[at] !== 0; return
      case 0x2417: change.rowEnd = list[at] !== 0; return
      case 0x6649: change.depth = list.readInt32LE(at); return
      case 0x664a: change.depth = (change.depth ?? 0) + list.readInt32LE(at); return
      case 0x244b: change.innerCell = list[at] !== 0; return
      case 0x244c: change.innerRowEnd = list[at] !== 0; return
      case 0x260a: change.level = list[at]!; return
      case 0x460b: change.list = list.readUInt16LE(at); return
      case 0x2640: change.outline = list[at]!; return
      case 0x3404: change.header = list[at] !== 0; return
      case 0xd608: change.row = readRow(list, at, to); return
      case 0xd62b: {
        const cell = change.row?.cells[list[at + 1] ?? 0]
        if (cell) cell.continues = list[at + 2] === 1
        return
      }
      case 0x5624: {
        for (let cell = list[at]! + 1; cell < list[at + 1]!; cell += 1) if (change.row?.cells[cell]) change.row.cells[cell]!.merged = true
        return
      }
      case 0x6645: case 0x6646: {
        const place = list.readUInt32LE(at)
        if (data === undefined || depth > 3 || place + 2 > data.length) return
        applyParagraph(change, data.subarray(place + 2, place + 2 + data.readUInt16LE(place)), data, depth + 1)
        return
      }
      default:
    }
  })
}
