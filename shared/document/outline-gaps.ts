/** Which of the places an entry may go to is meant by a pointer over the outline (E12). */
import type { OutlineDrop, OutlineRow } from './outline-drops.ts'

/** Where the pointer is: over the middle of a row, or nearer the gap below a row (-1: above the first). */
export type OutlinePointer = { readonly kind: 'row'; readonly row: number } | { readonly kind: 'gap'; readonly above: number }

/** Whether row `at` ends with the row `last`, so that a gap below `last` is also one below it. */
function endsWith(rows: readonly OutlineRow[], at: number, last: number): boolean {
  const inside = at === last || rows[last]!.parents.includes(at)
  return inside && !(rows[last + 1]?.parents.includes(at) ?? false)
}

/**
 * The place meant. In a gap several levels may meet: the one nearest the wanted depth is taken, of two as near the one
 * that changes least.
 */
export function dropAt(rows: readonly OutlineRow[], drops: readonly OutlineDrop[], pointer: OutlinePointer, wantedDepth: number): OutlineDrop | undefined {
  if (pointer.kind === 'row') return drops.find((drop) => drop.kind === 'into' && drop.row === pointer.row)
  const { above } = pointer
  const empty = (row: number) => endsWith(rows, row, row)
  const meant = drops.filter((drop) =>
    drop.kind === 'before' ? drop.row === above + 1
      : above >= 0 && (drop.kind === 'after' ? endsWith(rows, drop.row, above) : drop.row === above && empty(above)))
  const distance = (drop: OutlineDrop) => Math.abs(drop.depth - wantedDepth) + Math.abs(drop.by) / 100
  return meant.reduce<OutlineDrop | undefined>((best, drop) => (best === undefined || distance(drop) < distance(best) ? drop : best), undefined)
}
