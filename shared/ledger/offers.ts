/**
 * What an item of a plan still lacks, where the writer stands: the kinds offered next, and a new block of one of them in
 * the paper's manner at its place. Structure alone decides, so that a block begun and still empty counts as there.
 */
import type { Block, Draft, DraftKind, TextBlock } from '../document/draft.ts'
import { shapeOf, type BlockShape } from '../document/edits.ts'
import { deriveItems, type Item } from '../document/items.ts'
import { isPartLabel, labelRole } from '../document/label-words.ts'
import { insertBlock } from '../document/record-blocks.ts'
import { headingLevel, isRecordRole } from '../document/roles.ts'
import { blockText, isTextBlock } from '../document/runs.ts'
import { contextsOf } from '../recognition/role-below.ts'
import { partShape, placePart, type PartField } from './part-place.ts'
import { responsibleField, responsibleFields, type ResponsibleField } from './responsible-field.ts'

export interface OfferSpot {
  /** The block the offers stand under: the last of the item, or of what stands in a group without one. */
  readonly afterId: string
  /** Blocks with the caret in which the offers are shown. */
  readonly ids: ReadonlySet<string>
  readonly missing: readonly ('cause' | 'measure' | 'timeLimit')[]
  /** The kinds of responsible the item lacks, the paper's usual one first; none where it has those the paper names. */
  readonly responsible: readonly ResponsibleField[]
  /** What the shortcut inserts. */
  readonly next: PartField
  readonly item: Item
}

type OfferDraft = Pick<Draft, 'blocks' | 'kind'>

/** Blocks of the record as if each had a word in it: what is begun is not offered again. Tables have no offers. */
function begun(blocks: readonly Block[]): Block[] {
  return blocks.map((block): Block => {
    if (!isTextBlock(block)) return { role: 'table', id: block.id, columns: ['other'], headerRows: 0, rows: [['']] }
    return isRecordRole(block.role) ? { ...block, runs: [{ text: '空' }] } as TextBlock : block
  })
}

const textsOf = (item: Item) => [item.problems, item.causes, item.measures, item.timeLimits, item.responsible]
const plans: ReadonlySet<DraftKind> = new Set<DraftKind>(['individual-plan', 'team-plan', 'inspection-plan'])

const isGroup = (block: Block) => headingLevel(block.role) !== undefined && !isPartLabel(blockText(block))

/** Index one past the blocks that stand under the heading and no other. */
function groupEnd(blocks: readonly Block[], heading: number): number {
  const next = blocks.findIndex((block, at) => at > heading && (isGroup(block) || ['attachment', 'signature', 'date'].includes(block.role)))
  return next === -1 ? blocks.length : next
}

/** The kinds of responsible of the paper, the most used first. */
function usualResponsible(items: readonly Item[]): { order: ResponsibleField[]; always: ReadonlySet<ResponsibleField> } {
  const named = items.map((item) => new Set(item.responsible.map((text) => responsibleField(text.label)))).filter((set) => set.size > 0)
  const count = (field: ResponsibleField) => named.filter((set) => set.has(field)).length
  const order = responsibleFields.toSorted((a, b) => count(b) - count(a))
  return { order, always: new Set(order.filter((field) => named.length > 1 && count(field) * 2 > named.length)) }
}

const emptyItem: Omit<Item, 'groupId'> = { group: '', problems: [], causes: [], measures: [], timeLimits: [], responsible: [] }

/** Every place of the paper where offers belong, in order; of the texts only those of headings are read. None in narrative, nor where problems and measures are apart. */
export function offerSpots({ blocks, kind }: OfferDraft): OfferSpot[] {
  const filled = begun(blocks)
  const place = new Map(blocks.map((block, index) => [block.id, index]))
  const contexts = contextsOf(blocks, kind)
  const items = deriveItems({ blocks: filled })
  const isTogether = (item: Item) => item.problems.length > 0 && item.causes.length + item.measures.length + item.timeLimits.length + item.responsible.length > 0
  // “1.存在问题” below a group is a part of the item: what the group stands in counts.
  const placed = items.map((item) => {
    const at = textsOf(item).flat().map((text) => place.get(text.blockId)!).sort((a, b) => a - b)
    const found = contexts[place.get(item.groupId ?? '') ?? at[0]!]
    return { item, at, context: found?.context, part: found?.at ?? -1 }
  })
  const togetherIn = new Set(placed.flatMap(({ item, part }) => (isTogether(item) ? [part] : [])))
  const own = placed.filter(({ item, context, part }) => context !== 'narrative' && (context === 'plan' ||
    (item.problems.length > 0 && (isTogether(item) || togetherIn.has(part) || ((context === undefined || context === 'progress') && plans.has(kind))))))
  const hasCauses = own.some(({ item }) => item.causes.length > 0)
  const { order, always } = usualResponsible(own.map(({ item }) => item))
  const spots = own.map(({ item, at }, index): OfferSpot & { readonly at: number } => {
    const has = new Set(item.responsible.map((text) => responsibleField(text.label)))
    const responsible = has.size === 0 ? order : order.some((field) => always.has(field) && !has.has(field)) ? order.filter((field) => !has.has(field)) : []
    const missing = (['cause', 'measure', 'timeLimit'] as const).filter((field) => item[`${field}s`].length === 0)
    const wanted: PartField[] = [...(item.problems.length === 0 ? ['problem' as const] : []), ...missing.filter((field) => field !== 'cause' || hasCauses), ...responsible.slice(0, 1)]
    const from = at[0]!
    const to = at.at(-1)!
    // The heading and what introduces the first item of a group belong to it.
    const first = own[index - 1]?.item.groupId !== item.groupId && item.groupId !== undefined
    const ids = blocks.slice(first ? place.get(item.groupId!)! : from, to + 1).map((block) => block.id)
    return { afterId: blocks[to]!.id, ids: new Set(ids), missing, responsible, next: wanted[0] ?? 'problem', item, at: to }
  })
  const groups = blocks.flatMap((block, index): (OfferSpot & { readonly at: number })[] => {
    if (!isGroup(block) || isGroup(blocks[index + 1] ?? block) && (headingLevel(blocks[index + 1]?.role ?? 'title') ?? 0) > headingLevel(block.role)!) return []
    const end = groupEnd(blocks, index)
    const inside = blocks.slice(index + 1, end)
    if (inside.some((one) => isRecordRole(one.role) || one.role === 'table')) return []
    const found = contexts[index]
    if (found?.context !== 'plan' || found.at === index) return []
    return [{ afterId: blocks[end - 1]!.id, ids: new Set(blocks.slice(index, end).map((one) => one.id)), missing: [], responsible: [], next: 'problem', item: { ...emptyItem, group: blockText(block), groupId: block.id }, at: end - 1 }]
  })
  return [...spots, ...groups].sort((a, b) => a.at - b.at)
}

export function spotOf(spots: readonly OfferSpot[], blockId: string | undefined): OfferSpot | undefined {
  return blockId === undefined ? undefined : spots.find((spot) => spot.ids.has(blockId))
}

/** A problem that begins an item is shaped as the others of the paper that do: the first of its group, or a later one. */
function problemShape(blocks: readonly Block[], spot: OfferSpot): BlockShape {
  const items = deriveItems({ blocks: begun(blocks) })
  const later = spot.item.problems.length > 0
  const like = items.findIndex((item, index) => item.problems[0] !== undefined && item.problems[0].cell === undefined && item.groupId !== undefined && (items[index - 1]?.groupId === item.groupId) === later)
  const block = blocks.find((one) => one.id === (items[like] ?? (later ? spot.item : undefined))?.problems[0]?.blockId)
  if (block === undefined || !isTextBlock(block)) return partShape(blocks, 'problem')
  const { start: _start, ...shape } = shapeOf(block)
  if (like !== -1 || shape.list === undefined || shape.list === '1：' || shape.list === '一：') return shape
  // Numbered on from the problem before: its label stands before the first only, and would begin to count anew.
  const { label: _label, labelLine: _line, runIn: _runIn, ...rest } = shape
  return rest
}

function problemPlace(blocks: readonly Block[], { item, afterId }: OfferSpot): number {
  const group = blocks.findIndex((block) => block.id === item.groupId)
  const heading = blocks.findIndex((block, at) => at > group && at < groupEnd(blocks, group) && headingLevel(block.role) !== undefined && labelRole(blockText(block).replace(/[。：:]$/u, '')) === 'problem')
  // Where the group has a part for its problems, “1.存在问题”, the new one stands there.
  const anchor = group === -1 || heading === -1 ? afterId : item.problems.at(-1)?.blockId ?? blocks[heading]!.id
  return blocks.findIndex((block) => block.id === anchor) + 1
}

/** The draft with a new empty block of the part, and its id. A problem begins the next item. */
export function insertPart<D extends OfferDraft>(draft: D, spot: OfferSpot, field: PartField, id: string): D {
  const { blocks } = draft
  const begins = field === 'problem' && (spot.item.problems.length > 0 || textsOf(spot.item).every((texts) => texts.length === 0))
  const { index, shape } = begins ? { index: problemPlace(blocks, spot), shape: problemShape(blocks, spot) } : placePart(blocks, spot.item, field)
  return { ...draft, blocks: insertBlock(blocks, index, shape, '', id) }
}
