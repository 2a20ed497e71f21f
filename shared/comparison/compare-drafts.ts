/** Two versions of a draft in one text, block by block, for the screen. Numbers and labels are compared as they are printed. */
import type { Block, Draft, TableBlock } from '../document/draft.ts'
import { blockNumbers } from '../document/numbering.ts'
import { printedPrefix } from '../document/print-text.ts'
import type { Role } from '../document/roles.ts'
import { blockText, isTextBlock } from '../document/runs.ts'
import { alignUnits, type Unit } from './align.ts'
import { diffRows, wholeRow } from './table-diff.ts'
import { diffText, type TextChange, type TextPiece } from './text-diff.ts'

interface ComparedBase {
  /** Of the newer version; of what was taken out, of the older one. */
  readonly id: string
  readonly role: Role
  readonly change?: TextChange
  /** Taken out here and put in elsewhere, word for word. */
  readonly moved?: true
}

export interface ComparedText extends ComparedBase {
  readonly kind: 'text'
  /** What it was before, where that changed. */
  readonly roleBefore?: Role
  readonly runIn?: true
  readonly pieces: readonly TextPiece[]
}

export interface ComparedRow {
  readonly change?: TextChange
  readonly header: boolean
  readonly cells: readonly (readonly TextPiece[])[]
}

export interface ComparedTable extends ComparedBase {
  readonly kind: 'table'
  readonly columns: number
  readonly rows: readonly ComparedRow[]
}

export type ComparedBlock = ComparedText | ComparedTable

export interface ComparisonCounts {
  /** Places to go to one by one: a block or row that came or went is one, what was exchanged in a text is one. */
  readonly changes: number
  readonly inserted: number
  readonly deleted: number
  readonly moved: number
}

export interface Comparison {
  readonly blocks: readonly ComparedBlock[]
  readonly counts: ComparisonCounts
}

interface Source {
  readonly block: Block
  readonly printed: string
}

function sourcesOf(blocks: readonly Block[]): Source[] {
  const numbers = blockNumbers(blocks)
  return blocks.map((block, index) => {
    if (!isTextBlock(block)) return { block, printed: '' }
    const label = block.labelLine && block.label !== undefined ? block.label : ''
    return { block, printed: `${block.labelAfterNumber && block.labelLine ? '' : label}${printedPrefix(block, numbers[index]!)}${block.labelAfterNumber && block.labelLine ? label : ''}${blockText(block)}` }
  })
}

function unitOf({ block }: Source): Unit {
  if (!isTextBlock(block)) return { ids: [block.id], kind: `table of ${block.columns.length}`, words: blockText(block) }
  const text = blockText(block)
  return { ids: [block.id], kind: 'text', words: text === '' ? block.label ?? '' : text }
}

const rowsOf = ({ rows, rowIds }: TableBlock) => rows.map((cells, index) => ({ cells, id: rowIds?.[index] }))

function whole({ block, printed }: Source, change: TextChange, moved: boolean): ComparedBlock {
  const base = { id: block.id, role: block.role, change, ...(moved ? { moved: true as const } : {}) }
  if (isTextBlock(block)) return { ...base, kind: 'text', pieces: printed === '' ? [] : [{ text: printed, change }], ...(block.runIn ? { runIn: true as const } : {}) }
  return { ...base, kind: 'table', columns: block.columns.length, rows: block.rows.map((cells, index) => ({ header: index < block.headerRows, change, cells: wholeRow(cells, change) })) }
}

function both(old: Source, now: Source): ComparedBlock {
  const base = { id: now.block.id, role: now.block.role }
  if (isTextBlock(now.block)) {
    return {
      ...base, kind: 'text', pieces: diffText(old.printed, now.printed), ...(old.block.role === now.block.role ? {} : { roleBefore: old.block.role }),
      ...(now.block.runIn ? { runIn: true as const } : {}),
    }
  }
  const { block } = now
  const before = old.block as TableBlock
  const rows = diffRows(rowsOf(before), rowsOf(block)).map(({ change, cells, ...at }): ComparedRow => ({
    cells, header: at.now === undefined ? at.old! < before.headerRows : at.now < block.headerRows, ...(change === undefined ? {} : { change }),
  }))
  return { ...base, kind: 'table', columns: block.columns.length, rows }
}

/** Shorter texts stand twice by chance. */
const leastMoved = 6

/** Words of blocks that were taken out in one place and put in in another. */
function movedWords(old: readonly Unit[], now: readonly Unit[], pairs: ReturnType<typeof alignUnits>): ReadonlySet<string> {
  const gone = new Set(pairs.flatMap((pair) => (pair.now === undefined ? [old[pair.old]!.words] : [])))
  return new Set(pairs.flatMap((pair) => (pair.old === undefined && now[pair.now]!.words.length >= leastMoved && gone.has(now[pair.now]!.words) ? [now[pair.now]!.words] : [])))
}

/** Places of change in a text: what was taken out and what was put in for it are one. */
export function changesIn(pieces: readonly TextPiece[]): number {
  return pieces.filter((piece, index) => piece.change !== undefined && pieces[index - 1]?.change === undefined).length
}

function countsOf(blocks: readonly ComparedBlock[]): ComparisonCounts {
  let [changes, inserted, deleted, moved] = [0, 0, 0, 0]
  const count = (pieces: readonly TextPiece[]) => {
    for (const { text, change } of pieces) {
      if (change === 'inserted') inserted += text.length
      else if (change === 'deleted') deleted += text.length
    }
  }
  for (const block of blocks) {
    const all = block.kind === 'text' ? [block.pieces] : block.rows.flatMap((row) => row.cells)
    all.forEach(count)
    if (block.moved && block.change === 'inserted') moved += 1
    if (block.change !== undefined) changes += 1
    else if (block.kind === 'text') changes += changesIn(block.pieces) + (block.roleBefore === undefined ? 0 : 1)
    else changes += block.rows.reduce((sum, row) => sum + (row.change === undefined ? row.cells.reduce((own, cell) => own + changesIn(cell), 0) : 1), 0)
  }
  return { changes, inserted, deleted, moved }
}

export function compareDrafts(old: Pick<Draft, 'blocks'>, now: Pick<Draft, 'blocks'>): Comparison {
  const [before, after] = [sourcesOf(old.blocks), sourcesOf(now.blocks)]
  const [oldUnits, newUnits] = [before.map(unitOf), after.map(unitOf)]
  const pairs = alignUnits(oldUnits, newUnits)
  const moved = movedWords(oldUnits, newUnits, pairs)
  const blocks = pairs.map((pair) => {
    if (pair.now === undefined) return whole(before[pair.old]!, 'deleted', moved.has(oldUnits[pair.old]!.words))
    if (pair.old === undefined) return whole(after[pair.now]!, 'inserted', moved.has(newUnits[pair.now]!.words))
    return both(before[pair.old]!, after[pair.now]!)
  })
  return { blocks, counts: countsOf(blocks) }
}
