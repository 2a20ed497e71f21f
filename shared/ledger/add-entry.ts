/** One more problem, cause or measure of an item, or one more 表现 or step of one of them, behind a block of it. Pure. */
import type { Draft, TextBlock } from '../document/draft.ts'
import { insertEntryAfter } from '../document/record-blocks.ts'
import { isTextBlock } from '../document/runs.ts'
import { subFlags } from '../document/sub-entries.ts'
import { entryLevel } from '../document/sub-levels.ts'
import { entryLines } from './edit-lines.ts'

/** @param part as a 表现 or step of the entry it stands behind. Undefined where there is no such block or nothing was said. */
export function addEntry(draft: Draft, after: string, value: string, part: boolean, newId: () => string): Draft | undefined {
  const index = draft.blocks.findIndex((block) => block.id === after)
  const block = draft.blocks[index]
  if (block === undefined || !isTextBlock(block)) return undefined
  let blocks = [...draft.blocks]
  let at = index
  for (const line of entryLines(value)) {
    blocks = insertEntryAfter(blocks, at, line, newId())
    at += 1
    const shape = subFlags(blocks)[at] === part ? undefined : entryLevel(blocks, at, part ? 1 : -1)
    if (shape !== undefined) blocks[at] = { ...shape, id: blocks[at]!.id, runs: (blocks[at] as TextBlock).runs } as TextBlock
  }
  return at === index ? undefined : { ...draft, blocks }
}
