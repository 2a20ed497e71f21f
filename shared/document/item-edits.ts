/**
 * Items split in two and merged (E13). Pure; nothing is written twice, no text goes but a limit or a responsible that
 * stands there already word for word, and the answer says so.
 *
 * Splitting at problem k of n: the problems from k on begin a new item. Causes and measures are shared out where there
 * are exactly as many of them as problems (the k-th belongs to the k-th problem; limits and responsible people go along
 * where one stands behind each); otherwise they stay, and the new item is to be given its own. Splitting at a cause or
 * measure that no problem can be told for begins the new item there, with an empty problem to fill in.
 */
import type { Block, TextBlock } from './draft.ts'
import { itemAt, itemSpans, type ItemSpan, type ItemUnit } from './item-spans.ts'
import { asMember, labelYields, opensRun, runHead, runLabelWord, sameKind, withLabelOf, withRunIn } from './list-runs.ts'
import { recordRoles, type RecordRole } from './roles.ts'
import { keepRunningCounts } from './running-counts.ts'
import { blockText, isTextBlock } from './runs.ts'

/** Why an item is left as it is. */
export type ItemRefusal =
  | 'no-item' | 'in-table' | 'has-parts' | 'first-block' | 'nothing-to-part' | 'not-splittable-here' | 'no-item-before' | 'stands-apart'

export type ItemEdit =
  | { readonly ok: false; readonly reason: ItemRefusal }
  | {
    readonly ok: true
    readonly blocks: readonly Block[]
    /** Id of the block the caret belongs in afterwards. */
    readonly caret: string
    /** After a split: what the new item still lacks. */
    readonly lacks: readonly RecordRole[]
    /** After a merge: limits and responsible people that stood there twice word for word and are kept once. */
    readonly dropped: readonly string[]
  }

const refused = (reason: ItemRefusal): ItemEdit => ({ ok: false, reason })

type Piece = readonly Block[]
const pieceOf = (blocks: readonly Block[], unit: ItemUnit): Piece => blocks.slice(unit.from, unit.to)

/** The causes, measures and what belongs to each, where there are as many as problems; else undefined. */
function sharesOf(units: readonly ItemUnit[], role: 'cause' | 'measure', count: number): readonly (readonly ItemUnit[])[] | undefined {
  const starts = units.flatMap((unit, index) => (unit.role === role ? [index] : []))
  if (starts.length !== count || count === 0) return undefined
  const behind = starts.map((start, order) => units.slice(start + 1, starts[order + 1] ?? units.length))
  const kinds = (share: readonly ItemUnit[]) => share.map((unit) => unit.role).join()
  const inEach = role === 'measure' && kinds(behind[0]!) !== '' && behind.every((share) => kinds(share) === kinds(behind[0]!) && share.every((unit) => unit.role === 'timeLimit' || unit.role === 'responsible'))
  return starts.map((start, order) => [units[start]!, ...(inEach ? behind[order]! : [])])
}

/**
 * Sets units one after another anew: an entry that now follows its like gives up label and start, one that now begins a
 * run has the label its run had.
 */
function settle(blocks: readonly Block[], before: Block | undefined, pieces: readonly Piece[]): Block[] {
  const indexes = new Map(blocks.map((block, index) => [block.id, index]))
  const result: Block[] = []
  for (const block of pieces.flat()) {
    const above = result.at(-1) ?? before
    const index = indexes.get(block.id)
    if (!isTextBlock(block) || index === undefined || blocks[index - 1]?.id === above?.id) {
      result.push(block)
      continue
    }
    const ownHead = blocks[runHead(blocks, index)] as TextBlock
    const labelled = ownHead.id === block.id || opensRun(block) ? block : withLabelOf(block, ownHead)
    // Plain text behind an entry leaves its run open.
    const entries = result.filter((one) => one.role !== 'paragraph')
    const like = entries.at(-1)
    const head = like && sameKind(like, block) ? (entries[runHead(entries, entries.length - 1)] as TextBlock) : undefined
    if (!head || !labelYields(labelled, head)) {
      result.push(withRunIn(labelled, false))
      continue
    }
    // Where only the later run had a label, the run they make together keeps it at its head.
    if (head.label === undefined) result[result.indexOf(head)] = withLabelOf(head, labelled)
    result.push(asMember(labelled, like as TextBlock, above === like && (like as TextBlock).runIn === true))
  }
  return result
}

function replaceSpan(blocks: readonly Block[], from: number, to: number, pieces: readonly Piece[]): Block[] {
  const set = settle(blocks, blocks[from - 1], pieces)
  const rest = blocks.slice(to)
  const next = rest[0]
  // What ran on from the last block of the item runs on only from that block.
  if (next && isTextBlock(next) && next.runIn && set.at(-1)?.id !== blocks[to - 1]?.id) rest[0] = withRunIn(next, false)
  return keepRunningCounts(blocks, [...blocks.slice(0, from), ...set, ...rest])
}

function answer(blocks: readonly Block[], caret: string, more: { lacks?: readonly RecordRole[]; dropped?: readonly string[] }): ItemEdit {
  return { ok: true, blocks, caret, lacks: more.lacks ?? [], dropped: more.dropped ?? [] }
}

const lackedBy = (units: readonly { readonly role: RecordRole }[]): RecordRole[] => recordRoles.filter((role) => role !== 'cause' && role !== 'responsible' && !units.some((unit) => unit.role === role))

/** An empty block of the role, labelled and numbered as the paper has it; the first of its run. */
function emptyLike(blocks: readonly Block[], near: number, role: 'problem' | 'measure', id: string): Block {
  const heads = blocks.flatMap((block, index) => (block.role === role && runHead(blocks, index) === index ? [{ block: block as TextBlock, distance: Math.abs(index - near) }] : []))
  const like = heads.reduce<(typeof heads)[number] | undefined>((best, one) => (best && best.distance <= one.distance ? best : one), undefined)?.block
  return { role, id, runs: [], ...(like?.list === undefined ? {} : { list: like.list }), ...(like ? labelOf(like) : {}) } as Block
}

function splitAtProblem(blocks: readonly Block[], item: ItemSpan, next: ItemSpan | undefined, k: number, caret: string, newId: string): ItemEdit {
  const problems = item.units.filter((unit) => unit.role === 'problem')
  const others = item.units.filter((unit) => unit.role !== 'problem')
  const goes = new Set((['cause', 'measure'] as const).flatMap((role) => sharesOf(others, role, problems.length)?.slice(k).flat() ?? []))
  const stays = others.filter((unit) => !goes.has(unit))
  // Problems with nothing between them are one item.
  if (stays.length === 0) return refused('nothing-to-part')
  const second = [...problems.slice(k), ...others.filter((unit) => goes.has(unit))]
  const { from } = item.units[0]!
  const { to } = item.units.at(-1)!
  // Without a measure of its own, be it an empty one to fill in, it would run on into the item after it.
  const runsOn = goes.size === 0 && next !== undefined && next.group === item.group
  const pieces = [...problems.slice(0, k), ...stays, ...second].map((unit) => pieceOf(blocks, unit))
  return answer(replaceSpan(blocks, from, to, runsOn ? [...pieces, [emptyLike(blocks, from, 'measure', newId)]] : pieces), caret, { lacks: lackedBy(second) })
}

function labelOf({ label, labelAfterNumber, labelLine }: TextBlock): Partial<TextBlock> {
  return { ...(label === undefined ? {} : { label }), ...(labelAfterNumber ? { labelAfterNumber } : {}), ...(labelLine ? { labelLine } : {}) }
}

function splitBefore(blocks: readonly Block[], item: ItemSpan, at: number, newId: string): ItemEdit {
  const unit = item.units[at]!
  if (!item.units.some((one) => one.role === 'problem')) return refused('not-splittable-here')
  const head = blocks[runHead(blocks, unit.from)] as TextBlock
  const first = blocks[unit.from] as TextBlock
  const begins = withRunIn(head.id === first.id || opensRun(first) ? first : withLabelOf(first, head), false)
  const result = [...blocks.slice(0, unit.from), emptyLike(blocks, item.units[0]!.from, 'problem', newId), begins, ...blocks.slice(unit.from + 1)]
  return answer(keepRunningCounts(blocks, result), newId, { lacks: lackedBy(item.units.slice(at)) })
}

/**
 * “拆成两项”: the item in two at the block of the index.
 * @param newId for the empty problem or measure a new item may need.
 */
export function splitItem(blocks: readonly Block[], index: number, newId: string): ItemEdit {
  const block = blocks[index]
  if (block && !isTextBlock(block)) return refused('in-table')
  const spans = itemSpans(blocks)
  const place = itemAt(spans, index)
  const [item, next] = [spans[place], spans[place + 1]]
  if (!block || !item) return refused('no-item')
  if (item.hasParts) return refused('has-parts')
  const at = item.units.findIndex((unit) => index >= unit.from && index < unit.to)
  const { role } = item.units[at]!
  const order = item.units.slice(0, at).filter((unit) => unit.role === role).length
  if (role === 'problem') return order === 0 ? refused('first-block') : splitAtProblem(blocks, item, next, order, block.id, newId)
  if (role !== 'cause' && role !== 'measure') return refused('not-splittable-here')
  if (order === 0) return refused('first-block')
  const problems = item.units.filter((unit) => unit.role === 'problem').length
  const pairs = problems > 1 && sharesOf(item.units.filter((unit) => unit.role !== 'problem'), role, problems) !== undefined
  return pairs ? splitAtProblem(blocks, item, next, order, block.id, newId) : splitBefore(blocks, item, at, newId)
}

/** “与上一项合并”: the item at the index becomes part of the one before it in the same group. */
export function mergeItem(blocks: readonly Block[], index: number): ItemEdit {
  const block = blocks[index]
  if (block && !isTextBlock(block)) return refused('in-table')
  const spans = itemSpans(blocks)
  const at = itemAt(spans, index)
  const [item, before] = [spans[at], spans[at - 1]]
  if (!block || !item) return refused('no-item')
  if (!before || before.group !== item.group) return refused('no-item-before')
  if (item.hasParts || before.hasParts) return refused('has-parts')
  // Plain text between the two has been counted to the first; anything else keeps them apart.
  if (item.standsApart || before.units.at(-1)!.to !== item.units[0]!.from) return refused('stands-apart')
  const second = item.units[0]!.from
  const dropped: string[] = []
  const kept = new Map<string, string>()
  let caret = block.id
  const pieces = recordRoles.flatMap((role) => {
    const units = [...before.units, ...item.units].filter((unit) => unit.role === role)
    const last = () => kept.get(role) ?? caret
    return units.map((unit) => {
      const piece = pieceOf(blocks, unit)
      const { id } = piece[0]!
      const text = blockText(piece[0]!).trim()
      // 责任领导 and 责任科室 of one name are two.
      const key = `${role} ${runLabelWord(blocks, unit.from)} ${text}`
      const twin = role === 'timeLimit' || role === 'responsible' ? kept.get(key) : undefined
      const empty = text === '' && units.length > 1 && kept.has(role)
      if (unit.from >= second && (twin !== undefined || empty)) {
        if (text !== '') dropped.push(text)
        if (caret === id) caret = twin ?? last()
        return piece.slice(1)
      }
      if (unit.from < second) kept.set(key, id)
      kept.set(role, id)
      return piece
    })
  })
  return answer(replaceSpan(blocks, before.units[0]!.from, item.units.at(-1)!.to, pieces), caret, { dropped })
}
