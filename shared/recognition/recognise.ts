/**
 * Paragraphs → draft and report. Recognition goes by structure and wording; what it does not understand stays a
 * paragraph, word for word (law D1).
 */
import type { Block, Draft, DraftKind, DraftMeta } from '../document/draft.ts'
import { draftSchemaVersion } from '../document/draft.ts'
import { printText } from '../document/print-text.ts'
import type { Role, TextRole } from '../document/roles.ts'
import { blockText } from '../document/runs.ts'
import { readDateLine } from '../time-limit/paper-context.ts'
import { assignRoles, type AssignedUnit } from './assign-roles.ts'
import { markBareHeadings } from './bare-headings.ts'
import { buildBlocks, settleNumbers, type BlockPlace, type Sourced } from './build-draft.ts'
import { cleanAdvertisements, cleanPayWalls } from './clean-advertisements.ts'
import { cleanEdges, cleanInnerBlanks, replaceTabs } from './clean-blanks.ts'
import { cleanCharacters } from './clean-characters.ts'
import { cleanMarkup } from './clean-markup.ts'
import { cleanPageNumbers } from './clean-page-numbers.ts'
import { detectKind } from './detect-kind.ts'
import { EditLog } from './edit-log.ts'
import { checkedExact } from './exact-blocks.ts'
import { findTables } from './find-tables.ts'
import { followFormats } from './follow-formats.ts'
import { endRoles, frontRoles, organ, type Unit } from './front-and-end.ts'
import { joinLines } from './join-lines.ts'
import { makeParagraph, removeLine, type Paragraph } from './paragraph.ts'
import { applyReport, entryKey, type ReportEntry } from './report.ts'
import { hasProblemPart } from './section-context.ts'
import { splitSegments } from './segments.ts'
import { sourceText, squareTables, type SourceParagraph } from './source.ts'

export interface RecogniseOptions {
  readonly draftId: string
  /** Id of the layout the draft gets. */
  readonly layout?: string
  /** Keys of report entries (`entryKey`) that are put back: these changes are not made. */
  readonly keep?: readonly string[]
  /** Roles the writer chose, by the place (“line:column”) of the block's first character in the source. */
  readonly roles?: Readonly<Record<string, Role>>
  readonly kind?: DraftKind
  /** A piece of a paper: no title at its head, no signature at its end. */
  readonly fragment?: boolean
  /** Called between stages with the share done, 0–1. */
  readonly onProgress?: (done: number) => void
}

export interface Recognised {
  readonly draft: Draft
  readonly report: readonly ReportEntry[]
  readonly places: readonly BlockPlace[]
  /**
   * False where the text came out different from what the report says and the paper was taken over line by line
   * instead: a fault of this program, never of the paper, but nothing of the paper is lost by it.
   */
  readonly understood: boolean
}

function toParagraphs(source: readonly SourceParagraph[]): Paragraph[] {
  let offset = 0
  let line = 1
  return source.map((one) => {
    const paragraph = makeParagraph(one.text, offset, line, one.hint)
    offset += one.text.length + 1
    line += one.text.split('\n').length
    paragraph.lastLine = line - 1
    const table = one.hint?.table
    if (table) paragraph.table = { rows: table.rows.map((row) => [...row]), headerRows: table.headerRows ?? 1 }
    return paragraph
  })
}

/** A paragraph of which a reader already knows all needs no cleaning. */
const settled = (paragraph: Paragraph) => paragraph.hint?.table !== undefined || paragraph.hint?.exact !== undefined

function dropBlankLines(paragraphs: readonly Paragraph[], log: EditLog, source: string): Paragraph[] {
  const left: Paragraph[] = []
  let gap = false
  for (const paragraph of paragraphs) {
    if (paragraph.text.trim() === '' && !settled(paragraph) && removeLine(paragraph, 'blank-line', log, source)) {
      gap = true
      continue
    }
    paragraph.gapBefore ||= gap
    gap = false
    left.push(paragraph)
  }
  return left
}

/** Stretches of paragraphs that lie between settled ones. */
function stretches(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const result: Paragraph[][] = [[]]
  for (const paragraph of paragraphs) {
    if (settled(paragraph)) result.push([])
    else result.at(-1)!.push(paragraph)
  }
  return result
}

/** What the web, print-outs and copying leave behind. Settled paragraphs are not looked at, and nothing reaches across them. */
function cleanOrigin(paragraphs: Paragraph[], text: string, log: EditLog): { lines: Paragraph[]; broken: Set<Paragraph> } {
  const held = paragraphs.filter(settled)
  const tables = stretches(paragraphs).flatMap((stretch) => findTables(cleanPayWalls(cleanMarkup(stretch, log, text), log, text), log, text))
  const paper = cleanAdvertisements(tables, log, text)
  const { paragraphs: lines, broken } = cleanPageNumbers(paper, log, text)
  return { lines: held.length === 0 ? lines : [...lines, ...held].sort((a, b) => a.firstLine - b.firstLine), broken }
}

/** @param own the paper comes from a file of ours: no page numbers, advertisements or lost tables are looked for. */
function clean(source: readonly SourceParagraph[], own: boolean, text: string, log: EditLog): Paragraph[] {
  const paragraphs = toParagraphs(source)
  for (const paragraph of paragraphs) if (!settled(paragraph)) cleanCharacters(paragraph, log)
  const { lines, broken } = own ? { lines: paragraphs, broken: new Set<Paragraph>() } : cleanOrigin(paragraphs, text, log)
  const filled = dropBlankLines(lines, log, text)
  for (const paragraph of filled) {
    if (settled(paragraph) || paragraph.table) continue
    cleanEdges(paragraph, log)
    cleanInnerBlanks(paragraph, log)
  }
  return joinLines(filled, broken, log, text)
}

function unitsOf(paragraphs: readonly Paragraph[], log: EditLog): Unit[] {
  return paragraphs.map((paragraph) => {
    if (paragraph.table || paragraph.hint?.table || paragraph.text === '') {
      return { paragraph, segments: [{ from: 0, textFrom: 0, to: paragraph.text.length }] }
    }
    const literal = (offset: number) => {
      const start = paragraph.origin[offset]!
      return log.keeps('number-form', start) || log.keeps('renumbered', start)
    }
    return { paragraph, segments: splitSegments(paragraph.text, literal) }
  })
}

function outerHeadings(units: readonly Unit[]): string[] {
  return units.flatMap(({ paragraph, segments }) => {
    const first = segments[0]!
    const heading = (first.marker?.style === '一、' || first.marker?.style === '第一部分' || paragraph.hint?.level === 1) && paragraph.text.length <= 60
    return heading ? [paragraph.text.slice(first.textFrom, first.to)] : []
  })
}

function assign(found: readonly Unit[], chosen: DraftKind | undefined, fragment: boolean): { assigned: AssignedUnit[]; kind: DraftKind } {
  const front = fragment ? [] : frontRoles(found)
  const units = markBareHeadings(found, front.length)
  const ends = fragment ? new Map<number, TextRole>() : endRoles(units, front.length)
  const title = front.flatMap((role, index) => (role === 'title' ? [units[index]!.paragraph.text] : [])).join('')
  const headings = outerHeadings(units)
  const kind = chosen ?? detectKind({
    title,
    headings,
    text: units.map((unit) => unit.paragraph.text).join('\n'),
    labelCount: units.reduce((sum, unit) => sum + unit.segments.filter((segment) => segment.label && segment.label.role !== 'other').length, 0),
    hasTable: units.some((unit) => unit.paragraph.table !== undefined || unit.paragraph.hint?.table !== undefined),
  })
  const alone = (unit: Unit, role: TextRole): AssignedUnit => ({ unit, parts: [{ role, segment: { from: 0, textFrom: 0, to: unit.paragraph.text.length }, from: 0, to: unit.paragraph.text.length }] })
  const body = units.flatMap((unit, index) => (index >= front.length && !ends.has(index) ? [unit] : []))
  const bodyAssigned = assignRoles(body, kind, hasProblemPart(headings), title)
  let at = 0
  const assigned = units.map((unit, index) => {
    const role = index < front.length ? front[index]! : ends.get(index)
    const own = role === undefined ? bodyAssigned[at++]! : alone(unit, role)
    // What says itself what it is was looked at only for the sake of its neighbours.
    return unit.paragraph.hint?.exact === undefined ? own : { unit, parts: [] }
  })
  return { assigned, kind }
}

function placesOf(sourced: readonly Sourced[], log: EditLog): BlockPlace[] {
  return sourced.map(({ block, paragraph, from }) => {
    const place = paragraph.origin.length === 0 ? { line: paragraph.firstLine, column: 1 } : log.place(paragraph.origin[Math.min(from, paragraph.origin.length - 1)]!)
    return { blockId: block.id, firstLine: paragraph.firstLine, lastLine: paragraph.lastLine, ...place }
  })
}

/** The role the writer chose; a table stays a table and text stays text. */
function withChosenRoles(sourced: Sourced[], places: readonly BlockPlace[], roles: Readonly<Record<string, Role>>): void {
  sourced.forEach((one, index) => {
    const role = roles[`${places[index]!.line}:${places[index]!.column}`]
    if (role === undefined || role === 'table' || one.block.role === 'table') return
    const { answers: _answers, ...rest } = one.block as typeof one.block & { answers?: unknown }
    one.block = { ...rest, role } as Block
  })
}

/** The unit a title begins with: “青岭县水务局党组关于…” → 青岭县水务局党组. */
const unitInTitle = /^(?:中共)?[\u4e00-\u9fff]{2,20}?(?:局|委员会|办公室|政府|街道|镇|乡|中心|公司|学校|学院|医院|馆|院|厅|联合会|联社|工商联)(?:党组|党委|党工委|党总支|党支部)?(?=领导班子|班子|主要负责人|党|关于|20\d\d|\d|.{0,4}(?:书记|局长|主任|干部)|整改|政治|对照|发言|$)/u

/** What the paper says of itself for certain. Masked names (××局) are no names. */
function metaOf(blocks: readonly Block[]): DraftMeta {
  const text = (role: Role) => blocks.filter((block) => block.role === role).map(blockText)
  const date = text('date').map(readDateLine).find((found) => found !== undefined)
  const signature = text('signature').find((one) => organ.test(one) && one.length <= 40 && !/[：:×X\[【]/u.test(one))
  const unit = signature ?? unitInTitle.exec(text('title').join(''))?.[0]
  return { ...(unit !== undefined ? { unit } : {}), ...(date !== undefined ? { date } : {}) }
}

/** Every line as it is: what is done when understanding failed. */
function lineByLine(source: readonly SourceParagraph[]): { blocks: Block[]; report: ReportEntry[] } {
  const text = sourceText(source)
  const log = new EditLog(text, new Set())
  const blocks = text.split('\n').map((line, index): Block => {
    const paragraph = makeParagraph(line, log.lineStart(index + 1), index + 1, undefined)
    cleanCharacters(paragraph, log)
    replaceTabs(paragraph, log)
    return { role: 'paragraph', id: `b${index + 1}`, runs: paragraph.text === '' ? [] : [{ text: paragraph.text }] }
  })
  return { blocks, report: log.entries() }
}

/**
 * @param paragraphsOrNone paragraphs of a text or a read file, in order.
 * @returns a draft whose printed text is the source with the report applied, exactly.
 */
export function recognise(paragraphsOrNone: readonly SourceParagraph[], options: RecogniseOptions): Recognised {
  // A text of no lines is one empty line: there is always a place to tell of.
  const { source, own } = checkedExact(paragraphsOrNone.length === 0 ? [{ text: '' }] : squareTables(paragraphsOrNone))
  const text = sourceText(source)
  const log = new EditLog(text, new Set(options.keep ?? []))
  const paragraphs = clean(source, own, text, log)
  followFormats(source, paragraphs)
  options.onProgress?.(0.5)
  const { assigned, kind } = assign(unitsOf(paragraphs, log), options.kind, options.fragment ?? false)
  const sourced = buildBlocks(assigned, log)
  const places = placesOf(sourced, log)
  if (options.roles) withChosenRoles(sourced, places, options.roles)
  const blocks = settleNumbers(sourced, log)
  const report = log.entries()
  options.onProgress?.(0.9)
  const expected = applyReport(text, report)
  const printed = printText({ blocks })
  const understood = expected === (blocks.length === 0 ? '' : `${printed}\n`)
  const emptyPaper: Block[] = [{ role: 'paragraph', id: 'b1', runs: [] }]
  const settledBlocks = understood && blocks.length === 0 ? { blocks: emptyPaper, report } : understood ? { blocks, report } : lineByLine(source)
  const title = settledBlocks.blocks.filter((block) => block.role === 'title').map(blockText).join('')
  const draft: Draft = {
    schemaVersion: draftSchemaVersion,
    id: options.draftId,
    kind,
    title: title.slice(0, 500),
    meta: metaOf(settledBlocks.blocks),
    layout: options.layout ?? 'gb33476',
    blocks: settledBlocks.blocks,
  }
  return { draft, report: settledBlocks.report, places: understood ? places : [], understood }
}

export { entryKey }
