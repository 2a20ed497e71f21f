/** What a drag in the text takes along, and where it may be put down (E11). */
import type { Block } from './draft.ts'
import { endRoles, frontRoles, sectionEnd } from './moves.ts'
import { headingLevel, isRecordRole } from './roles.ts'

/** Blocks from `from` to before `to`, as indexes. */
export interface BlockRange {
  readonly from: number
  readonly to: number
}

const isBody = (block: Block) => headingLevel(block.role) !== undefined || isRecordRole(block.role)

/** The blocks between what stands above the text (title, addressee) and below it (attachments, signature, date). */
export function bodyRange(blocks: readonly Block[]): BlockRange {
  const body = blocks.findIndex(isBody)
  const from = blocks.findLastIndex((block, index) => frontRoles.has(block.role) && (body === -1 || index < body)) + 1
  const lastBody = blocks.findLastIndex(isBody)
  const end = blocks.findIndex((block, index) => endRoles.has(block.role) && index >= from && index > lastBody)
  return { from, to: end === -1 ? blocks.length : end }
}

const isFixed = (block: Block) => frontRoles.has(block.role) || endRoles.has(block.role)

/**
 * What goes along when the block at the index is dragged: a heading with all it holds, any other block alone; where it
 * is one of several chosen, those, as far as they may move. Undefined for what stays where it is.
 */
export function draggedRange(blocks: readonly Block[], index: number, chosen?: BlockRange): BlockRange | undefined {
  const block = blocks[index]
  if (block === undefined || isFixed(block)) return undefined
  if (chosen === undefined || chosen.to - chosen.from < 2 || index < chosen.from || index >= chosen.to) return { from: index, to: sectionEnd(blocks, index) }
  let { from, to } = chosen
  while (from < to && isFixed(blocks[from]!)) from += 1
  while (from < to && isFixed(blocks[to - 1]!)) to -= 1
  // A title or signature among the chosen stays, so they do not move as one.
  return blocks.slice(from, to).some(isFixed) ? { from: index, to: sectionEnd(blocks, index) } : { from, to }
}

/**
 * Indexes of the blocks before which the range may be put (`blocks.length` is the end), in order; none inside or at the
 * edges of the range. What holds headings goes only where no text of another heading would come under the last of them.
 */
export function dropTargets(blocks: readonly Block[], { from, to }: BlockRange): number[] {
  const body = bodyRange(blocks)
  const level = Math.min(...blocks.slice(from, to).map((block) => headingLevel(block.role) ?? 5))
  const fits = (target: number) => level === 5 || target === body.to || (headingLevel(blocks[target]!.role) ?? 5) <= level
  const targets: number[] = []
  for (let target = body.from; target <= body.to; target += 1) if ((target < from || target > to) && fits(target)) targets.push(target)
  return targets
}
