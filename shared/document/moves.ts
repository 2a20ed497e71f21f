/** Where blocks go when the writer moves them, and what they become when their level changes. Pure; the editor applies it. */
import type { Block } from './draft.ts'
import { shapeOf, type BlockShape } from './edits.ts'
import { headingListStyles, type ListStyle } from './list-style.ts'
import { headingLevel, headingRole, type Role } from './roles.ts'
import { isTextBlock } from './runs.ts'
import { entryLevel } from './sub-levels.ts'

/** What stands above the text and below it, and stays there. */
export const frontRoles: ReadonlySet<Role> = new Set<Role>(['title', 'subtitle', 'byline', 'addressee'])
export const endRoles: ReadonlySet<Role> = new Set<Role>(['attachment', 'signature', 'date'])

/** One past the last block that belongs to the one at the index: a heading holds all down to the next of its level. */
export function sectionEnd(blocks: readonly Block[], index: number): number {
  const level = headingLevel(blocks[index]!.role)
  if (level === undefined) return index + 1
  const next = blocks.findIndex((block, at) => at > index && (endRoles.has(block.role) || (headingLevel(block.role) ?? 5) <= level))
  return next === -1 ? blocks.length : next
}

export interface Move {
  /** The blocks from `from` to before `to` go before the one at `target`; indexes in the blocks as they are. */
  readonly from: number
  readonly to: number
  readonly target: number
}

function moveSectionUp(blocks: readonly Block[], from: number, level: number): number | undefined {
  const isHeading = (most: number) => (block: Block) => (headingLevel(block.role) ?? 5) <= most
  const before = blocks.slice(0, from).findLastIndex(isHeading(level))
  if (before === -1) return undefined
  const found = headingLevel(blocks[before]!.role)!
  // Over the heading of its own part only into the part before.
  return found === level || blocks.slice(0, before).some(isHeading(found)) ? before : undefined
}

function moveSectionDown(blocks: readonly Block[], to: number, level: number): number | undefined {
  const next = blocks[to]
  const found = next && headingLevel(next.role)
  if (found === undefined) return undefined
  if (found === level) return sectionEnd(blocks, to)
  // Over into the next part, below what its heading leads in with: that text stays with its heading.
  const into = blocks.findIndex((block, at) => at > to && (endRoles.has(block.role) || (headingLevel(block.role) ?? 5) <= level))
  return into === -1 ? blocks.length : into
}

/**
 * One step up or down for the block at the index with all that belongs to it: a heading changes places with its neighbour
 * of the same level or goes over into the next part; any other block changes places with the one beside it.
 * Undefined where it stands as far as it can go: below the title and above the signature.
 */
export function moveStep(blocks: readonly Block[], index: number, direction: 'up' | 'down'): Move | undefined {
  const block = blocks[index]
  if (block === undefined || frontRoles.has(block.role) || endRoles.has(block.role)) return undefined
  const to = sectionEnd(blocks, index)
  const level = headingLevel(block.role)
  if (level !== undefined) {
    const target = direction === 'up' ? moveSectionUp(blocks, index, level) : moveSectionDown(blocks, to, level)
    return target === undefined ? undefined : { from: index, to, target }
  }
  const neighbour = blocks[direction === 'up' ? index - 1 : to]
  if (neighbour === undefined || frontRoles.has(neighbour.role) || endRoles.has(neighbour.role)) return undefined
  return { from: index, to, target: direction === 'up' ? index - 1 : to + 1 }
}

const ladder: readonly ListStyle[] = ['一、', '（一）', '1.', '（1）', '①']

function headingShape(shape: BlockShape, level: 1 | 2 | 3 | 4, by: number): BlockShape | undefined {
  const next = level + by
  if (next < 1 || next > 4) return undefined
  const renewed = next as 1 | 2 | 3 | 4
  const list = shape.list === headingListStyles[level] ? headingListStyles[renewed] : shape.list
  return { ...shape, role: headingRole(renewed), ...(list === undefined ? {} : { list }) }
}

/**
 * Shapes by index after one level deeper (1) or further out (-1): a heading with the headings it holds, a problem or
 * measure as a part of the one before it or one of its own, any other numbered block alone. Undefined where there is no
 * such level.
 */
export function changeLevel(blocks: readonly Block[], index: number, by: 1 | -1): ReadonlyMap<number, BlockShape> | undefined {
  const block = blocks[index]
  if (block === undefined || !isTextBlock(block)) return undefined
  const shape = shapeOf(block)
  const entry = entryLevel(blocks, index, by)
  if (entry !== undefined) return new Map([[index, entry]])
  if (headingLevel(block.role) === undefined) {
    const at = shape.list === undefined ? -1 : ladder.indexOf(shape.list)
    const list = at === -1 ? undefined : ladder[at + by]
    if (list === undefined) return undefined
    const { start: _start, ...rest } = shape
    return new Map([[index, { ...rest, list }]])
  }
  const shapes = new Map<number, BlockShape>()
  for (let at = index; at < sectionEnd(blocks, index); at += 1) {
    const own = blocks[at]!
    const level = headingLevel(own.role)
    if (level === undefined || !isTextBlock(own)) continue
    const changed = headingShape(shapeOf(own), level, by)
    if (changed === undefined) return undefined
    shapes.set(at, changed)
  }
  return shapes
}
