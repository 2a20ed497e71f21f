/** New and taken-away blocks of the record, in the manner of the paper they stand in. Pure. */
import type { Block, TextBlock } from './draft.ts'
import { canRunIn, followingShape, shapeOf, type BlockShape } from './edits.ts'
import type { RecordRole } from './roles.ts'
import { isTextBlock, plainRuns, sliceRuns, normaliseRuns, runsText } from './runs.ts'

/** A paper that dresses its labels 【…】 dresses the new ones so. */
export function dressedLabel(blocks: readonly Block[], word: string): string {
  const labels = blocks.flatMap((block) => (isTextBlock(block) && block.label !== undefined ? [block.label] : []))
  const bracketed = labels.filter((label) => /^【.+】[：:]?$/u.test(label))
  if (bracketed.length * 2 <= labels.length) return `${word}：`
  return bracketed.filter((label) => /[：:]$/u.test(label)).length * 2 >= bracketed.length ? `【${word}】：` : `【${word}】`
}

const firstOfRun = (blocks: readonly Block[], index: number) => blocks[index - 1]?.role !== blocks[index]!.role

/**
 * The shape of the first block of its role in an item: as the others of the paper begin, else with a label.
 * @param alike tells which blocks of the role are of the same kind (责任领导 and 责任科室 differ).
 */
export function beginningShape(blocks: readonly Block[], role: RecordRole, word: string, alike: (block: TextBlock) => boolean = () => true): BlockShape {
  const same = blocks.flatMap((block, index) => (isTextBlock(block) && block.role === role && alike(block) ? [{ block, first: firstOfRun(blocks, index) }] : []))
  const like = same.find(({ block, first }) => first && block.label !== undefined) ?? same.find(({ block }) => block.label !== undefined) ?? same.find(({ first }) => first) ?? same[0]
  if (like === undefined) return { role, label: dressedLabel(blocks, word) }
  const { start: _start, answers: _answers, ...shape } = shapeOf(like.block)
  return shape
}

/** The blocks with a new one of the shape before the index; the printed paragraphs around it stay as they are. */
export function insertBlock(blocks: readonly Block[], index: number, shape: BlockShape, text: string, id: string): Block[] {
  const next = blocks[index]
  const continued = next !== undefined && isTextBlock(next) && next.runIn === true
  const { runIn: _runIn, ...rest } = shape
  const runIn = (shape.runIn === true || continued) && !shape.labelLine && canRunIn(shape.role, blocks[index - 1])
  const block = { ...rest, ...(runIn ? { runIn: true } : {}), id, runs: plainRuns(text) } as TextBlock
  const result = [...blocks]
  result.splice(index, 0, block)
  // Below a label of its own line nothing is run in before it.
  if (continued && !runIn && !canRunIn(next.role, block)) result[index + 1] = withoutRunIn(next)
  return result
}

/** One more entry behind the block at the index. */
export function insertEntryAfter(blocks: readonly Block[], index: number, text: string, id: string): Block[] {
  const block = blocks[index]!
  if (!isTextBlock(block)) return [...blocks]
  const following = followingShape(shapeOf(block))
  const shape = following.role === block.role ? following : { role: block.role, ...(block.runIn ? { runIn: true as const } : {}) }
  const answers = 'answers' in block ? block.answers : undefined
  return insertBlock(blocks, index + 1, answers === undefined ? shape : { ...shape, answers }, text, id)
}

function withoutRunIn(block: TextBlock): TextBlock {
  const { runIn: _runIn, ...rest } = block
  return rest as TextBlock
}

/** The blocks without the one at the index. What belonged to its place in the list goes to the next of its run. */
export function removeBlock(blocks: readonly Block[], index: number): Block[] {
  const block = blocks[index]!
  const result = blocks.filter((_, at) => at !== index)
  const next = result[index]
  if (!isTextBlock(block) || next === undefined || !isTextBlock(next)) return result
  let heir: TextBlock = next
  if (next.role === block.role && block.label !== undefined && next.label === undefined && firstOfRun(blocks, index)) {
    heir = { ...heir, label: block.label, ...(block.labelAfterNumber && heir.list !== undefined ? { labelAfterNumber: true } : {}), ...(block.labelLine ? { labelLine: true } : {}) } as TextBlock
  }
  if (next.role === block.role && block.start !== undefined && next.start === undefined && next.list === block.list) heir = { ...heir, start: block.start } as TextBlock
  if (heir.runIn && (block.runIn !== true || heir.labelLine || !canRunIn(heir.role, result[index - 1]))) heir = withoutRunIn(heir)
  result[index] = heir
  return result
}

/** Another text in the block: what stays of it at both ends keeps its format, what is new takes that of its place. */
export function withText(block: TextBlock, text: string): TextBlock {
  const before = runsText(block.runs)
  if (before === text) return block
  const most = Math.min(before.length, text.length)
  let head = 0
  while (head < most && before[head] === text[head]) head += 1
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1
  // A character of two units is never cut in half.
  if (head > 0 && /[\ud800-\udbff]/u.test(text.charAt(head - 1))) head -= 1
  if (tail > 0 && /[\udc00-\udfff]/u.test(text.charAt(text.length - tail))) tail -= 1
  const at = head > 0 ? sliceRuns(block.runs, head - 1, head)[0] : undefined
  const { text: _text, placeholder: _placeholder, ...format } = at ?? { text: '' }
  const middle = text.slice(head, text.length - tail)
  const runs = [...sliceRuns(block.runs, 0, head), ...(middle === '' ? [] : [{ ...format, text: middle }]), ...sliceRuns(block.runs, before.length - tail, before.length)]
  return { ...block, runs: normaliseRuns(runs) } as TextBlock
}
