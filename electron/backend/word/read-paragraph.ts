/** One w:p → source paragraphs: one for each line a soft return makes. */
import type { SourceHint, SourceParagraph } from '../../../shared/recognition/source.ts'
import { paragraphLook } from './heading-looks.ts'
import { joinNumber } from './join-number.ts'
import { readExact } from './read-exact.ts'
import type { Fields } from './read-fields.ts'
import { readInline } from './read-inline.ts'
import type { Reading } from './reading-context.ts'
import type { Style } from './read-styles.ts'
import { changesIn, isGone, propertiesIn } from './revisions.ts'
import { baseLook } from './run-look.ts'
import type { TextToken, Token } from './tokens.ts'
import { childOf, childToggle, childValue, type XmlElement } from './xml-tree.ts'
import { blankStyle, roleOfStyleName } from './word-names.ts'

export interface ReadParagraph {
  readonly paragraphs: readonly SourceParagraph[]
  readonly boxes: readonly XmlElement[]
}

/** What goes into the next paragraph because its own has no end: by a revision, a style separator or a large first letter. */
export interface Carried {
  readonly tokens: Token[]
  /** Number and look of the first part, where they are those of the whole. */
  head: Head | undefined
  /** The paragraph carried last, for where none follows. */
  last: XmlElement | undefined
}

export const nothingCarried = (): Carried => ({ tokens: [], head: undefined, last: undefined })

interface Head {
  readonly number: string
  readonly style: Style | undefined
  readonly look: SourceHint
}

const nothing: ReadParagraph = { paragraphs: [], boxes: [] }

const integer = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined)

/** The automatic number, by the paragraph itself or its style; '' where it has none. */
function numberOf(properties: XmlElement | undefined, style: Style | undefined, { numbering, counter, tally, view }: Reading): string {
  const found = childOf(properties, 'w:numPr')
  // Numbering that a revision gave the paragraph was not there before.
  const direct = view === 'original' && childOf(found, 'w:ins') !== undefined ? undefined : found
  const numId = childValue(direct, 'w:numId') ?? style?.numId
  if (numId === undefined || numId === '0') return ''
  const byStyle = style === undefined ? undefined : style.level ?? numbering.levelOfStyle(numId, style.id) ?? (style.numberedBy === undefined ? undefined : numbering.levelOfStyle(numId, style.numberedBy))
  const level = integer(childValue(direct, 'w:ilvl')) ?? byStyle ?? 0
  const number = counter.next(numId, level)
  if (number === undefined) return ''
  if (number.unknownFormat) tally.add('unknownNumber')
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

function headOf(element: XmlElement, reading: Reading): Head {
  const properties = propertiesIn(element, 'w:pPr', reading.view)
  const style = reading.styles.paragraph(childValue(properties, 'w:pStyle'))
  return { number: numberOf(properties, style, reading), style, look: lookHint(properties, style) }
}

const isText = (token: Token): token is TextToken => token.kind === 'text'
const hasText = (tokens: readonly Token[]) => tokens.some((token) => isText(token) && token.text !== '')

/** Lines without text part nothing, such as those a page break makes; what marks stand in them go to the line beside. */
function linesOf(tokens: readonly Token[], reading: Reading): Token[][] {
  if (!tokens.some((token) => token.kind === 'break')) return [[...tokens]]
  const lines: Token[][] = []
  let line: Token[] = []
  for (const token of tokens) {
    if (token.kind !== 'break') {
      line.push(token)
      continue
    }
    if (token.soft) reading.tally.add('softReturn')
    if (!hasText(line)) continue
    lines.push(line)
    line = []
  }
  const last = lines.at(-1)
  if (last === undefined || hasText(line)) lines.push(line)
  else last.push(...line)
  return lines
}

function formatsOf(line: readonly TextToken[], shift: number, heading: boolean): NonNullable<SourceHint['formats']> {
  let offset = shift
  const spans: { from: number; to: number; bold?: true; underline?: true }[] = []
  for (const { text, look } of line) {
    const from = offset
    offset += text.length
    // A heading is bold by its place in the paper, not because the writer stresses it.
    const bold = look.bold && !heading
    if (!bold && !look.underline) continue
    const last = spans.at(-1)
    if (last && last.to === from && last.bold === (bold || undefined) && last.underline === (look.underline || undefined)) last.to = offset
    else spans.push({ from, to: offset, ...(bold ? { bold: true as const } : {}), ...(look.underline ? { underline: true as const } : {}) })
  }
  return spans
}

function foreignLines(tokens: readonly Token[], { number, look }: Head, reading: Reading): SourceParagraph[] {
  return linesOf(tokens, reading).map((line, index): SourceParagraph => {
    const words = line.filter(isText)
    const own = words.map((token) => token.text).join('')
    const head = index === 0 ? joinNumber(number, own) : ''
    const formats = formatsOf(words, head.length, look.level !== undefined || look.title === true)
    const notes = reading.notes.ofLine(line, head.length)
    const hint: SourceHint = { ...look, ...(formats.length > 0 ? { formats } : {}), ...(notes.length > 0 ? { notes } : {}) }
    const paragraph: SourceParagraph = { text: head + own, ...(Object.keys(hint).length > 0 ? { hint } : {}) }
    const seen = paragraphLook(words, look.centred === true)
    if (seen) reading.looks.set(paragraph, seen)
    return paragraph
  })
}

/** The paragraphs of a row of tokens. */
function finish(tokens: readonly Token[], head: Head, reading: Reading): readonly SourceParagraph[] {
  const { number, style } = head
  if (reading.styles.own && number === '') {
    const name = style?.name ?? ''
    if (name === blankStyle.name && !hasText(tokens)) return []
    for (const token of tokens) if (token.kind === 'mark') reading.official.mark(token.name)
    if (reading.official.take(name, tokens)) return []
    const role = roleOfStyleName(name)
    const exact = role === undefined ? undefined : readExact(tokens, role)
    if (exact) {
      const notes = reading.notes.ofLine(tokens, 0)
      return [notes.length === 0 ? exact : { ...exact, hint: { ...exact.hint, notes } }]
    }
  }
  return foreignLines(tokens, head, reading)
}

/** What waits for a paragraph after it stands by itself where none comes. */
export function settleCarried(carried: Carried, reading: Reading): readonly SourceParagraph[] {
  const tokens = carried.tokens.splice(0)
  const { head, last } = carried
  carried.head = undefined
  carried.last = undefined
  if (!hasText(tokens)) return []
  return finish(tokens, head ?? (last ? headOf(last, reading) : { number: '', style: undefined, look: {} }), reading)
}

const contentsStyle = /^(?:toc|目录)\s*\d$|^(?:table of figures|图表目录)$/iu
/** “一、总体要求……3”: a line of a table of contents by its end. */
const contentsLine = /(?:\t|[.…·]{2,})\s*[\dIVXivx]{1,6}\s*$/u

/** @param carried what paragraphs before hand on to this one; what this one hands on is put there. */
export function readParagraph(element: XmlElement, carried: Carried, reading: Reading, fields: Fields): ReadParagraph {
  const { tally, view, styles } = reading
  const now = childOf(element, 'w:pPr')
  const properties = propertiesIn(element, 'w:pPr', view)
  const style = styles.paragraph(childValue(properties, 'w:pStyle'))
  if (style !== undefined && contentsStyle.test(style.name)) {
    tally.add('contents')
    return nothing
  }
  if (childOf(now, 'w:pPrChange') !== undefined) tally.add('formatted')
  const before = { inserted: tally.count('inserted'), deleted: tally.count('deleted') }
  const inline = readInline(element, reading, baseLook(style, styles), fields)
  const { boxes } = inline
  if (inline.contents && contentsLine.test(inline.tokens.filter(isText).map((token) => token.text).join(''))) {
    tally.add('contents')
    return { paragraphs: [], boxes }
  }
  const marks = childOf(now, 'w:rPr')
  const changes = changesIn(marks)
  // A new paragraph is one change, its end not another.
  for (const change of changes) if (tally.count(change) === before[change]) tally.add(change)
  const carry = (): ReadParagraph => {
    for (const token of inline.tokens) carried.tokens.push(token)
    carried.last = element
    return { paragraphs: [], boxes }
  }
  if (changes.some((change) => isGone(change, view))) return carry()
  const hiddenEnd = childToggle(marks, 'w:vanish') ?? style?.hidden ?? false
  // Hidden from end to end: the paragraph is not there, and is not counted.
  if (hiddenEnd && !hasText(inline.tokens)) return { paragraphs: [], boxes }
  const frame = childOf(properties, 'w:framePr')?.attributes['dropCap']
  if (frame !== undefined && frame !== 'none' && inline.tokens.length > 0) return carry()
  if (hiddenEnd && hasText(inline.tokens)) {
    // A heading and its text on one line (样式分隔符): the first says what it is.
    carried.head ??= headOf(element, reading)
    return carry()
  }
  const head = carried.head ?? headOf(element, reading)
  carried.head = undefined
  carried.last = undefined
  return { paragraphs: finish([...carried.tokens.splice(0), ...inline.tokens], head, reading), boxes }
}
