/** One w:p → source paragraphs: one for each line a soft return makes. */
import type { SourceHint, SourceParagraph } from '../../../shared/recognition/source.ts'
import { readExact } from './read-exact.ts'
import { readInline, type Token } from './read-inline.ts'
import type { Reading } from './reading-context.ts'
import type { Style } from './read-styles.ts'
import { childOf, childValue, type XmlElement } from './xml-tree.ts'
import { blankStyle, roleOfStyleName } from './word-names.ts'

type TextToken = Extract<Token, { kind: 'text' }>

export interface ReadParagraph {
  readonly paragraphs: readonly SourceParagraph[]
  readonly boxes: readonly XmlElement[]
}

const nothing: ReadParagraph = { paragraphs: [], boxes: [] }

const integer = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined)

/** The automatic number, by the paragraph itself or its style; '' where it has none. */
function numberOf(properties: XmlElement | undefined, style: Style | undefined, { numbering, tally }: Reading): string {
  const direct = childOf(properties, 'w:numPr')
  const numId = childValue(direct, 'w:numId') ?? style?.numId
  if (numId === undefined || numId === '0') return ''
  const byStyle = style === undefined ? undefined : style.level ?? numbering.levelOfStyle(numId, style.id)
  const level = integer(childValue(direct, 'w:ilvl')) ?? byStyle ?? 0
  const number = numbering.next(numId, level)
  if (number === undefined) return ''
  if (number.bullet) tally.add('bullet')
  else if (number.text !== '') tally.add('automaticNumber')
  return number.text
}

function lookHint(properties: XmlElement | undefined, style: Style | undefined): SourceHint {
  const outline = integer(childValue(properties, 'w:outlineLvl')) ?? style?.outline
  const title = style !== undefined && /^(?:title|标题)$/iu.test(style.name.trim())
  const centred = (childValue(properties, 'w:jc') ?? style?.alignment) === 'center'
  const level = outline !== undefined && outline <= 3 ? ((outline + 1) as 1 | 2 | 3 | 4) : undefined
  return { ...(title ? { title: true } : {}), ...(level !== undefined && !title ? { level } : {}), ...(centred ? { centred: true } : {}) }
}

function linesOf(tokens: readonly Token[], reading: Reading): TextToken[][] {
  const lines: TextToken[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'text') lines.at(-1)!.push(token)
    else if (token.kind === 'break') {
      if (token.soft) reading.tally.add('softReturn')
      lines.push([])
    }
  }
  // A page break before or behind the text parts nothing.
  const text = (line: readonly TextToken[]) => line.some((token) => token.text !== '')
  const filled = lines.filter(text)
  return filled.length === 0 ? [[]] : filled
}

function formatsOf(line: readonly TextToken[], shift: number, heading: boolean): NonNullable<SourceHint['formats']> {
  let offset = shift
  const spans: { from: number; to: number; bold?: true; underline?: true }[] = []
  for (const token of line) {
    const from = offset
    offset += token.text.length
    // A heading is bold by its place in the paper, not because the writer stresses it.
    const bold = token.bold && !heading
    if (!bold && !token.underline) continue
    const last = spans.at(-1)
    if (last && last.to === from && last.bold === (bold || undefined) && last.underline === (token.underline || undefined)) last.to = offset
    else spans.push({ from, to: offset, ...(bold ? { bold: true as const } : {}), ...(token.underline ? { underline: true as const } : {}) })
  }
  return spans
}

/** A blank only where figures would run together: “1.” before “2023年”. */
function joinNumber(number: string, text: string): string {
  return number !== '' && /[0-9.]$/.test(number) && /^[0-9]/.test(text) ? `${number} ` : number
}

/**
 * @param carried tokens of paragraphs before whose end a revision deleted: they belong to this one and are taken from
 * there, or put there where this one's own end is deleted too.
 */
export function readParagraph(element: XmlElement, carried: Token[], reading: Reading): ReadParagraph {
  const properties = childOf(element, 'w:pPr')
  const style = reading.styles.paragraph(childValue(properties, 'w:pStyle'))
  const name = style?.name ?? ''
  if (/^(?:toc|目录)\s*\d$/iu.test(name)) {
    reading.tally.add('contents')
    return nothing
  }
  const inline = readInline(element, reading.styles, reading.tally)
  const marks = childOf(properties, 'w:rPr')
  if (childOf(marks, 'w:del') !== undefined || childOf(marks, 'w:moveFrom') !== undefined) {
    for (const token of inline.tokens) carried.push(token)
    return { paragraphs: [], boxes: inline.boxes }
  }
  const tokens = [...carried.splice(0), ...inline.tokens]
  const number = numberOf(properties, style, reading)
  if (reading.styles.own && number === '') {
    if (name === blankStyle.name && !tokens.some((token) => token.kind === 'text')) return { ...nothing, boxes: inline.boxes }
    for (const token of tokens) if (token.kind === 'mark') reading.official.mark(token.name)
    if (reading.official.take(name, tokens)) return { ...nothing, boxes: inline.boxes }
    const role = roleOfStyleName(name)
    const exact = role === undefined ? undefined : readExact(tokens, role)
    if (exact) return { paragraphs: [exact], boxes: inline.boxes }
  }
  const look = lookHint(properties, style)
  const paragraphs = linesOf(tokens, reading).map((line, index): SourceParagraph => {
    const own = line.map((token) => token.text).join('')
    const head = index === 0 ? joinNumber(number, own) : ''
    const formats = formatsOf(line, head.length, look.level !== undefined || look.title === true)
    const hint: SourceHint = { ...look, ...(formats.length > 0 ? { formats } : {}) }
    return { text: head + own, ...(Object.keys(hint).length > 0 ? { hint } : {}) }
  })
  return { paragraphs, boxes: inline.boxes }
}
