/** Where an entry of the outline may be put, and what becomes of its headings there (E12). */
import type { Block } from './draft.ts'
import type { BlockRange } from './drop-places.ts'
import { bodyRange } from './drop-places.ts'
import { changeLevel, sectionEnd } from './moves.ts'
import type { OutlineEntry } from './outline.ts'
import { headingLevel, type Role } from './roles.ts'
import { isTextBlock } from './runs.ts'

/** An entry as one row of the outline, with the blocks it stands for. */
export interface OutlineRow extends BlockRange {
  readonly entry: OutlineEntry
  readonly depth: number
  readonly isHeading: boolean
  /** Rows from the outermost heading down to the one this stands under, as indexes. */
  readonly parents: readonly number[]
}

export interface OutlineDrop {
  readonly kind: 'before' | 'after' | 'into'
  /** The row it is put before, after or into. */
  readonly row: number
  /** Index of the block it goes before. */
  readonly target: number
  /** By how many levels its headings change. */
  readonly by: number
  /** How deep it then stands in the outline. */
  readonly depth: number
}

/** The outline as rows from top to bottom. A heading holds its section, a numbered lead sentence all to the next entry. */
export function outlineRows(blocks: readonly Block[], outline: readonly OutlineEntry[]): OutlineRow[] {
  const index = new Map(blocks.map((block, at) => [block.id, at]))
  const rows: { entry: OutlineEntry; depth: number; isHeading: boolean; parents: readonly number[]; from: number }[] = []
  const add = (entries: readonly OutlineEntry[], parents: readonly number[]) => {
    for (const entry of entries) {
      const from = index.get(entry.blockId) ?? -1
      rows.push({ entry, depth: parents.length, parents, from, isHeading: from !== -1 && headingLevel(blocks[from]!.role) !== undefined })
      add(entry.children, [...parents, rows.length - 1])
    }
  }
  add(outline, [])
  const body = bodyRange(blocks)
  return rows.map((row, at) => {
    if (row.isHeading || row.from === -1) return { ...row, to: row.from === -1 ? -1 : sectionEnd(blocks, row.from) }
    const next = rows.find((other, order) => order > at && other.entry.level <= row.entry.level)
    const holder = row.parents.map((parent) => rows[parent]!).findLast((parent) => parent.isHeading)
    return { ...row, to: Math.min(next?.from ?? blocks.length, holder ? sectionEnd(blocks, holder.from) : Math.max(body.to, row.from + 1)) }
  })
}

const headingsOf = (blocks: readonly Block[]) => blocks.flatMap((block) => headingLevel(block.role) ?? [])

/** The blocks with the headings of the range so many levels deeper (or, below 0, further out); undefined where there are none. */
export function relevel(blocks: readonly Block[], { from, to }: BlockRange, by: number): Block[] | undefined {
  let section: Block[] = blocks.slice(from, to)
  for (let step = 0; step < Math.abs(by); step += 1) {
    const shapes = changeLevel(section, 0, by > 0 ? 1 : -1)
    if (!shapes) return undefined
    section = section.map((block, index) => {
      const shape = shapes.get(index)
      return shape && isTextBlock(block) ? ({ ...shape, id: block.id, runs: block.runs } as Block) : block
    })
  }
  return [...blocks.slice(0, from), ...section, ...blocks.slice(to)]
}

/** Every place the row may be put: beside one of its kind, or into a heading as its last. */
export function outlineDrops(blocks: readonly Block[], rows: readonly OutlineRow[], dragged: number): OutlineDrop[] {
  const own = rows[dragged]
  const body = bodyRange(blocks)
  if (!own || own.from < body.from || own.from >= body.to) return []
  const levels = headingsOf(blocks.slice(own.from, own.to))
  const [level, deepest] = [own.entry.level, Math.max(...levels)]
  const drops: OutlineDrop[] = []
  const offer = (kind: OutlineDrop['kind'], row: number, target: number, wanted: number, depth: number) => {
    const by = own.isHeading ? wanted - level : 0
    const stays = target >= own.from && target <= own.to
    if (target < body.from || target > body.to || (stays && by === 0) || (own.isHeading && (wanted < 1 || deepest + by > 4))) return
    drops.push({ kind, row, target, by, depth })
  }
  rows.forEach((row, at) => {
    const inside = at === dragged || row.parents.includes(dragged) || row.from === -1
    if (inside) return
    const alike = own.isHeading ? row.isHeading : !row.isHeading && row.entry.level === level
    if (alike) {
      offer('before', at, row.from, row.entry.level, row.depth)
      offer('after', at, row.to, row.entry.level, row.depth)
    }
    if (!row.isHeading) return
    const children = row.entry.children.filter((child) => child.blockId !== own.entry.blockId && isHeadingId(blocks, child.blockId))
    const wanted = children.at(-1)?.level ?? row.entry.level + 1
    offer('into', at, row.to, wanted, row.depth + 1)
  })
  return drops
}

function isHeadingId(blocks: readonly Block[], blockId: string): boolean {
  const role: Role | undefined = blocks.find((block) => block.id === blockId)?.role
  return role !== undefined && headingLevel(role) !== undefined
}
