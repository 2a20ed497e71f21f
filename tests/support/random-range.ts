/** Ranges of blocks and places to put them, of any draft: for the properties of moving. */
import fc from 'fast-check'
import type { Draft } from '../../shared/document/draft.ts'
import { draggedRange, dropTargets, type BlockRange } from '../../shared/document/drop-places.ts'

/** Numbers a property draws before it knows the draft. */
export const gestureArbitrary = fc.record({ index: fc.nat(60), length: fc.nat(4), target: fc.nat(60) })
export type Gesture = Readonly<{ index: number; length: number; target: number }>

/** A drag as the screen would allow it; undefined where nothing may be dragged there. */
export function dragOf({ blocks }: Pick<Draft, 'blocks'>, { index, length, target }: Gesture): (BlockRange & { readonly target: number }) | undefined {
  const at = index % blocks.length
  const range = draggedRange(blocks, at, length === 0 ? undefined : { from: at, to: Math.min(blocks.length, at + length) })
  if (!range) return undefined
  const targets = dropTargets(blocks, range)
  return targets.length === 0 ? undefined : { ...range, target: targets[target % targets.length]! }
}
