/** The stylesheet of a .doc ([MS-DOC] 2.9.271 STSH): names, headings, and what each style says. */
import { applyParagraph, characterChange, toggled, type CharacterChange, type ParagraphChange } from './sprms.ts'
import { utf16Text } from './utf16-text.ts'

export interface DocStyle {
  readonly name: string
  readonly paragraph: Readonly<ParagraphChange>
  readonly bold: boolean
  readonly underline: boolean
  readonly hidden: boolean
}

interface RawStyle {
  readonly builtin: number
  readonly name: string
  readonly isParagraph: boolean
  readonly base: number
  readonly paragraph: Buffer
  readonly characters: CharacterChange
}

const plain: DocStyle = { name: '', paragraph: {}, bold: false, underline: false, hidden: false }
const noStyle = 0xfff
const empty = Buffer.alloc(0)
/** Built-in styles by number: 1–9 headings, 62 the title. */
const titleStyle = 62

function readStyle(bytes: Buffer, base: number): RawStyle | undefined {
  if (bytes.length < base + 2) return undefined
  const first = bytes.readUInt16LE(0)
  const second = bytes.readUInt16LE(2)
  const kind = second & 0xf
  const length = bytes.readUInt16LE(base)
  let at = base + 2 + length * 2 + 2
  const parts: Buffer[] = []
  while (at + 2 <= bytes.length && parts.length < 3) {
    const size = bytes.readUInt16LE(at)
    parts.push(bytes.subarray(at + 2, at + 2 + size))
    at += 2 + size + (size % 2)
  }
  const isParagraph = kind === 1
  return {
    builtin: first & 0xfff, name: utf16Text(bytes, base + 2, base + 2 + length * 2), isParagraph, base: second >> 4,
    paragraph: isParagraph ? (parts[0]?.subarray(2) ?? empty) : empty, characters: characterChange((isParagraph ? parts[1] : kind === 2 ? parts[0] : undefined) ?? empty),
  }
}

/** @returns a style by its number; styles based on each other in a circle are cut. */
export function readDocStyles(stsh: Buffer, data: Buffer | undefined): (index: number) => DocStyle {
  const raw: (RawStyle | undefined)[] = []
  if (stsh.length >= 8) {
    const head = stsh.readUInt16LE(0)
    const count = Math.min(stsh.readUInt16LE(2), 4096)
    const base = stsh.readUInt16LE(4)
    let at = 2 + head
    for (let index = 0; index < count && at + 2 <= stsh.length; index += 1) {
      const size = stsh.readUInt16LE(at)
      raw.push(size === 0 ? undefined : readStyle(stsh.subarray(at + 2, at + 2 + size), base))
      at += 2 + size
    }
  }
  const known = new Map<number, DocStyle>()
  const resolve = (index: number, depth: number): DocStyle => {
    const found = known.get(index)
    if (found !== undefined) return found
    const own = raw[index]
    if (own === undefined || depth > 20) return plain
    const parent = own.base === noStyle ? plain : resolve(own.base, depth + 1)
    const paragraph: ParagraphChange = { ...parent.paragraph }
    delete paragraph.outline
    applyParagraph(paragraph, own.paragraph, data)
    if (own.isParagraph && own.builtin >= 1 && own.builtin <= 9) paragraph.outline ??= own.builtin - 1
    if (own.isParagraph) paragraph.outline ??= parent.paragraph.outline ?? 9
    const style: DocStyle = {
      name: own.builtin === titleStyle ? 'Title' : own.name,
      paragraph, bold: toggled(own.characters.bold, parent.bold), hidden: toggled(own.characters.hidden, parent.hidden),
      underline: own.characters.underline === undefined ? parent.underline : own.characters.underline !== 0,
    }
    known.set(index, style)
    return style
  }
  return (index) => resolve(index, 0)
}
