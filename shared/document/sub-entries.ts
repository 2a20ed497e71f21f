/**
 * Which problems, causes and measures are part of the one before them: a 表现 of a problem, a step of a measure. Told by
 * numbers and labels alone, so that what the writer sees on paper and what the record says never differ.
 */
import type { Block, TextBlock } from './draft.ts'
import { listRank, type ListStyle } from './list-style.ts'
import { isTextBlock } from './runs.ts'

/** What has to be known of a block; the editor passes the shapes of its nodes through this. */
export type EntryBlock = Pick<TextBlock, 'role' | 'list' | 'label' | 'runIn'>

/** Rank of an entry's number; undefined without one. “问题1：” heads an entry whatever is numbered below it. */
export function entryRank(list: ListStyle | undefined): number | undefined {
  return list === undefined ? undefined : list === '1：' || list === '一：' ? 0 : listRank(list)
}

const innermost = listRank('一是')

/** Whether a number of the rank counts parts of an entry numbered `lead`: ①, （1） do so below 一是 as well (numbering.ts). */
export function ranksBelow(rank: number, lead: number): boolean {
  return rank > lead || (lead === innermost && (rank === listRank('（1）') || rank === listRank('①')))
}

/** Tells blocks one after another, undefined for a table, whether each is a part of the entry before it. */
export function startSubs(): (block: EntryBlock | undefined) => boolean {
  let previous: EntryBlock | undefined
  let lead: number | undefined
  /** How the 表现 are counted that a label of their own began. */
  let told: ListStyle | undefined
  return (block) => {
    const before = previous
    previous = block
    if (block?.role !== 'problem' && block?.role !== 'cause' && block?.role !== 'measure') return false
    const rank = entryRank(block.list)
    const follows = before !== undefined && before.role === block.role
    // “具体表现：一是…” tells of the problem before it, and so do the entries its list goes on with.
    if (follows && block.label !== undefined && /表现/u.test(block.label)) {
      told = block.list
      return true
    }
    if (follows && block.label === undefined && told !== undefined && block.list === told) return true
    told = undefined
    if (follows && block.label === undefined) {
      // Without a number what runs on in the paragraph is part of what it runs on from.
      if (rank === undefined ? block.runIn === true
        // An unnumbered block leads only what runs on in its paragraph; above a list of paragraphs it is an introduction.
        : lead === undefined ? block.runIn === true : ranksBelow(rank, lead)) return true
    }
    lead = rank
    return false
  }
}

/** For each block whether it is a 表现 or step of the entry before it. */
export function subFlags(blocks: readonly Block[]): boolean[] {
  const isSub = startSubs()
  return blocks.map((block) => isSub(isTextBlock(block) ? block : undefined))
}
