/** What the screen tells of a paper: characters by part, the heading the caret stands under, what an item lacks. */
import type { Draft } from '../../../shared/document/draft.ts'
import type { Item } from '../../../shared/document/items.ts'
import type { OutlineEntry } from '../../../shared/document/outline.ts'
import { countCharacters, printLines } from '../../../shared/document/print-text.ts'
import { roleNames } from '../../text/roles.ts'

/** Characters from each outermost heading to the next, by the heading's block id. */
export function partCharacters(draft: Draft): Map<string, number> {
  const result = new Map<string, number>()
  const starts = draft.blocks.flatMap((block, index) => (block.role === 'heading1' ? [index] : []))
  starts.forEach((start, order) => {
    const part = draft.blocks.slice(start, starts[order + 1] ?? draft.blocks.length)
    result.set(draft.blocks[start]!.id, printLines(part).reduce((sum, line) => sum + countCharacters(line), 0))
  })
  return result
}

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
