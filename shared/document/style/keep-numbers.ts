/** A change of dress, paragraph or list style leaves every number its value: where counting alone would not, the list starts there anew. */
import type { Block, TextBlock } from '../draft.ts'
import { numberValues, startNumbering } from '../numbering.ts'
import { isTextBlock } from '../runs.ts'

/** The largest number a block may start at (draft schema). */
const largestStart = 999

export function valuesOf(blocks: readonly Block[]): number[] {
  return numberValues(blocks.map((block) => (isTextBlock(block) ? block : undefined)))
}

export function withoutKeys<B extends TextBlock>(block: B, ...keys: readonly string[]): B {
  return Object.fromEntries(Object.entries(block).filter(([key]) => !keys.includes(key))) as unknown as B
}

/** By index: a start that says what counting would have given without it. */
function mootStarts(blocks: readonly Block[]): boolean[] {
  const next = startNumbering()
  return blocks.map((block) => {
    if (!isTextBlock(block)) return next(undefined), false
    if (block.start === undefined || block.list === undefined) return next(block), false
    const step = next(withoutKeys(block, 'start'))
    step.override(block.start)
    return step.value === block.start
  })
}

/**
 * The blocks after a change, with starts that make each number what is wanted (0: whatever counting gives). A start that
 * did something before and no longer does goes; one that never did anything stays as the writer left it.
 */
export function keepNumbers(before: readonly Block[], after: readonly Block[], wanted: readonly number[] = valuesOf(before)): Block[] {
  const moot = mootStarts(before)
  const next = startNumbering()
  return after.map((block, index) => {
    if (!isTextBlock(block)) return next(undefined), block
    const bare = block.start === undefined ? block : withoutKeys(block, 'start')
    const step = next(bare)
    if (block.list === undefined) return bare
    const value = wanted[index] ?? 0
    if (value < 1 || value > largestStart || step.value === value) return moot[index] && block.start === step.value ? block : bare
    step.override(value)
    return block.start === value ? block : { ...bare, start: value }
  })
}
