/**
 * Where the items (整改事项) of the running text stand: the same rule as `deriveItems`, told as places of blocks, so that an
 * item can be split or merged. Rows of tables are items too, but are edited as a table.
 */
import type { Block } from './draft.ts'
import { isPartLabel } from './label-words.ts'
import { headingLevel, isRecordRole, type RecordRole } from './roles.ts'
import { blockText, isTextBlock } from './runs.ts'

/** One part of an item: a block of the record with the plain text that follows it. */
export interface ItemUnit {
  readonly role: RecordRole
  /** Indexes from the block to before the next unit, the plain paragraphs behind it included. */
  readonly from: number
  readonly to: number
}

export interface ItemSpan {
  /** Index of the heading the item stands under; undefined above the first. */
  readonly group: number | undefined
  readonly units: readonly ItemUnit[]
  /** The item runs through headings that name its parts (“1.存在问题”, “2.整改措施”). */
  readonly hasParts: boolean
  /** A heading that names a part, or a table, stands between this item and the one before. */
  readonly standsApart: boolean
}

export function itemSpans(blocks: readonly Block[]): ItemSpan[] {
  const items: { group: number | undefined; units: { role: RecordRole; from: number; to: number }[]; hasParts: boolean; standsApart: boolean; answered: boolean }[] = []
  const outermost = Math.min(...blocks.flatMap((block) => headingLevel(block.role) ?? []))
  let group: number | undefined
  let current: (typeof items)[number] | undefined
  let partBetween = false
  blocks.forEach((block, index) => {
    if (!isTextBlock(block)) {
      current = undefined
      partBetween = true
      return
    }
    const level = headingLevel(block.role)
    if (level !== undefined) {
      partBetween = true
      if (level > outermost && isPartLabel(blockText(block))) return
      group = index
      current = undefined
      return
    }
    if (!isRecordRole(block.role)) {
      // Plain text belongs to the block of the record it follows.
      const last = current?.units.at(-1)
      if (block.role === 'paragraph' && last && last.to === index) last.to = index + 1
      return
    }
    if (current === undefined || (block.role === 'problem' && current.answered)) {
      current = { group, units: [], hasParts: false, standsApart: partBetween, answered: false }
      items.push(current)
    } else current.hasParts ||= partBetween
    partBetween = false
    current.units.push({ role: block.role, from: index, to: index + 1 })
    current.answered ||= block.role !== 'problem'
  })
  return items.map(({ answered: _answered, ...item }) => item)
}

/** The item the block at the index is part of, as its place among the spans; -1 where it is in none. */
export function itemAt(spans: readonly ItemSpan[], index: number): number {
  return spans.findIndex((item) => item.units.some((unit) => index >= unit.from && index < unit.to))
}
