/** Parts with places in paragraphs become blocks; numbers that print differently from the source are told in the report. */
import { blockNumbers, startNumbering } from '../document/numbering.ts'
import type { Block, Run, TextBlock } from '../document/draft.ts'
import { formatNumber, listRank, type ListStyle } from '../document/list-style.ts'
import { headingLevel } from '../document/roles.ts'
import { isTextBlock, normaliseRuns } from '../document/runs.ts'
import type { AssignedUnit, Part } from './assign-roles.ts'
import type { EditLog } from './edit-log.ts'
import { exactBlocks, labelAlone, type HeldLabel } from './exact-blocks.ts'
import { tableColumns } from './table-heads.ts'
import type { Paragraph } from './paragraph.ts'
import type { Marker } from './markers.ts'

/** Where a block comes from, for showing it beside the source. */
export interface BlockPlace {
  readonly blockId: string
  readonly firstLine: number
  readonly lastLine: number
  /** Column of its first character in the first line it stands in, from 1. */
  readonly line: number
  readonly column: number
}

export interface Sourced {
  block: Block
  readonly paragraph: Paragraph
  readonly marker: Marker | undefined
  /** Offset in the paragraph of the block's first character, number and label included. */
  readonly from: number
}

/** The runs of a range of the paragraph, its bold and underlined spans kept. */
export function runsOf(paragraph: Paragraph, from: number, to: number): Run[] {
  const spans = [
    ...(paragraph.bold ?? []).map((span) => ({ ...span, bold: true as const })),
    ...(paragraph.hint?.formats ?? []),
  ].filter((span) => span.from < to && span.to > from)
  if (spans.length === 0) return from < to ? [{ text: paragraph.text.slice(from, to) }] : []
  // How many spans of each look begin, or end, at an offset.
  const steps = new Map<number, { bold: number; underline: number }>([[from, { bold: 0, underline: 0 }], [to, { bold: 0, underline: 0 }]])
  for (const span of spans) {
    for (const [offset, step] of [[Math.max(from, span.from), 1], [Math.min(to, span.to), -1]] as const) {
      const { bold, underline } = steps.get(offset) ?? { bold: 0, underline: 0 }
      steps.set(offset, { bold: bold + (span.bold ? step : 0), underline: underline + ('underline' in span && span.underline ? step : 0) })
    }
  }
  const cuts = [...steps].sort(([a], [b]) => a - b)
  let bold = 0
  let underline = 0
  const runs = cuts.slice(0, -1).map(([start, step], index): Run => {
    bold += step.bold
    underline += step.underline
    return { text: paragraph.text.slice(start, cuts[index + 1]![0]), ...(bold > 0 ? { bold: true as const } : {}), ...(underline > 0 ? { underline: true as const } : {}) }
  })
  return normaliseRuns(runs)
}

/** A number the writer put back stays as typed: it is text then, and so is a label behind it. */
function keptLiteral(part: Part, paragraph: Paragraph, log: EditLog): boolean {
  const marker = part.bare ? undefined : part.segment.marker
  if (!marker) return false
  const start = paragraph.origin[marker.from]!
  return log.keeps('number-form', start) || log.keeps('renumbered', start)
}

function partBlock(part: Part, paragraph: Paragraph, id: string, runIn: boolean, ownLabel: string | undefined, literal: boolean): TextBlock {
  const { segment } = part
  const marker = part.bare || literal ? undefined : segment.marker
  const label = part.bare || (literal && segment.labelAfterNumber) ? undefined : segment.label
  const from = literal && segment.marker ? segment.marker.from : part.from
  const fields = {
    id,
    ...(marker ? { list: marker.style } : {}),
    ...(runIn ? { runIn: true as const } : {}),
    ...(label ? { label: paragraph.text.slice(label.from, label.to) } : ownLabel !== undefined ? { label: ownLabel } : {}),
    ...(label && segment.labelAfterNumber ? { labelAfterNumber: true as const } : {}),
    ...(ownLabel !== undefined ? { labelLine: true as const } : {}),
  }
  return { role: part.role, ...fields, runs: runsOf(paragraph, from, part.to) } as TextBlock
}

export function buildBlocks(assigned: readonly AssignedUnit[], log: EditLog): Sourced[] {
  const result: Sourced[] = []
  let number = 0
  let labelLine: { text: string; paragraph: Paragraph } | undefined
  let held: HeldLabel | undefined
  const release = (used: boolean) => {
    if (held && !used) result.push(labelAlone(held, runsOf))
    held = undefined
  }
  for (const { unit, parts, labelForNext } of assigned) {
    const { paragraph } = unit
    number += 1
    if (paragraph.hint?.exact) {
      // A label above a paragraph that has its own stays a line of the paper.
      if (labelLine) result.push({ block: { role: 'paragraph', id: `b${number}.0`, runs: [{ text: labelLine.text }] }, paragraph: labelLine.paragraph, marker: undefined, from: 0 })
      labelLine = undefined
      const read = exactBlocks(paragraph, `b${number}`, held, runsOf)
      release(read.used)
      result.push(...read.blocks)
      held = read.holds
      continue
    }
    release(false)
    if (labelForNext !== undefined) {
      labelLine = { text: paragraph.text, paragraph }
      continue
    }
    const rows = paragraph.table
    if (rows) {
      const headerRows = Math.min(rows.headerRows, rows.rows.length)
      const columns = paragraph.hint?.table?.columns ?? tableColumns(rows.rows, headerRows)
      result.push({ block: { role: 'table', id: `b${number}`, columns, headerRows, rows: rows.rows, ...(paragraph.hint?.table?.landscape ? { landscape: true as const } : {}) }, paragraph, marker: undefined, from: 0 })
      continue
    }
    parts.forEach((part, index) => {
      const literal = keptLiteral(part, paragraph, log)
      const id = index === 0 ? `b${number}` : `b${number}.${index}`
      const block = partBlock(part, paragraph, id, index > 0, index === 0 ? labelLine?.text : undefined, literal)
      result.push({ block, paragraph, marker: part.bare || literal ? undefined : part.segment.marker, from: part.bare ? part.from : part.segment.from })
    })
    labelLine = undefined
  }
  release(false)
  return result
}

interface ListNumber {
  readonly style: ListStyle
  readonly value: number
  readonly heading: boolean
}

/**
 * The start a list needs so that a valid sequence of the source keeps its numbers; undefined where the source number is
 * a slip and position decides (law D4).
 * @param next the number that follows in this style before a higher one, @param last the one before it anywhere,
 * @param under a number of a higher rank stands before it.
 */
function neededStart(own: ListNumber, computed: number, next: number | undefined, last: number | undefined, under: boolean): number | undefined {
  if (own.value === computed) return undefined
  // 1 again: a new list, unless a heading was numbered twice.
  if (own.value === 1) return next === 2 ? (own.heading ? undefined : 1) : computed > 2 && !own.heading ? 1 : undefined
  if (computed !== 1) return undefined
  // Numbered on across groups (“1.” to “18.” through all of them), or an excerpt that begins at 三、.
  return last !== undefined && own.value === last + 1 ? own.value : last === undefined && !under && next === own.value + 1 ? own.value : undefined
}

function nextInList(numbers: readonly (ListNumber | undefined)[], index: number): number | undefined {
  const own = numbers[index]!
  for (let at = index + 1; at < numbers.length; at += 1) {
    const other = numbers[at]
    if (other?.style === own.style) return other.value
    if (other && listRank(other.style) < listRank(own.style)) return undefined
  }
  return undefined
}

/** Sets the starts lists need, then reports every number that prints differently from the source: in form or in value. */
export function settleNumbers(sourced: Sourced[], log: EditLog): Block[] {
  const numbers = sourced.map(({ block, marker }): ListNumber | undefined =>
    marker && block.role !== 'table' && block.list !== undefined
      ? { style: block.list, value: marker.value, heading: headingLevel(block.role) !== undefined } : undefined)
  const number = startNumbering()
  const last = new Map<ListStyle, number>()
  sourced.forEach((one, index) => {
    const step = number(isTextBlock(one.block) ? one.block : undefined)
    const own = numbers[index]
    if (!own || !isTextBlock(one.block)) return
    const under = [...last.keys()].some((style) => listRank(style) < listRank(own.style))
    const start = one.block.start === undefined ? neededStart(own, step.value, nextInList(numbers, index), last.get(own.style), under) : undefined
    if (start !== undefined) {
      step.override(start)
      one.block = { ...one.block, start }
    }
    last.set(own.style, own.value)
  })
  const blocks = sourced.map((one) => one.block)
  const printedNumbers = blockNumbers(blocks)
  sourced.forEach(({ block, paragraph, marker }, index) => {
    if (!marker || !isTextBlock(block) || block.list === undefined) return
    const printed = printedNumbers[index]!
    if (paragraph.text.slice(marker.from, marker.to) === printed) return
    const kind = formatNumber(block.list, marker.value) === printed ? 'number-form' : 'renumbered'
    log.add({ kind, from: paragraph.origin[marker.from]!, to: paragraph.ends[marker.to - 1]!, after: printed })
  })
  return blocks
}
