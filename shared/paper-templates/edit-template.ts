/** Edits of a template, each leaving its hints, required parts, limits and aspect runs in order. Pure. */
import type { Block, Run, TableBlock, TableColumnRole } from '../document/draft.ts'
import type { LengthLimit } from '../document/length-limits.ts'
import { setLimit } from '../document/length-limits.ts'
import { headingLevel } from '../document/roles.ts'
import { isTextBlock } from '../document/runs.ts'
import { writtenPlaceholder } from '../placeholders/catalogue.ts'
import { aspectRuns } from './expand-aspects.ts'
import type { PaperTemplate } from './paper-template.ts'

/** `[单位全称]` in plain text are placeholders, everything else is text. */
export function runsOfText(text: string): Run[] {
  const line = text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]+/gu, ' ').toWellFormed()
  const runs: Run[] = []
  let at = 0
  for (const match of line.matchAll(writtenPlaceholder)) {
    if (match.index > at) runs.push({ text: line.slice(at, match.index) })
    runs.push({ text: match[0], placeholder: match[1]! })
    at = match.index + match[0].length
  }
  return at < line.length ? [...runs, { text: line.slice(at) }] : runs
}

/** Ids of the blocks that stand once for each aspect. */
export function aspectBlocks(template: Pick<PaperTemplate, 'blocks' | 'aspects'>): ReadonlySet<string> {
  return new Set(aspectRuns(template).flatMap(({ from, to }) => template.blocks.slice(from, to + 1).map(({ id }) => id)))
}

/** Runs are what stands together; one block not of them parts two. @param set proposed where there was no run before. */
function withAspectBlocks(template: PaperTemplate, members: ReadonlySet<string>, set: string): PaperTemplate {
  const runs: { first: string; last: string }[] = []
  let open = false
  for (const { id } of template.blocks) {
    if (!members.has(id)) open = false
    else if (open) runs[runs.length - 1]!.last = id
    else {
      runs.push({ first: id, last: id })
      open = true
    }
  }
  const { aspects, ...rest } = template
  return runs.length === 0 ? rest : { ...rest, aspects: { set: aspects?.set ?? set, runs } }
}

export function setPerAspect(template: PaperTemplate, id: string, perAspect: boolean, set: string): PaperTemplate {
  const members = new Set(aspectBlocks(template))
  if (perAspect) members.add(id)
  else members.delete(id)
  return withAspectBlocks(template, members, set)
}

export function changeBlock(template: PaperTemplate, id: string, change: (block: Block) => Block): PaperTemplate {
  const blocks = template.blocks.map((block) => (block.id === id ? { ...change(block), id } as Block : block))
  const after = blocks.find((block) => block.id === id)
  // What is no heading any more is no part, so neither required nor limited.
  const isHeading = after !== undefined && headingLevel(after.role) !== undefined
  const kept = { ...template, blocks, required: isHeading ? template.required : template.required.filter((one) => one !== id) }
  return after?.role === 'heading1' ? kept : limited(kept, id, undefined)
}

export function setText(template: PaperTemplate, id: string, text: string): PaperTemplate {
  return changeBlock(template, id, (block) => (isTextBlock(block) ? { ...block, runs: runsOfText(text) } : block))
}

/** An empty text takes the hint away. */
export function setHint(template: PaperTemplate, id: string, text: string): PaperTemplate {
  const words = text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029\ufffe\uffff]/gu, '').slice(0, 2_000).toWellFormed()
  const others = template.hints.filter((hint) => hint.block !== id)
  return { ...template, hints: words.trim() === '' ? others : inOrder(template.blocks, [...others, { block: id, text: words }], ({ block }) => block) }
}

function inOrder<T>(blocks: readonly Block[], items: readonly T[], idOf: (item: T) => string): T[] {
  const place = new Map(blocks.map(({ id }, index) => [id, index]))
  return items.toSorted((a, b) => (place.get(idOf(a)) ?? 0) - (place.get(idOf(b)) ?? 0))
}

export function setRequired(template: PaperTemplate, id: string, required: boolean): PaperTemplate {
  const others = template.required.filter((one) => one !== id)
  return { ...template, required: required ? inOrder(template.blocks, [...others, id], (one) => one) : others }
}

/** @param place 'whole' or a first-level heading's id. */
export function limited(template: PaperTemplate, place: string, limit: LengthLimit | undefined): PaperTemplate {
  const { limits, ...rest } = template
  const next = setLimit(limits, place === 'whole' ? 'whole' : { part: place }, limit, new Set(template.blocks.map(({ id }) => id)))
  return next === undefined ? rest : { ...rest, limits: next }
}

/** A new empty block behind the one named, of its aspect run if that goes on behind it; at the end where none is named. */
export function addBlock(template: PaperTemplate, after: string | undefined, block: Block, set: string): PaperTemplate {
  const at = template.blocks.findIndex(({ id }) => id === after)
  const index = at === -1 ? template.blocks.length : at + 1
  const members = new Set(aspectBlocks(template))
  const next = template.blocks[index]
  if (after !== undefined && members.has(after) && next !== undefined && members.has(next.id)) members.add(block.id)
  return withAspectBlocks({ ...template, blocks: template.blocks.toSpliced(index, 0, block) }, members, set)
}

/** The block and all that is said of it; the last one of a template stays. */
export function removeBlock(template: PaperTemplate, id: string): PaperTemplate {
  if (template.blocks.length === 1) return template
  const members = new Set(aspectBlocks(template))
  members.delete(id)
  const blocks = template.blocks.filter((block) => block.id !== id).map((block): Block => {
    if (!('answers' in block) || !block.answers?.includes(id)) return block
    const { answers, ...rest } = block
    const left = answers.filter((one) => one !== id)
    return left.length === 0 ? rest : { ...rest, answers: left }
  })
  const without = limited({ ...template, hints: template.hints.filter((hint) => hint.block !== id), required: template.required.filter((one) => one !== id) }, id, undefined)
  return withAspectBlocks({ ...without, blocks }, members, template.aspects?.set ?? '')
}

/** One place up or down. At the edge of an aspect run a block leaves it, coming from outside it joins. */
export function moveBlock(template: PaperTemplate, id: string, by: -1 | 1): PaperTemplate {
  const { blocks } = template
  const from = blocks.findIndex((block) => block.id === id)
  const to = from + by
  if (from === -1 || to < 0 || to >= blocks.length) return template
  const members = new Set(aspectBlocks(template))
  const past = blocks[to]!
  const beyond = blocks[to + by]
  const moved = blocks.toSpliced(from, 1).toSpliced(to, 0, blocks[from]!)
  const behind = blocks[from - by]
  // A run of one block goes where the block goes.
  if (members.has(id) && !members.has(past.id)) {
    if (behind !== undefined && members.has(behind.id)) members.delete(id)
  } else if (!members.has(id) && members.has(past.id) && beyond !== undefined && members.has(beyond.id)) members.add(id)
  const next = { ...template, blocks: moved }
  return withAspectBlocks({ ...next, hints: inOrder(moved, next.hints, ({ block }) => block), required: inOrder(moved, next.required, (one) => one) }, members, template.aspects?.set ?? '')
}

/** The table with these columns; cells of columns that stay keep what they hold. @param keep for each column the old one's place, or -1. */
export function setColumns(block: TableBlock, columns: readonly { readonly role: TableColumnRole; readonly title: string; readonly keep: number }[]): TableBlock {
  const header = Math.max(block.headerRows, 1)
  const rows = block.rows.map((row, index) => columns.map(({ title, keep }) => (index === header - 1 ? title : row.length === 1 && block.columns.length > 1 ? '' : row[keep] ?? '')))
  return { ...block, headerRows: header, columns: columns.map(({ role }) => role), rows }
}

/** So many rows below the head, numbered where a column numbers them. */
export function setRowCount(block: TableBlock, count: number): TableBlock {
  const { rowIds: _rowIds, ...rest } = block
  const head = block.rows.slice(0, block.headerRows)
  const body = block.rows.slice(block.headerRows)
  const empty = (at: number) => block.columns.map((role) => (role === 'number' ? String(at + 1) : ''))
  return { ...rest, rows: [...head, ...Array.from({ length: Math.max(count, head.length === 0 ? 1 : 0) }, (_, at) => body[at] ?? empty(at))] }
}
