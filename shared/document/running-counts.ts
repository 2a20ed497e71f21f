/**
 * Counts that run on through the whole paper (problems 1 to 18 through all groups) are kept as starts (R2). Where blocks
 * are moved, taken in or taken out, such a count runs on again from the same first number (law D4).
 */
import type { Block, TextBlock } from './draft.ts'
import { startNumbering } from './numbering.ts'
import { isTextBlock } from './runs.ts'

const keyOf = (block: TextBlock) => `${block.role} ${block.list}`

/** First numbers of the counts that rise by one from block to block through the paper and need a start to do so. */
function runningCounts(blocks: readonly Block[]): Map<string, number> {
  const counts = new Map<string, { first: number; next: number; entries: number; starts: boolean; running: boolean }>()
  const number = startNumbering()
  for (const block of blocks) {
    if (!isTextBlock(block)) {
      number(undefined)
      continue
    }
    const { value } = number(block)
    if (value === 0) continue
    const count = counts.get(keyOf(block))
    if (!count) counts.set(keyOf(block), { first: value, next: value + 1, entries: 1, starts: block.start !== undefined, running: true })
    else {
      count.running &&= value === count.next
      count.next = value + 1
      count.entries += 1
      count.starts ||= block.start !== undefined
    }
  }
  return new Map([...counts].flatMap(([key, count]) => (count.running && count.starts && count.entries > 1 ? [[key, count.first] as const] : [])))
}

function started(block: TextBlock, start: number | undefined): TextBlock {
  const { start: _start, ...rest } = block
  return (start === undefined ? rest : { ...rest, start }) as TextBlock
}

const mostStart = 999

/** The blocks after a change, with every count that ran on through the paper before it running on again. */
export function keepRunningCounts(before: readonly Block[], after: readonly Block[]): Block[] {
  const running = runningCounts(before)
  if (running.size === 0) return [...after]
  const number = startNumbering()
  return after.map((block) => {
    if (!isTextBlock(block)) {
      number(undefined)
      return block
    }
    const wanted = block.list === undefined ? undefined : running.get(keyOf(block))
    if (wanted === undefined || wanted > mostStart) {
      number(block)
      return block
    }
    running.set(keyOf(block), wanted + 1)
    if (block.start === wanted) {
      number(block)
      return block
    }
    const bare = started(block, undefined)
    const step = number(bare)
    const natural = step.value === wanted
    if (!natural) step.override(wanted)
    return natural && block.start === undefined ? block : started(block, natural ? undefined : wanted)
  })
}
