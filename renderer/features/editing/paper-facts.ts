/** What the screen tells of a paper: the heading the caret stands under, what an item lacks. */
import type { Draft } from '../../../shared/document/draft.ts'
import type { Item } from '../../../shared/document/items.ts'
import type { OutlineEntry } from '../../../shared/document/outline.ts'
import { roleNames } from '../../text/roles.ts'

/** The outermost heading the block stands under. */
export function partOf(draft: Draft, blockId: string | undefined): string | undefined {
  const index = draft.blocks.findIndex((block) => block.id === blockId)
  return draft.blocks.slice(0, index + 1).findLast((block) => block.role === 'heading1')?.id
}

function flatten(entries: readonly OutlineEntry[]): string[] {
  return entries.flatMap((entry) => [entry.blockId, ...flatten(entry.children)])
}

/** The entry of the outline that the block is, or stands under. */
export function currentHeading(draft: Draft, outline: readonly OutlineEntry[], blockId: string | undefined): string | undefined {
  const known = new Set(flatten(outline))
  const index = draft.blocks.findIndex((block) => block.id === blockId)
  return draft.blocks.slice(0, index + 1).findLast((block) => known.has(block.id))?.id
}

/**
 * A problem with what answers it in one place. Problems in a part of their own are answered in another part: nothing can
 * be said of those one by one before they are linked.
 */
export function isItem(item: Item): boolean {
  return item.problems.length > 0 && item.measures.length + item.timeLimits.length + item.responsible.length > 0
}

/** Parts of the record an item lacks. */
export function missingOf(item: Item): string[] {
  if (!isItem(item)) return []
  return [
    ...(item.measures.length === 0 ? [roleNames.measure] : []),
    ...(item.timeLimits.length === 0 ? [roleNames.timeLimit] : []),
  ]
}
