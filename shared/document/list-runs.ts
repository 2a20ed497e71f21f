/**
 * Runs: blocks of one role that stand together as one list, “整改措施：1.… 2.…”. What is printed before a run and how it
 * counts belongs to the place in it, not to the text that stands there (E8, E11).
 */
import type { Block, TextBlock } from './draft.ts'
import { labelRole } from './label-words.ts'
import { isRecordRole } from './roles.ts'
import { isTextBlock } from './runs.ts'

/** A label that opens a list of its own; “问题1：” and “2.整改措施：” carry their number on and do not. */
export function opensRun(block: Pick<TextBlock, 'label' | 'labelAfterNumber' | 'list'>): boolean {
  return block.label !== undefined && block.labelAfterNumber === undefined && block.list !== '1：' && block.list !== '一：'
}

/** Whether both are entries of lists of one kind: parts of the record of one role, or numbered paragraphs. */
export function sameKind(a: Block | undefined, b: Block | undefined): boolean {
  if (!a || !b || !isTextBlock(a) || !isTextBlock(b) || a.role !== b.role) return false
  return isRecordRole(a.role) || (a.role === 'paragraph' && a.list !== undefined && a.list === b.list)
}

/** Whether the block goes on the run of the one before it. */
export function continuesRun(previous: Block | undefined, block: Block | undefined): boolean {
  return sameKind(previous, block) && !opensRun(block as TextBlock)
}

/** Index of the first block of the run the block at the index stands in. */
export function runHead(blocks: readonly Block[], index: number): number {
  let head = index
  while (continuesRun(blocks[head - 1], blocks[head])) head -= 1
  return head
}

/** One past the last block of the run the block at the index stands in. */
export function runEnd(blocks: readonly Block[], index: number): number {
  let end = index + 1
  while (continuesRun(blocks[end - 1], blocks[end])) end += 1
  return end
}

/** What belongs to a place: the label before the first, a start, the run-in. */
const placeKeys = ['label', 'labelAfterNumber', 'labelLine', 'start', 'runIn'] as const
type PlaceKey = (typeof placeKeys)[number]

export function withoutKeys(block: TextBlock, ...keys: readonly (PlaceKey | 'list')[]): TextBlock {
  if (keys.every((key) => block[key] === undefined)) return block
  return Object.fromEntries(Object.entries(block).filter(([key]) => !(keys as readonly string[]).includes(key))) as unknown as TextBlock
}

/** The block with its text, role and number style at the place of another. */
export function atPlaceOf(block: TextBlock, place: TextBlock): TextBlock {
  const taken = Object.fromEntries(placeKeys.flatMap((key) => (place[key] === undefined ? [] : [[key, place[key]]])))
  return { ...withoutKeys(block, ...placeKeys), ...taken } as TextBlock
}

/** The block with the label that stood before the run it was in. */
export function withLabelOf(block: TextBlock, head: TextBlock): TextBlock {
  if (!opensRun(head)) return block
  return { ...withoutKeys(block, 'label', 'labelAfterNumber', 'labelLine'), label: head.label!, ...(head.labelLine ? { labelLine: true as const } : {}) } as TextBlock
}

export function withRunIn(block: TextBlock, runIn: boolean): TextBlock {
  return runIn === (block.runIn ?? false) ? block : runIn ? { ...block, runIn: true } : withoutKeys(block, 'runIn')
}

const wordOf = (label: string) => label.trim().replace(/[：:]$/u, '').replace(/^[【\[（(〔「](.*)[】\])）〕」]$/u, '$1')

/** The word of the label before the run the block at the index stands in; '' where there is none. */
export function runLabelWord(blocks: readonly Block[], index: number): string {
  const block = blocks[index]!
  const label = isTextBlock(block) ? block.label ?? (blocks[runHead(blocks, index)] as TextBlock).label : undefined
  return label === undefined ? '' : wordOf(label)
}

/**
 * Whether the label is given up where its block joins a run: the run says the same, or says nothing and the label no more
 * than the role. 责任领导 does not join 责任科室, and words of the writer's own (“近期：”) stay.
 */
export function labelYields(block: TextBlock, head: TextBlock | undefined): boolean {
  if (block.label === undefined || !opensRun(block)) return true
  if (head?.label !== undefined) return wordOf(block.label) === wordOf(head.label)
  return block.role !== 'responsible' && labelRole(wordOf(block.label)) === block.role
}

/** “问题1：…”, “2.整改措施：…”: every entry carries the label, so it goes with the number. */
const labelsEntry = (block: TextBlock) => block.label !== undefined && !opensRun(block)

/** The block as a further entry of a run: no label and no start of its own, numbered as the run is. */
export function asMember(block: TextBlock, like: TextBlock, runIn: boolean): TextBlock {
  const bare = withRunIn(withoutKeys(block, ...(opensRun(block) ? (['label', 'labelLine'] as const) : []), 'start'), runIn)
  if (labelsEntry(bare) && labelRole(wordOf(bare.label!)) !== bare.role) return bare
  const list = like.list === undefined ? {} : { list: like.list }
  const label = labelsEntry(like) ? { label: like.label!, ...(like.labelAfterNumber ? { labelAfterNumber: true as const } : {}) } : {}
  return { ...withoutKeys(bare, 'list', 'label', 'labelAfterNumber'), ...list, ...label } as TextBlock
}
