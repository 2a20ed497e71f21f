/** Labels of the record for the whole draft: 【整改措施】：, 整改措施：, or none. The words stay the writer's. */
import type { Block, TextBlock } from '../draft.ts'
import type { RecordRole } from '../roles.ts'
import { isTextBlock } from '../runs.ts'
import { withoutKeys } from './keep-numbers.ts'
import { carriesNumber, dressLabel, readLabel, tellsKind, usualWords, type LabelDress } from './label-dress.ts'

export type LabelChoice = LabelDress | 'none'

/** `number`: the label carries the number (“问题1：”). `fixed`: it cannot be dressed anew (“（责任人：张三）”). */
export type LabelLook = LabelChoice | 'other' | 'number' | 'fixed'

/** Notes of places that stay as they are, and why. */
export interface LabelNotes {
  /** Words that say which kind of responsible a block names, kept where labels go. */
  readonly kinds: readonly string[]
  /** Labels with their number in them. */
  readonly numbered: number
  readonly fixed: number
}

/**
 * Indexes of the blocks of the role where a label stands, or would: the first of each run. As in numbering, plain text
 * between the entries leaves a run open.
 */
function labelPlaces(blocks: readonly Block[], role: RecordRole): number[] {
  let open = false
  return blocks.flatMap((block, index) => {
    if (block.role !== role || !isTextBlock(block)) {
      if (block.role !== 'paragraph') open = false
      return []
    }
    const first = !open
    open = true
    return block.label !== undefined || (first && !carriesNumber(block)) ? [index] : []
  })
}

function lookOf(block: TextBlock): LabelLook {
  if (block.label === undefined) return 'none'
  if (carriesNumber(block)) return 'number'
  return readLabel(block.label)?.dress ?? 'fixed'
}

/** The paper's own word for the role; of responsible people only where it has a single one. */
export function paperWord(blocks: readonly Block[], role: RecordRole): string {
  const counts = new Map<string, number>()
  for (const block of blocks) {
    if (block.role !== role || !isTextBlock(block) || block.label === undefined || carriesNumber(block)) continue
    const word = readLabel(block.label)?.word
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  if (role === 'responsible' && counts.size > 1) return usualWords[role]
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? usualWords[role]
}

/** How often each look stands in the draft. */
export function labelLooks(blocks: readonly Block[], role: RecordRole): ReadonlyMap<LabelLook, number> {
  const counts = new Map<LabelLook, number>()
  for (const index of labelPlaces(blocks, role)) {
    const look = lookOf(blocks[index] as TextBlock)
    counts.set(look, (counts.get(look) ?? 0) + 1)
  }
  return counts
}

/** Dresses every label of the role alike; puts the paper's word before each run that has none, or takes the labels away. */
export function applyLabels(blocks: readonly Block[], role: RecordRole, choice: LabelChoice): { readonly blocks: Block[]; readonly notes: LabelNotes } {
  const result = [...blocks]
  const usual = paperWord(blocks, role)
  const kinds = new Set<string>()
  let numbered = 0
  let fixed = 0
  for (const index of labelPlaces(blocks, role)) {
    const block = blocks[index] as TextBlock
    if (block.label === undefined) {
      if (choice !== 'none') result[index] = { ...block, label: dressLabel(usual, choice) }
      continue
    }
    if (carriesNumber(block)) {
      numbered += 1
      continue
    }
    const worn = readLabel(block.label)
    if (worn === undefined) fixed += 1
    else if (choice !== 'none') result[index] = { ...block, label: dressLabel(worn.word, choice) }
    else if (tellsKind(role, worn.word)) kinds.add(worn.word)
    else result[index] = withoutKeys(block, 'label', 'labelAfterNumber', 'labelLine')
  }
  return { blocks: result, notes: { kinds: [...kinds], numbered, fixed } }
}
