/**
 * Law D4: the number in front of a block is computed from its position.
 *
 * A list style counts on from the block before that carries it. Counting starts again
 *  - below a heading or list item of a higher rank;
 *  - at a labelled run (“整改措施：1.…2.…”): it counts by itself and leaves the surrounding list as it was,
 *    so that problem 二是 may follow the measures of problem 一是;
 *  - where a list begins inside a printed paragraph (“主要表现在：一是…”), with the same care for a list left open outside;
 *  - ① and （1） begun below an open 一是 of the same role count its parts and leave it open: 二是 may follow them;
 *  - where a block says so (`start`).
 */
import type { Block, TextBlock } from './draft.ts'
import { opensRun } from './list-runs.ts'
import { formatNumber, listRank, type ListStyle } from './list-style.ts'
import { headingLevel, type Role } from './roles.ts'
import { isTextBlock } from './runs.ts'

type Counters = Map<ListStyle, number>

interface LabelledRun {
  readonly role: Role
  readonly counters: Counters
}

/** What numbering needs to know of a block; the editor passes its own nodes through this. */
export type NumberedBlock = Pick<TextBlock, 'role' | 'list' | 'start' | 'runIn' | 'label' | 'labelAfterNumber'>

const innermost = listRank('一是')
const partStyles: ReadonlySet<ListStyle> = new Set<ListStyle>(['（1）', '①'])

function resetBelow(counters: Counters, rank: number): void {
  for (const style of counters.keys()) if (listRank(style) > rank) counters.delete(style)
}

export interface NumberStep {
  /** 0 where the block has no number. */
  readonly value: number
  /** Puts another value in its place; the list counts on from there. */
  readonly override: (value: number) => void
}

const noNumber: NumberStep = { value: 0, override: () => {} }

/** Numbers blocks one after another; undefined stands for a table. */
export function startNumbering(): (block: NumberedBlock | undefined) => NumberStep {
  const base: Counters = new Map()
  let run: LabelledRun | undefined
  /** Lists begun inside the current printed paragraph while the same style was open outside. */
  let inner: Counters = new Map()
  let seenInParagraph = new Set<ListStyle>()
  /** Role of the open 一是 and the styles that count its parts, for the counters they stand in. */
  const partsIn = new WeakMap<Counters, { role: Role; styles: Set<ListStyle> }>()

  return (block) => {
    if (block === undefined) {
      run = undefined
      return noNumber
    }
    if (block.runIn === undefined) {
      inner = new Map()
      seenInParagraph = new Set()
    }
    const level = headingLevel(block.role)
    // Plain text between the entries of a run leaves it open; any other role ends it.
    if (level !== undefined || (run !== undefined && run.role !== block.role && block.role !== 'paragraph')) run = undefined
    if (opensRun(block)) run = { role: block.role, counters: new Map() }
    if (block.list === undefined) {
      if (level !== undefined) {
        resetBelow(base, level)
        partsIn.delete(base)
      }
      return noNumber
    }
    const style = block.list
    const counters = run?.role === block.role ? run.counters : base
    const rank = listRank(style)
    const parts = partsIn.get(counters)
    if (rank === innermost) {
      for (const inside of parts?.styles ?? []) counters.delete(inside)
      partsIn.set(counters, { role: block.role, styles: new Set() })
    } else if (parts?.role === block.role && partStyles.has(style) && !counters.has(style) && !opensRun(block)) parts.styles.add(style)
    if (parts?.styles.has(style) !== true) {
      resetBelow(counters, rank)
      resetBelow(inner, rank)
      if (rank < innermost) partsIn.delete(counters)
    }
    const beginsInside = block.runIn !== undefined && !seenInParagraph.has(style) && !opensRun(block)
    if (beginsInside) (counters.has(style) ? inner : counters).set(style, 0)
    const used = inner.has(style) ? inner : counters
    const value = block.start ?? (used.get(style) ?? 0) + 1
    used.set(style, value)
    seenInParagraph.add(style)
    return { value, override: (other) => used.set(style, other) }
  }
}

/** The value of each block's number, 0 where it has none. */
export function numberValues(blocks: readonly (NumberedBlock | undefined)[]): number[] {
  const next = startNumbering()
  return blocks.map((block) => next(block).value)
}

/** The printed number of each block, '' where it has none. */
export function blockNumbers(blocks: readonly Block[]): string[] {
  const values = numberValues(blocks.map((block) => (isTextBlock(block) ? block : undefined)))
  return blocks.map((block, index) =>
    isTextBlock(block) && block.list !== undefined ? formatNumber(block.list, values[index]!) : '')
}
