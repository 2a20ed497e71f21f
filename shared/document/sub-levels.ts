/** Tab and Shift+Tab on a problem or measure: a 表现 or step of the one before it, or one of its own. Pure. */
import type { Block, TextBlock } from './draft.ts'
import { canRunIn, shapeOf, type BlockShape } from './edits.ts'
import { listRank, type ListStyle } from './list-style.ts'
import { subFlags } from './sub-entries.ts'

const isEntry = (block: Block | undefined): block is TextBlock => block !== undefined && (block.role === 'problem' || block.role === 'measure')

/** Index of the entry the block at the index is part of: the last of its role before it that is no part itself. */
export function leadOf(blocks: readonly Block[], index: number, subs: readonly boolean[] = subFlags(blocks)): number | undefined {
  let at = index
  while (subs[at]) at -= 1
  return at === index || blocks[at]?.role !== blocks[index]?.role ? undefined : at
}

/** One past the last part of the entry at the index. */
export function partsEnd(blocks: readonly Block[], index: number, subs: readonly boolean[] = subFlags(blocks)): number {
  let end = index + 1
  while (end < blocks.length && subs[end]) end += 1
  return end
}

type PartStyle = { readonly list: ListStyle | undefined; readonly runIn: boolean }

/** The number a part takes below a lead so numbered. Below 一是 there is ① for a paragraph and （1） inside one. */
function styleBelow(lead: ListStyle | undefined, block: TextBlock): PartStyle {
  const runIn = block.runIn === true
  switch (lead) {
    case undefined: return { list: block.list ?? '一是', runIn: true }
    case '第一部分': return { list: '一、', runIn }
    case '一、': return { list: '（一）', runIn }
    case '（一）': return { list: '1.', runIn }
    case '1.': case '1：': case '一：': return { list: '（1）', runIn }
    case '（1）': return { list: '①', runIn }
    case '①': return { list: '一是', runIn: true }
    default: return runIn ? { list: '（1）', runIn } : { list: '①', runIn }
  }
}

/** As the parts beside it are numbered, else as those of such an entry elsewhere in the paper, else one rank deeper. */
export function partStyle(blocks: readonly Block[], index: number, lead: number): PartStyle {
  const subs = subFlags(blocks)
  const own = blocks[index] as TextBlock
  const beside = blocks[index - 1]
  if (subs[index - 1] && isEntry(beside)) return { list: beside.list, runIn: beside.runIn === true }
  const leadList = (blocks[lead] as TextBlock).list
  const like = blocks.findIndex((block, at) => at !== index && subs[at] && block.role === own.role && isEntry(blocks[leadOf(blocks, at, subs) ?? -1]) && (blocks[leadOf(blocks, at, subs)!] as TextBlock).list === leadList)
  const found = blocks[like]
  return isEntry(found) && found.list !== undefined ? { list: found.list, runIn: found.runIn === true } : styleBelow(leadList, own)
}

function reshaped(block: TextBlock, list: ListStyle | undefined, runIn: boolean): BlockShape {
  const { start: _start, label: _label, labelAfterNumber: _after, labelLine: _line, list: _list, runIn: _runIn, ...rest } = shapeOf(block)
  return { ...rest, ...(list === undefined ? {} : { list }), ...(runIn ? { runIn: true as const } : {}) }
}

/**
 * The shape of the problem or measure at the index as a part of the one before it (1), or as one of its own (-1).
 * Undefined where it is no such block, is that already, or nothing stands before it that it could be part of.
 */
export function entryLevel(blocks: readonly Block[], index: number, by: 1 | -1): BlockShape | undefined {
  const block = blocks[index]
  const before = blocks[index - 1]
  if (!isEntry(block) || !isEntry(before) || before.role !== block.role) return undefined
  const subs = subFlags(blocks)
  if (subs[index] === (by === 1)) return undefined
  const lead = by === 1 && !subs[index - 1] ? index - 1 : leadOf(blocks, by === 1 ? index - 1 : index, subs)
  const leader = blocks[lead ?? -1]
  if (lead === undefined || !isEntry(leader)) return undefined
  let shape: BlockShape
  if (by === 1) {
    const { list, runIn } = partStyle(blocks, index, lead)
    shape = reshaped(block, list, runIn && canRunIn(block.role, before))
  } else {
    // “问题2：” is numbered behind its label; any other label stands before the first only.
    const labelled = leader.list !== undefined && listRank(leader.list) === 6 && (leader.list === '1：' || leader.list === '一：') && leader.label !== undefined
    const own = reshaped(block, leader.list, leader.list !== undefined && leader.runIn === true)
    shape = labelled ? { ...own, label: leader.label! } : own
  }
  const after = blocks.map((one, at) => (at === index ? ({ ...shape, id: block.id, runs: block.runs } as TextBlock) : one))
  return subFlags(after)[index] === (by === 1) ? shape : undefined
}
